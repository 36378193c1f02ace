"""The base of the ad's vocabulary: frozen, closed pydantic values that travel between nodes and into the project."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["en", "fr"]


class AdModel(BaseModel):
    """A frozen value; unknown fields are refused; tuples instead of lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")
