"""Workflow templates: the graphs that a new project starts with."""

from __future__ import annotations

from admaker_desktop.core.errors import UsageError
from admaker_desktop.core.messages import msg
from admaker_desktop.graph.model import Link, NodeRecord, Workflow

_NODES: tuple[tuple[str, str, dict[str, str], int, int], ...] = (
    ("brief", "strategy.brief", {}, 0, 2),
    ("brand", "strategy.brand", {}, 1, 0),
    ("concepts", "strategy.concepts", {}, 1, 2),
    ("judge", "strategy.judge", {}, 2, 2),
    ("script", "strategy.script", {}, 3, 2),
    ("headline", "strategy.copy", {"role": "headline"}, 4, 3),
    ("offer", "strategy.copy", {"role": "offer"}, 4, 4),
    ("cta", "strategy.copy", {"role": "cta"}, 4, 5),
    ("legal", "strategy.copy", {"role": "legal"}, 4, 6),
    ("storyboard", "visual.storyboard", {}, 4, 1),
    ("photos", "visual.files", {}, 3, 0),
    ("cutout", "visual.cutout", {}, 4, 0),
    ("logo", "visual.files", {}, 3, 7),
    ("logo_cutout", "visual.cutout", {}, 4, 7),
    ("formats", "edit.formats", {}, 1, 4),
    ("image", "visual.image", {}, 5, 1),
    ("animate", "motion.animate", {}, 6, 1),
    ("voice", "sound.voice", {}, 5, 3),
    ("voice_offer", "sound.voice", {}, 5, 4),
    ("voice_cta", "sound.voice", {}, 5, 5),
    ("music", "sound.music", {}, 5, 2),
    ("cut", "edit.cut", {}, 7, 2),
    ("export", "edit.export", {}, 8, 2),
)
"""id, type, settings, column, row."""

_WIRES = """
brief.brief -> brand.brief concepts.brief judge.brief script.brief storyboard.brief formats.brief
brand.brand -> script.brand storyboard.brand image.brand cut.brand export.brand
concepts.concepts -> judge.concepts
judge.verdict -> script.verdict
script.script -> headline.script offer.script cta.script legal.script storyboard.script cut.script
script.lines -> voice.line
script.music -> music.plan
headline.text -> cut.headline
offer.text -> cut.offer
cta.text -> cut.cta
legal.text -> cut.legal
offer.lines -> voice_offer.line
cta.lines -> voice_cta.line
storyboard.storyboard -> animate.storyboard cut.storyboard
storyboard.shots -> image.shot
photos.images -> cutout.image
cutout.image -> image.photos
logo.images -> logo_cutout.image
logo_cutout.image -> cut.logo
formats.sizes -> image.size
formats.formats -> cut.formats
image.scene -> animate.scene
animate.scene -> cut.scenes
voice.take -> cut.takes
voice_offer.take -> cut.takes
voice_cta.take -> cut.takes
voice.line -> cut.lines
voice_offer.line -> cut.lines
voice_cta.line -> cut.lines
music.music -> cut.music
cut.views -> export.cut
"""

_COLUMN_PX = 300
_ROW_PX = 170

TEMPLATES = {"first_ad": msg("One brief in, a finished draft ad in every format out.")}
"""Id to what it makes."""


def build(template: str = "first_ad") -> Workflow:
    """The graph of a template; raises UsageError for an unknown id."""
    if template not in TEMPLATES:
        raise UsageError(
            "There is no template '{template}'.",
            template=template,
            known=", ".join(TEMPLATES),
            hint="The templates are: {known}.",
        )
    nodes = tuple(
        NodeRecord(id=node_id, type=kind, settings=settings, x=column * _COLUMN_PX, y=row * _ROW_PX)
        for node_id, kind, settings, column, row in _NODES
    )
    return Workflow(nodes=nodes, links=tuple(_read_wires(_WIRES)))


def _read_wires(text: str) -> list[Link]:
    links = []
    for line in text.strip().splitlines():
        source, targets = line.split(" -> ")
        from_node, from_port = source.split(".")
        for target in targets.split():
            to_node, to_port = target.split(".")
            links.append(Link(from_node=from_node, from_port=from_port, to_node=to_node, to_port=to_port))
    return links
