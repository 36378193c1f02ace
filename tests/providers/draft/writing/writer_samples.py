"""Briefs as read, of very different kinds: what the writer's tests write ads from."""

from __future__ import annotations

from admaker_desktop.ad.brief import Brief, Length

LUMA = Brief(
    language="fr", brand="Luma", product="Sérum Éclat", subject="dropper", sector="beauty",
    offer="-20 % jusqu'au 31 mars avec le code LUMA20", audience="femmes de 30 à 45 ans, urbaines",
    message="48 heures d'éclat, une goutte à la fois",
    benefits=("hydrate la peau pendant 48 heures", "sans parfum", "un flacon rechargeable, fabriqué à Lyon"),
    proof=("9 femmes sur 10 trouvent leur peau plus lumineuse après 14 jours",), tone=("doux", "élégant", "sobre"),
    cta="Découvrez le sérum", url="https://www.luma.example/serum?utm=x",
    legal=("Test d'usage sur 112 femmes, 2026.",), prohibitions=("ne pas parler d'anti-âge ni de rides",),
    banned_terms=("anti-âge", "rides", "ride"), colours=("#c98a4b", "#f3dcc4", "#3a2419"), fonts=("Fraunces",),
    lengths=(Length(seconds=15),),
)  # fmt: skip
ZEST = Brief(
    language="en", brand="ZEST", product="sparkling yuzu", subject="can", sector="drink",
    audience="students and young professionals", message="Wake up yellow",
    benefits=("Zero sugar", "Real yuzu from Kochi, pressed within a day of the harvest", "12 calories a can"),
    tone=("bold", "playful"), cta="Shop now", url="zest.example",
    prohibitions=("never say energy drink", "no superlatives"),
    banned_terms=("energy drink", "energy"), colours=("#e8512f", "#f0c23b", "#0f5c63"), lengths=(Length(seconds=15),),
)  # fmt: skip
NOOK = Brief(
    language="en", brand="nook", product="sleep tea", subject="carton", sector="drink",
    offer="Free delivery on the first box", audience="people who work late", message="Close the day softly",
    benefits=(
        "twenty quiet evenings in every box", "It is caffeine-free and blended from organic chamomile and linden",
        "ready in 4 minutes",
    ),
    proof=("4.8/5 from 2,140 customers",), tone=("calm", "warm"), cta="Try it tonight", url="nook.example",
    colours=("#2c3e9e", "#e58fb1"), lengths=(Length(seconds=20),),
)  # fmt: skip
DOCLY = Brief(
    language="fr", brand="Docly", product="application de rendez-vous médicaux", subject="phone", sector="app",
    offer="Gratuit pour les patients", audience="parents pressés",
    message="Un rendez-vous médical en moins de 24 heures, sans attendre au téléphone",
    benefits=("prendre rendez-vous jour et nuit", "rappels par SMS", "sans file d'attente",
    "3 000 médecins partout en France"),
    proof=("Note de 4,7 sur 5 donnée par 18 000 patients",), tone=("clair", "rassurant"),
    cta="Télécharger l'application",
    prohibitions=("aucune promesse de guérison",), banned_terms=("guérison", "guérir", "soigner"),
    colours=("#1c6dd0", "#ffffff"), lengths=(Length(seconds=30),),
)  # fmt: skip
BANK = Brief(
    language="en", brand="Harbour Savings", product="", subject="card", sector="finance",
    offer="4.1% AER for the first 12 months, open by 30 June", audience="first-time savers",
    message="Saving should feel like something you already do",
    benefits=("round up every purchase", "open an account in 8 minutes", "no monthly fee"),
    proof=("240,000 savers joined last year",), tone=("clear", "reassuring", "factual"), cta="Open your account",
    url="harbour.example/save",
    legal=(
        "AER means Annual Equivalent Rate.", "Rate variable after 12 months. Your capital is protected up to £85,000.",
        "Harbour Savings is authorised and regulated.",
    ),
    prohibitions=("never say guaranteed or risk-free",), banned_terms=("guaranteed", "risk-free", "risk free"),
    colours=("#0b3c5d", "#f2b134"), lengths=(Length(seconds=30),),
)  # fmt: skip
BUMPER = Brief(
    language="fr", brand="Pain Perdu", product="", subject="bread", sector="food",
    offer="Deux baguettes achetées, la troisième offerte", audience="habitants du quartier",
    message="Le pain au levain, cuit toutes les deux heures", benefits=("farine bio du Gers", "levain maison"),
    tone=("gourmand", "convivial"), cta="Passez nous voir", colours=("#8a4b1f",), lengths=(Length(seconds=6),),
)  # fmt: skip
SHELTER = Brief(
    language="en", brand="Open Door", product="", subject="abstract", sector="ngo",
    audience="people in Leeds", message="A warm bed tonight costs less than a takeaway",
    benefits=("£12 pays for one night", "run by 85 volunteers"), proof=("1,960 nights given last winter",),
    tone=("sincere", "direct"), cta="Donate", url="opendoor.example", prohibitions=("no pity, no sad faces",),
    banned_terms=("victim", "pity"), lengths=(Length(seconds=20),),
)  # fmt: skip
FESTIVAL = Brief(
    language="fr", brand="Les Nuits d'Ondes", product="festival de musique électronique", subject="ticket",
    sector="event",
    offer="Pass 3 jours à 89 € jusqu'au 15 mai", audience="18-30 ans", message="Trois nuits au bord de l'eau",
    benefits=("42 artistes", "camping inclus", "navettes depuis Nantes toutes les 20 minutes"),
    tone=("audacieux", "festif"), cta="Réserver", url="https://nuitsdondes.example", lengths=(Length(seconds=15),),
)  # fmt: skip
PLUMBER = Brief(
    language="en", brand="Gentle & Sons", product="boiler repair", subject="abstract", sector="service",
    benefits=("We answer within 2 hours", "a fixed price before we start", "no call-out fee"),
    audience="homeowners in Bristol",
    tone=("honest",), url="gentleandsons.example", lengths=(Length(seconds=10),),
)  # fmt: skip
SCHOOL = Brief(
    language="fr", brand="Atelier Nord", product="formation de menuiserie", subject="abstract", sector="education",
    message="Un métier entre les mains en 9 mois",
    benefits=("apprendre sur de vrais chantiers", "aucun diplôme demandé"),
    proof=("87 % des élèves trouvent un emploi dans les six mois",), tone=("direct", "chaleureux"),
    cta="En savoir plus", prohibitions=("tutoiement interdit",), lengths=(Length(seconds=15),),
)  # fmt: skip
BARE = Brief(
    language="en", brand="Oro", product="olive oil", subject="bottle", sector="food", lengths=(Length(seconds=15),)
)
MIXED = Brief(
    language="en", brand="Maison Verel", product="sac en cuir", subject="bag", sector="fashion",
    offer="-15 % jusqu'au 12 juin", audience="femmes actives", message="Le sac qui vous suit toute la vie",
    benefits=("cuir tanné en France", "réparable à vie", "livraison offerte"), tone=("élégant",), cta="Découvrir",
    url="verel.example", lengths=(Length(seconds=12),),
)  # fmt: skip
ALL = (LUMA, ZEST, NOOK, DOCLY, BANK, BUMPER, SHELTER, FESTIVAL, PLUMBER, SCHOOL, BARE, MIXED)
