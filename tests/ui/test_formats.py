"""Money, times and sizes read as people write them, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from admaker_desktop.core.money import FREE, Money
from admaker_desktop.ui import formats, i18n


def euros(amount: str, currency: str = "EUR") -> Money:
    return Money(amount=Decimal(amount), currency=currency)


@pytest.fixture
def french() -> None:
    i18n.set_language("fr")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (None, "unknown"),
        (FREE, "free"),
        (euros("0.38"), "€0.38"),
        (euros("0.04"), "€0.04"),
        (euros("38.4"), "€38.40"),
        (euros("1234.5"), "€1,234.50"),
        (euros("0.076"), "€0.076"),
        (euros("0.0003"), "under €0.001"),
        (euros("2", "USD"), "$2.00"),
        (euros("2", "CHF"), "CHF2.00"),
    ],
)
def test_prices(amount: Money | None, shown: str) -> None:
    assert formats.money(amount) == shown


def test_french_prices(french: None) -> None:
    assert formats.money(euros("0.38")) == "0,38\N{NO-BREAK SPACE}€"
    assert formats.money(euros("1234.5")) == "1\N{NARROW NO-BREAK SPACE}234,50\N{NO-BREAK SPACE}€"
    assert formats.money(FREE) != "0,00\N{NO-BREAK SPACE}€"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 s"),
        (0.42, "0.4 s"),
        (5, "5 s"),
        (9.2, "9.2 s"),
        (9.96, "10 s"),
        (41.2, "41 s"),
        (59.6, "1 min"),
        (72, "1 min 12 s"),
        (3599.7, "1 h 00 min"),
        (7500, "2 h 05 min"),
    ],
)
def test_durations(seconds: float, shown: str) -> None:
    assert formats.duration(seconds) == shown


def test_french_durations_have_a_comma(french: None) -> None:
    assert formats.duration(9.2).startswith("9,2")


@pytest.mark.parametrize(
    ("frame", "fps", "shown"),
    [
        (0, 30, "00:00:00"),
        (191, 30, "00:06:11"),
        (-3, 25, "00:00:00"),
        (1500, 29.97, "00:50:00"),
        (90_000, 25, "1:00:00:00"),
        (7, 0, "00:07:00"),
    ],
)
def test_timecode(frame: int, fps: float, shown: str) -> None:
    assert formats.timecode(frame, fps) == shown


def local(*parts: int) -> datetime:
    """A moment of this machine's clock."""
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - people read local time


NOW = local(2026, 11, 24, 16, 0)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (local(2026, 11, 24, 14, 20), "Today 14:20"),
        (local(2026, 11, 23, 23, 59), "Yesterday"),
        (local(2026, 11, 21, 9, 0), "21 Nov"),
        (local(2025, 3, 2, 9, 0), "2 Mar 2025"),
    ],
)
def test_moments(moment: datetime, shown: str) -> None:
    assert formats.when(moment.timestamp(), NOW) == shown


def test_a_moment_is_seen_from_now() -> None:
    assert formats.when(datetime.now(UTC).timestamp()).startswith("Today")


def test_french_moments(french: None) -> None:
    assert formats.when(local(2026, 2, 21).timestamp(), NOW) == "21 févr."


@pytest.mark.parametrize(
    ("count", "shown"), [(512, "512 bytes"), (1_234_567, "1.2 MB"), (412_000_000_000, "412 GB"), (12_000, "12 kB")]
)
def test_sizes(count: int, shown: str) -> None:
    assert formats.size(count) == shown


def test_french_sizes(french: None) -> None:
    assert (
        formats.size(1_234_567).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == "1,2 Mo"
    )


def test_shares() -> None:
    assert formats.percent(0.641) == "64%"


def test_numbers(french: None) -> None:
    assert formats.number(12345.678, 1) == "12\N{NARROW NO-BREAK SPACE}345,7"
