"""Brief files as clients send them: any encoding, Markdown or text, with the local pictures that they link to."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

from admaker_desktop.core.errors import BriefError
from admaker_desktop.core.messages import Message, msg
from admaker_desktop.providers.draft.reading import find_pictures

MAX_BRIEF_BYTES = 2 * 1024 * 1024
_TEXT_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".txt", ".text", ""})
_SIGNATURES: tuple[tuple[bytes, Message], ...] = (
    (b"\x89PNG", msg("a PNG picture")),
    (b"\xff\xd8\xff", msg("a JPEG picture")),
    (b"GIF8", msg("a GIF picture")),
    (b"%PDF", msg("a PDF")),
    (b"PK\x03\x04", msg("a Word document or an archive")),
    (b"\xd0\xcf\x11\xe0", msg("an old Office document")),
    (b"{\\rtf", msg("a rich text document")),
    (b"RIFF", msg("a media file")),
    (b"ID3", msg("a sound")),
    (b"\x1f\x8b", msg("an archive")),
    (b"\x7fELF", msg("a program")),
    (b"MZ\x90", msg("a program")),
    (b"SQLite format 3", msg("a database")),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_TEXT = msg("Copy its words into a .md or .txt file and give that one.")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class BriefFile:
    """A brief as read from disk."""

    text: str
    name: str
    """File name without folder."""
    folder: Path
    photos: tuple[Path, ...]
    """Linked pictures that exist, resolved; all lie in the brief's folder or below it."""
    logo: Path | None
    skipped: tuple[str, ...] = ()
    """Picture links that were not taken: remote, missing or outside the brief's folder."""


def sample_brief() -> BriefFile:
    """The brief that the app brings along for the first minute."""
    text = (files("admaker_desktop") / "resources" / "demo" / "brief.md").read_text(encoding="utf-8")
    return BriefFile(text=text, name="demo.md", folder=Path(), photos=(), logo=None)


def read_brief_file(path: Path) -> BriefFile:
    """The text and local pictures of a brief; raises BriefError with what is wrong and what to do."""
    raw = _read(path)
    kind = next((kind for signature, kind in _SIGNATURES if raw.startswith(signature)), None)
    if kind:
        raise BriefError("'{name}' is {kind}, not a text.", name=path.name, kind=kind, hint=_AS_TEXT)
    text = decode_brief(raw, path.name)
    if not re.search(r"\w", text):
        raise BriefError("'{name}' holds no words.", name=path.name, hint="Write what the ad is about, then try again.")
    if path.suffix.lower() not in _TEXT_SUFFIXES and _looks_like_markup(text):
        raise BriefError("'{name}' is no .md or .txt brief.", name=path.name, hint=_AS_TEXT)
    links = find_pictures(text)
    folder = path.resolve().parent
    photos = {link: _local(folder, link) for link in links.photos}
    logo = _local(folder, links.logo) if links.logo else None
    skipped = [*links.remote, *(link for link, found in photos.items() if found is None)]
    return BriefFile(
        text=text,
        name=path.name,
        folder=folder,
        photos=tuple(dict.fromkeys(found for found in photos.values() if found)),
        logo=logo,
        skipped=tuple(skipped + ([links.logo] if links.logo and logo is None else [])),
    )


def _read(path: Path) -> bytes:
    """The file's bytes; a file that is too large is refused by its size, before reading."""
    try:
        if path.is_dir():
            raise BriefError(
                "'{name}' is a folder, not a brief.",
                name=path.name or str(path),
                hint="Name the .md or .txt file inside it.",
            )
        if not path.exists():
            raise BriefError("There is no brief at '{path}'.", path=str(path), hint="Check the path and the name.")
        if not path.is_file():
            raise BriefError(
                "'{path}' is no ordinary file.", path=str(path), hint="Save the brief as a .md or .txt file."
            )
        with path.open("rb") as file:
            raw = file.read(MAX_BRIEF_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BriefError(
            "The brief '{path}' cannot be read: {reason}.",
            path=str(path),
            reason=reason,
            hint="Check its name and your rights to it.",
        ) from error
    if len(raw) > MAX_BRIEF_BYTES:
        raise BriefError(
            "'{name}' is too large for a brief (over 2 MB).",
            name=path.name,
            hint="Give the brief's text alone, without attachments.",
        )
    if not raw:
        raise BriefError("'{name}' is empty.", name=path.name, hint="Write what the ad is about, then try again.")
    return raw


def decode_brief(raw: bytes, name: str) -> str:
    """Text of UTF-8, UTF-16, UTF-32 (with or without BOM) or Windows-1252 bytes; raises BriefError when it is none.

    `name` is the file's name for the message. The answer is composed Unicode (NFC).
    """
    encodings = [encoding for bom, encoding in _BOMS if raw.startswith(bom)][:1] or _guesses(raw)
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            raise BriefError("'{name}' holds binary data, not text.", name=name, hint=_AS_TEXT)
        if len(_CONTROLS.findall(text)) <= 0.002 * len(text):
            return unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    raise BriefError("'{name}' is no text that can be read.", name=name, hint="Save it as a text file in UTF-8.")


def _guesses(raw: bytes) -> list[str]:
    """Encodings to try for bytes without a mark: UTF-16 shows by the zero bytes of its Latin letters."""
    sample = raw[:4096]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.6 and even < 0.1:
        return ["utf-16-le"]
    if even > 0.6 and odd < 0.1:
        return ["utf-16-be"]
    return ["utf-8", "cp1252"]


def _looks_like_markup(text: str) -> bool:
    """Whether a text with another file's ending is code or data rather than words."""
    start = text.lstrip()[:200].lower()
    return start.startswith(("<?xml", "<!doctype", "<html", "<svg", "{", "[{", "#!/", "import ", "#include"))


def _local(folder: Path, link: str) -> Path | None:
    """The file that a link leads to, if it lies in the brief's folder or below; a stranger's text goes no further."""
    written = link.replace("\\", "/")
    if written.startswith("//"):
        return None
    try:
        for candidate in (written, unquote(written)):
            found = (folder / candidate).resolve()
            if found.is_relative_to(folder) and found.is_file():
                return found
    except (OSError, ValueError):
        return None
    return None
