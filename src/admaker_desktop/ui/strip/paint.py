"""How the strip looks: ruler, track heads, clips with pictures, words and waveforms, playhead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from qtpy.QtCore import QPointF, QRectF, QSize, Qt
from qtpy.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from admaker_desktop.core.ticks import TICKS_PER_SECOND
from admaker_desktop.ui.formats import timecode
from admaker_desktop.ui.strip.cut import Cut, StripClip, TrackKind
from admaker_desktop.ui.strip.layout import HEAD_PX, LABEL_PX, RULER_PX, TrackBox
from admaker_desktop.ui.strip.media import PEAKS_PER_S, StripMedia
from admaker_desktop.ui.strip.scale import Mark, marks, step_of
from admaker_desktop.ui.strip.view import StripView
from admaker_desktop.ui.strip.words import clip_label, head_note, head_title
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import mono_font, ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import paint

FAMILIES: dict[TrackKind, str] = {
    "captions": "text",
    "titles": "image",
    "shots": "video",
    "voice": "voice",
    "music": "music",
}
_HEAD_ICONS: dict[TrackKind, str] = {
    "captions": "captions",
    "titles": "type",
    "shots": "film",
    "voice": "mic",
    "music": "music",
}
_RADIUS = 6.0
_FILL, _FILL_SHOT, _BORDER = 0.20, 0.40, 0.55
_BAR_PX, _BAR_GAP_PX = 2.0, 1.0
_BEHIND_WORDS = 0.5
"""Strength of a waveform that lies behind its words."""
_LEAST_TILE = 1.0
"""A picture is never shown narrower than this share of its height: of a tall one the part around its subject."""
_JOIN_PX = 18
_ROOMY_PX = 33
"""From this height on a waveform lies below its words, else behind them."""
_PLAYHEAD_PX = 1.5
_OPEN_AT, _SILENT_AT = 0.42, 0.9
"""Where the line of the music's gain lies in its clip, from the top: fully open, and silent."""


def paint_strip(
    painter: QPainter, part: QRectF, view: StripView, media: StripMedia, state: Callable[[StripClip], str]
) -> None:
    """Everything that lies in a part of the viewport, all but the playhead; `state` as `paint_clip` takes it."""
    cut = view.cut
    if cut is None:
        return
    ruled = tuple(marks(view.scale, cut.rate, view.ruler.width()))
    if part.intersects(view.tracks):
        painter.setClipRect(view.tracks.intersected(part))
        paint_grounds(painter, view, ruled)
        seen = [(clip, rect) for clip, rect in view.clips() if rect.intersects(view.tracks) and rect.intersects(part)]
        for clip, rect in seen:
            paint_clip(painter, clip, rect, view.tracks, media, state=state(clip))
        for clip, rect in seen:
            if clip.fade_in_ticks:
                paint_join(painter, rect.left(), rect.center().y())
    if part.intersects(view.heads):
        painter.setClipRect(view.heads.intersected(part))
        painter.fillRect(view.heads, theme.colour("panel"))
        for box in view.boxes:
            paint_head(painter, box, RULER_PX - view.top_px, cut, media)
    if part.intersects(view.ruler):
        painter.setClipRect(part)
        paint_ruler(painter, view, ruled)
        painter.fillRect(QRectF(0, 0, HEAD_PX, RULER_PX), theme.colour("panel"))
        hairline(painter, 0, HEAD_PX, RULER_PX)
        painter.fillRect(QRectF(HEAD_PX - 1, 0, 1, view.heads.bottom()), theme.colour("line"))


def paint_empty(painter: QPainter, rect: QRectF, text: str) -> None:
    """One sentence in place of the tracks."""
    painter.fillRect(rect, theme.colour("bg"))
    painter.setFont(ui_font(13))
    painter.setPen(theme.colour("t3"))
    flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    painter.drawText(rect.adjusted(24, 8, -24, -8), flags, text)


def paint_ruler(painter: QPainter, view: StripView, ruled: tuple[Mark, ...]) -> None:
    """The times above the tracks."""
    cut, rect = view.cut, view.ruler
    if cut is None:
        return
    painter.fillRect(rect, theme.colour("panel"))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setFont(ui_font(10.5, tabular=True))
    by_seconds = step_of(view.scale.px_per_s, cut.rate).is_whole_seconds
    fps, strong, weak = float(cut.rate.fps), theme.colour("line2"), theme.colour("line")
    room = QFontMetricsF(painter.font()).horizontalAdvance("00:00" if by_seconds else "00:00:00")
    painter.setPen(theme.colour("t3"))
    for mark in ruled:
        x, height = round(rect.left() + mark.x), 9 if mark.is_major else 4
        painter.fillRect(QRectF(x, rect.bottom() - height - 1, 1, height), strong if mark.is_major else weak)
        if mark.is_major and x + 5 + room < rect.right():
            text = timecode(mark.frame, fps)
            place = QRectF(x + 5, rect.top(), room + 2, rect.height() - 5)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text[:-3] if by_seconds else text)
    painter.restore()
    hairline(painter, rect.left(), rect.right(), rect.bottom())


