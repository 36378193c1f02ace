"""Node types as the palette and the add search list them: translated, in sections, found by a few letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from admaker_desktop.engine.registry import accepts
from admaker_desktop.ui.canvas.face import first_sentence
from admaker_desktop.ui.fuzzy import match
from admaker_desktop.ui.i18n import tr_text
from admaker_desktop.ui.nodelook import CATEGORY_ORDER, category_family, node_family, node_icon

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import NodeSpec

_TITLE_BONUS = 40.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A node type in the window's language."""

    type: str
    title: str
    doc: str
    category: str
    section: str
    """The category in the window's language."""
    icon: str
    family: str


@dataclass(frozen=True, slots=True)
class Section:
    """A category with its node types."""

    key: str
    title: str
    family: str
    entries: tuple[Entry, ...]


def entry_of(spec: NodeSpec) -> Entry:
    """The entry of a node type, in the language of this moment."""
    return Entry(
        type=spec.type,
        title=tr_text(spec.title),
        doc=tr_text(first_sentence(spec.doc)),
        category=spec.category,
        section=tr_text(spec.category),
        icon=node_icon(spec.type),
        family=node_family(spec.type, spec.category),
    )


def sections(specs: Iterable[NodeSpec]) -> tuple[Section, ...]:
    """All node types by category, in the order of an ad's making."""
    by_category: dict[str, list[Entry]] = {}
    for spec in specs:
        by_category.setdefault(spec.category, []).append(entry_of(spec))
    known = [name for name in CATEGORY_ORDER if name in by_category]
    others = sorted(name for name in by_category if name not in CATEGORY_ORDER)
    return tuple(
        Section(name, tr_text(name), category_family(name), tuple(by_category[name])) for name in (*known, *others)
    )


def found(entries: Iterable[Entry], query: str) -> tuple[Entry, ...]:
    """The entries that answer a query by title, help or section, best first; all of them for an empty one."""
    ranked: list[tuple[float, Entry]] = []
    for entry in entries:
        by_title = match(query, entry.title)
        by_rest = match(query, f"{entry.title} {entry.section} {entry.doc}")
        if by_title is not None:
            ranked.append((by_title.score + (_TITLE_BONUS if query.strip() else 0.0), entry))
        elif by_rest is not None and _has_words(query, f"{entry.section} {entry.doc}"):
            ranked.append((by_rest.score, entry))
    if query.strip():
        ranked.sort(key=lambda pair: -pair[0])
    return tuple(entry for _, entry in ranked)


def fitting(specs: Iterable[NodeSpec], item: object, *, is_input: bool) -> tuple[NodeSpec, ...]:
    """The node types that can feed an input of a type (`is_input`), or take what an output of it gives."""
    return tuple(spec for spec in specs if _fits(spec, item, is_input=is_input))


def _fits(spec: NodeSpec, item: object, *, is_input: bool) -> bool:
    if is_input:
        return any(accepts(item, output.item) for output in spec.outputs.values())
    return any(accepts(port.item, item) for port in spec.ports.values())


def _has_words(query: str, text: str) -> bool:
    """In help texts whole beginnings of words count, not letters picked out of a sentence."""
    words: Sequence[str] = text.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in query.casefold().split())
