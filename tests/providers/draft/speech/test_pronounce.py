"""What is written in ads is turned into what is said, and every spoken word knows its written one."""

from __future__ import annotations

import pytest

from admaker_desktop.providers.draft.speech.pronounce import pronounce

FRENCH = [
    ("29,90 €", "vingt-neuf euros quatre-vingt-dix"),
    ("0,99 €", "quatre-vingt-dix-neuf centimes"),
    ("5,05 €", "cinq euros zéro cinq"),
    ("1 €", "un euro"),
    ("49€90", "quarante-neuf euros quatre-vingt-dix"),
    ("1 290 €/mois", "mille deux cent quatre-vingt-dix euros par mois"),
    ("3 M€", "trois millions d'euros"),
    ("1,999 €", "un virgule neuf cent quatre-vingt-dix-neuf euros"),
    ("21 £", "vingt et une livres"),
    ("-20 %", "moins vingt pour cent"),
    ("12 mars 2026", "douze mars deux mille vingt-six"),
    ("1er mars", "premier mars"),
    ("12/03", "douze mars"),
    ("12.03.2026", "douze mars deux mille vingt-six"),
    ("2026-03-12", "douze mars deux mille vingt-six"),
    ("45/99", "quarante-cinq sur quatre-vingt-dix-neuf"),
    ("10h30", "dix heures trente"),
    ("1h", "une heure"),
    ("21 heures", "vingt et une heures"),
    ("10:30", "dix heures trente"),
    ("30 ml", "trente millilitres"),
    ("1,5 kg", "un virgule cinq kilo"),
    ("120 km/h", "cent vingt kilomètres heure"),
    ("10-15 min", "dix à quinze minutes"),
    ("2e et 1re", "deuxième et première"),
    ("n° 1", "numéro un"),
    ("M. Roy, Mme Roy et le Dr Roy", "monsieur Roy madame Roy et le docteur Roy"),
    ("C'est M.", "C'est M"),
    ("SPF 50", "s p f cinquante"),
    ("l'ADN", "l'a d n"),
    ("ÉCLAT et Éclat", "éclat et Éclat"),
    ("24h/24, 7j/7", "vingt-quatre heures sur vingt-quatre sept jours sur sept"),
    ("4,8/5", "quatre virgule huit sur cinq"),
    ("3x sans frais", "trois fois sans frais"),
    ("A & B + C", "A et B plus C"),
    ("www.luma-paris.fr/promo", "luma tiret paris point f r slash promo"),
    ("contact@luma.com", "contact arobase luma point com"),
    ("01 23 45 67 89", "zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf"),
    ("0123456789", "zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf"),
    ("0 800 123 456", "zéro huit cents cent vingt-trois quatre cent cinquante-six"),
    ("1/2 tarif", "un demi tarif"),
]
ENGLISH = [
    ("$29.90", "twenty-nine dollars ninety"),
    ("£5", "five pounds"),
    ("$1.05", "one dollar oh five"),
    ("€29,90", "twenty-nine euros ninety"),
    ("$0.99", "ninety-nine cents"),
    ("$1,290/year", "one thousand two hundred and ninety dollars per year"),
    ("$2.5 million", "two point five million dollars"),
    ("29 USD", "twenty-nine dollars"),
    ("20% off", "twenty percent off"),
    ("-50%", "minus fifty percent"),
    ("March 12", "March twelfth"),
    ("March 12, 2026", "March twelfth twenty twenty-six"),
    ("the 12th of March", "the twelfth of March"),
    ("12 March 2026", "the twelfth of March twenty twenty-six"),
    ("12/03", "December third"),
    ("13/03/26", "March thirteenth twenty twenty-six"),
    ("7:30 pm", "seven thirty P.M."),
    ("9:00", "nine o'clock"),
    ("10:05", "ten oh five"),
    ("30 ml", "thirty millilitres"),
    ("1 min", "one minute"),
    ("2nd", "second"),
    ("No. 1 and #2", "number one and number two"),
    ("In 1999", "In nineteen ninety-nine"),
    ("12,500 people", "twelve thousand five hundred people"),
    ("2-in-1, 30-day", "two in one thirty day"),
    ("24/7", "twenty-four seven"),
    ("2x faster", "two times faster"),
    ("SPF 50", "S.P.F. fifty"),
    ("THE NEW GLOW IS HERE", "the new glow is here"),
    ("Dr. Lee & co", "Doctor Lee and co"),
    ("e.g. us", "for example us"),
    ("luma.com", "luma dot com"),
    ("hello@luma.fr", "hello at luma dot f r"),
    ("(555) 123-4567", "five five five one two three four five six seven"),
    ("YouTube, iPhone", "You Tube iPhone"),
    ("B12, MP3", "B twelve M.P. three"),
    ("and/or", "and or"),
    ("½ price", "one half price"),
    ("45:99", "forty-five ninety-nine"),
    ("Feb 31", "February thirty-first"),
    ("99 March", "ninety-nine March"),
    ("0123456789012345", "zero one two three four five six seven eight nine zero one two three four five"),
]
NASTY = {
    "fr": [
        "« Prêt ? » dit-elle… Essayez-le ! 🎉",
        "29,90\u00a0€ jusqu\u2019au 12\u202fmars\u00a0!",
        "— … ! ? —",
        "Soins : 1 290 € / an (soit 107,50 €/mois), hors n° 12.",
        "http://www.a-b.fr/x?y=1&z=2 ... ok",
        "  l'été\n\nd'hier\t: 3×4=12 ",
    ],
    "en": [
        "“Ready?” she said… Try it — now! 🎉",
        "$ 29.90 ... £-5 €",
        "•  • A/B/C • 10 000,5 % w/o \u2122",
        "Rock 'n' roll: don't stop, it's 5 o'clock!!!",
        "你好 hello мир x",
        "a.b.c. U.S.A. e.g., etc.",
    ],
}


