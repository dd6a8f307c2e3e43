"""The verdict on a price: one sentence, and a quieter second one on what follows from it.

Screen and page say the same. Every case of the price delta has its own plain words.
"""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.remedy import remedy
from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Price
from planner.model.pricing.ledger import Ledger, ledger
from planner.model.pricing.price_delta import PriceDelta, delta_in
from planner.model.terms import AlternativeKind
from planner.translation import _
from planner.wording.lists import sentences
from planner.wording.money import ENGLISH, percent

COMFORTABLE = Fraction(3, 4)
"""Up to this break-even share the sentence speaks for us."""
_HALF = Fraction(1, 2)


class Verdict(msgspec.Struct, frozen=True):
    """A headline on a price and a quieter second sentence; "" where there is nothing to say."""

    headline: str = ""
    second: str = ""


def price_verdict(price: Price, locale: str = ENGLISH) -> Verdict:
    """Return the verdict on a price, its amounts written as the locale writes them.

    Blank while neither price is estimated. If a figure has a problem, the verdict says only that.
    """
    laid = ledger(price)
    found = delta_in(laid)
    if laid.unusable or found.differentiation is None:
        return Verdict(_("One of the figures cannot be used yet."), _("What is wrong stands beside it."))
    if found.price is None and found.reference is None:
        return Verdict()
    return _VerdictSentences(price, laid, found.differentiation, speech_of(price, locale)).verdict()


