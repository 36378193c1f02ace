"""What tells something without asking: banner, toast, empty page."""

from __future__ import annotations

from collections.abc import Callable

from qtpy.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from qtpy.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QPaintEvent
from qtpy.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.shadow import SHADOW_PX, paint_shadow
from admaker_desktop.ui.theme.tokens import HEIGHT_LARGE, RADIUS_CARD, RADIUS_NODE
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.buttons import Button, IconButton, Kind
from admaker_desktop.ui.widgets.labels import Label, Tone

Action = Callable[[], None]
ButtonSpec = tuple[str, str, Kind]
"""Key, text, kind."""

_TONE_ICONS = {
    "neutral": "info",
    "acc": "sparkles",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "err": "octagon-x",
    "info": "info",
}
_TOAST_S = 6
_TOAST_TEXT_PX = 520
"""A longer text has several lines."""
_MOST_TOASTS = 3


class Banner(QWidget):
    """One line across a page, 40 pixels: what is wrong and what still works. `pressed` tells the button's key."""

    pressed = Signal(str)

    def __init__(
        self,
        tone: Tone = "info",
        text: str = "",
        buttons: list[ButtonSpec] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(40, 6, 12, 6)
        self._row.setSpacing(8)
        self._label = Label("body", elides=True)
        self._row.addWidget(self._label, 1)
        self._buttons: list[Button] = []
        self.setMinimumHeight(HEIGHT_LARGE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        self.set_buttons(buttons or [])

    def set_text(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.update()

    def set_buttons(self, buttons: list[ButtonSpec]) -> None:
        """(key, text, kind) from left to right."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = _make_buttons(buttons, self._row, self.pressed.emit, size_small=True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT_LARGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            text, back = paint.TONES[self._tone]
            painter.fillRect(self.rect(), theme.colour(back))
            painter.fillRect(0, self.height() - 1, self.width(), 1, paint.faded(theme.colour(text), 0.3))
            square = QRectF(14, self.height() / 2 - 8, 16, 16)
            paint_icon(painter, _TONE_ICONS[self._tone], square, theme.colour(text))


class EmptyState(QWidget):
    """What a page says before it has anything: one sentence on what will be here, and the ways to fill it."""

    pressed = Signal(str)

    def __init__(
        self,
        icon: str = "",
        title: str = "",
        text: str = "",
        buttons: list[ButtonSpec] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = Label("panel", wraps=True)
        self._text = Label("body", wraps=True)
        self._text.set_tone("t2")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(460)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        self._tile = _Tile(self)
        column.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for label in (self._title, self._text):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 8)
            row.addStretch(1)
            column.addLayout(row)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addLayout(self._row)
        outer.addStretch(1)
        column.addSpacing(8)
        column.addLayout(outer)
        column.addStretch(1)
        self._buttons: list[Button] = []
        self.set_icon(icon)
        self.set_texts(title, text)
        self.set_buttons(buttons or [])

    def set_icon(self, icon: str) -> None:
        self._tile.icon = icon
        self._tile.setVisible(bool(icon))
        self._tile.update()

    def set_texts(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def set_buttons(self, buttons: list[ButtonSpec]) -> None:
        """(key, text, kind), the main one first."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = _make_buttons(buttons, self._row, self.pressed.emit, size_small=False)


class _Tile(QWidget):
    """An icon on a tinted square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.icon = ""
        self.setFixedSize(48, 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            paint.box(painter, QRectF(self.rect()), RADIUS_CARD, theme.colour("accbg"))
            if self.icon:
                paint_icon(painter, self.icon, QRectF(12, 12, 24, 24), theme.colour("acct"))


class Toast(QWidget):
    """A note at the bottom of a window that goes away by itself; stays while the mouse or the focus is on it."""

    gone = Signal()

    def __init__(self, window: QWidget, text: str, tone: Tone, action_text: str, action: Action | None) -> None:
        super().__init__(window)
        self._tone = tone
        self._action = action
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW_PX + 38, SHADOW_PX + 7, SHADOW_PX + 7, SHADOW_PX + 7)
        row.setSpacing(10)
        is_long = QFontMetrics(Label("body").font()).horizontalAdvance(text) > _TOAST_TEXT_PX
        label = Label("body", wraps=is_long)
        label.setText(text)
        if is_long:
            label.setFixedWidth(_TOAST_TEXT_PX)
        row.addWidget(label)
        if action is not None:
            button = Button("", "fix", "small")
            button.setText(action_text)
            button.clicked.connect(self._act)
            row.addWidget(button)
        close = IconButton("x", 28)
        close.setToolTip(tr("Close"))
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self.setAccessibleName(text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        self._timer.start(_TOAST_S * 1000)

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def _expire(self) -> None:
        """Go away, unless somebody is about to press the button."""
        focus: QWidget | None = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start(_TOAST_S * 1000)
        else:
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            shape = QRectF(self.rect()).adjusted(SHADOW_PX, SHADOW_PX, -SHADOW_PX, -SHADOW_PX)
            paint_shadow(painter, shape, RADIUS_NODE)
            paint.box(painter, shape, RADIUS_NODE, theme.colour("panel2"), theme.colour("line2"))
            square = QRectF(shape.left() + 13, shape.center().y() - 8, 16, 16)
            paint_icon(painter, _TONE_ICONS[self._tone], square, theme.colour(paint.TONES[self._tone][0]))

    def _act(self) -> None:
        action = self._action
        self.leave()
        if action is not None:
            action()


class _ToastStack(QObject):
    """The toasts of one window, newest at the bottom."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        window.installEventFilter(self)

    def add(self, toast: Toast) -> None:
        self._toasts.append(toast)
        toast.gone.connect(lambda: self._drop(toast))
        while len(self._toasts) > _MOST_TOASTS:
            self._toasts[0].leave()
        self._place()  # before it shows: Qt would take it for under the mouse at its first place
        toast.show()
        QAccessible.updateAccessibility(QAccessibleEvent(toast, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _drop(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self._place()

    def _place(self) -> None:
        bottom = self._window.height() - 26 - 12 + SHADOW_PX  # above the status bar
        for toast in reversed(self._toasts):
            toast.adjustSize()
            toast.move((self._window.width() - toast.width()) // 2, bottom - toast.height())
            toast.raise_()
            bottom -= toast.height() - 2 * SHADOW_PX + 8


def show_toast(
    window: QWidget, text: str, action_text: str = "", action: Action | None = None, *, tone: Tone = "ok"
) -> Toast:
    """A note at the bottom of a window, with one action ("Undo") when given; gone after six seconds. GUI thread."""
    window = window.window()
    stack = window.findChild(_ToastStack) or _ToastStack(window)
    toast = Toast(window, text, tone, action_text, action)
    stack.add(toast)
    return toast


def _make_buttons(
    specs: list[ButtonSpec], row: QHBoxLayout, pressed: Callable[[str], None], *, size_small: bool
) -> list[Button]:
    made = []
    for key, text, kind in specs:
        button = Button("", kind, "small" if size_small else "normal")
        button.setText(text)
        button.clicked.connect(lambda _on=False, key=key: pressed(key))
        row.addWidget(button)
        made.append(button)
    return made
