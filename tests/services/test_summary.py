"""What a run answers: what else the brief asks for, and how long each phase took."""

from __future__ import annotations

from pathlib import Path

from admaker_desktop.ad.brief import BriefSource
from admaker_desktop.engine.runner import StepSpan
from admaker_desktop.providers.draft.reading import read_brief
from admaker_desktop.services.summary import not_made, phase_seconds

TEXT = """Brand: Nimbus
Product: Nimbus Rain Jacket
Formats: 9:16 and a 300x250 banner
Lengths: 15 s and 6 s
Languages: English and French
"""


def test_what_else_is_asked_for_comes_with_its_command() -> None:
    brief = read_brief(BriefSource(text=TEXT, name="b.md"))
    rest = {item.what.text(): item.command for item in not_made(brief, str(Path("/my briefs/b.md")), 15.0)}
    assert rest["6 s version"].endswith("--seconds 6")
    assert '"' in rest["6 s version"], "a path with a space is quoted"
    assert rest["version in fr"].endswith("--lang fr")
    assert any("300x250" in what and command == "" for what, command in rest.items())
    assert "15 s version" not in rest


def test_phases_span_from_their_first_step_to_their_last() -> None:
    spans = [
        StepSpan("image", "visual.image", 1.0, 3.0),
        StepSpan("animate", "motion.animate", 3.0, 3.5),
        StepSpan("brief", "strategy.brief", 0.0, 0.25),
        StepSpan("export", "edit.export", 4.0, 9.0),
    ]
    assert phase_seconds(spans) == {"pictures": 2.5, "writing": 0.25, "export": 5.0}
