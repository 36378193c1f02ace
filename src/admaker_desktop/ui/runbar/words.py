"""What the run bar says: sentences of a plan, of a run on its way and of its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import tr, trn

if TYPE_CHECKING:
    from admaker_desktop.engine.plan import Plan
    from admaker_desktop.services.run_watch import RunEnd, RunView

Tone = Literal["t1", "t2", "t3", "ok", "warn", "err", "info"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Two lines: a small one above; a strong word and what follows it below."""

    above: str
    strong: str
    rest: str = ""
    tone: Tone = "t1"


def counts_of(plan: Plan) -> tuple[int, int, bool]:
    """Steps to run, steps cached, and whether more follow from what is not made yet."""
    to_run = sum(node.steps - node.cached for node in plan.nodes)
    cached = sum(node.cached for node in plan.nodes)
    return to_run, cached, any(node.state == "unknown" for node in plan.nodes)


def say_plan(plan: Plan | None, *, is_empty: bool) -> Saying:
    """Before a run: what it would cost and do."""
    above = tr("To run this flow")
    if is_empty:
        return Saying(above, tr("nothing to run yet"))
    if plan is None:
        return Saying(above, tr("looking what would run"), tone="t3")
    to_run, cached, is_open = counts_of(plan)
    if to_run == 0 and not is_open:
        return Saying(above, tr("up to date"), trn("{count} step cached", "{count} steps cached", cached), "ok")
    return Saying(above, formats.money(plan.cost), _counts(to_run, cached, is_open=is_open))


def say_run(view: RunView | None, *, is_stopping: bool) -> Saying:
    """While it runs."""
    above = tr("Stopping") if is_stopping else tr("Running")
    if view is None or not view.steps:
        return Saying(above, tr("starting"), tone="info")
    return Saying(above, tr("{done} of {total}", done=view.done, total=view.steps), left(view), "info")


def say_end(end: RunEnd, failed: int) -> Saying:
    """After it."""
    if end.state == "cancelled":
        counts = _ended(end.ran, end.cached) if end.ran or end.cached else ""
        return Saying(tr("Stopped"), tr("what was finished is kept"), counts, "warn")
    if failed:
        strong = trn("{count} node needs you", "{count} nodes need you", failed)
        return Saying(tr("Ended"), strong, _ended(end.ran, end.cached), "err")
    if end.state == "failed":
        return Saying(tr("Ended"), tr("it could not be run"), "", "err")
    return Saying(tr("Finished"), _done_in(end), _ended(end.ran, end.cached), "ok")


def left(view: RunView) -> str:
    """The time left, empty while it is not known."""
    return tr("{time} left", time=formats.duration(view.left_s)) if view.left_s is not None else ""


def _done_in(end: RunEnd) -> str:
    return tr("Done in {time}", time=formats.duration(end.seconds))


def _ended(ran: int, cached: int) -> str:
    return tr("{ran} run, {cached} cached", ran=ran, cached=cached)


def _counts(to_run: int, cached: int, *, is_open: bool) -> str:
    if is_open and to_run == 0:
        return tr("steps to run follow from the first, {cached} cached", cached=cached)
    if is_open:
        return trn(
            "{count} step to run and what follows, {cached} cached",
            "{count} steps to run and what follows, {cached} cached",
            to_run,
            cached=cached,
        )
    return trn("{count} step to run, {cached} cached", "{count} steps to run, {cached} cached", to_run, cached=cached)
