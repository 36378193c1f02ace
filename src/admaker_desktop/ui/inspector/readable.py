"""The values that nodes make, in readable form: a few kinds of block that the results page draws."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.ad.deliverable import AdFile, Format, FrameSize, MusicTake, VoiceTake
from admaker_desktop.ad.scene import Scene
from admaker_desktop.ad.script import MusicPlan, Script, ScriptLine
from admaker_desktop.ad.storyboard import Shot, Storyboard
from admaker_desktop.core.media import ImageRef
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.engine.values import jsonable
from admaker_desktop.services.settings_forms import choice_label, label_of
from admaker_desktop.timeline.model import Sequence
from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import locale, tr, tr_text, trn

_EXCERPT = 140
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Words:
    """A text that can be copied."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Bars of 0..1 with a name: a verdict's scores."""

    rows: tuple[tuple[str, float], ...]
    chosen: int = -1


@dataclass(frozen=True, slots=True)
class Swatches:
    """Colours as `#rrggbb`."""

    colours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A still of the store; its caption says what is known of it."""

    ref: ImageRef
    caption: str


@dataclass(frozen=True, slots=True)
class File:
    """A finished ad file."""

    file: AdFile
    facts: Facts


Block = Words | Facts | Marks | Swatches | Picture | File


@singledispatch
def blocks_of(value: Any) -> tuple[Block, ...]:
    """The value's blocks; a type that has no form of its own is shown as its data."""
    text = json.dumps(jsonable(value), ensure_ascii=False, indent=2)
    return (Words(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"),)


def excerpt(values: tuple[Any, ...]) -> str:
    """What a port carries in one or two lines."""
    if not values:
        return ""
    first = _brief_text(values[0])
    first = first if len(first) <= _EXCERPT else f"{first[: _EXCERPT - 1]}…"
    if len(values) == 1:
        return first
    return trn("{count} value: {first}", "{count} values: {first}", len(values), first=first)


def seconds(ticks: int) -> str:
    """A length as "15.0 s"."""
    return tr("{seconds} s", seconds=locale().toString(s_from_ticks(ticks), "f", 1))


def _brief_text(value: Any) -> str:
    for block in blocks_of(value):
        if isinstance(block, Words):
            return block.text.strip() or tr("empty")
        if isinstance(block, Facts | File):
            rows = block.rows if isinstance(block, Facts) else block.facts.rows
            return " · ".join(text for _, text in rows if text)
        if isinstance(block, Picture):
            return block.caption
    return ""


def _rows(*rows: tuple[str, str]) -> Facts:
    return Facts(tuple((label, text) for label, text in rows if text))


def _size(width_px: int, height_px: int) -> str:
    return f"{width_px} × {height_px}"


@blocks_of.register
def _(value: str) -> tuple[Block, ...]:
    return (Words(value),)


@blocks_of.register
def _(value: Brief) -> tuple[Block, ...]:
    rows = (
        (tr("Brand"), value.brand),
        (tr("Product"), value.product),
        (tr("Message"), value.message),
        (tr("Offer"), value.offer),
        (tr("Call to action"), value.cta),
        (tr("Audience"), value.audience),
        (tr("Tone"), ", ".join(value.tone)),
        (tr("Formats"), ", ".join(value.formats)),
        (tr("Length"), ", ".join(f"{length.seconds:g} s" for length in value.lengths)),
        (tr("Never"), "; ".join(value.prohibitions)),
    )
    asked = tuple(Words(question.default, question.question) for question in value.questions)
    legal = tuple(Words(line, tr("Legal line")) for line in value.legal)
    return (_rows(*rows), *legal, *asked)


@blocks_of.register
def _(value: BrandKit) -> tuple[Block, ...]:
    palette, pair = value.palette, value.type
    colours = (palette.ground, palette.surface, palette.ink, palette.accent, palette.second, palette.light)
    rows = _rows(
        (tr("Brand"), value.name),
        (tr("Headlines"), pair.display),
        (tr("Text"), pair.text),
        (tr("Mood"), tr_text(choice_label(value.mood))),
    )
    return rows, Swatches(colours)


@blocks_of.register
def _(value: Concepts) -> tuple[Block, ...]:
    return tuple(Words(concept.idea, concept.title) for concept in value.items)


@blocks_of.register
def _(value: Verdict) -> tuple[Block, ...]:
    ids = [score.concept_id for score in value.scores]
    chosen = ids.index(value.chosen.id) if value.chosen.id in ids else -1
    titles = {value.chosen.id: value.chosen.title}
    marks = Marks(tuple((titles.get(s.concept_id, s.concept_id), s.score) for s in value.scores), chosen)
    return Words(value.reason, value.chosen.title), marks


@blocks_of.register
def _(value: Script) -> tuple[Block, ...]:
    lines = tuple(Words(line.text, _slot(line)) for line in value.lines if line.text)
    head = _rows(
        (tr("Headline"), value.headline),
        (tr("Offer"), value.offer),
        (tr("Call to action"), value.cta),
        (tr("Legal line"), value.legal),
        (tr("Length"), seconds(value.total_ticks)),
    )
    return head, *lines


@blocks_of.register
def _(value: ScriptLine) -> tuple[Block, ...]:
    return (Words(value.text, _slot(value)),)


@blocks_of.register
def _(value: MusicPlan) -> tuple[Block, ...]:
    mood = tr_text(choice_label(value.mood))
    return (_rows((tr("Tempo"), _tempo(value.bpm)), (tr("Mood"), mood), (tr("Length"), seconds(value.total_ticks))),)


@blocks_of.register
def _(value: Storyboard) -> tuple[Block, ...]:
    return tuple(block for shot in value.shots for block in blocks_of(shot))


@blocks_of.register
def _(value: Shot) -> tuple[Block, ...]:
    title = tr(
        "{kind} · {start} to {end}",
        kind=tr_text(choice_label(value.kind)),
        start=seconds(value.start_ticks),
        end=seconds(value.end_ticks),
    )
    return (Words(value.description, title),)


@blocks_of.register
def _(value: ImageRef) -> tuple[Block, ...]:
    caption = tr(
        "{size} px · {bytes}", size=_size(value.width_px, value.height_px), bytes=formats.size(value.size_bytes)
    )
    return (Picture(value, caption),)


@blocks_of.register
def _(value: Scene) -> tuple[Block, ...]:
    size = _size(value.width_px, value.height_px)
    layers = trn("{count} layer", "{count} layers", len(value.layers))
    return Picture(value.layers[0].image, f"{value.shot_id.upper()} · {size}"), _rows((tr("Layers"), layers))


def voice_name(voice: str) -> str:
    """A voice as people call it, "Heart, American English"; its model and code are for the log."""
    code = voice.rpartition("/")[2].strip()
    accents = {"a": tr("American English"), "b": tr("British English"), "f": tr("French")}
    accent = accents.get(code[:1])
    if accent is None or code[2:3] != "_":
        return voice
    return tr("{name}, {accent}", name=code[3:].capitalize(), accent=accent)


@blocks_of.register
def _(value: VoiceTake) -> tuple[Block, ...]:
    said = " ".join(word.text for word in value.words)
    length = formats.duration(value.audio.seconds) if value.audio else tr("silent")
    return Words(said), _rows((tr("Voice"), voice_name(value.voice)), (tr("Length"), length))


@blocks_of.register
def _(value: MusicTake) -> tuple[Block, ...]:
    stems = ", ".join(name for name, _ in value.stems)
    length = formats.duration(value.stems[0][1].seconds) if value.stems else ""
    return (
        _rows(
            (tr("Tempo"), _tempo(value.bpm)),
            (tr("Stems"), stems),
            (tr("Length"), length),
            (tr("Composer"), value.composer),
        ),
    )


@blocks_of.register
def _(value: Sequence) -> tuple[Block, ...]:
    views = ", ".join(view.aspect for view in value.views)
    shots = trn("{count} shot", "{count} shots", len(value.shots))
    return (_rows((tr("Length"), seconds(value.duration_ticks)), (tr("Cut"), shots), (tr("Formats"), views)),)


@blocks_of.register
def _(value: Format) -> tuple[Block, ...]:
    size = _size(value.width_px, value.height_px)
    return (
        _rows(
            (value.aspect, f"{size} · {value.fps:g} fps · {value.id}"),
        ),
    )


@blocks_of.register
def _(value: FrameSize) -> tuple[Block, ...]:
    return (
        _rows(
            (value.aspect, _size(value.width_px, value.height_px)),
        ),
    )


@blocks_of.register
def _(value: AdFile) -> tuple[Block, ...]:
    measured = value.measured
    verdict = {"pass": tr("passes"), "warn": tr("passes with warnings"), "fail": tr("blocked")}[value.verdict]
    facts = _rows(
        (tr("Picture"), f"{_size(measured.width_px, measured.height_px)} · {measured.fps:g} fps"),
        (tr("Length"), tr("{seconds} s", seconds=locale().toString(measured.seconds, "f", 3))),
        (tr("Loudness"), _loudness(measured.lufs, measured.true_peak_dbtp)),
        (tr("Size"), formats.size(measured.size_bytes)),
        (tr("Checks"), verdict),
    )
    return (File(value, facts),)


def value_text(value: object) -> str:
    """A setting's value in a few words, for "old to new"."""
    if isinstance(value, list | tuple):
        return ", ".join(map(value_text, value)) or tr("none")
    if isinstance(value, dict):
        name = value.get("sha256")
        return str(name)[:8] if name else ", ".join(f"{label_of(key)}: {text}" for key, text in value.items())
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, int | float):
        return locale().toString(float(value), "g", 6)
    text = " ".join(str(value).split())
    return text or tr("empty")


def _slot(line: ScriptLine) -> str:
    return tr("{role} at {start}", role=tr_text(choice_label(line.role)), start=seconds(line.start_ticks))


def _tempo(bpm: float) -> str:
    return tr("{bpm} beats a minute", bpm=f"{bpm:g}")


def _loudness(lufs: float | None, peak: float | None) -> str:
    if lufs is None or peak is None:
        return tr("silent")
    number = locale().toString
    return tr("{lufs} LUFS, peak {peak} dBTP", lufs=number(lufs, "f", 1), peak=number(peak, "f", 1))
