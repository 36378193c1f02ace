"""Small ads made by hand: parts for the Editor without any maker behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from admaker_desktop.ad.brand import BrandKit, Palette, TypePair
from admaker_desktop.ad.deliverable import Format, MusicTake, SafeZone, VoiceTake, Word
from admaker_desktop.ad.scene import Box, Layer, Scene
from admaker_desktop.ad.script import LineRole, MusicPlan, Script, ScriptLine
from admaker_desktop.ad.storyboard import Shot, ShotKind, Storyboard, Super
from admaker_desktop.core.media import AudioRef, ImageRef
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media import text
from admaker_desktop.nodes.edit.assembly import CutParts, Texts

PALETTE = Palette(
    ground="#e9ddcf", ground_deep="#b9a48d", surface="#f6efe6", ink="#2a1c12", ink_soft="#5b4636", accent="#8c2f1b",
    accent_deep="#5e1d10", on_accent="#ffffff", second="#c98a3c", light="#fffaf0",
)  # fmt: skip
FORMATS = {
    "9:16": Format(
        id="master_universal_9x16", aspect="9:16", width_px=1080, height_px=1920, fps=30,
        safe_zone=SafeZone(top_px=288, bottom_px=672, left_px=120, right_px=192),
    ),
    "1:1": Format(
        id="ig_feed_video_1x1", aspect="1:1", width_px=1080, height_px=1080, fps=30,
        safe_zone=SafeZone(top_px=54, bottom_px=54, left_px=54, right_px=54),
    ),
    "16:9": Format(
        id="yt_infeed_16x9", aspect="16:9", width_px=1920, height_px=1080, fps=30,
        safe_zone=SafeZone(top_px=54, bottom_px=54, left_px=96, right_px=96),
    ),
    "4:5": Format(
        id="ig_feed_video_4x5", aspect="4:5", width_px=1080, height_px=1350, fps=30,
        safe_zone=SafeZone(top_px=68, bottom_px=68, left_px=54, right_px=54),
    ),
}  # fmt: skip


def digest(name: str) -> str:
    """A stable SHA-256 for a thing that has no bytes here."""
    return hashlib.sha256(name.encode()).hexdigest()


def picture(name: str, width: int = 1080, height: int = 1080) -> ImageRef:
    return ImageRef(sha256=digest(name), ext="png", size_bytes=1, width_px=width, height_px=height, has_alpha=True)


def sound(name: str, seconds: float, channels: int = 1) -> AudioRef:
    return AudioRef(sha256=digest(name), ext="wav", size_bytes=1, frames=round(seconds * 48_000), channels=channels)


def scene(shot_id: str, view: Format, colour: str = "#2a1c12") -> Scene:
    """A subject in the lower or right part, room for type above or beside it."""
    w, h = view.width_px, view.height_px
    room = Box(x_px=w * 0.06, y_px=h * 0.08, width_px=w * 0.42, height_px=h * 0.84)
    subject = Box(x_px=w * 0.55, y_px=h * 0.15, width_px=w * 0.3, height_px=h * 0.7)
    if w <= h:
        room = Box(x_px=w * 0.06, y_px=h * 0.12, width_px=w * 0.88, height_px=h * 0.28)
        subject = Box(x_px=w * 0.3, y_px=h * 0.42, width_px=w * 0.4, height_px=h * 0.45)
    layer = Layer(
        role="ground",
        image=picture(f"{shot_id}{w}"),
        x_px=0,
        y_px=0,
        width_px=w,
        height_px=h,
        pivot_x_px=0,
        pivot_y_px=0,
    )
    return Scene(
        shot_id=shot_id, width_px=w, height_px=h, layers=(layer,), subject_box=subject, text_box=room,
        text_colour=colour, renderer="by hand",
    )  # fmt: skip


def take(line: ScriptLine, words_per_s: float) -> VoiceTake:
    """A spoken line with even marks, 0.05 s of silence before and after."""
    tokens = line.text.split()
    words = tuple(
        Word(text=token, start_s=0.05 + at / words_per_s, end_s=0.05 + (at + 0.9) / words_per_s)
        for at, token in enumerate(tokens)
    )
    seconds = 0.1 + len(tokens) / words_per_s
    return VoiceTake(line_id=line.id, audio=sound(line.id + line.text, seconds), words=words, voice="test voice")


@dataclass(frozen=True)
class Wish:
    """What an ad of these tests is like."""

    seconds: float = 15.0
    bpm: float = 96.0
    headline: str = "Le pain qui prend son temps, cuit au feu de bois chaque matin"
    offer: str = "Dès 29,90 € par mois"
    cta: str = "Commandez maintenant"
    legal: str = "Offre valable jusqu'au 31 décembre 2026 dans la limite des stocks disponibles."
    said: tuple[tuple[LineRole, str], ...] = (
        ("hook", "Vous aussi, vous en avez assez du pain sans goût ?"),
        ("benefit", "Chez nous, la pâte lève pendant vingt-quatre heures, et cela change tout."),
        ("offer", "Dès 29,90 € par mois, livré chez vous."),
        ("cta", "Commandez maintenant sur notre site."),
    )
    words_per_s: float = 3.0
    direction: str = "studio"
    display: tuple[str, int, bool] = ("Fraunces", 600, False)
    reading: tuple[str, int] = ("DM Sans", 500)
    formats: tuple[str, ...] = ("9:16", "1:1", "16:9", "4:5")
    kinds: tuple[ShotKind, ...] = ("hero", "detail", "use", "proof", "end")
    logo: ImageRef | None = None
    brand: str = "Maison Névé"


MakeParts = Callable[[Wish], CutParts]


def build(wish: Wish) -> CutParts:
    """The parts of an ad: shots on beats, lines in even slots, a subject and room for type in every picture."""
    total = ticks_from_s(wish.seconds)
    beat = round(ticks_from_s(1) * 60 / wish.bpm)
    beats = total // beat
    cuts = [round(beats * number / len(wish.kinds)) * beat for number in range(len(wish.kinds))] + [total]
    supers = {"hero": (Super(role="headline"),), "detail": (Super(role="support", text="24 h de levée, au calme"),)}
    supers["proof"] = (Super(role="offer"), Super(role="support", text="Goûté et approuvé par 12 000 familles"))
    shots = tuple(
        Shot(
            id=f"s{number + 1}", kind=kind, start_ticks=cuts[number], end_ticks=cuts[number + 1], subject="bread",
            description="Bread.", supers=supers.get(kind, ()),
        )
        for number, kind in enumerate(wish.kinds)
    )  # fmt: skip
    count = max(1, len(wish.said))
    lines = tuple(
        ScriptLine(
            id=f"l{number + 1}", role=role, text=words, start_ticks=total * number // count,
            end_ticks=total * (number + 1) // count, language="fr",
        )
        for number, (role, words) in enumerate(wish.said)
    )  # fmt: skip
    music = MusicPlan(total_ticks=total, end_card_ticks=cuts[-2], bpm=wish.bpm, mood="warm", seed=1)
    script = Script(
        language="fr", total_ticks=total, headline=wish.headline, offer=wish.offer, cta=wish.cta, legal=wish.legal,
        lines=lines, music=music,
    )  # fmt: skip
    formats = tuple(FORMATS[name] for name in wish.formats)
    display, reading = wish.display, wish.reading
    pair = TypePair(
        display=display[0], display_weight=display[1], display_upper=display[2], text=reading[0], text_weight=reading[1]
    )
    brand = BrandKit(name=wish.brand, palette=PALETTE, type=pair, mood="warm", direction="studio", seed=7)
    return CutParts(
        language="fr",
        brand=brand.model_copy(update={"direction": wish.direction}),
        script=script,
        storyboard=Storyboard(shots=shots),
        texts=Texts(wish.headline, wish.offer, wish.cta, wish.legal),
        scenes=tuple(scene(shot.id, view) for shot in shots for view in formats),
        lines=lines,
        voices=tuple(take(line, wish.words_per_s) for line in lines if line.text),
        music=MusicTake(
            stems=(("pad", sound("pad", wish.seconds, 2)), ("drums", sound("drums", wish.seconds + 1, 2))),
            bpm=wish.bpm,
            hit_s=cuts[-2] / ticks_from_s(1),
            composer="test composer",
        ),
        logo=wish.logo,
        formats=formats,
        writer="test writer",
    )


@pytest.fixture(scope="session", autouse=True)
def _type_is_ready() -> None:
    text.start()


@pytest.fixture
def wish() -> Wish:
    """The usual 15 s ad; change it with dataclasses.replace."""
    return Wish()


@pytest.fixture
def make_parts() -> MakeParts:
    """Build the parts of a wish."""
    return build


@pytest.fixture
def logo_of() -> Callable[[int, int], ImageRef]:
    """A logo of a size."""
    return lambda width, height: picture("logo", width, height)
