"""The writer's parts: phrases, typography, rules, judge, kit and the questions it refuses."""

from __future__ import annotations

import pytest

from admaker_desktop.ad.base import Language
from admaker_desktop.ad.brand import BrandKit
from admaker_desktop.ad.brief import Brief, BriefSource
from admaker_desktop.ad.concept import Concepts, Verdict
from admaker_desktop.ad.deliverable import Cue
from admaker_desktop.ad.script import Script
from admaker_desktop.capabilities.text import TextRequest
from admaker_desktop.core.errors import Cancelled, ProviderError
from admaker_desktop.core.task import CancelToken, Task
from admaker_desktop.providers.draft.text import DraftWriter
from admaker_desktop.providers.draft.writing.facts import Facts
from admaker_desktop.providers.draft.writing.guard import Guard
from admaker_desktop.providers.draft.writing.phrases import Phrase, phrase_of, shorten
from admaker_desktop.providers.draft.writing.pictures import props_of
from admaker_desktop.providers.draft.writing.words import (
    a_en,
    figure_words,
    finish,
    lower_first,
    of_fr,
    possessive_en,
    spoken_s,
)
from tests.providers.draft.writing.writer_ads import ask, make_ad
from tests.providers.draft.writing.writer_samples import ALL, BANK, BARE, DOCLY, LUMA, NOOK, PLUMBER, SHELTER, ZEST


@pytest.mark.parametrize(
    ("text", "language", "kind", "said"),
    [
        ("It keeps coffee hot for 6 hours.", "en", "verb", "keeps coffee hot for 6 hours"),
        ("Elle hydrate la peau", "fr", "verb", "hydrate la peau"),
        ("We want people to understand that you save time", "en", "clause", "you save time"),
        ("- gagner du temps", "fr", "infinitive", "gagner du temps"),
        ("« Sans sucre »", "fr", "trait", "sans sucre"),
        ("Save 20 minutes a day", "en", "imperative", "save 20 minutes a day"),
        ("Message : 48 heures d'éclat", "fr", "noun", "48 heures d’éclat"),
        ("-20 % dès lundi", "fr", "noun", "-20 % dès lundi"),
        ("Respirez (vraiment)", "fr", "imperative", "respirez"),
    ],
)
def test_a_clients_words_become_a_phrase(text: str, language: Language, kind: str, said: str) -> None:
    phrase = phrase_of(text, language, ("Luma",))

    assert phrase is not None
    assert (phrase.text, phrase.kind) == (said, kind)


def test_a_phrase_without_content_is_none() -> None:
    assert phrase_of(" - the and of. ", "en", ()) is None


@pytest.mark.parametrize(
    ("text", "most", "language", "cut"),
    [
        ("real yuzu from Kochi, pressed within a day of the harvest", 5, "en", "real yuzu from Kochi"),
        ("un flacon rechargeable, fabriqué à Lyon", 3, "fr", "un flacon rechargeable"),
        ("no sugar, except that of the fruit itself", 4, "en", None),
        ("sans frais, sauf pour les virements hors zone", 4, "fr", None),
        ("a very long noun group that never ends anywhere", 4, "en", None),
    ],
)
def test_a_phrase_is_cut_only_where_a_clause_ends(text: str, most: int, language: Language, cut: str | None) -> None:
    short = shorten(Phrase(text, "noun"), most, language)

    assert (short.text if short else None) == cut


def test_typography_follows_the_language() -> None:
    assert finish("C'est prêt ? Oui : « vite » !", "fr") == "C’est prêt\u00a0? Oui\u00a0: «\u00a0vite\u00a0»\u00a0!"
    assert finish('Ready? He said "now".', "en") == "Ready? He said “now”."
    assert finish("Rendez-vous sur https://a.example", "fr") == "Rendez-vous sur https://a.example"
    assert (of_fr("Oro"), of_fr("Luma"), of_fr("Les Halles")) == ("d’Oro", "de Luma", "")
    assert (a_en("Oro"), a_en("Luma")) == ("an Oro", "a Luma")
    assert (possessive_en("Luma"), possessive_en("Harbour Savings")) == ("Luma’s", "Harbour Savings’")
    assert lower_first("Luma hydrate", ("Luma",)) == "Luma hydrate"


@pytest.mark.parametrize(
    ("text", "words"), [("5", 1), ("48", 2), ("2,140", 5), ("18 000", 2), ("4.8", 3), ("19,90 €", 5), ("none", 0)]
)
def test_figures_count_as_the_words_they_are_spoken_in(text: str, words: int) -> None:
    assert figure_words(text) == words


@pytest.mark.parametrize(
    ("text", "language", "measured_s"),
    [
        ("Give £6 a month at cleanwells.example", "en", 2.77),
        ("1,960 nights given last winter.", "en", 3.43),
        ("9 femmes sur 10 trouvent leur peau plus lumineuse après 14 jours.", "fr", 3.57),
        ("Essayez un vélo sur voltea.example", "fr", 2.24),
        ("À table, c’est Pain Perdu.", "fr", 1.34),
    ],
)
def test_the_estimate_is_near_what_the_voice_was_measured_at(text: str, language: Language, measured_s: float) -> None:
    estimate = spoken_s(text, language)

    assert 0 < estimate < 10
    assert abs(estimate - measured_s) <= 0.2 * measured_s
    assert spoken_s("", language) == 0


