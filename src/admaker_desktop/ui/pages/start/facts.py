"""What each fact of a brief is called on the Start page, and how a chip says it in a few words."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from admaker_desktop.ui.formats import number
from admaker_desktop.ui.i18n import tr, trn

if TYPE_CHECKING:
    from admaker_desktop.services.understanding import Fact

ICONS = {
    "languages": "languages", "lengths": "clock", "formats": "ratio", "brand": "building-2", "product": "package",
    "offer": "tag", "cta": "mouse-pointer-click", "legal": "scale", "message": "message-square-quote",
    "audience": "users", "tone": "smile", "benefits": "list-checks", "proof": "award", "url": "link",
    "colours": "palette", "prohibitions": "ban", "deadline": "calendar", "fonts": "type",
}  # fmt: skip
LONG_FIELDS = frozenset({"benefits", "proof", "legal", "prohibitions", "message", "offer"})
"""Edited in several lines."""
_SHOWN_CHARS = 34


def tip(text: str) -> str:
    """A tooltip for words that came from outside: shown as they are, never read as rich text; long ones wrap."""
    return f"<p>{html.escape(text)}</p>"


def field_name(field: str) -> str:
    """What a field of the brief is called."""
    names = {
        "languages": tr("Language"), "lengths": tr("Length"), "formats": tr("Formats"), "brand": tr("Brand"),
        "product": tr("Product"), "offer": tr("Offer"), "cta": tr("Call to action"), "legal": tr("Legal line"),
        "message": tr("Message"), "audience": tr("Audience"), "tone": tr("Tone"), "benefits": tr("Benefits"),
        "proof": tr("Proof"), "url": tr("Web address"), "colours": tr("Colours"), "prohibitions": tr("Never"),
        "deadline": tr("Deadline"), "fonts": tr("Fonts"),
    }  # fmt: skip
    return names[field]


def how_to_write(field: str) -> str:
    """How an answer is typed; empty where any words will do."""
    hints = {
        "languages": tr("English, French, or both: the first one is made."),
        "lengths": tr("In seconds: 15 s, 6 s. The first one is made."),
        "formats": tr("As 9:16, 1:1, 4:5, 16:9."),
        "colours": tr("As #1f4d3a, #f6efe0."),
        "tone": tr("In a few words, parted by commas."),
        "fonts": tr("Names, parted by commas."),
        "benefits": tr("One a line."),
        "proof": tr("One a line."),
        "prohibitions": tr("One a line."),
        "legal": tr("Word for word, one a line."),
    }
    return hints.get(field, "")


def chip_text(fact: Fact) -> str:
    """The fact in a few words; for an open question what is used meanwhile."""
    name = field_name(fact.field)
    if fact.is_open:
        return tr("{name}: {value} · default", name=name, value=_short(fact.default))
    if not fact.text:
        return tr("{name}: none", name=name)
    if fact.field in _SAID:
        return _SAID[fact.field](fact.text)
    return tr("{name}: {value}", name=name, value=_short(fact.text))


def _languages(text: str) -> str:
    codes = text.split(", ")
    if codes == ["fr"]:
        return tr("French ad")
    if codes == ["en"]:
        return tr("English ad")
    return tr("French + English ad") if codes[0] == "fr" else tr("English + French ad")


def _seconds(text: str) -> str:
    value = float(text.replace("s", ""))
    return tr("{seconds} s", seconds=number(value, 0 if value.is_integer() else 1))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARS else f"{line[: _SHOWN_CHARS - 1].rstrip()}…"


def _lines(text: str) -> int:
    return len(text.splitlines())


_SAID: dict[str, Callable[[str], str]] = {
    "languages": _languages,
    "lengths": lambda text: " + ".join(map(_seconds, text.split(","))),
    "formats": lambda text: text.replace(", ", " · "),
    "brand": _short,
    "product": _short,
    "benefits": lambda text: trn("{count} benefit", "{count} benefits", _lines(text)),
    "proof": lambda text: trn("{count} proof", "{count} proofs", _lines(text)),
    "legal": lambda text: trn("{count} legal line", "{count} legal lines", _lines(text)),
    "prohibitions": lambda text: trn("{count} thing to avoid", "{count} things to avoid", _lines(text)),
    "colours": lambda text: trn("{count} colour", "{count} colours", text.count(",") + 1),
}
"""Fields whose chip speaks for itself, without its name."""
