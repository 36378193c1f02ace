"""The words of the strip: tracks' names, clips' labels and tooltips, facts of the cut."""

from __future__ import annotations

from math import log10

from admaker_desktop.ui.formats import number, timecode
from admaker_desktop.ui.i18n import tr, trn
from admaker_desktop.ui.strip.cut import Cut, StripClip, Track, TrackKind

_SILENCE = 1e-3


def head_title(kind: TrackKind) -> str:
    """A track's name."""
    return {
        "captions": tr("Captions"),
        "titles": tr("Titles & logo"),
        "shots": tr("Shots"),
        "voice": tr("Voice"),
        "music": tr("Music"),
    }[kind]


def head_note(track: Track, cut: Cut, lowest_gain: float) -> str:
    """What is worth knowing about a whole track; for music that is lowered under the voice, how far."""
    if not track.clips:
        return tr("none")
    if track.kind in ("captions", "voice"):
        return cut.sequence.language.upper()
    if track.kind == "music" and lowest_gain < 1:
        return tr("{level} dB", level=number(20 * log10(max(lowest_gain, _SILENCE)))).replace("-", "\u2212")
    return str(len(track.clips)) if track.kind == "shots" else ""


def clip_label(clip: StripClip) -> str:
    """The one line on a clip."""
    text = " · ".join(clip.texts)
    if clip.kind == "music":
        return trn("Music, {count} stem", "Music, {count} stems", len(clip.audio))
    if clip.is_end_card:
        return tr("{shot}  End card", shot=text) if clip.kind == "shots" else tr("End card: {text}", text=text)
    return text


def clip_tip(clip: StripClip, cut: Cut) -> str:
    """A clip's words in full, with its times."""
    first, last = (cut.rate.nearest_frame(ticks) for ticks in (clip.start_ticks, clip.end_ticks))
    fps = float(cut.rate.fps)
    times = tr(
        "{start} to {end}, {seconds} s",
        start=timecode(first, fps),
        end=timecode(last, fps),
        seconds=number(clip.seconds, 1),
    )
    lines = clip.texts if clip.kind in ("captions", "titles", "voice") and clip.texts else (clip_label(clip),)
    return "\n".join((*lines, times))


def cut_facts(cut: Cut) -> str:
    """Length and rate."""
    fps = float(cut.rate.fps)
    rate = number(fps, 0 if fps.is_integer() else 3)
    return tr("{seconds} s · {rate} fps", seconds=number(cut.seconds, 1), rate=rate)


def cut_parts(cut: Cut) -> str:
    """What the cut is made of."""
    shots = trn("{count} shot", "{count} shots", cut.count("shots"))
    captions = trn("{count} caption", "{count} captions", cut.count("captions"))
    return tr("{shots} · {captions}", shots=shots, captions=captions)
