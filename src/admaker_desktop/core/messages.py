"""Sentences for people as values: a template that is its own id, and what fills it. Translated at the edge.

The template is the English sentence (as in gettext), so that the command line and the log need no catalogue; the
window looks it up in the language of the moment. Whoever makes a sentence never joins it from translated parts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

Param = Union[str, int, float, "Message"]
Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places: `Message("{path} exists already.", (("path", "a.admaker"),))`."""

    template: str
    params: tuple[tuple[str, Param], ...] = ()

    def text(self, translate: Translate = str) -> str:
        """The filled sentence; parameters that are messages are translated too."""
        values = {name: value.text(translate) if isinstance(value, Message) else value for name, value in self.params}
        pattern = translate(self.template) if self.template else ""
        return pattern.format(**values) if values else pattern

    def __str__(self) -> str:
        return self.text()

    def __bool__(self) -> bool:
        return bool(self.template)

    def to_json(self) -> str:
        """One line of JSON that `from_json` reads back."""
        return json.dumps(_plain(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Message:
        """The message; a text that is no message's JSON becomes a message without places."""
        try:
            return _read(json.loads(text))
        except (ValueError, TypeError, KeyError, IndexError):
            return Message(text)


NOTHING = Message("")
"""No sentence."""


def msg(template: str, **params: Param) -> Message:
    """A message; the template must be a literal, so that `make check` finds it."""
    return Message(template, tuple(params.items()))


def _plain(message: Message) -> list[object]:
    params = {name: _plain(value) if isinstance(value, Message) else value for name, value in message.params}
    return [message.template, params] if params else [message.template]


def _read(value: object) -> Message:
    if not (isinstance(value, list) and value and isinstance(value[0], str)):
        raise ValueError("no message")
    params = value[1] if len(value) > 1 else {}
    return Message(value[0], tuple((name, _read(p) if isinstance(p, list) else p) for name, p in params.items()))
