"""The draft's voice speaks real lines: level, silence, word marks, fit, fallback."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.deliverable import VoiceTake
from admaker_desktop.ad.script import ScriptLine
from admaker_desktop.capabilities.voice import VoiceProvider, VoiceRequest
from admaker_desktop.core.errors import NotConfigured, ProviderError
from admaker_desktop.core.task import Task
from admaker_desktop.core.ticks import ticks_from_s
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples, load_wave
from admaker_desktop.project.content import ContentStore
from admaker_desktop.providers.draft.speech.packs import VoicePacks, find_packs
from admaker_desktop.providers.draft.voice import DraftVoice

LINES: dict[Language, str] = {"en": "Glow. Just $5!", "fr": "Bientôt, Luma. Dès 5 € !"}
NO_MODEL = dataclasses.replace(find_packs(), model_parts=())


def line(text: str, language: Language = "en", slot_s: float = 0.0) -> ScriptLine:
    return ScriptLine(id="l1", role="hook", text=text, start_ticks=0, end_ticks=ticks_from_s(slot_s), language=language)


@dataclass(frozen=True)
class Spoken:
    """A take with its sound."""

    take: VoiceTake
    samples: Samples

    @property
    def seconds(self) -> float:
        return int(self.samples.shape[1]) / SAMPLE_RATE_HZ


class Booth:
    """A voice with a store to speak into."""

    def __init__(self, voice: DraftVoice, store: ContentStore) -> None:
        self.voice = voice
        self.store = store

    def speak(self, text: str, language: Language = "en", slot_s: float = 0.0) -> Spoken:
        take = self.voice.speak(VoiceRequest(line=line(text, language, slot_s)), self.store, Task())
        assert take.audio
        return Spoken(take, load_wave(self.store, take.audio))


@pytest.fixture(scope="module")
def natural(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Spoken]:
    """One line in each language by the natural voice, spoken once for all tests."""
    voice = DraftVoice()
    booth = Booth(voice, ContentStore(tmp_path_factory.mktemp("store")))
    spoken = {language: booth.speak(text, language) for language, text in LINES.items()}
    voice.close()
    return spoken


@pytest.fixture
def fallback(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Booth]:
    """The quick voices that speak where the model is missing."""
    voice = DraftVoice(NO_MODEL)
    yield Booth(voice, ContentStore(tmp_path_factory.mktemp("store")))
    voice.close()


def level_db(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt(np.mean(samples**2))))


def onsets(samples: Samples) -> list[float]:
    """Seconds at which sound begins after at least 40 ms of near silence (or at the start)."""
    block = SAMPLE_RATE_HZ // 200
    blocks = samples[0, : samples.shape[1] // block * block].reshape(-1, block)
    loud = np.sqrt(np.mean(blocks**2, axis=1)) > 0.03 * np.sqrt(np.mean(blocks**2, axis=1)).max()
    quiet = 8
    found = []
    for index, is_loud in enumerate(loud):
        if is_loud and quiet >= 8:
            found.append(index * block / SAMPLE_RATE_HZ)
        quiet = 0 if is_loud else quiet + 1
    return found


def check_words(spoken: Spoken, text: str) -> None:
    words = spoken.take.words
    assert [word.text for word in words] == text.split()
    assert all(0 <= word.start_s < word.end_s <= spoken.seconds for word in words)
    assert all(left.end_s <= right.start_s for left, right in itertools.pairwise(words))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_natural_voice_speaks_each_language(natural: dict[Language, Spoken], language: Language) -> None:
    spoken = natural[language]
    assert spoken.take.voice == {"en": "kokoro-82m int8 / af_heart", "fr": "kokoro-82m int8 / ff_siwis"}[language]
    assert not spoken.take.is_fallback
    check_words(spoken, LINES[language])
    assert 1.0 < spoken.seconds < 3.5


@pytest.mark.parametrize("language", ["en", "fr"])
def test_level_and_peaks_are_those_of_the_house(natural: dict[Language, Spoken], language: Language) -> None:
    samples = natural[language].samples
    assert -22.5 < level_db(samples) < -18
    assert np.abs(samples).max() <= 10 ** (-1.5 / 20)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_little_of_the_sound_is_silence(natural: dict[Language, Spoken], language: Language) -> None:
    samples = natural[language].samples[0]
    blocks = samples[: len(samples) // 480 * 480].reshape(-1, 480)
    silent = np.sqrt(np.mean(blocks**2, axis=1)) < 10 ** (-50 / 20)
    assert silent.mean() < 0.35
    assert not silent[12]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_marks_after_pauses_meet_the_onsets_of_sound(natural: dict[Language, Spoken], language: Language) -> None:
    spoken = natural[language]
    heard = np.array(onsets(spoken.samples))
    words = spoken.take.words
    after_pause = [
        word for before, word in zip((None, *words), words, strict=False) if before is None or before.text[-1] in ".,!:"
    ]
    errors = [np.abs(heard - word.start_s).min() for word in after_pause if word.text[0].isalnum()]
    assert np.median(errors) <= 0.1


def test_the_fingerprint_names_what_would_speak() -> None:
    everything, without = DraftVoice().fingerprint(), DraftVoice(NO_MODEL).fingerprint()
    assert "en=kokoro fr=kokoro" in everything
    assert "kokoro-6e742170" in everything
    assert "onnxruntime-" in everything
    assert "en=hibari fr=espeak" in without
    provider: VoiceProvider = DraftVoice()
    assert provider.fingerprint() == everything


@pytest.mark.parametrize(
    ("language", "text", "voice"),
    [
        ("en", "Save 20% — from $29.90 / month, “now” ! at luma.com 🎉", "hibari / heart"),
        ("fr", "« Luma » : -20 % dès 29,90 €, jusqu'au 12 mars ! www.luma.fr …", "espeak-ng / fr"),
    ],
)
def test_without_the_model_a_smaller_voice_speaks_with_marks_for_every_word(
    fallback: Booth, language: Language, text: str, voice: str
) -> None:
    spoken = fallback.speak(text, language)
    assert spoken.take.voice == voice
    assert spoken.take.is_fallback
    check_words(spoken, text)
    assert -22.5 < level_db(spoken.samples) < -18


def test_hibaris_marks_meet_the_onsets_of_sound(fallback: Booth) -> None:
    spoken = fallback.speak("Glow. Better. Today.")
    heard = np.array(onsets(spoken.samples))
    assert np.median([np.abs(heard - word.start_s).min() for word in spoken.take.words]) <= 0.1


def test_a_long_text_is_spoken_whole(fallback: Booth) -> None:
    text = "This serum makes your skin glow in seven days, every single day. " * 8
    spoken = fallback.speak(text)
    check_words(spoken, text)
    assert spoken.seconds > 24


def test_a_line_is_sped_up_to_its_slot_but_not_hurried(fallback: Booth) -> None:
    text = "Luma makes your skin glow in seven days."
    natural = fallback.speak(text).seconds
    assert fallback.speak(text, slot_s=natural + 3).seconds == natural
    fitted = fallback.speak(text, slot_s=natural / 1.1).seconds
    assert 0.8 * natural < fitted <= natural / 1.1 + 0.05
    assert fallback.speak(text, slot_s=0.5).seconds > natural / 1.25


def test_without_hibari_espeak_speaks_english(tmp_path_factory: pytest.TempPathFactory) -> None:
    voice = DraftVoice(dataclasses.replace(NO_MODEL, hibari=""))
    spoken = Booth(voice, ContentStore(tmp_path_factory.mktemp("store"))).speak("Glow at $5.")
    voice.close()
    assert spoken.take.voice == "espeak-ng / en"


@pytest.mark.parametrize("text", ["", "  ", "…"])
def test_nothing_to_say_is_a_take_without_sound(fallback: Booth, text: str) -> None:
    take = fallback.voice.speak(VoiceRequest(line=line(text)), fallback.store, Task())
    assert take == VoiceTake(line_id="l1", audio=None)


def test_no_package_at_all_is_explained(tmp_path_factory: pytest.TempPathFactory) -> None:
    voice, store = DraftVoice(VoicePacks()), ContentStore(tmp_path_factory.mktemp("store"))
    with pytest.raises(NotConfigured, match="no voice package"):
        voice.speak(VoiceRequest(line=line("Hello.")), store, Task())
    broken = DraftVoice(VoicePacks(espeak="/nowhere"))
    with pytest.raises(NotConfigured, match="No voice for the language en works"):
        broken.speak(VoiceRequest(line=line("Hello.")), store, Task())
    broken.close()


def test_an_unknown_voice_is_refused_with_those_there_are(fallback: Booth) -> None:
    with pytest.raises(ProviderError) as caught:
        fallback.voice.speak(VoiceRequest(line=line("Hello."), voice="robot"), fallback.store, Task())
    assert "am_michael" in caught.value.hint.text()
