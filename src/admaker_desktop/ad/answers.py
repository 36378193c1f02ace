"""What the user answers or corrects about a brief: one text a field, laid over what was read from the client."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brief import Brief, Length
from admaker_desktop.core.errors import BriefError
from admaker_desktop.core.messages import Message, msg

Answers = Mapping[str, str]
"""Field of the brief to text. An empty text says that there is none; a field that is left out stays as it was read."""

MAX_ANSWER_CHARS = 2_000
_LONGEST_S = 180.0
_FORMAT = re.compile(r"([1-9]\d?) ?[:x×/] ?([1-9]\d?)")
_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,2})?) ?(?:s|sec|seconds?|secondes?)?", re.IGNORECASE)
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LANGUAGES: dict[str, Language] = {
    "en": "en", "english": "en", "anglais": "en", "fr": "fr", "french": "fr", "français": "fr", "francais": "fr",
}  # fmt: skip


def read_answer(field: str, text: str) -> Any:
    """The value of a brief's field that a text stands for; raises BriefError with what the field takes.

    Long lists are one item a line; tone, colours, formats, lengths and languages may also be parted by commas.
    """
    reader = _READERS.get(field)
    if reader is None:
        raise BriefError("A brief has no answer '{field}'.", field=field, hint="Answers: {known}.", known=_KNOWN)
    if len(text) > MAX_ANSWER_CHARS:
        raise BriefError("The answer is longer than {count} characters.", count=MAX_ANSWER_CHARS, hint="Shorten it.")
    return reader(text)


def answer_text(brief: Brief, field: str) -> str:
    """A brief's field as the text that `read_answer` reads back to the same value."""
    if field == "lengths":
        return ", ".join(f"{length.seconds:g} s" for length in brief.lengths)
    value: str | tuple[str, ...] = getattr(brief, field)
    if isinstance(value, str):
        return value
    return (", " if field in _SHORT_LISTS else "\n").join(value)


def corrected(brief: Brief, answers: Answers) -> Brief:
    """The brief with the user's answers in place, their questions and the quotes that they overrule gone."""
    if not answers:
        return brief
    values = {field: read_answer(field, text) for field, text in answers.items()}
    if not values.get("languages", (brief.language,)):
        del values["languages"]
    questions = tuple(question for question in brief.questions if question.field not in answers)
    evidence = tuple(found for found in brief.evidence if found.field not in answers)
    return brief.model_copy(update={**values, "questions": questions, "evidence": evidence})


def asked_language(answers: Answers) -> Language | None:
    """The language of the ad that an answer fixes: the first one named."""
    languages = read_answer("languages", answers.get("languages", ""))
    return languages[0] if languages else None


def _text(text: str) -> str:
    return " ".join(text.split())


def _name(text: str) -> str:
    name = _text(text)
    if not name:
        raise BriefError("A name cannot be empty.", hint="Type it, or reset it to what the brief says.")
    return name


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(_text, text.splitlines()) if line)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in map(_text, re.split(r"[,;+\n]", text)) if part)


def _formats(text: str) -> tuple[str, ...]:
    found = [_match(_FORMAT, part, text, msg("Write formats as 9:16, 1:1, 4:5, 16:9.")) for part in _parts(text)]
    return tuple(dict.fromkeys(f"{match[1]}:{match[2]}" for match in found))


def _lengths(text: str) -> tuple[Length, ...]:
    found = [
        float(_match(_LENGTH, part, text, msg("Write lengths in seconds, as 15 s, 6 s."))[1]) for part in _parts(text)
    ]
    if any(not 1 <= seconds <= _LONGEST_S for seconds in found):
        raise BriefError("A spot is 1 to {most} seconds long.", most=int(_LONGEST_S), hint="Write another length.")
    return tuple(Length(seconds=seconds) for seconds in dict.fromkeys(found))


def _languages(text: str) -> tuple[Language, ...]:
    found = [_LANGUAGES.get(part.lower()) for part in _parts(text)]
    if None in found:
        raise BriefError("'{text}' names no language that can be made.", text=text, hint="Write English or French.")
    return tuple(dict.fromkeys(language for language in found if language))


def _colours(text: str) -> tuple[str, ...]:
    found = [_match(_COLOUR, part, text, msg("Write colours as #1f4d3a, #f6efe0.")) for part in _parts(text)]
    return tuple(dict.fromkeys(match[0].lower() for match in found))


def _match(pattern: re.Pattern[str], part: str, text: str, hint: Message) -> re.Match[str]:
    match = pattern.fullmatch(part)
    if match is None:
        raise BriefError("'{text}' cannot be understood.", text=text, hint=hint)
    return match


_SHORT_LISTS = frozenset({"tone", "fonts", "colours", "formats", "lengths", "languages"})
_READERS: dict[str, Callable[[str], Any]] = {
    "brand": _name, "product": _name, "offer": _text, "audience": _text, "message": _text, "cta": _text, "url": _text,
    "deadline": _text, "benefits": _lines, "proof": _lines, "legal": _lines, "prohibitions": _lines, "tone": _parts,
    "fonts": _parts, "colours": _colours, "formats": _formats, "lengths": _lengths, "languages": _languages,
}  # fmt: skip
FIELDS = tuple(_READERS)
"""The fields of a brief that take an answer."""
_KNOWN = ", ".join(FIELDS)
