"""What lies over the picture: titles and their animations, captions that light up word by word, logos."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.core.store import MediaReader
from admaker_desktop.core.ticks import TICKS_PER_SECOND
from admaker_desktop.media.compose.cells import Word, word_cells
from admaker_desktop.media.compose.motion import ease
from admaker_desktop.media.compose.patch import Cell, Patch
from admaker_desktop.media.compose.planes import Bytes, Frame, Scratch, premultiplied
from admaker_desktop.media.stills import load_rgba
from admaker_desktop.timeline.model import (
    CaptionClip,
    Clip,
    LogoClip,
    LogoLayout,
    TextLayout,
    TextStyle,
    TitleClip,
)

FADE_TICKS = TICKS_PER_SECOND // 4
RISE_TICKS = TICKS_PER_SECOND * 2 // 5
RISE = 0.03
"""How far a rising title comes from below: a fraction of the frame's height."""
WORD_STEP_TICKS = TICKS_PER_SECOND * 8 // 100


class Drawn(Protocol):
    """A picture of a block of type."""

    @property
    def rgba(self) -> NDArray[np.uint8]:
        """(h, w, 4) premultiplied RGBA."""
        ...

    @property
    def x_px(self) -> int: ...
    @property
    def y_px(self) -> int:
        """Its top left corner in the frame."""
        ...

    @property
    def words(self) -> SequenceOf[Word]:
        """The parts of the lines between plain spaces, in reading order."""
        ...


class TextDrawer(Protocol):
    """Draws laid out type, as `media.text.draw` does; the same bytes on any thread."""

    def __call__(self, layout: TextLayout, style: TextStyle, *, lit: bool = False) -> Drawn: ...


class Overlay(Protocol):
    """Something drawn over the picture while its clip lasts."""

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        """Draw over the frame; `tick` is the middle of the frame's time."""
        ...


@dataclass(frozen=True, slots=True)
class Fade:
    """Opacity of a clip: in and out within a quarter of a second; what ends with the ad stays to the last frame."""

    start_ticks: int
    end_ticks: int
    fades_out: bool

    @classmethod
    def of(cls, clip: Clip, last_tick: int) -> Fade:
        return cls(clip.start_ticks, clip.end_ticks, clip.end_ticks <= last_tick)

    def opacity(self, tick: int) -> float:
        """0..1 at a tick of the sequence."""
        length = min(FADE_TICKS, (self.end_ticks - self.start_ticks) // 3)
        coming = ease((tick - self.start_ticks) / length)
        return min(coming, ease((self.end_ticks - tick) / length)) if self.fades_out else coming


def title_overlay(clip: TitleClip, layout: TextLayout, frame_height: int, last_tick: int, draw: TextDrawer) -> Overlay:
    """The overlay of a title in one view."""
    drawn = draw(layout, clip.style)
    patch, fade = Patch.of(drawn.rgba, drawn.x_px, drawn.y_px), Fade.of(clip, last_tick)
    if clip.animation == "none":
        return _Plain(patch)
    if clip.animation == "rise":
        return _Rising(patch, fade, frame_height * RISE)
    if clip.animation == "words" and len(drawn.words) > 1:
        return _WordByWord(patch, fade, _cells(drawn, patch))
    return _Fading(patch, fade)


def caption_overlay(clip: CaptionClip, layout: TextLayout, draw: TextDrawer) -> Overlay:
    """The overlay of a caption in one view: hard on and off with its clip, each word lit while it sounds."""
    drawn = draw(layout, clip.style)
    rest = Patch.of(drawn.rgba, drawn.x_px, drawn.y_px)
    if not clip.style.lit_colour:
        return _Plain(rest)
    shining = draw(layout, clip.style, lit=True)
    return _Karaoke(clip, rest, Patch.of(shining.rgba, shining.x_px, shining.y_px), _cells(drawn, rest))


def logo_overlay(clip: LogoClip, layout: LogoLayout, last_tick: int, reader: MediaReader) -> Overlay:
    """The overlay of a logo in one view; raises MediaError when its picture is gone or damaged."""
    rgba, x_px, y_px = _placed(premultiplied(load_rgba(reader, clip.image)), layout)
    return _Fading(Patch.of(rgba, x_px, y_px), Fade.of(clip, last_tick))


@dataclass(frozen=True, slots=True)
class _Plain:
    patch: Patch

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        del tick
        self.patch.lay_over(frame, scratch)


@dataclass(frozen=True, slots=True)
class _Fading:
    patch: Patch
    fade: Fade

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        self.patch.lay_over(frame, scratch, opacity=self.fade.opacity(tick))


@dataclass(frozen=True, slots=True)
class _Rising:
    patch: Patch
    fade: Fade
    way_px: float

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        left = 1 - min(1.0, (tick - self.fade.start_ticks) / RISE_TICKS)
        patch = self.patch.lowered(self.way_px * left**3) if left > 0 else self.patch
        patch.lay_over(frame, scratch, opacity=self.fade.opacity(tick))


@dataclass(frozen=True, slots=True)
class _WordByWord:
    patch: Patch
    fade: Fade
    cells: tuple[Cell, ...]

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        start, end = self.fade.start_ticks, self.fade.end_ticks
        step = min(WORD_STEP_TICKS, (end - start) // (2 * len(self.cells)))
        if tick - start >= step * len(self.cells) + FADE_TICKS:
            self.patch.lay_over(frame, scratch, opacity=self.fade.opacity(tick))
            return
        for place, cell in enumerate(self.cells):
            word = Fade(start + place * step, end, self.fade.fades_out)
            self.patch.lay_over(frame, scratch, opacity=word.opacity(tick), cell=cell)


class _Karaoke:
    """The rest rendering with the sounding word's cells taken from the lit one; composed anew at each word only."""

    def __init__(self, clip: CaptionClip, rest: Patch, lit: Patch, cells: tuple[Cell, ...]) -> None:
        self._clip = clip
        self._rest = rest
        self._lit = lit
        self._cells = cells
        self._shown: tuple[int | None, Patch] = (None, rest)

    def draw(self, frame: Frame, tick: int, scratch: Scratch) -> None:
        words = self._clip.words
        sounding = next((at for at, word in enumerate(words) if word.start_ticks <= tick < word.end_ticks), None)
        if sounding != self._shown[0]:
            patch = self._rest if sounding is None else self._rest.with_cells_of(self._lit, self._cells_of(sounding))
            self._shown = (sounding, patch)
        self._shown[1].lay_over(frame, scratch)

    def _cells_of(self, word: int) -> tuple[Cell, ...]:
        """A caption's word may hold plain spaces ("20 %"): then it has several boxes."""
        boxes = [len(each.text.split(" ")) for each in self._clip.words]
        first = sum(boxes[:word])
        return self._cells[first : first + boxes[word]]


def _cells(drawn: Drawn, patch: Patch) -> tuple[Cell, ...]:
    return word_cells(drawn.words, patch, drawn.x_px - patch.x_px, drawn.y_px - patch.y_px)


def _placed(rgba: Bytes, layout: LogoLayout) -> tuple[Bytes, int, int]:
    """Premultiplied RGBA scaled into its box, and the whole pixel at which it begins."""
    width = rgba.shape[1]
    size = (max(1, round(layout.width_px)), max(1, round(layout.height_px)))
    how = cv2.INTER_AREA if size[0] < width else cv2.INTER_LINEAR
    scaled = np.asarray(cv2.resize(rgba, size, interpolation=how), np.uint8)
    return scaled, round(layout.x_px), round(layout.y_px)
