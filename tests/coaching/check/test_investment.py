import datetime as dt
from decimal import Decimal

import pytest

from planner.model.price import Alternative, Driver, PriceDisclosure, PriceDiscussion, PriceLine
from planner.model.terms import Commitment, DisclosureDiscussion, Footing, Side
from tests.coaching.check.plans import JO, TODAY, a_held_call, a_leading_plan, days_ago, fires, found

THIS_CALL = DisclosureDiscussion.THIS_CALL
UNSAID: dict[str, object] = {"reflection.price.raised_by": "nobody"}


def a_driver(low: int, **more: object) -> tuple[Driver, ...]:
    told: dict[str, object] = {"name": "Fewer stops", "confirmed_by": JO, **more}
    return (Driver(low=Decimal(low), likely=Decimal(40_000), **told),)  # type: ignore[arg-type]


def said_when(when: str, discussion: DisclosureDiscussion | None = THIS_CALL) -> dict[str, object]:
    return {"price.disclosure": PriceDisclosure(discussion=discussion, when=when)}


def test_delta_not_covered_fires_when_the_low_estimates_are_worth_less() -> None:
    finding = found("delta-not-covered", a_leading_plan(**{"price.drivers": a_driver(4_000)}))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.said == "We cost €10,000 more; with every driver at its low estimate that buys €4,000."
    assert finding.action.startswith("Ask Jo Hartley how low “Fewer stops”")


def test_delta_not_covered_fires_without_any_driver() -> None:
    finding = found("delta-not-covered", a_leading_plan(**{"price.drivers": ()}))

    assert finding is not None
    assert finding.said == "We cost €10,000 more, and nothing says what that buys."


def test_delta_not_covered_rests_when_we_are_cheaper_or_a_price_is_open() -> None:
    cheaper = {"price.ours": (PriceLine(likely=Decimal(90_000)),), "price.drivers": ()}
    assert not fires("delta-not-covered", a_leading_plan(**cheaper))
    assert not fires("delta-not-covered", a_leading_plan(**{"price.ours": (), "price.drivers": ()}))


def test_delta_not_covered_boundary_is_worth_exactly_the_delta() -> None:
    assert not fires("delta-not-covered", a_leading_plan(**{"price.drivers": a_driver(10_000)}))
    assert fires("delta-not-covered", a_leading_plan(**{"price.drivers": a_driver(9_999)}))
    against = Driver(name="Training", against_us=True, likely=Decimal(1), high=Decimal(2))
    assert fires("delta-not-covered", a_leading_plan(**{"price.drivers": (*a_driver(10_001), against)}))


def test_no_disclosure_fires_without_a_moment() -> None:
    assert fires("no-disclosure", a_leading_plan(**{"price.disclosure": PriceDisclosure(wording="10 more")}))


def test_no_disclosure_rests_with_a_discussion() -> None:
    assert not fires("no-disclosure", a_leading_plan(**said_when("", DisclosureDiscussion.LATER)))


def test_no_disclosure_boundary_is_the_moment_alone() -> None:
    assert fires("no-disclosure", a_leading_plan(**said_when(" ", None)))
    assert not fires("no-disclosure", a_leading_plan(**said_when("minute 20", None)))


def test_late_disclosure_fires_for_a_later_discussion() -> None:
    finding = found("late-disclosure", a_leading_plan(**said_when("", DisclosureDiscussion.LATER)))

    assert finding is not None
    assert finding.evidence[0].value == "later"


@pytest.mark.parametrize(
    "when",
    [
        "at the end",
        "if she asks, or in the last five minutes",
        "last 10 min",
        "min. 50",
        "in the 55th minute",
        "agenda item 4",
        "Punkt 4",
        "with “Who does what by when”",
        "Zum Schluss",
        "am Ende, wenn noch Zeit ist",
        "in den letzten 5 Minuten",
    ],
)
def test_late_disclosure_fires_for_the_end_of_the_call(when: str) -> None:
    assert fires("late-disclosure", a_leading_plan(**said_when(when)))


@pytest.mark.parametrize("commitment", [Commitment.DECIDE, Commitment.EXECUTE])
def test_late_disclosure_fires_in_a_call_for_the_last_commitments(commitment: Commitment) -> None:
    plan = a_leading_plan(**{"call.commitment": commitment})
    assert fires("late-disclosure", plan)
    assert not fires("late-disclosure", plan, a_held_call(20))


@pytest.mark.parametrize(
    "when",
    [
        "min 35, right after Jorge's part & BEFORE anybody asks",
        "Minute 40, Tagesordnung Punkt 3, VOR dem Weg",
        "agenda item 3",
        "with the price item, before who does what",
        "after the worries",
        "in the 10th minute",
        "at the end of the first item",
        "before “Who does what by when”",
        "früh, gleich nach der Begrüßung",
        "",
    ],
)
def test_late_disclosure_rests_for_an_early_or_unreadable_moment(when: str) -> None:
    assert not fires("late-disclosure", a_leading_plan(**said_when(when)))


