"""What a node's settings were when its result was made, as far as this window has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import JsonValue

from admaker_desktop.ui.nodenames import find_node

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session


class LastRun:
    """Remembers the settings of every node that is done; GUI thread."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._settings: dict[str, Mapping[str, JsonValue]] = {}
        for record in session.workflow.nodes:
            self.note(record.id)

    def note(self, node_id: str) -> None:
        """Look at a node whose state has changed."""
        record = find_node(self._session.workflow, node_id)
        if record is not None and self._session.status(node_id).state == "done":
            self._settings[node_id] = record.settings

    def changes(self, node_id: str) -> dict[str, tuple[JsonValue, JsonValue]]:
        """The settings that differ from those of the last run: field to (old, new); None stands for the default."""
        record, old = find_node(self._session.workflow, node_id), self._settings.get(node_id)
        if record is None or old is None:
            return {}
        names = dict.fromkeys([*old, *record.settings])
        pairs = {name: (old.get(name), record.settings.get(name)) for name in names}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
