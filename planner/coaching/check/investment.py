"""Investment: the higher price is justified, and said early, in more than one discussion."""

from fractions import Fraction

from planner.coaching.check.agenda_lead import total_minutes
from planner.coaching.check.evidence import field, filled, is_filled, short, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.price_moment import moment_in
from planner.model.plan import Plan, Preparation
from planner.model.price import Driver
from planner.model.pricing.exchange import currency_of
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS, ledger
from planner.model.pricing.lines import Scenario, line_total
from planner.model.pricing.price_delta import delta_in, price_delta
from planner.model.terms import Commitment, DisclosureDiscussion, Initiative, Side
from planner.translation import N_, _, ngettext
from planner.wording.money import estimated_money

_DISCLOSURE = "plan.price.disclosure"
_LIKELY_AND_LOW: tuple[Scenario, Scenario] = ("likely", "low")
_LAST_COMMITMENTS = {
    Commitment.DECIDE: N_("They hear the price for the first time in the call that asks them to decide."),
    Commitment.EXECUTE: N_("They hear the price for the first time in the call that asks them to execute."),
}


@rule("delta-not-covered", Initiative.INVESTMENT)
def the_value_does_not_cover_the_delta(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Our price is higher, and the value with every driver at its low estimate does not cover the delta.

    At their low estimate drivers against us count with their high one: the worst case for the buyer.
    """
    price = preparation.plan.price
    laid = ledger(price)
    delta, worth = delta_in(laid).delta, delta_in(laid, "low").differentiation
    if delta is None or worth is None or delta <= 0 or worth >= delta:
        return None
    more, value = (estimated_money(amount, currency_of(price)) for amount in (delta, worth))
    if any(is_filled(driver.name) for driver in price.drivers):
        what = _("We cost {more} more; with every driver at its low estimate that buys {value}.")
        worth_at_low = _("worth {value} at the low estimates").format(value=value)
    else:
        what, worth_at_low = _("We cost {more} more, and nothing says what that buys."), ""
    return back(
        what.format(more=more, value=value),
        Evidence("plan.price.drivers", worth_at_low),
        Evidence("plan.price.ours", _("{more} above the alternative").format(more=more)),
        action=_surer(preparation),
    )


@rule("no-disclosure", Initiative.INVESTMENT)
def no_disclosure_planned(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says when the price is told: neither which discussion nor which moment of this call."""
    disclosure = preparation.plan.price.disclosure
    if disclosure.discussion is not None or is_filled(disclosure.when):
        return None
    return flat(
        _("No moment is planned for the price, so it will be theirs to choose."),
        Evidence(f"{_DISCLOSURE}.when"),
        action=_("Choose the minute before they would ask, and write the sentence."),
    )


@rule("late-disclosure", Initiative.INVESTMENT)
def the_price_comes_last(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """The price is planned for the last only, and we have not said it before.

    That is: for a later discussion, for the last agenda item or the last quarter of this call, or for
    a call that already asks them to decide or to execute.
    """
    plan = preparation.plan
    disclosure = plan.price.disclosure
    if _we_said_it(plan, past) or disclosure.discussion == DisclosureDiscussion.EARLIER:
        return None
    if disclosure.discussion == DisclosureDiscussion.LATER:
        what = _("The price waits for a later discussion.")
        evidence = field(preparation, f"{_DISCLOSURE}.discussion")
    elif is_filled(disclosure.when) and is_said_at_the_end(plan, thresholds.last_part_percent):
        what = _("The price comes at the end, with no time to talk about it.")
        evidence = field(preparation, f"{_DISCLOSURE}.when")
    elif disclosure.discussion is not None and plan.call.commitment in _LAST_COMMITMENTS:
        what = _(_LAST_COMMITMENTS[plan.call.commitment])
        evidence = field(preparation, "plan.call.commitment")
    else:
        return None
    return back(
        what,
        evidence,
        action=_("Say the range in the first half, so that there is time to show what it buys."),
    )


@rule("never-disclosed", Initiative.INVESTMENT)
def earlier_calls_never_disclosed_the_price(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """There were earlier calls with this client, and in none of them did we say the price ourselves."""
    if not past.held or _we_said_it(preparation.plan, past):
        return None
    calls = len(past.held)
    if past.price_raised or filled(preparation.plan.price.discussions):
        raised_by = _("raised by them")
        what = ngettext(
            "In {count} call, only they raised the price.",
            "In {count} calls, only they raised the price.",
            calls,
        )
    else:
        raised_by = ""
        what = ngettext(
            "In {count} call, nobody said the price.", "In {count} calls, nobody said the price.", calls
        )
    when = preparation.plan.price.disclosure.when
    return back(
        what.format(count=calls),
        Evidence("plan.price.discussions", raised_by),
        action=_("Say it as planned, before they ask: {when}.").format(when=short(when, 40))
        if is_filled(when)
        else _("Bring it up yourself in this call, before {whom} does.").format(whom=whom(preparation)),
    )


@rule("unconfirmed-value", Initiative.INVESTMENT)
def every_driver_is_our_own_guess(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """A call has taken place, and no driver in our favour is confirmed by anybody at the client."""
    if not past.held:
        return None
    drivers = preparation.plan.price.drivers
    ours = [at for at in filled(drivers) if not drivers[at].against_us]
    if not ours or any(is_filled(drivers[at].confirmed_by) for at in ours):
        return None
    unconfirmed = ngettext("{count} driver, none confirmed", "{count} drivers, none confirmed", len(ours))
    return back(
        _("Every figure of the value is our own guess.")
        if len(ours) > 1
        else _("The value is our own guess."),
        Evidence(f"plan.price.drivers[{ours[0]}].confirmed_by"),
        Evidence("plan.price.drivers", unconfirmed.format(count=len(ours))),
        action=_("Ask {whom}: “{driver}, what is that in your figures?”").format(
            whom=whom(preparation), driver=short(drivers[ours[0]].name, 50)
        ),
    )


@rule("no-alternative-price", Initiative.INVESTMENT)
def no_alternative_price_is_known(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """No price of the next best alternative is known, not even estimated."""
    price = preparation.plan.price
    if price_delta(price).reference is not None:
        return None
    name = short(price.alternative.name, 40)
    return flat(
        _("What {alternative} costs is open.").format(alternative=name)
        if name
        else _("What they do without us, and what that costs, is open."),
        field(preparation, "plan.price.alternative.name"),
        Evidence("plan.price.alternative.prices"),
        action=_("Put a low and a high guess there, and ask {whom} which is nearer.").format(
            whom=whom(preparation)
        ),
    )


RULES = (
    the_value_does_not_cover_the_delta,
    no_disclosure_planned,
    the_price_comes_last,
    earlier_calls_never_disclosed_the_price,
    every_driver_is_our_own_guess,
    no_alternative_price_is_known,
)


def _surer(preparation: Preparation) -> str:
    """Return what makes the low estimate surer: a talk about the driver with the widest range."""
    drivers = preparation.plan.price.drivers
    for_us = [driver for driver in drivers if is_filled(driver.name) and not driver.against_us]
    if not for_us:
        ask = _("Ask {whom} what they expect to be better with us, and in which figure it shows.")
        return ask.format(whom=whom(preparation))
    widest = max(for_us, key=_below_likely)
    return _("Ask {whom} how low “{driver}” can really get: it is the least certain figure.").format(
        whom=widest.confirmed_by.strip() or whom(preparation), driver=short(widest.name, 50)
    )


def _below_likely(driver: Driver) -> Fraction:
    """Return by how much the low estimate of a driver is below the likely one, over a year."""
    likely, low = (line_total(driver, DEFAULT_TERM_MONTHS, case) or Fraction(0) for case in _LIKELY_AND_LOW)
    return likely - low


def _we_said_it(plan: Plan, past: History) -> bool:
    """Whether the price was said by us before this call, as far as anybody noted."""
    noted = any(discussion.who_raised_it == Side.US for discussion in plan.price.discussions)
    return noted or any(side == Side.US for _plan, side in past.price_raised)


def is_said_at_the_end(plan: Plan, last_percent: int) -> bool:
    """Whether the price is planned for the last agenda item or the last `last_percent` of the call.

    The first thing that can be read decides: words such as "at the end", a minute, an item by number or
    topic. A minute at which the last part begins belongs to it. Words that cannot be read are not late.
    """
    agenda = plan.conversation.agenda
    moment = moment_in(plan.price.disclosure.when, agenda)
    if moment.at_end:
        return True
    if moment.minute is not None:
        length = plan.call.minutes or total_minutes(agenda)
        return bool(length) and 100 * moment.minute >= (100 - last_percent) * length
    topics = [at for at, item in enumerate(agenda) if item.topic.strip()]
    return len(topics) > 1 and moment.item == topics[-1]
