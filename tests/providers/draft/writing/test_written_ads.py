"""Whole ads: own sentences, nothing forbidden, everything in its time."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from admaker_desktop.ad.brief import Brief, BriefSource
from admaker_desktop.core.ticks import s_from_ticks, ticks_from_s
from admaker_desktop.providers.draft.reading import read_brief
from admaker_desktop.providers.draft.writing.guard import Guard
from admaker_desktop.providers.draft.writing.words import plain, sentences, spoken_s, word_count
from tests.providers.draft.writing.writer_ads import Ad, make_ad
from tests.providers.draft.writing.writer_samples import ALL, BANK, BUMPER, DOCLY, LUMA, SHELTER, ZEST

SAMPLES = Path(__file__).parents[3] / "data" / "briefs"
LENGTHS = (6.0, 10.0, 15.0, 20.0, 30.0)


def _read_samples() -> list[Brief]:
    found = []
    for path in sorted(SAMPLES.glob("*.*")):
        raw = path.read_bytes()
        codec = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            text = raw.decode("cp1252")
        found.append(read_brief(BriefSource(text=text, name=path.name)))
    return found


@pytest.fixture(scope="module")
def briefs() -> list[Brief]:
    return [*ALL, *_read_samples()]


@pytest.fixture(scope="module")
def ads(briefs: list[Brief]) -> list[Ad]:
    return [make_ad(brief, seconds) for brief in briefs for seconds in LENGTHS]


def test_no_sentence_occurs_in_the_ads_of_two_briefs(ads: list[Ad]) -> None:
    owner: dict[str, str] = {}
    for ad in ads:
        concepts = [text for c in ad.concepts.items for text in (c.title, c.hook, c.headline)]
        for sentence in itertools.chain.from_iterable(sentences(text) for text in (*ad.texts(), *concepts)):
            key = plain(sentence)
            assert owner.setdefault(key, ad.brief.brand) == ad.brief.brand, sentence


def test_nothing_says_what_the_client_has_banned(ads: list[Ad]) -> None:
    for ad in ads:
        guard = Guard.of(ad.brief)
        for text in ad.texts():
            assert guard.allows(text), (ad.brief.brand, text)


def test_every_figure_comes_from_the_brief(ads: list[Ad]) -> None:
    for ad in ads:
        told = ad.brief.model_dump_json()
        for text in ad.texts():
            assert all(figure in told for figure in re.findall(r"\d+", text)), text


def test_nothing_is_in_other_words_than_the_templates_and_the_brief_leave_over(ads: list[Ad]) -> None:
    for ad in ads:
        for text in ad.texts():
            assert not re.search(r"[{}<>\[\]]|\bNone\b|  ", text), text
            assert "'" not in text, text
            if ad.brief.language == "fr":
                assert not re.search(r"[^\s\u00a0«][?!;](?:\s|$)| [?!;:»](?:\s|$)|« ", text), text


def test_texts_are_short_enough_for_their_place(ads: list[Ad]) -> None:
    for ad in ads:
        assert word_count(ad.script.headline) <= 9, ad.script.headline
        assert all(word_count(text) <= 7 for text in ad.script.supers), ad.script.supers
        assert word_count(ad.script.cta) <= 8, ad.script.cta


def test_lines_lie_on_beats_with_gaps_and_are_long_enough(ads: list[Ad]) -> None:
    for ad in ads:
        script = ad.script
        assert script.lines[-1].role == "cta"
        assert 0.2 <= s_from_ticks(script.lines[0].start_ticks) <= 0.5
        for before, after in itertools.pairwise(script.lines):
            assert after.start_ticks - before.end_ticks >= ticks_from_s(0.15)
            assert after.start_ticks % script.music.beat_ticks == 0
        hurry = 1.0 if s_from_ticks(script.total_ticks) >= 10 else 1.18  # what the draft voice speeds up at most
        for line in script.lines:
            assert s_from_ticks(line.end_ticks - line.start_ticks) * hurry >= spoken_s(line.text, line.language), (
                line.text
            )
        assert script.lines[-1].end_ticks < script.total_ticks
        card = script.music.end_card_ticks
        assert card - script.music.beat_ticks <= script.lines[-1].start_ticks <= card


def test_the_end_card_lies_on_a_beat_and_is_long_enough(ads: list[Ad]) -> None:
    for ad in ads:
        music = ad.script.music
        assert music.end_card_ticks % music.beat_ticks == 0
        assert 86 <= music.bpm <= 124.01
        assert s_from_ticks(music.total_ticks - music.end_card_ticks) >= 2.0
        assert music.total_ticks == ad.script.total_ticks


def test_the_brand_is_said_or_written_in_the_first_three_seconds(ads: list[Ad]) -> None:
    for ad in ads:
        assert ad.script.lines[0].role == "hook"
        brand = plain(ad.brand.name)
        assert brand in plain(f"{ad.script.headline} {ad.script.lines[0].text}"), ad.script.lines[0].text


def test_shots_fill_the_ad_on_beats(ads: list[Ad]) -> None:
    for ad in ads:
        shots, music = ad.storyboard.shots, ad.script.music
        assert shots[0].start_ticks == 0
        assert shots[-1].kind == "end"
        assert (shots[-1].start_ticks, shots[-1].end_ticks) == (music.end_card_ticks, music.total_ticks)
        for before, after in itertools.pairwise(shots):
            assert before.end_ticks == after.start_ticks
            assert after.start_ticks % music.beat_ticks == 0
            assert before.move != after.move
            assert before.kind != after.kind
        assert all(shot.end_ticks - shot.start_ticks >= ticks_from_s(1.2) for shot in shots)
        seconds = s_from_ticks(music.total_ticks)
        assert len(shots) in (range(2, 4) if seconds < 10 else range(4, 8)), (ad.brief.brand, seconds)


def test_type_is_where_it_belongs(ads: list[Ad]) -> None:
    for ad in ads:
        shots = ad.storyboard.shots
        assert [s.role for s in shots[0].supers] == ["headline"]
        end_roles = {s.role for s in shots[-1].supers}
        assert end_roles == {"cta"} | ({"offer"} if ad.script.offer else set()) | (
            {"legal"} if ad.script.legal else set()
        )
        assert all(s.text for shot in shots for s in shot.supers if s.role == "support")
        kinds = {shot.kind for shot in shots}
        if ad.script.line_for("offer"):
            assert "text" in kinds
        assert all(shot.description.endswith(".") and ad.brand.name for shot in shots)


def test_the_clients_legal_lines_are_kept_word_for_word() -> None:
    assert make_ad(BANK).script.legal == " ".join(BANK.legal)
    assert make_ad(SHELTER).script.legal == ""


def test_a_short_message_is_the_headline() -> None:
    assert make_ad(LUMA).script.headline == "48 heures d’éclat, une goutte à la fois"
    assert make_ad(DOCLY).concepts.items[1].headline == "Un rendez-vous médical en moins de 24 heures"


def test_a_generic_call_becomes_the_clients_own() -> None:
    assert make_ad(ZEST).script.cta == "Shop now at zest.example"
    assert make_ad(BUMPER).script.cta == "Passez nous voir chez Pain Perdu"
    assert make_ad(DOCLY).script.cta == "Télécharger l’application Docly"
    more = ZEST.model_copy(update={"cta": "Learn more", "url": ""})
    assert make_ad(more).script.cta == "Learn more with ZEST"


def test_the_offer_keeps_figures_and_dates() -> None:
    for brief, parts in ((LUMA, ("-20 %", "31 mars", "LUMA20")), (BANK, ("4.1% AER", "30 June"))):
        assert all(part in make_ad(brief).script.offer for part in parts)


def test_under_ten_seconds_only_hook_offer_and_call_are_said() -> None:
    for brief in ALL:
        roles = [line.role for line in make_ad(brief, 6.0).script.lines]
        assert set(roles) <= {"hook", "offer", "cta"}


def test_a_longer_ad_says_more() -> None:
    words = [sum(word_count(line.text) for line in make_ad(BANK, seconds).script.lines) for seconds in (6, 15, 30)]
    assert words == sorted(words)
    assert words[0] < words[1] < words[2]


@pytest.mark.parametrize("seconds", [3.0, 4.0, 7.3, 12.0, 45.0, 60.0])
def test_odd_lengths_come_out_exact(seconds: float) -> None:
    ad = make_ad(LUMA, seconds)

    assert ad.storyboard.shots[-1].end_ticks == ticks_from_s(seconds)
    assert ad.script.music.end_card_ticks % ad.script.music.beat_ticks == 0


def test_the_same_brief_gives_the_same_ad() -> None:
    assert make_ad(ZEST) == make_ad(ZEST)


def test_an_ad_in_the_other_language_uses_none_of_the_first_ones_sentences() -> None:
    for brief in ALL:
        other = make_ad(brief.model_copy(update={"language": "en" if brief.language == "fr" else "fr"}), 15.0)
        own = {plain(s) for text in make_ad(brief, 15.0).texts() for s in sentences(text)}
        theirs = {plain(s) for text in other.texts() for s in sentences(text)}
        assert not own & theirs - {plain(brief.brand), plain(f"{brief.brand}, {brief.product}")}, brief.brand


def test_the_deal_is_translated_when_the_glossary_knows_all_of_it() -> None:
    assert (
        make_ad(LUMA.model_copy(update={"language": "en"})).script.offer
        == "20% off until 31 March with the code LUMA20"
    )
