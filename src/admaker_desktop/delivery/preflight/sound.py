"""Rules about the sound: presence, coding, loudness, peaks, silence."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.messages import Message, msg, term, verbatim
from admaker_desktop.delivery.preflight.basis import Verdict, by_house, judged
from admaker_desktop.delivery.preset_model import Audio, Loudness, Preset
from admaker_desktop.media.probe.facts import AudioFacts, FileFacts

LONG_SILENCE_S = 3.0
_PCM = "pcm_s24le"
_ALSO_TAKEN = {"webm": ("opus", "vorbis"), "ogg": ("vorbis", "opus"), "wav": (_PCM, "pcm_s16le", "pcm_f32le")}
_SLACK = 0.005  # LU and dB: the meter's own rounding
_CLIPPED_SAMPLES = 20


def sound_findings(facts: FileFacts, preset: Preset) -> Iterator[Finding]:
    """Findings about the sound; no finding for what passes."""
    rules, audio = preset.audio, facts.audio
    if rules is None or facts.kind == "image":
        return
    if audio is None or audio.samples == 0:
        yield from _absent(preset, rules)
        return
    if rules.is_forbidden:
        verdict = Verdict(msg("{codec} sound", codec=audio.codec), msg("no sound track"), msg("Export without sound."))
        yield judged(preset, "audio_presence", "audio.presence", verdict)
        return
    yield from _coding(audio, preset, rules)
    if audio.lufs is None:
        yield from _silent(preset, rules)
        return
    if preset.loudness is not None:
        yield from _loudness(audio, audio.lufs, preset, preset.loudness)
    yield from _quality(audio)


def _absent(preset: Preset, rules: Audio) -> Iterator[Finding]:
    verdict = Verdict(msg("no sound"), term(rules.presence), msg("Export with sound."))
    if rules.is_required:
        yield judged(preset, "audio_presence", "audio.presence", verdict)
    elif "recommended" in rules.presence:
        yield judged(preset, "audio_presence", "audio.presence", verdict, at_most="info")


def _silent(preset: Preset, rules: Audio) -> Iterator[Finding]:
    fix = msg("Check the mix and export again.")
    verdict = Verdict(msg("nothing above -70 LUFS"), msg("sound that can be heard"), fix)
    yield judged(preset, "silence", "audio.presence", verdict, at_most="block" if rules.is_required else "warn")


def _coding(audio: AudioFacts, preset: Preset, rules: Audio) -> Iterator[Finding]:
    coded = f"aac-{audio.profile.lower()}" if audio.codec == "aac" and audio.profile else audio.codec
    also = [codec for kind in preset.container.accepted for codec in _ALSO_TAKEN.get(kind, ())]
    if rules.codec and coded != rules.codec and coded not in also:
        verdict = Verdict(
            verbatim(coded), verbatim(rules.codec), msg("Encode the sound as {codec}.", codec=rules.codec)
        )
        yield judged(preset, "audio_codec", "audio.codec", verdict)
    if rules.sample_rate and audio.sample_rate_hz != rules.sample_rate:
        verdict = Verdict(
            verbatim(f"{audio.sample_rate_hz} Hz"), verbatim(f"{rules.sample_rate} Hz"), msg("Resample the sound.")
        )
        yield judged(preset, "sample_rate", "audio.sample_rate", verdict)
    if rules.channels and audio.channels != rules.channels:
        fix = msg("Mix to the channels asked for.")
        verdict = Verdict(_channels(audio.channels), _channels(rules.channels), fix)
        yield judged(preset, "channels", "audio.channels", verdict)
    least = rules.bitrate_kbps.min if rules.bitrate_kbps else None
    # Meant as the encoder's setting: quiet passages need fewer bits, so a lower mean is no proof.
    if least is not None and audio.mean_kbps is not None and audio.mean_kbps < least:
        measured, limit = verbatim(f"{audio.mean_kbps:.0f} kbit/s"), msg("{limit} at least", limit=f"{least:g} kbit/s")
        verdict = Verdict(measured, limit, msg("Encode at a higher bit rate."))
        yield judged(preset, "audio_bit_rate", "audio.bitrate", verdict, at_most="warn")


def _loudness(audio: AudioFacts, lufs: float, preset: Preset, rules: Loudness) -> Iterator[Finding]:
    off = lufs - rules.integrated_lufs
    is_ceiling = "I<=" in rules.basis  # French law caps the loudness and asks for no least one
    if abs(off) > rules.tolerance_lu + _SLACK and not (is_ceiling and off < 0):
        limit = verbatim(f"{rules.integrated_lufs:g} LUFS +-{rules.tolerance_lu:g}")
        verdict = Verdict(verbatim(f"{lufs:.2f} LUFS"), limit, msg("Master the sound to the target again."))
        yield judged(preset, "loudness", "loudness", verdict)
    peaks = (
        ("true_peak", "loudness.max_true_peak_dbtp", audio.true_peak_dbtp, rules.max_true_peak_dbtp, "dBTP"),
        ("short_term", "loudness", audio.max_short_term_lufs, rules.max_short_term_lufs, "LUFS"),
        ("momentary", "loudness", audio.max_momentary_lufs, rules.max_momentary_lufs, "LUFS"),
    )
    for rule, field, measured, most, unit in peaks:
        if measured is not None and most is not None and measured > most + _SLACK:
            limit = msg("{limit} at most", limit=f"{most:g} {unit}")
            verdict = Verdict(verbatim(f"{measured:.2f} {unit}"), limit, msg("Limit the mix and export again."))
            yield judged(preset, rule, field, verdict)


def _quality(audio: AudioFacts) -> Iterator[Finding]:
    longest = max(audio.silent, key=lambda stretch: stretch.length_s, default=None)
    if longest is not None and longest.length_s > LONG_SILENCE_S:
        start, end = f"{longest.start_s:.2f}", f"{longest.end_s:.2f}"
        measured = msg("silent from {start} to {end} s", start=start, end=end)
        limit = msg("{limit} s at most", limit=f"{LONG_SILENCE_S:g}")
        yield by_house("silence", Verdict(measured, limit, msg("Check the mix.")))
    if audio.clipped_samples > _CLIPPED_SAMPLES:
        measured = msg("{count} samples at full scale", count=audio.clipped_samples)
        limit = msg("{limit} at most", limit=_CLIPPED_SAMPLES)
        yield by_house("clipping", Verdict(measured, limit, msg("Lower the mix before limiting.")))


def _channels(count: int) -> Message:
    return msg("{count} channels", count=count)
