"""Whole ads out of briefs, the way the nodes ask the draft writer for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import AdOptions, Brief
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.ad.script import Script
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.text import DraftWriter

AnswerT = TypeVar("AnswerT", bound=BaseModel)


@dataclass(frozen=True)
class Ad:
    """Everything that is written for one brief."""

    brief: Brief
    brand: BrandKit
    concepts: Concepts
    verdict: Verdict
    script: Script
    storyboard: Storyboard

    def texts(self) -> tuple[str, ...]:
        """All that is said and written in the ad, the client's legal lines apart."""
        supers = tuple(s.text for shot in self.storyboard.shots for s in shot.supers if s.text)
        script = self.script
        written = (script.headline, script.offer, script.cta, *script.supers, *supers)
        return tuple(text for text in (*written, *(line.text for line in script.lines)) if text)


def ask(answer: type[AnswerT], **material: BaseModel) -> AnswerT:
    return DraftWriter().answer(TextRequest(answer=answer, instructions="", material=material), Task())


def make_ad(brief: Brief, seconds: float | None = None) -> Ad:
    length = seconds or (brief.lengths[0].seconds if brief.lengths else 15.0)
    options = AdOptions(seconds=length, language=brief.language)
    brand = ask(BrandKit, brief=brief)
    concepts = ask(Concepts, brief=brief)
    verdict = ask(Verdict, brief=brief, concepts=concepts)
    script = ask(Script, brief=brief, verdict=verdict, brand=brand, options=options)
    return Ad(brief, brand, concepts, verdict, script, ask(Storyboard, brief=brief, script=script, brand=brand))
