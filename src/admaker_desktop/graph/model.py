"""The workflow document: nodes with their settings, and the links between them. Plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from admaker_desktop.core.errors import GraphError


class NodeRecord(BaseModel):
    """One node of a workflow. An unknown type keeps its data."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    type: str
    settings: Mapping[str, JsonValue] = Field(default_factory=dict)
    take: int = Field(default=0, ge=0)
    """Raised by "regenerate": the same node pays and makes anew."""
    x: float = 0.0
    y: float = 0.0


class Link(BaseModel):
    """A wire from an output to an input."""

    model_config = ConfigDict(frozen=True)

    from_node: str
    from_port: str
    to_node: str
    to_port: str


class Workflow(BaseModel):
    """Nodes and links; ids are unique, links point to existing nodes, there is no cycle (see `rules`)."""

    model_config = ConfigDict(frozen=True)

    nodes: tuple[NodeRecord, ...] = ()
    links: tuple[Link, ...] = ()

    def node(self, node_id: str) -> NodeRecord:
        """The node with that id; raises GraphError that lists the ids that there are."""
        for record in self.nodes:
            if record.id == node_id:
                return record
        known = ", ".join(record.id for record in self.nodes)
        raise GraphError("There is no node '{node}'.", node=node_id, known=known, hint="The nodes are: {known}.")

    def links_into(self, node_id: str) -> tuple[Link, ...]:
        """The wires that end at a node, in document order."""
        return tuple(link for link in self.links if link.to_node == node_id)
