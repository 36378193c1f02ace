"""What a brief says to a reader: invisible text, comments and lines meant for a machine are taken out."""

from __future__ import annotations

import html
import re
import unicodedata

from admaker_desktop.providers.draft.reading.words import fold, sentences

_INVISIBLE = re.compile(
    r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HIDDEN_HTML = (
    re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL),
    re.compile(r"<(script|style|template|noscript)\b.{0,5000}?</\1\s*>", re.DOTALL | re.IGNORECASE),
    re.compile(
        r"<(\w{1,12})\b[^<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|"
        r"font-size\s*:\s*0"
        r"|\shidden\b|color\s*:\s*(?:#fff\b|#ffffff|white))[^<>]{0,300}>.{0,5000}?</\1\s*>",
        re.DOTALL | re.IGNORECASE,
    ),
    re.compile(r"^\[(?://|comment)\]:\s*(?:#|<>).*$", re.MULTILINE | re.IGNORECASE),
)
_LINE_TAG = re.compile(r"<\s*(?:br|/p|/div|/li|/tr|/h[1-6])\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:[a-z][a-z0-9]*)\b(?:\s[^<>]*)?/?>", re.IGNORECASE)
_FOR_A_MACHINE = re.compile(
    r"\b(?:ignor\w*|disregard\w*|forget|oubli\w*|override|outrepass\w*)\b[^.\n]{0,40}"
    r"\b(?:previous|prior|above|earlier|preceding|all|any|your|precedente?s?|ci-dessus|toutes?|tes|vos)\b[^.\n]{0,25}"
    r"\b(?:instructions?|prompts?|rules?|directives?|consignes?|context)\b"
    r"|\b(?:new|updated|nouvelles?|hidden|secret) (?:system )?(?:instructions?|prompt|consignes)\b\s*(?::|for|pour)"
    r"|\bsystem prompt\b|\bprompt systeme\b|<\|[a-z_]+\|>|\[/?inst\]|^\W*#{2,}\s*(?:system|instruction)\b"
    r"|^\W*(?:system|assistant|developer|user|systeme)\s*(?:message|prompt)?\s*[:>\]]"
    r"|\byou are (?:now )?(?:an? |the )?(?:ai\b|a\.i|llm|language model|chatbot|chatgpt|helpful assistant)"
    r"|\b(?:tu es|vous etes) (?:maintenant )?(?:une? |l')?(?:ia\b|assistant ia|modele de langage|chatbot)"
    r"|\bas an? (?:ai|language model|llm)\b[^.\n]{0,20}\byou\b|\ben tant qu'ia\b"
    r"|^\W*(?:dear|hey|hi|hello|attention|note to|message to|message for|instructions? (?:to|for)|to|cher|chere|"
    r"pour l'|note a l'|a l'attention de l')"
    r"\s*(?:the |any |all )?(?:ai|ia|llm|ai assistant|assistant ia|assistant|chatbot|chatgpt|gpt|claude|gemini|"
    r"language model|model)"
    r"(?:s|\(s\))?\s*(?:model|reading|writing|processing|qui lit)?\s*[:,!]"
    r"|\bif you are (?:an? )?(?:ai|llm|language model|assistant)\b|\bsi (?:tu es|vous etes) (?:une )?(?:ia|"
    r"intelligence artificielle)\b"
)


_MAX_CHARS = 60_000
_MAX_LINES = 2_000
"""What comes later in a longer text is not read: some forty times the usual brief."""


def clean_text(text: str) -> str:
    """The visible words of a brief in composed Unicode, its lines ended by one line feed.

    Comments, hidden HTML, zero-width and control characters go, and so do the lines that address an assistant
    or a system instead of the people who make the ad: text in a brief is data.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n"))
    text = _CONTROL.sub("", _INVISIBLE.sub("", text)).replace("\t", "    ")
    text = re.sub(r" {9,}", " " * 8, text)[:_MAX_CHARS]
    for pattern in _HIDDEN_HTML:
        text = pattern.sub("", text)
    text = _TAG.sub("", _LINE_TAG.sub("\n", text))
    text = html.unescape(text) if re.search(r"&(?:[a-z]{2,8}|#\d{2,5});", text) else text
    return "\n".join(_without_machine_talk(text.split("\n")[:_MAX_LINES]))


def _without_machine_talk(lines: list[str]) -> list[str]:
    kept: list[str] = []
    dropping = False
    for line in lines:
        is_continued = dropping and _continues(line)
        dropping = is_continued
        if is_continued:
            continue
        if _FOR_A_MACHINE.search(fold(line)):
            dropping = True
        kept.append(_before_machine_talk(line) if dropping else line)
    return kept


def _before_machine_talk(line: str) -> str:
    said: list[str] = []
    for sentence in sentences(line):
        if _FOR_A_MACHINE.search(fold(sentence)):
            break
        said.append(sentence)
    return " ".join(said)


def _continues(line: str) -> bool:
    """Whether a line goes on with the sentence of the line before it: it starts in lower case."""
    return line.strip()[:1].islower()
