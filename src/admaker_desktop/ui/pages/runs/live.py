"""The open project's run as the Runs page needs it, read from the session."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from admaker_desktop.graph.rules import upstream_of
from admaker_desktop.services.history import RunRecord
from admaker_desktop.ui.formats import duration
from admaker_desktop.ui.i18n import tr
from admaker_desktop.ui.pages.runs.looks import NodeNames
from admaker_desktop.ui.pages.runs.run_list import LiveLook
from admaker_desktop.ui.pages.runs.tiles import LaneLook

if TYPE_CHECKING:
    from admaker_desktop.services.run_watch import RunView
    from admaker_desktop.ui.session import Session


def live_look(view: RunView | None) -> LiveLook:
    """How far the live run is, for the list."""
    if view is None:
        return LiveLook()
    left = tr("{time} left", time=duration(view.left_s)) if view.left_s is not None else ""
    return LiveLook(view.run, round(view.fraction, 2), left)


def lane_looks(view: RunView | None, session: Session | None, names: NodeNames) -> dict[str, LaneLook]:
    """How busy each lane is with the live run."""
    if view is None or session is None:
        return {}
    types = {record.id: record.type for record in session.workflow.nodes}
    return {
        load.lane.value: LaneLook(
            load.busy, load.size, tuple(names.title(node, types.get(node, "")) for node in load.what)
        )
        for load in view.lanes
    }


def fractions(view: RunView, session: Session) -> tuple[tuple[str, float], ...]:
    """How far each running node is, where that is known."""
    found = ((node, session.status(node).fraction) for node in view.running)
    return tuple((node, fraction) for node, fraction in found if fraction is not None)


def nodes_to_come(run: RunRecord, session: Session) -> Iterable[tuple[str, str]]:
    """`(node, type)` of everything that the run is about, in the document's order."""
    wanted = {record.id for record in session.workflow.nodes}
    if run.target in wanted:
        wanted = set(upstream_of(session.workflow, str(run.target)))
    return tuple((record.id, record.type) for record in session.workflow.nodes if record.id in wanted)
