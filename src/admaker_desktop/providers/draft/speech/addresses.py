"""Rules that read addresses aloud: web sites, e-mail, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from admaker_desktop.providers.draft.speech import numbers
from admaker_desktop.providers.draft.speech.figures import Part
from admaker_desktop.providers.draft.speech.tables import WEB_ENDINGS, Tables

_ENDING = "(?:" + "|".join(sorted(WEB_ENDINGS, key=len, reverse=True)) + ")"
_HOST = rf"(?:[\w-]+\.)+{_ENDING}(?![\w-])"
_WEB = re.compile(rf"(?:https?://)?(?:www\.)?(?P<host>{_HOST})(?P<path>(?:/[\w.%~-]*[\w%~-]|/)*)", re.IGNORECASE)
_MAIL = re.compile(rf"(?P<name>[\w.+-]+)@(?P<host>{_HOST})", re.IGNORECASE)
_PIECE = re.compile(r"\d+|[^\W\d_]+|[._+-]|/")
_PHONES = {
    "fr": re.compile(r"(?:\+33 ?|0)(?P<a>[1-9])(?:[ .-]?\d\d){4}(?!\d)|0 ?8\d\d(?: \d{3}){2}(?!\d)"),
    "en": re.compile(r"(?:\+?1[ .-])?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)|0\d{2,4} \d{3,4} \d{3,4}(?!\d)"),
}


def read_address(text: str, at: int, tables: Tables, brand: Mapping[str, str]) -> tuple[list[Part], int] | None:
    """The reading of the address that starts at a character and where it ends; None when none starts there."""
    mail = _MAIL.match(text, at)
    if mail:
        words = f"{_pieces(mail['name'], tables, brand)} {tables.at} {_host(mail['host'], tables, brand)}"
        return [(at, words)], mail.end()
    web = _WEB.match(text, at)
    if web:
        path = _pieces(web["path"].rstrip("/"), tables, brand)
        return [(at, f"{_host(web['host'], tables, brand)} {path}".strip())], web.end()
    phone = _PHONES[tables.code].match(text, at)
    if phone:
        return _phone(phone, tables), phone.end()
    return None


def _host(host: str, tables: Tables, brand: Mapping[str, str]) -> str:
    name, _, ending = host.rpartition(".")
    spelled = " ".join(ending.lower()) if ending.lower() in tables.spelled_endings else ending.lower()
    return f"{_pieces(name, tables, brand)} {tables.dot} {spelled}"


def _pieces(text: str, tables: Tables, brand: Mapping[str, str]) -> str:
    signs = {".": tables.dot, "-": tables.dash, "_": tables.underscore, "/": tables.slash, "+": tables.symbols["+"]}
    words = []
    for piece in _PIECE.findall(text):
        if piece.isdigit():
            short = len(piece) <= 4 and piece[0] != "0"
            words.append(numbers.cardinal(int(piece), tables.code) if short else numbers.digits(piece, tables.code))
        elif piece in signs:
            words.append(signs[piece])
        else:
            words.append(brand.get(piece.casefold(), piece.lower()))
    return " ".join(words)


def _phone(match: re.Match[str], tables: Tables) -> list[Part]:
    """French numbers in pairs (or threes after 08xx), others digit by digit; a pause after every group."""
    parts: list[Part] = []
    groups = list(re.finditer(r"\+?\d+", match[0]))
    if tables.code == "fr" and len(groups) == 1:
        groups = list(re.finditer(r"\+33|\d\d?(?=(?:\d\d)*$)|\d\d", match[0]))
    for group in groups:
        figures = group[0].lstrip("+")
        words = f"{tables.symbols['+']} " if group[0][0] == "+" else ""
        if tables.code == "fr":
            rest = figures.lstrip("0")
            zeros = ["zéro"] * (len(figures) - len(rest))
            words += " ".join(zeros + ([numbers.cardinal(int(rest), "fr")] if rest else []))
        else:
            words += numbers.digits(figures, "en")
        parts.append((match.start() + group.start(), words + ","))
    return parts
