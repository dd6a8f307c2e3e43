"""Dates, times, money and shares as the page writes them, in English throughout."""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

from planner.documents.words import LINE_BREAK

_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=[%€$£¥])")
_LOCALE = "en_GB"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: dt.date | None) -> str:
    """Return `1 Dec 2026`, never parted by a line break, or nothing."""
    return "" if date is None else f"{date.day}\u00a0{_MONTHS[date.month - 1]}\u00a0{date.year}"


def weekday(date: dt.date) -> str:
    """Return `Tue 1 Dec 2026`."""
    return f"{_DAYS[date.weekday()]} {day(date)}"


def time_range(starts: dt.datetime, minutes: int | None) -> str:
    """Return `10:00–10:45` in the zone it was written in, or the start alone."""
    start = f"{starts:%H:%M}"
    return f"{start}–{starts + dt.timedelta(minutes=minutes):%H:%M}" if minutes else start


def zone(moment: dt.datetime) -> str:
    """Return the moment's distance from UTC: `UTC+1`, `UTC−3:30`."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = abs(int(offset.total_seconds())) // 60
    sign = "−" if offset < dt.timedelta() else "+"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}" if minutes else "UTC"


def one_line(text: str) -> str:
    """Return a short text on one line; a line break becomes ` · `."""
    return " · ".join(part for line in text.splitlines() if (part := line.strip()))


def lines(text: str) -> str:
    """Return a long text with its line breaks, blank lines left out."""
    return _BEFORE_A_UNIT.sub(
        "\u00a0", LINE_BREAK.join(part for line in text.splitlines() if (part := line.strip()))
    )


def sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in a mark of its own."""
    text = lines(text)
    return f"{text}." if text and text[-1].isalnum() else text


def joined(parts: Iterable[str], mark: str = " · ") -> str:
    """Return what is not blank, with a mark between."""
    return mark.join(part for part in parts if part)


def quoted(text: str) -> str:
    """Return the text in quotation marks, unless it brought its own."""
    text = lines(text)
    return text if not text or text[0] in '“„«"»‚‘' else f"“{text}”"


def capitalised(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def exact_money(amount: Fraction | Decimal, currency: str) -> str:
    """Return a price exactly: in full units if it is whole, to the currency's digits if not."""
    digits = get_currency_precision(currency.upper()) if currency else 2
    return _money(_rounded(Fraction(amount), digits), currency, digits)


def estimated_money(amount: Fraction | Decimal, currency: str) -> str:
    """Return an estimate to three significant figures."""
    value = Fraction(amount)
    magnitude = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    digits = max(3 - magnitude, 0) if magnitude < 3 else 3 - magnitude
    return _money(_rounded(value, min(digits, 2)), currency, 2)


def percent(share: Fraction) -> str:
    """Return `44 %`; with a decimal where a whole number would hide on which side of 100 it is."""
    hundredths = share * 100
    near = share != 1 and abs(hundredths - 100) < 1
    return f"{_rounded(hundredths, 1 if near else 0).normalize():f}\u00a0%"


def _rounded(value: Fraction, digits: int) -> Decimal:
    step = Decimal(1).scaleb(-digits)
    scaled = value * Fraction(10) ** digits
    whole = Decimal(scaled.numerator) / Decimal(scaled.denominator)
    return whole.quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _money(amount: Decimal, currency: str, digits: int) -> str:
    whole = amount == amount.to_integral_value()
    pattern = "#,##0" if whole or not digits else f"#,##0.{'0' * digits}"
    number: str = format_decimal(abs(amount), format=pattern, locale=_LOCALE)
    symbol: str = get_currency_symbol(currency.upper(), locale=_LOCALE) if currency else ""
    space = "\u00a0" if symbol[-1:].isalpha() else ""
    return f"{'−' if amount < 0 else ''}{symbol}{space}{number}"
