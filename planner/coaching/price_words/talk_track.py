"""The talk track: how the price is said to the client, drafted from the figures.

Everything in it is meant for their ears: price first, then the difference, what it buys, what they
can check, how much of it has to come true, and a question. The same plan gives the same words.
"""

from collections.abc import Iterator
from fractions import Fraction

from planner.coaching.price_words.claims import Claim, claims, with_full_stop
from planner.coaching.price_words.speech import Speech, other_to_them, speech_of
from planner.coaching.price_words.verdict import COMFORTABLE
from planner.model.price import Price
from planner.model.pricing.ledger import ledger
from planner.model.pricing.price_delta import PriceDelta, delta_in
from planner.model.same_text import distinct_texts
from planner.translation import _
from planner.wording.lists import and_list, and_list_of_clauses
from planner.wording.money import percent
from planner.wording.text import one_line

_MOST_CLAIMS = 5


def talk_track(price: Price) -> str:
    """Return the talk track, a sentence a line; "" while our price is missing or a figure is unusable."""
    laid = ledger(price)
    found = delta_in(laid)
    if found.price is None or laid.unusable:
        return ""
    say = speech_of(price)
    return "\n".join(
        (
            _("Our price is {amount} {period}.").format(amount=say.exact(found.price), period=say.period),
            *_difference(price, found, say),
            *_value(price, found, say),
            *_check(price),
            *_share(found, say),
            _question(found),
        )
    )


def _difference(price: Price, found: PriceDelta, say: Speech) -> Iterator[str]:
    other = other_to_them(price)
    if found.delta is None:
        yield _("I do not know what {other} costs you.").format(other=other)
    elif found.delta == 0:
        yield _("That is the same as {other}.").format(other=other)
    else:
        more, less = (
            _("That is {amount} {period} more than {other}."),
            _("That is {amount} {period} less than {other}."),
        )
        pattern = more if found.delta > 0 else less
        yield pattern.format(amount=say.exact(abs(found.delta)), period=say.period, other=other)


def _value(price: Price, found: PriceDelta, say: Speech) -> Iterator[str]:
    bought = and_list_of_clauses([_with_origin(claim, say) for claim in claims(price)[:_MOST_CLAIMS]])
    if bought and (found.delta or Fraction(0)) > 0:
        yield _("For the difference you get {claims}.").format(claims=bought)
    elif bought:
        yield _("With it you get {claims}.").format(claims=bought)
    against_us = claims(price, against_us=True)[:_MOST_CLAIMS]
    if given_up := and_list_of_clauses([claim.with_figure(say) for claim in against_us]):
        yield _("What it asks of you is counted too: {claims}.").format(claims=given_up)


def _with_origin(claim: Claim, say: Speech) -> str:
    """Return a claim with how it adds up and whose figure it is."""
    formula, confirmed = one_line(claim.driver.formula), one_line(claim.driver.confirmed_by)
    if formula and confirmed:
        pattern = _("{claim} ({formula}; confirmed by {name})")
    elif formula:
        pattern = _("{claim} ({formula}; our estimate, please correct it)")
    elif confirmed:
        pattern = _("{claim} (confirmed by {name})")
    else:
        pattern = _("{claim} (our estimate, please correct it)")
    return pattern.format(claim=claim.with_figure(say), formula=formula, name=confirmed)


def _check(price: Price) -> Iterator[str]:
    proof = one_line(price.disclosure.proof)
    sources = [source for claim in claims(price) if (source := one_line(claim.driver.source))]
    checkable = proof or and_list(list(distinct_texts(sources)[:_MOST_CLAIMS]))
    if checkable:
        yield _("You can check it yourselves: {proof}").format(proof=with_full_stop(checkable))


def _share(found: PriceDelta, say: Speech) -> Iterator[str]:
    share = found.break_even_share
    if share is None:
        return
    if share > 1:
        yield _("As they stand, these figures do not carry the difference yet.")
    elif share > COMFORTABLE:
        pattern = _("{share} of that has to come true for you to be no worse off.")
        yield pattern.format(share=percent(share, say.locale))
    else:
        pattern = _("Even if only {share} of that comes true, you are no worse off.")
        yield pattern.format(share=percent(share, say.locale))


def _question(found: PriceDelta) -> str:
    if found.delta is None:
        return _("What do you pay today, all in?")
    if found.delta <= 0:
        return _("What would still speak against it?")
    if not found.value_for:
        return _("What would have to change for you to make that worth while?")
    if found.surplus is not None and found.surplus < 0:
        return _("What else would it change for you that we have not counted?")
    return _("Which of these figures would you change?")
