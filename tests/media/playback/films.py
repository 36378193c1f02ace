"""Small films for the player: every frame its own grey, a flash and a click."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.fakes.films import Film, write_film

FPS = 30


def numbered(frame: int, width: int, height: int) -> NDArray[np.uint8]:
    """The frame's number as eight bars from the left, bit 0 first: black is 0, white is 1."""
    picture = np.full((height, width), 16, np.uint8)
    for bit in range(8):
        if frame >> bit & 1:
            picture[:, bit * width // 8 : (bit + 1) * width // 8] = 235
    return picture


def number_of(pixels: NDArray[np.uint8]) -> int:
    """What `numbered` has written into a frame, at any size."""
    height, width = pixels.shape[:2]
    places = [(2 * bit + 1) * width // 16 for bit in range(8)]
    return sum(1 << bit for bit, x in enumerate(places) if pixels[height // 2, x].mean() > 128)


def numbered_film(path: Path, frames: int = 240, gop: int = 60, **changes: object) -> Path:
    """A film whose frames tell their numbers (up to 255), with B-frames and long GOPs as an export has them."""
    options = {"preset": "veryfast", "profile": "high", "x264-params": f"keyint={gop}:bframes=2:scenecut=0"}
    film = Film(width=160, height=90, seconds=frames / FPS, luma=numbered, codec_options=options, has_sound=False)
    return write_film(path, film.but(**changes))


def clap_film(path: Path, clap_s: float = 1.0, seconds: float = 2.0) -> Path:
    """Black and silent, but three white frames and 10 ms of tone from the same moment on."""
    at = round(clap_s * FPS)

    def luma(frame: int, width: int, height: int) -> NDArray[np.uint8]:
        return np.full((height, width), 235 if at <= frame < at + 3 else 16, np.uint8)

    sound = np.zeros((2, round(seconds * 48_000)), np.float32)
    time = np.arange(480) / 48_000
    sound[:, round(clap_s * 48_000) :][:, :480] = 0.8 * np.sin(2 * np.pi * 2000 * time)
    return write_film(path, Film(width=90, height=160, seconds=seconds, luma=luma, sound=sound))
