"""Every command of the window once: name, icon, key and menu; menus, palette and keys are made from this table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qtpy.QtCore import QObject
from qtpy.QtGui import QAction, QKeySequence
from qtpy.QtWidgets import QWidget

from admaker_desktop.core.messages import NOTHING, Message, msg
from admaker_desktop.ui.i18n import tr_message


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A command. `hint` is a key that only counts inside one widget: it is shown, and the widget answers it."""

    id: str
    text: Message
    icon: str = ""
    keys: str = ""
    menu: str = ""
    hint: str = ""
    why_not: Message = NOTHING
    """Why it is disabled, when it is."""
    is_checkable: bool = False
    opens_group: bool = False
    """A separator goes before it."""


MENUS = (
    ("file", msg("File")),
    ("edit", msg("&Edit")),
    ("view", msg("View")),
    ("flow", msg("Flow")),
    ("help", msg("Help")),
)


def menu_name(menu: Message) -> str:
    """A menu's name without its mark, which keeps it apart from other words that are written alike ("Edit")."""
    return tr_message(menu).replace("&", "")


_NO_PROJECT = msg("Open a project first.")
_NO_NODE = msg("Select a node first.")
SPECS = (
    ActionSpec("new", msg("New from a brief"), "file-plus", "Ctrl+N", "file"),
    ActionSpec("open", msg("Open project…"), "folder-open", "Ctrl+O", "file"),
    ActionSpec("demo", msg("Open the demo"), "sparkles", "", "file"),
    ActionSpec("close", msg("Close project"), "x", "Ctrl+W", "file", why_not=_NO_PROJECT),
    ActionSpec("export", msg("Export…"), "package-check", "Ctrl+E", "file", why_not=_NO_PROJECT, opens_group=True),
    ActionSpec("folder", msg("Show the project's folder"), "folder", "", "file", why_not=_NO_PROJECT),
    ActionSpec("quit", msg("Quit"), "", "Ctrl+Q", "file", opens_group=True),
    ActionSpec("undo", msg("Undo"), "undo-2", "Ctrl+Z", "edit", why_not=msg("There is nothing to undo.")),
    ActionSpec("redo", msg("Redo"), "redo-2", "Ctrl+Shift+Z", "edit", why_not=msg("There is nothing to redo.")),
    ActionSpec("delete", msg("Delete"), "trash-2", "", "edit", "Del", _NO_NODE, opens_group=True),
    ActionSpec("duplicate", msg("Duplicate"), "copy", "", "edit", "Ctrl+D", _NO_NODE),
    ActionSpec("select_all", msg("Select all"), "", "", "edit", "Ctrl+A", _NO_PROJECT),
    ActionSpec("page_start", msg("Start"), "house", "Ctrl+1", "view"),
    ActionSpec("page_flow", msg("Flow"), "workflow", "Ctrl+2", "view", why_not=_NO_PROJECT),
    ActionSpec("page_runs", msg("Runs"), "activity", "Ctrl+7", "view"),
    ActionSpec("show_palette", msg("Node palette"), "panel-left", "", "view", is_checkable=True, opens_group=True),
    ActionSpec("show_side", msg("Player and inspector"), "panel-right", "", "view", is_checkable=True),
    ActionSpec("show_strip", msg("Timeline"), "film", "", "view", is_checkable=True),
    ActionSpec("dark", msg("Dark theme"), "moon", "", "view", is_checkable=True, opens_group=True),
    ActionSpec("contrast", msg("High contrast"), "eye", "", "view", is_checkable=True),
    ActionSpec("calm", msg("Reduced motion"), "", "", "view", is_checkable=True),
    ActionSpec("full_screen", msg("Full screen"), "maximize", "F11", "view", is_checkable=True, opens_group=True),
    ActionSpec("run", msg("Run"), "play", "Ctrl+Return", "flow", why_not=_NO_PROJECT),
    ActionSpec("run_here", msg("Run to here"), "step-forward", "Ctrl+Shift+Return", "flow", why_not=_NO_NODE),
    ActionSpec("cancel", msg("Cancel run"), "square", "Ctrl+.", "flow", why_not=msg("Nothing is running.")),
    ActionSpec("add", msg("Add node"), "plus", "", "flow", "Tab", _NO_PROJECT, opens_group=True),
    ActionSpec("arrange", msg("Arrange"), "layout-grid", "Ctrl+L", "flow", why_not=_NO_PROJECT),
    ActionSpec("fit", msg("Fit the flow"), "maximize-2", "", "flow", "F", _NO_PROJECT),
    ActionSpec("fit_selection", msg("Fit the selection"), "", "", "flow", "Shift+F", _NO_NODE),
    ActionSpec("commands", msg("Find a command"), "search", "Ctrl+K", "help"),
    ActionSpec("keys", msg("Keys"), "circle-help", "F1", "help"),
    ActionSpec("log", msg("Show the log folder"), "folder", "", "help"),
    ActionSpec("about", msg("About AdMaker Desktop"), "info", "", "help"),
)


class Actions(QObject):
    """The commands as QActions of a window. GUI thread; `retranslate` after a switch of language."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setProperty("iconName", spec.icon)
            action.setCheckable(spec.is_checkable)
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            window.addAction(action)
            self._actions[spec.id] = action
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def of_menu(self, menu: str) -> Iterator[tuple[ActionSpec, QAction]]:
        """A menu's commands in order."""
        return ((spec, self._actions[spec.id]) for spec in SPECS if spec.menu == menu)

    def enable(self, names: tuple[str, ...], *, on: bool) -> None:
        """Enable or disable several."""
        for name in names:
            self._actions[name].setEnabled(on)

    def retranslate(self) -> None:
        """Set every name; a hint's key is shown like a shortcut."""
        menus = dict(MENUS)
        for spec in SPECS:
            action = self._actions[spec.id]
            name = tr_message(spec.text)
            keys = QKeySequence(spec.hint).toString(QKeySequence.SequenceFormat.NativeText) if spec.hint else ""
            action.setText(f"{name}\t{keys}" if keys else name)
            action.setProperty("group", menu_name(menus[spec.menu]))
            action.setStatusTip(tr_message(spec.why_not))
