"""A list of choices that opens, each with a second text at its right: a price, a size."""

from __future__ import annotations

from qtpy.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from qtpy.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from qtpy.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import HEIGHT_NORMAL, RADIUS_CONTROL, RADIUS_SMALL
from admaker_desktop.ui.widgets import paint

_KEY = Qt.ItemDataRole.UserRole
_RIGHT = Qt.ItemDataRole.UserRole + 1
_ROW_PX = 32
_POPUP_FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """A row of the open list: text, the second text in grey, a tick on the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(option.font)
        width = metrics.horizontalAdvance(str(index.data())) + metrics.horizontalAdvance(index.data(_RIGHT) or "")
        return QSize(width + 62, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if is_lit:
            paint.box(painter, rect.adjusted(0, 1, 0, -1), RADIUS_SMALL - 1, theme.colour("hover"))
        combo = self.parent()
        if isinstance(combo, QComboBox) and combo.currentIndex() == index.row():
            paint_icon(painter, "check", QRectF(rect.left() + 6, rect.center().y() - 7, 14, 14), theme.colour("acct"))
        inner = rect.adjusted(26, 0, -10, 0)
        right = index.data(_RIGHT) or ""
        if right:
            paint.words(painter, inner, right, theme.colour("t2" if is_lit else "t3"), Qt.AlignmentFlag.AlignRight)
            inner.setRight(inner.right() - QFontMetrics(painter.font()).horizontalAdvance(right) - 12)
        paint.words(painter, inner, str(index.data()), theme.colour("t1"))
        painter.restore()


class Combo(QComboBox):
    """One of many, with keys behind the words. The wheel belongs to the page."""

    chosen = Signal(str)
    """The key that a person has picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Rows(self))
        self.setFixedHeight(HEIGHT_NORMAL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.setProperty(FOCUS_RADIUS, RADIUS_CONTROL)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place, _KEY) or ""))

    @property
    def value(self) -> str:
        """The chosen key; empty when nothing is."""
        return self.currentData(_KEY) or ""

    def set_value(self, key: str) -> None:
        """Choose without a signal; an unknown key shows nothing chosen."""
        self.setCurrentIndex(self.findData(key, _KEY))
        self.update()

    def set_choices(self, choices: list[tuple[str, ...]]) -> None:
        """(key, text) or (key, text, right text); keeps the chosen key when it is still there."""
        before = self.value
        self.clear()
        for key, text, *right in choices:
            self.addItem(text, key)
            self.setItemData(self.count() - 1, right[0] if right else "", _RIGHT)
        if choices:
            place = self.findData(before, _KEY)
            self.setCurrentIndex(max(0, place))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        texts = [f"{self.itemText(row)}{self.itemData(row, _RIGHT) or ''}" for row in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=60)
        return QSize(widest + 11 + 30 + 12, HEIGHT_NORMAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(96, self.sizeHint().width()), HEIGHT_NORMAL)

    def showPopup(self) -> None:
        popup = self.view().window()
        if not popup.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground):
            popup.setWindowFlags(popup.windowFlags() | _POPUP_FLAGS)
            popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + 12))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            is_open = self.view().isVisible()
            border = (
                "acc" if is_open or self.hasFocus() else "t3" if self.underMouse() and self.isEnabled() else "line2"
            )
            paint.box(painter, rect, RADIUS_CONTROL, theme.colour("field"), theme.colour(border))
            arrow = QRectF(rect.right() - 25, rect.center().y() - 7, 14, 14)
            paint_icon(painter, "chevron-down", arrow, theme.colour("t2"))
            painter.setFont(self.font())
            inner = QRectF(11, 0, rect.width() - 11 - 30, rect.height())
            right = self.currentData(_RIGHT) or ""
            if right:
                paint.words(painter, inner, right, theme.colour("t3"), Qt.AlignmentFlag.AlignRight)
                inner.setRight(inner.right() - QFontMetrics(self.font()).horizontalAdvance(right) - 10)
            shown = self.currentText() or self.placeholderText()
            paint.words(painter, inner, shown, theme.colour("t1" if self.currentIndex() >= 0 else "t3"))
