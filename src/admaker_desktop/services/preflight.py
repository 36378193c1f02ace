"""Preflight of any file: measured in a worker process, judged by a placement's rules."""

from __future__ import annotations

from pathlib import Path

from admaker_desktop.ad.deliverable import Finding
from admaker_desktop.core.task import Task
from admaker_desktop.delivery.preflight.check import check
from admaker_desktop.delivery.presets import find_preset
from admaker_desktop.media.worker import measure_in_worker


def preflight_file(path: Path, preset_id: str, task: Task | None = None) -> tuple[Finding, ...]:
    """The findings; raises UsageError for an unknown preset, MediaError for a file that cannot be read."""
    preset = find_preset(preset_id)
    return check(measure_in_worker(path, task or Task()), preset)
