"""Video ratios, spot lengths and other deliverables that a brief asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from admaker_desktop.providers.draft.reading.statements import Statement

RATIOS = ("9:16", "1:1", "4:5", "16:9", "2:3", "4:3", "3:4")
_RATIO = re.compile(
    r"(?<![\d.,:/])(9|1|4|16|2|3)\s?(?::|/|x|×| par | by )\s?(16|1|5|9|3|4)(?:e|eme|th)?(?![\d.]|,\d|\s?(?:stars?|"
    r"etoiles?|h\b|am\b|pm\b))"
)
_PIXELS = re.compile(r"\b(\d{3,4})\s?(?:x|×|\*|by|par)\s?(\d{3,4})\b")
_SHAPES: tuple[tuple[str, str], ...] = (
    (r"(?:you ?tube )?shorts\b", "9:16"),
    (
        r"\b(?:insta(?:gram)?|ig|fb|facebook|snap(?:chat)?) (?:reels?|stor(?:y|ies)|storys)\b|\breels?\b|"
        r"\bstor(?:ies|ys)\b|(?:[+&,/]|\bet|\band|\bou|\bor) ?story\b|^story\b|\bstory (?:insta|ig|format|"
        r"facebook)|\bformat story\b|\ben story\b", "9:16"),
    (r"\bvertica(?:l|le|ux|ales|lement|lly)\b|\bportrait\b|\bdebout\b", "9:16"),
    (r"\bcarres?\b|\bcarrees?\b|\bsquares?\b", "1:1"),
    (r"\bpaysages?\b|\blandscape\b|\bhorizonta(?:l|le|ux|les)\b|\bwidescreen\b", "16:9"),
)  # fmt: skip
_PLATFORMS: tuple[tuple[str, str], ...] = (
    (r"\btik ?tok\b|\bsnap(?:chat)?\b", "9:16"),
    (
        r"\b(?:insta(?:gram)?|ig|facebook|fb|meta)(?:'s)? (?:feed|posts?|fil)\b|\b(?:feed|fil|fil d'actu\w*|"
        r"posts?) (?:d'|de |on |sur |for )?(?:insta(?:gram)?|ig|facebook)\b|\bfeed\b", "4:5"),
    (
        r"\byou ?tube\b(?! shorts)|\bpre-?rolls?\b|\b(?:connected )?tv\b|\btele(?:vision)?\b|\bcinema\b|\btelly\b",
     "16:9"),
)  # fmt: skip
_PART_MARKS = (",", ";", "+", " et ", " and ")
_RATED = re.compile(r"\b(?:rated|rating|notee?s?|note|users|avis|reviews|stars|etoiles|trustpilot|customers|clients)\b")
_WEAK: tuple[tuple[str, str], ...] = (
    (r"(?<!feed )(?<!fil )(?<!feed on )(?<!feed d\')\binsta(?:gram)?\b(?! (?:feed|posts?|fil|reels?|stor))", "9:16"),
    (r"\bfacebook\b|\bmeta\b|\blinkedin\b", "1:1"),
)
_SHAPED = re.compile("|".join(pattern for pattern, _ in _SHAPES))
_VIDEO_CUE = re.compile(
    r"\b(?:formats?|ratios?|videos?|versions?|cuts?|declin\w+|pubs?|ads?|spots?|films?|clips?|exports?|posts?|feed|"
    r"placements?|diffus\w+|run|runs|bumpers?|master|reels?|reseaux|"
    r"social|campaign|campagne|insta(?:gram)?|facebook|linkedin|phone|tik ?tok|you ?tube|deliver\w*|livr\w+|need|"
    r"want|besoin|veut|voudrais|seconds?|secondes?|secs?|screens?|ecrans?)\b|\d\s?s\b"
)
_STORY_TOLD = re.compile(
    r"\b(?:tell\w*|our|brand|love|true|whole|son|notre|a|the|own|success) (?:\w+ )?(?:story|stories)\b|"
    r"\bportrait (?:of|de|d')|\b(?:in|en) portrait of\b"
)
_PLACES = re.compile(
    r"\b[A-Z][a-z]+ Square\b|\bcarres? (?:de|d'|frais|noir|au|blanc|potager|vip)|\bsquare (?:de|des|metres?|"
    r"meters?|feet|foot)\b|\bfoulard carre|paysages? (?:de|d'|du|des)\b"
)
_DROPPED = re.compile(
    r"\b(?:no|not|pas(?: de)?|sans|without|drop|skip|forget|oubli\w+|abandonn\w+|plus de|plus besoin de|"
    r"no need for|no longer|inutile|retir\w+|enlev\w+)\b[^,.;]{0,22}$"
)
_REPLACED = re.compile(
    r"(?:,? ?\b(?:instead of|rather than|and not|not the|in place of|au lieu d[eu']s?|plutot qu(?:e |')|"
    r"a la place d[eu']|et non(?: pas)?|et pas|no longer|ne (?:fait|dure) plus)\b[^,.;:!?()]*)"
)

_UNITS = r"(?:s|sec|secs|secondes?|seconds?|seconder?|''|\"|″)"
_NUMBER_WORDS = {
    "six": 6, "eight": 8, "huit": 8, "ten": 10, "dix": 10, "twelve": 12, "douze": 12, "fifteen": 15, "quinze": 15,
    "twenty": 20, "vingt": 20, "twenty-five": 25, "vingt-cinq": 25, "thirty": 30, "trente": 30, "forty": 40,
    "quarante": 40, "forty-five": 45, "quarante-cinq": 45, "sixty": 60, "soixante": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = r"(?:\d{1,3}(?:[.,]\d)?|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + r")"
_JOIN = r"\s?(?:,|;|/|\+|&|et|and|puis|then|or|ou|plus|et une? de|and a|et en)\s?"
_SECONDS = re.compile(
    rf"(?<![\w€$£.,:])(?P<list>(?:{_NUMBER}{_JOIN})*{_NUMBER})(?P<gap>[\s-]?)(?P<unit>{_UNITS})(?![\w%])"
)
_RANGE = re.compile(
    rf"(?<![\w.,])({_NUMBER})(?:[\s-]?{_UNITS})?\s?(?:-|–|a|to|max(?:imum)?)\s?({_NUMBER})[\s-]?{_UNITS}(?!\w)"
)
_MINUTES = re.compile(
    r"(?<![\w.,:])(?:(?P<n>\d{1,2}|une?|one|two|deux|trois|three|a)[\s-]?(?:min(?:ute)?s?|"
    r"mn)\b(?:\s?(?P<s>\d{1,2})\b(?!\s?%))?|(?P<m2>[0-2])[:'](?P<s2>[0-5]\d)(?!\d|\s?(?:h|am|pm)))"
)
_HALF_MINUTE = re.compile(r"\b(?:half a minute|half-minute|(?:une )?demi[- ]minute)\b")
_BARE = re.compile(rf"(?<![\w.,:/])({_NUMBER})(?![\w:/%.]|,\d)")
_LENGTH_CUE = re.compile(
    r"\b(?:spots?|films?|videos?|ads?|pubs?|cuts?|versions?|length|longueur|duree|dure(?:r|nt)?|duration|formats?|"
    r"long|bumpers?|clips?|edits?|cutdowns?|montages?|pre-?rolls?|reels?|tik ?toks?|"
    r"stor(?:y|ies)|teasers?|commercial|campagne|max|maxi|maximum|finally|finalement|shorter|plus court\w*|run(?:s|"
    r"ning)?|deliverables?|livrables?|vertical|carre|square|facebook|you ?tube|insta(?:gram)?|linkedin)\b|"
    r"instead of|au lieu|plutot"
)
_OF_THE_PRODUCT = re.compile(
    r"(?:\b(?:premier\w*|first|last|dernier\w*|within|under|en moins de|moins de|less than|after|apres|every|"
    r"toutes les|il suffit de|only takes?|takes?|prend|pendant|during|pret\w* en|ready in|"
    r"done in|laisser|leave it|stays?|hold|tenir|tient|hook|in the|dans les|au bout de|end ?card|packshot|"
    r"for the last|en seulement|in just|in under|chaque|pose|cuire|infus\w+|steep\w*|wait\w*|battery|"
    r"recharge\w*)\s(?:\w+\s)?)$"
)

_OTHER = re.compile(
    r"\b(?:html5|banners?|bannieres?|leaderboards?|print|posters?|affiches?|affichage|flyers?|leaflets?|stills?|"
    r"static(?: posts?| ads?| image| visual)?|visuels? (?:fixes?|statiques?)|images? fixes?|"
    r"key visuals?|kakemonos?|roll-?ups?|carr?ousels?|newsletters?|gifs?|jpe?gs?|radio|podcasts?|audio spot|"
    r"brochures?|encarts?|press ads?|annonces? presse|annonces? radio|billboards?|4x3|abribus|"
    r"stickers?|cartes? postales?|postcards?|thumbnails?|miniatures?|e-?mailings?|depliants?|prospectus|plv)\b"
)
_OTHER_PHRASE_STOP = re.compile(
    r"[,;:.!?()]|\b(?:and|et|plus|puis|ainsi que|as well as|for|pour|also|aussi)\b|\s[–—+-]\s"
)


def without_replaced(folded: str) -> str:
    """The folded text with "instead of ..." and the like blanked out, of the same length."""
    return _REPLACED.sub(lambda match: " " * len(match.group()), folded)


def find_ratios(statements: Iterable[Statement]) -> list[tuple[str, Statement]]:
    """Video ratios asked for, in order; a platform's bare name counts only where no shape is named."""
    strong: list[tuple[str, Statement]] = []
    weak: list[tuple[str, Statement]] = []
    for statement in statements:
        if statement.field in ("prohibitions", "legal", "audience", "proof", "benefits", "colours", "url", "tone"):
            continue
        ratios = _ratios_in(statement)
        strong += [(ratio, statement) for ratio in ratios]
        if statement.field == "formats" or _VIDEO_CUE.search(statement.folded):
            weak += [(ratio, statement) for pattern, ratio in _WEAK if re.search(pattern, statement.folded)]
    is_shaped = any(_SHAPED.search(statement.folded) or _RATIO.search(statement.folded) for _, statement in strong)
    chosen: dict[str, Statement] = {}
    for ratio, statement in strong if is_shaped else [*strong, *weak]:
        chosen.setdefault(ratio, statement)
    return list(chosen.items())


