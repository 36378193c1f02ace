"""espeak-ng through ctypes: French phonemes for Kokoro, and the last-resort voice with its own word events."""

from __future__ import annotations

import ctypes
import os
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest

import numpy as np

from admaker_desktop.providers.draft.speech.packs import VoicePacks
from admaker_desktop.providers.draft.speech.sound import Mono
from admaker_desktop.providers.draft.speech.tables import FRENCH_RESPELLED
from admaker_desktop.providers.draft.speech.text import Mark, SpokenWord

_SYNCHRONOUS, _UTF8, _IPA, _RATE = 2, 1, 2, 1
_INITIALIZE_DONT_EXIT = 0x8000
_EVENT_WORD, _EVENT_END = 1, 5
_VOICES = {"en": b"en-us", "fr": b"fr"}  # "fr-fr" and "en-gb" are refused and would leave the old voice in place
_WORDS_PER_MINUTE = 168

# misaki's table from espeak's IPA to Kokoro's alphabet (Apache-2.0, hexgrad); French needs few of them
_TO_KOKORO = (("dʒ", "ʤ"), ("tʃ", "ʧ"), ("dz", "ʣ"), ("ts", "ʦ"), ("-", ""), ("r", "ʁ"))

_NO_NOUNS = frozenset(
    [
        "le",
        "la",
        "les",
        "de",
        "du",
        "des",
        "pour",
        "chez",
        "sur",
        "par",
        "dans",
        "jusqu'au",
        "avec",
        "dès",
        "sans",
        "seulement",
    ]
)
"""Before these "dix" and "six" keep their final consonant: "quatre-vingt-dix les trente millilitres"."""


class _Event(ctypes.Structure):
    """espeak_EVENT of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Espeak:
    """The library, once per process (it has one global state); not thread-safe. Raises OSError when it won't start."""

    def __init__(self, packs: VoicePacks) -> None:
        self._library = ctypes.CDLL(str(packs.espeak_library))
        self._folder = os.fsencode(packs.espeak)
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._callback = _Callback(self._receive)
        self._chunks: list[bytes] = []
        self._events: list[tuple[int, int, float]] = []
        self.rate_hz = self._start()

    def _start(self) -> int:
        """The sample rate."""
        rate_hz: int = self._library.espeak_Initialize(_SYNCHRONOUS, 0, self._folder, _INITIALIZE_DONT_EXIT)
        if rate_hz <= 0:
            raise OSError("espeak-ng does not start: its data folder is missing or damaged.")
        self._library.espeak_SetSynthCallback(self._callback)
        return rate_hz

    def _choose(self, language: str) -> None:
        code = self._library.espeak_SetVoiceByName(_VOICES[language])
        if code:
            raise OSError(f"espeak-ng refuses its voice {_VOICES[language].decode()} (code {code}).")

    def phonemes(self, words: Sequence[SpokenWord], language: str) -> list[str]:
        """The phonemes of each word in Kokoro's alphabet.

        A clause (up to a pause) is read as a whole, so that French liaisons and final consonants are right; where
        espeak melts or splits words, the clause's words are read one by one instead.
        """
        self._choose(language)
        found: list[str] = []
        clause: list[str] = []
        for word, following in zip_longest(words, words[1:]):
            clause.append(FRENCH_RESPELLED.get(word.text.lower(), word.text) if language == "fr" else word.text)
            stands_alone = word.text.endswith(("dix", "six")) and following and following.text in _NO_NOUNS
            if word.pause or stands_alone:
                found += self._clause(clause)
                clause = []
        return [_in_kokoro_alphabet(phonemes) for phonemes in found + self._clause(clause)]

    def _clause(self, words: Sequence[str]) -> list[str]:
        together = self._read(" ".join(words)).split()
        return together if len(together) == len(words) else [self._read(word) for word in words]

    def _read(self, text: str) -> str:
        buffer = ctypes.create_string_buffer(text.encode())
        at = ctypes.c_void_p(ctypes.addressof(buffer))
        clauses = []
        while at.value:
            clause = self._library.espeak_TextToPhonemes(ctypes.byref(at), _UTF8, _IPA)
            clauses.append((clause or b"").decode())
        return " ".join(clauses)

    def synthesise(self, words: Sequence[SpokenWord], language: str, speed: float) -> tuple[Mono, list[Mark]]:
        """The words as sound at `rate_hz`, with espeak's own word events as marks."""
        self._choose(language)
        self._library.espeak_SetParameter(_RATE, round(_WORDS_PER_MINUTE * speed), 0)
        text, starts = "", []
        for word in words:
            starts.append(len(text))
            text += f"{word.text}{word.pause} "
        self._chunks, self._events = [], []
        data = text.encode()
        code = self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, _UTF8, None, None)
        if code or not self._chunks:
            raise OSError(f"espeak-ng did not speak (code {code}).")
        samples = np.frombuffer(b"".join(self._chunks), "<i2").astype(np.float32) / np.float32(32768)
        return samples, self._marks(words, starts, len(samples) / self.rate_hz)

    def _receive(self, wave: object, count: int, events: object) -> int:
        if count > 0 and wave:
            self._chunks.append(ctypes.string_at(wave, count * 2))  # type: ignore[arg-type]
        index = 0
        while events[index].type:  # type: ignore[index]
            event = events[index]  # type: ignore[index]
            if event.type in (_EVENT_WORD, _EVENT_END):
                self._events.append((event.type, event.text_position, event.audio_position / 1000))
            index += 1
        return 0

    def _marks(self, words: Sequence[SpokenWord], starts: Sequence[int], total_s: float) -> list[Mark]:
        """An event's position is a 1-based character; words without an event share their neighbour's time later."""
        begins: dict[int, float] = {}
        for kind, position, at_s in self._events:
            if kind == _EVENT_WORD:
                begins.setdefault(max(0, bisect_right(starts, position - 1) - 1), at_s)
        edges = sorted({at_s for _, _, at_s in self._events} | {total_s})
        marks = []
        for index in sorted(begins):
            start = begins[index]
            end = next((edge for edge in edges if edge > start), total_s)
            marks.append(Mark(words[index].owner, start, end))
        return marks


def _in_kokoro_alphabet(phonemes: str) -> str:
    """Without espeak's language flags ("(en)"), in Kokoro's letters."""
    while "(" in phonemes and ")" in phonemes:
        head, _, rest = phonemes.partition("(")
        phonemes = head + rest.partition(")")[2]
    for ours, theirs in _TO_KOKORO:
        phonemes = phonemes.replace(ours, theirs)
    return phonemes
