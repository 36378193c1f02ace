"""An e-mail thread taken apart: messages from newest to oldest, without headers, quote marks and signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from admaker_desktop.providers.draft.reading.words import fold

_QUOTE = re.compile(r"^[ ]{0,3}((?:>[ ]?)+)")
_SEPARATOR = re.compile(
    r"^\W*(?:original message|message d'origine|message original|forwarded message|message transfere|message reexpedie"
    r"|begin forwarded message|debut du message (?:reexpedie|transfere)|mail transfere)\W*$"
)
_ATTRIBUTION_START = re.compile(r"^(?:le|on)\b.*\d|^\d{4}-\d\d-\d\d.*<[^>]+>:?$")
_ATTRIBUTION_END = re.compile(r"(?:a ecrit|wrote|ecrivait)\s*:?\s*$|^\d{4}-\d\d-\d\d.*<[^>]+>:?$")
_HEADER = re.compile(
    r"^\*?(from|de|expediteur|to|a|cc|cci|bcc|subject|objet|sujet|date|sent|envoye(?: le)?|reply-to|repondre a|"
    r"importance|attachments?|pieces? jointes?)"
    r"\*?\s*:\*?\s*(.*)$"
)
_STRONG_HEADERS = frozenset(
    {"from", "de", "expediteur", "to", "a", "subject", "objet", "sujet", "sent", "envoye", "envoye le"}
)
_CLOSING = re.compile(
    r"^\W*(?:(?:bien |tres |sincere)?(?:cordialement|amicalement)|bien a (?:vous|toi)|cdlt|cdt|bav|salutations.*|"
    r"belle journee|bonne (?:journee|soiree|reception)"
    r"|a (?:bientot|tres vite|plus)|bises|biz|(?:un grand |mille )?merci(?: (?:d'avance|beaucoup|a (?:vous|toi|"
    r"tous)|par avance|encore))*|dans l'attente.*"
    r"|(?:kind|best|warm|many)?\s*(?:regards|wishes)|best|all the best|cheers|(?:many |with )?thanks(?: (?:so much|"
    r"a lot|again|in advance|all|everyone|both))?"
    r"|thank you(?: (?:so much|very much|all|in advance))?|yours(?: \w+)?|sincerely|talk soon|speak soon|warmly|"
    r"xx?|ta)\W*$"
)
_MOBILE = re.compile(
    r"^(?:sent from my|envoye (?:de|depuis) mon|get outlook for|telechargez outlook|provenance : courrier)"
)
_DISCLAIMER = re.compile(
    r"\b(?:this (?:e-?mail|message) (?:and any|is|may|contains)|ce (?:message|courriel|mail)(?: et (?:ses|"
    r"toutes))? .{0,40}(?:confidentiel|piece)"
    r"|intended (?:solely|only) for|(?:please )?(?:consider the environment|think before)|pensez a l'environnement|"
    r"n'imprimez)"
)
_GREETING = re.compile(
    r"^\W*(?:(?:bonjour|bonsoir|salut|hello|hi|hey|coucou|dear|cher|chere|good (?:morning|afternoon)|"
    r"morning)\b[^.!?,:]{0,40}[,!.:–-]*|(?:team|all),)\W*$"
)
_POSTSCRIPT = re.compile(r"^\W*p\.?\s?s\.?\s*[:\-–.]?\s")
_MONTHS = (
    "jan janv january janvier|feb fev fevr february fevrier|mar mars march|apr avr avril april|may mai|"
    "jun june juin|jul juil juillet july|"
    "aug aout august|sep sept septembre september|oct octobre october|nov novembre november|dec decembre december"
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()}
_MAX_SIGNATURE_LINES = 9


@dataclass(slots=True)
class Message:
    """One message of a thread."""

    lines: list[str] = field(default_factory=list)
    """The body, unquoted, without greeting and signature."""
    subject: str = ""
    head: list[str] = field(default_factory=list)
    """Header values and attribution: who wrote it, when."""
    signature: list[str] = field(default_factory=list)

    def date(self) -> datetime | None:
        """When it was sent, as far as its header says so."""
        return _find_date(fold(" ".join(self.head)))


def split_thread(text: str) -> list[Message]:
    """The messages of a thread, newest first; a text that is no e-mail is one message."""
    lines = text.split("\n")
    is_thread = any(_opens_older(lines, index) for index in range(len(lines)))
    messages = _walk(lines) if is_thread else [_own_message(lines)]
    for message in messages:
        _cut_signature(message)
        message.lines = [line for line in message.lines if not _GREETING.match(fold(line))]
    dated = [message.date() for message in messages]
    if len(messages) > 1 and all(dated):
        order = sorted(range(len(messages)), key=lambda i: (dated[i], -i), reverse=True)
        messages = [messages[i] for i in order]
    return messages


def _depth(line: str) -> tuple[int, str]:
    match = _QUOTE.match(line)
    return (match.group(1).count(">"), line[match.end() :]) if match else (0, line)


def _opens_older(lines: list[str], index: int) -> bool:
    """Whether an older message starts at this line: an attribution, a separator or a block of headers."""
    return _opening_size(lines, index) > 0


def _opening_size(lines: list[str], index: int) -> int:
    """How many lines the opening of an older message takes at this line; 0 when there is none."""
    first = fold(_depth(lines[index])[1]).strip()
    if _SEPARATOR.match(first):
        return 1
    if _ATTRIBUTION_START.match(first):
        joined = first
        for extra in range(3):
            if _ATTRIBUTION_END.search(joined):
                return extra + 1
            if index + extra + 1 >= len(lines):
                break
            joined += " " + fold(_depth(lines[index + extra + 1])[1]).strip()
    return _header_size(lines, index) if index else 0


def _header_size(lines: list[str], index: int) -> int:
    """Lines of the header block that starts here; 0 unless it has two headers, one of them telling."""
    names: list[str] = []
    size = 0
    for line in lines[index:]:
        text = fold(_depth(line)[1]).strip()
        match = _HEADER.match(text)
        if not match and names and line[:1] in " \t" and text:
            size += 1
            continue
        if not match:
            break
        names.append(match.group(1))
        size += 1
    is_block = len(names) > 1 and names[0] in _STRONG_HEADERS | {"date"} and len(_STRONG_HEADERS & set(names)) > 1
    return size if is_block else 0


def _own_message(lines: list[str]) -> Message:
    """A text without older messages: quote marks are Markdown, a header block may still be on top."""
    message = Message()
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    size = _header_size(lines, start)
    _take_headers(message, lines[start : start + size])
    message.lines = [_depth(line)[1] for line in lines[start + size :]]
    return message


def _take_headers(message: Message, lines: list[str]) -> None:
    for line in lines:
        bare = _depth(line)[1].strip()
        match = _HEADER.match(fold(bare))
        value = bare[match.start(2) :].strip(" *") if match else bare
        if match and match.group(1) in ("subject", "objet", "sujet"):
            message.subject = re.sub(r"^(?:\s*(?:re|fwd?|tr|aw|ref)\s*:\s*)+", "", value, flags=re.IGNORECASE)
        else:
            message.head.append(value)


def _walk(lines: list[str]) -> list[Message]:
    messages = [Message()]
    levels: dict[int, Message] = {0: messages[0]}
    index = next((i for i, line in enumerate(lines) if line.strip()), 0)
    size = _header_size(lines, index)
    _take_headers(messages[0], lines[index : index + size])
    index += size
    pending: Message | None = None
    opened_at = 0
    while index < len(lines):
        depth, bare = _depth(lines[index])
        size = _opening_size(lines, index)
        if size:
            if pending is None:
                pending = Message()
                messages.append(pending)
            _take_headers(pending, lines[index : index + size])
            index += size
            opened_at = depth
            continue
        if bare.strip():
            if pending is not None:
                for deeper in [level for level in levels if level > opened_at]:
                    del levels[deeper]
                levels[max(depth, opened_at)] = pending
                pending = None
            elif depth not in levels:
                levels[depth] = levels[max(level for level in levels if level < depth)] if depth else messages[0]
        if pending is None:
            levels.get(depth, messages[-1]).lines.append(bare)
        index += 1
    return [message for message in messages if message.lines or message.subject]


def _cut_signature(message: Message) -> None:
    """Move what follows a closing line (or `-- `) to the signature; a postscript stays in the body."""
    lines = message.lines
    for index, line in enumerate(lines):
        folded = fold(line).strip()
        rest = lines[index + 1 :]
        if line.rstrip() == "--" or _MOBILE.match(folded) or (_CLOSING.match(folded) and _is_signature(rest)):
            message.signature = [text.strip() for text in rest if text.strip()]
            message.lines = lines[:index] + _postscript(rest)
            break
    message.lines = [line for line in message.lines if not _DISCLAIMER.search(fold(line))]


def _is_signature(lines: list[str]) -> bool:
    body = [line for line in lines if line.strip()]
    cut = next(
        (i for i, line in enumerate(body) if _POSTSCRIPT.match(fold(line)) or _DISCLAIMER.search(fold(line))), len(body)
    )
    return cut <= _MAX_SIGNATURE_LINES and all(len(line) <= 90 for line in body[:cut])


def _postscript(lines: list[str]) -> list[str]:
    for index, line in enumerate(lines):
        match = _POSTSCRIPT.match(fold(line))
        if match:
            return ["", line[match.end() :], *lines[index + 1 :]]
    return []


def _find_date(folded: str) -> datetime | None:
    time = re.search(r"\b(\d{1,2})[:h](\d{2})\b", folded)
    hour, minute = (int(time.group(1)), int(time.group(2))) if time else (0, 0)
    iso = re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", folded)
    slashed = re.search(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", folded)
    day_first = re.search(r"\b(\d{1,2})(?:er|st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})\b", folded)
    month_first = re.search(r"\b([a-z]{3,9})\.? (\d{1,2}),? (\d{4})\b", folded)
    if iso:
        year, month, day = int(iso.group(1)), int(iso.group(2)), int(iso.group(3))
    elif slashed:
        year, month, day = int(slashed.group(3)), int(slashed.group(2)), int(slashed.group(1))
    elif day_first and day_first.group(2) in _MONTH_NUMBERS:
        year, month, day = int(day_first.group(3)), _MONTH_NUMBERS[day_first.group(2)], int(day_first.group(1))
    elif month_first and month_first.group(1) in _MONTH_NUMBERS:
        year, month, day = int(month_first.group(3)), _MONTH_NUMBERS[month_first.group(1)], int(month_first.group(2))
    else:
        return None
    try:
        return datetime(year, month, day, hour % 24, minute % 60, tzinfo=UTC)
    except ValueError:
        return None
