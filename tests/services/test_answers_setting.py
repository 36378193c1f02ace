"""The answers of a brief as a setting that a person types on the command line."""

from __future__ import annotations

import pytest

import admaker_desktop.nodes.catalog  # noqa: F401 - registers the node types
from admaker_desktop.core.errors import UsageError
from admaker_desktop.services.projects import typed_edit
from admaker_desktop.services.template import build


def test_answers_are_typed_as_json() -> None:
    edit = typed_edit(build(), "brief", "answers", '{"cta": "Order now", "lengths": "6 s"}')
    assert edit.value == {"cta": "Order now", "lengths": "6 s"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"mood": "calm"}', "has no answer 'mood'"),
        ('{"lengths": "long"}', "15 s"),
        ("cta", "dictionary"),
        ("[]", "dictionary"),
    ],
)
def test_answers_that_mean_nothing_are_refused_where_they_are_typed(text: str, says: str) -> None:
    with pytest.raises(UsageError) as refusal:
        typed_edit(build(), "brief", "answers", text)
    assert says in refusal.value.sentence()
