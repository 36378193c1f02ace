"""The values of nodes in readable form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from pytestqt.qtbot import QtBot
from qtpy.QtGui import QDesktopServices

from admaker_desktop.ad.brief import Brief, Length, Question
from admaker_desktop.ad.concept import Concept, Concepts, ScoredConcept, Verdict
from admaker_desktop.ad.deliverable import AdFile, Finding, Format, FrameSize, Measured, MusicTake, SafeZone, VoiceTake
from admaker_desktop.ad.scene import Box, Layer, Scene
from admaker_desktop.ad.script import MusicPlan, ScriptLine
from admaker_desktop.ad.storyboard import Shot, Storyboard
from admaker_desktop.core.media import AudioRef, ImageRef, VideoRef
from admaker_desktop.core.ticks import FrameRate, ticks_from_s
from admaker_desktop.engine.steps import NodeResult
from admaker_desktop.timeline.model import Sequence
from admaker_desktop.ui import i18n
from admaker_desktop.ui.inspector.readable import (
    Facts,
    File,
    Marks,
    Picture,
    Words,
    blocks_of,
    excerpt,
    value_text,
    voice_name,
)
from admaker_desktop.ui.inspector.results_page import ResultsPage
from admaker_desktop.ui.inspector.thumb import Thumb
from admaker_desktop.ui.session import Session
from admaker_desktop.ui.widgets import Button, Label, ProgressBar

HASH = "a" * 64
PICTURE = ImageRef(sha256=HASH, ext="png", size_bytes=2_400_000, width_px=1080, height_px=1920)
SOUND = AudioRef(sha256=HASH, ext="wav", size_bytes=10, frames=48_000 * 15)
ZONE = SafeZone(top_px=0, bottom_px=0, left_px=0, right_px=0)
TALL = Format(id="story", aspect="9:16", width_px=1080, height_px=1920, fps=30, safe_zone=ZONE)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    i18n.set_language("en")


def facts(value: object) -> dict[str, str]:
    block = next(block for block in blocks_of(value) if isinstance(block, Facts | File))
    return dict(block.rows if isinstance(block, Facts) else block.facts.rows)


def concept(name: str) -> Concept:
    return Concept(id=name, angle="proof", title=f"Idea {name}", idea="It works.", hook="", headline="", visual_idea="")


def a_verdict() -> Verdict:
    scores = tuple(ScoredConcept(concept_id=name, score=0.5, measures=()) for name in "abc")
    return Verdict(chosen=concept("b"), reason="Clearest.", scores=scores)


def drawn() -> Scene:
    box = Box(x_px=0, y_px=0, width_px=1, height_px=1)
    layer = Layer(role="ground", image=PICTURE, x_px=0, y_px=0, width_px=1, height_px=1, pivot_x_px=0, pivot_y_px=0)
    return Scene(
        shot_id="s1",
        width_px=1080,
        height_px=1920,
        layers=(layer,),
        subject_box=box,
        text_box=box,
        text_colour="#000000",
        renderer="x",
    )


def ad_file(*severities: str) -> AdFile:
    findings = tuple(
        Finding(rule="r", severity=s, basis="house", measured="", limit="", source="", fix="") for s in severities
    )
    video = VideoRef(sha256=HASH, ext="mp4", size_bytes=1, width_px=1080, height_px=1920, frames=450, seconds=15)
    measured = Measured(
        width_px=1080,
        height_px=1920,
        fps=30,
        frames=450,
        seconds=15.0,
        lufs=-14.03,
        true_peak_dbtp=-1.21,
        size_bytes=7_300_000,
    )
    return AdFile(
        format=TALL,
        video=video,
        captions_srt="",
        thumbnail=PICTURE,
        measured=measured,
        findings=findings,
        cues=(),
    )


def test_a_brief_is_facts_and_its_open_questions() -> None:
    question = Question(field="cta", question="What should people do?", default="Order today")
    brief = Brief(
        language="en",
        brand="Aldermere",
        product="Evening Leaf",
        subject="carton",
        sector="drink",
        lengths=(Length(seconds=15),),
        legal=("One use per household.",),
        questions=(question,),
    )
    assert facts(brief)["Product"] == "Evening Leaf"
    assert facts(brief)["Length"] == "15 s"
    assert "Offer" not in facts(brief)
    told = [block for block in blocks_of(brief) if isinstance(block, Words)]
    assert [(words.title, words.text) for words in told] == [
        ("Legal line", "One use per household."),
        ("What should people do?", "Order today"),
    ]


def test_concepts_and_the_verdict_on_them() -> None:
    three = Concepts(items=(concept("a"), concept("b"), concept("c")))
    assert [block.title for block in blocks_of(three)] == ["Idea a", "Idea b", "Idea c"]
    marks = next(block for block in blocks_of(a_verdict()) if isinstance(block, Marks))
    assert marks.rows[1] == ("Idea b", 0.5)
    assert marks.chosen == 1


def test_lines_shots_music_and_voices() -> None:
    line = ScriptLine(id="l", role="cta", text="Order now.", start_ticks=ticks_from_s(2), end_ticks=1, language="en")
    assert blocks_of(line) == (Words("Order now.", "Call to action at 2.0 s"),)
    shot = Shot(id="s", kind="hero", start_ticks=0, end_ticks=ticks_from_s(3), subject="mug", description="A mug.")
    assert blocks_of(Storyboard(shots=(shot,))) == (Words("A mug.", "Hero · 0.0 s to 3.0 s"),)
    plan = MusicPlan(total_ticks=ticks_from_s(15), end_card_ticks=1, bpm=92, mood="calm", seed=1)
    assert facts(plan) == {"Tempo": "92 beats a minute", "Mood": "Calm", "Length": "15.0 s"}
    music = MusicTake(stems=(("pad", SOUND), ("bass", SOUND)), bpm=92, hit_s=12, composer="draft 1")
    assert facts(music)["Stems"] == "pad, bass"
    assert facts(VoiceTake(line_id="l", audio=None, voice="heart"))["Length"] == "silent"


def test_pictures_scenes_sizes_and_the_cut() -> None:
    assert blocks_of(PICTURE) == (Picture(PICTURE, "1080 × 1920 px · 2.4 MB"),)
    scene = drawn()
    assert blocks_of(scene)[0] == Picture(PICTURE, "S1 · 1080 × 1920")
    assert facts(scene) == {"Layers": "1 layer"}
    assert facts(TALL) == {"9:16": "1080 × 1920 · 30 fps · story"}
    assert facts(FrameSize(aspect="1:1", width_px=10, height_px=10)) == {"1:1": "10 × 10"}
    cut = Sequence.model_construct(
        rate=FrameRate(num=30), duration_ticks=ticks_from_s(15), views=(TALL,), shots=(1, 2, 3)
    )
    assert facts(cut) == {"Length": "15.0 s", "Cut": "3 shots", "Formats": "9:16"}


@pytest.mark.parametrize(
    ("severities", "checks"), [((), "passes"), (("warn",), "passes with warnings"), (("block", "warn"), "blocked")]
)
def test_a_file_tells_what_was_measured(severities: tuple[str, ...], checks: str) -> None:
    told = facts(ad_file(*severities))
    assert told["Loudness"] == "-14.0 LUFS, peak -1.2 dBTP"
    assert told["Length"] == "15.000 s"
    assert told["Size"] == "7.3 MB"
    assert told["Checks"] == checks


def test_a_type_without_a_form_is_shown_as_its_data() -> None:
    class Strange(BaseModel):
        depth: int = 3

    assert '"depth": 3' in blocks_of(Strange())[0].text
    assert blocks_of({"x": "y" * 3000})[0].text.endswith("…")


def test_an_excerpt_is_short_and_counts() -> None:
    assert excerpt(()) == ""
    assert excerpt(("Order now",)) == "Order now"
    assert excerpt(("",)) == "empty"
    assert len(excerpt(("word " * 100,))) == 140
    assert excerpt((PICTURE, PICTURE)) == "2 values: 1080 × 1920 px · 2.4 MB"
    assert excerpt((FrameSize(aspect="1:1", width_px=10, height_px=10),)) == "10 × 10"


def test_values_of_settings_are_words() -> None:
    assert value_text(["9:16", "1:1"]) == "9:16, 1:1"
    assert value_text([]) == "none"
    assert value_text({"sha256": HASH}) == "aaaaaaaa"
    assert value_text({"cta": "Order"}) == "Call to action: Order"
    assert (value_text(True), value_text(False), value_text(0.35), value_text(" a  b ")) == ("on", "off", "0.35", "a b")
    assert value_text("") == "empty"
    i18n.set_language("fr")
    assert value_text(0.35) == "0,35"


def shown(session: Session, node: str, qtbot: QtBot, *outputs: object, **fields: object) -> ResultsPage:
    """The results page of a node that has made these outputs."""
    spec = session.spec(node)
    made = tuple(spec.cls.Outputs.model_construct(**{name: value}) for name, value in outputs) or (
        spec.cls.Outputs.model_construct(**fields),
    )
    session._results[node] = NodeResult(spec, made, len(made) > 1)
    page = ResultsPage(session, node)
    qtbot.addWidget(page)
    page.resize(312, 600)
    page.show()
    page.grab()
    return page


def test_the_results_page_draws_every_kind(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    scenes = [("scene", drawn())] * 3
    assert len(shown(session, "image", qtbot, *scenes).findChildren(Thumb)) == 3
    words = shown(session, "headline", qtbot, text="", lines=())
    assert "empty" in [label.text() for label in words.findChildren(Label)]
    picture = shown(session, "photos", qtbot, images=(PICTURE,))
    qtbot.waitUntil(lambda: picture.findChild(Thumb)._is_lost)
    marks = shown(session, "judge", qtbot, verdict=a_verdict())
    assert len(marks.findChildren(ProgressBar)) == 3
    file = shown(session, "export", qtbot, file=ad_file())
    with qtbot.waitSignal(session.failed) as failed:
        next(button for button in file.findChildren(Button) if button.text() == "Open folder").click()
    assert "gone" in str(failed.args[0])
    assert not opened
    file.refresh()
    file.retranslate()


def test_a_voice_is_told_by_its_name_and_accent_and_an_unknown_one_as_it_is() -> None:
    assert voice_name("kokoro-82m int8 / af_heart") == "Heart, American English"
    assert voice_name("kokoro-82m int8 / ff_siwis") == "Siwis, French"
    assert voice_name("studio take 3") == "studio take 3"
