"""The player: picture, scrub bar and transport in one panel, or picture and play button alone on the Start page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QSize, Signal
from qtpy.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.i18n import Translated, tr, tr_message
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.player.fullscreen import FullScreen
from admaker_desktop.ui.player.guides import Guides
from admaker_desktop.ui.player.keys import order_of
from admaker_desktop.ui.player.picture import PictureView
from admaker_desktop.ui.player.scrub import ScrubBar
from admaker_desktop.ui.player.transport import Transport
from admaker_desktop.ui.player.zones import SafeArea

if TYPE_CHECKING:
    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source

_BIG_STEP = 10
_MARGIN_PX = 12


class PlayerPanel(Translated):
    """Plays one source at a time. GUI thread; `shut_down` (or closing, or deleting the panel) releases everything."""

    position_changed = Signal(int)
    """The frame of this moment."""
    playing_changed = Signal(bool)
    source_ready = Signal()
    """The source is open: length and size are known."""
    source_failed = Signal(object)
    """AdMakerError; the panel says it too."""
    view_chosen = Signal(str)
    """The id of the format that a person has picked."""

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
        make_output: Callable[[], AudioOut] | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._title, self._family = "", "voice"
        self._was_playing = self._resumes = False
        self._told: AdMakerError | None = None
        self.guides = Guides(jobs, self)
        self._full: FullScreen | None = None
        self.engine = Engine(jobs, make_output)
        self.picture = PictureView(self, has_button=compact)
        self.scrub = ScrubBar(self)
        self.transport = None if compact else Transport(self)
        margin = 0 if compact else _MARGIN_PX
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, 0 if compact else 8)
        column.setSpacing(2)
        column.addWidget(self.picture, 1)
        column.addWidget(self.scrub)
        if self.transport is not None:
            column.addWidget(self.transport)
        self.setFocusProxy(self.picture)
        self._connect()
        self.retranslate()
        self._refresh()

    # -- what is on ------------------------------------------------------------------------------------------------

    def show_source(
        self,
        factory: Callable[[], Source],
        title: str,
        *,
        keep_position: bool = False,
        plays: bool = False,
        family: str = "voice",
    ) -> None:
        """Show what the factory makes; it is called on the player's thread and may take its time.

        `keep_position` stays at the frame of now and goes on playing; `family` colours the waveform of a sound.
        """
        self._title, self._family = title, family
        start = self.engine.frame if keep_position else 0
        self.engine.open(factory, start=start, plays=plays or (keep_position and self.engine.is_playing))
        self._name_picture()

    def clear(self, words: str = "") -> None:
        """Show nothing, and why, in words already translated."""
        self._title = ""
        self.picture.set_empty_words(words)
        self.engine.empty()
        self._name_picture()

    def set_views(self, views: list[tuple[str, str]], current: str = "") -> None:
        """(id, label) of the formats to switch between."""
        if self.transport is not None:
            self.transport.set_views(views, current)

    def set_safe_zones(self, choices: list[tuple[str, str]], provider: Callable[[str], SafeArea]) -> None:
        """(id, label) of the placements of the menu, and what gives the zone of one.

        Without this call the panel offers the placements whose frame has the picture's shape.
        """
        self.guides.offer(choices, provider)

    def show_zone(self, zone_id: str) -> None:
        """Draw the zone of a placement over the picture; empty: none."""
        self.guides.choose(zone_id)

    @property
    def frames(self) -> int:
        return self.engine.reel.frames if self.engine.reel else 0

    @property
    def fps(self) -> float:
        return float(self.engine.reel.fps.fps) if self.engine.reel else 30.0

    @property
    def position(self) -> int:
        """The frame of this moment."""
        return self.engine.frame

    @property
    def is_playing(self) -> bool:
        return self.engine.is_playing

    # -- orders ----------------------------------------------------------------------------------------------------

    def play(self) -> None:
        self.engine.play()

    def pause(self) -> None:
        self.engine.pause()

    def toggle(self) -> None:
        """Play, or pause."""
        (self.engine.pause if self.engine.is_playing else self.engine.play)()

    def step(self, frames: int) -> None:
        """Pause and go some frames forward, or back when negative."""
        self.engine.pause()
        self.engine.seek(self.engine.frame + frames)

    def seek(self, frame: int) -> None:
        self.engine.seek(frame)

    def set_loop(self, on: bool) -> None:
        self.engine.set_loop(on)

    def set_muted(self, on: bool) -> None:
        self.engine.set_muted(on)

    def shut_down(self) -> None:
        """Release the sound device, the thread and the files; may be called twice."""
        self.leave_full_screen()
        self.engine.close()

    # -- full screen -----------------------------------------------------------------------------------------------

    def enter_full_screen(self) -> None:
        """Show the picture alone on the screen that the panel is on."""
        if self._full is not None or self.engine.reel is None:
            return
        full = FullScreen(self.engine, self._key)
        full.left.connect(self._left_full_screen)
        full.picture.clicked.connect(self.toggle)
        full.picture.resized.connect(self._fit)
        full.scrub.held.connect(self._hold)
        self.guides.changed.connect(full.picture.set_zone)
        self.destroyed.connect(full.close)
        self._full = full
        full.setGeometry(self.screen().geometry())
        full.showFullScreen()
        full.begin(self.picture.image, self.guides.area)

    def leave_full_screen(self) -> None:
        if self._full is not None:
            self._full.close()

    # -- Qt --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.scrub.setAccessibleName(tr("Position"))
        self._name_picture()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.transport is not None:
            self.transport.arrange(self.width() - 2 * _MARGIN_PX)

    def sizeHint(self) -> QSize:
        return QSize(340, 300)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shut_down()
        super().closeEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        engine = self.engine
        self.destroyed.connect(engine.close)  # whoever deletes it, with its parent or alone
        engine.picture.connect(lambda image, _frame: self.picture.show_image(image))
        engine.changed.connect(self._refresh)
        engine.reel_changed.connect(self._show_reel)
        engine.moved.connect(self._show_frame)
        self.guides.changed.connect(self._show_zone)
        self.picture.resized.connect(self._fit)
        self.picture.retry.connect(engine.reopen)
        self.scrub.scrubbed.connect(engine.seek)
        self.scrub.held.connect(self._hold)
        if self.transport is None:
            self.picture.clicked.connect(self.toggle)
        else:
            self.transport.pressed.connect(self._do)
            self.transport.volume_chosen.connect(engine.set_volume)
            self.transport.view_chosen.connect(self.view_chosen)

    def _do(self, order: str) -> None:
        orders: dict[str, Callable[[], None]] = {
            "first": lambda: self.engine.seek(0),
            "far back": lambda: self.step(-_BIG_STEP),
            "back": lambda: self.step(-1),
            "shuttle back": lambda: self.engine.shuttle(-1),
            "play": self.toggle,
            "pause": self.pause,
            "shuttle forward": lambda: self.engine.shuttle(1),
            "forward": lambda: self.step(1),
            "far forward": lambda: self.step(_BIG_STEP),
            "last": lambda: self.engine.seek(self.frames - 1),
            "loop": lambda: self.set_loop(not self.engine.loops),
            "mute": lambda: self.set_muted(not self.engine.is_muted),
            "zone": self.guides.toggle,
            "guides": self._open_zones,
            "full": self.enter_full_screen,
        }
        orders[order]()

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it did."""
        order = order_of(event) if self.engine.reel is not None else ""
        if order:
            self._do(order)
        return bool(order)

    def _show_reel(self) -> None:
        reel = self.engine.reel
        self.scrub.set_frames(self.frames)
        if self.transport is not None:
            self.transport.show_reel(reel, has_zone=bool(self.guides.chosen))
        self.picture.set_full_size(reel.width_px if reel else 0, reel.height_px if reel else 0)
        self._fit()
        self._show_frame(self.engine.frame)
        if reel is not None:
            if reel.has_picture and self.transport is not None:
                self.guides.offer_for(reel.width_px, reel.height_px)
            self.source_ready.emit()

    def _show_frame(self, frame: int) -> None:
        self.scrub.show_frame(frame)
        if self.transport is not None:
            self.transport.show_frame(frame)
        self.picture.show_share(frame / max(1, self.frames - 1))
        self.position_changed.emit(frame)

    def _refresh(self) -> None:
        engine = self.engine
        self.picture.set_loading(engine.is_loading)
        if engine.error is not None:
            self.picture.show_error(tr_message(engine.error.message), tr_message(engine.error.hint))
            if engine.error is not self._told:
                self.source_failed.emit(engine.error)
        elif engine.reel is not None and not engine.reel.has_picture:
            self.picture.show_sound(engine.outline, self._family)
        elif engine.reel is None and not engine.is_loading:
            self.picture.show_nothing()
        self._told = engine.error
        self.picture.set_playing(engine.is_playing)
        if self.transport is not None:
            self.transport.show_state(engine)
        if engine.is_playing != self._was_playing:
            self._was_playing = engine.is_playing
            self.playing_changed.emit(engine.is_playing)

    def _fit(self) -> None:
        """Ask for frames as large as the largest view of them."""
        views = [self.picture] if self._full is None else [self.picture, self._full.picture]
        self.engine.resize(*max(view.wanted_size() for view in views))

    def _hold(self, on: bool) -> None:
        """A hand on the knob pauses; letting go plays on."""
        if on:
            self._resumes = self.engine.is_playing
            self.engine.pause()
        elif self._resumes:
            self.engine.play()

    def _open_zones(self) -> None:
        if self.transport is not None:
            self._show_zone(self.guides.area)  # the click has turned the button over
            self.guides.open_menu(self.transport.guides)

    def _show_zone(self, area: SafeArea | None) -> None:
        self.picture.set_zone(area)
        if self.transport is not None:
            self.transport.guides.setChecked(area is not None)

    def _left_full_screen(self) -> None:
        self._full = None
        self._fit()

    def _name_picture(self) -> None:
        self.picture.setAccessibleName(tr("Player: {title}", title=self._title) if self._title else tr("Player"))
