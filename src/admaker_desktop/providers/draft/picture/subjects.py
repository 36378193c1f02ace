"""The things that a draft can show: their sizes, their stand, how they turn, where they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Artwork = Literal["none", "paper", "print", "phone", "laptop", "sign", "card", "ticket"]
StandKind = Literal[0, 1, 2, 3]
Vec3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A subject in its own units (about 2 high): the numbers that its shader was written with."""

    half_width: float
    height: float
    half_depth: float
    artwork: Artwork = "none"
    label_rect: tuple[float, float, float, float] = (0.0, 1.0, 0.4, 0.3)
    """Centre x, centre y, half width, half height; on round subjects x runs along the arc."""
    label_ink: Literal["ink", "on_accent", "paper", "gilt"] = "ink"
    yaw_deg: float = 0.0
    lean_deg: float = 0.0
    pitch_deg: float = 11.0
    base_y: float = 0.0
    """Lowest point: floating things start above the stand."""
    focus: tuple[float, float] = (0.0, 1.0)
    """What the macro looks at."""
    stand: tuple[StandKind, float, float, float] = (1, 0.9, 0.22, 0.9)
    """Kind, half width, height, half depth."""
    twin: Literal["none", "lying", "behind"] = "none"
    """What a second one does in a shot of use."""
    is_costly: bool = False
    """Takes over 2 us of a core for a pixel (measured on llvmpipe; most take 1): drawn with fewer samples."""
    is_round: bool = False
    """A solid of revolution: its silhouette is narrower than its box when it turns."""


MODELS: dict[str, Model] = {
    "dropper": Model(
        0.54,
        2.2,
        0.54,
        "paper",
        (0.0, 0.54, 0.47, 0.36),
        focus=(0.05, 0.72),
        stand=(1, 0.98, 0.2, 0.98),
        is_round=True,
        twin="lying",
    ),
    "bottle": Model(
        0.44,
        2.11,
        0.44,
        "paper",
        (0.0, 0.68, 0.42, 0.44),
        focus=(0.04, 0.82),
        stand=(1, 0.86, 0.2, 0.86),
        is_round=True,
        twin="lying",
    ),
    "can": Model(
        0.50,
        1.93,
        0.50,
        "print",
        (0.0, 1.02, 0.44, 0.42),
        "on_accent",
        focus=(0.05, 1.12),
        stand=(1, 0.92, 0.2, 0.92),
        is_round=True,
        twin="lying",
    ),
    "jar": Model(
        0.70,
        1.25,
        0.70,
        "paper",
        (0.0, 0.42, 0.60, 0.26),
        pitch_deg=15,
        focus=(0.05, 0.56),
        stand=(3, 1.15, 0.28, 1.15),
        is_round=True,
        twin="behind",
    ),
    "tube": Model(
        0.50,
        2.01,
        0.40,
        "print",
        (0.0, 1.24, 0.36, 0.30),
        yaw_deg=-12,
        focus=(0.03, 1.05),
        stand=(1, 0.84, 0.2, 0.84),
        twin="lying",
    ),
    "carton": Model(
        0.60,
        1.92,
        0.36,
        "print",
        (0.0, 1.0, 0.52, 0.78),
        yaw_deg=-27,
        focus=(0.0, 1.02),
        stand=(1, 1.02, 0.2, 1.02),
        twin="behind",
    ),
    "pouch": Model(
        0.68,
        1.76,
        0.36,
        "print",
        (0.0, 0.92, 0.50, 0.40),
        "on_accent",
        yaw_deg=-14,
        focus=(0.0, 0.92),
        stand=(1, 0.98, 0.2, 0.98),
        twin="behind",
        is_costly=True,
    ),
    "mug": Model(
        0.80,
        1.17,
        0.53,
        "print",
        (-0.12, 0.66, 0.40, 0.26),
        "on_accent",
        yaw_deg=14,
        pitch_deg=20,
        focus=(0.16, 0.78),
        stand=(1, 1.02, 0.2, 1.02),
        twin="behind",
    ),
    "bag": Model(
        0.86,
        1.46,
        0.38,
        "print",
        (0.0, 0.76, 0.40, 0.12),
        "gilt",
        yaw_deg=-22,
        focus=(0.0, 0.66),
        stand=(3, 1.22, 0.3, 1.22),
    ),
    "shoebox": Model(
        1.02,
        0.88,
        0.72,
        "print",
        (0.0, 0.27, 0.62, 0.20),
        "on_accent",
        yaw_deg=-26,
        pitch_deg=20,
        focus=(-0.1, 0.38),
        stand=(2, 1.42, 0.2, 0.98),
    ),
    "phone": Model(
        0.50,
        1.98,
        0.06,
        "phone",
        (0.0, 0.99, 0.443, 0.948),
        yaw_deg=-14,
        lean_deg=6,
        pitch_deg=9,
        focus=(0.0, 1.22),
        stand=(1, 0.88, 0.2, 0.88),
        twin="behind",
    ),
    "laptop": Model(
        1.03,
        1.36,
        0.94,
        "laptop",
        (0.0, 0.005, 0.965, 0.59),
        yaw_deg=-20,
        pitch_deg=17,
        focus=(0.0, 0.82),
        stand=(2, 1.38, 0.14, 1.0),
    ),
    "plate": Model(
        1.08, 0.75, 1.08, pitch_deg=34, focus=(0.05, 0.42), stand=(1, 1.28, 0.12, 1.28), is_round=True, is_costly=True
    ),
    "bread": Model(1.24, 0.86, 0.86, yaw_deg=-14, pitch_deg=25, focus=(0.2, 0.42), stand=(0, 0, 0, 0)),
    "fruit": Model(1.16, 1.52, 0.80, pitch_deg=14, focus=(0.55, 0.62), stand=(1, 1.22, 0.2, 1.22)),
    "shopfront": Model(
        1.20,
        1.86,
        0.74,
        "sign",
        (0.0, 1.44, 0.92, 0.17),
        "paper",
        yaw_deg=-23,
        pitch_deg=13,
        focus=(-0.1, 1.12),
        stand=(2, 1.40, 0.16, 0.95),
        is_costly=True,
    ),
    "card": Model(
        1.02,
        1.85,
        0.30,
        "card",
        (0.0, 0.92, 0.96, 0.60),
        "on_accent",
        yaw_deg=-13,
        lean_deg=8,
        pitch_deg=9,
        base_y=0.22,
        focus=(-0.2, 0.95),
        stand=(1, 0.96, 0.2, 0.96),
    ),
    "ticket": Model(
        1.12,
        1.75,
        0.25,
        "ticket",
        (-0.24, 0.82, 0.76, 0.44),
        "on_accent",
        yaw_deg=-18,
        lean_deg=8,
        pitch_deg=9,
        base_y=0.2,
        focus=(-0.2, 0.85),
        stand=(1, 0.98, 0.2, 0.98),
    ),
    "abstract": Model(
        0.92, 1.90, 0.19, yaw_deg=-36, pitch_deg=10, base_y=0.03, focus=(0.0, 1.0), stand=(3, 1.06, 0.3, 1.06)
    ),
}
