"""The Start page: what are we making? A brief becomes a first draft; the demo plays; recent projects wait."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from qtpy.QtCore import QCoreApplication, QMimeData, QRectF, Signal
from qtpy.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from qtpy.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui.i18n import Translated, tr
from admaker_desktop.ui.pages.start.brief import BriefBox
from admaker_desktop.ui.pages.start.brief_card import BriefCard
from admaker_desktop.ui.pages.start.demo_card import DemoCard
from admaker_desktop.ui.pages.start.examples import ExampleBriefs
from admaker_desktop.ui.pages.start.recents import RecentProjects
from admaker_desktop.ui.pages.start.text import local_files
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Card, Label, Scroll, paint

if TYPE_CHECKING:
    from admaker_desktop.services.studio import Studio
    from admaker_desktop.ui.desk import Desk

DRAFT_FILE = "start-draft.json"
_SIDE_WIDTH, _SIDE_NARROW = 420, 380
_FEW = 2
"""So many projects leave half of their row empty."""
_ROOMY, _MOST_SPARE = 900, 200
"""Height of the page above which the brief grows, and by how much at most."""
_NARROW = 1440
"""Width of the window below which everything is closer (DESIGN_SYSTEM, Frame and sizes)."""


class StartPage(Translated):
    """GUI thread. `release` before the window goes: keeps the draft and stops the demo."""

    draft_asked = Signal()
    """The first draft of the brief is on its way."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_asked = ""
        self.box = BriefBox(desk.jobs, desk.home.root / DRAFT_FILE)
        self.brief = BriefCard(self.box, desk.jobs)
        self.recents = RecentProjects(desk)
        self.examples = ExampleBriefs()
        self.demo = DemoCard(desk.jobs)
        self._ease = _EaseCard()
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.retranslate()
        self._settle_primary()

    def release(self) -> None:
        """Keep what was typed and give back what plays; may be called twice."""
        self.box.release()
        self.demo.release()

    def focus_brief(self) -> None:
        """Put the caret into the brief: where a new ad begins."""
        self.brief.focus_text()

    def retranslate(self) -> None:
        self._title.setText(tr("What are we making?"))
        self._subtitle.setText(
            tr(
                "Give the brief as the client sent it. AdMaker structures it, says what is missing, "
                "and makes a first draft."
            )
        )

    def make_draft(self) -> None:
        """Make a project of the brief, open it and run it."""
        self._is_asked = "draft"
        self.brief.set_busy(True)
        self._desk.when_ready(self._make)

    def open_demo(self) -> None:
        """Make the demo's project and open it."""
        self._is_asked = "demo"
        self.demo.set_busy(True)
        self._desk.open_demo()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _holds_brief(event.mimeData()):
            event.acceptProposedAction()
            self.brief.set_drop_target(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.brief.set_drop_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.brief.set_drop_target(False)
        files = local_files(event.mimeData())
        if files:
            self.box.take_files(files)
        else:
            self.brief.text.insertPlainText(event.mimeData().text())
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._side.setFixedWidth(_SIDE_NARROW if is_narrow else _SIDE_WIDTH)
        edge = 20 if is_narrow else 32
        self._columns.setContentsMargins(edge, 0, edge, 0)
        self._columns.setSpacing(18 if is_narrow else 26)
        self._main_column.setContentsMargins(0, 20 if is_narrow else 28, 2, 24)
        self._side_column.setContentsMargins(0, 20 if is_narrow else 28, 0, 16)
        self.brief.set_spare_height(min(_MOST_SPARE, max(0, self.height() - _ROOMY)))
        self._settle_lower()

    def _build(self) -> None:
        self._title = Label("title")
        self._subtitle = Label("body", wraps=True)
        self._subtitle.set_tone("t2")
        main = QWidget()
        self._main_column = QVBoxLayout(main)
        self._main_column.setSpacing(0)
        self._main_column.addWidget(self._title)
        self._main_column.addSpacing(5)
        self._main_column.addWidget(self._subtitle)
        self._main_column.addSpacing(20)
        self._main_column.addWidget(self.brief)
        self._main_column.addSpacing(22)
        self._lower = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lower.setSpacing(22)
        self._lower.addWidget(self.recents)
        self._lower.addWidget(self.examples)
        self._main_column.addLayout(self._lower)
        self._main_column.addStretch(1)
        scroll = Scroll()
        scroll.set_content(main)
        side = QWidget()
        self._side_column = QVBoxLayout(side)
        self._side_column.setSpacing(16)
        self._side_column.addWidget(self.demo)
        self._side_column.addWidget(self._ease)
        self._side_column.addStretch(1)
        self._side = Scroll()
        self._side.set_content(side)
        self._side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._columns = QHBoxLayout(self)
        self._columns.addWidget(scroll, 1)
        self._columns.addWidget(self._side)

    def _connect(self) -> None:
        desk = self._desk
        self.brief.make_asked.connect(self.make_draft)
        self.demo.open_asked.connect(self.open_demo)
        self.box.changed.connect(self._settle_primary)
        self.box.understood.connect(self._settle_tab_order)
        self.recents.shown.connect(self._settle_lower)
        self.recents.shown.connect(self._settle_tab_order)
        self.examples.chosen.connect(self._take_example)
        desk.session_changed.connect(self._session_changed)
        desk.failed.connect(self._opening_ended)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.release)

    def _make(self, studio: Studio) -> None:
        from admaker_desktop.services.projects import Wishes  # loaded by now, with the studio

        del studio
        draft = self.box.draft
        wishes = Wishes(
            aspects=draft.aspects or (),
            seconds=draft.seconds,
            language=draft.language or "auto",
            photos=tuple(map(Path, draft.photos)),
            logo=Path(draft.logo) if draft.logo else None,
            answers=draft.answers,
        )
        self.draft_asked.emit()
        self._desk.new_project(None, draft.text, wishes, name=self._name(), run=True)

    def _name(self) -> str:
        """What the project is called: brand and product, as far as they are understood."""
        understanding = self.box.understanding
        if understanding is None:
            return tr("First draft")
        return project_name(understanding.brief.brand, understanding.brief.product)

    def _session_changed(self) -> None:
        """A project is open: the brief that it was made of has been used."""
        if self._desk.session is None:
            return
        if self._is_asked == "draft":
            self.box.clear()
        self._opening_ended()

    def _opening_ended(self, _error: object = None) -> None:
        self._is_asked = ""
        self.brief.set_busy(False)
        self.demo.set_busy(False)

    def _settle_tab_order(self) -> None:
        """Tab reads the page; what came later would else be at its end."""
        stops = [*self.brief.stops(), *self.recents.stops(), *self.examples.stops(), *self.demo.stops()]
        for before, after in itertools.pairwise(stops):
            self.setTabOrder(before, after)

    def _settle_lower(self) -> None:
        """The examples stand beside a project or two, else below the projects."""
        is_beside = self.width() >= _NARROW and 0 < len(self.recents.paths) <= _FEW and not self.recents.is_list
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(direction)
        self._lower.setSpacing(26 if is_beside else 22)
        for place in range(2):
            self._lower.setStretch(place, int(is_beside))
        self.examples.set_columns(2 if is_beside or self.width() < _NARROW else 4)

    def _take_example(self, text: str) -> None:
        self.brief.text.replace_text(text)
        self.brief.focus_text()

    def _settle_primary(self) -> None:
        """One main button: the first draft where there is a brief, else the demo."""
        has_brief = not self.box.draft.is_empty
        self.brief.set_primary(has_brief)
        self.demo.set_primary(not has_brief)


def project_name(brand: str, product: str) -> str:
    """Brand and product; the brand alone where the product names it already."""
    return brand or product if brand.casefold() in product.casefold() else f"{brand} {product}"


class _EaseCard(Translated):
    """Says that nothing is needed to begin."""

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        card = Card(border="ok")
        outer.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(7)
        self._title = _TickedLabel()
        self._text = Label("secondary", wraps=True)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(tr("No account, key or GPU needed"))
        self._text.setText(
            tr("Drafts are drawn, voiced and scored on this computer. They are real video, labelled as drafts.")
        )


class _TickedLabel(Label):
    """A section title behind a green tick."""

    def __init__(self) -> None:
        super().__init__("section", wraps=True)
        self.setContentsMargins(26, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_icon(paint.start(self), "circle-check", QRectF(0, self.height() / 2 - 8, 17, 17), theme.colour("ok"))


def _holds_brief(data: QMimeData) -> bool:
    return bool(local_files(data)) or data.hasText()
