"""The demo on the Start page: the finished ad plays at once, and one click opens its project."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QTimer, Signal
from qtpy.QtGui import QHideEvent, QImage, QPaintEvent, QShowEvent
from qtpy.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.i18n import Translated, tr, tr_error
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.pages.start.demo_stage import ASPECTS, DemoStage
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button, Card, Chip, IconButton, Label, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source

_START_AFTER_MS = 60
"""The page is painted first."""
_DEMO_SECONDS = 60
"""Measured on two cores: the whole demo in three formats."""


class DemoCard(Translated):
    """Plays without sound until asked; rests while it is not on the screen. `release` gives thread and device back."""

    open_asked = Signal()

    def __init__(self, jobs: Jobs, make_output: Callable[[], AudioOut] | None = None) -> None:
        super().__init__()
        self._folder = Path(str(resources.files("admaker_desktop") / "resources" / "demo"))
        self._is_started = self._was_playing = False
        self.engine = Engine(jobs, make_output)
        self.engine.set_loop(True)
        self.engine.set_muted(True)
        self.engine.picture.connect(self._show_picture)
        self.engine.changed.connect(self._show_state)
        self.engine.reel_changed.connect(self._ask_for_size)
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_START_AFTER_MS)
        self._timer.timeout.connect(self._start)
        self.destroyed.connect(self.engine.close)
        self.retranslate()

    def set_primary(self, on: bool) -> None:
        """Whether "Open the demo" is the page's main button."""
        self.open_button.set_kind("primary" if on else "normal")

    def set_busy(self, on: bool) -> None:
        """The demo's project is being made."""
        self.open_button.set_busy(on)

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        return [*self.switch.buttons(), self.play_button, self.sound_button, self.open_button]

    def release(self) -> None:
        """Stop for good."""
        self._timer.stop()
        self.engine.close()

    def retranslate(self) -> None:
        self._title.setText(tr("A finished ad, ready to take apart"))
        self._badge.setText(tr("Draft media"))
        self._badge.setToolTip(tr("Drawn, spoken and composed on a computer by this app, without any service"))
        self._text.setText(
            tr(
                "15 s for Evening Leaf, a made-up tea: brief, shots, voice, music, three formats. "
                "Press Run and it is made again here; then change the headline."
            )
        )
        self.open_button.setText(tr("Open the demo"))
        self._time.setText(tr("≈ {seconds} s on this computer", seconds=_DEMO_SECONDS))
        self.switch.setAccessibleName(tr("Format of the demo"))
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._was_playing:
            self.engine.play()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_started and not self._timer.isActive():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._was_playing = self.engine.is_playing
        self._timer.stop()
        self.engine.pause()

    def choose(self, aspect: str) -> None:
        """Play another format from the same moment on."""
        at = self.engine.frame
        self.switch.set_value(aspect)
        self.stage.set_active(aspect)
        self._open(aspect, start=at, plays=self.engine.is_playing or not self._is_started)

    def toggle(self) -> None:
        """Play or pause."""
        if not self._is_started:
            self._open(self.stage.active, start=0, plays=True)
        elif self.engine.is_playing:
            self.engine.pause()
        else:
            self.engine.play()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(border="line2")
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.stage = DemoStage({aspect: QImage(str(self._folder / _poster(aspect))) for aspect in ASPECTS})
        self.stage.chosen.connect(self.choose)
        self.stage.toggled.connect(self.toggle)
        column.addWidget(self.stage)
        body = QVBoxLayout()
        body.setContentsMargins(16, 10, 16, 16)
        body.setSpacing(8)
        body.addLayout(self._make_controls())
        self._title = Label("section", wraps=True)
        self._badge = Chip(tone="warn")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self._badge)
        body.addSpacing(2)
        body.addLayout(head)
        self._text = Label("secondary", wraps=True)
        body.addWidget(self._text)
        self.open_button = Button("play", "primary")
        self.open_button.clicked.connect(self.open_asked)
        self._time = Label("hint", wraps=True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.open_button)
        foot.addWidget(self._time, 1)
        body.addSpacing(2)
        body.addLayout(foot)
        column.addLayout(body)

    def _make_controls(self) -> QHBoxLayout:
        self.switch = Segmented()
        self.switch.set_choices([(aspect, aspect) for aspect in ASPECTS])
        self.switch.chosen.connect(self.choose)
        self.play_button = IconButton("pause", 32)
        self.play_button.clicked.connect(self.toggle)
        self.sound_button = IconButton("volume-x", 32)
        self.sound_button.clicked.connect(lambda: self.engine.set_muted(not self.engine.is_muted))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.play_button)
        row.addWidget(self.sound_button)
        return row

    def _start(self) -> None:
        """The first time that the page is seen: play, or stand still where motion is reduced."""
        if not theme.reduced_motion:
            self._open(self.stage.active, start=0, plays=True)

    def _open(self, aspect: str, *, start: int, plays: bool) -> None:
        self._is_started = True
        path = self._folder / _film(aspect)
        self.engine.open(lambda: _source(path), start=start, plays=plays)

    def _ask_for_size(self) -> None:
        """A film begins without a size: tell it how large it is shown."""
        place, ratio = self.stage.place_of(self.stage.active), self.devicePixelRatioF()
        self.engine.resize(round(place.width() * ratio), round(place.height() * ratio))

    def _show_picture(self, image: QImage, _frame: int) -> None:
        self.stage.set_picture(image)

    def _show_state(self) -> None:
        is_playing, is_muted = self.engine.is_playing, self.engine.is_muted
        error = self.engine.error
        self.stage.set_playing(is_playing)
        self.play_button.set_icon("pause" if is_playing else "play")
        words = tr("Pause the demo ad") if is_playing else tr("Play the demo ad")
        self.play_button.setToolTip(words)
        self.play_button.setAccessibleName(words)
        self.sound_button.set_icon("volume-x" if is_muted else "volume-2")
        words = tr("Sound on") if is_muted else tr("Sound off")
        if not self.engine.has_device:
            words = tr("No sound device was found.")
        self.sound_button.setToolTip(words)
        self.sound_button.setAccessibleName(words)
        self.stage.setAccessibleDescription(tr_error(error) if isinstance(error, AdMakerError) else "")


def _film(aspect: str) -> str:
    return f"film-{aspect.replace(':', 'x')}.mp4"


def _poster(aspect: str) -> str:
    return f"poster-{aspect.replace(':', 'x')}.jpg"


def _source(path: Path) -> Source:
    from admaker_desktop.media.playback.sources import FilmSource  # numpy and PyAV: on the player's own thread

    return FilmSource(path)
