import datetime as dt
from decimal import Decimal

import pytest

from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.terms import AlternativeKind, Cadence, Channel, Commitment, Stance
from tests.exchange.files import a_file, complaints, read


def test_what_is_not_said_is_blank() -> None:
    plan = read(
        client={}, plan={"call": {"title": None, "links": None, "deal_value": None, "starts": None}}
    ).plan

    assert plan.call.title == ""
    assert plan.call.links == ()
    assert plan.call.deal_value.amount is None
    assert plan.call.starts is None


def test_null_keeps_what_a_field_stands_at() -> None:
    price = read(
        plan={"price": {"rate": None, "drivers": [{"cadence": None, "hard": None}, None]}}
    ).plan.price

    assert price.rate == Decimal("0.10")
    assert [driver.cadence for driver in price.drivers] == [Cadence.YEAR, Cadence.YEAR]


def test_numbers_are_exact_whatever_their_length() -> None:
    data = a_file(plan={"price": {"floor": "AMOUNT"}}).replace(b'"AMOUNT"', b"1234567890.123456789012")

    assert preparation_in(data, "plan.json").plan.price.floor == Decimal("1234567890.123456789012")


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("98k", "98000", ""),
        ("98.000,50 €", "98000.50", "EUR"),
        ("CHF 12'500", "12500", "CHF"),
        ("1,250.50", "1250.50", ""),
        (98000, "98000", ""),
        ("98000.00", "98000", ""),
    ],
)
def test_an_amount_as_people_type_it(typed: object, amount: str, currency: str) -> None:
    for money in (typed, {"amount": typed}, {"amount": typed, "currency": ""}):
        value = read(plan={"call": {"deal_value": money}}).plan.call.deal_value

        assert (value.amount, value.currency) == (Decimal(amount), currency)


def test_a_choice_is_read_by_its_former_name_too() -> None:
    client = read(client={"name": "Tarn", "contacts": [{"stance": "opponent"}, {"stance": "Sceptic"}]}).client

    assert [contact.stance for contact in client.contacts] == [Stance.SCEPTIC, Stance.SCEPTIC]


def test_a_cost_may_be_one_text_too() -> None:
    problems = read(plan={"case": {"problems": [{"cost": "12000 EUR"}]}}).plan.case.problems

    assert (problems[0].cost.amount, problems[0].cost.currency) == (Decimal(12000), "EUR")


def test_a_typed_currency_fills_the_prices_own_if_that_is_blank() -> None:
    price = read(plan={"price": {"ours": [{"likely": "98k €"}], "floor": "90000 EUR"}}).plan.price

    assert price.currency == "EUR"
    assert price.ours[0].likely == Decimal(98000)


def test_a_typed_currency_may_repeat_the_prices_own() -> None:
    price = read(plan={"price": {"currency": "€", "ours": [{"likely": "98k EUR"}]}}).plan.price

    assert price.currency == "€"


def test_a_price_line_may_be_in_a_currency_of_its_own() -> None:
    price = read(
        plan={"price": {"currency": "EUR", "ours": [{"likely": "98k USD"}, {"likely": "2k"}]}}
    ).plan.price

    assert (price.currency, [line.currency for line in price.ours]) == ("EUR", ["USD", ""])


def test_a_typed_currency_that_contradicts_is_refused() -> None:
    plan = {"price": {"ours": [{"currency": "EUR", "likely": "98k USD"}]}}

    assert complaints(a_file(plan=plan)) == (
        "plan.price.ours[0].likely: is in USD, but plan.price.ours[0].currency is in EUR",
    )


def test_two_typed_currencies_in_one_price_are_refused() -> None:
    plan = {"price": {"ours": [{"low": "9 EUR", "likely": "98k USD"}]}}

    assert complaints(a_file(plan=plan)) == (
        "plan.price.ours[0].likely: is in USD, but plan.price.ours[0].low is in EUR",
    )


def test_a_sign_means_the_currency_of_the_price_or_of_the_amount_itself() -> None:
    plan = read(
        plan={
            "call": {"deal_value": {"amount": "$98k", "currency": "MXN"}},
            "case": {"problems": [{"cost": {"amount": "$500"}}]},
            "price": {"ours": [{"likely": "$500"}], "floor": "400 $", "currency": "CAD"},
        }
    ).plan

    assert (plan.price.currency, plan.price.ours[0].currency, plan.price.floor) == (
        "CAD",
        "CAD",
        Decimal(400),
    )
    assert plan.case.problems[0].cost.currency == "CAD"
    assert plan.call.deal_value.currency == "MXN"


def test_a_sign_may_be_that_of_a_currency_exchanged() -> None:
    exchange = {"from": "SEK", "to": "EUR", "rate": "0.09"}
    plan = {"price": {"currency": "EUR", "exchange": exchange, "ours": [{"likely": "5 Mkr"}]}}
    line = read(plan=plan).plan.price.ours[0]

    assert (line.likely, line.currency) == (Decimal(5_000_000), "SEK")


@pytest.mark.parametrize("currency", ["", "EUR"])
def test_a_sign_of_several_currencies_none_of_them_the_prices_is_asked_about(currency: str) -> None:
    plan = {"price": {"currency": currency, "ours": [{"likely": "$500"}]}}

    assert complaints(a_file(plan=plan)) == (
        "plan.price.ours[0].likely: $ is used by several currencies; write USD 500 or CAD 500",
    )


