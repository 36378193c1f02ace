"""The brand kit of a brief: mood and direction by tone and sector, type pair, palette."""

from __future__ import annotations

from typing import Literal

from admaker_desktop.ad.brand import BrandKit, Mood, TypePair
from admaker_desktop.ad.brief import Brief
from admaker_desktop.ad.palette import palette_for
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.words import plain, tokens

Direction = Literal["studio", "graphic", "editorial", "playful"]

_MOOD_ROOTS: tuple[tuple[Mood, tuple[str, ...]], ...] = (
    ("tender", ("tend", "doux", "douc", "soft", "gentl", "caring", "bienveill", "intim", "delicat")),
    (
        "calm",
        ("calm", "seren", "zen", "apais", "sobr", "eleg", "quiet", "minimal", "epur", "discr", "rassur", "reassur"),
    ),
    (
        "bold",
        ("bold", "audac", "punch", "rebel", "energ", "intens", "fort", "loud", "cheeky", "impert", "franc", "decal"),
    ),
    ("bright", ("fun", "joy", "playful", "ludi", "frais", "fresh", "dynam", "optim", "festi", "gai", "espieg", "pop")),
    ("precise", ("preci", "expert", "clear", "clair", "factu", "scien", "tech", "profess", "seri", "credib", "direct")),
    (
        "warm",
        ("warm", "chal", "convivi", "authent", "artisan", "honest", "sincer", "human", "gourm", "familial", "simple"),
    ),
)
_SECTOR_MOODS: dict[str, Mood] = {
    "beauty": "tender", "food": "warm", "drink": "bright", "fashion": "calm", "home": "warm", "tech": "precise",
    "app": "precise", "service": "warm", "finance": "precise", "health": "calm", "ngo": "warm", "event": "bold",
    "travel": "bright", "education": "bright", "job": "precise", "retail": "bright", "other": "calm",
}  # fmt: skip
_PAIRS: dict[str, TypePair] = {
    "Fraunces": TypePair(display="Fraunces", display_weight=600, text="DM Sans", text_weight=500),
    "Syne": TypePair(display="Syne", display_weight=700, text="Inter", text_weight=500),
    "Anton": TypePair(display="Anton", display_weight=400, text="Work Sans", text_weight=500, display_upper=True),
    "Playfair Display": TypePair(display="Playfair Display", display_weight=700, text="Lato", text_weight=400),
    "Space Grotesk": TypePair(display="Space Grotesk", display_weight=700, text="Karla", text_weight=500),
    "Sora": TypePair(display="Sora", display_weight=700, text="Inter", text_weight=500),
    "DM Serif Display": TypePair(display="DM Serif Display", display_weight=400, text="Manrope", text_weight=500),
    "Bricolage Grotesque": TypePair(
        display="Bricolage Grotesque", display_weight=700, text="Public Sans", text_weight=500
    ),
}
_MOOD_PAIRS: dict[Mood, tuple[str, ...]] = {
    "tender": ("Fraunces", "DM Serif Display"),
    "calm": ("Playfair Display", "DM Serif Display", "Fraunces"),
    "bold": ("Anton", "Syne"),
    "bright": ("Bricolage Grotesque", "Syne", "Sora"),
    "precise": ("Space Grotesk", "Sora"),
    "warm": ("Fraunces", "Bricolage Grotesque", "DM Serif Display"),
}
_SANS_SECTORS = frozenset({"tech", "app", "finance", "job", "education"})
_KIN = (
    ("serif", "Fraunces"), ("garamond", "Playfair Display"), ("didot", "Playfair Display"),
    ("bodoni", "Playfair Display"),
    ("times", "DM Serif Display"), ("georgia", "Fraunces"), ("condensed", "Anton"), ("impact", "Anton"),
    ("bebas", "Anton"), ("oswald", "Anton"), ("mono", "Space Grotesk"), ("futura", "Sora"), ("montserrat", "Sora"),
    ("poppins", "Sora"), ("helvetica", "Sora"), ("inter", "Sora"), ("arial", "Sora"), ("grotesk", "Space Grotesk"),
)  # fmt: skip
"""What the brief's face resembles among ours, by a part of its name; `sans serif` is looked at first."""


def brand_kit(facts: Facts) -> BrandKit:
    """What the ad looks and sounds like."""
    brief = facts.brief
    mood = mood_of(brief)
    return BrandKit(
        name=facts.brand,
        palette=palette_for(brief.colours, mood, facts.seed),
        type=_type_pair(brief, mood, facts.seed),
        mood=mood,
        direction=_direction(brief, mood),
        seed=facts.seed,
    )


def mood_of(brief: Brief) -> Mood:
    """The mood that most of the brief's tone words ask for, the first of them breaking ties; else its sector's."""
    votes: dict[Mood, float] = {}
    words = tokens(" ".join(brief.tone))
    for at, word in enumerate(words):
        for mood, roots in _MOOD_ROOTS:
            if word.startswith(roots):
                negated = at > 0 and words[at - 1] in {"not", "pas", "non", "no", "jamais", "never", "trop", "sans"}
                votes[mood] = votes.get(mood, 0.0) + (0.0 if negated else 1.0 - 0.01 * at)
                break
    asked = [mood for mood, count in votes.items() if count > 0]
    return max(asked, key=votes.__getitem__) if asked else _SECTOR_MOODS.get(brief.sector, "calm")


def _direction(brief: Brief, mood: Mood) -> Direction:
    if mood == "bold" or brief.sector in {"event", "job"}:
        return "graphic"
    if mood == "bright" and brief.sector not in {"beauty", "health", "finance"}:
        return "playful"
    if mood in {"calm", "tender"} and brief.sector in {"fashion", "travel", "ngo", "education", "home"}:
        return "editorial"
    return "studio"


def _type_pair(brief: Brief, mood: Mood, seed: int) -> TypePair:
    for font in brief.fonts:
        wanted = plain(font)
        for name, pair in _PAIRS.items():
            if plain(name) in wanted:
                return pair
        for part, name in (("sans", "Sora"), *_KIN):
            if part in wanted:
                return _PAIRS[name]
    names = _MOOD_PAIRS[mood]
    if brief.sector in _SANS_SECTORS:
        names = tuple(n for n in names if "Serif" not in n and n not in {"Fraunces", "Playfair Display"}) or ("Sora",)
    return _PAIRS[names[seed // 7 % len(names)]]
