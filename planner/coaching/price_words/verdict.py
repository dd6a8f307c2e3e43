"""The verdict on a price: one sentence, and a quieter second one on what follows from it.

Screen and page say the same. Every case of the price delta has its own plain words.
"""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.remedy import remedy
from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Price
from planner.model.pricing.ledger import ledger
from planner.model.pricing.price_delta import PriceDelta, delta_in, price_delta
from planner.model.terms import AlternativeKind
from planner.wording.money import ENGLISH, percent
from planner.wording.text import joined

COMFORTABLE = Fraction(3, 4)
"""Up to this break-even share the sentence speaks for us."""
_HALF = Fraction(1, 2)


class Verdict(msgspec.Struct, frozen=True):
    """What is to be said of a price; both blank where nothing was estimated yet."""

    headline: str = ""
    second: str = ""


def price_verdict(price: Price, locale: str = ENGLISH) -> Verdict:
    """Return the verdict on a price, its amounts written as the locale writes them."""
    laid = ledger(price)
    found = delta_in(laid)
    if laid.unusable or found.differentiation is None:
        return Verdict("One of the figures cannot be used yet.", "What is wrong stands beside it.")
    if found.price is None and found.reference is None:
        return Verdict()
    return _VerdictSentences(price, found, found.differentiation, speech_of(price, locale)).verdict()


class _VerdictSentences:
    """The sentences for one price."""

    def __init__(self, price: Price, found: PriceDelta, worth: Fraction, speech: Speech) -> None:
        self._price, self._found, self._worth, self._say = price, found, worth, speech
        self._other = other_named(price)
        self._estimated = len(price.drivers) > found.not_estimated

    def verdict(self) -> Verdict:
        found = self._found
        if found.price is None:
            return Verdict("Our price is not estimated yet.", "Write it down as you will say it.")
        if found.delta is None:
            return self._without_reference(found.price)
        if found.delta > 0:
            return self._dearer(found.delta)
        return self._cheaper(found.delta) if found.delta < 0 else self._same()

    def _dearer(self, delta: Fraction) -> Verdict:
        found, more = self._found, self._more(delta)
        if not self._estimated:
            return Verdict(
                f"{more}. What that is worth to them is not estimated yet.",
                "Three figures are enough: what it saves, what it earns, what it makes safer.",
            )
        if found.break_even_share is None or self._worth <= 0:
            headline = f"{more}, and nothing that outweighs it: the premium is not justified."
            return Verdict(headline, remedy(self._price, self._say))
        if found.break_even_share > 1:
            return Verdict(
                f"{more}, worth only about {self._say.about(self._worth)}: the premium is not "
                f"justified. {self._share()} of the claim would have to come true.",
                remedy(self._price, self._say),
            )
        worth = self._say.about(self._worth)
        return Verdict(
            f"{more}, worth about {worth}. {self._true()}", joined((self._half(), self._guessed()), " ")
        )

    def _true(self) -> str:
        share = self._found.break_even_share
        assert share is not None
        if share > COMFORTABLE:
            return f"{self._share()} of the claim has to come true before they are no worse off."
        return f"Even if only {self._share()} of the claim comes true, they are no worse off."

    def _share(self) -> str:
        share = self._found.break_even_share
        assert share is not None
        return percent(share, self._say.locale)

    def _half(self) -> str:
        """Say what happens if half of what speaks for us comes true."""
        found = self._found
        assert found.delta is not None
        assert found.value_for is not None
        left = self._worth - found.value_for * _HALF - found.delta
        amount, period = self._say.about(abs(left)), self._say.period
        if left > 0:
            return f"If only half comes true they still gain about {amount} {period}."
        if left < 0:
            return f"If only half comes true they are about {amount} {period} short."
        return "If only half comes true they come out even."

    def _more(self, delta: Fraction) -> str:
        other = self._price.alternative
        than = (
            "" if other.kind is None or other.kind is AlternativeKind.COMPETITOR else f" than {self._other}"
        )
        free = ", which costs them nothing" if than and self._found.reference == 0 else ""
        return f"{self._say.exact(delta)} more {self._say.period}{than}{free}{self._range()}"

    def _cheaper(self, delta: Fraction) -> Verdict:
        less = f"You cost {self._say.exact(-delta)} less {self._say.period} than {self._other}{self._range()}"
        if self._worth >= 0:
            worth = self._say.about(self._worth)
            more = f" and are worth about {worth} more" if self._worth else ""
            return Verdict(f"{less}{more}.", "No justification needed; do not give it away.")
        lost = self._say.about(-self._worth)
        headline = f"{less}. Does that cover the {lost} or so that they give up?"
        left = self._worth - delta
        amount = self._say.about(abs(left))
        if left < 0:
            return Verdict(headline, f"By these figures it does not: about {amount} is missing.")
        return Verdict(headline, f"By these figures it does: they keep about {amount} of the saving.")

    def _same(self) -> Verdict:
        same = f"The same price as {self._other}{self._term()}{self._range()}"
        worth = self._say.about(abs(self._worth))
        if self._worth > 0:
            return Verdict(f"{same}, worth about {worth} more.", "Nothing to justify; say what is different.")
        if self._worth < 0:
            return Verdict(f"{same}, worth about {worth} less.", "Find what speaks for you.")
        return Verdict(f"{same}.", "The price does not decide this. Say what is different.")

    def _term(self) -> str:
        return "" if self._say.yearly else f" {self._say.period}"

    def _without_reference(self, ours: Fraction) -> Verdict:
        headline = f"{self._say.exact(ours)} {self._say.period}. What {self._other} costs is not known yet."
        ask = "Ask, or write down the lowest and highest it may be."
        if not self._estimated:
            return Verdict(headline, ask)
        if ours <= self._worth:
            return Verdict(headline, "By these figures you are worth more than you cost, whatever they pay.")
        return Verdict(headline, f"{self._limit(ours)} {ask}")

    def _guessed(self) -> str:
        """Say from where on we lose, where their price is a guess."""
        found = self._found
        if self._price.alternative.known is not False or found.price is None:
            return ""
        if found.price <= self._worth:
            return ""
        return f"Their price is a guess. {self._limit(found.price)}"

    def _limit(self, ours: Fraction) -> str:
        """Say which price of theirs is the highest at which we lose."""
        limit = self._say.about(ours - self._worth)
        return f"Below about {limit} {self._say.period} they are better off there."

    def _range(self) -> str:
        low, high = (price_delta(self._price, case).delta for case in ("high", "low"))
        if low is None or high is None or low == high:
            return ""
        return f" ({self._say.about(low)} to {self._say.about(high)})"