def test_a_sign_with_a_letter_that_is_a_suffix_elsewhere_is_the_sign() -> None:
    ours = read(plan={"price": {"ours": [{"likely": "1250 Kč"}, {"likely": "250 000 Kč"}]}}).plan.price.ours

    assert [(line.likely, line.currency) for line in ours] == [
        (Decimal(1250), "CZK"),
        (Decimal(250_000), "CZK"),
    ]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("38*42*12", "19152"), ("240*4.5%", "10.8"), ("300 × 85 €", "25500"), ("10/3", "3.33")],
)
def test_arithmetic_in_an_amount_is_reckoned(typed: str, amount: str) -> None:
    assert read(plan={"price": {"ours": [{"likely": typed}]}}).plan.price.ours[0].likely == Decimal(amount)


def test_arithmetic_is_kept_beside_its_amount_and_given_back() -> None:
    plan = {
        "price": {"currency": "EUR", "ours": [{}, {"likely": "300 × 85 €"}]},
        "case": {"problems": [{"cost": {"amount": "38*42*12"}}]},
        "call": {"deal_value": {"amount": "5*4 $", "currency": "CAD"}},
    }
    preparation = read(plan=plan)
    kept = {typed.path: typed.text for typed in preparation.plan.as_typed}

    assert kept == {
        "call.deal_value.amount": "5*4 $",
        "case.problems[0].cost.amount": "38*42*12",
        "price.ours[1].likely": "300 × 85 €",
    }
    assert preparation_in(plan_file(preparation), "again.json") == preparation


def test_a_sum_that_no_longer_comes_to_its_amount_is_left_out() -> None:
    as_typed = [{"path": "price.floor", "text": "38*42"}, {"path": "call.deal_value.amount", "text": "1*2"}]

    assert read(plan={"price": {"floor": "1597"}, "as_typed": as_typed}).plan.as_typed == ()
    assert len(read(plan={"price": {"floor": "1596"}, "as_typed": as_typed}).plan.as_typed) == 1


def test_arithmetic_in_what_is_no_money_keeps_more_digits() -> None:
    line = read(plan={"price": {"ours": [{"likely": "5", "units": "1/3"}]}}).plan.price.ours[0]

    assert line.units == Decimal("0.333333")


@pytest.mark.parametrize(("typed", "problem"), [("5/0", "divided by 0"), ("27/11/2026", "looks like a day")])
def test_arithmetic_that_comes_to_nothing_says_why(typed: str, problem: str) -> None:
    (complaint,) = complaints(a_file(plan={"price": {"floor": typed}}))

    assert complaint.startswith("plan.price.floor: ")
    assert problem in complaint


def test_an_amount_that_can_mean_two_is_refused_with_both() -> None:
    assert complaints(a_file(plan={"price": {"floor": "98.000"}})) == (
        'plan.price.floor: "98.000" can mean two amounts; write 98 or 98000',
    )


@pytest.mark.parametrize(
    "spelling", ["Build Consensus", "build_consensus", "BUILD-CONSENSUS", " build  consensus "]
)
def test_a_choice_in_any_spelling(spelling: str) -> None:
    assert read(plan={"call": {"commitment": spelling}}).plan.call.commitment is Commitment.BUILD_CONSENSUS


def test_choices_with_hyphens_and_spaces() -> None:
    plan = read(
        plan={
            "call": {"channel": "in_person"},
            "price": {"alternative": {"kind": "In House"}, "ours": [{"cadence": "one off"}]},
        }
    ).plan

    assert plan.call.channel is Channel.IN_PERSON
    assert plan.price.alternative.kind is AlternativeKind.IN_HOUSE
    assert plan.price.ours[0].cadence is Cadence.ONE_OFF


@pytest.mark.parametrize(("written", "meant"), [(True, True), ("Yes", True), (" no", False), (False, False)])
def test_yes_and_no(written: object, meant: object) -> None:
    assert read(client={"dream_client": written}).client.dream_client is meant


@pytest.mark.parametrize(
    ("written", "offset_hours"),
    [
        ("2026-12-01T10:00:00+01:00", 1),
        ("2026-12-01T10:00+01:00", 1),
        ("2026-12-01 10:00Z", 0),
        ("2026-12-01T10:00:00.5-05:00", -5),
    ],
)
def test_a_moment_keeps_its_offset(written: str, offset_hours: int) -> None:
    starts = read(plan={"call": {"starts": written}}).plan.call.starts

    assert starts is not None
    assert (starts.hour, starts.utcoffset()) == (10, dt.timedelta(hours=offset_hours))


def test_ids_are_kept_and_the_plan_knows_its_client() -> None:
    preparation = read(client={"id": "tarn-1"}, plan={"id": "P_7", "edited_on": ["2026-11-02"]})

    assert (preparation.client.id, preparation.plan.id, preparation.plan.client_id) == (
        "tarn-1",
        "P_7",
        "tarn-1",
    )
    assert preparation.plan.edited_on == (dt.date(2026, 11, 2),)


def test_a_byte_order_mark_is_no_harm() -> None:
    assert complaints(b"\xef\xbb\xbf" + a_file()) == ()


def test_a_line_break_of_an_office_program_is_read_as_one() -> None:
    case = read(plan={"case": {"why_now": "Costs\x0brise\x0cagain"}}).plan.case
    assert case.why_now == "Costs\nrise\nagain"
