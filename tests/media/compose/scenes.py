"""A small made-up ad for the compositor's tests: gradients and shapes, type as rectangles, sounds as tones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.ad.deliverable import Format, SafeZone
from admaker_desktop.ad.scene import Box, Keyframe, Layer, LayerRole, Scene
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.ticks import FrameRate, ticks_from_s
from admaker_desktop.media.stills import save_png
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples, save_wave
from admaker_desktop.timeline.model import (
    AudioClip,
    CaptionClip,
    CaptionWord,
    LogoClip,
    LogoLayout,
    Sequence,
    ShotClip,
    TextLayout,
    TextStyle,
    TitleClip,
)

Pixels = NDArray[np.uint8]


def make_view(width_px: int = 270, height_px: int = 480, fps: float = 30, name: str = "v") -> Format:
    """A placement of this size without a safe zone."""
    zone = SafeZone(top_px=0, bottom_px=0, left_px=0, right_px=0)
    return Format(id=name, aspect="9:16", width_px=width_px, height_px=height_px, fps=fps, safe_zone=zone)


@dataclass(frozen=True)
class FakeWord:
    x0: int
    x1: int
    y0: int
    y1: int


@dataclass(frozen=True)
class FakeText:
    rgba: Pixels
    x_px: int
    y_px: int
    words: tuple[FakeWord, ...]


def draw_bars(layout: TextLayout, style: TextStyle, *, lit: bool = False) -> FakeText:
    """Every word a filled bar as long as its letters; one line below the other."""
    colour = style.lit_colour if lit and style.lit_colour else style.colour
    rgb = tuple(bytes.fromhex(colour[1:]))
    width, height = round(layout.width_px), round(layout.height_px)
    rgba = np.zeros((height, width, 4), np.uint8)
    words = []
    row = height // len(layout.lines)
    for number, line in enumerate(layout.lines):
        letter = width / max(1, len(line))
        x = 0.0
        for text in line.split(" "):
            box = FakeWord(round(x), round(x + len(text) * letter), number * row, number * row + row * 4 // 5)
            rgba[box.y0 : box.y1, box.x0 : box.x1] = (*rgb, 255)
            words.append(box)
            x += (len(text) + 1) * letter
    return FakeText(rgba, round(layout.x_px), round(layout.y_px), tuple(words))


def flat(width: int, height: int, rgb: tuple[int, int, int]) -> Pixels:
    """One opaque colour."""
    return np.full((height, width, 4), (*rgb, 255), np.uint8)


def soft_ground(width: int, height: int, hue: int) -> Pixels:
    """A lit wall: a large glow with a fine weave."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    glow = np.exp(-((x - width * 0.55) ** 2 + (y - height * 0.42) ** 2) / (0.45 * height) ** 2)
    weave = 3 * np.sin(x / 7) * np.sin(y / 9)
    tint = np.array([0.5 + 0.5 * np.cos(hue / 60 + shift) for shift in (0.0, 2.1, 4.2)])
    picture = (30 + 140 * glow + weave)[..., None] * (0.5 + 0.5 * tint)
    return np.dstack([np.clip(picture, 0, 255), np.full((height, width), 255)]).astype(np.uint8)


