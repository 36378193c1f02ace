"""The voices of the draft: which there are for a language, and the best one that really starts."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from admaker_desktop.providers.draft.speech.engine import Engine, Speech, trimmed
from admaker_desktop.providers.draft.speech.english import EnglishReader
from admaker_desktop.providers.draft.speech.espeak import Espeak
from admaker_desktop.providers.draft.speech.hibari_voice import HibariVoice
from admaker_desktop.providers.draft.speech.kokoro import KokoroModel, KokoroVoice
from admaker_desktop.providers.draft.speech.packs import VOICES_FOLDER, VoicePacks
from admaker_desktop.providers.draft.speech.text import SpokenWord

MadeT = TypeVar("MadeT")


class NoVoice(Exception):
    """No engine of the language starts."""


FAILURES = (OSError, ValueError, ImportError)
"""What a damaged or missing package raises."""


class EspeakVoice:
    """The last resort: a robot, but in both languages and with word events."""

    def __init__(self, library: Espeak, language: str) -> None:
        self._library = library
        self._language = language

    is_repeatable = False  # its wave generator goes on where the last line ended, and cannot be set back

    @property
    def title(self) -> str:
        return f"espeak-ng / {self._language}"

    def seconds(self, words: Sequence[SpokenWord], speed: float) -> float:
        """The line's length; it simply speaks."""
        speech = self.speak(words, speed)
        return len(speech.samples) / speech.rate_hz

    def speak(self, words: Sequence[SpokenWord], speed: float) -> Speech:
        """The line at a speed (1.0 = natural)."""
        samples, marks = self._library.synthesise(words, self._language, speed)
        return trimmed(samples, self._library.rate_hz, marks)


class Voices:
    """Opens engines when they are first wanted and keeps them; not thread-safe."""

    def __init__(self, packs: VoicePacks) -> None:
        self._packs = packs
        self._open: dict[tuple[str, ...], Any] = {}
        self._broken: set[str] = set()

    def engine(self, language: str, voice: str) -> tuple[Engine, bool]:
        """The best engine for a language and whether it is a fallback; raises NoVoice when none starts."""
        for name in self._packs.engines(language):
            if name not in self._broken:
                try:
                    return self._engine(name, language, voice), name != "kokoro"
                except FAILURES as error:
                    self._broken.add(name)
                    sys.stderr.write(f"voice engine {name}: {error}\n")
        raise NoVoice(f"No voice for the language {language} works.")

    def _engine(self, name: str, language: str, voice: str) -> Engine:
        if name == "espeak":
            return EspeakVoice(self._espeak(), language)
        if name == "hibari":
            return self._once(("hibari",), lambda: HibariVoice(self._packs, self._reader("af"), self._vocabulary()))
        model = self._once(("kokoro",), lambda: KokoroModel(self._packs))
        model.style(voice)  # a missing style is a reason for a fallback too
        if language == "en":
            return KokoroVoice(model, voice, self._reader(voice).phonemes, self._vocabulary())
        espeak = self._espeak()
        return KokoroVoice(model, voice, lambda words: espeak.phonemes(words, language), self._vocabulary())

    def _espeak(self) -> Espeak:
        return self._once(("espeak",), lambda: Espeak(self._packs))

    def _reader(self, voice: str) -> EnglishReader:
        """American or, for the voices whose name begins with b, British."""
        british = voice.startswith("b")
        return self._once(("reader", str(british)), lambda: EnglishReader(british=british))

    def _vocabulary(self) -> Mapping[str, int]:
        return self._once(("vocabulary",), read_vocabulary)

    def _once(self, key: tuple[str, ...], make: Callable[[], MadeT]) -> MadeT:
        if key not in self._open:
            self._open[key] = make()
        made: MadeT = self._open[key]
        return made


def read_vocabulary() -> Mapping[str, int]:
    """Kokoro's alphabet: sign to token id."""
    vocabulary: Mapping[str, int] = json.loads((VOICES_FOLDER / "vocabulary.json").read_text("utf-8"))
    return vocabulary
