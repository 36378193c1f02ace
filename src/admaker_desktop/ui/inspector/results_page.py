"""What the selected node has made, in readable form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qtpy.QtCore import QRectF, QSize, Qt, QTimer, QUrl
from qtpy.QtGui import QColor, QDesktopServices, QGuiApplication, QPaintEvent
from qtpy.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ad.deliverable import AdFile
from admaker_desktop.ad.scene import Scene
from admaker_desktop.core.media import ImageRef
from admaker_desktop.services.settings_forms import port_label
from admaker_desktop.ui.i18n import Translated, tr, tr_text, trn
from admaker_desktop.ui.inspector.inputs_page import PortDot
from admaker_desktop.ui.inspector.readable import Block, Facts, File, Marks, Picture, Swatches, Words, blocks_of
from admaker_desktop.ui.inspector.thumb import Thumb
from admaker_desktop.ui.nodenames import inputs_of
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.widgets import Button, Card, FlowLayout, IconButton, Label, ProgressBar, paint

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import PortSpec
    from admaker_desktop.ui.session import Session

_MOST_VALUES, _MOST_PICTURES = 8, 18
_TILE_PX = (96, 72)
_COPIED_MS = 1500


class ResultsPage(Translated):
    """A section for each output. GUI thread."""

    def __init__(self, session: Session, node_id: str) -> None:
        super().__init__()
        self._session, self._node_id = session, node_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._shown: object = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now; nothing is built anew while it is the same."""
        result = self._session.result(self._node_id)
        if result is self._shown and self._content is not None:
            return
        self._shown = result
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        if result is None or not result.outputs:
            nothing = Label("hint", wraps=True)
            nothing.setText(tr("Nothing made yet. What this node makes appears here after a run."))
            column.addWidget(nothing)
        else:
            concepts = inputs_of(self._session, self._node_id).get("concepts")
            titles = {concept.id: concept.title for concept in concepts.items} if concepts else {}
            for name, port in result.spec.outputs.items():
                column.addWidget(_Section(self._session, port, result.values(name)[0], titles))
        column.addStretch(1)
        self._column.addWidget(self._content)


class _Section(QWidget):
    def __init__(self, session: Session, port: PortSpec, values: tuple[Any, ...], titles: Mapping[str, str]) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PortDot(port))
        title = Label("section")
        title.setText(tr_text(port_label(port.name)))
        title.setToolTip(tr_text(port.doc))
        head.addWidget(title)
        if len(values) > 1:
            count = Label("hint")
            count.setText(str(len(values)))
            head.addWidget(count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        are_pictures = len(values) > 1 and all(isinstance(value, Scene | ImageRef) for value in values)
        most = _MOST_PICTURES if are_pictures else _MOST_VALUES
        if are_pictures:
            column.addWidget(_Pictures(session, values[:most]))
        else:
            for value in values[:most]:
                for block in blocks_of(value):
                    column.addWidget(_view(session, _named(block, titles), value))
        rest = len(values) - most
        if rest > 0 or not values:
            more = Label("hint", wraps=True)
            more.setText(trn("and {count} more", "and {count} more", rest) if rest > 0 else tr("none"))
            column.addWidget(more)


def _named(block: Block, titles: Mapping[str, str]) -> Block:
    """Marks with the concepts' titles in place of their ids."""
    if not isinstance(block, Marks):
        return block
    return replace(block, rows=tuple((titles.get(name, name), score) for name, score in block.rows))


def _view(session: Session, block: Block, value: Any) -> QWidget:
    if isinstance(block, Words):
        return _WordsView(block)
    if isinstance(block, Facts):
        return _FactsView(block)
    if isinstance(block, Marks):
        return _MarksView(block)
    if isinstance(block, Swatches):
        return _SwatchesView(block)
    if isinstance(block, Picture):
        return _PictureView(session, block, value)
    return _FileView(session, block)


class _WordsView(Card):
    """A text with its title and the button that copies it."""

    def __init__(self, words: Words) -> None:
        super().__init__(fill="bg", border="line", radius=8)
        self._words = words
        text = Label("body" if not words.title else "secondary", wraps=True)
        text.setText(words.text or tr("empty"))
        text.set_tone("t1" if words.text else "t3")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = IconButton("copy", tone="t3")
        self.copy.setToolTip(tr("Copy the text"))
        self.copy.clicked.connect(self._copy)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(_COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy.set_icon("copy"))
        column = QVBoxLayout()
        column.setSpacing(2)
        if words.title:
            title = Label("label", wraps=True)
            title.set_tone("t3")
            title.setText(words.title)
            column.addWidget(title)
        column.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 4, 7)
        row.addLayout(column, 1)
        row.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignTop)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words.text)
        self.copy.set_icon("check")
        self._copied.start()


