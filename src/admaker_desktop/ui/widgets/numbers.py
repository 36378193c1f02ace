"""Fields for numbers: a typed one, and a slider with the number beside it."""

from __future__ import annotations

from qtpy.QtCore import QEvent, QObject, QRectF, Qt, Signal
from qtpy.QtGui import QPaintEvent, QWheelEvent
from qtpy.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QSizePolicy, QWidget

from admaker_desktop.ui.i18n import locale
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.focus import FOCUS_OWNER
from admaker_desktop.ui.theme.tokens import HEIGHT_NORMAL, RADIUS_CONTROL
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.slider import Slider


class _Spin(QDoubleSpinBox):
    """A spin box that leaves the wheel to the page unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(QWidget):
    """A number with its unit; arrows step, Enter or leaving the field chooses."""

    chosen = Signal(float)

    def __init__(
        self,
        minimum: float = 0.0,
        maximum: float = 100.0,
        step: float = 1.0,
        decimals: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = _Spin(self)
        """The spin box inside."""
        self.field.setRange(minimum, maximum)
        self.field.setSingleStep(step)
        self.field.setDecimals(decimals)
        self.field.setLocale(locale())
        self.field.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.field.setKeyboardTracking(False)
        self.field.setFrame(False)
        self.field.valueChanged.connect(self.chosen)
        self.field.installEventFilter(self)
        self.setFixedHeight(HEIGHT_NORMAL)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 8, 1)
        row.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.setProperty(FOCUS_OWNER, self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> float:
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show a number without a signal."""
        self.field.blockSignals(True)
        self.field.setValue(value)
        self.field.blockSignals(False)

    def set_unit(self, unit: str) -> None:
        """What stands behind the number: "s"."""
        self.field.setSuffix(f"\N{NO-BREAK SPACE}{unit}" if unit else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.field.setLocale(locale())
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            border = "acc" if self.field.hasFocus() else "t3" if self.underMouse() and self.isEnabled() else "line2"
            paint.box(painter, QRectF(self.rect()), RADIUS_CONTROL, theme.colour("field"), theme.colour(border))


class SliderField(QWidget):
    """A slider and its number. `moved` while it is dragged, `chosen` when a person lets go, types or steps."""

    moved = Signal(float)
    chosen = Signal(float)

    def __init__(
        self,
        minimum: float = 0.0,
        maximum: float = 1.0,
        step: float = 0.05,
        decimals: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._minimum, self._step = minimum, step
        self.slider = Slider(self)
        self.slider.setRange(0, round((maximum - minimum) / step))
        self.number = NumberField(minimum, maximum, step, decimals, self)
        self.number.setFixedWidth(72)
        self.number.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(lambda: self.chosen.emit(self.value))
        self.number.chosen.connect(self._typed)
        self.setFocusProxy(self.slider)

    @property
    def value(self) -> float:
        return self.number.value

    def set_value(self, value: float) -> None:
        """Show a number without a signal."""
        self.number.set_value(value)
        self.slider.blockSignals(True)
        self.slider.setValue(round((value - self._minimum) / self._step))
        self.slider.blockSignals(False)
        self.slider.update()

    def set_unit(self, unit: str) -> None:
        self.number.set_unit(unit)

    def setAccessibleName(self, name: str) -> None:
        """The name of both parts."""
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
        self.number.field.setAccessibleName(name)

    def _slid(self, place: int) -> None:
        self.number.set_value(self._minimum + place * self._step)
        self.moved.emit(self.value)
        if not self.slider.isSliderDown():
            self.chosen.emit(self.value)

    def _typed(self, value: float) -> None:
        self.set_value(value)
        self.chosen.emit(value)
