"""A brief as the app understands it before anything is made: facts to correct, questions with their defaults."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass

from admaker_desktop.ad.answers import Answers, answer_text
from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Brief, BriefSource
from admaker_desktop.core.task import Task
from admaker_desktop.nodes.strategy.brief import understand
from admaker_desktop.providers.catalog import VendorCatalog

_ORDER = (
    "languages", "lengths", "formats", "brand", "product", "offer", "cta", "legal", "message", "audience", "tone",
    "benefits", "proof", "url", "colours", "prohibitions", "deadline", "fonts",
)  # fmt: skip
"""Every field that takes an answer, the ones that change most of an ad first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the brief says, or the question that it leaves open."""

    field: str
    text: str
    """The value in use, as `ad.answers` reads it; empty for an open question."""
    read: str
    """What was read from the client's words alone."""
    quote: str = ""
    """The client's own words; empty when it was derived."""
    question: str = ""
    """What the brief leaves open, in the brief's language; empty when it says."""
    default: str = ""
    """What is used meanwhile, in words."""
    is_answered: bool = False
    """The user has said so; `read` is overruled."""

    @property
    def is_open(self) -> bool:
        return bool(self.question)


@dataclass(frozen=True, slots=True)
class Understanding:
    """The brief in use and its facts: what it says first, then what it leaves open."""

    brief: Brief
    facts: tuple[Fact, ...]


def understand_brief(
    text: str, name: str = "", answers: Answers | None = None, *, language: Language | None = None
) -> Understanding:
    """Read a brief with the offline reader, as the Brief Generator will; any thread, about 50 ms a page.

    Raises BriefError for an answer that its field refuses.
    """
    source = BriefSource(text=text, name=name, language=language)
    given = dict(answers or {})
    with contextlib.closing(VendorCatalog()) as vendors:
        reader = vendors.vendor("draft").text
        if reader is None:
            raise LookupError("the draft service reads briefs")
        plain = understand(reader, source, Task())
        used = understand(reader, source.model_copy(update={"answers": given}), Task()) if given else plain
    return Understanding(used, tuple(_facts(used, plain, given)))


def _facts(used: Brief, plain: Brief, answers: Mapping[str, str]) -> list[Fact]:
    questions = {question.field: question for question in used.questions}
    quotes = {found.field: found.quote for found in plain.evidence}
    said, left_open = [], []
    for field in _ORDER:
        text, read = answer_text(used, field), answer_text(plain, field)
        question = questions.get(field)
        if field in answers:
            said.append(Fact(field, text, read, quotes.get(field, ""), is_answered=True))
        elif question is not None:
            left_open.append(Fact(field, "", read, question=question.question, default=question.default))
        elif text:
            said.append(Fact(field, text, read, quotes.get(field, "")))
    return said + left_open
