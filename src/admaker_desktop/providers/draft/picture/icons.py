"""Signs of a trade as outlines: drawn large, kept as a picture of signed distances that the studio cuts thick."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from admaker_desktop.providers.draft.picture.ink import Mask

_SIDE = 768
_FIELD = 256
Field = NDArray[np.float32]
"""(256, 256) float32: distance to the outline over a square of 2 x 2, negative inside."""

_WORDS: dict[str, tuple[str, ...]] = {
    "clock": ("clock", "watch", "timer", "time", "hour", "stopwatch", "horloge", "montre", "heure", "temps"),
    "pin": ("pin", "map", "map-pin", "location", "place", "address", "lieu", "adresse", "carte"),
    "leaf": ("leaf", "plant", "nature", "bio", "organic", "tree", "feuille", "plante", "arbre", "sprout"),
    "heart": ("heart", "love", "care", "hand-heart", "coeur", "amour", "soin"),
    "star": ("star", "award", "medal", "rating", "sparkles", "etoile", "avis"),
    "chart": ("chart", "graph", "growth", "trend", "bar-chart", "graphique", "courbe", "trending-up"),
    "shield": ("shield", "security", "insurance", "lock", "protect", "bouclier", "assurance", "shield-check"),
    "phone": ("phone", "call", "mobile", "smartphone", "telephone", "app"),
    "euro": ("euro", "money", "coin", "price", "cash", "coins", "argent", "prix", "wallet", "piggy-bank"),
    "percent": ("percent", "discount", "sale", "tag", "promo", "remise", "solde", "badge-percent"),
    "calendar": ("calendar", "date", "day", "agenda", "calendrier", "jour"),
    "house": ("house", "home", "building", "door", "maison", "immeuble", "key"),
    "tools": ("tools", "wrench", "tool", "repair", "hammer", "screwdriver", "outils", "bricolage"),
    "drop": ("drop", "water", "oil", "droplet", "goutte", "eau"),
    "bolt": ("bolt", "energy", "power", "electric", "zap", "lightning", "energie", "eclair"),
    "note": ("note", "music", "song", "concert", "musique", "sound"),
    "cross": ("cross", "health", "medical", "pharmacy", "hospital", "doctor", "sante", "stethoscope"),
    "cap": ("cap", "education", "school", "graduation", "course", "graduation-cap", "ecole", "formation", "book"),
    "bubble": ("bubble", "chat", "message", "talk", "support", "conversation", "comment"),
    "check": ("check", "tick", "done", "proof", "circle-check", "valide", "badge-check"),
    "person": ("person", "user", "people", "team", "users", "client", "job", "briefcase", "personne", "equipe"),
}
_NAMES = {word: name for name, words in _WORDS.items() for word in words}


def known_icons(props: tuple[str, ...]) -> tuple[str, ...]:
    """The signs that prop words stand for, in their order, each once; unknown words are left out."""
    found = [_NAMES[word] for prop in props if (word := prop.strip().lower()) in _NAMES]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=32)
def icon_field(name: str) -> Field:
    """The distances of a known sign."""
    mask = np.zeros((_SIDE, _SIDE), np.uint8)
    _DRAW[name](mask)
    return _distances(_set_down(mask))


def letter_field(ink: Mask) -> Field:
    """The distances of a drawn letter or short word: the brand's initial as a thing."""
    mask = np.zeros((_SIDE, _SIDE), np.uint8)
    room = 0.80 * _SIDE
    scale = min(room / ink.shape[1], room / ink.shape[0])
    size = (max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale)))
    drawn = np.atleast_2d(cv2.resize(ink, size, interpolation=cv2.INTER_LINEAR)) > 0.5
    left, top = (_SIDE - size[0]) // 2, (_SIDE - size[1]) // 2
    mask[top : top + size[1], left : left + size[0]][drawn] = 255
    return _distances(_set_down(mask))


