"""A piece from its plan: written, played and balanced by measured loudness."""

from __future__ import annotations

import numpy as np

from admaker_desktop.ad.script import MusicPlan
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.core.task import Task
from admaker_desktop.core.ticks import TICKS_PER_SECOND
from admaker_desktop.media.loudness import integrated_lufs, measure
from admaker_desktop.media.waves import SAMPLE_RATE_HZ, Samples
from admaker_desktop.providers.draft.composing.effects import peak_gain
from admaker_desktop.providers.draft.composing.form import Form
from admaker_desktop.providers.draft.composing.score import write_score
from admaker_desktop.providers.draft.composing.stems import StemPlayer
from admaker_desktop.providers.draft.composing.style import STEMS, STYLES, StemName, Style

_SUM_LUFS = -16.0  # of all stems together: a bed that the mix can take up or down without running out of headroom
_SUM_PEAK_DBTP = -1.2
_PEAK_MARGIN_DB = 0.2  # peaks between samples
_NAMES: dict[StemName, Message] = {
    "pad": msg("pad"),
    "bass": msg("bass"),
    "drums": msg("drums"),
    "lead": msg("lead"),
    "fx": msg("fx"),
}


def produce(plan: MusicPlan, take: int, task: Task) -> dict[StemName, Samples]:
    """The five stems, each (2, total length) float32 at 48 kHz; together -16 LUFS at most, true peak <= -1 dBTP.

    The same plan and take give the same samples. Raises Cancelled.
    """
    form = Form.of(plan)
    style = STYLES[plan.mood]
    frames = round(plan.total_ticks * SAMPLE_RATE_HZ / TICKS_PER_SECOND)
    player = StemPlayer(form, style, write_score(form, style, plan.seed, take), frames, plan.seed)
    stems: dict[StemName, Samples] = {}
    for index, name in enumerate(STEMS):
        task.progress(index / (len(STEMS) + 1), msg("Playing {instrument}", instrument=_NAMES[name]))
        stems[name] = player.play(name)
    task.progress(len(STEMS) / (len(STEMS) + 1), msg("Balancing"))
    _balance(stems, style)
    return stems


def _balance(stems: dict[StemName, Samples], style: Style) -> None:
    """Each stem to its level, in place, then all of them together to the sum's loudness and peak."""
    for name, stem in stems.items():
        lufs = integrated_lufs(stem)
        if lufs is not None:
            stems[name] = stem * _factor(style.levels[name] - lufs)
    total = np.sum(list(stems.values()), axis=0)
    lufs = integrated_lufs(total)
    if lufs is None:
        return
    gain_db = _SUM_LUFS - lufs
    gain = _factor(gain_db) * peak_gain(total * _factor(gain_db), float(_factor(_SUM_PEAK_DBTP - _PEAK_MARGIN_DB)))
    over_db = measure(total * gain).true_peak_dbtp - _SUM_PEAK_DBTP
    gain *= _factor(-max(0.0, over_db))
    for name in STEMS:
        stems[name] *= gain


def _factor(gain_db: float) -> np.float32:
    return np.float32(10 ** (gain_db / 20))
