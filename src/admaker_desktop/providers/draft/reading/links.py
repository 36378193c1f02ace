"""Pictures and web addresses written in a brief."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PICTURE_LINK = re.compile(
    r"(!?)\[([^\]\[\n]{0,200})\]\(\s*(?:<([^>\n]{1,400})>|([^)\s]{1,400}(?: "
    r"[^)\s\"']{1,100}){0,9}))(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\s*\)"
)
_IMAGE_TAG = re.compile(r"<img\b[^<>]{0,400}?\bsrc\s*=\s*[\"']([^\"'<>]{1,400})[\"'][^<>]{0,400}>", re.IGNORECASE)
_PICTURE_NAME = re.compile(r"\.(?:png|jpe?g|webp|gif|bmp|tiff?|heic|avif|svg)$", re.IGNORECASE)
_REMOTE = re.compile(r"^(?:[a-z][a-z0-9+.-]+:|//|\\\\)", re.IGNORECASE)
_TOP_DOMAINS = (
    "com|fr|org|net|io|co|uk|eu|example|test|app|shop|store|be|ch|ca|de|es|it|lu|bio|paris|bzh|dev|ai|info|biz|me|"
    "tv|studio|coffee|"
    "beer|wine|health|care|jobs|tech|agency|us|ie|nl|pt|world|online|site|school|academy|restaurant|cafe|bar|club|"
    "events|games"
)
_ADDRESS = re.compile(
    rf"(?<![\w@.-])(?:https?://[^\s<>()\"«»“”]+|(?:[a-z0-9-]+\.)+(?:{_TOP_DOMAINS})(?![\w-])(?:/[\w\-./%?=&#~+]*)?)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
FREE_MAIL = frozenset(
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx proton protonmail orange wanadoo "
    "free laposte sfr "
    "neuf bbox numericable mail hey fastmail zoho yandex btinternet sky".split()
)
PLATFORMS = frozenset(
    "instagram facebook tiktok youtube youtu linkedin pinterest snapchat twitter x wetransfer dropbox drive google "
    "we docs onedrive "
    "vimeo spotify figma notion canva".split()
)


@dataclass(frozen=True, slots=True)
class PictureLinks:
    """Local pictures that a brief links to, as written; remote ones apart, which are never fetched."""

    photos: tuple[str, ...]
    logo: str
    remote: tuple[str, ...]


def find_pictures(text: str) -> PictureLinks:
    """The pictures linked from Markdown (or an HTML img tag); a link or file named logo is the logo."""
    photos: dict[str, None] = {}
    remote: dict[str, None] = {}
    logo = ""
    links = [(bang, alt, angled or plain) for bang, alt, angled, plain in _PICTURE_LINK.findall(text)]
    links += [("!", "", source) for source in _IMAGE_TAG.findall(text)]
    for bang, alt, target in links:
        path = target.strip()
        is_picture = bool(_PICTURE_NAME.search(path.split("?")[0]))
        if not is_picture and not bang:
            continue
        if _REMOTE.match(path) and not re.match(r"^[a-z]:[\\/]", path, re.IGNORECASE):
            remote.setdefault(path)
        elif is_picture and "logo" in (alt + path.replace("\\", "/").rsplit("/", 1)[-1]).lower():
            logo = logo or path
        elif is_picture:
            photos.setdefault(path)
    return PictureLinks(tuple(photos), logo, tuple(remote))


def without_pictures(text: str) -> str:
    """The text with picture links removed and other Markdown links replaced by their words and address."""

    def words(match: re.Match[str]) -> str:
        bang, alt, angled, plain = match.groups()
        target = (angled or plain).strip()
        if bang or _PICTURE_NAME.search(target.split("?")[0]):
            return ""
        return alt if _REMOTE.match(alt) or target.startswith("#") or alt in target else f"{alt} {target}"

    return re.sub(r"<((?:https?://|[\w.+-]+@)[^>\s]+)>", r" \1 ", _PICTURE_LINK.sub(words, text))


def find_addresses(text: str) -> list[str]:
    """Web addresses in order, as written; platforms' own and picture files left out."""
    found = [match.group().rstrip(".,;:!?)'*_") for match in _ADDRESS.finditer(text)]
    return [address for address in found if site_name(address) not in PLATFORMS and not _PICTURE_NAME.search(address)]


def shown_address(address: str) -> str:
    """An address as an ad shows it: no scheme, no `www.`, no tracking, no closing slash."""
    plain = re.sub(r"^https?://", "", address, flags=re.IGNORECASE)
    return re.sub(r"^www\.", "", re.split(r"[?#]", plain)[0], flags=re.IGNORECASE).rstrip("/")


def site_name(address: str) -> str:
    """The name in a domain: `maison-oriel` for `https://shop.maison-oriel.co.uk/x`."""
    parts = shown_address(address).split("/")[0].lower().split(".")
    if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def company_domains(text: str) -> list[str]:
    """Domains of the e-mail addresses in the text that belong to a company, in order."""
    domains = [domain.lower() for domain in _MAIL.findall(text)]
    return [domain for domain in dict.fromkeys(domains) if site_name(domain) not in FREE_MAIL]
