"""How large, how long and how strong type has to be to be read: the figures that the layout and preflight share."""

from __future__ import annotations

from admaker_desktop.core.ticks import ticks_from_s

LEGAL_X_HEIGHT = 0.02
"""Height of a flat lower-case letter of a legal line, as a share of the frame's shorter side.

LEG-01 asks for 2 % of the height of a 16:9 frame (22 px of 1080). A 9:16 frame on a phone is as wide as a 16:9 one is
high, so the same 22 px are asked of it (docs/decisions/0004).
"""
LEGAL_X_HEIGHT_GOOD_CONTRAST = 0.018
"""The same where contrast is good and the face is not condensed (LEG-01)."""
LEGAL_MIN_HOLD_S = 2.0
_LONG_WORDS = 10
_SRGB_TOE = 0.04045
MIN_CONTRAST = 4.5
"""WCAG ratio of type to its background (LEG-05)."""


def word_count(text: str) -> int:
    """Words as a reader counts them: parts between spaces that hold a letter or a figure."""
    return sum(any(character.isalnum() for character in part) for part in text.split())


def legal_hold_ticks(text: str) -> int:
    """How long a legal line has to stand, in ticks; 0 for no text.

    LEG-02 / LEG-03: 0.2 s a word + 2 s below 10 words, + 3 s from 10 words on, never under 2 s. Brand names count too.
    """
    words = word_count(text)
    if words == 0:
        return 0
    return ticks_from_s(max(LEGAL_MIN_HOLD_S, 0.2 * words + (2.0 if words < _LONG_WORDS else 3.0)))


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0..1 (WCAG 2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= _SRGB_TOE else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two `#rrggbb` colours, 1..21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    """`share` (0..1) of the second colour over the first, in sRGB: what an opacity shows."""
    pairs = [(int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
