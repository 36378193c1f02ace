"""What a mood sounds like: harmony, patterns, instruments and balance of each of the six."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from admaker_desktop.ad.brand import Mood
from admaker_desktop.providers.draft.composing import theory
from admaker_desktop.providers.draft.composing.effects import Room
from admaker_desktop.providers.draft.composing.theory import ChordKind, Scale
from admaker_desktop.providers.draft.composing.tones import Ensemble, Pluck

StemName = Literal["pad", "bass", "drums", "lead", "fx"]
STEMS: tuple[StemName, ...] = ("pad", "bass", "drums", "lead", "fx")

Steps = str
"""A bar in sixteenths: `x` strong, `o` middle, `g` soft, `.` nothing; `5` and `8` are a bass line's intervals."""


@dataclass(frozen=True, slots=True)
class DrumLine:
    """One drum's bar; `pan` is -1 (left) to 1."""

    sound: str
    steps: Steps
    level: float
    pan: float = 0.0


@dataclass(frozen=True, slots=True)
class Style:
    """Everything that the composer chooses from for one mood."""

    keys: tuple[int, ...]
    """Pitch classes of possible tonics."""
    scale: Scale
    progressions: tuple[tuple[int, ...], ...]
    """Scale degrees (0 = tonic), one a bar."""
    approach: int
    """The degree before the hit."""
    kind: ChordKind
    pad: Ensemble
    strings: Ensemble
    arp: Pluck
    arp_steps: Steps
    arp_shapes: tuple[tuple[int, ...], ...]
    """Orders of the chord's notes: 0..3 its voices, 4..7 the same an octave up."""
    bass: Pluck
    bass_steps: tuple[Steps, ...]
    lead: Pluck
    lead_steps: tuple[Steps, ...]
    drums: dict[str, DrumLine]
    entries: tuple[tuple[str, ...], ...]
    """Parts by group, in the order in which they come in: `bass`, `strings`, `lead` or names of `drums`."""
    levels: dict[StemName, float]
    """LUFS of each stem in the balance; only their differences matter."""
    room: Room
    tags: tuple[tuple[tuple[float, int], ...], ...]
    """The signature over the end card: (beats after the hit, scale degree)."""
    swing: float = 0.0
    """Delay of every second sixteenth, in sixteenths."""
    roll: str = ""
    """The drum that rolls up to the hit; empty = none."""
    pump_db: float = 2.0
    presence_db: float = 5.0
    """Lift around 3.5 kHz of lead and drums, where soft sounds are thin."""
    drop: float = 1.0
    """Weight of the hit, 0..1."""
    hit_sounds: tuple[str, ...] = field(default=("kick",))


_RISING = ((0.0, 4), (0.5, 7), (1.0, 9))
_FALLING = ((0.0, 9), (0.5, 8), (1.0, 7))
_ARCH = ((0.0, 7), (0.5, 11), (1.0, 9))
_CALLING = ((0.0, 4), (0.75, 8), (1.0, 7))
_OPEN = ((0.0, 0), (0.5, 4), (1.0, 7))
_OPEN_HIGH = ((0.0, 7), (0.75, 8), (1.0, 11))

_UP = (0, 1, 2, 3)
_WAVE = (0, 2, 1, 3, 4, 3, 1, 2)
_CLIMB = (0, 1, 2, 3, 4, 5, 6, 5)
_BROKEN = (0, 3, 1, 4, 2, 5, 3, 4)

_FELT = Pluck(partials=14, rolloff=1.25, decay_s=0.85, damping=0.35, attack_s=0.006, position=0.13)
_HARP = Pluck(partials=18, rolloff=1.0, decay_s=0.7, damping=0.42, attack_s=0.002, position=0.31)
_GUITAR = Pluck(partials=22, rolloff=0.85, decay_s=0.55, damping=0.30, attack_s=0.0015, position=0.22)
_MARIMBA = Pluck(partials=4, rolloff=1.6, decay_s=0.32, damping=1.2, attack_s=0.0015, bell=0.35)
_TINE = Pluck(partials=8, rolloff=1.5, decay_s=0.9, damping=0.7, attack_s=0.003, bell=0.30)
_GLASS = Pluck(partials=5, rolloff=1.7, decay_s=0.8, damping=0.6, attack_s=0.002, bell=0.55)
_SYNTH = Pluck(partials=26, rolloff=0.9, decay_s=0.38, damping=0.34, attack_s=0.0015)
_DIGITAL = Pluck(partials=20, rolloff=0.8, decay_s=0.22, damping=0.40, attack_s=0.001, position=0.5)
_ROUND_BASS = Pluck(partials=8, rolloff=1.3, decay_s=0.9, damping=0.6, attack_s=0.006)
_PICKED_BASS = Pluck(partials=14, rolloff=1.0, decay_s=0.7, damping=0.35, attack_s=0.003, position=0.2)
_DRIVEN_BASS = Pluck(partials=20, rolloff=0.85, decay_s=0.6, damping=0.16, attack_s=0.002)

