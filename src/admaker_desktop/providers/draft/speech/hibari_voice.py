"""hibari heart: the small English voice that speaks when Kokoro's model is missing (40 times faster, less natural)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from admaker_desktop.providers.draft.speech.engine import Speech, joined, trimmed
from admaker_desktop.providers.draft.speech.english import EnglishReader
from admaker_desktop.providers.draft.speech.onnx_wire import with_output
from admaker_desktop.providers.draft.speech.ort import open_session
from admaker_desktop.providers.draft.speech.packs import VoicePacks
from admaker_desktop.providers.draft.speech.phones import Phones, marks_of, phones_of
from admaker_desktop.providers.draft.speech.text import SpokenWord

_RATE_HZ = 24_000
_DURATIONS = "/Clip_output_0"
_MOST_TOKENS = 400
_NOISE_SEED = 7


class HibariVoice:
    """The voice that lies in the package; its own loader can download others and is not used."""

    def __init__(self, packs: VoicePacks, reader: EnglishReader, vocabulary: Mapping[str, int]) -> None:
        model = (Path(packs.hibari) / "assets" / "hibari.onnx").read_bytes()
        self._session = open_session(with_output(model, _DURATIONS))
        self._reader = reader
        self._vocabulary = vocabulary

    is_repeatable = True

    @property
    def title(self) -> str:
        return "hibari / heart"

    def seconds(self, words: Sequence[SpokenWord], speed: float) -> float:
        """The line's length; the voice is so quick that it simply speaks."""
        speech = self.speak(words, speed)
        return len(speech.samples) / speech.rate_hz

    def speak(self, words: Sequence[SpokenWord], speed: float) -> Speech:
        """The line at a speed (1.0 = natural)."""
        parts = phones_of(words, self._reader.phonemes(words), self._vocabulary, _MOST_TOKENS)
        return joined([self._part(part, words, speed) for part in parts])

    def _part(self, phones: Phones, words: Sequence[SpokenWord], speed: float) -> Speech:
        # turns the network's spectra into sound; the package has no type hints
        from hibari import dsp  # type: ignore[import-untyped,unused-ignore]

        inputs: dict[str, NDArray[np.generic]] = {
            "ids": np.array([phones.ids], np.int64),
            "speed": np.array([speed], np.float32),
        }
        *spectra, frames = self._session.run(None, inputs)
        sound = dsp.synth(*(spectrum[0] for spectrum in spectra), np.random.default_rng(_NOISE_SEED))
        frame_s = len(sound) / float(frames.sum()) / _RATE_HZ
        marks = marks_of(phones, words, np.asarray(frames, np.float32).ravel(), frame_s)
        return trimmed(np.asarray(sound, np.float32), _RATE_HZ, marks)