def test_superlatives_are_only_the_clients_own() -> None:
    plain_brief, boasting = ZEST, NOOK.model_copy(update={"message": "the best sleep tea in town"})

    assert not Guard.of(plain_brief.model_copy(update={"prohibitions": ()})).allows("The best soda")
    assert Guard.of(boasting).allows("The best sleep tea in town")
    assert not Guard.of(boasting.model_copy(update={"prohibitions": ("no superlatives",)})).allows("The best sleep tea")


def test_prohibitions_become_rules() -> None:
    quiet = LUMA.model_copy(
        update={"prohibitions": ("pas de point d'exclamation, pas de prix", "avant/après interdit")}
    )
    guard = Guard.of(quiet)

    assert not guard.allows("Enfin !")
    assert not guard.allows("à 20 €")
    assert not guard.allows("Il y a un avant et un après Luma.")
    assert not guard.allows("Moins de rides")
    assert guard.allows("Un moment pour soi")


def test_a_tone_on_first_name_terms_never_says_vous() -> None:
    ad = make_ad(DOCLY.model_copy(update={"tone": ("tutoiement", "drôle"), "cta": ""}))

    assert not any(word in f" {text.lower()} " for text in ad.texts() for word in (" vous ", " votre ", "ez "))


def test_concepts_differ_in_angle_and_headline() -> None:
    for brief in ALL:
        concepts = ask(Concepts, brief=brief).items
        assert len({c.angle for c in concepts}) == 3
        assert len({c.headline for c in concepts}) == 3
        assert len({c.hook for c in concepts}) == 3


def test_angles_follow_what_the_brief_holds() -> None:
    for brief in ALL:
        angles = {c.angle for c in ask(Concepts, brief=brief).items}
        assert "offer" not in angles or brief.offer
        assert "proof" not in angles or brief.proof
    assert "proof" in {c.angle for c in ask(Concepts, brief=SHELTER).items}
    assert "problem" in {c.angle for c in ask(Concepts, brief=PLUMBER).items}


def test_the_judge_names_nine_measures_and_takes_the_highest() -> None:
    concepts = ask(Concepts, brief=LUMA)
    verdict = ask(Verdict, brief=LUMA, concepts=concepts)

    best = max(verdict.scores, key=lambda s: s.score)
    assert verdict.chosen.id == best.concept_id
    assert len({m.name for m in best.measures}) == 9
    assert all(any(char.isdigit() for char in m.reason) or m.reason for m in best.measures)
    total = sum(m.weight for m in best.measures)
    assert best.score == pytest.approx(sum(m.score * m.weight for m in best.measures) / total, abs=1e-3)


def test_marks_change_with_the_brief() -> None:
    concepts = ask(Concepts, brief=LUMA)
    colder = LUMA.model_copy(update={"message": "Une autre promesse sans rapport", "tone": ("punchy", "drôle")})

    own, other = (ask(Verdict, brief=brief, concepts=concepts) for brief in (LUMA, colder))
    assert own.scores[0].score > other.scores[0].score
    assert own == ask(Verdict, brief=LUMA, concepts=concepts)


def test_the_kit_follows_tone_sector_and_fonts() -> None:
    assert ask(BrandKit, brief=ZEST).mood == "bold"
    assert ask(BrandKit, brief=NOOK).mood == "calm"
    assert ask(BrandKit, brief=LUMA).type.display == "Fraunces"
    assert ask(BrandKit, brief=BARE).mood == "warm"
    assert ask(BrandKit, brief=BANK.model_copy(update={"fonts": ("Garamond",)})).type.display == "Playfair Display"
    anton = ask(BrandKit, brief=ZEST.model_copy(update={"fonts": ("Anton",)})).type
    assert anton.display_upper
    assert ask(BrandKit, brief=NOOK.model_copy(update={"tone": ("not calm", "loud")})).mood == "bold"


def test_props_are_known_words_and_respect_prohibitions() -> None:
    assert props_of(PLUMBER)[0] == "clock"
    assert "heart" not in props_of(SHELTER.model_copy(update={"prohibitions": ("no hearts",)}))
    assert len(props_of(BARE)) <= 3


def test_the_audience_is_addressed_only_when_it_may_be() -> None:
    assert Facts.of(NOOK).group == "people who work late"
    assert Facts.of(LUMA).group == ""
    assert Facts.of(NOOK.model_copy(update={"audience": "overweight people"})).group == ""


def test_a_brief_is_read_by_the_same_writer() -> None:
    source = BriefSource(
        text="Brand: Oro\nProduct: olive oil\nMessage: Green gold, every day\nLength: 15 s\n", name="oro.md"
    )

    assert ask(Brief, source=source).brand == "Oro"


def test_unknown_questions_and_missing_material_are_refused() -> None:
    with pytest.raises(ProviderError, match="Cue"):
        ask(Cue, brief=LUMA)
    with pytest.raises(ProviderError, match="brand"):
        ask(Script, brief=LUMA)


def test_a_stopped_task_writes_nothing() -> None:
    token = CancelToken()
    token.cancel()
    request = TextRequest(answer=BrandKit, instructions="", material={"brief": LUMA})

    with pytest.raises(Cancelled):
        DraftWriter().answer(request, Task(token))
    assert DraftWriter().fingerprint().startswith("draft writer ")
