"""What the Start page shows of a brief."""

from __future__ import annotations

from admaker_desktop.ad.answers import FIELDS
from admaker_desktop.services.briefs import sample_brief
from admaker_desktop.services.understanding import understand_brief


def test_every_field_that_takes_an_answer_is_shown_for_a_full_brief() -> None:
    facts = understand_brief(sample_brief().text).facts
    assert {fact.field for fact in facts} == set(FIELDS) - {"fonts"}
    assert not any(fact.is_open for fact in facts)


def test_a_fact_carries_the_words_of_the_client() -> None:
    facts = {fact.field: fact for fact in understand_brief(sample_brief().text).facts}
    assert facts["lengths"].text == "15 s"
    assert "15 seconds" in facts["lengths"].quote


def test_what_is_missing_is_a_question_with_a_default_behind_what_is_said() -> None:
    facts = understand_brief("A short ad for Maison Luma, 15 seconds.").facts
    opened = [fact.is_open for fact in facts]
    assert opened == sorted(opened)
    cta = next(fact for fact in facts if fact.field == "cta")
    assert (cta.text, cta.is_answered, "Luma" in cta.default) == ("", False, True)


def test_an_answer_remembers_what_was_read() -> None:
    understanding = understand_brief(sample_brief().text, answers={"lengths": "6 s"})
    fact = next(fact for fact in understanding.facts if fact.field == "lengths")
    assert (fact.text, fact.read, fact.is_answered) == ("6 s", "15 s", True)
    assert understanding.brief.lengths[0].seconds == 6


def test_an_answered_question_is_open_no_more() -> None:
    facts = understand_brief("A short ad for Maison Luma.", answers={"cta": "Order now"}).facts
    assert not next(fact for fact in facts if fact.field == "cta").is_open
