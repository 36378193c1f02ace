"""What a node shows: everything that its painter needs, read once from the session and kept as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from admaker_desktop.services.settings_forms import choice_label, port_label
from admaker_desktop.ui import formats
from admaker_desktop.ui.i18n import tr, tr_message, tr_text
from admaker_desktop.ui.nodelook import family_of, node_family, node_icon
from admaker_desktop.ui.nodenames import own_name

if TYPE_CHECKING:
    from admaker_desktop.engine.registry import NodeSpec, PortSpec
    from admaker_desktop.graph.model import NodeRecord
    from admaker_desktop.services.run_watch import NodeStatus
    from admaker_desktop.ui.canvas.seen import Seen

Tone = Literal["neutral", "ok", "warn", "err", "info"]
_UNKNOWN_FAMILY = "any"


@dataclass(frozen=True, slots=True)
class PortFace:
    """One port as it is drawn."""

    name: str
    label: str
    doc: str
    family: str
    is_list: bool
    is_required: bool
    is_connected: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A short word with an icon and a tone."""

    text: str
    icon: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class NodeFace:
    """A node as it is drawn: words in the window's language, tones instead of colours."""

    node_id: str
    title: str
    far_title: str
    """What it is called from far away: its own name where the flow has several of its type."""
    subtitle: str
    doc: str
    icon: str
    family: str
    is_known: bool
    state: str
    border: Tone
    badge: Note | None
    preview: object | None
    hint: str
    """What stands in the body while there is no preview."""
    problem: str
    can_retry: bool
    progress: float | None
    """Share of the work done, None when nothing runs."""
    progress_text: str
    copies: int
    """How many steps a fan-out makes; 1 when it makes one."""
    inputs: tuple[PortFace, ...]
    outputs: tuple[PortFace, ...]
    price: str
    time: str
    mark: Note | None
    end: Note | None
    """The state as a word, at the right of the foot; nothing for a node that is done."""
    spoken: str
    """Name, state and problem, for a screen reader."""


def face_of(seen: Seen, record: NodeRecord) -> NodeFace:
    """The face of one node at this moment; GUI thread."""
    spec, status = seen.session.spec(record.id), seen.session.status(record.id)
    if spec is None:
        return _sleeping_face(seen, record)
    connected = seen.connected(record.id)
    problem = _problem(status)
    title, own_name, end = tr_text(spec.title), _own_name(seen, record, spec), _end(status)
    return NodeFace(
        node_id=record.id,
        title=title,
        far_title=own_name or title,
        subtitle=_subtitle(own_name, record, spec),
        doc=tr_text(first_sentence(spec.doc)),
        icon=node_icon(record.type),
        family=node_family(record.type, spec.category),
        is_known=True,
        state=status.state,
        border=_border(status),
        badge=_badge(status),
        preview=seen.previews.get(record.id),
        hint=tr_text(first_sentence(spec.doc)),
        problem=problem,
        can_retry=status.state == "failed",
        progress=_progress(status),
        progress_text=_progress_text(status),
        copies=max(1, status.items),
        inputs=tuple(_port(port, connected, "in") for port in spec.ports.values()),
        outputs=tuple(_port(port, connected, "out") for port in spec.outputs.values()),
        price="" if status.state == "unknown_type" else formats.money(status.cost),
        time=formats.duration(status.seconds) if status.seconds is not None else "",
        mark=_mark(status),
        end=end,
        spoken=_spoken(f"{title}, {own_name}" if own_name else title, status.state, end, problem),
    )


def humanise(name: str) -> str:
    """A field's or node's name as people read it, in the window's language: `first_frame` is "First frame"."""
    return tr_text(port_label(name))


def first_sentence(doc: str) -> str:
    """The first line of a docstring."""
    return doc.strip().splitlines()[0].strip() if doc.strip() else ""


