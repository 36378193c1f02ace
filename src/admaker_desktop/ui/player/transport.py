"""The row of controls below the picture; two rows where the panel is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QSize, Qt, Signal
from qtpy.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.formats import number, timecode
from admaker_desktop.ui.i18n import Translated, tr, tr_error
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.player.scrub import ScrubBar
from admaker_desktop.ui.theme.fonts import mono_font
from admaker_desktop.ui.widgets import Chip, Combo, IconButton, Label

if TYPE_CHECKING:
    from admaker_desktop.media.playback.ahead import Reel

_WIDE_PX = 640
_TIGHT_PX = 306
_SMALLEST_PX = 264
_VOLUME_PX, _LOUDEST = 68, 100


class Transport(Translated):
    """Buttons, time and formats. It only asks: the panel does. GUI thread."""

    pressed = Signal(str)
    """first, back, play, forward, last, loop, mute, guides, full."""
    volume_chosen = Signal(float)
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames, self._fps, self._at = 0, 30.0, 0
        self._is_playing = self._is_muted = False
        self.time = Label("mono")
        self.time.setFont(mono_font(13))
        self.time.set_tone("t1")
        self.length = Label("mono")
        self.length.set_tone("t3")
        self.first = self._button("skip-back", "first")
        self.back = self._button("step-back", "back")
        self.play = self._button("play", "play", tone="t1")
        self.forward = self._button("step-forward", "forward")
        self.last = self._button("skip-forward", "last")
        self.loop = self._button("repeat", "loop", is_checkable=True)
        self.guides = self._button("frame", "guides", is_checkable=True)
        self.mute = self._button("volume-2", "mute")
        self.full = self._button("maximize", "full")
        self.volume = ScrubBar(has_knob=True)
        self.volume.set_frames(_LOUDEST + 1)
        self.volume.setValue(_LOUDEST)
        self.volume.setFixedWidth(_VOLUME_PX)
        self.volume.scrubbed.connect(lambda value: self.volume_chosen.emit(value / _LOUDEST))
        self.note = Chip("volume-x")
        self.note.hide()
        self.views = Combo()
        self.views.chosen.connect(self.view_chosen)
        self.views.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shape = ""
        self.arrange(340)
        self.retranslate()
        self.show_reel(None)

    def retranslate(self) -> None:
        self._name(self.first, tr("First frame"), "Home")
        self._name(self.back, tr("One frame back"), ",")
        self._name(self.play, tr("Pause") if self._is_playing else tr("Play"), tr("Space"))
        self._name(self.forward, tr("One frame forward"), ".")
        self._name(self.last, tr("Last frame"), "End")
        self._name(self.loop, tr("Loop"), "")
        self._name(self.guides, tr("Safe zones"), "G")
        self._name(self.mute, tr("Sound on") if self._is_muted else tr("Mute"), "M")
        self._name(self.full, tr("Full screen"), "F11")
        self.volume.setAccessibleName(tr("Volume"))
        self.volume.setToolTip(tr("Volume"))
        self.views.setAccessibleName(tr("Format"))
        self.views.setToolTip(tr("Format"))
        self.time.setAccessibleName(tr("Position"))
        self.note.setText(tr("No sound device"))
        self.note.setToolTip(tr("No sound device was found. The ad plays without sound."))
        self._write_length()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_reel(self, reel: Reel | None, *, has_zone: bool = False) -> None:
        """The length; without a reel everything that moves is disabled. `has_zone`: a safe zone is on."""
        self._frames, self._fps = (reel.frames, float(reel.fps.fps)) if reel else (0, 30.0)
        for button in (self.first, self.back, self.play, self.forward, self.last, self.loop):
            button.setEnabled(self._frames > 1)
        self.full.setEnabled(self._frames > 0)
        self.time.setEnabled(self._frames > 0)
        has_picture = bool(reel and reel.has_picture)
        self.guides.setEnabled(has_picture)
        self.guides.setChecked(has_picture and has_zone)
        self._write_length()
        self.show_frame(0)

    def show_frame(self, frame: int) -> None:
        self._at = frame
        self.time.setText(timecode(frame, self._fps))

    def show_state(self, engine: Engine) -> None:
        """Playing or not, looped, muted, and whether it can be heard at all."""
        self._is_playing, self._is_muted = engine.is_playing, engine.is_muted
        self.play.set_icon("pause" if engine.is_playing else "play")
        self._name(self.play, tr("Pause") if engine.is_playing else tr("Play"), tr("Space"))
        self.loop.setChecked(engine.loops)
        self._show_sound(is_muted=engine.is_muted, has_device=engine.has_device, error=engine.sound_error)

    def _show_sound(self, *, is_muted: bool, has_device: bool, error: AdMakerError | None) -> None:
        is_deaf = not has_device or error is not None
        self.mute.set_icon("volume-x" if is_muted else "volume-2")
        self.mute.setVisible(not is_deaf)
        self._name(self.mute, tr("Sound on") if is_muted else tr("Mute"), "M")
        self.note.setVisible(is_deaf)
        if error is not None:
            self.note.setText(tr("No sound"))
            self.note.setToolTip(tr_error(error))
        else:
            self.note.setText(tr("No sound device"))
            self.note.setToolTip(tr("No sound device was found. The ad plays without sound."))
        self.volume.setVisible(not is_deaf and self._shape != "tight")

    def set_views(self, views: list[tuple[str, str]], current: str) -> None:
        """The formats to choose from; hidden when there is nothing to choose."""
        self.views.set_choices([(key, text) for key, text in views])
        if current:
            self.views.set_value(current)
        self.views.setVisible(bool(views))

    # -- the rows --------------------------------------------------------------------------------------------------

    def arrange(self, width: int) -> None:
        """One row from 640 px on, else two."""
        shape = "wide" if width >= _WIDE_PX else "narrow" if width >= _TIGHT_PX else "tight"
        if shape == self._shape:
            return
        self._shape = shape
        self._write_length()
        while self._column.count():
            row = self._column.takeAt(0)
            _take_apart(row.layout() if row is not None else None)
        moves = (self.first, self.back, self.play, self.forward, self.last)
        if shape == "wide":
            left = (self.time, self.length)
            self._column.addLayout(
                _row(left, (*moves, self.loop), (self.note, self.mute, self.volume, self.guides, self.views, self.full))
            )
        elif shape == "narrow":
            self._column.addLayout(_row((self.time,), moves, (self.views,)))
            self._column.addLayout(
                _row((self.length,), (), (self.loop, self.guides, self.note, self.mute, self.volume, self.full))
            )
        else:
            self._column.addLayout(_row((self.time,), moves, ()))
            self._column.addLayout(_row((self.views,), (), (self.note, self.loop, self.guides, self.mute, self.full)))
        self.length.setVisible(shape != "tight")
        self.volume.setVisible(shape != "tight" and self.note.isHidden())

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST_PX, super().minimumSizeHint().height())

    def _button(self, icon: str, key: str, *, tone: str = "t2", is_checkable: bool = False) -> IconButton:
        button = IconButton(icon, tone=tone)
        button.setCheckable(is_checkable)
        button.clicked.connect(lambda _on=False: self.pressed.emit(key))
        return button

    def _name(self, button: IconButton, words: str, keys: str) -> None:
        button.setToolTip(tr("{action} ({keys})", action=words, keys=keys) if keys else words)
        button.setAccessibleName(words)

    def _write_length(self) -> None:
        length = timecode(self._frames, self._fps)
        if self._frames > 1 and self._shape == "wide":
            rate = number(self._fps, 0 if float(self._fps).is_integer() else 2)
            self.length.setText(tr("/ {length} · {rate} fps", length=length, rate=rate))
        else:
            self.length.setText(tr("/ {length}", length=length))


def _row(left: tuple[QWidget, ...], middle: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2)
    for widget in left:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
    row.addStretch(1)
    for widget in middle:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row


def _take_apart(layout: QLayout | None) -> None:
    """Free the widgets of a row without deleting them."""
    if layout is not None:
        while layout.count():
            layout.takeAt(0)
        layout.deleteLater()
