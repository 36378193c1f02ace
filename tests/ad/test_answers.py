"""Answers of the user over what was read: every field, and back again."""

from __future__ import annotations

import pytest

from admaker_desktop.ad.answers import FIELDS, MAX_ANSWER_CHARS, answer_text, corrected, read_answer
from admaker_desktop.ad.brief import Brief, Evidence, Length, Question
from admaker_desktop.core.errors import BriefError

BRIEF = Brief(
    language="en",
    brand="Luma",
    product="Night",
    subject="bottle",
    sector="beauty",
    tone=("warm", "dry"),
    lengths=(Length(seconds=15), Length(seconds=6.5)),
    languages=("en", "fr"),
    formats=("9:16",),
    colours=("#aabbcc",),
    benefits=("stays, all night", "no alcohol"),
    questions=(Question(field="cta", question="What next?", default="Discover Luma"),),
    evidence=(Evidence(field="brand", quote="We are Luma"), Evidence(field="tone", quote="warm and dry")),
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_reads_back_what_it_shows(field: str) -> None:
    assert read_answer(field, answer_text(BRIEF, field)) == getattr(BRIEF, field)


def test_no_answers_leave_the_brief_as_it_is() -> None:
    assert corrected(BRIEF, {}) is BRIEF


def test_an_answer_takes_its_question_and_overruled_quote_away() -> None:
    brief = corrected(BRIEF, {"cta": " Order  now ", "brand": "Maison Luma"})
    assert (brief.cta, brief.brand, brief.questions) == ("Order now", "Maison Luma", ())
    assert [found.field for found in brief.evidence] == ["tone"]


def test_an_empty_answer_says_that_there_is_none() -> None:
    assert corrected(BRIEF, {"benefits": "", "tone": " "}).benefits == ()


def test_no_language_at_all_is_no_answer() -> None:
    assert corrected(BRIEF, {"languages": ""}).languages == ("en", "fr")


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("formats", "9x16, 1:1; 9 : 16", ("9:16", "1:1")),
        ("lengths", "6 s + 15, 6 seconds", (Length(seconds=6), Length(seconds=15))),
        ("languages", "French\nen", ("fr", "en")),
        ("colours", "#AABBCC, #000000", ("#aabbcc", "#000000")),
        ("legal", "One, two.\n\nThree.", ("One, two.", "Three.")),
        ("tone", "calm, warm", ("calm", "warm")),
    ],
)
def test_lists_are_read_as_people_type_them(field: str, text: str, value: object) -> None:
    assert read_answer(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("formats", "square", "9:16"),
        ("lengths", "long", "15 s"),
        ("lengths", "0", "1 to 180"),
        ("lengths", "400 s", "1 to 180"),
        ("languages", "Klingon", "English or French"),
        ("colours", "green", "#1f4d3a"),
        ("brand", "  ", "empty"),
        ("subject", "bottle", "cta"),
        ("cta", "x" * (MAX_ANSWER_CHARS + 1), "Shorten"),
    ],
)
def test_what_a_field_does_not_take_is_refused_with_what_it_takes(field: str, text: str, says: str) -> None:
    with pytest.raises(BriefError) as refusal:
        read_answer(field, text)
    assert says in refusal.value.sentence()