def _sleeping_face(seen: Seen, record: NodeRecord) -> NodeFace:
    """A node of a type that this version does not have: its wires and data are kept, it runs nothing."""
    ins, outs = seen.wired_ports(record.id)
    return NodeFace(
        node_id=record.id,
        title=record.type,
        far_title=record.type,
        subtitle=tr("not in this version"),
        doc="",
        icon="puzzle",
        family=_UNKNOWN_FAMILY,
        is_known=False,
        state="unknown_type",
        border="neutral",
        badge=Note("", "moon"),
        preview=None,
        hint=tr("Settings and wires are kept. It does not run."),
        problem="",
        can_retry=False,
        progress=None,
        progress_text="",
        copies=1,
        inputs=tuple(_bare_port(name) for name in ins),
        outputs=tuple(_bare_port(name) for name in outs),
        price="",
        time="",
        mark=None,
        end=Note(tr("asleep")),
        spoken=tr("{node}: {state}", node=record.type, state=tr("not in this version")),
    )


def _port(port: PortSpec, connected: frozenset[tuple[str, str]], side: str) -> PortFace:
    return PortFace(
        name=port.name,
        label=humanise(port.name),
        doc=tr_text(port.doc),
        family=family_of(port.item),
        is_list=port.is_list,
        is_required=port.is_required,
        is_connected=(side, port.name) in connected,
    )


def _bare_port(name: str) -> PortFace:
    return PortFace(name, humanise(name), "", _UNKNOWN_FAMILY, is_list=False, is_required=False, is_connected=True)


def _own_name(seen: Seen, record: NodeRecord, spec: NodeSpec) -> str:
    """What tells a node from others of its type: its role, or its id as words; empty for the only one of its type."""
    if "role" in spec.settings:
        return tr_text(choice_label(str(record.settings.get("role") or spec.settings["role"].default)))
    if not seen.is_repeated(record.type):
        return ""
    name = own_name(record.id, record.type)
    return "" if _letters(name) == _letters(tr_text(spec.title)) else name


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _subtitle(own_name: str, record: NodeRecord, spec: NodeSpec) -> str:
    """Own name and who does the work; else what kind of node it is."""
    provider = spec.settings.get("provider")
    maker = str(record.settings.get("provider") or provider.default) if provider else ""
    parts = [own_name] if own_name else []
    if maker:
        parts.append(tr_text(choice_label(maker)))
    return " · ".join(parts) or tr_text(spec.category)


def _spoken(name: str, state: str, end: Note | None, problem: str) -> str:
    words = end.text if end else tr("done") if state == "done" else tr("not made yet")
    if problem:
        return tr("{node}: {state}. {problem}", node=name, state=words, problem=problem)
    return tr("{node}: {state}", node=name, state=words)


def _problem(status: NodeStatus) -> str:
    return tr_message(status.message) if status.state in {"failed", "refused"} else ""


def _border(status: NodeStatus) -> Tone:
    tones: dict[str, Tone] = {"running": "info", "failed": "err", "refused": "warn"}
    return tones.get(status.state, "neutral")


def _badge(status: NodeStatus) -> Note | None:
    if status.state == "running":
        share = _progress(status)
        return Note(formats.percent(share) if share is not None else "", "loader", "info")
    badges = {
        "done": Note("", "check", "ok"),
        "failed": Note("", "triangle-alert", "err"),
        "refused": Note("", "octagon-x", "warn"),
        "waiting": Note("", "clock", "warn"),
        "stale": Note("", "history"),
        "skipped": Note("", "skip-forward"),
    }
    return badges.get(status.state)


def _progress(status: NodeStatus) -> float | None:
    if status.state != "running":
        return None
    if status.fraction is not None:
        return max(0.0, min(1.0, status.fraction))
    return status.items_done / status.items if status.items > 1 else None


def _progress_text(status: NodeStatus) -> str:
    if status.state == "running" and status.items > 1:
        return tr("{done} of {total}", done=status.items_done, total=status.items)
    return ""


def _mark(status: NodeStatus) -> Note | None:
    if status.is_cached:
        return Note(tr("cached"), "database")
    if status.is_draft and status.state in {"done", "stale"}:
        return Note(tr("draft"), "pen-line")
    return None


def _end(status: NodeStatus) -> Note | None:
    words = {
        "running": Note(tr("running"), tone="info"),
        "waiting": Note(tr("waiting"), tone="warn"),
        "failed": Note(tr("needs you"), tone="err"),
        "refused": Note(tr("cannot run"), tone="warn"),
        "stale": Note(tr("stale")),
        "skipped": Note(tr("skipped")),
    }
    return words.get(status.state)
