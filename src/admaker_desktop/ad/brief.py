"""The brief: what the client asks for, as read from his own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from admaker_desktop.ad.base import AdModel, Language

Subject = Literal[
    "bottle", "dropper", "can", "jar", "tube", "carton", "pouch", "mug", "bag", "shoebox",
    "phone", "laptop", "plate", "bread", "fruit", "shopfront", "card", "ticket", "abstract",
]  # fmt: skip
"""What the draft image provider can draw as the thing that is advertised."""


class Question(AdModel):
    """Something that the brief does not say, with the default that the draft uses meanwhile."""

    field: str
    question: str
    """In the brief's language."""
    default: str
    """What was used, in words."""


class Evidence(AdModel):
    """Where a field was found: the client's own words."""

    field: str
    quote: str


class Length(AdModel):
    """A spot length that the brief asks for."""

    seconds: float = Field(gt=0, le=180)


class Brief(AdModel):
    """A brief as understood. Empty means: the brief does not say."""

    language: Language
    """The language of the ad (not always that of the e-mail)."""
    brand: str
    product: str
    subject: Subject
    """What is drawn."""
    sector: str
    """One of: beauty, food, drink, fashion, home, tech, app, service, finance, health, ngo, event, travel,
    education, job, retail, other."""
    offer: str = ""
    """The deal: price, discount, gift, date; in the brief's words."""
    audience: str = ""
    message: str = ""
    """The single message."""
    benefits: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    cta: str = ""
    url: str = ""
    legal: tuple[str, ...] = ()
    """Mandatory lines, word for word."""
    prohibitions: tuple[str, ...] = ()
    """What must never be shown, said or written; in the brief's words."""
    banned_terms: tuple[str, ...] = ()
    """The words behind the prohibitions, lower case: none of them may occur in anything that the ad says."""
    colours: tuple[str, ...] = ()
    """`#rrggbb`, in the order of the brief."""
    fonts: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    """Video ratios asked for, as `9:16`; empty when the brief does not say."""
    other_formats: tuple[str, ...] = ()
    """What is asked for and is no video (banner, still, print), in the brief's words."""
    lengths: tuple[Length, ...] = ()
    languages: tuple[Language, ...] = ()
    deadline: str = ""
    photos: tuple[str, ...] = ()
    """Local files that a Markdown brief links to, as written there."""
    logo: str = ""
    """The local file linked as the logo, as written there."""
    questions: tuple[Question, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class BriefSource(AdModel):
    """The raw brief: what the client sent, decoded, with what the user has fixed beforehand."""

    text: str
    name: str = ""
    """File name without folder, for the brand's last-resort default."""
    language: Language | None = None
    """Fixed by the user; None = read it from the brief."""
    answers: Mapping[str, str] = Field(default_factory=dict)
    """What the user has answered or corrected, by field (`ad.answers`): it counts more than the text."""


class AdOptions(AdModel):
    """What the user or the brief has fixed about the ad to be made."""

    seconds: float = Field(gt=0, le=180)
    language: Language
    end_card_min_s: float = 2.0