def bottle(width: int, height: int) -> Pixels:
    """A hard-edged subject with a label, antialiased, on nothing."""
    rgba = np.zeros((height, width, 4), np.uint8)
    shape = np.zeros((height, width), np.uint8)
    cv2.rectangle(shape, (width // 4, height // 4), (width * 3 // 4, height * 15 // 16), 255, -1, cv2.LINE_AA)
    cv2.rectangle(shape, (width * 2 // 5, height // 16), (width * 3 // 5, height // 4), 255, -1, cv2.LINE_AA)
    shade = np.linspace(60, 220, width, dtype=np.float32)[None, :] * np.ones((height, 1), np.float32)
    rgba[..., 0], rgba[..., 1], rgba[..., 2] = shade, shade * 0.5, 40
    label = rgba[height // 2 : height * 3 // 4, width // 4 : width * 3 // 4]
    label[...] = (240, 235, 220, 255)
    for line in range(0, label.shape[0], max(4, height // 40)):
        label[line : line + 2] = (30, 30, 30, 255)
    rgba[..., 3] = shape
    return rgba


def beam(width: int, height: int, rgb: tuple[int, int, int], most: int) -> Pixels:
    """A soft spot of light (or, in black, a shadow)."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    alpha = np.clip(1 - np.hypot(x, y), 0, 1) * most
    return np.dstack([np.full((height, width), part) for part in rgb] + [alpha]).astype(np.uint8)


def layer(
    store: MediaStore,
    role: LayerRole,
    picture: Pixels,
    box: tuple[float, float, float, float],
    *keyframes: Keyframe,
) -> Layer:
    """A layer whose pivot is the middle of its box."""
    x, y, width, height = box
    return Layer(
        role=role, image=save_png(store, picture), x_px=x, y_px=y, width_px=width, height_px=height,
        pivot_x_px=x + width / 2, pivot_y_px=y + height / 2, keyframes=keyframes or (Keyframe(at=0.0),),
    )  # fmt: skip


def scene(width: int, height: int, *layers: Layer, shot_id: str = "s1") -> Scene:
    """Layers as a scene of this size."""
    box = Box(x_px=0, y_px=0, width_px=width, height_px=height)
    return Scene(
        shot_id=shot_id, width_px=width, height_px=height, layers=layers, subject_box=box, text_box=box,
        text_colour="#ffffff", renderer="numpy",
    )  # fmt: skip


def product_scene(store: MediaStore, width: int, height: int, number: int) -> Scene:
    """Ground, shadow, subject and light, all of them moving."""
    wide, tall = round(width * 1.12), round(height * 1.12)
    ground = layer(
        store, "ground", soft_ground(wide, tall, 70 * number),
        ((width - wide) / 2, (height - tall) / 2, wide, tall),
        Keyframe(at=0), Keyframe(at=1, scale=1.06, dx_px=width * 0.01),
    )  # fmt: skip
    side = min(width, height)
    box = (width / 2 - side * 0.3, height / 2 - side * 0.35, side * 0.6, side * 0.8)
    big = round(side * 0.7)
    subject = layer(
        store, "subject", bottle(big, round(big * 4 / 3)), box,
        Keyframe(at=0, scale=0.96, dx_px=-side * 0.02), Keyframe(at=1, scale=1.08, dx_px=side * 0.02),
    )  # fmt: skip
    shadow = layer(
        store, "shadow", beam(big, big // 3, (0, 0, 0), 160),
        (box[0] - side * 0.05, box[1] + box[3] * 0.85, side * 0.7, side * 0.2),
        Keyframe(at=0, scale=0.96), Keyframe(at=1, scale=1.08),
    )  # fmt: skip
    light = layer(
        store, "light", beam(width // 2, height // 2, (255, 230, 190), 110), (0, 0, width, height),
        Keyframe(at=0, dx_px=-width * 0.2, opacity=0.2), Keyframe(at=1, dx_px=width * 0.2),
    )  # fmt: skip
    return scene(width, height, ground, shadow, subject, light, shot_id=f"s{number}")


def title(
    views: tuple[Format, ...], start_s: float, seconds: float, animation: str = "fade", **fields: object
) -> TitleClip:
    """Two lines of bars in the upper fifth of every view."""
    layouts = tuple(
        TextLayout(
            view=view.id, x_px=view.width_px * 0.1, y_px=view.height_px * 0.15, width_px=view.width_px * 0.8,
            height_px=view.height_px * 0.12, size_px=view.height_px * 0.05, lines=("one two three", "four five"),
            align="left",
        )
        for view in views
    )  # fmt: skip
    values = {
        "id": f"title{start_s}", "start_ticks": ticks_from_s(start_s), "duration_ticks": ticks_from_s(seconds),
        "role": "headline", "text": "one two three four five", "animation": animation, "layouts": layouts,
        "style": TextStyle(family="Inter", colour="#ffffff"),
    }  # fmt: skip
    return TitleClip.model_validate(values | fields)


def caption(views: tuple[Format, ...], start_s: float, words: tuple[tuple[str, float, float], ...]) -> CaptionClip:
    """One line of bars at the bottom of every view; words as (text, start, end) in seconds of the sequence."""
    layouts = tuple(
        TextLayout(
            view=view.id, x_px=view.width_px * 0.1, y_px=view.height_px * 0.8, width_px=view.width_px * 0.8,
            height_px=view.height_px * 0.05, size_px=view.height_px * 0.04,
            lines=(" ".join(word for word, _, _ in words),), align="center",
        )
        for view in views
    )  # fmt: skip
    return CaptionClip(
        id=f"caption{start_s}", start_ticks=ticks_from_s(start_s), duration_ticks=ticks_from_s(words[-1][2] - start_s),
        words=tuple(CaptionWord(text=t, start_ticks=ticks_from_s(a), end_ticks=ticks_from_s(b)) for t, a, b in words),
        style=TextStyle(family="Inter", colour="#ffffff", lit_colour="#ffcc00"), layouts=layouts,
    )  # fmt: skip


def shot(number: int, start_s: float, seconds: float, scenes: tuple[Scene, ...], fade_s: float = 0.0) -> ShotClip:
    """A shot with its scenes."""
    return ShotClip(
        id=f"shot{number}", shot_id=f"s{number}", start_ticks=ticks_from_s(start_s),
        duration_ticks=ticks_from_s(seconds), scenes=scenes, fade_in_ticks=ticks_from_s(fade_s),
    )  # fmt: skip


def sequence(views: tuple[Format, ...], seconds: float, shots: tuple[ShotClip, ...], **fields: object) -> Sequence:
    """A cut of these shots."""
    values = {
        "language": "en", "rate": FrameRate(num=30), "duration_ticks": ticks_from_s(seconds), "end_card_ticks": 0,
        "shots": shots, "views": views,
    }  # fmt: skip
    return Sequence.model_validate(values | fields)


def sound(
    store: MediaStore, seconds: float, wave: Callable[[NDArray[np.float64]], NDArray[np.float64]], start_s: float = 0.0
) -> AudioClip:
    """A stereo music clip of a function of time in seconds."""
    time = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    samples: Samples = np.tile(wave(time), (2, 1)).astype(np.float32)
    return AudioClip(
        id=f"sound{start_s}", role="music", start_ticks=ticks_from_s(start_s), duration_ticks=ticks_from_s(seconds),
        audio=save_wave(store, samples),
    )  # fmt: skip


def hum(time: NDArray[np.float64]) -> NDArray[np.float64]:
    """A chord that swells and ebbs."""
    chord = sum(np.sin(2 * np.pi * pitch * time) for pitch in (110.0, 220.5, 331.0, 660.0))
    return 0.1 * np.asarray(chord) * (0.6 + 0.4 * np.sin(2 * np.pi * 0.5 * time))


def whole_ad(store: MediaStore, views: tuple[Format, ...], seconds: float = 15.0, shots: int = 6) -> Sequence:
    """A realistic ad: shots with four moving layers, two dissolves, titles, captions, a logo and music."""
    step = seconds / shots
    clips = []
    for number in range(shots):
        fade = 0.4 if number in (2, shots - 1) else 0.0
        scenes = tuple(product_scene(store, view.width_px, view.height_px, number) for view in views)
        clips.append(shot(number, number * step - fade, step + fade, scenes, fade))
    words = ("fresh", "every", "single", "morning", "for", "you")
    captions = tuple(
        caption(views, second, tuple((w, second + n * 0.25, second + n * 0.25 + 0.22) for n, w in enumerate(words)))
        for second in np.arange(0.5, seconds - 3, 2.0)
    )
    logo = LogoClip(
        id="logo", start_ticks=ticks_from_s(seconds - step), duration_ticks=ticks_from_s(step),
        image=save_png(store, bottle(300, 300)),
        layouts=tuple(LogoLayout(view=v.id, x_px=20.4, y_px=20.6, width_px=90, height_px=90) for v in views),
    )  # fmt: skip
    titles = (
        title(views, 0.2, step - 0.4, "rise"), title(views, step + 0.2, step - 0.4, "words"),
        title(views, seconds - step, step, "fade"),
    )  # fmt: skip
    return sequence(
        views, seconds, tuple(clips), titles=titles, captions=captions, logos=(logo,),
        music=(sound(store, seconds, hum),),
    )  # fmt: skip
