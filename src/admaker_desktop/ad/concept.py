"""Concepts and the judge's verdict on them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from admaker_desktop.ad.base import AdModel

Angle = Literal["problem", "demonstration", "proof", "offer", "manifesto", "transformation", "craft", "moment"]


class Concept(AdModel):
    """One idea for the ad."""

    id: str
    angle: Angle
    title: str
    idea: str
    """One sentence: what happens and why it convinces."""
    hook: str
    """What the first two seconds say."""
    headline: str
    visual_idea: str


class Concepts(AdModel):
    """Three concepts that differ in angle."""

    items: tuple[Concept, ...] = Field(min_length=3, max_length=3)


class Measure(AdModel):
    """One named, reproducible measure of a concept against the brief."""

    name: str
    score: float = Field(ge=0, le=1)
    weight: float = Field(gt=0)
    reason: str
    """What was counted, with figures."""


class ScoredConcept(AdModel):
    """A concept's marks."""

    concept_id: str
    score: float = Field(ge=0, le=1)
    measures: tuple[Measure, ...]


class Verdict(AdModel):
    """The judge's choice with every mark that led to it."""

    chosen: Concept
    reason: str
    scores: tuple[ScoredConcept, ...]
