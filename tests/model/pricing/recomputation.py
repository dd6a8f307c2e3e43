"""The price delta once more, from the plan file alone, in plain fractions: nothing of planner is used.

Slow and simple on purpose: one list of payments a line, one list of months a sum.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
Payment = tuple[int, int, Fraction]
"""From which month it grows, in which month it falls due, how much."""

PRICES = ("delta", "premium", "eve", "surplus")
SHARES = ("client_share", "our_share", "break_even_share", "value_per_extra", "return_on_difference")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def fraction(number: Any) -> Fraction:
    return Fraction(str(number))


def three(row: Row) -> tuple[Fraction, Fraction, Fraction] | None:
    """Low, likely, high; blanks filled from the others: the middle of the ends, or the one there is."""
    low, likely, high = (
        None if row.get(name) is None else fraction(row[name]) for name in ("low", "likely", "high")
    )
    if likely is None:
        if low is None and high is None:
            return None
        if low is not None and high is not None:
            likely = (low + high) / 2
        else:
            likely = low if low is not None else high
    assert likely is not None
    return (likely if low is None else low, likely, likely if high is None else high)


def worth_of_one(row: Row, price: Row) -> Fraction:
    own = price.get("currency", "")
    given = row.get("currency", "") or own
    if given == own:
        return Fraction(1)
    exchange = price["exchange"]
    rate = fraction(exchange["rate"])
    return rate if (exchange["from"], exchange["to"]) == (given, own) else 1 / rate


def payments(row: Row, term: int, *, usual: str) -> list[Payment]:
    """What of an amount of 1 falls due when."""
    cadence, start = row.get("cadence", usual), row.get("start_month") or 0
    if cadence == "one-off":
        return [(start, start, Fraction(1))] if start <= term else []
    ends = term if row.get("months") is None else min(term, start + row["months"])
    ramp, length = row.get("ramp_months") or 0, MONTHS[cadence]
    found = []
    at = start
    while at < ends:
        stop = min(at + length, ends)
        share = Fraction(0)
        for month in range(at, stop):
            full = Fraction(1) if not ramp else min(Fraction(1), Fraction(month + 1 - start, ramp))
            share += full / length
        found.append((at, at, share) if row.get("prepaid") else (at, stop, share))
        at += length
    return found


class Recomputed:
    """Everything of one price."""

    def __init__(self, price: Row) -> None:
        self.price = price
        self.term = price.get("term_months") or 12
        self.rate = fraction(price.get("rate", "0.10"))
        self.ours = self.read(price.get("ours", []), usual="one-off")
        self.theirs = self.read(price.get("alternative", {}).get("prices", []), usual="one-off")
        self.without_us = price.get("alternative", {}).get("kind") in {"status quo", "in-house"}
        drivers = price.get("drivers", [])
        self.gains = self.read([one for one in drivers if not one.get("against_us")], usual="year")
        self.losses = self.read([one for one in drivers if one.get("against_us")], usual="year")
        self.blank_drivers = sum(three(one) is None for one in drivers)

    def read(self, rows: list[Row], *, usual: str) -> list[tuple[Row, list[Fraction], list[Payment]]]:
        found = []
        for row in rows:
            amounts = three(row)
            if amounts is None:
                continue
            units = Fraction(1) if row.get("units") is None else fraction(row["units"])
            times = units * worth_of_one(row, self.price)
            found.append((row, [one * times for one in amounts], payments(row, self.term, usual=usual)))
        return found

    def total(self, lines: list[tuple[Row, list[Fraction], list[Payment]]], which: int) -> Fraction:
        return sum((amounts[which] * share for _, amounts, due in lines for _, _, share in due), Fraction(0))

    def scenario(self, which: int, *, claim: Fraction = Fraction(1)) -> dict[str, Fraction | None]:
        """Scenario 0 is all low, 1 likely, 2 all high; low is bad for whoever buys from us."""
        other = 2 - which
        price = self.total(self.ours, other) if self.ours else None
        reference = self.total(self.theirs, which) if self.theirs else None
        plus = self.total(self.gains, which) * claim
        minus = self.total(self.losses, other)
        worth = plus - minus
        found: dict[str, Fraction | None] = dict.fromkeys((*PRICES, *SHARES))
        found |= {
            "price": price,
            "reference": reference,
            "value_for": plus,
            "value_against": minus,
            "differentiation": worth,
        }
        if reference is not None:
            found["eve"] = reference + worth
        if price is None or reference is None:
            return found
        delta = price - reference
        found |= {"delta": delta, "surplus": worth - delta}
        if reference > 0:
            found["premium"] = delta / reference
        if worth > 0 and 0 <= delta <= worth:
            found |= {"our_share": delta / worth, "client_share": (worth - delta) / worth}
        if delta > 0:
            found |= {"value_per_extra": worth / delta, "return_on_difference": (worth - delta) / delta}
            if plus > 0:
                found["break_even_share"] = (delta + minus) / plus
        return found

    def present(self, lines: list[tuple[Row, list[Fraction], list[Payment]]]) -> Fraction:
        """Present value at the monthly rate, or the plain sum over twelve months or less."""
        return sum(
            (amounts[1] * share * self.today(month) for _, amounts, due in lines for _, month, share in due),
            Fraction(0),
        )

    def today(self, month: int) -> Fraction:
        if self.term <= 12:
            return Fraction(1)
        if month % 12 == 0:
            return 1 / (1 + self.rate) ** (month // 12)
        with localcontext() as context:
            context.prec = 60
            base = 1 + Decimal(self.rate.numerator) / Decimal(self.rate.denominator)
            return 1 / Fraction(base ** (Decimal(month) / 12))

    def payback(self, *, discounted: bool) -> Fraction | None:
        """The last month in which what came together turns from below zero; None if it ends below."""
        grows = [Fraction(0)] * (self.term + 1)
        jumps = [Fraction(0)] * (self.term + 1)
        for lines, sign in ((self.ours, -1), (self.theirs, 1), (self.gains, 1), (self.losses, -1)):
            for _, amounts, due in lines:
                for start, month, share in due:
                    amount = sign * amounts[1] * share * (self.today(month) if discounted else 1)
                    if start == month:
                        jumps[month] += amount
                    for within in range(start + 1, month + 1):
                        grows[within] += amount / (month - start)
        nothing = Fraction(1, 10**25)
        crossed, level = Fraction(0), Fraction(0)
        for month in range(self.term + 1):
            before, level = level, level + grows[month]
            if before < -nothing and level >= -nothing:
                crossed = month - 1 + min(Fraction(1), before / (before - level))
            if level < -nothing and level + jumps[month] >= -nothing:
                crossed = Fraction(month)
            level += jumps[month]
        return None if level < -nothing else crossed

    def recurring_by_the_month(self) -> Fraction:
        """(recurring differentiation − recurring delta) by the month."""
        whole = Fraction(0)
        for lines, sign in ((self.ours, -1), (self.theirs, 1), (self.gains, 1), (self.losses, -1)):
            for row, amounts, due in lines:
                usual = "one-off" if lines in (self.ours, self.theirs) else "year"
                if row.get("cadence", usual) != "one-off":
                    whole += sign * amounts[1] * sum((share for _, _, share in due), Fraction(0))
        return whole / self.term
