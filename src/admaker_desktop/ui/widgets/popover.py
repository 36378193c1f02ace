"""What opens above the window: a popover with a shadow, a menu."""

from __future__ import annotations

from qtpy.QtCore import QPoint, QRect, QRectF, Qt, Signal
from qtpy.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence, QPaintEvent
from qtpy.QtWidgets import QMenu, QVBoxLayout, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import icon as themed_icon
from admaker_desktop.ui.theme.shadow import SHADOW_PX, paint_shadow
from admaker_desktop.ui.theme.tokens import RADIUS_CARD
from admaker_desktop.ui.widgets import paint

_GAP_PX = 6


class Popover(QWidget):
    """A small window at a widget; a click outside or Escape closes it. Put widgets into `body`."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.body = QVBoxLayout(self)
        """Where the content goes."""
        edge = SHADOW_PX + 12
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(8)

    def open_at(self, anchor: QWidget, *, is_above: bool = False) -> None:
        """Show it under (or above) a widget, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, 0))
        y = corner.y() - self.height() + SHADOW_PX - _GAP_PX if is_above else corner.y() + anchor.height() - SHADOW_PX
        self._show(QPoint(corner.x() - SHADOW_PX, y if is_above else y + _GAP_PX))

    def open_at_point(self, point: QPoint) -> None:
        """Show it with its corner at a point of the screen, inside the screen."""
        self.adjustSize()
        self._show(point - QPoint(SHADOW_PX, SHADOW_PX))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            shape = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
            paint_shadow(painter, shape, RADIUS_CARD)
            paint.box(painter, shape, RADIUS_CARD, theme.colour("panel2"), theme.colour("line2"))

    def _show(self, corner: QPoint) -> None:
        screen = QGuiApplication.screenAt(corner + QPoint(SHADOW_PX, SHADOW_PX)) or self.screen()
        area = screen.availableGeometry().adjusted(-SHADOW_PX, -SHADOW_PX, SHADOW_PX, SHADOW_PX)
        rect = QRect(corner, self.size())
        rect.moveRight(min(rect.right(), area.right()))
        rect.moveBottom(min(rect.bottom(), area.bottom()))
        rect.moveLeft(max(rect.left(), area.left()))
        rect.moveTop(max(rect.top(), area.top()))
        self.move(rect.topLeft())
        self.show()


class Menu(QMenu):
    """A menu in the window's look. Open it with `popup`, never with `exec`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setToolTipsVisible(True)

    def add(
        self, text: str, called: object, icon: str = "", keys: str = "", *, is_enabled: bool = True, why: str = ""
    ) -> QAction:
        """An entry that calls `called` without arguments; `why` is the tooltip of one that is disabled."""
        action = self.addAction(text)
        action.triggered.connect(lambda _on=False: called())  # type: ignore[operator]  # a callable
        if icon:
            action.setIcon(themed_icon(icon))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, bound by the window
        action.setEnabled(is_enabled)
        if why:
            action.setToolTip(why)
        return action

    def open_under(self, anchor: QWidget) -> None:
        """Show it below a widget."""
        self.popup(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
