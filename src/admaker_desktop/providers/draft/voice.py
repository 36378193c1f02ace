"""The draft's voice: speaks a line on this machine's CPU, offline, and tells when each written word is spoken."""

from __future__ import annotations

from admaker_desktop.ad.deliverable import VoiceTake, Word
from admaker_desktop.ad.script import ScriptLine
from admaker_desktop.capabilities.voice import VoiceRequest
from admaker_desktop.core.errors import NotConfigured, ProviderError
from admaker_desktop.core.messages import Message, msg, verbatim
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.media.waves import save_wave
from admaker_desktop.providers.draft.speech.client import IDLE_S, VoiceProcess
from admaker_desktop.providers.draft.speech.packs import MODEL_SHA256, OWN_VERSION, VoicePacks, find_packs
from admaker_desktop.providers.draft.speech.pronounce import pronounce
from admaker_desktop.providers.draft.speech.wire import Order

VOICES = {"en": ("af_heart", "am_michael", "bf_emma"), "fr": ("ff_siwis",)}
"""By language, the default first."""


class DraftVoice:
    """Kokoro where its model is installed, else a smaller voice; a VoiceProvider; any thread; close it at the end."""

    def __init__(self, packs: VoicePacks | None = None, idle_s: float = IDLE_S) -> None:
        self._packs = packs or find_packs()
        self._process = VoiceProcess(self._packs, idle_s)

    def fingerprint(self) -> str:
        """The engines that would speak now, with versions; nothing is loaded or started."""
        engines = " ".join(f"{language}={(*self._packs.engines(language), 'none')[0]}" for language in VOICES)
        return f"draft-voice-{OWN_VERSION} {engines} kokoro-{MODEL_SHA256[:12]} {self._packs.versions}"

    def speak(self, request: VoiceRequest, store: MediaStore, task: Task) -> VoiceTake:
        """The spoken line, 48 kHz mono, one word per `line.text.split()`, sped up to 1.18 to fit its slot.

        Raises NotConfigured when no voice of this language works, ProviderError when the voice is unknown or dies,
        Cancelled within a second.
        """
        line = request.line
        voice = _chosen(request.voice, line.language)
        words = pronounce(line.text, line.language, line.lexicon)
        if not words:
            return VoiceTake(line_id=line.id, audio=None)
        if not self._packs.engines(line.language):
            raise _no_voice(line, msg("no voice package is installed"))
        written = line.text.split()
        slot_s = s_from_ticks(max(0, line.end_ticks - line.start_ticks))
        answer = self._process.speak(Order(words, len(written), line.language, voice, slot_s), task)
        if answer.reply.error:
            raise _no_voice(line, verbatim(answer.reply.error))
        audio = save_wave(store, answer.samples[None])
        times = zip(written, answer.reply.intervals, strict=True)
        return VoiceTake(
            line_id=line.id,
            audio=audio,
            words=tuple(Word(text=text, start_s=start, end_s=end) for text, (start, end) in times),
            voice=answer.reply.voice,
            is_fallback=answer.reply.is_fallback,
        )

    def close(self) -> None:
        """End the voice process; any thread; may be called twice."""
        self._process.close()


def _chosen(voice: str, language: str) -> str:
    known = VOICES[language]
    if voice and voice not in known:
        raise ProviderError(
            "There is no draft voice “{voice}” for {language}.",
            voice=voice,
            language=language,
            voices=", ".join(known),
            hint="Use one of: {voices}.",
        )
    return voice or known[0]


def _no_voice(line: ScriptLine, reason: Message) -> NotConfigured:
    return NotConfigured(
        "The line “{line}” cannot be spoken: {reason}.",
        line=line.text[:40],
        reason=reason,
        hint="Install the voice pack with `make demo`.",
    )
