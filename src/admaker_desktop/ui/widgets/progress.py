"""How far something is: a thin bar, a turning ring."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QProgressBar, QSizePolicy, QWidget

from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import paint
from admaker_desktop.ui.widgets.motion import Clock, paint_spinner, phase

_BAR_PX = 5
_WANDERING_SHARE = 0.32
_PARTS = 1000


class ProgressBar(QProgressBar):
    """Five pixels high. `set_fraction(None)` wanders while nobody knows how long it takes."""

    def __init__(self, parent: QWidget | None = None, *, token: str = "info") -> None:  # noqa: S107 - a colour token
        super().__init__(parent)
        self._fraction: float | None = 0.0
        self._tone = token
        self._clock = Clock(self)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_BAR_PX)

    @property
    def fraction(self) -> float | None:
        return self._fraction

    def set_fraction(self, fraction: float | None) -> None:
        """0 to 1, or None for unknown."""
        self._fraction = None if fraction is None else min(1.0, max(0.0, fraction))
        self.setRange(0, 0 if self._fraction is None else _PARTS)  # what a screen reader reads
        self.setValue(round(_PARTS * (self._fraction or 0.0)))
        self._clock.run(fraction is None)
        self.update()

    def set_tone(self, tone: str) -> None:
        """The colour token of what is done: info, ok, warn, err, acc."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            radius = _BAR_PX / 2
            paint.box(painter, rect, radius, theme.colour("raised"))
            if self._fraction is None:
                width = rect.width() * _WANDERING_SHARE
                left = (rect.width() + width) * phase(1.6) - width if not theme.reduced_motion else 0.0
                done = QRectF(left, 0, width, rect.height()).intersected(rect)
            else:
                width = rect.width() * self._fraction
                done = QRectF(0, 0, max(_BAR_PX, width) if width > 0 else 0, rect.height())
            if done.width() > 0:
                paint.box(painter, done, radius, theme.colour(self._tone))


class Spinner(QWidget):
    """A turning ring; turns while it is visible and `set_running(True)`."""

    def __init__(
        self,
        size: int = 16,
        parent: QWidget | None = None,
        *,
        token: str = "info",  # noqa: S107 - a colour token
    ) -> None:
        super().__init__(parent)
        self._tone = token
        self._clock = Clock(self)
        self.setFixedSize(size, size)
        self._clock.run(True)

    def set_running(self, on: bool) -> None:
        self._clock.run(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_spinner(paint.start(self), QRectF(self.rect()), theme.colour(self._tone))
