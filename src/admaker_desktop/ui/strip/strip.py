"""The timeline strip: a header that folds it away, and the tracks of the cut below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QTimer, Signal
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.formats import timecode
from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.strip.area import TrackArea
from admaker_desktop.ui.strip.cut import Cut, read_cut
from admaker_desktop.ui.strip.words import cut_facts, cut_parts
from admaker_desktop.ui.widgets import Chip, IconButton, Label, Panel, Slider

if TYPE_CHECKING:
    from admaker_desktop.project.content import ContentStore
    from admaker_desktop.timeline.model import Sequence
    from admaker_desktop.ui.jobs import Jobs

HEADER_PX = 36
_LEAST_TRACKS_PX = 120
_NO_LIMIT = 16_777_215
"""Qt's own greatest height of a widget."""
_ZOOM_STEPS = 1000
_ZOOM_BUTTON = 0.12


class TimelineStrip(Translated):
    """What plays when in the cut, read-only. GUI thread. The playhead is set from outside and moved by the user."""

    scrubbed = Signal(int)
    """The user has moved the playhead to this frame, counted at the view's rate."""
    clip_activated = Signal(str)
    """The id of a clip that was clicked."""
    collapsed_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut: Cut | None = None
        self._open_height = 0
        self._area = TrackArea()
        self._title = Label("section")
        self._facts, self._parts = Chip(), Chip()
        self._parts.setMinimumWidth(0)
        self._slider = Slider()
        self._slider.setRange(0, _ZOOM_STEPS)
        self._slider.setFixedWidth(104)
        self._out, self._in, self._fit = IconButton("zoom-out"), IconButton("zoom-in"), IconButton("move-horizontal")
        self._fold = IconButton("chevron-down")
        self._header = self._build_header()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._area, 1)
        self._area.setMinimumHeight(_LEAST_TRACKS_PX)
        self._connect()
        self._show_facts()
        self.retranslate()

    @property
    def is_collapsed(self) -> bool:
        """Whether only the header is shown; to be saved by whoever remembers the layout."""
        return self._area.isHidden()

    @property
    def area(self) -> TrackArea:
        """The tracks, for focus and tests."""
        return self._area

    def set_collapsed(self, on: bool) -> None:
        """Fold the tracks away or show them."""
        if on == self.is_collapsed:
            return
        if on:
            self._open_height = self.height()
        self._area.setVisible(not on)
        policy = QSizePolicy.Policy.Fixed if on else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.setMaximumHeight(HEADER_PX if on else _NO_LIMIT)
        if not on:  # a splitter gives back the height only to who insists for a moment
            self.setMinimumHeight(self._open_height)
            QTimer.singleShot(0, self, lambda: self.setMinimumHeight(0))
        self._show_facts()
        self.retranslate()
        self.collapsed_changed.emit(on)

    def set_sequence(self, sequence: Sequence | None, view_id: str, store: ContentStore | None, jobs: Jobs) -> None:
        """Show a cut in one of its views, or that there is none yet. An unknown view id shows the first view."""
        self._cut = read_cut(sequence, view_id) if sequence is not None and sequence.views else None
        self._area.show_cut(self._cut, store, jobs)
        self._show_facts()
        self.retranslate()

    def set_position(self, frame: int) -> None:
        """Move the playhead to a frame, counted at the view's rate; no signal is sent."""
        self._area.set_frame(frame)
        if self._area.hasFocus():
            self._describe()

    @property
    def position(self) -> int:
        """The frame at the playhead."""
        return self._area.frame

    def close_media(self) -> None:
        """Drop what is being loaded, before the project is closed."""
        self._area.stop()

    def retranslate(self) -> None:
        self._title.setText(tr("Timeline"))
        self._area.setAccessibleName(tr("Timeline"))
        self._area.set_empty_text(
            tr("The shots, titles, captions, voice and music of your ad appear here after a run.")
        )
        self._name(self._out, tr("Zoom out"), "-")
        self._name(self._in, tr("Zoom in"), "+")
        self._name(self._fit, tr("Show the whole ad"), "F")
        self._slider.setAccessibleName(tr("Zoom of the timeline"))
        self._slider.setToolTip(tr("Zoom of the timeline"))
        words = tr("Show the timeline") if self.is_collapsed else tr("Fold the timeline away")
        self._name(self._fold, words, "")
        if self._cut is not None:
            self._facts.setText(cut_facts(self._cut))
            self._parts.setText(cut_parts(self._cut))
        self._describe()

    def _build_header(self) -> QWidget:
        header = Panel()
        header.setFixedHeight(HEADER_PX)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        left: tuple[QWidget, ...] = (self._title, self._facts, self._parts)
        right: tuple[QWidget, ...] = (self._out, self._slider, self._in, self._fit, self._fold)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        return header

    def _connect(self) -> None:
        self._area.scrubbed.connect(self.scrubbed)
        self._area.scrubbed.connect(self._describe)
        self._area.clip_activated.connect(self.clip_activated)
        self._area.zoomed.connect(self._show_zoom)
        self._slider.valueChanged.connect(lambda value: self._area.set_zoom(value / _ZOOM_STEPS))
        self._out.clicked.connect(lambda: self._area.set_zoom(self._area.zoom - _ZOOM_BUTTON))
        self._in.clicked.connect(lambda: self._area.set_zoom(self._area.zoom + _ZOOM_BUTTON))
        self._fit.clicked.connect(lambda: self._area.set_zoom(0.0))
        self._fold.clicked.connect(lambda: self.set_collapsed(not self.is_collapsed))

    def _show_zoom(self) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(self._area.zoom * _ZOOM_STEPS))
        self._slider.blockSignals(False)

    def _show_facts(self) -> None:
        has_cut = self._cut is not None
        for chip in (self._facts, self._parts):
            chip.setVisible(has_cut)
        for widget in (self._out, self._slider, self._in, self._fit):
            widget.setVisible(has_cut and not self.is_collapsed)
        self._fold.set_icon("chevron-up" if self.is_collapsed else "chevron-down")

    def _describe(self) -> None:
        """Tell a screen reader where the playhead is."""
        if self._cut is None:
            self._area.setAccessibleDescription("")
            return
        fps = float(self._cut.rate.fps)
        at, end = timecode(self._area.frame, fps), timecode(self._cut.frames, fps)
        self._area.setAccessibleDescription(tr("Playhead at {time} of {length}", time=at, length=end))

    @staticmethod
    def _name(button: QWidget, text: str, keys: str) -> None:
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})" if keys else text)
