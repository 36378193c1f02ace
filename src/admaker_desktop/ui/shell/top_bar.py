"""The first row of the window: mark, menus, the project's name, whether it is saved, the language."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, Qt, Signal
from qtpy.QtGui import QLinearGradient, QPainter, QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QWidget

from admaker_desktop.ui.actions import MENUS, Actions, menu_name
from admaker_desktop.ui.following import Following
from admaker_desktop.ui.i18n import LANGUAGES, Translated, language, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import icon, paint_icon
from admaker_desktop.ui.widgets import Button, Label, Menu, Panel

if TYPE_CHECKING:
    from admaker_desktop.ui.session import Session

HEIGHT_PX = 30


class TopBar(Translated):
    """30 px; on macOS the menus are in the system's bar. GUI thread."""

    language_chosen = Signal(str)

    def __init__(self, actions: Actions, recent: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._recent = recent
        self._session: Session | None = None
        self._following = Following(lambda session: ((session.saved_changed, self._show),))
        self.setFixedHeight(HEIGHT_PX)
        self._mark = _Mark()
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(sys.platform == "darwin")
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._title = Label("label", elides=True)
        self._title.setFont(ui_font(12, 600))
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._saved = _Saved()
        self._language = Button("languages", "ghost", "small")
        self._language.clicked.connect(self._open_languages)
        panel = Panel(self, fill="panel", edges="bottom")
        row = QHBoxLayout(panel)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.menus)
        row.addWidget(self._title, 1)
        row.addWidget(self._saved)
        row.addWidget(self._language)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(panel)
        self._groups = {key: QMenu(self) for key, _ in MENUS}
        for key, menu in self._groups.items():
            self.menus.addMenu(menu)
            menu.aboutToShow.connect(partial(self._draw_icons, key))
        self._fill()
        self.retranslate()

    def set_session(self, session: Session | None) -> None:
        """Show another project's name and state."""
        self._following.follow(session)
        self._session = session
        self._show()

    def retranslate(self) -> None:
        """Set the words."""
        for key, name in MENUS:
            self._groups[key].setTitle(menu_name(name))
        self._recent.setTitle(tr("Open recent"))
        self._language.setText(language().upper())
        self._language.setToolTip(tr("Language"))
        self._language.setAccessibleName(tr("Language"))
        self._show()

    def _fill(self) -> None:
        for key, menu in self._groups.items():
            for spec, action in self._actions.of_menu(key):
                if spec.opens_group:
                    menu.addSeparator()
                menu.addAction(action)
                if spec.id == "open":
                    menu.addMenu(self._recent)

    def _draw_icons(self, key: str) -> None:
        """When a menu opens: thirty icons are not drawn at the start, and have the theme's colours of the moment."""
        for spec, action in self._actions.of_menu(key):
            if spec.icon:
                action.setIcon(icon(spec.icon, "t2"))

    def _show(self) -> None:
        session = self._session
        self._title.setText(session.name if session else tr("AdMaker Desktop"))
        self._saved.setVisible(session is not None)
        if session is not None:
            self._saved.show_state(is_saved=session.is_saved)

    def _open_languages(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, name in LANGUAGES.items():
            mark = "check" if code == language() else ""
            menu.add(name, lambda _=False, code=code: self.language_chosen.emit(code), mark)
        menu.open_under(self._language)


class _Mark(QWidget):
    """The app's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = QLinearGradient(0, 0, 20, 20)
            fill.setColorAt(0, theme.colour("primary0"))
            fill.setColorAt(1, theme.colour("primary1"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            paint_icon(painter, "sparkles", QRectF(4, 4, 12, 12), theme.colour("white"))


class _Saved(QWidget):
    """Whether everything is on disk: an icon and a word."""

    def __init__(self) -> None:
        super().__init__()
        self._is_saved = True
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 6, 0)
        self._label = Label("label")
        row.addWidget(self._label)

    def show_state(self, *, is_saved: bool) -> None:
        """Saved, or on its way."""
        self._is_saved = is_saved
        self._label.setText(tr("Saved") if is_saved else tr("Saving…"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            name, tone = ("check", "ok") if self._is_saved else ("refresh-cw", "t3")
            paint_icon(painter, name, QRectF(4, self.height() / 2 - 7, 14, 14), theme.colour(tone))
