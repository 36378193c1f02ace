"""Rules about the sound: presence, coding, loudness, peaks, silence."""

from __future__ import annotations

from collections.abc import Iterator

from admaker_desktop.ad.deliverable import Finding
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
        verdict = Verdict(f"{audio.codec} sound", "no sound track", "Export without sound.")
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
    verdict = Verdict("no sound", rules.presence, "Export with sound.")
    if rules.is_required:
        yield judged(preset, "audio_presence", "audio.presence", verdict)
    elif "recommended" in rules.presence:
        yield judged(preset, "audio_presence", "audio.presence", verdict, at_most="info")


def _silent(preset: Preset, rules: Audio) -> Iterator[Finding]:
    verdict = Verdict("nothing above -70 LUFS", "sound that can be heard", "Check the mix and export again.")
    yield judged(preset, "silence", "audio.presence", verdict, at_most="block" if rules.is_required else "warn")


def _coding(audio: AudioFacts, preset: Preset, rules: Audio) -> Iterator[Finding]:
    coded = f"aac-{audio.profile.lower()}" if audio.codec == "aac" and audio.profile else audio.codec
    also = [codec for kind in preset.container.accepted for codec in _ALSO_TAKEN.get(kind, ())]
    if rules.codec and coded != rules.codec and coded not in also:
        verdict = Verdict(coded, rules.codec, f"Encode the sound as {rules.codec}.")
        yield judged(preset, "audio_codec", "audio.codec", verdict)
    if rules.sample_rate and audio.sample_rate_hz != rules.sample_rate:
        verdict = Verdict(f"{audio.sample_rate_hz} Hz", f"{rules.sample_rate} Hz", "Resample the sound.")
        yield judged(preset, "sample_rate", "audio.sample_rate", verdict)
    if rules.channels and audio.channels != rules.channels:
        verdict = Verdict(f"{audio.channels} channels", f"{rules.channels} channels", "Mix to the channels asked for.")
        yield judged(preset, "channels", "audio.channels", verdict)
    least = rules.bitrate_kbps.min if rules.bitrate_kbps else None
    # Meant as the encoder's setting: quiet passages need fewer bits, so a lower mean is no proof.
    if least is not None and audio.mean_kbps is not None and audio.mean_kbps < least:
        verdict = Verdict(f"{audio.mean_kbps:.0f} kbit/s", f"{least:g} kbit/s at least", "Encode at a higher bit rate.")
        yield judged(preset, "audio_bit_rate", "audio.bitrate", verdict, at_most="warn")


def _loudness(audio: AudioFacts, lufs: float, preset: Preset, rules: Loudness) -> Iterator[Finding]:
    off = lufs - rules.integrated_lufs
    is_ceiling = "I<=" in rules.basis  # French law caps the loudness and asks for no least one
    if abs(off) > rules.tolerance_lu + _SLACK and not (is_ceiling and off < 0):
        limit = f"{rules.integrated_lufs:g} LUFS +-{rules.tolerance_lu:g}"
        verdict = Verdict(f"{lufs:.2f} LUFS", limit, "Master the sound to the target again.")
        yield judged(preset, "loudness", "loudness", verdict)
    peaks = (
        ("true_peak", "loudness.max_true_peak_dbtp", audio.true_peak_dbtp, rules.max_true_peak_dbtp, "dBTP"),
        ("short_term", "loudness", audio.max_short_term_lufs, rules.max_short_term_lufs, "LUFS"),
        ("momentary", "loudness", audio.max_momentary_lufs, rules.max_momentary_lufs, "LUFS"),
    )
    for rule, field, measured, most, unit in peaks:
        if measured is not None and most is not None and measured > most + _SLACK:
            verdict = Verdict(f"{measured:.2f} {unit}", f"{most:g} {unit} at most", "Limit the mix and export again.")
            yield judged(preset, rule, field, verdict)


def _quality(audio: AudioFacts) -> Iterator[Finding]:
    longest = max(audio.silent, key=lambda stretch: stretch.length_s, default=None)
    if longest is not None and longest.length_s > LONG_SILENCE_S:
        measured = f"silent from {longest.start_s:.2f} to {longest.end_s:.2f} s"
        yield by_house("silence", Verdict(measured, f"{LONG_SILENCE_S:g} s at most", "Check the mix."))
    if audio.clipped_samples > _CLIPPED_SAMPLES:
        measured = f"{audio.clipped_samples} samples at full scale"
        yield by_house("clipping", Verdict(measured, f"{_CLIPPED_SAMPLES} at most", "Lower the mix before limiting."))
