"""What stands on the bars of a run's chart, beside its rows, and in their tooltips."""

from __future__ import annotations

from admaker_desktop.ui.formats import duration, number, percent
from admaker_desktop.ui.i18n import tr, tr_message, trn
from admaker_desktop.ui.pages.runs.chart_model import Bar, Row
from admaker_desktop.ui.pages.runs.looks import NodeNames, lane_look

_SHOWN_S = 0.05
"""Shorter times would round to nothing."""


def row_words(row: Row, names: NodeNames, is_lane: bool) -> tuple[str, str]:
    """A row's name, and what is said behind it."""
    if is_lane:
        return lane_look(row.key)[1], ""
    title = names.title(row.node, row.type)
    return title, f"×{row.items}" if row.items > 1 else ""


def bar_words(bar: Bar, fraction: float | None, names: NodeNames, has_name: bool) -> str:
    """The few words on a bar; with the node's name where the row does not say it."""
    state = _state_words(bar, fraction)
    return tr("{node} · {state}", node=names.title(bar.node, bar.type), state=state) if has_name else state


def clock(seconds: float, step: float) -> str:
    """A tick's label: "0:15", "1:02:00", and "0.5 s" below a second's steps."""
    if step < 1:
        return tr("{seconds} s", seconds=number(seconds, 2 if step < 0.1 else 1))
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _state_words(bar: Bar, fraction: float | None) -> str:
    if bar.state == "running":
        if bar.items > 1:
            return tr("running, {done} of {items}", done=bar.done + bar.cached, items=bar.items)
        return tr("running {percent}", percent=percent(fraction)) if fraction is not None else tr("running")
    if bar.state == "failed":
        return tr("{failed} of {items} failed", failed=bar.failed, items=bar.items) if bar.items > 1 else tr("failed")
    if bar.state == "cancelled":
        return tr("stopped")
    if bar.state == "cached":
        return tr("from cache")
    length = _length((bar.end_s or 0.0) - bar.start_s)
    if bar.items > 1:
        return trn("{count} item · {length}", "{count} items · {length}", bar.items, length=length)
    return length


def tip_words(bar: Bar, names: NodeNames, run_s: float) -> str:
    """A bar's tooltip: name, state, when, how long, and what went wrong with its way out."""
    lines = [names.title(bar.node, bar.type), _state_words(bar, None)]
    if bar.state != "cached":
        end = run_s if bar.end_s is None else bar.end_s
        lines.append(
            tr("from {start} to {end} of the run", start=duration(bar.start_s), end=duration(max(end, bar.start_s)))
        )
    if bar.cached and bar.state != "cached":
        lines.append(trn("{count} item from cache", "{count} items from cache", bar.cached))
    lines.extend(tr_message(message) for message in (bar.message, bar.hint) if message)
    return "\n".join(lines)


def _length(seconds: float) -> str:
    return duration(seconds) if seconds >= _SHOWN_S else tr("under 0.1 s")