def paint_grounds(painter: QPainter, view: StripView, ruled: tuple[Mark, ...]) -> None:
    """What lies behind the clips: the tracks' lines, lines of the ruler's times, hatching after the end."""
    rect = view.tracks
    painter.fillRect(rect, theme.colour("bg"))
    faint = paint.faded(theme.colour("line"), 0.5)
    for mark in ruled:
        if mark.is_major:
            painter.fillRect(QRectF(round(rect.left() + mark.x), rect.top(), 1, rect.height()), faint)
    end = rect.left() + view.scale.x_at(view.cut.sequence.duration_ticks if view.cut else 0)
    if end < rect.right():
        beyond = QRectF(end, rect.top(), rect.right() - end, rect.height())
        painter.fillRect(beyond, theme.colour("canvas"))
        painter.fillRect(beyond, QBrush(paint.faded(theme.colour("line"), 0.7), Qt.BrushStyle.BDiagPattern))
    for box in view.boxes:
        hairline(painter, rect.left(), rect.right(), rect.top() - view.top_px + box.y + box.height)


def paint_head(painter: QPainter, box: TrackBox, top: float, cut: Cut, media: StripMedia) -> None:
    """A track's name at the left."""
    rect = QRectF(0, top + box.y, HEAD_PX, box.height)
    kind = box.track.kind
    colour = theme.family(FAMILIES[kind])
    painter.fillRect(rect, theme.colour("panel"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = min(7.0, box.height / 5)
    painter.drawRoundedRect(QRectF(4, rect.top() + inset, 3, rect.height() - 2 * inset), 1.5, 1.5)
    middle = rect.center().y()
    paint_icon(painter, _HEAD_ICONS[kind], QRectF(15, middle - 8, 16, 16), colour)
    font = ui_font(12.5, 500)
    painter.setFont(font)
    name = head_title(kind)
    width = min(QFontMetricsF(font).horizontalAdvance(name) + 1, HEAD_PX - 48)
    paint.words(painter, QRectF(39, rect.top(), width, rect.height()), name, theme.colour("t1"))
    note = head_note(box.track, cut, media.lowest_gain)
    if note:
        painter.setFont(ui_font(11))
        left = 39 + width + 6
        paint.words(painter, QRectF(left, rect.top(), HEAD_PX - left - 8, rect.height()), note, theme.colour("t3"))
    hairline(painter, 0, HEAD_PX, rect.bottom())


def paint_clip(
    painter: QPainter, clip: StripClip, rect: QRectF, seen: QRectF, media: StripMedia, *, state: str = ""
) -> None:
    """A clip in its whole rectangle, of which `seen` is on the screen; `state` is "hovered", "selected" or empty."""
    colour = theme.family(FAMILIES[clip.kind])
    strength = (_FILL_SHOT if clip.kind == "shots" else _FILL) + (0.08 if state == "hovered" else 0.0)
    shape = QPainterPath()
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    radius = min(_RADIUS, inner.width() / 2)
    shape.addRoundedRect(inner, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.between(theme.colour("panel"), colour, strength))
    painter.drawPath(shape)
    if clip.kind == "shots":
        painter.save()
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        _paint_film(painter, clip, rect, seen, media)
        painter.restore()
    elif clip.audio:
        _paint_wave(painter, clip, rect, seen, media, colour)
    _paint_words(painter, clip, rect, seen, colour)
    border = paint.between(theme.colour("panel"), colour, _BORDER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "selected":
        painter.setPen(QPen(theme.colour("white" if theme.is_dark else "acc"), 2))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    else:
        painter.setPen(QPen(border, 1))
        painter.drawPath(shape)


def paint_join(painter: QPainter, x: float, middle: float) -> None:
    """The tile on the cut where two shots dissolve."""
    tile = QRectF(x - _JOIN_PX / 2, middle - _JOIN_PX / 2, _JOIN_PX, _JOIN_PX)
    paint.box(painter, tile, 5, theme.colour("panel"), theme.family("video"))
    paint_icon(painter, "blend", tile.adjusted(3, 3, -3, -3), theme.colour("t1"))


def paint_gain(painter: QPainter, rect: QRectF, seen: QRectF, clip: StripClip, gain: QPolygonF) -> None:
    """The white line over the music: high where it plays open, low where it is ducked."""
    px_per_value = rect.width() / max(clip.seconds * PEAKS_PER_S, 1e-6)
    start = rect.left() - clip.start_ticks / TICKS_PER_SECOND * PEAKS_PER_S * px_per_value
    high, low = rect.top() + rect.height() * _OPEN_AT, rect.top() + rect.height() * _SILENT_AT
    painter.save()
    painter.setClipRect(rect.intersected(seen), Qt.ClipOperation.IntersectClip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(paint.faded(theme.colour("white" if theme.is_dark else "t1"), 0.9), 1.2))
    painter.drawPolyline(QTransform(px_per_value, 0, 0, high - low, start, low).map(gain))
    painter.restore()


def paint_playhead(painter: QPainter, x: float, bottom: float) -> None:
    """The red line through all tracks with its head in the ruler."""
    colour = theme.colour("playhead")
    painter.fillRect(QRectF(x - _PLAYHEAD_PX / 2, RULER_PX - 8, _PLAYHEAD_PX, bottom - RULER_PX + 8), colour)
    head = QPainterPath()
    top = RULER_PX - 18.0
    head.addRoundedRect(QRectF(x - 5.5, top, 11, 10), 2.5, 2.5)
    point = QPainterPath()
    point.addPolygon(QPolygonF([QPointF(x - 5.5, top + 8), QPointF(x + 5.5, top + 8), QPointF(x, top + 16)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(head.united(point))


def paint_time(painter: QPainter, frame: int, cut: Cut) -> None:
    """The playhead's time in the corner above the heads."""
    corner = QRectF(0, 0, HEAD_PX, RULER_PX)
    painter.setFont(mono_font(11.5))
    paint.words(painter, corner.adjusted(15, 0, -8, -5), timecode(frame, float(cut.rate.fps)), theme.colour("t2"))


def hairline(painter: QPainter, left: float, right: float, bottom: float) -> None:
    """A line of one pixel just above `bottom`."""
    painter.fillRect(QRectF(left, bottom - 1, right - left, 1), theme.colour("line"))


def _paint_film(painter: QPainter, clip: StripClip, rect: QRectF, seen: QRectF, media: StripMedia) -> None:
    """Pictures of the shot, one after the other, each of the moment at which it stands."""
    top = rect.top() + min(LABEL_PX, rect.height() / 3)
    height = rect.bottom() - 1 - top
    moments = media.moments(clip)
    if not moments:
        painter.fillRect(QRectF(rect.left(), top, rect.width(), height), paint.faded(theme.colour("raised"), 0.8))
        return
    width = max(1, round(height * max(_LEAST_TILE, media.aspect(clip))))
    size, ratio = QSize(width, round(height)), painter.device().devicePixelRatioF()
    first = max(0, int((seen.left() - rect.left()) / width))
    x = rect.left() + first * width
    while x < min(rect.right(), seen.right()):
        middle = (min(x + width, rect.right()) + x) / 2 - rect.left()
        moment = min(moments - 1, int(middle / rect.width() * moments))
        painter.drawPixmap(QPointF(x, top), media.tile(clip, moment, size, ratio))
        x += width
        painter.fillRect(QRectF(x - 1, top, 1, height), paint.faded(theme.colour("canvas"), 0.35))


def _paint_wave(
    painter: QPainter, clip: StripClip, rect: QRectF, seen: QRectF, media: StripMedia, colour: QColor
) -> None:
    """The outline as bars on both sides of a middle line, below the words."""
    peaks = media.peaks(clip)
    top = rect.top() + (15 if rect.height() >= _ROOMY_PX else 3)
    middle, reach = (top + rect.bottom() - 3) / 2, (rect.bottom() - 3 - top) / 2
    bars = [
        QRectF(x, middle - half, _BAR_PX, 2 * half)
        for x, level in _bars(peaks, clip, rect, seen)
        for half in (max(0.75, level * reach),)
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # whole pixels, and a tenth of the time
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.faded(colour, 1.0 if rect.height() >= _ROOMY_PX else _BEHIND_WORDS))
    painter.drawRects(bars)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if clip.is_ducked and not media.gain.isEmpty():
        paint_gain(painter, rect, seen, clip, media.gain)


def _bars(peaks: tuple[float, ...], clip: StripClip, rect: QRectF, seen: QRectF) -> Iterator[tuple[float, float]]:
    """(x, level 0..1) of the visible bars; they stand still in the clip while it is scrolled."""
    pitch = _BAR_PX + _BAR_GAP_PX
    per_px = clip.seconds * PEAKS_PER_S / max(rect.width(), 1e-6)
    first = max(0, int((seen.left() - rect.left()) / pitch))
    last = int((min(seen.right(), rect.right() - 3) - rect.left() - 3) / pitch)
    edges = [round(at * pitch * per_px) for at in range(first, last + 2)]
    for at, (start, end) in enumerate(pairwise(edges), first):
        yield rect.left() + 3 + at * pitch, max(peaks[start : max(end, start + 1)], default=0.0)


def _paint_words(painter: QPainter, clip: StripClip, rect: QRectF, seen: QRectF, colour: QColor) -> None:
    """The clip's label, which stays in sight as long as the clip does."""
    if clip.kind == "music" and rect.height() < _ROOMY_PX:
        return  # the gain's line lies there, and the track's head says it
    is_line = clip.kind in ("captions", "titles")
    height = rect.height() if is_line else min(LABEL_PX, max(13.0, rect.height() / 3))
    left = max(rect.left(), seen.left()) + 7
    room = QRectF(left, rect.top(), min(rect.right(), seen.right()) - 6 - left, height)
    if room.width() < 8:
        return
    icon = clip.icon if rect.height() >= 18 else ""
    if icon and room.width() > 34:
        paint_icon(painter, icon, QRectF(room.left() - 1, room.center().y() - 6.5, 13, 13), colour)
        room.setLeft(room.left() + 17)
    font = ui_font(11, 500)
    painter.setFont(font)
    paint.words(painter, room, clip_label(clip), theme.colour("t1"))
