"""Random prices as a plan file holds them: every cadence, start, length, ramp, unit, range and blank."""

from random import Random
from typing import Any

Row = dict[str, Any]

CADENCES = ("one-off", "month", "quarter", "year")


def random_price(chance: Random) -> Row:
    """A price without a problem; amounts as JSON numbers in text."""
    exchange = chance.random() < 0.3
    term = chance.choice([None, 1, 6, 12, 13, 18, 24, 36, 36, 37, 48, 60])
    price: Row = {
        "currency": "EUR",
        "rate": chance.choice(["0.10", "0", "0.08", "0.125", "-0.02", "0.3"]),
        "ours": [_line(chance, exchange=exchange) for _ in range(chance.randint(0, 3))],
        "alternative": {
            "kind": chance.choice(["competitor", "in-house", "status quo"]),
            "prices": [_line(chance, exchange=exchange) for _ in range(chance.randint(0, 3))],
        },
        "drivers": [_driver(chance, exchange=exchange) for _ in range(chance.randint(0, 6))],
    }
    if term is not None:
        price["term_months"] = term
    if exchange:
        there, back = chance.choice([("USD", "EUR"), ("EUR", "USD")])
        price["exchange"] = {"from": there, "to": back, "rate": "1.0834", "date": "2026-11-02"}
    return price


def _line(chance: Random, *, exchange: bool) -> Row:
    row: Row = {"cadence": chance.choice(CADENCES), **_amounts(chance)}
    if exchange and chance.random() < 0.5:
        row["currency"] = "USD"
    if chance.random() < 0.3:
        row["units"] = chance.choice(["0", "2", "40", "2.5", "0.3333"])
    if chance.random() < 0.4:
        row["start_month"] = chance.choice([0, 1, 2, 5, 11, 12, 14, 40, 70])
    if chance.random() < 0.3:
        row["months"] = chance.choice([0, 1, 3, 7, 12, 24, 90])
    if chance.random() < 0.3:
        row["prepaid"] = True
    return row


def _driver(chance: Random, *, exchange: bool) -> Row:
    row = _line(chance, exchange=exchange)
    row.pop("prepaid", None)
    if chance.random() < 0.35:
        row["against_us"] = True
    if chance.random() < 0.3:
        row["ramp_months"] = chance.choice([0, 1, 2, 6, 7, 13, 80])
    return row


def _amounts(chance: Random) -> Row:
    low, likely, high = sorted(chance.randrange(0, 10 ** chance.randint(2, 8)) for _ in range(3))
    given = {"low": low, "likely": likely, "high": high}
    kept = chance.choice(
        ["low likely high", "likely", "likely", "low high", "low", "high", "likely high", ""]
    )
    return {name: f"{amount / 100:.2f}" for name, amount in given.items() if name in kept.split()}
