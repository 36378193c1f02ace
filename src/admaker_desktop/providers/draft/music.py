"""The draft composer: music that is written and played by code, without a sample or a licence."""

from __future__ import annotations

from admaker_desktop.ad.deliverable import MusicTake
from admaker_desktop.capabilities.music import MusicRequest
from admaker_desktop.core.messages import msg
from admaker_desktop.core.store import MediaStore
from admaker_desktop.core.task import Task
from admaker_desktop.core.ticks import s_from_ticks
from admaker_desktop.media.waves import save_wave
from admaker_desktop.providers.draft.composing.produce import produce

_COMPOSER = "draft composer 1"


class DraftMusic:
    """Composes on the CPU, offline; any thread."""

    def fingerprint(self) -> str:
        """Composer and version: part of the cache key."""
        return _COMPOSER

    def compose(self, request: MusicRequest, store: MediaStore, task: Task) -> MusicTake:
        """Five stems of the plan's exact length with the hit on its end card; raises StorageError or Cancelled."""
        plan = request.plan
        stems = produce(plan, request.take, task.part(0.0, 0.9))
        kept = tuple((name, save_wave(store, samples)) for name, samples in stems.items())
        task.progress(1.0, msg("Music composed"))
        return MusicTake(
            stems=kept,
            bpm=plan.bpm,
            hit_s=s_from_ticks(min(plan.end_card_ticks, plan.total_ticks)),
            composer=_COMPOSER,
        )
