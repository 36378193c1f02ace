"""A small engine to test with: a real store and journal, test nodes, a list of events."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated

from pydantic import Field

from admaker_desktop.capabilities.common import Vendor
from admaker_desktop.core.errors import MediaError, NotConfigured
from admaker_desktop.core.media import MediaRef, media_refs
from admaker_desktop.engine.context import Providers, RunContext
from admaker_desktop.engine.events import Event
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.lanes import ThreadLanes
from admaker_desktop.engine.node import Node, NodeOutputs, Port, Setting
from admaker_desktop.engine.registry import NodeRegistry, node
from admaker_desktop.engine.runner import Tools
from admaker_desktop.graph.model import Link, NodeRecord, Workflow
from admaker_desktop.project.content import ContentStore
from admaker_desktop.project.state import StateDb

test_registry = NodeRegistry()
calls: list[str] = []
"""What ran, in order; the tests clear it."""
gate = threading.Event()
"""What `test.wait` waits for."""


@node("test.words", title="Words", category="Test", lane=Lane.CPU, version=1, into=test_registry)
class Words(Node):
    """Splits a text into words."""

    text: Annotated[str, Setting("The text.")] = "one two three"

    class Outputs(NodeOutputs):
        """The words."""

        words: tuple[str, ...] = Field(description="One by one.")
        count: int = Field(description="How many.")

    def run(self, ctx: RunContext) -> Words.Outputs:
        """Split."""
        del ctx
        calls.append("words")
        words = tuple(self.text.split())
        return self.Outputs(words=words, count=len(words))


@node("test.upper", title="Upper", category="Test", lane=Lane.CPU, version=1, into=test_registry)
class Upper(Node):
    """Puts a word in capitals; refuses the word `bad`."""

    word: Annotated[str, Port("The word.")]
    suffix: Annotated[str, Setting("What to add.")] = ""
    times: Annotated[int, Setting("How often."), Field(ge=1, le=3)] = 1

    class Outputs(NodeOutputs):
        """The word."""

        word: str = Field(description="In capitals.")

    def run(self, ctx: RunContext) -> Upper.Outputs:
        """Convert."""
        calls.append(f"upper {self.word}")
        ctx.task.progress(0.5, "half way")
        if self.word == "bad":
            raise MediaError("The word is bad.", hint="Take another.")
        if self.word == "bug":
            raise ZeroDivisionError
        return self.Outputs(word=self.word.upper() * self.times + self.suffix)


@node("test.pair", title="Pair", category="Test", lane=Lane.CPU, version=1, into=test_registry)
class Pair(Node):
    """Joins two words."""

    left: Annotated[str, Port("First.")]
    right: Annotated[str, Port("Second.")]

    class Outputs(NodeOutputs):
        """The pair."""

        word: str = Field(description="Joined.")

    def run(self, ctx: RunContext) -> Pair.Outputs:
        """Join."""
        del ctx
        return self.Outputs(word=f"{self.left}-{self.right}")


@node("test.join", title="Join", category="Test", lane=Lane.EXPORT, version=1, into=test_registry)
class Join(Node):
    """Joins words into a file."""

    words: Annotated[tuple[str, ...], Port("The words.")] = ()

    class Outputs(NodeOutputs):
        """The sentence."""

        text: str = Field(description="Joined.")
        file: MediaRef = Field(description="The same in the store.")

    def run(self, ctx: RunContext) -> Join.Outputs:
        """Join."""
        calls.append("join")
        text = " ".join(self.words)
        return self.Outputs(text=text, file=ctx.assets.add_bytes(text.encode(), "txt"))


@node("test.wait", title="Wait", category="Test", lane=Lane.CPU, version=1, into=test_registry)
class Wait(Node):
    """Waits until it is stopped or let through."""

    word: Annotated[str, Port("Handed on.")]

    class Outputs(NodeOutputs):
        """The word."""

        word: str = Field(description="As it came.")

    def run(self, ctx: RunContext) -> Wait.Outputs:
        """Wait."""
        calls.append("wait")
        gate.set()
        ctx.task.token.sleep(60)
        return self.Outputs(word=self.word)


class NoVendors:
    """There are no services."""

    def vendor(self, vendor_id: str) -> Vendor:
        """Raises NotConfigured."""
        raise NotConfigured(f"There is no service '{vendor_id}'.")


class ListSink:
    """Keeps the events."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def post(self, event: Event) -> None:
        """Keep it."""
        self.events.append(event)

    def of(self, kind: type[Event]) -> list[str]:
        """The ids of the steps with an event of that kind."""
        return [event.node for event in self.events if isinstance(event, kind)]


class Bench:
    """Tools on a folder of their own; close it."""

    def __init__(self, folder: Path) -> None:
        self.store = ContentStore(folder / "store")
        self.state = StateDb(folder / "state.db")
        self.lanes = ThreadLanes({Lane.CPU: 3, Lane.NETWORK: 3, Lane.GPU: 1, Lane.EXPORT: 1})
        self.tools = Tools(
            registry=test_registry,
            providers=Providers(NoVendors()),
            assets=self.store,
            journal=self.state,
            lanes=self.lanes,
            is_kept=lambda outputs: all(self.store.has(ref) for ref in media_refs(outputs)),
        )

    def close(self) -> None:
        """End the threads."""
        self.lanes.close()
        self.state.close()


def workflow(nodes: dict[str, tuple[str, dict[str, object]]], wires: str) -> Workflow:
    """`{"a": ("test.words", {})}` and `"a.words>b.word c.x>d.y"` as a workflow."""
    links = []
    for wire in wires.split():
        source, target = wire.split(">")
        (a, b), (c, d) = source.split("."), target.split(".")
        links.append(Link(from_node=a, from_port=b, to_node=c, to_port=d))
    records = tuple(NodeRecord(id=i, type=kind, settings=settings) for i, (kind, settings) in nodes.items())
    return Workflow(nodes=records, links=tuple(links))
