"""A bad node is refused with one sentence; a good one is fully described by its annotations."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field

from admaker_desktop.engine.context import RunContext
from admaker_desktop.engine.lane import Lane
from admaker_desktop.engine.node import Node, NodeOutputs, Port, Setting
from admaker_desktop.engine.registry import BadNodeError, NodeRegistry, accepts, node, type_name
from tests.fakes.engine import Upper, test_registry


class _Out(NodeOutputs):
    """Something."""

    word: str = Field(description="A word.")


def test_annotations_say_everything() -> None:
    spec = test_registry.get("test.upper")
    assert spec.ports["word"].doc == "The word."
    assert spec.settings["times"].default == 1
    assert spec.outputs["word"].doc == "In capitals."
    assert spec.lane is Lane.CPU
    assert spec.cls is Upper


def test_every_problem_is_in_one_sentence() -> None:
    with pytest.raises(BadNodeError) as caught:

        @node("Bad Id", title="Bad", category="Test", lane=Lane.CPU, version=0, into=NodeRegistry())
        class Bad(Node):
            first: int = 1
            second: Annotated[int, Setting("Help.")]
            third: Annotated[int, Port(" ")]

    message = str(caught.value)
    for problem in (
        "the id 'Bad Id'", "version is below 1", "no docstring", "no run method", "no Outputs class",
        "'first' has 0 of Port and Setting", "setting 'second' has no default", "'third' has no help text",
    ):  # fmt: skip
        assert problem in message
    assert message.count(".") <= 2


def test_outputs_need_a_field() -> None:
    with pytest.raises(BadNodeError, match="Outputs has no field"):

        @node("test.empty", title="Empty", category="Test", lane=Lane.CPU, version=1, into=NodeRegistry())
        class Empty(Node):
            """Makes nothing."""

            class Outputs(NodeOutputs):
                """Nothing."""

            def run(self, ctx: RunContext) -> NodeOutputs:
                return self.Outputs()


def test_an_id_is_taken_once() -> None:
    mine = NodeRegistry()

    def define() -> None:
        @node("test.twice", title="Twice", category="Test", lane=Lane.CPU, version=1, into=mine)
        class Twice(Node):
            """Makes a word."""

            Outputs = _Out

            def run(self, ctx: RunContext) -> NodeOutputs:
                return _Out(word="x")

    define()
    with pytest.raises(BadNodeError, match=r"'test\.twice' is taken"):
        define()
    assert len(mine) == 1


@pytest.mark.parametrize(
    ("wanted", "given", "fits"),
    [
        (str, str, True),
        (str, int, False),
        (str | int, int, True),
        (NodeOutputs, _Out, True),
        (_Out, NodeOutputs, False),
    ],
)
def test_ports_take_their_type_and_its_kinds(wanted: object, given: object, fits: bool) -> None:
    assert accepts(wanted, given) is fits


def test_types_read_like_words() -> None:
    assert type_name(tuple[str, ...]) == "list of text"
    assert type_name(_Out) == "_Out"
