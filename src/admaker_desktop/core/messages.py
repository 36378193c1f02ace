"""Sentences for people as values: a template that is its own id, and what fills it. Translated at the edge.

The template is the English sentence (as in gettext), so that the command line and the log need no catalogue; the
window looks it up in the language of the moment. Whoever makes a sentence never joins it from translated parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Union

Param = Union[str, int, float, "Message"]
Translate = Callable[[str], str]

PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
"""A named place of a template. Nothing else in braces means anything: a template may come from a stranger's process."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places: `Message("{path} exists already.", (("path", "a.admaker"),))`."""

    template: str
    params: tuple[tuple[str, Param], ...] = ()

    def text(self, translate: Translate = str) -> str:
        """The filled sentence; parameters that are messages are translated too."""
        pattern = translate(self.template) if self.template else ""
        if not self.params:
            return pattern
        values = {name: value.text(translate) if isinstance(value, Message) else value for name, value in self.params}
        return PLACE.sub(lambda place: str(values.get(place[1], place[0])), pattern)

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        return bool(self.template)

    def to_json(self) -> str:
        """One line of JSON that `from_json` reads back; an empty text for no sentence."""
        return json.dumps(_plain(self), ensure_ascii=False) if self.template else ""

    @staticmethod
    def from_json(text: str) -> Message:
        """The message; a text that is no message's JSON becomes a message without places."""
        try:
            return _read(json.loads(text))
        except (ValueError, RecursionError):  # a child process may be under a stranger's control
            return Message(text)


NOTHING = Message("")
"""No sentence."""


def msg(template: str, /, **params: Param) -> Message:
    """A message; the template must be a literal, so that `make check` finds it."""
    return Message(template, tuple(params.items()))


def term(text: str) -> Message:
    """A text that is data here and a literal elsewhere: a node's title, help, unit or choice. Translated."""
    return Message(text)


def verbatim(text: str) -> Message:
    """A text that is the same in every language: a name, a figure, what another program has said."""
    return msg("{text}", text=text)


def sentences(parts: Iterable[Message]) -> Message:
    """Whole sentences one after the other."""
    found = [part for part in parts if part]
    return reduce(lambda first, rest: msg("{first} {rest}", first=first, rest=rest), found) if found else NOTHING


def joined(parts: Iterable[Message]) -> Message:
    """Several findings as one message, with semicolons between them."""
    found = list(parts)
    return reduce(lambda first, rest: msg("{first}; {rest}", first=first, rest=rest), found) if found else NOTHING


def either(names: Iterable[str]) -> Message:
    """Names to choose from: `a or b or c`."""
    found = [verbatim(name) for name in names]
    return reduce(lambda first, rest: msg("{first} or {rest}", first=first, rest=rest), found) if found else NOTHING


def _plain(message: Message) -> list[object]:
    params = {name: _plain(value) if isinstance(value, Message) else value for name, value in message.params}
    return [message.template, params] if params else [message.template]


def _read(value: object) -> Message:
    """Raises ValueError for what is no message."""
    match value:
        case [str(template)]:
            return Message(template)
        case [str(template), dict(params)]:
            return Message(template, tuple((name, _read_param(param)) for name, param in params.items()))
        case _:
            raise ValueError("no message")


def _read_param(value: object) -> Param:
    return value if isinstance(value, str | int | float) else _read(value)
