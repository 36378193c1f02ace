"""The storyboard: shots on the beats of the script, one thing to see and to read in each."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.script import LineRole, Script
from admaker_desktop.ad.storyboard import Move, Shot, ShotKind, Storyboard, Super
from admaker_desktop.core.ticks import s_from_ticks, ticks_from_s
from admaker_desktop.providers.draft.writing.pictures import description_of, props_of
from admaker_desktop.providers.draft.writing.words import content_words, word_count

_SHORTEST = ticks_from_s(1.2)
_KIND_OF: dict[LineRole, ShotKind] = {
    "hook": "hero", "benefit": "detail", "use": "use", "proof": "proof", "offer": "text", "cta": "end",
}  # fmt: skip
_MOVES: dict[ShotKind, tuple[Move, ...]] = {
    "hero": ("push", "parallax", "reveal"), "detail": ("slide_left", "slide_right", "pull"),
    "use": ("parallax", "slide_right", "push"), "proof": ("pull", "rise", "slide_left"),
    "text": ("rise", "reveal", "push"), "end": ("push", "rise", "reveal"),
}  # fmt: skip
_SPLIT_KINDS: tuple[ShotKind, ...] = ("detail", "use", "hero")
_LABEL_WORDS = 3
_RELATED = 0.49


@dataclass(slots=True)
class _Cut:
    """A shot in the making."""

    start: int
    end: int
    kind: ShotKind
    role: LineRole | None
    text: str = ""
    """What is said over it."""


def draw_storyboard(brief: Brief, script: Script, brand: BrandKit) -> Storyboard:
    """The shots of a script: 2-3 under 10 s, else 4-7; cuts on beats, the end card last and on its tick."""
    cuts = _cuts(script)
    supers = list(script.supers)
    shots: list[Shot] = []
    for at, cut in enumerate(cuts):
        own = _supers_for(cut, script, supers, brand.name)
        words = " ".join(s.text for s in own)
        last_move = shots[-1].move if shots else None
        moves = [move for move in _MOVES[cut.kind] if move != last_move]
        shots.append(
            Shot(
                id=f"s{at + 1}",
                kind=cut.kind,
                start_ticks=cut.start,
                end_ticks=cut.end,
                subject=brief.subject,
                description=description_of(brief, brand, cut.kind),
                label=_label(brief, brand),
                label_detail=_detail(brief),
                props=props_of(brief, words),
                move=moves[(brand.seed + at) % len(moves)],
                supers=own,
                seed=(brand.seed * 31 + at * 7919) % 2**31,
            )
        )
    return Storyboard(shots=tuple(shots))


def _cuts(script: Script) -> list[_Cut]:
    card, beat = script.music.end_card_ticks, script.music.beat_ticks
    wanted = _shot_count(s_from_ticks(script.total_ticks)) - 1
    cuts = [_Cut(0, card, "hero", "hook")]
    for line in script.lines:
        at = line.start_ticks // beat * beat
        if line.role in ("hook", "cta") or at - cuts[-1].start < _SHORTEST or card - at < _SHORTEST:
            continue
        cuts[-1].end = at
        cuts.append(_Cut(at, card, _KIND_OF[line.role], line.role, line.text))
    while len(cuts) > wanted:  # the shortest shot that is not the first joins the one before it
        joined = min(range(1, len(cuts)), key=lambda at: (cuts[at].role == "offer", cuts[at].end - cuts[at].start))
        cuts[joined - 1].end = cuts[joined].end
        del cuts[joined]
    while len(cuts) < wanted and _split(cuts, beat):
        pass
    if len(cuts) < wanted:
        cuts = _even(cuts, wanted, card // beat, beat)
    _vary(cuts)
    quiet = [cut for cut in cuts[1:] if cut.role is None]
    if script.offer and not any(cut.role == "offer" for cut in cuts) and quiet and len(cuts) > 2:
        quiet[-1].kind, quiet[-1].role = "text", "offer"
    return [*cuts, _Cut(card, script.total_ticks, "end", "cta")]


def _even(cuts: list[_Cut], wanted: int, beats: int, beat: int) -> list[_Cut]:
    """Shots of nearly the same length where the lines' own cuts leave no room for as many as it takes."""
    edges = [round(at * beats / wanted) * beat for at in range(wanted + 1)]
    made = [_Cut(start, end, "detail", None) for start, end in itertools.pairwise(edges)]
    made[0].kind, made[0].role = "hero", "hook"
    for cut in cuts[1:]:
        nearest = min(made[1:], key=lambda shot: abs(shot.start - cut.start))
        nearest.kind, nearest.role, nearest.text = cut.kind, cut.role, cut.text
    return made


def _shot_count(seconds: float) -> int:
    """Shots of an ad, end card included."""
    if seconds < 10:
        return 3 if seconds >= 5.5 else 2
    return 4 if seconds < 13 else 5 if seconds < 19 else 6 if seconds < 26 else 7


def _split(cuts: list[_Cut], beat: int) -> bool:
    """Cuts the longest shot in two on a beat; False when none is long enough."""
    for cut in sorted(cuts, key=lambda cut: cut.start - cut.end):
        half = round((cut.end - cut.start) / 2 / beat) * beat
        for middle in (cut.start + half, cut.start + half - beat, cut.start + half + beat):
            if middle - cut.start >= _SHORTEST and cut.end - middle >= _SHORTEST:
                cuts.insert(cuts.index(cut) + 1, _Cut(middle, cut.end, "detail", None))
                cut.end = middle
                return True
    return False


def _vary(cuts: list[_Cut]) -> None:
    """Gives the shots without a line of their own a kind that neither neighbour has, the rarest first."""
    for at, cut in enumerate(cuts[1:], start=1):
        before = cuts[at - 1].kind
        after = cuts[at + 1].kind if at + 1 < len(cuts) else None
        if cut.role is None or cut.kind == before:
            kinds = [c.kind for c in cuts if c is not cut]
            free = [k for k in _SPLIT_KINDS if k not in (before, after)]
            cut.kind = min(free, key=lambda k: (kinds.count(k), _SPLIT_KINDS.index(k)))


def _supers_for(cut: _Cut, script: Script, supers: list[str], name: str) -> tuple[Super, ...]:
    """The type of a shot; takes its support text from what is left of `supers`."""
    if cut.start == 0:
        return (Super(role="headline"),)
    if cut.kind == "end":
        offer = (Super(role="offer"),) if script.offer else ()
        legal = (Super(role="legal"),) if script.legal else ()
        return (*offer, Super(role="cta"), *legal)
    if cut.role == "offer":
        return (Super(role="offer"),)

    def is_said(text: str, line: str) -> bool:
        words = content_words(text) - content_words(name)
        return len(words & content_words(line)) > len(words) * _RELATED

    if cut.text:
        own = next((text for text in supers if is_said(text, cut.text)), "")
    else:  # a quiet shot: what no line says
        own = next((text for text in supers if not any(is_said(text, line.text) for line in script.lines)), "")
    if own:
        supers.remove(own)
    return (Super(role="support", text=own),) if own else ()


def _label(brief: Brief, brand: BrandKit) -> str:
    words = brand.name.split()
    return brand.name if len(words) <= _LABEL_WORDS else (brief.product if word_count(brief.product) == 1 else words[0])


def _detail(brief: Brief) -> str:
    return "" if brief.product.lower() == brief.brand.lower() or word_count(brief.product) > 5 else brief.product
