"""The verdict on a price as a client may read it: the same facts, said to neither side's advantage."""

from fractions import Fraction

from planner.coaching.price_words.speech import Speech, other_to_them
from planner.coaching.price_words.verdict import Verdict
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.price_standing import PriceStanding
from planner.wording.money import percent


def buyer_verdict(price: Price, found: PriceFigures, say: Speech) -> Verdict:
    """Return one sentence on the price and, where half of the value tells something, a second."""
    if found.standing is PriceStanding.NOT_USABLE:
        return Verdict("One figure has to be put right before anything can be said.")
    if found.standing is PriceStanding.NO_PRICE:
        return Verdict("The price is not settled yet." if found.lines else "")
    return _Buyer(price, found, say).verdict()


class _Buyer:
    """The sentences for one price that is known."""

    def __init__(self, price: Price, found: PriceFigures, say: Speech) -> None:
        self._found, self._say = found, say
        self._other = other_to_them(price)

    def verdict(self) -> Verdict:
        found, worth = self._found, self._found.likely.differentiation or Fraction(0)
        ours, delta = found.likely.price or Fraction(0), found.likely.delta
        if delta is None:
            price = f"{self._say.exact(ours)} {self._say.period}"
            return Verdict(f"{price}. What {self._other} costs is not known yet.")
        if found.standing in {PriceStanding.CHEAPER, PriceStanding.CHEAPER_FOR_LESS}:
            return Verdict(f"{self._exact(-delta)} less {self._than()}{self._beside(worth)}.")
        if found.standing is PriceStanding.SAME:
            term = "" if self._say.yearly else f" {self._say.period}"
            return Verdict(f"The same price as {self._other}{term}{self._range()}{self._beside(worth)}.")
        return self._dearer(f"{self._exact(delta)} more {self._than()}", worth)

    def _dearer(self, more: str, worth: Fraction) -> Verdict:
        standing, share = self._found.standing, self._found.likely.break_even_share
        if standing is PriceStanding.NOT_ESTIMATED:
            return Verdict(f"{more}. What that is worth is still to be worked out together.")
        if standing is PriceStanding.NO_VALUE or share is None:
            return Verdict(f"{more}. What has been found so far does not outweigh it.")
        about = self._say.about(worth)
        if standing is PriceStanding.NOT_COVERED:
            needed = f"{percent(share)} of the value would have to come true"
            return Verdict(f"{more}, worth about {about} so far: {needed}.", self._half())
        return Verdict(
            f"{more}, worth about {about}. Once {percent(share)} of the value comes true, it has paid.",
            self._half(),
        )

    def _half(self) -> str:
        left = self._found.half.surplus
        if left is None:
            return ""
        amount = f"about {self._say.about(abs(left))} {self._say.period}"
        if left > 0:
            return f"At half of the value there is still a gain of {amount}."
        return f"At half of the value {amount} is missing." if left else "At half of the value it is even."

    def _than(self) -> str:
        return f"{self._say.period} than {self._other}{self._range()}"

    def _beside(self, worth: Fraction) -> str:
        if not worth:
            return ""
        return f", and worth about {self._say.about(abs(worth))} {'more' if worth > 0 else 'less'}"

    def _exact(self, amount: Fraction) -> str:
        return self._say.exact(amount)

    def _range(self) -> str:
        if self._found.delta_range is None:
            return ""
        low, high = self._found.delta_range
        return f" ({self._say.about(low)} to {self._say.about(high)})"
