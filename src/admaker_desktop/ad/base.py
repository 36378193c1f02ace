"""The base of the ad's vocabulary: frozen, closed pydantic values that travel between nodes and into the project."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer, PlainValidator, SerializationInfo

from admaker_desktop.core.messages import Message

Language = Literal["en", "fr"]


class AdModel(BaseModel):
    """A frozen value; unknown fields are refused; tuples instead of lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")


IN_WORDS = "in words"
"""As the context of a dump: sentences are written in English instead of as what can be translated."""


def _read_sentence(value: object) -> Message:
    if isinstance(value, Message):
        return value
    if isinstance(value, str):
        return Message.from_json(value)
    raise ValueError("a message or its JSON is wanted")


def _write_sentence(value: Message, info: SerializationInfo) -> str:
    return value.text() if info.context == IN_WORDS else value.to_json()


Sentence = Annotated[Message, PlainValidator(_read_sentence), PlainSerializer(_write_sentence, when_used="json")]
"""A message as a field: kept as its JSON; a plain text (kept before there were messages) is read as it is."""
