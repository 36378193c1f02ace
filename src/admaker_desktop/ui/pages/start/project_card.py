"""A recent project as a card or a row: picture, name, client, last change, state, files; a bad file says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qtpy.QtCore import QPointF, QRectF, QSize, Qt, Signal
from qtpy.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from qtpy.QtWidgets import QSizePolicy, QWidget

from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import tr, tr_message, trn
from admaker_desktop.ui.pages.start.facts import tip
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.theme.tokens import RADIUS_CARD, RADIUS_CHIP, RADIUS_SMALL
from admaker_desktop.ui.widgets import PaintedButton, paint

if TYPE_CHECKING:
    from admaker_desktop.services.recent import RecentProject

PICTURE_HEIGHT = 132
_CARD_HEIGHT = PICTURE_HEIGHT + 112
_ROW_HEIGHT = 56
_PADDING = 12
_CHIP_HEIGHT = 21


@dataclass(frozen=True, slots=True)
class _State:
    icon: str
    tone: str
    words: Callable[[], str]


_STATES = {
    "draft": _State("pencil", "neutral", lambda: tr("Draft")),
    "running": _State("loader", "info", lambda: tr("Running")),
    "stopped": _State("circle-alert", "warn", lambda: tr("Run stopped")),
    "finished": _State("package-check", "ok", lambda: tr("Finished")),
    "missing": _State("unlink", "err", lambda: tr("File not found")),
    "unreadable": _State("triangle-alert", "err", lambda: tr("Cannot be read")),
}


class ProjectItem(PaintedButton):
    """One project. A click or Enter opens it; Delete and the menu take it off the list."""

    menu_asked = Signal()
    removal_asked = Signal()
    stepped = Signal(int, int)
    """An arrow key: columns and rows to move by."""

    def __init__(self, project: RecentProject, parent: QWidget | None = None, *, is_row: bool = False) -> None:
        super().__init__(parent)
        self.project = project
        self._is_row = is_row
        self._image = QImage()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", RADIUS_CARD)
        self.setFixedHeight(_ROW_HEIGHT if is_row else _CARD_HEIGHT)
        self.retranslate()

    @property
    def is_usable(self) -> bool:
        """Whether it can be opened."""
        return self.project.state != "missing"

    def set_project(self, project: RecentProject) -> None:
        """Show what the file says now."""
        if project != self.project:
            self.project = project
            self.retranslate()
            self.update()

    def set_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    def picture_size(self) -> QSize:
        """What the picture has to cover, in logical pixels."""
        return QSize(80, 42) if self._is_row else QSize(max(self.width(), 240), PICTURE_HEIGHT)

    def retranslate(self) -> None:
        """Name and state for screen readers; the painted words are looked up while painting."""
        project = self.project
        self.setAccessibleName(project.name)
        client = project.client or tr("no client yet")
        described = tr(
            "{client}, {state}, {when}", client=client, state=self._state_words(), when=formats.when(project.changed_at)
        )
        self.setAccessibleDescription(described)
        problem = tr_message(project.problem) if project.problem else ""
        self.setToolTip(tip(f"{project.path} {problem}".strip()))

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(*step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.start(self) as painter:
            rect = QRectF(self.rect())
            is_lit = self.underMouse() and self.isEnabled()
            fill = theme.colour("panel")
            if is_lit:
                fill = paint.between(fill, theme.colour("hover"), 0.5)
            border = theme.colour("line2" if is_lit else "line")
            paint.box(painter, rect, RADIUS_CARD, paint.pressed(fill) if self.isDown() else fill, border)
            if self._is_row:
                self._paint_row(painter, rect)
            else:
                self._paint_card(painter, rect)

    def _paint_card(self, painter: QPainter, rect: QRectF) -> None:
        picture = QRectF(1, 1, rect.width() - 2, PICTURE_HEIGHT)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(1, 1, rect.width() - 2, rect.height() - 2), RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.save()
        painter.setClipPath(clip)
        painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
        self._paint_picture(painter, picture, 28)
        painter.restore()
        project = self.project
        left, right = _PADDING, rect.width() - _PADDING
        y = PICTURE_HEIGHT + 11
        painter.setFont(ui_font(13, 600))
        paint.words(painter, QRectF(left, y, right - left, 18), project.name, theme.colour("t1"))
        y += 23
        when = formats.when(project.changed_at)
        painter.setFont(ui_font(12))
        when_width = QFontMetricsF(painter.font()).horizontalAdvance(when) + 2
        line = QRectF(left, y, right - left, 17)
        paint.words(painter, line, when, theme.colour("t3"), Qt.AlignmentFlag.AlignRight)
        client = project.client or ("" if project.problem else tr("No client yet"))
        paint.words(painter, line.adjusted(0, 0, -when_width - 8, 0), client, theme.colour("t2"))
        y += 23
        self._paint_state(painter, QPointF(left, y), right - left)
        y += _CHIP_HEIGHT + 5
        painter.setFont(ui_font(11))
        line = QRectF(left, y, right - left, 16)
        files = trn("{count} file", "{count} files", project.files) if project.files else ""
        files_width = QFontMetricsF(painter.font()).horizontalAdvance(files)
        made = self._problem() or self._made()
        paint.words(painter, line.adjusted(0, 0, -files_width - 8, 0), made, theme.colour("t3"))
        paint.words(painter, line, files, theme.colour("t3"), Qt.AlignmentFlag.AlignRight)

    def _paint_row(self, painter: QPainter, rect: QRectF) -> None:
        picture = QRectF(7, 7, 75, rect.height() - 14)
        clip = QPainterPath()
        clip.addRoundedRect(picture, RADIUS_SMALL, RADIUS_SMALL)
        painter.save()
        painter.setClipPath(clip)
        self._paint_picture(painter, picture, 18)
        painter.restore()
        project = self.project
        left = picture.right() + 12
        room = rect.width() - left - 14
        state_x = left + room * 0.42
        made_x = left + room * 0.66
        names = QRectF(left, 9, state_x - left - 12, 18)
        painter.setFont(ui_font(13, 600))
        paint.words(painter, names, project.name, theme.colour("t1"))
        painter.setFont(ui_font(12))
        client = project.client or self._problem() or tr("No client yet")
        paint.words(painter, names.translated(0, 20), client, theme.colour("t2"))
        self._paint_state(painter, QPointF(state_x, rect.center().y() - _CHIP_HEIGHT / 2), made_x - state_x - 12)
        painter.setFont(ui_font(12))
        when = formats.when(project.changed_at)
        line = QRectF(made_x, 0, rect.width() - 14 - made_x, rect.height())
        when_width = QFontMetricsF(painter.font()).horizontalAdvance(when) + 8
        paint.words(painter, line, when, theme.colour("t3"), Qt.AlignmentFlag.AlignRight)
        paint.words(painter, line.adjusted(0, 0, -when_width, 0), self._made(), theme.colour("t3"))

    def _paint_picture(self, painter: QPainter, rect: QRectF, icon_px: float) -> None:
        """The ad's picture, covering the rectangle; a tinted ground with an icon where there is none."""
        if not self._image.isNull():
            size = self._image.size().toSizeF().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            x = rect.center().x() - size.width() / 2
            y = rect.top() + (rect.height() - size.height()) * 0.35  # products stand low, headlines high
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(x, y, size.width(), size.height()), self._image)
            return
        ground = QLinearGradient(rect.topLeft(), rect.bottomRight())
        is_bad = self.project.state in ("missing", "unreadable")
        tint = QColor(theme.colour("raised" if is_bad else "accbg"))
        ground.setColorAt(0, tint)
        ground.setColorAt(1, theme.colour("panel2"))
        painter.fillRect(rect, ground)
        icon = _STATES[self.project.state].icon if is_bad else "clapperboard"
        square = QRectF(rect.center().x() - icon_px / 2, rect.center().y() - icon_px / 2, icon_px, icon_px)
        paint_icon(painter, icon, square, theme.colour("t3" if is_bad else "acct"))

    def _paint_state(self, painter: QPainter, corner: QPointF, room: float) -> None:
        state = _STATES[self.project.state]
        text_token, back_token = paint.TONES[state.tone]
        painter.setFont(ui_font(11, 500))
        words = self._state_words()
        width = min(room, QFontMetricsF(painter.font()).horizontalAdvance(words) + 32)
        chip = QRectF(corner.x(), corner.y(), width, _CHIP_HEIGHT)
        paint.box(painter, chip, RADIUS_CHIP, theme.colour(back_token))
        colour = theme.colour(text_token)
        paint_icon(painter, state.icon, QRectF(chip.left() + 7, chip.center().y() - 6, 12, 12), colour)
        paint.words(painter, chip.adjusted(24, 0, -7, 0), words, colour)

    def _state_words(self) -> str:
        return _STATES[self.project.state].words()

    def _problem(self) -> str:
        return tr_message(self.project.problem) if self.project.problem else ""

    def _made(self) -> str:
        """Formats and languages in a few words; nothing before there are any."""
        project = self.project
        if not project.formats:
            return ""
        made = " · ".join(project.formats)
        if len(project.formats) > 3:
            made = trn("{count} format", "{count} formats", len(project.formats))
        return " · ".join((made, " ".join(code.upper() for code in project.languages))) if project.languages else made