_CHOIR = Ensemble(partials=14, rolloff=1.5, bandwidth_cents=22, attack_s=0.35, release_s=0.8)
_WARM = Ensemble(partials=20, rolloff=1.25, bandwidth_cents=28, attack_s=0.22, release_s=0.6)
_WIDE = Ensemble(partials=32, rolloff=1.0, bandwidth_cents=34, attack_s=0.10, release_s=0.45)
_HOLLOW = Ensemble(partials=20, rolloff=1.2, bandwidth_cents=16, attack_s=0.12, release_s=0.4, odd_only=0.85)
_STRINGS = Ensemble(partials=24, rolloff=1.05, bandwidth_cents=38, attack_s=0.30, release_s=0.6)

STYLES: dict[Mood, Style] = {
    "calm": Style(
        keys=(0, 2, 5, 7),
        scale=theory.LYDIAN,
        progressions=((0, 4, 5, 3), (0, 2, 5, 4), (0, 1, 5, 4)),
        approach=4,
        kind="ninth",
        pad=_CHOIR,
        strings=_STRINGS,
        arp=_HARP,
        arp_steps="x.o.x.o.x.o.x.o.",
        arp_shapes=(_WAVE, _CLIMB),
        bass=_ROUND_BASS,
        bass_steps=("x.......o.......", "x.....o.x......."),
        lead=_FELT,
        lead_steps=("x.......x...o...", "x.....o.x.......", "x...o...x......."),
        drums={
            "pulse": DrumLine("soft_kick", "x.......o.......", 0.9),
            "shaker": DrumLine("shaker", "g.o.g.o.g.o.g.o.", 0.40, 0.35),
            "rim": DrumLine("rim", "........g.......", 0.22, -0.3),
        },
        entries=(("bass", "shaker"), ("pulse",), ("lead", "rim"), ("strings",)),
        levels={"pad": -21.0, "bass": -24.0, "drums": -28.0, "lead": -20.0, "fx": -27.0},
        room=Room(2.6, 0.40),
        tags=(_RISING, _ARCH),
        pump_db=1.5,
        drop=0.7,
        hit_sounds=("soft_kick", "tick"),
    ),
    "warm": Style(
        keys=(0, 3, 5, 10),
        scale=theory.MAJOR,
        progressions=((0, 5, 3, 4), (0, 2, 3, 4), (3, 4, 2, 5)),
        approach=4,
        kind="seventh",
        pad=_WARM,
        strings=_STRINGS,
        arp=_GUITAR,
        arp_steps="x.o.gox.o.g.xog.",
        arp_shapes=(_WAVE, _BROKEN),
        bass=_PICKED_BASS,
        bass_steps=("x.....o.x..5....", "x..o....x.5....."),
        lead=_TINE,
        lead_steps=("x..o..x.....o...", "x.....x.o.......", "o.x...o.x......."),
        drums={
            "kick": DrumLine("kick", "x.....o.x.......", 0.75),
            "snap": DrumLine("snap", "....x.......x...", 0.42, 0.15),
            "shaker": DrumLine("shaker", "xgogxgogxgogxgog", 0.36, -0.35),
        },
        entries=(("bass", "shaker"), ("kick",), ("snap", "lead"), ("strings",)),
        levels={"pad": -22.5, "bass": -22.5, "drums": -25.0, "lead": -19.0, "fx": -27.0},
        room=Room(1.7, 0.45),
        tags=(_FALLING, _RISING, _CALLING),
        swing=0.22,
        roll="shaker",
        presence_db=7.0,
        drop=0.8,
    ),
    "bright": Style(
        keys=(0, 2, 4, 9),
        scale=theory.MAJOR,
        progressions=((0, 4, 5, 3), (5, 3, 0, 4), (0, 3, 5, 4)),
        approach=4,
        kind="ninth",
        pad=_WIDE,
        strings=_STRINGS,
        arp=_MARIMBA,
        arp_steps="x.ox.ox.x.ox.oxo",
        arp_shapes=(_CLIMB, _BROKEN, _WAVE),
        bass=_DRIVEN_BASS,
        bass_steps=("x.o.x.o.x.o.x.8.", "..x...x...x...x8"),
        lead=_SYNTH,
        lead_steps=("x..x..x...o.o...", "x.x..x....o.x...", "..x..x..x...o..."),
        drums={
            "kick": DrumLine("kick", "x...x...x...x...", 0.85),
            "clap": DrumLine("clap", "....x.......x...", 0.42, 0.05),
            "hat": DrumLine("open_hat", "..o...o...o...o.", 0.24, 0.25),
            "shaker": DrumLine("shaker", "gogogogogogogogo", 0.30, -0.35),
        },
        entries=(("bass", "kick"), ("hat", "shaker"), ("clap", "lead"), ("strings",)),
        levels={"pad": -22.5, "bass": -21.5, "drums": -20.5, "lead": -19.5, "fx": -25.0},
        room=Room(1.4, 0.55),
        tags=(_RISING, _ARCH),
        roll="clap",
        pump_db=4.0,
        presence_db=7.0,
        hit_sounds=("kick", "clap"),
    ),
    "bold": Style(
        keys=(2, 4, 7, 9),
        scale=theory.AEOLIAN,
        progressions=((0, 5, 2, 6), (0, 6, 5, 6), (0, 3, 5, 6)),
        approach=6,
        kind="open",
        pad=_WIDE,
        strings=_STRINGS,
        arp=_SYNTH,
        arp_steps="x.oox.oox.oox.oo",
        arp_shapes=((0, 1, 0, 2), _BROKEN, _UP),
        bass=_DRIVEN_BASS,
        bass_steps=("x.oox.oox.oox.o8", "x..x..x.x..x..o."),
        lead=_SYNTH,
        lead_steps=("x.....x.x.......", "x...x.....x.....", "x.......x...x..."),
        drums={
            "tom": DrumLine("tom", "x.....x...x...o.", 0.60, -0.2),
            "kick": DrumLine("kick", "x.......x.x.....", 0.95),
            "clap": DrumLine("clap", "....x.......x...", 0.45, 0.05),
            "hat": DrumLine("hat", "xgogxgogxgogxgog", 0.24, 0.3),
        },
        entries=(("tom",), ("bass", "hat"), ("kick", "strings"), ("clap", "lead")),
        levels={"pad": -21.5, "bass": -21.0, "drums": -19.0, "lead": -22.0, "fx": -22.5},
        room=Room(2.0, 0.40),
        tags=(_OPEN, _OPEN_HIGH),
        roll="tom",
        pump_db=3.0,
        presence_db=7.0,
        hit_sounds=("kick", "tom", "clap"),
    ),
    "precise": Style(
        keys=(1, 4, 6, 9),
        scale=theory.DORIAN,
        progressions=((0, 3, 0, 6), (0, 2, 3, 6), (3, 0, 2, 6)),
        approach=6,
        kind="ninth",
        pad=_HOLLOW,
        strings=_HOLLOW,
        arp=_DIGITAL,
        arp_steps="xogoxogoxogoxogo",
        arp_shapes=(_BROKEN, (0, 4, 2, 5, 1, 6, 3, 4)),
        bass=_ROUND_BASS,
        bass_steps=("x..x....x..x..5.", "x.....x...x....."),
        lead=_GLASS,
        lead_steps=("x.....o...x.....", "..x...x.....o...", "x..o......x....."),
        drums={
            "kick": DrumLine("kick", "x.....x...x.....", 0.75),
            "rim": DrumLine("rim", "....x.......x..g", 0.34, 0.15),
            "tick": DrumLine("tick", "xgogxgoxxgogxgox", 0.30, -0.3),
            "hat": DrumLine("hat", "..x...x...x...x.", 0.22, 0.35),
        },
        entries=(("tick",), ("bass", "kick"), ("rim", "hat"), ("lead", "strings")),
        levels={"pad": -22.0, "bass": -22.0, "drums": -21.5, "lead": -19.5, "fx": -25.0},
        room=Room(1.2, 0.60),
        tags=(_OPEN_HIGH, _CALLING),
        roll="tick",
        pump_db=2.5,
        presence_db=9.0,
        drop=0.85,
        hit_sounds=("kick", "rim"),
    ),
    "tender": Style(
        keys=(0, 3, 5, 8),
        scale=theory.MAJOR,
        progressions=((0, 2, 5, 3), (0, 5, 1, 4), (3, 0, 4, 5)),
        approach=3,
        kind="ninth",
        pad=_CHOIR,
        strings=_STRINGS,
        arp=_FELT,
        arp_steps="x...o.o.x...o.g.",
        arp_shapes=(_WAVE, (0, 2, 4, 3)),
        bass=_ROUND_BASS,
        bass_steps=("x...............", "x.........5....."),
        lead=_GLASS,
        lead_steps=("x...o...x.......", "x.......o...x...", "....x...x......."),
        drums={
            "pulse": DrumLine("soft_kick", "x.......g.......", 0.7),
            "shaker": DrumLine("shaker", "..g...g...g...g.", 0.40, 0.3),
        },
        entries=(("strings",), ("bass",), ("lead",), ("pulse", "shaker")),
        levels={"pad": -21.5, "bass": -25.0, "drums": -30.0, "lead": -19.5, "fx": -28.0},
        room=Room(2.4, 0.35),
        tags=(_FALLING, _CALLING),
        pump_db=1.0,
        drop=0.5,
        hit_sounds=("soft_kick", "tick"),
    ),
}
