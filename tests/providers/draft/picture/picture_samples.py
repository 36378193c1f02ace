"""What the picture tests share: a brand, shots, sizes and a painter of labels that needs no font files."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.brand import BrandKit, Palette, TypePair
from admaker_desktop.ad.brief import Subject
from admaker_desktop.ad.deliverable import FrameSize
from admaker_desktop.ad.scene import Box, Scene
from admaker_desktop.ad.storyboard import Move, Shot, ShotKind
from admaker_desktop.core.store import MediaStore
from admaker_desktop.media.stills import load_rgba
from admaker_desktop.providers.draft.picture.ink import Line
from admaker_desktop.providers.draft.picture.layers import Piece, flatten

LIGHT = Palette(
    ground="#efd2b8", ground_deep="#8d6c52", surface="#d9cbbd", ink="#33231a", ink_soft="#5a4436", accent="#c9834a",
    accent_deep="#7d4a22", on_accent="#fff6ec", second="#e8b98f", light="#fff3df",
)  # fmt: skip
DARK = Palette(
    ground="#1f6570", ground_deep="#0d3540", surface="#2b7480", ink="#fff6ea", ink_soft="#fff0dc", accent="#ec5b32",
    accent_deep="#b33817", on_accent="#1c0f0a", second="#f6c244", light="#fff1dc",
)  # fmt: skip
SMALL = (
    FrameSize(aspect="9:16", width_px=270, height_px=480),
    FrameSize(aspect="4:5", width_px=288, height_px=360),
    FrameSize(aspect="1:1", width_px=320, height_px=320),
    FrameSize(aspect="16:9", width_px=480, height_px=270),
)


def paint_label(lines: tuple[Line, ...], width_px: int, height_px: int, background: str) -> NDArray[np.uint8]:
    """Stroke letters of OpenCV, centred."""
    out = np.full((height_px, width_px, 4), 255 if background == "#ffffff" else 0, np.uint8)
    for text, _family, _weight, size_px, _colour in lines:
        scale = size_px / 32
        (w, h), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_DUPLEX, scale, 3)
        at = ((width_px - w) // 2, (height_px + h) // 2)
        cv2.putText(out, text, at, cv2.FONT_HERSHEY_DUPLEX, scale, (0, 0, 0, 255), 3, cv2.LINE_AA)
    return out


def brand(palette: Palette = LIGHT, name: str = "Luma") -> BrandKit:
    face = TypePair(display="Fraunces", display_weight=600, text="DM Sans", text_weight=500)
    return BrandKit(name=name, palette=palette, type=face, mood="warm", seed=3)


def shot(
    kind: ShotKind = "hero", subject: Subject = "dropper", move: Move = "push", props: tuple[str, ...] = ()
) -> Shot:
    return Shot(
        id=f"shot-{kind}", kind=kind, start_ticks=0, end_ticks=1, subject=subject, description="A thing on a plinth.",
        label_detail="30 ml", props=props, move=move,
    )  # fmt: skip


def shown(scene: Scene, store: MediaStore, scale: float = 1.0) -> NDArray[np.float32]:
    """The scene at rest, (h, w, 4) float32 RGBA."""
    pieces = [
        Piece(
            layer.role,
            load_rgba(store, layer.image),
            Box(x_px=layer.x_px, y_px=layer.y_px, width_px=layer.width_px, height_px=layer.height_px),
            (0.0, 0.0),
        )
        for layer in scene.layers
    ]
    return flatten(pieces, scene.width_px, scene.height_px, scale)
