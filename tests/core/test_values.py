"""Small values: ids, money, errors, media references."""

from __future__ import annotations

from decimal import Decimal

import pytest

from admaker_desktop.core.errors import AdMakerError
from admaker_desktop.core.ids import new_id
from admaker_desktop.core.media import AudioRef, ImageRef, MediaRef, media_refs
from admaker_desktop.core.money import FREE, Money
from admaker_desktop.core.task import CancelToken


def test_ids_are_unique_and_sort_by_time() -> None:
    first = new_id()
    CancelToken().sleep(0.003)
    second = new_id()
    assert first < second
    assert len({new_id() for _ in range(1000)}) == 1000


def test_money_adds_up_within_a_currency_only() -> None:
    assert FREE + Money(amount=Decimal("1.10")) == Money(amount=Decimal("1.10"))
    with pytest.raises(ValueError, match="do not add up"):
        FREE + Money(amount=Decimal(1), currency="USD")


def test_an_error_is_one_line_with_its_way_out() -> None:
    assert AdMakerError("It\nfailed.", hint="Do this.").sentence() == "It failed. Do this."
    assert AdMakerError("It failed.").sentence() == "It failed."


def test_references_are_found_inside_values() -> None:
    picture = ImageRef(sha256="a" * 64, ext="png", size_bytes=1, width_px=1, height_px=1)
    sound = AudioRef(sha256="b" * 64, ext="wav", size_bytes=1, frames=48_000)
    assert list(media_refs({"x": [(picture,), {"y": sound}], "z": "text"})) == [picture, sound]
    assert sound.seconds == 1.0
    assert MediaRef(sha256="c" * 64, ext="mp4", size_bytes=0).file_name == "c" * 64 + ".mp4"
