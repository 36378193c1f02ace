"""A message cut into statements: labelled values, list items and prose, each knowing the field it stands under."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

from admaker_desktop.providers.draft.reading.labels import find_label
from admaker_desktop.providers.draft.reading.words import fold, sentences, tidy

_BULLET = re.compile(r"^\s*(?:[-*•·●▪◦‣➢➤→✓✔✅❌🚫–—+]|\d{1,2}[.)]|\(?[a-h]\))\s+")
_HEADING = re.compile(r"^\s{0,3}(?:#{2,6}\s*|#\s+)(.+?)\s*#*\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*~]\s?){3,}\s*$")
_UNDERLINE = re.compile(r"^\s*(?:={3,}|-{3,}|~{3,})\s*$")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|(?<!\w)_|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|_(?!\w)|~~|`)")
_LABELLED = re.compile(
    r"^(?P<label>[^\W_][^:=\n?.!;]{0,70}?)\s*(?P<sep>[:：]|=|\s[-–—]|\?|\.(?=\s*\*\*|\s*__))(?=\s|$|"
    r"\*)\s*(?P<value>.*)$",
    re.DOTALL,
)
_TIGHT_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:=\n?.!;]{0,40}?)(?P<sep>:)(?P<value>(?!//)\S.*)$", re.DOTALL)
_BOLD_LABEL = re.compile(
    r"^(?:\*\*|__)(?P<label>[^*_:\n]{2,60}?)\s*[:.–—-]?\s*(?:\*\*|__)\s*[:.–—-]?\s*(?P<value>.*)$", re.DOTALL
)
_INLINE_LABEL = re.compile(
    r"(?<=[.;|•·,/!?)])\s+(?=([^\W\d_][\w'’ &-]{1,38}?)\s*[:=]\s)|"
    r"\s+[-–—]\s+(?=([^\W\d_][\w'’ &-]{1,38}?)\s*[:=]\s)"
)
_SHORT_FIELDS = frozenset({"brand", "cta", "url", "colours", "fonts", "tone", "languages", "deadline"})
_LONG_FIELDS = frozenset({"legal", "prohibitions", "formats", "lengths"})
_MAX_LINE_CHARS = 1500
_WRAP_CHARS = 55
_SHORT_WRAP_CHARS = 50
_MAX_HEADING_WORDS = 6


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of the brief in the client's words."""

    text: str
    field: str = ""
    """The field of the label or heading that it stands under; empty for free prose."""
    age: int = 0
    """0 = the newest message of the thread."""
    is_title: bool = False
    """A heading or an e-mail's subject that is no label."""
    folded: str = dataclasses.field(init=False, repr=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.text))


@dataclass(slots=True)
class _Line:
    text: str
    is_bullet: bool = False
    is_heading: bool = False
    follows_blank: bool = False


def read_statements(lines: list[str], age: int = 0) -> list[Statement]:
    """The statements of a message, in order."""
    found: list[Statement] = []
    section, is_lasting, has_content = "", False, False
    for line in _logical_lines(lines):
        if line.is_heading:
            section, is_lasting, has_content = find_label(line.text), True, False
            if not section:
                found.append(Statement(_plain(line.text), age=age, is_title=True))
            continue
        if section and not is_lasting and line.follows_blank and has_content and not line.is_bullet:
            section = ""
        for index, part in enumerate(_split_inline_labels(line.text)):
            label, value = _labelled(part)
            if label and not value:
                section, is_lasting, has_content = label, False, False
            elif label:
                own, rest = _own_part(
                    label, _plain(value), is_inline=index > 0 or not find_label(part.split(":")[0], exactly=True)
                )
                found.append(Statement(own, label, age))
                found += [Statement(rest, age=age)] if rest else []
                if not line.is_bullet or not section:
                    section, is_lasting, has_content = (
                        label if not line.is_bullet and _opens_list(value) else "",
                        False,
                        True,
                    )
            elif _is_bare_label(part, line):
                section, is_lasting, has_content = find_label(part, exactly=True), False, False
            elif _plain(part):
                is_title = not found and not section and _is_opening_title(line)
                found.append(Statement(_plain(part), section, age, is_title))
                has_content = True
    return found


def without(statements: list[Statement], found: list[tuple[str, Statement]]) -> list[Statement]:
    """The statements without the parts that were understood already, so that they are not read twice."""
    parts = sorted({part for part, _ in found}, key=len, reverse=True)
    left: list[Statement] = []
    for statement in statements:
        text = statement.text
        for part in parts:
            text = re.sub(rf"[\"«“]?\s?{re.escape(part)}\s?[\"»”]?", ". ", text)
        if text == statement.text:
            left.append(statement)
        elif any(char.isalnum() for char in text):
            left.append(dataclasses.replace(statement, text=tidy(text)))
    return left


def split_prose(statements: list[Statement]) -> list[Statement]:
    """The same statements, one for each sentence."""
    return [
        Statement(sentence, statement.field, statement.age, statement.is_title)
        for statement in statements
        for sentence in sentences(statement.text)
    ]


def _is_opening_title(line: _Line) -> bool:
    """A first line of a few words without a full stop names what follows."""
    words = line.text.split()
    return (
        not line.is_bullet and len(words) <= _MAX_HEADING_WORDS and line.text[:1].isupper() and line.text[-1:].isalnum()
    )


