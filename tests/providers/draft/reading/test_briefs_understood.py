"""What is understood of very different briefs: one expectation table, one line of figures each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from admaker_desktop.ad.brief import Brief, BriefSource
from admaker_desktop.providers.draft.reading import read_brief
from admaker_desktop.services.briefs import read_brief_file

BRIEFS = Path(__file__).parents[3] / "data" / "briefs"

EXPECTED: dict[str, dict[str, Any]] = {
    "fr_serum_thread_cp1252.txt": {
        "language": "fr", "brand": "Maison Oriel", "product": "sérum Éclat de Nuit", "subject": "dropper",
        "sector": "beauty", "offer": "-20 % jusqu'au 30 avril avec le code NUIT20",
        "message": "la peau se répare la nuit, aidez-la", "cta": "Découvrez Éclat de Nuit",
        "url": "maison-oriel.example/nuit", "tone": ("doux", "précis"),
        "legal": ("Test d'usage réalisé sur 61 femmes pendant 28 jours.",), "formats": ("1:1", "9:16"),
        "lengths": (10,), "colours": ("#1b2a4a", "#b08d57"), "deadline": "21 mars",
        "banned": ("anti-âge", "rides", "medical"), "audience": "femmes actives de 35 à 55 ans, qui dorment trop peu",
    },
    "en_trainers_bullets.md": {
        "language": "en", "brand": "Strider", "product": "Loop", "subject": "shoebox",
        "offer": "£95 instead of £120 until 31 May",
        "benefits": ("210 g a shoe", "sole can be replaced", "knitted upper, no glue"), "lengths": (15, 6),
        "formats": ("9:16", "1:1"), "proof": ("14 recycled bottles per pair", "certified by Ocean Thread"),
        "tone": ("bold", "upbeat", "cheeky"), "cta": "Order at strider.example/loop",
        "legal": ("Offer ends 31 May 2025. While stocks last.",), "fonts": ("Space Grotesk", "Inter"),
        "colours": ("#0b3c49", "#e5533d"), "banned": ("nike", "adidas", "cheap"),
        "prohibitions": ("no footage of plastic in animals", "don't mention Nike or Adidas", 'avoid the word "cheap"'),
        "photos": ("photos/loop.jpg",), "logo": "logo.png", "deadline": "Friday 9 May", "asked": (),
    },
    "fr_miel_sans_marque.txt": {
        "language": "fr", "brand": "Miel de châtaignier", "product": "miel de châtaignier", "subject": "jar",
        "sector": "food", "offer": "12 € le pot", "lengths": (20,), "formats": ("1:1",),
        "tone": ("simple", "chaleureux"), "legal": (), "prohibitions": ("Pas de musique triste !",),
        "asked": ("brand", "message", "cta", "url", "colours"),
    },
    "mixed_tea_fr_en.md": {
        "language": "fr", "languages": ("fr", "en"), "brand": "Kumo", "product": "sparkling tea", "subject": "can",
        "sector": "drink", "offer": "2,50 € la canette, la deuxième offerte jusqu'au 15 juillet",
        "cta": "Goûtez Kumo sur kumo.example", "formats": ("9:16", "16:9"), "lengths": (),
        "colours": ("#98d8b5", "#ffffff"), "banned": ("energy drink",), "legal": (),
    },
    "fr_vin_reglemente.md": {
        "language": "fr", "brand": "Domaine de la Combe Verte", "product": "Rosé 2024", "subject": "bottle",
        "sector": "drink", "legal": ("L'abus d'alcool est dangereux pour la santé. À consommer avec modération.",),
        "formats": ("16:9",), "lengths": (15,), "other_formats": ("affiche A3",), "offer": "9,90 € la bouteille",
        "tone": ("élégant", "sobre"),
        "prohibitions": ("toute image de fête ou d'ivresse", "aucun mineur à l'image", "pas d'allégation santé"),
    },
    "en_credit_regulated.txt": {
        "language": "en", "brand": "Brightpath", "product": "car loan", "subject": "card", "sector": "finance",
        "lengths": (20,),
        "legal": (
            "Representative example: £7,500 over 60 months at 6.9% APR. Total payable £8,862. Subject to status.",
        ),
        "formats": ("16:9",), "cta": "Check your rate at brightpath.example/cars",
        "audience": "first-time buyers aged 25-40", "message": "you know the full cost before you sign",
        "banned": ("approval", "disrupt"), "tone": ("calm", "clear"),
    },
    "fr_service_avocats.txt": {
        "language": "fr", "brand": "Delmas & Roy", "subject": "abstract", "sector": "service", "lengths": (30,),
        "formats": ("16:9", "1:1"), "legal": ("Honoraires sur devis.",),
        "cta": "Prenez rendez-vous sur delmas-roy.example", "tone": ("rassurante", "humaine"),
        "message": "un premier rendez-vous pour comprendre vos droits", "offer": "",
    },
    "en_bumper_soda.txt": {
        "language": "en", "brand": "Fizzaroo", "product": "blood orange soda", "subject": "can", "lengths": (6,),
        "formats": ("16:9",), "cta": "Grab one", "colours": ("#f08a24", "#1b2a4a"),
        "prohibitions": ("No kids on screen",), "message": "tastes like Friday",
    },
    "fr_offre_emploi.md": {
        "language": "fr", "brand": "La Fournée des Halles", "subject": "abstract", "sector": "job",
        "product": "boulanger ou une boulangère", "cta": "Postulez sur lafournee.example/emploi", "lengths": (15,),
        "formats": ("9:16",), "deadline": "15 juin",
    },
    "en_ngo_appeal.md": {
        "language": "en", "brand": "Clean Wells Trust", "subject": "abstract", "sector": "ngo", "lengths": (30,),
        "formats": ("1:1", "9:16"), "cta": "Give £6 a month", "legal": ("Registered charity no. 1234567",),
        "tone": ("hopeful", "dignified"), "banned": ("victims",),
    },
    "en_saas_app.md": {
        "language": "en", "brand": "Tallybird", "subject": "laptop", "sector": "tech", "formats": ("16:9", "4:5"),
        "lengths": (15,), "message": "Get paid without chasing", "other_formats": ("728x90 banners", "static post"),
        "banned": ("revolutionary", "quickbooks"), "colours": ("#1f2a44", "#ffd166"),
        "offer": "Free for 30 days, then £9 a month",
    },
    "fr_restaurant_utf16.txt": {
        "language": "fr", "brand": "Sésame Noir", "product": "restaurant coréen", "subject": "plate",
        "lengths": (15,), "formats": ("9:16",), "cta": "Réservez votre table", "tone": ("chaleureuse", "décalée"),
        "colours": ("#111111", "#c9a227"), "banned": ("fusion",),
        "offer": "Menu du midi à 16,50 €, café offert la première semaine", "url": "sesamenoir.example",
    },
    "en_multi_formats.txt": {
        "language": "fr", "languages": ("fr", "en"), "formats": ("9:16", "4:5", "1:1", "16:9"),
        "lengths": (30, 15, 6), "other_formats": ("print A4", "3 still visuals"), "deadline": "2 June",
        "brand": "Northbeam", "product": "Northbeam One",
    },
    "en_injection.md": {
        "language": "en", "brand": "Mossy & Co", "product": "Moss Balm", "subject": "jar",
        "cta": "Find it at mossyandco.example", "legal": (), "colours": ("#7a8450", "#f6efe0"), "offer": "£11",
        "message": "Hands that garden need rest too",
    },
    "fr_appli.md": {
        "language": "fr", "brand": "Pouce Vert", "subject": "phone", "sector": "app", "formats": ("9:16",),
        "lengths": (15,), "offer": "gratuite, sans publicité", "colours": ("#a3b899", "#f6efe0", "#e5533d"),
        "tone": ("drôle", "tendre"),
    },
    "messy_en_bike_shop.txt": {
        "language": "en", "brand": "Cogs & Sons", "product": "bike repair shop", "subject": "shopfront",
        "sector": "service", "lengths": (15,), "offer": "a winter service for £45 (normally 60) til end of february",
        "cta": "Book at cogsandsons.example", "tone": ("honest", "funny"), "formats": ("9:16",),
        "deadline": "next friday",
    },
    "messy_fr_prose_bougies.txt": {
        "language": "fr", "brand": "Brume du Nord", "product": "bougies parfumées coulées à la main",
        "sector": "home", "lengths": (15,), "formats": ("9:16", "1:1"),
        "message": "chaque bougie brûle 50 heures et raconte un coin du Nord", "tone": ("cocooning", "poétique"),
        "colours": ("#9a9ea3", "#f3a712"), "url": "brumedunord.example",
    },
    "terse_en_festival.txt": {
        "language": "en", "brand": "Lowtide Festival", "subject": "ticket", "sector": "event", "lengths": (10,),
        "formats": ("9:16", "16:9"), "tone": ("loud", "sunny", "irreverent"),
        "legal": ("Strictly over 18s. No re-entry.",), "offer": "early bird £89 til 1 May",
        "prohibitions": ("no drone shots",), "audience": "under 30s who've outgrown muddy fields",
    },
    "chatty_en_forwarded_cover.txt": {
        "language": "en", "brand": "Oak & Ember", "product": "Slow Burn", "subject": "jar", "lengths": (15,),
        "formats": ("1:1", "9:16"), "legal": ("Contains mustard and celery.",), "offer": "£6.50 a bottle",
        "audience": "home cooks in their forties", "deadline": "20 March",
        "prohibitions": ("Don't use flames or skulls, everyone does that",),
    },
    "messy_fr_asso_refuge.txt": {
        "language": "fr", "brand": "Les Quatre Pattes", "subject": "abstract", "sector": "ngo", "lengths": (30,),
        "formats": ("16:9", "1:1"), "legal": ("Un animal n'est pas un jouet, adopter est un engagement.",),
        "cta": "Adoptez un vieux chien",
    },
    "qa_fr_formulaire.txt": {
        "language": "fr", "brand": "Voltéa", "product": "vélos électriques reconditionnés", "lengths": (6, 15),
        "formats": ("16:9", "9:16"), "cta": "Essayez un vélo sur voltea.example", "tone": ("malin", "direct"),
        "banned": ("écolo",), "legal": ("Offre valable du 1er au 30 juin 2025, dans la limite des stocks.",),
        "audience": "salariés qui en ont marre du bus",
    },
    "prose_en_law_app.md": {
        "language": "en", "brand": "Snaglist", "product": "phone app", "subject": "phone", "lengths": (20,),
        "formats": ("16:9",), "legal": ("Not legal advice.",), "tone": ("plain", "unhurried", "wry"),
        "cta": "Download it from snaglist.example", "audience": "Small landlords with one to five flats",
        "colours": ("#2457d6", "#ffffff"),
    },
    "upper_fr_caviste.md": {
        "language": "fr", "brand": "La Cave de Jeanne", "product": "Coffret dégustation 6 vins de Loire",
        "subject": "bottle", "sector": "drink", "formats": ("4:5", "9:16"), "lengths": (15,),
        "message": "Goûter sans réviser", "banned": ("millésime",),
        "legal": ("L'abus d'alcool est dangereux pour la santé, à consommer avec modération.",),
        "asked": ("colours", "legal"),
    },
    "en_outlook_thread.txt": {
        "language": "en", "brand": "Kettlefield", "product": "Hedgerow", "subject": "carton", "sector": "food",
        "lengths": (6,), "formats": ("4:5", "9:16"), "message": "Breakfast with boots on",
        "tone": ("outdoorsy", "understated"), "cta": "Find Hedgerow at kettlefield.example",
        "banned": ("superfood", "guilt-free"), "colours": ("#5b2a4e",),
    },
    "fr_livret_banque.md": {
        "language": "fr", "brand": "Banque Solenne", "product": "Livret Horizon", "subject": "card",
        "sector": "finance", "audience": "18-30 ans qui épargnent pour la première fois", "lengths": (15, 6),
        "formats": ("9:16", "1:1"),
        "legal": ("Taux annuel brut de 3 % pendant 3 mois, puis taux standard. Offre réservée aux nouveaux clients.",),
        "other_formats": ("bannière 300x250",), "cta": "Ouvrez un livret sur solenne.example/horizon",
        "banned": ("gagner de l'argent",),
    },
    "fr_chat_yoga.txt": {
        "language": "fr", "brand": "Racines", "product": "cours du matin", "subject": "shopfront",
        "offer": "Première séance gratuite en septembre !", "audience": "les gens qui bossent tôt",
        "tone": ("calme",), "cta": "Réservez sur racines-yoga.example", "lengths": (15,), "deadline": "fin août",
        "prohibitions": ("Pas de musique de spa par pitié",),
    },
    "en_museum_night.md": {
        "language": "en", "product": "Night at the Tide Museum", "subject": "ticket", "sector": "event",
        "lengths": (20,), "deadline": "", "offer": "£14, under-12s go free", "formats": ("9:16", "16:9"),
        "cta": "Book now", "tone": ("spooky-fun",), "banned": ("educational",),
    },
    "fr_logiciel_planning.txt": {
        "language": "fr", "brand": "Planifio", "product": "logiciel de planning", "subject": "laptop",
        "lengths": (30,), "formats": ("16:9",), "cta": "Essayez Planifio gratuitement pendant 14 jours",
        "audience": "les restaurateurs indépendants", "banned": ("skello", "combo"),
        "proof": ("1 200 restaurants l'utilisent déjà",), "colours": ("#1f4fa3", "#ffffff"),
    },
    "en_terse_water.txt": {
        "language": "en", "brand": "Fell & Spring", "subject": "bottle", "sector": "drink", "lengths": (15, 6),
        "formats": ("1:1", "9:16"), "offer": "", "legal": ("Please recycle.",),
        "prohibitions": ("mountains, splashing water",), "tone": ("cool", "spare", "grown-up"),
    },
}  # fmt: skip


def understood(name: str) -> Brief:
    file = read_brief_file(BRIEFS / name)
    return read_brief(BriefSource(text=file.text, name=file.name))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_brief_is_understood(name: str) -> None:
    brief = understood(name)
    special = {
        "lengths": tuple(length.seconds for length in brief.lengths),
        "asked": tuple(sorted(question.field for question in brief.questions)),
    }
    for field, expected in EXPECTED[name].items():
        if field == "banned":
            assert set(expected) <= set(brief.banned_terms), field
        else:
            wanted = tuple(sorted(expected)) if field == "asked" else expected
            assert special.get(field, getattr(brief, field, None)) == wanted, field


def test_every_sample_brief_has_expectations() -> None:
    assert {path.name for path in BRIEFS.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_was_found_is_quoted_from_the_brief(name: str) -> None:
    brief = understood(name)
    found = {evidence.field for evidence in brief.evidence}
    for field in (
        "offer",
        "audience",
        "message",
        "cta",
        "legal",
        "prohibitions",
        "tone",
        "formats",
        "lengths",
        "deadline",
    ):
        is_asked = any(question.field == field for question in brief.questions)
        assert bool(getattr(brief, field)) == (field in found) or is_asked, field


def test_hidden_instructions_leave_no_trace() -> None:
    assert "evil" not in understood("en_injection.md").model_dump_json().lower()


def test_demo_brief_leaves_nothing_open() -> None:
    demo = Path(__file__).parents[4] / "src" / "admaker_desktop" / "resources" / "demo" / "brief.md"
    brief = read_brief(BriefSource(text=demo.read_text(encoding="utf-8"), name="brief.md"))
    assert (brief.brand, brief.product, brief.subject) == ("Aldermere", "Evening Leaf", "carton")
    assert brief.formats == ("9:16", "1:1", "16:9")
    assert [length.seconds for length in brief.lengths] == [15]
    assert brief.questions == ()
    assert {"detox", "health", "sleep"} <= set(brief.banned_terms)


def test_same_words_give_the_same_brief() -> None:
    assert understood("messy_fr_prose_bougies.txt") == understood("messy_fr_prose_bougies.txt")
