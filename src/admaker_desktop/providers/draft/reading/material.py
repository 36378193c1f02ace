"""The statements of a brief on their way to being understood, with the quotes that were found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from admaker_desktop.ad.brief import Evidence
from admaker_desktop.providers.draft.reading.legal import is_none
from admaker_desktop.providers.draft.reading.statements import Statement, split_prose
from admaker_desktop.providers.draft.reading.words import unique

Found = list[tuple[str, Statement]]
"""Values, each with the statement that it was found in."""

_ADDS = re.compile(
    r"\b(?:add|adds|adding|also|as well|plus|too|another|extra|ajout\w+|aussi|en plus|egalement|rajout\w+)\b"
)
_QUOTE_CHARS = 240


@dataclass(slots=True)
class Material:
    """What there is to read, and the client's words for every field found so far."""

    statements: list[Statement]
    """Newest message first, in the order of each message."""
    quotes: dict[str, str] = field(default_factory=dict)
    """Field to quote."""
    sentences: list[Statement] = field(init=False)
    ages: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = split_prose(self.statements)
        self.ages = sorted({statement.age for statement in self.statements})

    def labelled(self, name: str) -> list[Statement]:
        """What stands under a label, from the newest message that has it."""
        for age in self.ages:
            own = [s for s in self.statements if s.field == name and s.age == age and not is_none(s.text)]
            if own:
                return own
        return []

    def note(self, name: str, where: Statement | None) -> None:
        """Keep the client's words for a field that was found."""
        if where and name not in self.quotes:
            self.quotes[name] = where.text[:_QUOTE_CHARS]

    def first(self, name: str, find: Callable[[Statement], str]) -> str:
        """The first thing that prose tells about a field, newest message first."""
        for sentence in self.sentences:
            value = find(sentence)
            if value:
                self.note(name, sentence)
                return value
        return ""

    def keep(self, name: str, found: Iterable[tuple[str, Statement]]) -> tuple[str, ...]:
        """The values of a list field, with the quote of the first."""
        pairs = list(found)
        if pairs:
            self.note(name, pairs[0][1])
        return unique([value for value, _ in pairs])

    def newest(self, find: Callable[[list[Statement]], Found]) -> Found:
        """What the newest message that says anything about it says, with the older ones if it only adds."""
        found: Found = []
        for age in self.ages:
            own = find([s for s in self.sentences if s.age == age])
            found += own
            if own and not any(_ADDS.search(where.folded) for _, where in own):
                break
        return found

    def evidence(self) -> tuple[Evidence, ...]:
        """All quotes, in the order in which they were found."""
        return tuple(Evidence(field=name, quote=quote) for name, quote in self.quotes.items())
