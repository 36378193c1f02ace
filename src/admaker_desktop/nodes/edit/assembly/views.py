"""The layout of one view: captions and the legal line at the foot of the safe zone, titles where there is room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from admaker_desktop.ad.deliverable import Format
from admaker_desktop.ad.legibility import LEGAL_X_HEIGHT, LEGAL_X_HEIGHT_GOOD_CONTRAST
from admaker_desktop.ad.scene import Box
from admaker_desktop.media.text import Fitted, Room, fit, x_height_px
from admaker_desktop.media.text.setting import Align
from admaker_desktop.nodes.edit.assembly.areas import Area
from admaker_desktop.nodes.edit.assembly.captions import MAX_LINES, NARROW_CHARS, WIDE_CHARS, CaptionSpan
from admaker_desktop.nodes.edit.assembly.parts import CutParts
from admaker_desktop.nodes.edit.assembly.shots import end_shot_index
from admaker_desktop.nodes.edit.assembly.stack import PicturePiece, Piece, Stacked, TextPiece, stack
from admaker_desktop.nodes.edit.assembly.styles import (
    button_style,
    caption_style,
    display_style,
    legal_style,
    plated,
    sticker_style,
    text_style,
)
from admaker_desktop.nodes.edit.assembly.titles import TitleEvent
from admaker_desktop.timeline.model import LogoLayout, ShotClip, TextLayout, TextStyle

LOGO_KEY = "logo"
_WIDE = 1.3
"""Frames wider than this, in heights, have long caption lines."""
_CAPTION_EM_PER_CHAR = 0.54
_GAP = 36
_BAND_GAP = 18
_LEGAL_SHARE = 0.55
"""A legal line higher than this share of the safe zone is set at the smaller size that LEG-01 allows."""
_LEGAL_MOST = 0.6
_LEGAL_LINES = 24
_LEGAL_LEAST_PX = 12
_ONE_LINE_CHARS = 30
"""Calls to action up to this length stay on one line."""
_HEADLINE_LINES = 5
_TITLE_SHARE = 0.35
"""Share of the safe zone that stays free for titles above captions that make way for the subject."""
_ALWAYS_SHOWN = ("headline", "cta")
"""Titles that no view leaves out."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What is laid out in every view."""

    parts: CutParts
    shots: tuple[ShotClip, ...]
    events: tuple[TitleEvent, ...]
    captions: tuple[CaptionSpan, ...]


@dataclass(frozen=True, slots=True)
class TitleLook:
    """A title in one view."""

    style: TextStyle
    layout: TextLayout


@dataclass(frozen=True, slots=True)
class ViewLayout:
    """Everything in one view: titles by event id, captions in order, the logo on the end card."""

    titles: dict[str, TitleLook]
    captions: tuple[TextLayout, ...]
    logo: LogoLayout | None


def lay_out(cut: Cut, view: Format) -> ViewLayout:
    """Place all type of a view; any thread after media.text.start()."""
    return _ViewSolver(cut, view).solve()


def scene_boxes(clip: ShotClip, view: Format) -> tuple[Area, Area, str]:
    """(room for type, subject, type colour) of a shot in a view; by the scene nearest in shape if none has its size."""
    scene = clip.scene_for(view.width_px, view.height_px) or min(
        clip.scenes, key=lambda each: abs(each.width_px / each.height_px - view.width_px / view.height_px)
    )
    across, down = view.width_px / scene.width_px, view.height_px / scene.height_px
    return _scaled(scene.text_box, across, down), _scaled(scene.subject_box, across, down), scene.text_colour


def _scaled(box: Box, across: float, down: float) -> Area:
    return Area.inside(
        Box(
            x_px=box.x_px * across, y_px=box.y_px * down, width_px=box.width_px * across, height_px=box.height_px * down
        )
    )


def says_a_title(span: CaptionSpan, events: Iterable[TitleEvent]) -> bool:
    """Whether a caption only repeats what a title shows word for word the whole time: it is then left to the title."""
    said = _plain(" ".join(word.text for word in span.words))
    return any(
        event.role in _ALWAYS_SHOWN
        and event.start_ticks <= span.start_ticks
        and span.words[-1].end_ticks <= event.end_ticks
        and f" {said} " in f" {_plain(event.text)} "
        for event in events
    )


def _plain(text: str) -> str:
    """Words alone: lower case, without punctuation at their ends."""
    return " ".join(word.strip(".,;:!?…\"'«»“”") for word in text.lower().split()).strip()