def _ratios_in(statement: Statement) -> list[str]:
    text = without_replaced(statement.folded)
    found: list[tuple[int, str]] = []
    for match in _RATIO.finditer(text):
        ratio = f"{match.group(1)}:{match.group(2)}"
        if ratio in RATIOS and not _DROPPED.search(text[: match.start()]) and not _is_rating(text, match):
            found.append((match.start(), ratio))
    for match in _PIXELS.finditer(text):
        ratio = _ratio_of(int(match.group(1)), int(match.group(2)))
        if ratio and not _OTHER.search(_part_around(text, match)):
            found.append((match.start(), ratio))
    if statement.field == "formats" or _VIDEO_CUE.search(text):
        found += _shapes_in(statement.text, text, [place for place, _ in found])
    return [ratio for _, ratio in sorted(found)]


def _part_bounds(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the part of a list that a match stands in starts and ends."""
    start = max(text.rfind(mark, 0, match.start()) for mark in _PART_MARKS)
    ends = [place for mark in _PART_MARKS if (place := text.find(mark, match.end())) >= 0]
    return start + 1, min(ends, default=len(text))


def _part_around(text: str, match: re.Match[str]) -> str:
    start, end = _part_bounds(text, match)
    return text[start:end]


def _is_rating(text: str, match: re.Match[str]) -> bool:
    """Whether `4/5` is a mark or a share rather than a shape."""
    if match.group().replace(" ", "") not in ("4/5", "3/4", "2/3"):
        return False
    return bool(_RATED.search(text)) or not re.search(r"\b(?:formats?|ratios?|feed|insta\w*|videos?|16|9)\b", text)


def _shapes_in(text: str, folded: str, taken: list[int]) -> list[tuple[int, str]]:
    """Shape and platform words; beside an explicit ratio, or a platform beside a shape, they add nothing."""
    for place in _PLACES.finditer(text):
        folded = _blank(folded, place)
    for told in [*_PLACES.finditer(folded), *_STORY_TOLD.finditer(folded)]:
        folded = _blank(folded, told)
    found: list[tuple[int, str]] = []
    for patterns in (_SHAPES, _PLATFORMS):
        taken = taken + [place for place, _ in found]
        for pattern, ratio in patterns:
            for match in re.finditer(pattern, folded):
                if not _adds_nothing(folded, match, taken):
                    found.append((match.start(), ratio))
                    folded = _blank(folded, match)
    return found


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match.group()) + text[match.end() :]


def _adds_nothing(folded: str, match: re.Match[str], taken: list[int]) -> bool:
    """Whether a word is dropped ("no square") or only explains a ratio in its part or before its bracket."""
    start, end = _part_bounds(folded, match)
    before = folded[: match.start()]
    if any(start <= place < end for place in taken) or _DROPPED.search(before):
        return True
    bracket = before.rfind("(")
    return bracket > before.rfind(")") and any(place < bracket for place in taken)


def _ratio_of(width: int, height: int) -> str:
    for ratio in RATIOS:
        across, down = (int(part) for part in ratio.split(":"))
        if min(width, height) >= 400 and abs(width * down - height * across) <= 0.01 * height * across:
            return ratio
    return ""


def find_lengths(statements: Iterable[Statement]) -> list[tuple[float, Statement]]:
    """Spot lengths in seconds, in order; figures about the product ("ready in 30 seconds") are left alone."""
    found: dict[float, Statement] = {}
    for statement in statements:
        if statement.field in (
            "prohibitions",
            "legal",
            "benefits",
            "proof",
            "offer",
            "audience",
            "message",
            "deadline",
        ):
            continue
        for seconds in _lengths_in(statement):
            found.setdefault(seconds, statement)
    return list(found.items())


def _lengths_in(statement: Statement) -> list[float]:
    text = without_replaced(statement.folded)
    is_own = statement.field == "lengths" or len(text.split()) <= 4
    has_cue = is_own or statement.field == "formats" or statement.is_title or bool(_LENGTH_CUE.search(statement.folded))
    found: list[tuple[int, float]] = []
    for match in _RANGE.finditer(text):
        found += _accepted(match, text, is_own, has_cue, [_within(_number(match.group(1)), _number(match.group(2)))])
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    for match in _SECONDS.finditer(text):
        numbers = [_number(part) for part in re.findall(_NUMBER, match.group("list"))]
        found += _accepted(match, text, is_own, has_cue, numbers)
    for match in _MINUTES.finditer(text):
        if is_own or re.search(
            r"\b(?:spots?|films?|videos?|ads?|pubs?|cuts?|clips?|long|duree)\b",
            text[max(0, match.start() - 20) : match.end() + 20],
        ):
            word = match.group("n")
            minutes = {"un": 1, "une": 1, "one": 1, "a": 1, "two": 2, "deux": 2, "trois": 3, "three": 3}.get(
                word or ""
            ) or int(word or match.group("m2"))
            extra = int(match.group("s") or match.group("s2") or 0)
            found += _accepted(match, text, is_own, has_cue, [minutes * 60.0 + extra])
    found += [(match.start(), 30.0) for match in _HALF_MINUTE.finditer(text) if has_cue]
    if statement.field == "lengths" and not found:
        found += [(match.start(), _number(match.group(1))) for match in _BARE.finditer(text)]
    if not found and re.search(r"\bbumpers?\b", text) and not _DROPPED.search(text[: text.index("bumper")]):
        found.append((text.index("bumper"), 6.0))
    return [seconds for _, seconds in sorted(found, key=lambda item: item[0]) if 2 <= seconds <= 900]


def _accepted(
    match: re.Match[str], text: str, is_own: bool, has_cue: bool, values: list[float]
) -> list[tuple[int, float]]:
    before = text[: match.start()]
    is_hyphened = (
        "gap" in match.re.groupindex
        and match.group("gap") == "-"
        and bool(
            re.match(
                r"\s+(?:\w+\s)?(?:spot|film|video|ad|cut|clip|teaser|version|bumper|commercial|edit|one)",
                text[match.end() :],
            )
        )
    )
    if not (has_cue or is_hyphened) or _DROPPED.search(before) or (_OF_THE_PRODUCT.search(before) and not is_own):
        return []
    return [(match.start() + order, value) for order, value in enumerate(values)]


def _within(low: float, high: float) -> float:
    """One length for a range: the usual 15 seconds if they lie in it, else its upper end."""
    return 15.0 if low <= 15 <= high else high


def _number(word: str) -> float:
    return float(_NUMBER_WORDS[word]) if word in _NUMBER_WORDS else float(word.replace(",", "."))


def find_other_formats(statements: Iterable[Statement]) -> list[tuple[str, Statement]]:
    """Deliverables that are no video, in the brief's words."""
    found: dict[str, Statement] = {}
    for statement in statements:
        if statement.field in ("", "formats", "deadline", "other") and not re.search(
            r"\b(?:like|comme|vu|seen|saw) (?:\w+ ){0,3}(?:poster|affiche|print)", statement.folded
        ):
            for phrase in _other_phrases(statement):
                found.setdefault(phrase, statement)
    return list(found.items())


def _other_phrases(statement: Statement) -> list[str]:
    text = statement.folded
    if not (
        statement.field == "formats"
        or re.search(
            r"\b(?:need|want|veut|voudr\w+|besoin|aussi|also|plus|deliver\w*|livr\w+|prevoir|format|formats|declin\w+|"
            r"version|faut|later|and|et)\b",
            text,
        )
    ):
        return []
    phrases: list[str] = []
    for match in _OTHER.finditer(text):
        if _DROPPED.search(text[: match.start()]):
            continue
        starts = [stop.end() for stop in _OTHER_PHRASE_STOP.finditer(text, 0, match.start())]
        start = max([*starts, match.start() - 24, 0])
        start = match.start() if start == match.start() - 24 else start
        end_match = _OTHER_PHRASE_STOP.search(text, match.end())
        end = end_match.start() if end_match else len(text)
        phrase = statement.text[start : end if end - match.end() <= 24 else match.end()].strip(" :")
        phrase = re.sub(
            r"^(?:we(?:'ll| will)? (?:also )?need|il (?:nous )?faut|also|une?|a|an|the|les?|la|des)\s+",
            "",
            phrase,
            flags=re.IGNORECASE,
        )
        if phrase and phrase not in phrases:
            phrases.append(phrase)
    return phrases
