"""Money, times, sizes and shares as people read them, in the language of the window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from qtpy.QtCore import QDate, QLocale
from qtpy.QtGui import QKeySequence

from admaker_desktop.ui.i18n import locale, tr

if TYPE_CHECKING:
    from admaker_desktop.core.money import Money

_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}
_CENT = Decimal("0.01")
_SMALLEST = Decimal("0.001")
_LEAST_S = 0.05
"""A shorter time would round to nothing."""


def money(amount: Money | None) -> str:
    """A price: "€0.38", "0,38 €", "free" for nothing to pay, "unknown" for none known; never 0 for unknown."""
    if amount is None:
        return tr("unknown")
    value = amount.amount
    if value == 0:
        return tr("free")
    symbol = _SYMBOLS.get(amount.currency, amount.currency)
    if value >= Decimal("0.1") or value == value.quantize(_CENT):
        return locale().toCurrencyString(float(value), symbol, 2)
    shown = locale().toCurrencyString(float(max(value, _SMALLEST)), symbol, 3)
    return shown if value >= _SMALLEST else tr("under {price}", price=shown)


def number(value: float, decimals: int = 0) -> str:
    """A number with the separators of the language."""
    return locale().toString(float(value), "f", decimals)


def duration(seconds: float) -> str:
    """A time span: "9.2 s", "41 s", "1 min 12 s", "2 h 05 min"."""
    if 0 < seconds < _LEAST_S:
        return tr("under 0.1 s")
    if seconds < 9.95:
        whole = float(round(seconds, 1))
        return tr("{seconds} s", seconds=number(whole, 0 if whole.is_integer() else 1))
    total = round(seconds)
    if total < 60:
        return tr("{seconds} s", seconds=str(total))
    if total < 3600:
        minutes, rest = divmod(total, 60)
        if rest:
            return tr("{minutes} min {seconds} s", minutes=str(minutes), seconds=str(rest))
        return tr("{minutes} min", minutes=str(minutes))
    hours, minutes = divmod(total // 60, 60)
    return tr("{hours} h {minutes} min", hours=str(hours), minutes=f"{minutes:02d}")


def timecode(frame: int, fps: float) -> str:
    """Minutes, seconds and frames: "00:06:11"; hours in front when there are any. Counts without drop frames."""
    nominal = max(1, round(fps))
    seconds, rest = divmod(max(0, frame), nominal)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    start = f"{hours}:" if hours else ""
    return f"{start}{minutes:02d}:{seconds:02d}:{rest:02d}"


def when(unix_s: float, now: datetime | None = None) -> str:
    """A moment seen from today, local time: "Today 14:20", "Yesterday", "21 Nov", "21 Nov 2024"."""
    moment = datetime.fromtimestamp(unix_s)  # noqa: DTZ006 - people read local time
    today = (now or datetime.now()).date()  # noqa: DTZ005 - people read local time
    if moment.date() == today:
        return tr("Today {time}", time=f"{moment:%H:%M}")
    if moment.date() == today - timedelta(days=1):
        return tr("Yesterday")
    return _day(moment.date(), "d MMM" if moment.year == today.year else "d MMM yyyy")


def _day(day: date, pattern: str) -> str:
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def size(count_bytes: int) -> str:
    """A size on disk in powers of 1000: "412 GB", "1,2 Mo"."""
    text = locale().formattedDataSize(count_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    return text.replace(f"{locale().decimalPoint()}0", "") if count_bytes >= 1000 else text


def percent(share: float) -> str:
    """A share of 1: "64%", in French "64 %"."""
    return tr("{value}%", value=str(round(share * 100)))


def keys(sequence: str) -> str:
    """A shortcut as the key caps of the window write it: "Ctrl ↵"."""
    native = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "↵").replace("+", " ") if len(native) > 1 else native
