"""The Brief Generator with the user's answers: keys, validation, what is derived from an answer."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from admaker_desktop.ad.brief import BriefSource
from admaker_desktop.core.task import Task
from admaker_desktop.engine.values import canonical
from admaker_desktop.nodes.strategy.brief import BriefGenerator, understand
from admaker_desktop.providers.draft.text import DraftWriter

TEXT = "Hello, we launch a new candle by Atelier Mirabeau. An ad of 10 seconds in 16:9 please."


def test_a_brief_without_answers_keeps_the_key_that_it_had_before_there_were_any() -> None:
    assert canonical(BriefGenerator(text="a")) == '{"language":"auto","name":"","provider":"draft","text":"a"}'


def test_an_answer_changes_the_key() -> None:
    assert canonical(BriefGenerator(answers={"cta": "Order"})) != canonical(BriefGenerator())


@pytest.mark.parametrize("answers", [{"mood": "calm"}, {"lengths": "long"}, {"brand": ""}, {"cta": 3}])
def test_an_answer_that_means_nothing_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        BriefGenerator(answers=answers)


def test_answers_count_more_than_the_text() -> None:
    brief = understand(DraftWriter(), BriefSource(text=TEXT, answers={"lengths": "6 s", "formats": "4:5"}), Task())
    assert [length.seconds for length in brief.lengths] == [6]
    assert brief.formats == ("4:5",)


def test_what_is_derived_from_an_answer_fits_it() -> None:
    answers = {"brand": "Luma", "product": "Night perfume", "prohibitions": 'never say "miracle"'}
    brief = understand(DraftWriter(), BriefSource(text=TEXT, answers=answers), Task())
    assert (brief.subject, brief.sector) == ("bottle", "beauty")
    assert next(q.default for q in brief.questions if q.field == "cta") == "Discover Luma"
    assert "miracle" in brief.banned_terms


def test_the_answered_language_is_the_language_of_the_ad() -> None:
    brief = understand(DraftWriter(), BriefSource(text=TEXT, answers={"languages": "fr"}), Task())
    assert brief.language == "fr"


def test_a_language_fixed_for_the_ad_counts_more_than_the_answer() -> None:
    brief = understand(DraftWriter(), BriefSource(text=TEXT, language="en", answers={"languages": "fr"}), Task())
    assert brief.language == "en"
