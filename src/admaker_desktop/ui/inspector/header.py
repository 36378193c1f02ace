"""The head of the inspector: which node this is and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qtpy.QtCore import QRectF, QSize, Qt
from qtpy.QtGui import QPaintEvent
from qtpy.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import Translated, tr, tr_message, tr_text
from admaker_desktop.ui.nodelook import node_family, node_icon
from admaker_desktop.ui.nodenames import find_node, name_of, title_of
from admaker_desktop.ui.theme import theme
from admaker_desktop.ui.theme.icons import paint_icon
from admaker_desktop.ui.widgets import Chip, Label, paint

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import NodeStatus
    from admaker_desktop.ui.session import Session
    from admaker_desktop.ui.widgets.labels import Tone


def state_words(status: NodeStatus) -> tuple[str, str, Tone]:
    """Words, icon and tone of a node's badge."""
    if status.state == "running":
        if status.fraction is None:
            return tr("Running"), "loader", "info"
        return tr("Running {share}", share=formats.percent(status.fraction)), "loader", "info"
    words: dict[str, tuple[str, str, Tone]] = {
        "idle": (tr("Not made yet"), "", "neutral"),
        "stale": (tr("Stale"), "refresh-cw", "neutral"),
        "waiting": (tr("Waiting"), "clock", "warn"),
        "done": (tr("Done"), "check", "ok"),
        "failed": (tr("Needs you"), "triangle-alert", "err"),
        "refused": (tr("Needs you"), "triangle-alert", "err"),
        "skipped": (tr("Waits for another"), "clock", "warn"),
        "unknown_type": (tr("Asleep"), "puzzle", "neutral"),
    }
    return words[status.state]


class Header(Translated):
    """Icon, title, badge; below the title what tells this node from others of its type."""

    def __init__(self, session: Session, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._node_id = session, node_id
        self.tile = _IconTile(self)
        self.title = Label("panel", elides=True)
        self.subtitle = Label("hint", elides=True)
        self.badge = Chip()
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the title is cut, not the state
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.tile, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        self.refresh()

    def refresh(self) -> None:
        """Show the node as it is now."""
        record, spec = find_node(self._session.workflow, self._node_id), self._session.spec(self._node_id)
        if record is None:
            return
        self.tile.show_type(node_icon(record.type), node_family(record.type, spec.category if spec else ""))
        title, name = title_of(self._session, self._node_id), name_of(self._session, self._node_id)
        self.title.setText(name)
        status = self._session.status(self._node_id)
        said = tr_message(status.message) if status.state in ("running", "skipped") else ""
        self.subtitle.setText(said or (tr_text(spec.doc.strip()) if spec else tr("A type that is not installed here")))
        self.title.setToolTip("" if title == name else title)
        words, icon, tone = state_words(status)
        self.badge.setText(words)
        self.badge.set_icon(icon)
        self.badge.set_tone(tone)
        self.setAccessibleName(f"{name}, {words}")


class _IconTile(QWidget):
    """The node's icon on a tint of its family."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._family = "puzzle", "any"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_type(self, icon: str, family: str) -> None:
        """Another icon and family."""
        self._icon, self._family = icon, family
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with paint.start(self) as painter:
            colour = theme.family(self._family)
            paint.box(painter, QRectF(self.rect()), 7, paint.faded(colour, 0.2))
            tint = colour if theme.is_dark else paint.between(colour, theme.colour("t1"), 0.25)
            paint_icon(painter, self._icon, QRectF(6, 6, 16, 16), tint)
