"""Changes of a workflow as values: applying one returns the new document and the edit that takes it back."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue

from admaker_desktop.graph.model import Workflow


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Give a setting a value; None takes it back to its default."""

    node_id: str
    field: str
    value: JsonValue

    def apply(self, workflow: Workflow) -> tuple[Workflow, SetSetting]:
        """The changed workflow and the inverse edit; raises GraphError when the node does not exist."""
        record = workflow.node(self.node_id)
        inverse = SetSetting(self.node_id, self.field, record.settings.get(self.field))
        settings = {name: value for name, value in record.settings.items() if name != self.field}
        if self.value is not None:
            settings[self.field] = self.value
        changed = record.model_copy(update={"settings": settings})
        nodes = tuple(changed if node.id == self.node_id else node for node in workflow.nodes)
        return workflow.model_copy(update={"nodes": nodes}), inverse