def test_late_disclosure_rests_when_we_have_said_it_before() -> None:
    before = {"price.discussions": (PriceDiscussion(date=days_ago(9), who_raised_it=Side.US),)}
    assert not fires("late-disclosure", a_leading_plan(**said_when("at the end"), **before))
    asked = {"price.discussions": (PriceDiscussion(date=days_ago(9), who_raised_it=Side.THEM),)}
    assert fires("late-disclosure", a_leading_plan(**said_when("at the end"), **asked))


def test_late_disclosure_boundary_is_the_last_quarter() -> None:
    assert not fires("late-disclosure", a_leading_plan(**said_when("minute 44")))
    assert fires("late-disclosure", a_leading_plan(**said_when("minute 45")))
    assert not fires("late-disclosure", a_leading_plan(**said_when("minute 45")), last_part_percent=20)
    assert fires("late-disclosure", a_leading_plan(**said_when("minute 45"), **{"call.minutes": None}))


def test_never_disclosed_fires_when_nobody_said_it_in_earlier_calls() -> None:
    earlier = (a_held_call(40, **UNSAID), a_held_call(20, **UNSAID))
    finding = found("never-disclosed", a_leading_plan(), *earlier)

    assert finding is not None
    assert finding.said == "In 2 calls, nobody said the price."
    assert finding.action == "Say it as planned, before they ask: minute 35."


def test_never_disclosed_fires_when_only_they_raised_it() -> None:
    finding = found(
        "never-disclosed", a_leading_plan(), a_held_call(20, **{"reflection.price.raised_by": "them"})
    )

    assert finding is not None
    assert finding.evidence[0].value == "raised by them"


def test_never_disclosed_rests_once_we_said_it() -> None:
    assert not fires("never-disclosed", a_leading_plan(), a_held_call(40), a_held_call(20, **UNSAID))
    logged = {"price.discussions": (PriceDiscussion(who_raised_it=Side.US),)}
    assert not fires("never-disclosed", a_leading_plan(**logged), a_held_call(20, **UNSAID))


def test_never_disclosed_boundary_is_the_first_call_held() -> None:
    planned = a_held_call(0, **UNSAID, **{"reflection.held_on": None, "reflection.outcome": None})
    assert not fires("never-disclosed", a_leading_plan())
    assert not fires("never-disclosed", a_leading_plan(), planned)
    assert fires("never-disclosed", a_leading_plan(), planned, today=TODAY + dt.timedelta(days=1))


def test_unconfirmed_value_fires_when_every_driver_is_a_guess() -> None:
    guesses = (Driver(name="Fewer stops", low=Decimal(20_000)), Driver(name="Less scrap", likely=Decimal(1)))
    finding = found("unconfirmed-value", a_leading_plan(**{"price.drivers": guesses}), a_held_call(20))

    assert finding is not None
    assert finding.evidence[0].field == "plan.price.drivers[0].confirmed_by"
    assert finding.evidence[1].value == "2 drivers, none confirmed"
    assert "Fewer stops" in finding.action


def test_unconfirmed_value_rests_without_drivers() -> None:
    assert not fires("unconfirmed-value", a_leading_plan(**{"price.drivers": ()}), a_held_call(20))


def test_unconfirmed_value_rests_before_the_first_call() -> None:
    guess = (Driver(name="Fewer stops", low=Decimal(20_000)),)
    assert not fires("unconfirmed-value", a_leading_plan(**{"price.drivers": guess}))


def test_unconfirmed_value_boundary_is_one_confirmed_in_our_favour() -> None:
    held = a_held_call(20)
    guess, sure = Driver(name="Scrap", low=Decimal(30_000)), Driver(name="Stops", confirmed_by=JO)
    against = Driver(name="Training", against_us=True, confirmed_by=JO)
    assert not fires("unconfirmed-value", a_leading_plan(**{"price.drivers": (guess, sure)}), held)
    assert fires("unconfirmed-value", a_leading_plan(**{"price.drivers": (guess, against)}), held)
    assert not fires("unconfirmed-value", a_leading_plan(**{"price.drivers": (against,)}), held)


def test_no_alternative_price_fires_without_one() -> None:
    finding = found(
        "no-alternative-price", a_leading_plan(**{"price.alternative": Alternative(name="Bramble")})
    )

    assert finding is not None
    assert "Bramble" in finding.said


def test_no_alternative_price_rests_with_one() -> None:
    assert not fires("no-alternative-price", a_leading_plan())


def test_no_alternative_price_boundary_is_a_single_guess() -> None:
    lines = (PriceLine(label="Rate"), PriceLine(label="Set-up", high=Decimal(0)))
    assert fires(
        "no-alternative-price", a_leading_plan(**{"price.alternative": Alternative(prices=lines[:1])})
    )
    assert not fires(
        "no-alternative-price", a_leading_plan(**{"price.alternative": Alternative(prices=lines)})
    )
