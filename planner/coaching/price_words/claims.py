"""What speaks for our price, and against it, in the buyer's money."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech
from planner.model.price import Driver, Price
from planner.model.pricing.ledger import ledger
from planner.translation import _
from planner.wording.text import one_line


class Claim(msgspec.Struct, frozen=True):
    """A driver that has a name and an amount other than 0, with its total over the term."""

    name: str
    total: Fraction
    driver: Driver

    def with_figure(self, say: Speech) -> str:
        """Return the name with the estimate for the period: `line time, about €19,000 a year`."""
        return _("{name}, about {amount} {period}").format(
            name=self.name, amount=say.about(self.total), period=say.period
        )


def claims(price: Price, *, against_us: bool = False) -> tuple[Claim, ...]:
    """Return the drivers of one side that have a name and a figure other than 0, the largest total first."""
    totals = {entry.path: entry.total() for entry in ledger(price).entries}
    unsorted = [
        Claim(one_line(driver.name), total, driver)
        for row, driver in enumerate(price.drivers)
        if driver.against_us is against_us
        and driver.name.strip()
        and (total := totals.get(f"price.drivers[{row}]"))
    ]
    return tuple(sorted(unsorted, key=lambda claim: -claim.total))


def with_full_stop(text: str) -> str:
    """Return the text with a full stop after a letter, digit, bracket, quotation mark, % or currency sign.

    Any other text, such as one that ends in a full stop, comes back as it is.
    """
    return f"{text}." if text and (text[-1].isalnum() or text[-1] in ')”"%€$£') else text
