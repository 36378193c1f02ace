"""espeak-ng reads French clauses with their liaisons, and tells when its own voice says each word."""

from __future__ import annotations

import pytest

from admaker_desktop.providers.draft.speech.espeak import Espeak
from admaker_desktop.providers.draft.speech.packs import find_packs
from admaker_desktop.providers.draft.speech.pronounce import pronounce
from admaker_desktop.providers.draft.speech.voices import read_vocabulary


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak(find_packs())


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("les enfants", ["lez", "ɑ̃fˈɑ̃"]),
        ("dès aujourd'hui", ["dɛz", "oʒuʁdyˈi"]),
        ("29,90 € les 30 ml", ["vˈɛ̃tnˈœf", "øʁˈo", "kˈatʁvˈɛ̃dˈis", "le", "tʁˈɑ̃t", "mililˈitʁ"]),
        ("le 10 mars", ["lə", "dˈi", "mˈaʁs"]),
        ("un jean", ["œ̃", "ʤˈin"]),
        ("le parking", ["lə", "pˈɑːkɪŋ"]),
    ],
)
def test_french_words_sound_as_they_do_in_their_clause(espeak: Espeak, text: str, phonemes: list[str]) -> None:
    assert espeak.phonemes(pronounce(text, "fr"), "fr") == phonemes


def test_every_word_has_sounds_of_kokoros_alphabet(espeak: Espeak) -> None:
    text = "Ça, c'est l'été : huit œufs, un whisky, des ouïes, qu'il y a jusqu'au 12, êtes-vous là ? B12, ok !"
    words = pronounce(text, "fr")
    found = espeak.phonemes(words, "fr")
    assert len(found) == len(words)
    assert all(found)
    assert not set("".join(found)) - set(read_vocabulary())


@pytest.mark.parametrize(("language", "text"), [("fr", "Dès aujourd'hui, jusqu'au 12 mars."), ("en", "Now at $5.")])
def test_its_voice_marks_words_in_order_within_its_sound(espeak: Espeak, language: str, text: str) -> None:
    words = pronounce(text, language)
    samples, marks = espeak.synthesise(words, language, 1.0)
    starts = [mark.start_s for mark in marks]
    assert starts == sorted(starts)
    assert {mark.owner for mark in marks} == {word.owner for word in words}
    assert marks[-1].end_s <= len(samples) / espeak.rate_hz
    quick, _ = espeak.synthesise(words, language, 1.18)
    assert len(quick) < 0.95 * len(samples)