def _own_part(label: str, value: str, *, is_inline: bool) -> tuple[str, str]:
    """A labelled value and the prose that follows it on the same line."""
    parts = sentences(value)
    if len(parts) == 1 or label in _LONG_FIELDS or (label not in _SHORT_FIELDS and not is_inline):
        return value, ""
    return parts[0], value[len(parts[0]) :].strip()


def _opens_list(value: str) -> bool:
    return value.rstrip().endswith(":")


def _plain(text: str) -> str:
    return tidy(_EMPHASIS.sub("", text))


def _logical_lines(lines: list[str]) -> list[_Line]:
    """Lines with wrapped ones joined, bullets and headings marked."""
    logical: list[_Line] = []
    follows_blank = True
    previous_length = 0
    for index, raw in enumerate(lines):
        if not raw.strip() or _RULE.match(raw):
            follows_blank = True
            continue
        following = lines[index + 1] if index + 1 < len(lines) else ""
        line = _read_line(raw, following, follows_blank)
        last = logical[-1] if logical else None
        has_room = last is not None and len(last.text) < _MAX_LINE_CHARS
        if last and has_room and not follows_blank and _is_wrapped(last, line, previous_length):
            last.text = f"{last.text} {line.text}"
        else:
            logical += _bounded(line)
        previous_length = len(raw.rstrip())
        follows_blank = False
    return logical


def _bounded(line: _Line) -> list[_Line]:
    """A line in pieces of bounded length: what is read at once must not grow with the file."""
    if len(line.text) <= _MAX_LINE_CHARS:
        return [line]
    return [dataclasses.replace(line, text=piece) for piece in sentences(line.text)]


def _read_line(raw: str, following: str, follows_blank: bool) -> _Line:
    heading = _HEADING.match(raw)
    if heading:
        return _Line(heading.group(1), is_heading=True, follows_blank=follows_blank)
    text = raw.strip()
    if text.startswith("|") and text.count("|") >= 3:
        cells = [cell.strip() for cell in text.strip("|").split("|")]
        text = f"{cells[0]} : {', '.join(cell for cell in cells[1:] if cell)}" if not set(text) <= set("|-: ") else ""
        return _Line(text, is_bullet=True, follows_blank=follows_blank)
    if _UNDERLINE.match(following) and len(text.split()) <= _MAX_HEADING_WORDS and following.strip()[0] in "=-~":
        return _Line(text, is_heading=True, follows_blank=follows_blank)
    if text.isupper() and len(text) > 3 and len(text.split()) <= _MAX_HEADING_WORDS and find_label(text, exactly=True):
        return _Line(text.rstrip(" :"), is_heading=True, follows_blank=follows_blank)
    bullet = _BULLET.match(raw)
    if bullet and not re.match(r"^\s*\*\*", raw):
        return _Line(raw[bullet.end() :].strip(), is_bullet=True, follows_blank=follows_blank)
    return _Line(text, follows_blank=follows_blank)


def _is_wrapped(last: _Line, line: _Line, previous_length: int) -> bool:
    if last.is_heading or line.is_heading or line.is_bullet or not line.text:
        return False
    if last.text.rstrip().endswith(":") or _labelled(line.text)[0] or _is_bare_label(line.text, line):
        return False
    ends_sentence = last.text.rstrip()[-1:] in ".!?…"
    starts_low = line.text[:1].islower()
    return previous_length >= (_SHORT_WRAP_CHARS if starts_low and not ends_sentence else _WRAP_CHARS)


def _is_bare_label(text: str, line: _Line) -> bool:
    """A line that is nothing but a label, without a colon."""
    return not line.is_bullet and len(text.split()) <= 4 and text[:1].isupper() and bool(find_label(text, exactly=True))


def _labelled(text: str) -> tuple[str, str]:
    """(field, value) of a labelled line; ("", "") when it is none."""
    bold = _BOLD_LABEL.match(text)
    if bold and find_label(bold.group("label")):
        return find_label(bold.group("label")), bold.group("value")
    plain = re.sub(r"^[^\w\"«“(]{1,4}\s*", "", _EMPHASIS.sub("", text)).strip()
    match = _LABELLED.match(plain) or _TIGHT_LABEL.match(plain)
    if not match:
        return "", ""
    is_colon = match.group("sep") in ":：" and match.re is _LABELLED
    is_question = match.group("sep") == "?" and bool(match.group("value"))
    label = find_label(match.group("label"), exactly=not (is_colon or is_question))
    if label == "legal" and match.group("value") and not find_label(match.group("label"), exactly=True):
        return "", ""  # a sentence about the line: what it says of it counts too
    if not label or (match.group("sep") == "?" and not match.group("value") and len(match.group("label").split()) > 4):
        return "", ""
    return label, match.group("value").strip()


def _split_inline_labels(text: str) -> list[str]:
    """A line that holds several labelled values, cut before each label."""
    parts: list[str] = []
    start = 0
    for match in _INLINE_LABEL.finditer(text):
        if find_label(match.group(1) or match.group(2), exactly=True):
            parts.append(text[start : match.start()].rstrip(" ;|•·,/"))
            start = match.end()
    parts.append(text[start:])
    return [part for part in parts if part.strip()]
