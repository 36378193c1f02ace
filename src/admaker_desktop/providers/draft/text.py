"""The draft writer: answers every question of an ad's text from the words of its brief, offline, without weights."""

from __future__ import annotations

from typing import TypeVar, cast

from pydantic import BaseModel

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import AdOptions, Brief, BriefSource
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.ad.script import Script
from admaker_desktop.ad.storyboard import Storyboard
from admaker_desktop.capabilities.text import AnswerT, TextRequest
from admaker_desktop.core.errors import ProviderError
from admaker_desktop.core.task import Task
from admaker_desktop.providers.draft.reading import read_brief
from admaker_desktop.providers.draft.writing.boarding import draw_storyboard
from admaker_desktop.providers.draft.writing.concepts import write_concepts
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.judge import judge
from admaker_desktop.providers.draft.writing.kit import brand_kit
from admaker_desktop.providers.draft.writing.scripting import write_script

MaterialT = TypeVar("MaterialT", bound=BaseModel)


class DraftWriter:
    """A TextProvider that reads and writes by rules: the same request gives the same answer; any thread."""

    def fingerprint(self) -> str:
        """Model and version."""
        return "draft writer 2"

    def answer(self, request: TextRequest[AnswerT], task: Task) -> AnswerT:
        """A Brief, BrandKit, Concepts, Verdict, Script or Storyboard; raises ProviderError for anything else."""
        task.progress(0.0)
        made = _answer(request)
        task.progress(1.0)
        return cast("AnswerT", made)


def _answer(request: TextRequest[AnswerT]) -> BaseModel:
    wanted: type[BaseModel] = request.answer
    if wanted is Brief:
        return read_brief(_material(request, "source", BriefSource))
    if wanted not in (BrandKit, Concepts, Verdict, Script, Storyboard):
        raise ProviderError(
            "The draft writer cannot answer with a {kind}.",
            kind=wanted.__name__,
            hint="Choose another text service for this.",
        )
    facts = Facts.of(_material(request, "brief", Brief))
    if wanted is BrandKit:
        return brand_kit(facts)
    if wanted is Concepts:
        return write_concepts(facts)
    if wanted is Verdict:
        return judge(facts, _material(request, "concepts", Concepts))
    brand = _material(request, "brand", BrandKit)
    if wanted is Script:
        options = _material(request, "options", AdOptions)
        return write_script(facts, _material(request, "verdict", Verdict), brand, options)
    return draw_storyboard(facts.brief, _material(request, "script", Script), brand)


def _material(request: TextRequest[AnswerT], name: str, kind: type[MaterialT]) -> MaterialT:
    found = request.material.get(name)
    if not isinstance(found, kind):
        raise ProviderError(
            "The draft writer needs the {name} to write a {kind}.", name=name, kind=request.answer.__name__
        )
    return found
