"""Messages: filled at the end, translated at the edge, kept as one line of JSON."""

from __future__ import annotations

import json

import pytest

from admaker_desktop.core.errors import AdMakerError, StorageError
from admaker_desktop.core.messages import NOTHING, Message, either, joined, msg, sentences, term, verbatim

FRENCH = {
    "{what} failed: {reason}.": "{what}\u202f: échec, {reason}.",
    "Writing {path}": "Écriture de {path}",
    "{first} or {rest}": "{first} ou {rest}",
    "{first} {rest}": "{first} {rest}",
    "Try again.": "Réessayez.",
}


def in_french(template: str) -> str:
    """A catalogue of a few texts."""
    return FRENCH.get(template, template)


def test_messages_within_a_message_are_translated_too() -> None:
    message = msg("{what} failed: {reason}.", what=msg("Writing {path}", path="a.txt"), reason=verbatim("EIO"))
    assert message.text() == "Writing a.txt failed: EIO."
    assert message.text(in_french) == "Écriture de a.txt\u202f: échec, EIO."


def test_a_value_that_looks_like_a_place_stays_as_it_is() -> None:
    assert msg("{name} is empty.", name="{name}").text() == "{name} is empty."
    assert msg("{a} {b}", a="{b}", b="x").text() == "{b} x"


@pytest.mark.parametrize("template", ["{x:999999999}", "{x.__class__}", "{x[0]}", "{!r}", "{", "}{", "{missing}"])
def test_a_strangers_template_can_do_nothing(template: str) -> None:
    assert msg(template, x="1").text() == template


@pytest.mark.parametrize(
    "message",
    [
        msg("It is gone."),
        msg("{count} of {total}", count=3, total=4.5),
        msg("{what} failed.", what=msg("Writing {path}", path="été")),
    ],
)
def test_json_gives_the_same_message_back(message: Message) -> None:
    assert Message.from_json(message.to_json()) == message
    assert "\n" not in message.to_json()


@pytest.mark.parametrize(
    "text", ["", "The disk is full.", "30", "[]", "[1]", '["a", 3]', '["a", {"x": null}]', "{", "[" * 5_000]
)
def test_what_is_no_messages_json_is_a_plain_text(text: str) -> None:
    assert Message.from_json(text) == Message(text)


def test_nothing_is_false_and_kept_as_nothing() -> None:
    assert not NOTHING
    assert NOTHING.to_json() == ""
    assert Message.from_json("") == NOTHING


def test_lists_are_messages() -> None:
    assert either(["a", "b", "c"]).text(in_french) == "a ou b ou c"
    assert joined([term("One"), term("Two")]).text() == "One; Two"
    assert sentences([msg("It failed."), NOTHING, msg("Try again.")]).text() == "It failed. Try again."
    assert (either([]), joined([]), sentences([])) == (NOTHING, NOTHING, NOTHING)


def test_an_errors_sentence_is_one_line_in_any_language() -> None:
    error = StorageError(
        "{what} failed: {reason}.", what=msg("Writing {path}", path="a\nb"), reason="x", hint="Try again."
    )
    assert error.sentence(in_french) == "Écriture de a b\u202f: échec, x. Réessayez."
    assert json.loads(error.whole.to_json())[0] == "{first} {rest}"


def test_any_name_may_be_a_place() -> None:
    assert AdMakerError("{template} {message}", template="a", message="b").message.text() == "a b"