class _VerdictSentences:
    """The sentences for one price; how both prices differ is a phrase that begins the headline."""

    def __init__(self, price: Price, laid: Ledger, worth: Fraction, speech: Speech) -> None:
        self._price, self._laid, self._worth, self._say = price, laid, worth, speech
        self._found: PriceDelta = delta_in(laid)
        self._other = other_named(price)
        self._estimated = len(price.drivers) > self._found.not_estimated

    def verdict(self) -> Verdict:
        found = self._found
        if found.price is None:
            return Verdict(_("Our price is not estimated yet."), _("Write it down as you will say it."))
        if found.delta is None:
            return self._without_reference(found.price)
        if found.delta > 0:
            return self._dearer(found.delta)
        return self._cheaper(found.delta) if found.delta < 0 else self._same()

    def _dearer(self, delta: Fraction) -> Verdict:
        share, more = self._found.break_even_share, self._more(delta)
        if not self._estimated:
            return Verdict(
                _("{difference}. What that is worth to them is not estimated yet.").format(difference=more),
                _("Three figures are enough: what it saves, what it earns, what it makes safer."),
            )
        if share is None or self._worth <= 0:
            pattern = _("{difference}, and nothing that outweighs it: the premium is not justified.")
            return Verdict(pattern.format(difference=more), remedy(self._price, self._say))
        headline = _worth_of_premium(share).format(
            difference=more, worth=self._say.about(self._worth), share=percent(share, self._say.locale)
        )
        if share > 1:
            return Verdict(headline, remedy(self._price, self._say))
        return Verdict(headline, sentences((self._half(), self._guessed())))

    def _half(self) -> str:
        """Say what happens if half of what speaks for us comes true."""
        found = self._found
        assert found.delta is not None
        assert found.value_for is not None
        left = self._worth - found.value_for * _HALF - found.delta
        if left == 0:
            return _("If only half comes true they come out even.")
        pattern = (
            _("If only half comes true they still gain about {amount} {period}.")
            if left > 0
            else _("If only half comes true they are about {amount} {period} short.")
        )
        return pattern.format(amount=self._say.about(abs(left)), period=self._say.period)

    def _more(self, delta: Fraction) -> str:
        if self._price.alternative.kind in {None, AlternativeKind.COMPETITOR}:
            pattern = _("{amount} more {period}")
        elif self._found.reference == 0:
            pattern = _("{amount} more {period} than {other}, which costs them nothing")
        else:
            pattern = _("{amount} more {period} than {other}")
        return self._difference(pattern, delta)

    def _cheaper(self, delta: Fraction) -> Verdict:
        less = self._difference(_("You cost {amount} less {period} than {other}"), -delta)
        if self._worth < 0:
            return self._cheaper_for_less(less, self._worth - delta)
        pattern = _("{difference} and are worth about {worth} more.") if self._worth else _("{difference}.")
        headline = pattern.format(difference=less, worth=self._say.about(self._worth))
        return Verdict(headline, _("No justification needed; do not give it away."))

    def _cheaper_for_less(self, less: str, left: Fraction) -> Verdict:
        """Return the verdict where they give something up: `left` is what they keep of the saving."""
        headline = _("{difference}. Does that cover the {lost} or so that they give up?").format(
            difference=less, lost=self._say.about(-self._worth)
        )
        covered = (
            _("By these figures it does not: about {amount} is missing.")
            if left < 0
            else _("By these figures it does: they keep about {amount} of the saving.")
        )
        return Verdict(headline, covered.format(amount=self._say.about(abs(left))))

    def _same(self) -> Verdict:
        pattern = (
            _("The same price as {other}") if self._say.yearly else _("The same price as {other} {period}")
        )
        same, worth = self._difference(pattern, Fraction(0)), self._say.about(abs(self._worth))
        if self._worth > 0:
            headline = _("{difference}, worth about {worth} more.").format(difference=same, worth=worth)
            return Verdict(headline, _("Nothing to justify; say what is different."))
        if self._worth < 0:
            headline = _("{difference}, worth about {worth} less.").format(difference=same, worth=worth)
            return Verdict(headline, _("Find what speaks for you."))
        return Verdict(
            _("{difference}.").format(difference=same),
            _("The price does not decide this. Say what is different."),
        )

    def _without_reference(self, ours: Fraction) -> Verdict:
        headline = _("{amount} {period}. What {other} costs is not known yet.").format(
            amount=self._say.exact(ours), period=self._say.period, other=self._other
        )
        ask = _("Ask, or write down the lowest and highest it may be.")
        if not self._estimated:
            return Verdict(headline, ask)
        if ours <= self._worth:
            return Verdict(
                headline, _("By these figures you are worth more than you cost, whatever they pay.")
            )
        limit = _("Below about {amount} {period} they are better off there.")
        return Verdict(headline, sentences((self._limit(limit, ours), ask)))

    def _guessed(self) -> str:
        """Say from where on we lose, where their price is a guess."""
        found = self._found
        if self._price.alternative.known is not False or found.price is None:
            return ""
        if found.price <= self._worth:
            return ""
        guess = _("Their price is a guess. Below about {amount} {period} they are better off there.")
        return self._limit(guess, found.price)

    def _limit(self, pattern: str, ours: Fraction) -> str:
        """Fill in which price of theirs is the highest at which we lose."""
        return pattern.format(amount=self._say.about(ours - self._worth), period=self._say.period)

    def _difference(self, pattern: str, amount: Fraction) -> str:
        """Fill in how both prices differ, also as a share of theirs, and the range of that."""
        money, theirs = self._say.exact(amount), self._found.reference
        if amount and theirs:
            share = percent(amount / theirs, self._say.locale)
            money = _("{amount} ({share})").format(amount=money, share=share)
        text = pattern.format(amount=money, period=self._say.period, other=self._other)
        low, high = delta_in(self._laid, "high").delta, delta_in(self._laid, "low").delta
        return self._say.with_range(text, low, high)


def _worth_of_premium(share: Fraction) -> str:
    """Return the pattern that says how much of the claim must come true to justify the premium."""
    if share > 1:
        return _(
            "{difference}, worth only about {worth}: the premium is not justified. "
            "{share} of the claim would have to come true."
        )
    if share > COMFORTABLE:
        return _(
            "{difference}, worth about {worth}. "
            "{share} of the claim has to come true before they are no worse off."
        )
    return _(
        "{difference}, worth about {worth}. "
        "Even if only {share} of the claim comes true, they are no worse off."
    )
