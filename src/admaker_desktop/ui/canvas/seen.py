"""What the canvas looks at: the session, its previews, and a few facts about the workflow that every face needs."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from admaker_desktop.graph.model import Workflow
    from admaker_desktop.ui.previews import Previews
    from admaker_desktop.ui.session import Session


class Seen:
    """The session with its wires counted once for each workflow. GUI thread."""

    def __init__(self, session: Session, previews: Previews) -> None:
        self.session = session
        self.previews = previews
        self._ports: dict[str, set[tuple[str, str]]] = {}
        self._types: Counter[str] = Counter()
        self.read(session.workflow)

    def read(self, workflow: Workflow) -> None:
        """Count the wires and types of another workflow."""
        self._ports = defaultdict(set)
        for link in workflow.links:
            self._ports[link.from_node].add(("out", link.from_port))
            self._ports[link.to_node].add(("in", link.to_port))
        self._types = Counter(record.type for record in workflow.nodes)

    def connected(self, node_id: str) -> frozenset[tuple[str, str]]:
        """The wired ports of a node as (side, name)."""
        return frozenset(self._ports.get(node_id, ()))

    def wired_ports(self, node_id: str) -> tuple[list[str], list[str]]:
        """Names of the wired inputs and outputs, for a node whose type says nothing."""
        ports = sorted(self._ports.get(node_id, ()))
        return [name for side, name in ports if side == "in"], [name for side, name in ports if side == "out"]

    def is_repeated(self, node_type: str) -> bool:
        """Whether the workflow has several nodes of a type."""
        return self._types[node_type] > 1