def spoken(text: str, language: str) -> str:
    return " ".join(word.text for word in pronounce(text, language))


@pytest.mark.parametrize(("written", "said"), FRENCH)
def test_french_is_read_as_a_speaker_would(written: str, said: str) -> None:
    assert spoken(written, "fr") == said


@pytest.mark.parametrize(("written", "said"), ENGLISH)
def test_english_is_read_as_a_speaker_would(written: str, said: str) -> None:
    assert spoken(written, "en") == said


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NASTY.items() for text in texts])
def test_owners_are_written_words_in_order(language: str, text: str) -> None:
    owners = [word.owner for word in pronounce(text, language)]
    assert owners == sorted(owners)
    assert set(owners) <= set(range(len(text.split())))
    assert all(" " not in word.text for word in pronounce(text, language))


def test_the_sign_of_a_price_owns_the_words_after_the_amount() -> None:
    words = pronounce("à 29,90 € net", "fr")
    owned = [" ".join(word.text for word in words if word.owner == index) for index in range(4)]
    assert owned == ["à", "vingt-neuf", "euros quatre-vingt-dix", "net"]


def test_the_brand_lexicon_wins_even_in_addresses_and_over_several_words() -> None:
    lexicon = (("Luma", "Louma"), ("Eau Vive 7", "O Vive sept"))
    assert [word.text for word in pronounce("LUMA, luma.fr : Eau Vive 7", "fr", lexicon)] == [
        "Louma", "Louma", "point", "f", "r", "O", "Vive", "sept",
    ]  # fmt: skip
    assert [word.owner for word in pronounce("Eau Vive 7", "fr", lexicon)] == [0, 1, 2]


def test_punctuation_becomes_pauses_and_a_line_ends_with_one() -> None:
    words = pronounce("Well, yes (really)!\nNow", "en")
    assert [(word.text, word.pause) for word in words] == [
        ("Well", ","), ("yes", ","), ("really", "!"), ("Now", "."),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "   ", "!", "🎉 …"])
def test_nothing_to_say_is_no_words(text: str) -> None:
    assert pronounce(text, "fr") == ()
