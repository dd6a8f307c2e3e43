"""What a key in an amount costs before anything is shown: the text read, arithmetic and all."""

from babel.numbers import parse_decimal

from planner.model.amounts import read_written
from tests.bench.table import Row, at_most, median_seconds

RUNS = 2_000
PLAIN, SUM = "1,250,000.50", "(38 * 42 * 12 + 1,250.50) * 4.5% €"


def measure() -> list[Row]:
    """Return reading an amount, and arithmetic of five, against babel's reading of one amount's digits."""
    theirs = median_seconds(lambda: parse_decimal(PLAIN, locale="en_GB", strict=True), runs=RUNS)
    plain = median_seconds(lambda: read_written(PLAIN, ".", ("EUR",)), runs=RUNS)
    arithmetic = median_seconds(lambda: read_written(SUM, ".", ("EUR",)), runs=RUNS)
    return [
        at_most(3, work="an amount read", ours=plain, peer="babel reads its digits", theirs=theirs),
        at_most(12, work="arithmetic in an amount reckoned", ours=arithmetic, peer="as above", theirs=theirs),
    ]
