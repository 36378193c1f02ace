"""What an empty canvas says: the way an ad is made, and three ways to begin, the brief first."""

from __future__ import annotations

from qtpy.QtCore import QRectF, QSize, Qt, Signal
from qtpy.QtGui import QPaintEvent, QPen
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.fonts import ui_font
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Card, KeyCap, Label
from admaker_desktop.ui.widgets.paint import start, words

_WIDTH_PX = 440
_OUTLINE_PX = 86


class EmptyFlow(Translated):
    """Shown while a workflow has no nodes. GUI thread."""

    brief_asked = Signal()
    template_asked = Signal()
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline = _Outline(self)
        self._title, self._text = Label("title"), Label("secondary", wraps=True)
        self._title.setFont(ui_font(18, 600))
        self._brief = _Way("clipboard-paste", "")
        self._template = _Way("layout-template", "")
        self._by_hand = _Way("mouse-pointer-2", "Tab")
        self._works = _Works(self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._outline)
        column.addSpacing(18)
        for widget in (self._title, self._text, self._brief, self._template, self._by_hand, self._works):
            column.addWidget(widget)
        self._brief.set_selected(True)
        self._brief.clicked.connect(self.brief_asked)
        self._template.clicked.connect(self.template_asked)
        self._by_hand.clicked.connect(self.add_asked)
        self.retranslate()

    def retranslate(self) -> None:
        self._outline.set_words((tr("Brief"), tr("Pictures"), tr("Cut"), tr("Files")))
        self._title.setText(tr("Start with the brief, not with nodes"))
        self._text.setText(tr("AdMaker builds the flow from it. You can change everything afterwards."))
        self._brief.set_words(tr("Paste the client's brief"), tr("or drop a text or Markdown file"))
        self._template.set_words(tr("Take a template"), tr("the flow of a first ad, ready to be filled"))
        self._by_hand.set_words(tr("Build by hand"), tr("double-click the canvas, or press"))
        self._works.set_text(tr("Works now, without a key, GPU or network."))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, self._column.heightForWidth(_WIDTH_PX))


class _Way(Card):
    """A way to begin: icon, what, how, key."""

    def __init__(self, icon: str, keys: str) -> None:
        super().__init__()
        self.set_clickable(True)
        self._what, self._how = Label("section"), Label("secondary", elides=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(12)
        row.addWidget(_Tile(icon))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._what)
        lines.addWidget(self._how)
        row.addLayout(lines, 1)
        if keys:
            row.addWidget(KeyCap(keys))

    def set_words(self, what: str, how: str) -> None:
        self._what.setText(what)
        self._how.setText(how)
        self.setAccessibleName(what)
        self.setAccessibleDescription(how)


class _Tile(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(36, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accbg"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        paint_icon(painter, self._icon, QRectF(9, 9, 18, 18), theme.colour("acct"))
        painter.end()


class _Works(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFixedHeight(24)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        paint_icon(painter, "circle-check", QRectF(0, 4, 16, 16), theme.colour("ok"))
        painter.setFont(ui_font(12))
        words(painter, QRectF(self.rect()).adjusted(24, 0, 0, 0), self._text, theme.colour("t2"))
        painter.end()


class _Outline(QWidget):
    """Four dashed boxes on a dashed line: how an ad comes about."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setFixedHeight(_OUTLINE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words_: tuple[str, ...]) -> None:
        self._words = words_
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = start(self)
        pen = QPen(theme.colour("line2"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        middle = self.height() / 2
        gap, count = 26.0, max(1, len(self._words))
        width = (self.width() - gap * (count - 1)) / count
        painter.setFont(ui_font(12))
        for number, word in enumerate(self._words):
            tall = 60.0 if number % 2 == 0 else 80.0
            rect = QRectF(number * (width + gap), middle - tall / 2, width, tall).adjusted(1, 1, -1, -1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 8, 8)
            if number:
                painter.drawLine(int(rect.left() - gap), int(middle), int(rect.left()), int(middle))
            words(painter, rect, word, theme.colour("t3"), Qt.AlignmentFlag.AlignHCenter)
        painter.end()
