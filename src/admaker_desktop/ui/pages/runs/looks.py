"""How runs, steps and lanes are named and coloured on the Runs page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from admaker_desktop.services.history import RunRecord
from admaker_desktop.services.settings_forms import port_label
from admaker_desktop.ui.formats import duration
from admaker_desktop.ui.i18n import tr, tr_text, trn
from admaker_desktop.ui.nodelook import node_family
from admaker_desktop.ui.nodenames import own_name
from admaker_desktop.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import NodeRegistry


@dataclass(frozen=True, slots=True)
class StateLook:
    """A state's icon, word and tone."""

    icon: str
    word: str
    tone: Tone


class NodeNames:
    """Titles and colours of nodes; node ids until the node types are loaded. GUI thread."""

    def __init__(self) -> None:
        self._specs: dict[str, tuple[str, str]] = {}
        self._of_type: Counter[str] = Counter()

    def load(self, registry: NodeRegistry) -> None:
        """Take the titles from the catalogue of node types."""
        self._specs = {spec.type: (spec.title, spec.category) for spec in registry}

    def show_nodes(self, nodes: Iterable[tuple[str, str]]) -> None:
        """The `(node, type)` that are shown together: several of one type get their own names behind the title."""
        self._of_type = Counter(node_type for _, node_type in set(nodes))

    def title(self, node: str, node_type: str) -> str:
        """A node's name in the window's language; its id as words when its type is unknown."""
        title, _ = self._specs.get(node_type, ("", ""))
        if not title:
            return tr_text(port_label(node))
        if self._of_type[node_type] > 1:
            name = own_name(node, node_type)
            return tr("{title} · {name}", title=tr_text(title), name=name) if name != tr_text(title) else name
        return tr_text(title)

    def family(self, node_type: str) -> str:
        """The colour family of a node's bar."""
        _, category = self._specs.get(node_type, ("", ""))
        return node_family(node_type, category or node_type.partition(".")[0].capitalize())


def run_look(run: RunRecord) -> StateLook:
    """A run's state; one that failed needs somebody."""
    looks = {
        "running": StateLook("loader", tr("Running"), "info"),
        "done": StateLook("check", tr("Done"), "ok"),
        "failed": StateLook("triangle-alert", tr("Needs you"), "err"),
        "cancelled": StateLook("octagon-x", tr("Stopped"), "neutral"),
        "interrupted": StateLook("unplug", tr("Interrupted"), "warn"),
    }
    return looks[run.state]


def project_name(run: RunRecord) -> str:
    """The project as its file is called."""
    return Path(run.project).stem


def run_aim(run: RunRecord, names: dict[str, str]) -> str:
    """What was run: everything, or up to a node (`names`: title by node id)."""
    if run.target:
        return tr("Up to {node}", node=names.get(run.target, run.target))
    return tr("Whole workflow")


def run_counts(run: RunRecord) -> str:
    """What came of a run's steps, in words."""
    if run.failed and run.state == "failed":
        return trn("{count} step failed", "{count} steps failed", run.failed)
    if run.cached and not run.ran:
        return trn("{count} step from cache", "{count} steps from cache", run.cached)
    if run.cached:
        return tr("{ran} made, {cached} from cache", ran=run.ran, cached=run.cached)
    return trn("{count} step made", "{count} steps made", run.ran)


def run_length(run: RunRecord) -> str:
    """How long a run took; empty while it runs or when nobody knows."""
    return "" if run.seconds is None else duration(run.seconds)


def lane_look(lane: str) -> tuple[str, str]:
    """A lane's icon and name."""
    looks = {
        "cpu": ("cpu", tr("CPU")),
        "network": ("cloud", tr("Network")),
        "gpu": ("gpu", tr("GPU")),
        "export": ("upload", tr("Export")),
    }
    return looks.get(lane, ("layers", lane))
