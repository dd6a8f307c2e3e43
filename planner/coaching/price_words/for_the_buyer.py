"""The verdict on a price as a client may read it: the same facts, said to neither side's advantage."""

from fractions import Fraction

from planner.coaching.price_words.speech import Speech, other_to_them
from planner.coaching.price_words.verdict import Verdict
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.price_standing import PriceStanding
from planner.translation import _
from planner.wording.money import percent


def buyer_verdict(price: Price, found: PriceFigures, say: Speech) -> Verdict:
    """Return the verdict as the client may read it: a headline, and a second sentence on half of the value.

    The second is there only where we are dearer and the value is above 0. Without our price the headline says
    so at most, as it does of a figure that cannot be used.
    """
    if found.standing is PriceStanding.NOT_USABLE:
        return Verdict(_("One figure has to be put right before anything can be said."))
    if found.standing is PriceStanding.NO_PRICE:
        return Verdict(_("The price is not settled yet.") if found.lines else "")
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
            pattern = _("{amount} {period}. What {other} costs is not known yet.")
            return Verdict(self._filled(pattern, ours))
        if found.standing in {PriceStanding.CHEAPER, PriceStanding.CHEAPER_FOR_LESS}:
            return self._not_dearer(_("{amount} less {period} than {other}"), -delta, worth)
        if found.standing is PriceStanding.SAME:
            yearly = self._say.yearly
            same = _("The same price as {other}") if yearly else _("The same price as {other} {period}")
            return self._not_dearer(same, delta, worth)
        return self._dearer(delta, worth)

    def _dearer(self, delta: Fraction, worth: Fraction) -> Verdict:
        standing, share = self._found.standing, self._found.likely.break_even_share
        more = self._difference(_("{amount} more {period} than {other}"), delta)
        if standing is PriceStanding.NOT_ESTIMATED:
            pattern = _("{difference}. What that is worth is still to be worked out together.")
            return Verdict(pattern.format(difference=more))
        if standing is PriceStanding.NO_VALUE or share is None:
            pattern = _("{difference}. What has been found so far does not outweigh it.")
            return Verdict(pattern.format(difference=more))
        pattern = (
            _("{difference}, worth about {worth} so far: {share} of the value would have to come true.")
            if standing is PriceStanding.NOT_COVERED
            else _("{difference}, worth about {worth}. Once {share} of the value comes true, it has paid.")
        )
        headline = pattern.format(difference=more, worth=self._say.about(worth), share=percent(share))
        return Verdict(headline, self._half())

    def _not_dearer(self, difference: str, amount: Fraction, worth: Fraction) -> Verdict:
        """Return the verdict where the price is no higher, and what is worth more or less beside it."""
        if worth > 0:
            pattern = _("{difference}, and worth about {worth} more.")
        elif worth < 0:
            pattern = _("{difference}, and worth about {worth} less.")
        else:
            pattern = _("{difference}.")
        return Verdict(
            pattern.format(difference=self._difference(difference, amount), worth=self._say.about(abs(worth)))
        )

    def _half(self) -> str:
        left = self._found.half.surplus
        if left is None:
            return ""
        if left == 0:
            return _("At half of the value it is even.")
        pattern = (
            _("At half of the value there is still a gain of about {amount} {period}.")
            if left > 0
            else _("At half of the value about {amount} {period} is missing.")
        )
        return pattern.format(amount=self._say.about(abs(left)), period=self._say.period)

    def _difference(self, pattern: str, amount: Fraction) -> str:
        """Fill in how both prices differ, with the range of the difference behind it."""
        low, high = self._found.delta_range or (None, None)
        return self._say.with_range(self._filled(pattern, amount), low, high)

    def _filled(self, pattern: str, amount: Fraction) -> str:
        return pattern.format(amount=self._say.exact(amount), period=self._say.period, other=self._other)
