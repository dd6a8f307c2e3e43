"""The talk track: how the price is said to the client, drafted from the figures.

Everything in it is meant for their ears: price first, then the difference, what it buys, what they
can check, how much of it has to come true, and a question. The same plan gives the same words.
"""

from collections.abc import Iterator
from fractions import Fraction

from planner.coaching.price_words.claims import Claim, claims, comma_list, with_full_stop
from planner.coaching.price_words.speech import Speech, other_to_them, speech_of
from planner.coaching.price_words.verdict import COMFORTABLE
from planner.model.price import Price
from planner.model.pricing.ledger import ledger
from planner.model.pricing.price_delta import PriceDelta, delta_in
from planner.model.same_text import distinct_texts
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
            f"Our price is {say.exact(found.price)} {say.period}.",
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
        yield f"I do not know what {other} costs you."
    elif found.delta > 0:
        yield f"That is {say.exact(found.delta)} {say.period} more than {other}."
    elif found.delta < 0:
        yield f"That is {say.exact(-found.delta)} {say.period} less than {other}."
    else:
        yield f"That is the same as {other}."


def _value(price: Price, found: PriceDelta, say: Speech) -> Iterator[str]:
    bought = [_told(one, say) for one in claims(price)[:_MOST_CLAIMS]]
    if bought:
        lead = "For the difference you get" if (found.delta or Fraction(0)) > 0 else "With it you get"
        yield f"{lead} {comma_list(bought, ';')}."
    given_up = [one.with_figure(say) for one in claims(price, against_us=True)[:_MOST_CLAIMS]]
    if given_up:
        yield f"What it asks of you is counted too: {comma_list(given_up, ';')}."


def _told(claim: Claim, say: Speech) -> str:
    """Return a claim with how it adds up and whose figure it is."""
    formula = one_line(claim.driver.formula)
    confirmed = one_line(claim.driver.confirmed_by)
    whose = f"confirmed by {confirmed}" if confirmed else "our estimate, please correct it"
    how = f"{formula}; {whose}" if formula else whose
    return f"{claim.with_figure(say)} ({how})"


def _check(price: Price) -> Iterator[str]:
    proof = one_line(price.disclosure.proof)
    sources = [source for one in claims(price) if (source := one_line(one.driver.source))]
    told = proof or comma_list(list(distinct_texts(sources)[:_MOST_CLAIMS]))
    if told:
        yield with_full_stop(f"You can check it yourselves: {told}")


def _share(found: PriceDelta, say: Speech) -> Iterator[str]:
    share = found.break_even_share
    if share is None:
        return
    if share > 1:
        yield "As they stand, these figures do not carry the difference yet."
    elif share > COMFORTABLE:
        yield f"{percent(share, say.locale)} of that has to come true for you to be no worse off."
    else:
        yield f"Even if only {percent(share, say.locale)} of that comes true, you are no worse off."


def _question(found: PriceDelta) -> str:
    if found.delta is None:
        return "What do you pay today, all in?"
    if found.delta <= 0:
        return "What would still speak against it?"
    if not found.value_for:
        return "What would have to change for you to make that worth while?"
    if found.surplus is not None and found.surplus < 0:
        return "What else would it change for you that we have not counted?"
    return "Which of these figures would you change?"
