"""Workflow templates: the graphs that a new project starts with."""

from __future__ import annotations

from admaker_desktop.core.errors import UsageError
from admaker_desktop.core.messages import msg
from admaker_desktop.graph.model import Link, NodeRecord, Workflow

_NODES: tuple[tuple[str, str, dict[str, str], int, int], ...] = (
    ("brief", "strategy.brief", {}, 0, 24),
    ("brand", "strategy.brand", {}, 236, 0),
    ("concepts", "strategy.concepts", {}, 0, 252),
    ("judge", "strategy.judge", {}, 0, 464),
    ("script", "strategy.script", {}, 236, 184),
    ("headline", "strategy.copy", {"role": "headline"}, 472, 16),
    ("offer", "strategy.copy", {"role": "offer"}, 472, 232),
    ("cta", "strategy.copy", {"role": "cta"}, 472, 460),
    ("legal", "strategy.copy", {"role": "legal"}, 472, 676),
    ("storyboard", "visual.storyboard", {}, 708, 28),
    ("photos", "visual.files", {}, 236, 604),
    ("cutout", "visual.cutout", {}, 708, 292),
    ("logo", "visual.files", {}, 236, 752),
    ("logo_cutout", "visual.cutout", {}, 944, 720),
    ("formats", "edit.formats", {}, 236, 404),
    ("image", "visual.image", {}, 944, 28),
    ("animate", "motion.animate", {}, 1180, 0),
    ("voice", "sound.voice", {}, 944, 308),
    ("voice_offer", "sound.voice", {}, 708, 480),
    ("voice_cta", "sound.voice", {}, 708, 692),
    ("music", "sound.music", {}, 944, 524),
    ("cut", "edit.cut", {}, 1180, 228),
    ("export", "edit.export", {}, 1180, 696),
)
"""id, type, settings, place in pixels at 100 %: six columns that fill a Flow page; its lower left is the map's."""

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
        NodeRecord(id=node_id, type=kind, settings=settings, x=x, y=y) for node_id, kind, settings, x, y in _NODES
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
