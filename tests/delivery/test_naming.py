"""File names that every system takes."""

from __future__ import annotations

import pytest

from admaker_desktop.delivery.naming import MAX_NAME, MAX_STEM, file_stem, safe_name


def test_a_stem_tells_brand_product_length_shape_language_and_placement() -> None:
    stem = file_stem("Luma", "Sérum éclat", 15.0, "9:16", "master_universal_9x16", "en")
    assert stem == "Luma_Serum_eclat_15s_9x16_en_master_universal_9x16"


@pytest.mark.parametrize("brand", ["", "!!!", "株式会社", "..", "a/b\\c:d*?", "🙂", "x" * 300, "CON"])
def test_a_stem_is_short_plain_ascii_for_any_brand(brand: str) -> None:
    stem = file_stem(brand, brand, 14.97, "16:9", "linkedin_landscape_16x9", "fr")
    assert stem.isascii()
    assert len(stem) <= MAX_STEM
    assert not set(stem) & set('<>:"/\\|?*. ')
    assert stem.endswith("15s_16x9_fr_linkedin_landscape_16x9")
    assert not stem.startswith("_")


def test_files_of_one_delivery_keep_apart_when_the_brand_is_too_long() -> None:
    ids = ["tiktok_infeed_reservation_9x16", "tiktok_infeed_auction_9x16"]
    assert len({file_stem("b" * 90, "p" * 90, 15, "9:16", preset, "en") for preset in ids}) == 2


def test_half_seconds_stay_in_the_name() -> None:
    assert "_7.5s_" in file_stem("A", "B", 7.5, "1:1", "p", "en")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Café Noir: spring", "Café Noir spring"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("con", "con_"),
        ("NUL.txt", "NUL.txt_"),
        ("ends with dots. . .", "ends with dots"),
        ("🙂🎬", "Untitled"),
        ("", "Untitled"),
        ("a\x00b\u202egnp", "a bgnp"),
        ("山茶花", "山茶花"),
        ("../../etc/passwd", "etc passwd"),
    ],
)
def test_project_names_stay_near_what_was_written(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_project_name_is_never_longer_than_the_limit() -> None:
    assert len(safe_name("word " * 60)) <= MAX_NAME