def _set_down(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Let the outline stand on its base line, at -0.94."""
    lowest = int(np.flatnonzero(mask.max(axis=1))[-1]) if mask.any() else _SIDE
    return np.roll(mask, _at(0, -0.94)[1] - lowest, axis=0)


def _distances(mask: NDArray[np.uint8]) -> Field:
    solid = mask > 127
    inside = cv2.distanceTransform(solid.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    outside = cv2.distanceTransform((~solid).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    signed = cv2.GaussianBlur((outside - inside) * (2.0 / _SIDE), (0, 0), 3.0)
    return np.asarray(cv2.resize(signed, (_FIELD, _FIELD), interpolation=cv2.INTER_AREA), np.float32)


def _at(x: float, y: float) -> tuple[int, int]:
    """Units of -1..1, y up, to pixels."""
    return (round((x * 0.5 + 0.5) * _SIDE), round((0.5 - y * 0.5) * _SIDE))


def _polygon(mask: NDArray[np.uint8], points: list[tuple[float, float]], value: int = 255) -> None:
    cv2.fillPoly(mask, [np.array([_at(x, y) for x, y in points], np.int32)], value)


def _circle(mask: NDArray[np.uint8], x: float, y: float, radius: float, value: int = 255) -> None:
    cv2.circle(mask, _at(x, y), round(radius * _SIDE / 2), value, -1)


def _line(mask: NDArray[np.uint8], points: list[tuple[float, float]], width: float, value: int = 255) -> None:
    path = np.array([_at(x, y) for x, y in points], np.int32)
    cv2.polylines(mask, [path], False, value, round(width * _SIDE / 2))
    for x, y in points:
        _circle(mask, x, y, width / 2, value)


def _bar(mask: NDArray[np.uint8], box: tuple[float, float, float, float], value: int = 255) -> None:
    left, bottom, right, top = box
    r = min(0.07, (right - left) / 2.01, (top - bottom) / 2.01)
    inner = [
        (left + r, bottom + r),
        (right - r, bottom + r),
        (right - r, top - r),
        (left + r, top - r),
        (left + r, bottom + r),
    ]
    _polygon(mask, inner, value)
    _line(mask, inner, 2 * r, value)


def _ring(
    radius: float, start: float, end: float, centre: tuple[float, float] = (0.0, 0.0)
) -> list[tuple[float, float]]:
    angles = np.linspace(np.radians(start), np.radians(end), 64)
    return [(centre[0] + radius * float(np.cos(a)), centre[1] + radius * float(np.sin(a))) for a in angles]


def _clock(mask: NDArray[np.uint8]) -> None:
    _circle(mask, 0, 0, 0.88)
    _circle(mask, 0, 0, 0.66, 0)
    _line(mask, [(0, 0.46), (0, 0), (0.32, -0.20)], 0.17)


def _pin(mask: NDArray[np.uint8]) -> None:
    _polygon(mask, [*_ring(0.62, -28, 208, (0, 0.28)), (0.0, -0.94)])
    _circle(mask, 0, 0.28, 0.27, 0)


def _leaf(mask: NDArray[np.uint8]) -> None:
    t = np.linspace(0, 1, 60)
    bow = 0.56 * np.sin(np.pi * t**0.85)
    along = -0.62 + 1.5 * t
    side = [(float(a), float(b)) for a, b in zip(along, bow, strict=True)]
    turn = [(x * 0.707 - y * 0.707, x * 0.707 + y * 0.707) for x, y in side + [(x, -y) for x, y in reversed(side)]]
    _polygon(mask, turn)
    _line(mask, [(-0.80, -0.80), (0.22, 0.22)], 0.10)
    _line(mask, [(-0.26, -0.26), (0.24, 0.24)], 0.075, 0)
    _line(mask, [(-0.06, -0.06), (-0.06, 0.26)], 0.06, 0)
    _line(mask, [(0.06, 0.06), (0.36, 0.02)], 0.06, 0)


def _heart(mask: NDArray[np.uint8]) -> None:
    t = np.linspace(0, 2 * np.pi, 120)
    x = 16 * np.sin(t) ** 3 / 18.5
    y = (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 18.5 + 0.10
    _polygon(mask, [(float(a), float(b)) for a, b in zip(x, y, strict=True)])


def _star(mask: NDArray[np.uint8]) -> None:
    points = []
    for k in range(10):
        radius, angle = (0.93 if k % 2 == 0 else 0.44), np.pi / 2 + k * np.pi / 5
        points.append((radius * float(np.cos(angle)), radius * float(np.sin(angle)) - 0.06))
    _polygon(mask, points)


def _chart(mask: NDArray[np.uint8]) -> None:
    for k, top in enumerate((-0.36, 0.02, 0.36, 0.80)):
        _bar(mask, (-0.88 + 0.46 * k, -0.84, -0.52 + 0.46 * k, top))


def _shield(mask: NDArray[np.uint8]) -> None:
    right = [(0.0, 0.92), (0.38, 0.76), (0.74, 0.68), (0.72, 0.10), (0.60, -0.36), (0.34, -0.72), (0.0, -0.94)]
    _polygon(mask, right + [(-x, y) for x, y in reversed(right)])
    _line(mask, [(-0.30, 0.02), (-0.06, -0.24), (0.34, 0.28)], 0.16, 0)


def _phone(mask: NDArray[np.uint8]) -> None:
    _bar(mask, (-0.50, -0.94, 0.50, 0.94))
    _bar(mask, (-0.36, -0.62, 0.36, 0.70), 0)
    _circle(mask, 0, -0.78, 0.07, 0)


def _euro(mask: NDArray[np.uint8]) -> None:
    _line(mask, _ring(0.66, 48, 312, (0.14, 0)), 0.25)
    _line(mask, [(-0.80, 0.16), (0.30, 0.16)], 0.17)
    _line(mask, [(-0.80, -0.17), (0.22, -0.17)], 0.17)


def _percent(mask: NDArray[np.uint8]) -> None:
    for x, y in ((-0.48, 0.48), (0.48, -0.48)):
        _circle(mask, x, y, 0.38)
        _circle(mask, x, y, 0.16, 0)
    _line(mask, [(-0.58, -0.72), (0.58, 0.72)], 0.22)


def _calendar(mask: NDArray[np.uint8]) -> None:
    _bar(mask, (-0.82, -0.84, 0.82, 0.66))
    _bar(mask, (-0.66, -0.68, 0.66, 0.24), 0)
    for x in (-0.42, 0.42):
        _line(mask, [(x, 0.52), (x, 0.84)], 0.18)
    for x in (-0.42, 0.0, 0.42):
        for y in (0.02, -0.40):
            _bar(mask, (x - 0.13, y - 0.12, x + 0.13, y + 0.12))


def _house(mask: NDArray[np.uint8]) -> None:
    _polygon(mask, [(-0.94, 0.06), (0.0, 0.90), (0.94, 0.06), (0.80, -0.08), (-0.80, -0.08)])
    _line(mask, [(-0.88, 0.06), (0.0, 0.84), (0.88, 0.06)], 0.14)
    _bar(mask, (-0.66, -0.84, 0.66, 0.20))
    _bar(mask, (-0.18, -0.98, 0.18, -0.14), 0)
    mask[_at(0, -0.86)[1] :, :] = 0


def _tools(mask: NDArray[np.uint8]) -> None:
    _line(mask, [(-0.62, -0.62), (0.44, 0.44)], 0.27)
    _circle(mask, 0.52, 0.52, 0.40)
    _line(mask, [(0.56, 0.56), (1.2, 1.2)], 0.30, 0)
    _circle(mask, -0.64, -0.64, 0.25)
    _circle(mask, -0.64, -0.64, 0.10, 0)


def _drop(mask: NDArray[np.uint8]) -> None:
    _polygon(mask, [*_ring(0.62, -205, 25, (0, -0.26)), (0.0, 0.94)])


def _bolt(mask: NDArray[np.uint8]) -> None:
    _polygon(mask, [(0.20, 0.94), (-0.58, -0.14), (-0.06, -0.14), (-0.22, -0.94), (0.60, 0.22), (0.08, 0.22)])


def _note(mask: NDArray[np.uint8]) -> None:
    for x, y in ((-0.50, -0.60), (0.50, -0.44)):
        _circle(mask, x, y, 0.29)
    _line(mask, [(-0.28, -0.60), (-0.28, 0.62), (0.72, 0.80), (0.72, -0.44)], 0.15)
    _polygon(mask, [(-0.34, 0.68), (0.78, 0.88), (0.78, 0.50), (-0.34, 0.30)])


def _cross(mask: NDArray[np.uint8]) -> None:
    _bar(mask, (-0.30, -0.86, 0.30, 0.86))
    _bar(mask, (-0.86, -0.30, 0.86, 0.30))


def _cap(mask: NDArray[np.uint8]) -> None:
    _polygon(mask, [(-0.96, 0.26), (0.0, 0.68), (0.96, 0.26), (0.0, -0.16)])
    _polygon(mask, [(-0.54, 0.00), (0.0, -0.26), (0.54, 0.00), (0.54, -0.42), (0.0, -0.68), (-0.54, -0.42)])
    _line(mask, [(0.84, 0.24), (0.84, -0.36)], 0.10)
    _circle(mask, 0.84, -0.44, 0.12)


def _bubble(mask: NDArray[np.uint8]) -> None:
    _bar(mask, (-0.90, -0.44, 0.90, 0.78))
    _polygon(mask, [(-0.52, -0.30), (-0.04, -0.36), (-0.56, -0.92)])
    for x in (-0.42, 0.0, 0.42):
        _circle(mask, x, 0.17, 0.12, 0)


def _check(mask: NDArray[np.uint8]) -> None:
    _circle(mask, 0, 0, 0.90)
    _line(mask, [(-0.40, 0.0), (-0.10, -0.32), (0.44, 0.34)], 0.20, 0)


def _person(mask: NDArray[np.uint8]) -> None:
    _circle(mask, 0, 0.44, 0.40)
    _polygon(mask, [*_ring(0.78, 0, 180, (0, -0.84))])
    _bar(mask, (-0.78, -0.92, 0.78, -0.74))


_DRAW = {
    "clock": _clock, "pin": _pin, "leaf": _leaf, "heart": _heart, "star": _star, "chart": _chart, "shield": _shield,
    "phone": _phone, "euro": _euro, "percent": _percent, "calendar": _calendar, "house": _house, "tools": _tools,
    "drop": _drop, "bolt": _bolt, "note": _note, "cross": _cross, "cap": _cap, "bubble": _bubble, "check": _check,
    "person": _person,
}  # fmt: skip
