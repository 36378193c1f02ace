"""One of a few: segments in a box, tabs on a line."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from qtpy.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_RADIUS
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import HEIGHT_NORMAL, RADIUS_CONTROL, RADIUS_SMALL
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.buttons import PaintedButton

_FRAME = 2


class _Choice(PaintedButton):
    """One choice; arrows walk among its neighbours."""

    def __init__(self, key: str, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.icon_name = key, icon
        self.setText(text)
        self.setCheckable(True)
        self.setProperty(FOCUS_RADIUS, RADIUS_SMALL)

    def _text_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.text())

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        tint = (
            theme.colour("t1")
            if self.isChecked()
            else paint.between(theme.colour("t2"), theme.colour("t1"), self.hover)
        )
        icon_width = (14 + (6 if self.text() else 0)) if self.icon_name else 0
        x = rect.left() + (rect.width() - self._text_width() - icon_width) / 2
        if self.icon_name:
            square = QRectF(x, rect.center().y() - 7, 14, 14)
            paint_icon(painter, self.icon_name, square, theme.colour("acct") if self.isChecked() else tint)
        painter.setFont(self.font())
        paint.words(
            painter, QRectF(x + icon_width, rect.top(), self._text_width() + 1, rect.height()), self.text(), tint
        )


class _Segment(_Choice):
    def sizeHint(self) -> QSize:
        icon_width = (14 + (6 if self.text() else 0)) if self.icon_name else 0
        return QSize(self._text_width() + icon_width + 22, HEIGHT_NORMAL - 2 * _FRAME)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            if self.isChecked():
                paint.box(painter, rect, RADIUS_SMALL - 1, theme.colour("raised"), theme.colour("line2"))
            elif self.hover or self.isDown():
                paint.box(painter, rect, RADIUS_SMALL - 1, self._fill(None, paint.faded(theme.colour("hover"), 0.6)))
            self._paint_words(painter, rect)


class _Tab(_Choice):
    def sizeHint(self) -> QSize:
        return QSize(self._text_width() + (20 if self.icon_name else 0) + 24, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            self._paint_words(painter, rect)
            if self.isChecked():
                paint.box(painter, QRectF(0, rect.bottom() - 2, rect.width(), 2), 1, theme.colour("acc"))


class _Choices(QWidget):
    """Exclusive buttons in a row; the chosen one takes the focus, arrows choose the next."""

    chosen = Signal(str)
    """The key that a person has picked."""
    _button: type[_Choice] = _Segment
    _font_px, _font_weight = 13, 500

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._pick)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """The chosen key; empty when nothing is."""
        button = self._group.checkedButton()
        return button.key if isinstance(button, _Choice) else ""

    def set_value(self, key: str) -> None:
        """Choose without a signal; an unknown key changes nothing."""
        for button in self.buttons():
            if button.key == key:
                button.setChecked(True)
        self._settle_focus()

    def set_choices(self, choices: list[tuple[str, ...]]) -> None:
        """(key, text) or (key, text, icon); keeps the chosen key when it is still there, else takes the first."""
        before = self.value
        for button in self.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, (key, text, *icon) in enumerate(choices):
            button = self._button(key, text, icon[0] if icon else "", self)
            button.setFont(ui_font(self._font_px, self._font_weight))
            if not text:
                button.setAccessibleName(key)
            self._group.addButton(button)
            self._row.insertWidget(place, button)
            button.show()
        keys = [choice[0] for choice in choices]
        if keys:
            self.set_value(before if before in keys else keys[0])
        self.updateGeometry()

    def buttons(self) -> list[_Choice]:
        """The buttons from left to right."""
        return [button for button in self._group.buttons() if isinstance(button, _Choice)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        buttons = self.buttons()
        if step is None or not buttons:
            super().keyPressEvent(event)
            return
        place = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        button = buttons[(place + step) % len(buttons)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _pick(self, button: QAbstractButton) -> None:
        self._settle_focus()
        if isinstance(button, _Choice):
            self.chosen.emit(button.key)

    def _settle_focus(self) -> None:
        """One Tab stop for the whole row: the chosen button."""
        for button in self.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)


class Segmented(_Choices):
    """Two to five choices in one box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        self._row.setSpacing(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            paint.box(painter, QRectF(self.rect()), RADIUS_CONTROL, theme.colour("bg"), theme.colour("line"))


class Tabs(_Choices):
    """Pages of a panel, the chosen one underlined."""

    _button = _Tab
    _font_weight = 600

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
