"""The talk track, drafted from the figures and meant for the client's ears."""

import datetime as dt
from decimal import Decimal

import msgspec

from planner.coaching.price_words.talk_track import talk_track
from planner.model.price import Concession, Driver, Price, PriceDisclosure
from planner.model.terms import AlternativeKind, Cadence
from tests.coaching.price_words.prices import a_price, beside


def _drafted(price: Price) -> list[str]:
    return talk_track(price).replace("\u00a0", " ").splitlines()


def _with_drivers(price: Price, *drivers: Driver) -> Price:
    return msgspec.structs.replace(price, drivers=drivers)


LINE_TIME = Driver(
    name="Line time",
    likely=Decimal(19000),
    formula="29.7 h × 640 €",
    source="downtime log, Sept",
    confirmed_by="Ines Lindqvist",
    confirmed_on=dt.date(2026, 11, 3),
)
OVERTIME = Driver(name="Overtime", likely=Decimal(750), cadence=Cadence.MONTH, source="October payroll")
TRAINING = Driver(name="Training", likely=Decimal(3000), against_us=True)


def test_price_first_then_what_the_difference_buys_and_a_question_last() -> None:
    price = _with_drivers(a_price("79000", "67000", term=36), OVERTIME, LINE_TIME, TRAINING)
    assert _drafted(price) == [
        "Our price is €79,000 a year.",
        "That is €12,000 a year more than Corvex.",
        (
            "For the difference you get Line time, about €19,000 a year (29.7 h × 640 €; confirmed by Ines "
            "Lindqvist); and Overtime, about €9,000 a year (our estimate, please correct it)."
        ),
        "What it asks of you is counted too: Training, about €3,000 a year.",
        "You can check it yourselves: downtime log, Sept and October payroll.",
        "Even if only 54% of that comes true, you are no worse off.",
        "Which of these figures would you change?",
    ]


def test_the_proof_of_the_disclosure_goes_before_the_sources() -> None:
    price = _with_drivers(a_price("79000", "67000"), LINE_TIME)
    price = msgspec.structs.replace(price, disclosure=PriceDisclosure(proof="your own downtime log"))
    assert "You can check it yourselves: your own downtime log." in _drafted(price)


def test_a_premium_that_is_not_justified_is_not_talked_up() -> None:
    drafted = _drafted(a_price("1500", "1000", "300"))
    assert drafted[-2:] == [
        "As they stand, these figures do not carry the difference yet.",
        "What else would it change for you that we have not counted?",
    ]


def test_much_of_the_claim_having_to_come_true_is_said() -> None:
    assert "90% of that has to come true for you to be no worse off." in _drafted(a_price("99", "90", "10"))


def test_cheaper_needs_no_justification() -> None:
    assert _drafted(a_price("55000", "67000")) == [
        "Our price is €55,000 a year.",
        "That is €12,000 a year less than Corvex.",
        "What would still speak against it?",
    ]


def test_a_price_we_do_not_know_is_asked_for() -> None:
    drafted = _drafted(a_price("79000", None, "31000"))
    assert "I do not know what Corvex costs you." in drafted
    assert drafted[-1] == "What do you pay today, all in?"


def test_the_status_quo_is_spoken_of_as_theirs() -> None:
    price = beside(a_price("79000", "67000", "20000"), kind=AlternativeKind.STATUS_QUO, name="carry on")
    assert "That is €12,000 a year more than staying as you are." in _drafted(price)


def test_nothing_is_drafted_without_a_price_of_ours() -> None:
    assert talk_track(a_price(None, "67000", "5000")) == ""


def test_nothing_is_drafted_while_a_figure_cannot_be_used() -> None:
    wrong = Driver(name="Overtime", low=Decimal(9), likely=Decimal(5))
    assert talk_track(_with_drivers(a_price("79000", "67000"), wrong)) == ""


def test_nothing_private_is_said() -> None:
    price = msgspec.structs.replace(
        a_price("79000", "67000", "34000"),
        floor=Decimal(71500),
        walk_away="the pilot has to be free",
        non_negotiables=("training stays",),
        concessions=(Concession(request="quarterly billing"),),
    )
    assert talk_track(price) == talk_track(a_price("79000", "67000", "34000"))
