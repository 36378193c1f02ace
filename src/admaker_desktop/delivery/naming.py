"""Names of delivered files and projects that Windows, macOS and Linux all take."""

from __future__ import annotations

import re
import unicodedata

MAX_STEM = 80
"""Characters: leaves room for a long folder below Windows' limit of 260."""
MAX_NAME = 60

_RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    }
)
_NOT_WORD = re.compile(r"[^A-Za-z0-9]+")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_SPELT_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
)


def file_stem(brand: str, product: str, seconds: float, aspect: str, preset_id: str, lang: str) -> str:
    """A delivered file's name without extension: `Luma_Serum_15s_9x16_en_master_universal_9x16`.

    ASCII letters, figures, `_` and the point of a length; at most 80 characters. Brand and product give way when it
    is too long: the rest tells the files of one delivery apart.
    """
    length = f"{seconds:.1f}".removesuffix(".0")
    tail = f"{length}s_{_ascii(aspect.replace(':', 'x'))}_{_ascii(lang)}_{_ascii(preset_id)}"
    who = "_".join(part for part in (_ascii(brand), _ascii(product)) if part)
    tail = tail[:MAX_STEM]
    head = who[: max(0, MAX_STEM - len(tail) - 1)].strip("_") or ("Ad" if len(tail) < MAX_STEM - len("Ad_") else "")
    return _not_reserved(f"{head}_{tail}" if head else tail)


def safe_name(text: str) -> str:
    """A name for a project file, near what the user wrote: any script, no emoji, at most 60 characters; never empty."""
    folded = unicodedata.normalize("NFC", text)
    kept = "".join(letter for letter in _FORBIDDEN.sub(" ", folded) if _is_plain(letter))
    name = " ".join(kept.split())[:MAX_NAME].strip(" .")
    return _not_reserved(name or "Untitled")


def _ascii(text: str) -> str:
    """Letters and figures only, words joined by `_`; accents dropped, other scripts left out."""
    bare = unicodedata.normalize("NFKD", text.translate(_SPELT_OUT))
    return _NOT_WORD.sub("_", bare.encode("ascii", "ignore").decode("ascii")).strip("_")


def _is_plain(letter: str) -> bool:
    """Letters, marks, figures, punctuation and spaces; no emoji, no control or direction marks, no lone surrogates."""
    return unicodedata.category(letter)[0] in "LMNPZ" and letter not in "\ufe0e\ufe0f\u20e3"


def _not_reserved(name: str) -> str:
    """Windows keeps some names for devices, with any extension."""
    return f"{name}_" if name.split(".", 1)[0].rstrip(" ").casefold() in _RESERVED else name