class _FactsView(QWidget):
    def __init__(self, facts: Facts) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (name, text) in enumerate(facts.rows):
            head, words = Label("secondary"), Label("secondary", wraps=True)
            head.set_tone("t3")
            words.set_tone("t1")
            head.setText(name)
            words.setText(text)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(head, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)


class _MarksView(QWidget):
    def __init__(self, marks: Marks) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for place, (name, score) in enumerate(marks.rows):
            label, figure = Label("secondary", elides=True), Label("secondary")
            is_chosen = place == marks.chosen
            for part in (label, figure):
                part.set_tone("t1" if is_chosen else "t2")
            label.setText(name)
            figure.setText(f"{score * 10:.1f}")
            bar = ProgressBar(token="ok" if is_chosen else "t3")
            bar.set_fraction(score)
            row = QHBoxLayout()
            row.addWidget(label, 1)
            row.addWidget(figure)
            column.addLayout(row)
            column.addWidget(bar)


class _SwatchesView(QWidget):
    def __init__(self, swatches: Swatches) -> None:
        super().__init__()
        self._colours = swatches.colours
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(" ".join(swatches.colours))
        self.setAccessibleName(tr("Colours {colours}", colours=" ".join(swatches.colours)))

    def sizeHint(self) -> QSize:
        return QSize(120, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            width = min(44.0, (self.width() + 6) / max(1, len(self._colours)) - 6)
            for place, colour in enumerate(self._colours):
                shape = QRectF(place * (width + 6), 0, width, self.height())
                paint.box(painter, shape, 6, QColor(colour), theme.colour("line2"))


class _PictureView(QWidget):
    def __init__(self, session: Session, picture: Picture, value: Any) -> None:
        super().__init__()
        shown = value if isinstance(value, Scene) else picture.ref
        thumb = Thumb(session, shown, 132, 96, self)
        caption = Label("hint", wraps=True)
        caption.setText(picture.caption)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(thumb)
        row.addWidget(caption, 1)


class _Pictures(QWidget):
    """Many pictures as tiles, each with its caption below."""

    def __init__(self, session: Session, values: Sequence[Scene | ImageRef]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=6, line_gap=8)
        for value in values:
            caption = next(block.caption for block in blocks_of(value) if isinstance(block, Picture))
            tile = QWidget(self)
            words = Label("label", elides=True)
            words.set_tone("t3")
            words.setFixedWidth(_TILE_PX[0])
            words.setText(caption)
            column = QVBoxLayout(tile)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(Thumb(session, value, *_TILE_PX, tile))
            column.addWidget(words)
            flow.addWidget(tile)


class _FileView(Card):
    """A finished file: its picture, what was measured, and the ways to it."""

    def __init__(self, session: Session, block: File) -> None:
        super().__init__(fill="bg", border="line", radius=8)
        self._session, self._file = session, block.file
        thumb = Thumb(session, block.file.thumbnail, 64, 64, self)
        title, name = Label("section"), Label("mono", wraps=True)
        title.setText(block.file.format.aspect)
        name.setText(block.file.format.id)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addStretch(1)
        side.addWidget(title)
        side.addWidget(name)
        side.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(thumb, alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(side, 1)
        self.play = Button("external-link", size="small")
        self.play.setText(tr("Open"))
        self.play.clicked.connect(self._open)
        self.folder = Button("folder-open", size="small")
        self.folder.setText(tr("Open folder"))
        self.folder.clicked.connect(self._open_folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.play)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(_FactsView(block.facts))
        column.addLayout(buttons)

    def _open(self) -> None:
        _open_path(self._session, self._file, is_folder=False)

    def _open_folder(self) -> None:
        _open_path(self._session, self._file, is_folder=True)


def _open_path(session: Session, file: AdFile, *, is_folder: bool) -> None:
    """Hand the film, or the folder that it lies in, to the system; a lost file goes to the session's failures."""

    def work() -> Path:
        return session.store.path(file.video)

    def open_it(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent if is_folder else path)))

    session.jobs.start(work, open_it, session.failed.emit)
