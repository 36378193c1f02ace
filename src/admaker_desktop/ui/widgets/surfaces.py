"""What carries other widgets: panels, cards, scroll areas, and a layout that flows like text."""

from __future__ import annotations

from qtpy.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from qtpy.QtWidgets import QFrame, QLayout, QLayoutItem, QScrollArea, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.tokens import RADIUS_CARD
from admaker_desktop.ui.widgets import paint


class Card(QFrame):
    """A rounded surface with a border. `set_clickable` makes it a button; `set_selected` frames it."""

    clicked = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, fill: str = "panel", border: str = "line", radius: int = RADIUS_CARD
    ) -> None:
        super().__init__(parent)
        self._fill, self._border, self._radius = fill, border, radius
        self._is_clickable = self._is_selected = self._is_down = self._is_dashed = False
        self.setProperty(FOCUS_RADIUS, radius)

    def set_clickable(self, on: bool) -> None:
        self._is_clickable = on
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def set_selected(self, on: bool) -> None:
        self._is_selected = on
        self.update()

    def set_border(self, token: str) -> None:
        self._border = token
        self.update()

    def set_fill(self, token: str) -> None:
        self._fill = token
        self.update()

    def set_dashed(self, on: bool) -> None:
        """A dashed border: something can be dropped here."""
        self._is_dashed = on
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_clickable and event.button() == Qt.MouseButton.LeftButton:
            self._is_down = True
            self.update()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._is_down:
            super().mouseReleaseEvent(event)
            return
        self._is_down = False
        self.update()
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            fill = theme.colour(self._fill)
            border = theme.colour(self._border)
            if self._is_clickable and self.isEnabled():
                if self._is_down:
                    fill = paint.pressed(fill)
                elif self.underMouse():
                    fill, border = paint.between(fill, theme.colour("hover"), 0.5), theme.colour("line2")
            paint.box(painter, QRectF(self.rect()), self._radius, fill, border, is_dashed=self._is_dashed)
            if self._is_selected:
                painter.setPen(paint.pen(theme.colour("acc"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius - 1, self._radius - 1)


class Panel(QFrame):
    """A side or bar of a page: a flat fill, and a hairline on the edges that are named ("left", "top bottom")."""

    def __init__(self, parent: QWidget | None = None, *, fill: str = "panel", edges: str = "") -> None:
        super().__init__(parent)
        self._fill, self._edges = fill, edges.split()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            painter.fillRect(self.rect(), theme.colour(self._fill))
            width, height = self.width(), self.height()
            lines = {
                "left": (0, 0, 1, height),
                "right": (width - 1, 0, 1, height),
                "top": (0, 0, width, 1),
                "bottom": (0, height - 1, width, 1),
            }
            for edge in self._edges:
                painter.fillRect(*lines[edge], theme.colour("line"))


class Scroll(QScrollArea):
    """A scroll area without a frame whose content is as wide as itself; `set_content` gives it the widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is in it, which scrolls it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def set_content(self, widget: QWidget) -> None:
        """Show a widget; the one before it is deleted."""
        self.setWidget(widget)
        widget.setAutoFillBackground(False)


class FlowLayout(QLayout):
    """Widgets side by side, on as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        """Lay the widgets out; answers the height that they take."""
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), max(area.width(), item.minimumSize().width()))
            if x > area.x() and x + width > area.right() + 1:
                x, y, line = area.x(), y + line + self._line_gap, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self._gap
            line = max(line, hint.height())
        return y + line - rect.y() + margins.bottom()
