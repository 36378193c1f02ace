"""The safe zone that is drawn, and the menu that it is chosen from."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QObject, Qt, Signal
from qtpy.QtWidgets import QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.player.zones import SafeArea, placements, safe_area
from admaker_desktop.ui.widgets import Menu


class Guides(QObject):
    """Which placement's zone is on. GUI thread."""

    changed = Signal(object)
    """The SafeArea to draw, or None."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.choices: list[tuple[str, str]] = []
        """(id, label) of the placements of the menu."""
        self.chosen = ""
        self._last = ""
        self._provider: Callable[[str], SafeArea] = safe_area
        self._are_given = False

    def offer(self, choices: list[tuple[str, str]], provider: Callable[[str], SafeArea]) -> None:
        """These placements, and what gives the zone of one."""
        self._provider, self._are_given = provider, True
        self._set(choices)

    def offer_for(self, width: int, height: int) -> None:
        """The placements whose frame has this shape, unless others were given."""
        if not self._are_given:
            self._jobs.start(lambda: placements(width, height), self._found)

    def choose(self, zone_id: str) -> None:
        """Draw the zone of a placement; empty: none."""
        self.chosen = zone_id
        self._last = zone_id or self._last
        self.changed.emit(self.area)

    @property
    def area(self) -> SafeArea | None:
        return self._provider(self.chosen) if self.chosen else None

    def toggle(self) -> None:
        """The last zone on or off; the first of the menu when none was on yet."""
        known = dict(self.choices)
        first = self._last if self._last in known else next(iter(known), "")
        self.choose("" if self.chosen else first)

    def open_menu(self, anchor: QWidget) -> None:
        """The placements to choose from, each with the source of its figures as a tooltip."""
        menu = Menu(anchor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in [("", tr("No safe zone")), *self.choices]:
            basis = self._provider(key).basis if key else ""
            action = menu.add(text, lambda key=key: self.choose(key), why=basis)
            action.setCheckable(True)
            action.setChecked(key == self.chosen)
        menu.open_under(anchor)

    def _found(self, choices: list[tuple[str, str]]) -> None:
        if not self._are_given:
            self._set(choices)

    def _set(self, choices: list[tuple[str, str]]) -> None:
        self.choices = choices
        if self.chosen and self.chosen not in dict(choices):
            self.choose("")
