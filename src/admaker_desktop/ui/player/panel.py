"""The player: picture, scrub bar and transport in one panel, or picture and play button alone on the Start page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qtpy.QtCore import QEvent, QSize, Qt, Signal
from qtpy.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from qtpy.QtWidgets import QVBoxLayout, QWidget

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.ui.formats import timecode
from admaker_desktop.ui.i18n import Translated, tr, tr_error, tr_message
from admaker_desktop.ui.jobs import Jobs
from admaker_desktop.ui.player.engine import Engine
from admaker_desktop.ui.player.fullscreen import FullScreen
from admaker_desktop.ui.player.picture import PictureView
from admaker_desktop.ui.player.scrub import ScrubBar
from admaker_desktop.ui.player.transport import Transport
from admaker_desktop.ui.player.zones import SafeArea, placements, safe_area
from admaker_desktop.ui.widgets import Menu

if TYPE_CHECKING:
    from admaker_desktop.media.playback.output import AudioOut
    from admaker_desktop.media.playback.sources import Source

_STEP, _BIG_STEP = 1, 10
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
        self._jobs = jobs
        self._title = ""
        self._family = "voice"
        self._was_playing = False
        self._resumes = False
        self._told: AdMakerError | None = None
        self._zones: list[tuple[str, str]] = []
        self._zone_of: Callable[[str], SafeArea] = safe_area
        self._has_own_zones = False
        self._zone, self._last_zone = "", ""
        self._full: FullScreen | None = None
        self.engine = Engine(jobs, make_output)
        self.picture = PictureView(self, has_button=compact)
        self.scrub = ScrubBar(self)
        self.transport = None if compact else Transport(self)
        self._lay_out(compact)
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
        self._zones, self._zone_of, self._has_own_zones = choices, provider, True
        if self._zone and self._zone not in dict(choices):
            self.show_zone("")

    def show_zone(self, zone_id: str) -> None:
        """Draw the zone of a placement over the picture; empty: none."""
        area = self._zone_of(zone_id) if zone_id else None
        self._zone = zone_id
        self._last_zone = zone_id or self._last_zone
        for view in self._views():
            view.set_zone(area)
        if self.transport is not None:
            self.transport.guides.setChecked(bool(zone_id))

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
        if self.engine.is_playing:
            self.engine.pause()
        else:
            self.engine.play()

    def step(self, frames: int) -> None:
        """Pause and go some frames forward, or back when negative."""
        at = self.engine.frame
        self.engine.pause()
        self.engine.seek(at + frames)

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
        full = FullScreen(self._key)
        full.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        full.left.connect(self._left_full_screen)
        full.picture.clicked.connect(self.toggle)
        full.picture.resized.connect(self._fit)
        full.scrub.scrubbed.connect(self.engine.seek)
        full.scrub.held.connect(self._hold)
        self._full = full
        full.setGeometry(self.screen().geometry())
        full.showFullScreen()
        self._show_reel()
        self.show_zone(self._zone)
        if self.picture.image is not None:
            full.picture.show_image(self.picture.image)
        full.picture.setFocus()

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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shut_down()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.shut_down()
        super().closeEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _lay_out(self, compact: bool) -> None:
        column = QVBoxLayout(self)
        margin = 0 if compact else _MARGIN_PX
        column.setContentsMargins(margin, margin, margin, 0 if compact else 8)
        column.setSpacing(2)
        column.addWidget(self.picture, 1)
        column.addWidget(self.scrub)
        if self.transport is not None:
            column.addWidget(self.transport)
        self.setFocusProxy(self.picture)

    def _connect(self) -> None:
        engine = self.engine
        engine.picture.connect(self._show_picture)
        engine.changed.connect(self._refresh)
        engine.reel_changed.connect(self._show_reel)
        engine.moved.connect(self._show_frame)
        self.picture.resized.connect(self._fit)
        self.picture.clicked.connect(self._picture_clicked)
        self.picture.retry.connect(engine.reopen)
        self.scrub.scrubbed.connect(engine.seek)
        self.scrub.held.connect(self._hold)
        if self.transport is not None:
            self.transport.pressed.connect(self._do)
            self.transport.volume_chosen.connect(engine.set_volume)
            self.transport.view_chosen.connect(self.view_chosen)

    def _do(self, order: str) -> None:
        orders: dict[str, Callable[[], None]] = {
            "first": lambda: self.engine.seek(0),
            "back": lambda: self.step(-_STEP),
            "play": self.toggle,
            "forward": lambda: self.step(_STEP),
            "last": lambda: self.engine.seek(self.frames - 1),
            "loop": lambda: self.set_loop(not self.engine.loops),
            "mute": lambda: self.set_muted(not self.engine.is_muted),
            "guides": self._open_zones,
            "full": self.enter_full_screen,
        }
        orders[order]()

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it did."""
        if self.engine.reel is None:
            return False
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        step = _BIG_STEP if has_shift else _STEP
        key = Qt.Key
        orders: dict[int, Callable[[], None]] = {
            key.Key_Space: self.toggle,
            key.Key_K: self.pause,
            key.Key_L: lambda: self.engine.shuttle(1),
            key.Key_J: lambda: self.engine.shuttle(-1),
            key.Key_Comma: lambda: self.step(-step),
            key.Key_Period: lambda: self.step(step),
            key.Key_Less: lambda: self.step(-_BIG_STEP),
            key.Key_Semicolon: lambda: self.step(-_BIG_STEP if has_shift else 0),
            key.Key_Greater: lambda: self.step(_BIG_STEP),
            key.Key_Colon: lambda: self.step(_BIG_STEP if has_shift else 0),
            key.Key_Left: lambda: self.step(-step),
            key.Key_Right: lambda: self.step(step),
            key.Key_Home: lambda: self.engine.seek(0),
            key.Key_End: lambda: self.engine.seek(self.frames - 1),
            key.Key_M: lambda: self._do("mute"),
            key.Key_G: self._toggle_zone,
            key.Key_F11: self.enter_full_screen,
        }
        order = orders.get(event.key())
        if order is not None:
            order()
        return order is not None

    def _show_picture(self, image: QImage, _frame: int) -> None:
        for view in self._views():
            view.show_image(image)

    def _show_reel(self) -> None:
        reel = self.engine.reel
        frames, fps = (reel.frames, float(reel.fps.fps)) if reel else (0, 30.0)
        for bar in self._bars():
            bar.set_frames(frames)
        if self.transport is not None:
            self.transport.show_reel(frames, fps)
            has_picture = bool(reel and reel.has_picture)
            self.transport.guides.setEnabled(has_picture)
            self.transport.guides.setChecked(has_picture and bool(self._zone))
        for view in self._views():
            view.set_full_size(reel.width_px if reel else 0, reel.height_px if reel else 0)
        self._fit()
        self._show_frame(self.engine.frame)
        if reel is not None:
            if reel.has_picture and not self._has_own_zones and self.transport is not None:
                width, height = reel.width_px, reel.height_px
                self._jobs.start(lambda: placements(width, height), self._take_zones)
            self.source_ready.emit()

    def _take_zones(self, choices: list[tuple[str, str]]) -> None:
        if not self._has_own_zones:
            self._zones = choices
            if self._zone and self._zone not in dict(choices):
                self.show_zone("")

    def _show_frame(self, frame: int) -> None:
        for bar in self._bars():
            bar.show_frame(frame)
        if self.transport is not None:
            self.transport.show_frame(frame)
        if self._full is not None:
            self._full.time.setText(timecode(frame, self.fps))
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
        for view in self._views():
            view.set_playing(engine.is_playing)
        if self.transport is not None:
            self.transport.show_playing(engine.is_playing)
            self.transport.loop.setChecked(engine.loops)
            error = tr_error(engine.sound_error) if engine.sound_error else ""
            self.transport.show_sound(is_muted=engine.is_muted, has_device=engine.has_device, error=error)
        if engine.is_playing != self._was_playing:
            self._was_playing = engine.is_playing
            self.playing_changed.emit(engine.is_playing)

    def _fit(self) -> None:
        """Ask for frames as large as the largest view of them."""
        sizes = [view.wanted_size() for view in self._views()]
        self.engine.resize(*max(sizes))

    def _hold(self, on: bool) -> None:
        """A hand on the knob pauses; letting go plays on."""
        if on:
            self._resumes = self.engine.is_playing
            self.engine.pause()
        elif self._resumes:
            self.engine.play()

    def _picture_clicked(self) -> None:
        if self.transport is None:
            self.toggle()

    def _open_zones(self) -> None:
        """The menu of placements."""
        if self.transport is None:
            return
        self.transport.guides.setChecked(bool(self._zone))
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, text in [("", tr("No safe zone")), *self._zones]:
            action = menu.add(text, lambda key=key: self.show_zone(key), why=self._basis(key))
            action.setCheckable(True)
            action.setChecked(key == self._zone)
        menu.open_under(self.transport.guides)

    def _basis(self, zone_id: str) -> str:
        return self._zone_of(zone_id).basis if zone_id else ""

    def _toggle_zone(self) -> None:
        known = dict(self._zones)
        first = self._last_zone if self._last_zone in known else next(iter(known), "")
        self.show_zone("" if self._zone else first)

    def _left_full_screen(self) -> None:
        self._full = None
        self._fit()

    def _views(self) -> list[PictureView]:
        return [self.picture] if self._full is None else [self.picture, self._full.picture]

    def _bars(self) -> list[ScrubBar]:
        return [self.scrub] if self._full is None else [self.scrub, self._full.scrub]

    def _name_picture(self) -> None:
        self.picture.setAccessibleName(tr("Player: {title}", title=self._title) if self._title else tr("Player"))