class _ViewSolver:
    """Places a view's type from the foot up: legal line, captions, then the titles in what is left."""

    def __init__(self, cut: Cut, view: Format) -> None:
        self._cut = cut
        self._view = view
        self._safe = Area.safe(view)
        self._unit = min(view.width_px, view.height_px) / 1080
        self._brand = cut.parts.brand
        self._titles: dict[str, TitleLook] = {}
        self._logo: LogoLayout | None = None

    def solve(self) -> ViewLayout:
        legal = next((event for event in self._cut.events if event.role == "legal"), None)
        legal_top = self._lay_legal(legal) if legal else self._safe.y1
        captions, tops = self._lay_captions(legal, legal_top)
        for index, clip in enumerate(self._cut.shots):
            events = tuple(event for event in self._cut.events if event.shot == index and event.role != "legal")
            floors = [
                top
                for span, top in zip(self._cut.captions, tops, strict=True)
                if span.start_ticks < clip.end_ticks
                and clip.start_ticks < span.end_ticks
                and not says_a_title(span, self._cut.events)
            ]
            if legal and legal.start_ticks < clip.end_ticks:
                floors.append(legal_top)
            floor = min(floors) - round(_BAND_GAP * self._unit) if floors else self._safe.y1
            self._lay_shot(index, events, floor)
        return ViewLayout(self._titles, captions, self._logo)

    def _lay_legal(self, event: TitleEvent) -> int:
        """Set the legal line at the foot of the safe zone; answers its top row."""
        room, _, colour = scene_boxes(self._cut.shots[event.shot], self._view)
        plain = legal_style(colour)
        fitted = self._fit_legal(event.text, plain)
        area = self._legal_area(fitted)
        style = plain
        if event.start_ticks < self._cut.shots[event.shot].start_ticks or not room.holds(area):
            style = plated(plain)
            fitted = self._fit_legal(event.text, style)
            area = self._legal_area(fitted)
        self._titles[event.id] = TitleLook(style, self._layout(area, fitted, "center"))
        return area.y0

    def _fit_legal(self, text: str, style: TextStyle) -> Fitted:
        """The legal line at the height that LEG-01 asks for; smaller only where it would fill the frame."""
        x_height_em = x_height_px(style, 1000) / 1000
        needed = [
            -int(-share * min(self._view.width_px, self._view.height_px) / x_height_em // 1)
            for share in (LEGAL_X_HEIGHT, LEGAL_X_HEIGHT_GOOD_CONTRAST)
        ]
        for size, share in zip(needed, (_LEGAL_SHARE, _LEGAL_MOST), strict=True):
            fitted = self._fit(text, style, size, share)
            if fitted.fits:
                return fitted
        for size in range(needed[-1], _LEGAL_LEAST_PX, -1):
            fitted = self._fit(text, style, size, _LEGAL_MOST)
            if fitted.fits:
                return fitted
        return self._fit(text, style, _LEGAL_LEAST_PX, _LEGAL_MOST)

    def _fit(self, text: str, style: TextStyle, size: int, share: float) -> Fitted:
        """A text at one size in a share of the safe zone's height."""
        room = Room(self._safe.width, self._safe.height * share, size, size, _LEGAL_LINES)
        return fit(text, style, room, "center")

    def _legal_area(self, fitted: Fitted) -> Area:
        return self._at_foot(fitted, self._safe.y1)

    def _at_foot(self, fitted: Fitted, floor: int) -> Area:
        """A block centred in the safe zone, standing on a row."""
        width, height = int(fitted.width_px), int(fitted.height_px)
        x = self._safe.x0 + (self._safe.width - width) // 2
        return Area(x, floor - height, x + width, floor)

    def _lay_captions(self, legal: TitleEvent | None, legal_top: int) -> tuple[tuple[TextLayout, ...], list[int]]:
        """Every caption's layout and the top row that its band keeps free."""
        style = caption_style(self._brand)
        is_wide = self._view.width_px / self._view.height_px > _WIDE
        chars = WIDE_CHARS if is_wide else NARROW_CHARS
        size = min(52 * self._unit, self._safe.width / (chars * _CAPTION_EM_PER_CHAR + 2 * style.box_pad_x_em))
        room = Room(self._safe.width, self._safe.height, size, size / 2, MAX_LINES, chars)
        fitted = [fit(span.text, style, room, "center") for span in self._cut.captions]
        band = max((int(each.height_px) for each in fitted), default=0)
        floors = []
        for span, each in zip(self._cut.captions, fitted, strict=True):
            floor = self._safe.y1
            if legal and legal.start_ticks < span.end_ticks:
                floor = legal_top - round(_BAND_GAP * self._unit)
            floors.append(self._off_the_subject(span, self._at_foot(each, floor), band))
        layouts = tuple(
            self._layout(self._at_foot(each, floor), each, "center") for each, floor in zip(fitted, floors, strict=True)
        )
        return layouts, [floor - band for floor in floors]

    def _off_the_subject(self, span: CaptionSpan, area: Area, band: int) -> int:
        """The row that a caption stands on: above the subject where it would cover it and titles still have room."""
        clip = next(clip for clip in reversed(self._cut.shots) if clip.start_ticks <= span.start_ticks)
        subject = scene_boxes(clip, self._view)[1]
        hidden = area.common(subject)
        above = subject.y0 - round(_BAND_GAP * self._unit)
        has_room = above - band >= self._safe.y0 + _TITLE_SHARE * self._safe.height
        return above if hidden.width and hidden.height and has_room and above < area.y1 else area.y1

    def _lay_shot(self, index: int, events: tuple[TitleEvent, ...], floor: int) -> None:
        """Stack a shot's titles in the room that its picture leaves, else on plates anywhere above the floor."""
        room, _, colour = scene_boxes(self._cut.shots[index], self._view)
        has_logo = index == end_shot_index(self._cut.parts) and self._cut.parts.logo is not None
        if not events and not has_logo:
            return
        is_end = index == end_shot_index(self._cut.parts)
        lift = 0.5 if is_end else 0.42
        free = self._safe.above(floor)
        inside = room.common(free)
        best = self._stack(events, inside, colour, has_logo, lift)
        if not best.is_comfortable:
            wider = Area(free.x0, max(free.y0, min(room.y0, free.y1)), free.x1, free.y1).common(free)
            for area in (wider, free):
                other = self._stack(events, area, "", has_logo, lift)
                if other.is_comfortable or (other.fits and not best.fits):
                    best = other
                if best.is_comfortable:
                    break
        self._keep(best)

    def _align(self, area: Area) -> Align:
        """Type beside the subject starts at a common left edge; above or below it, it is centred."""
        return "center" if abs(area.centre_x - self._view.width_px / 2) < 0.1 * self._view.width_px else "left"

    def _stack(self, events: tuple[TitleEvent, ...], area: Area, colour: str, has_logo: bool, lift: float) -> Stacked:
        """Try an area; an empty colour asks for type that reads on any picture."""
        pieces = tuple(self._piece(event, colour) for event in events)
        if has_logo:
            logo = self._cut.parts.logo
            assert logo is not None  # noqa: S101 - said by has_logo
            pieces = (PicturePiece(LOGO_KEY, logo.width_px / logo.height_px, 170 * self._unit), *pieces)
        return stack(pieces, area, self._align(area), _GAP * self._unit, lift)

    def _piece(self, event: TitleEvent, colour: str) -> Piece:
        """How large a title may be, and how it looks."""
        unit = self._unit
        is_end = event.shot == end_shot_index(self._cut.parts)
        display, text = (
            style(self._brand, colour or "#ffffff") if colour else plated(style(self._brand, "#ffffff"))
            for style in (display_style, text_style)
        )
        if event.role == "cta":
            rows = 1 if len(event.text) <= _ONE_LINE_CHARS else 2
            return TextPiece(event.id, event.text, button_style(self._brand), 66 * unit, 32 * unit, rows)
        if event.role == "offer":
            is_sticker = self._brand.direction in ("graphic", "playful") and not is_end
            style = sticker_style(self._brand) if is_sticker else display
            least, lines = (36, 4) if is_end else (44, 3)
            return TextPiece(event.id, event.text, style, (84 if is_end else 120) * unit, least * unit, lines, is_end)
        if event.role == "brand":
            return TextPiece(event.id, event.text, display, 128 * unit, 48 * unit, 2)
        if event.role == "support":
            return TextPiece(event.id, event.text, text, 84 * unit, 44 * unit, 4, True)
        return TextPiece(event.id, event.text, display, 150 * unit, 60 * unit, _HEADLINE_LINES, is_end)

    def _keep(self, stacked: Stacked) -> None:
        for placed in stacked.placed:
            if isinstance(placed.piece, TextPiece) and placed.fitted is not None:
                self._titles[placed.piece.key] = TitleLook(
                    placed.piece.style, self._layout(placed.area, placed.fitted, stacked.align)
                )
            else:
                area = placed.area
                self._logo = LogoLayout(
                    view=self._view.id, x_px=area.x0, y_px=area.y0, width_px=area.width, height_px=area.height
                )

    def _layout(self, area: Area, fitted: Fitted, align: Align) -> TextLayout:
        return TextLayout(
            view=self._view.id,
            x_px=area.x0,
            y_px=area.y0,
            width_px=area.width,
            height_px=area.height,
            size_px=fitted.size_px,
            lines=fitted.lines,
            align=align,
        )
