"""Kokoro-82M (int8 ONNX): the natural voice, with word times from the model's own durations."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.providers.draft.speech.engine import Speech, joined, trimmed
from admaker_desktop.providers.draft.speech.onnx_wire import cut_at, with_output
from admaker_desktop.providers.draft.speech.ort import open_session
from admaker_desktop.providers.draft.speech.packs import MODEL_SHA256, VoicePacks
from admaker_desktop.providers.draft.speech.phones import Phones, marks_of, phones_of
from admaker_desktop.providers.draft.speech.text import SpokenWord

RATE_HZ = 24_000
_FRAME_S = 600 / RATE_HZ
_DURATIONS = "/encoder/Clip_output_0"
_MOST_TOKENS = 480
_UNHEARD_S = 0.1
"""How much shorter a trimmed sound is than its words' own frames."""


SoundOut = Callable[[Sequence[SpokenWord]], Sequence[str]]
"""Words to phonemes in Kokoro's alphabet, one entry a word."""


class KokoroModel:
    """The loaded model with its cheap half, which tells durations only; raises ValueError when a part is damaged."""

    def __init__(self, packs: VoicePacks) -> None:
        model = b"".join(Path(part).read_bytes() for part in packs.model_parts)
        if hashlib.sha256(model).hexdigest() != MODEL_SHA256:
            raise ValueError("The voice model is damaged: its SHA-256 is not the expected one.")
        self._timing = open_session(cut_at(model, _DURATIONS))
        self._full = open_session(with_output(model, _DURATIONS))
        self._styles: dict[str, NDArray[np.float32]] = {}
        self._folder = Path(packs.styles)

    def style(self, voice: str) -> NDArray[np.float32]:
        """(510, 256) float32: a style for every number of tokens."""
        if voice not in self._styles:
            self._styles[voice] = np.fromfile(self._folder / f"{voice}.bin", "<f4").reshape(510, 256)
        return self._styles[voice]

    def durations(self, phones: Phones, voice: str, speed: float) -> NDArray[np.float32]:
        """Frames of 25 ms per token, pads included."""
        (frames,) = self._timing.run(None, self._inputs(phones, voice, speed))
        return np.asarray(frames, np.float32).ravel()

    def speak(self, phones: Phones, voice: str, speed: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Sound at 24 kHz and frames per token."""
        sound, frames = self._full.run(None, self._inputs(phones, voice, speed))
        return np.asarray(sound, np.float32).ravel(), np.asarray(frames, np.float32).ravel()

    def _inputs(self, phones: Phones, voice: str, speed: float) -> dict[str, NDArray[np.generic]]:
        return {
            "tokens": np.array([phones.ids], np.int64),
            "style": self.style(voice)[phones.style_row][None],
            "speed": np.array([speed], np.float32),
        }


class KokoroVoice:
    """One of Kokoro's voices over the shared model."""

    def __init__(self, model: KokoroModel, voice: str, sound_out: SoundOut, vocabulary: Mapping[str, int]) -> None:
        self._model = model
        self._voice = voice
        self._sound_out = sound_out
        self._vocabulary = vocabulary

    is_repeatable = True

    @property
    def title(self) -> str:
        return f"kokoro-82m int8 / {self._voice}"

    def seconds(self, words: Sequence[SpokenWord], speed: float) -> float:
        """The line's length by the model's durations, without the silence before and after."""
        total = 0.0
        for phones in self._parts(words):
            frames = self._model.durations(phones, self._voice, speed)
            spoken = np.flatnonzero(np.array(phones.words) >= 0)
            total += float(frames[spoken[0] : spoken[-1] + 1].sum()) * _FRAME_S + _UNHEARD_S
        return total

    def speak(self, words: Sequence[SpokenWord], speed: float) -> Speech:
        """The line at a speed (1.0 = natural)."""
        spoken = []
        for phones in self._parts(words):
            sound, frames = self._model.speak(phones, self._voice, speed)
            frame_s = len(sound) / float(frames.sum()) / RATE_HZ
            spoken.append(trimmed(sound, RATE_HZ, marks_of(phones, words, frames, frame_s)))
        return joined(spoken)

    def _parts(self, words: Sequence[SpokenWord]) -> list[Phones]:
        return phones_of(words, self._sound_out(words), self._vocabulary, _MOST_TOKENS)
