"""The price workings tell the whole price, and none of our limits."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest

from planner.documents.renderer import Paper, Renderer
from planner.documents.views.price_workings import price_workings_view
from planner.exchange.plan_file import read_plan_file
from planner.model.case import Case, Cost, Problem
from planner.model.fields import field_type, with_field
from planner.model.plan import Preparation
from planner.model.price import Alternative, Concession, Driver, Exchange, Price, PriceLine
from planner.model.reflection import Reflection
from planner.model.terms import AlternativeKind, Cadence, DriverKind
from planner.model.text_at_path import TextAtPath
from planner.wording.document_kinds import FOR_THE_CLIENT
from tests.builders import a_plan
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import squeezed, text_of
from tests.test_samples import COMPLETE, PLANS, leaves

_FLOOR = Decimal("613579.24")
_SECRET = "NOT FOR THEM"


def _text(renderer: Renderer, preparation: Preparation) -> str:
    return text_of(renderer.render("price-workings", preparation).pdf)


def _priced(price: Price, case: Case | None = None) -> Preparation:
    preparation = with_field(a_full_plan(), "plan.price", price)
    return with_field(preparation, "plan.case", case or Case())


def _line(amount: str, cadence: Cadence = Cadence.YEAR, **fields: object) -> PriceLine:
    return msgspec.structs.replace(PriceLine(likely=Decimal(amount), cadence=cadence), **fields)


def _against(*theirs: PriceLine, ours: str = "79000", term: int = 36, **fields: object) -> Price:
    price = Price(
        currency="EUR",
        term_months=term,
        ours=(_line(ours),),
        alternative=Alternative(name="Corvex", prices=theirs),
        drivers=(Driver(name="Line time", likely=Decimal(34000), formula="29.7 h × €640"),),
    )
    return msgspec.structs.replace(price, **fields)


@pytest.mark.parametrize("name", COMPLETE)
def test_nothing_private_of_a_real_plan_is_on_it(renderer: Renderer, name: str) -> None:
    preparation = read_plan_file(PLANS / f"{name}.json")
    printed = squeezed(_text(renderer, preparation))
    texts = [(path, text) for path, text in leaves(preparation) if isinstance(text, str) and len(text) > 9]
    public = {text for path, text in texts if not field_type(Preparation, path).private}
    secret = {text for _, text in texts} - public

    assert len(secret) > 20
    assert [text for text in secret if squeezed(text) in printed] == []
    assert "notfortheclient" in printed


@pytest.mark.parametrize("name", COMPLETE)
def test_our_limits_are_not_on_it_however_they_are_written(renderer: Renderer, name: str) -> None:
    preparation = read_plan_file(PLANS / f"{name}.json")
    given = Concession(request=_SECRET, ask_in_return=_SECRET, when=_SECRET)
    secrets = {
        "price.floor": _FLOOR,
        "price.walk_away": _SECRET,
        "price.non_negotiables": (_SECRET,),
        "price.concessions": (given,),
        "fear.avoiding": _SECRET,
        "fear.counter_action": _SECRET,
        "call.politics": _SECRET,
        "conversation.vulnerabilities": _SECRET,
        "reflection": Reflection(learned_client=_SECRET, differently=_SECRET),
    }
    for path, value in secrets.items():
        preparation = with_field(preparation, f"plan.{path}", value)
    rendered = renderer.render("price-workings", preparation)
    printed = text_of(rendered.pdf)

    assert _SECRET not in printed
    assert _SECRET.encode("utf-16-be") not in rendered.pdf
    assert not any(written in printed for written in ("613,579", "613579", "614,000", "613.579"))


def test_both_prices_are_laid_on_one_horizon(renderer: Renderer) -> None:
    theirs = _line("5583", Cadence.MONTH, label="Rent", units=Decimal(2), start_month=6, prepaid=True)
    text = _text(renderer, _priced(_against(theirs)))

    assert "BOTH PRICES, LAID OVER 36 MONTHS" in text
    assert "Our price €237,000 Price €79,000 a year €237,000" in text
    assert "Rent €5,583 a month × 2, from month 6, paid in advance €334,980" in text


def test_what_is_worth_it_is_told_with_where_it_comes_from(renderer: Renderer) -> None:
    driver = Driver(
        name="Line time",
        kind=DriverKind.REVENUE,
        low=Decimal(14000),
        likely=Decimal(19000),
        high=Decimal(22000),
        formula="29.7 h regained × €640, at margin",
        source="downtime log, Sept",
        hard=True,
        confirmed_by="Mara Lindqvist",
        confirmed_on=dt.date(2026, 11, 3),
        ramp_months=3,
    )
    text = _text(renderer, _priced(_against(_line("67000"), term=12, drivers=(driver, Driver(name="Mood")))))

    assert "+ Line time revenue · hard 29.7 h regained × €640, at margin · full after 3 months" in text
    assert "(downtime log, Sept)" in text
    assert "Mara Lindqvist, 3 Nov 2026" in text
    assert "+ Mood not estimated our estimate" in text
    assert "Mood: is not estimated; left out, not 0" in text


def test_all_four_scenarios_stand_below_each_other(renderer: Renderer) -> None:
    text = _text(renderer, a_full_plan())

    for row in (
        "All low €29,000 €12,000 €17,000 47%",
        "Likely €31,000 €12,000 €19,000 44%",
        "All high €33,000 €12,000 €21,000 42%",
        "Half of the claim €14,000 €12,000 €2,000 88%",
    ):
        assert row in text


def test_ranges_are_drawn_at_random_and_say_from_which_seed(renderer: Renderer) -> None:
    text = _text(renderer, a_full_plan())

    assert "Drawn at random 10,000 times (triangular, seed 1), 100% end with a gain: €19,000" in text
    assert "Drawn at random" not in _text(renderer, _priced(_against(_line("67000"))))


def test_no_chance_is_rounded_to_certainty(renderer: Renderer) -> None:
    risky = Driver(name="Line time", low=Decimal(10000), likely=Decimal(34000), high=Decimal(60000))
    text = _text(renderer, _priced(_against(_line("67000"), term=12, drivers=(risky,))))

    assert "more than 99% end with a gain" in text


def test_returns_say_how_they_were_reckoned(renderer: Renderer) -> None:
    text = _text(renderer, _priced(_against(_line("67000"), rate=Decimal("0.085"))))

    assert "Discounted at 8.5% a year, by the month at (1 + 8.5%)^(1/12) − 1" in text
    assert "Net present value" in text
    assert "Return on the price difference 183%" in text
    assert "What each €1 more buys €2.83" in text
    assert "AHEAD OR BEHIND, MONTH BY MONTH" in text


def test_a_year_is_not_discounted_and_has_no_cash_flow(renderer: Renderer) -> None:
    text = _text(renderer, a_full_plan())

    assert "Not discounted: the term is no longer than 12 months." in text
    assert "MONTH BY MONTH" not in text


def test_an_exchange_rate_is_printed_where_it_is_used(renderer: Renderer) -> None:
    rate = Exchange(from_="CHF", to="EUR", rate=Decimal("1.04"), date=dt.date(2026, 11, 3))
    theirs = _line("60000", currency="CHF")
    text = _text(renderer, _priced(_against(theirs, exchange=rate, term=12)))

    assert "1 CHF = 1.04 EUR on 3 Nov 2026." in text
    assert "CHF 60,000 a year €62,400" in text
    assert "1 CHF" not in _text(renderer, _priced(_against(_line("60000"), exchange=rate)))


def test_the_cost_of_inaction_is_kept_apart(renderer: Renderer) -> None:
    cost = Cost(amount=Decimal(2700), currency="EUR", per=Cadence.MONTH)
    case = Case(problems=(Problem(problem="Line 4 stands still", cost=cost),))
    text = _text(renderer, _priced(_against(_line("67000"), term=12), case))

    assert "Staying as it is costs about €2,700 a month." in text
    assert "never added to it" in text
    assert "Likely €34,000 €12,000 €22,000" in text


def test_a_figure_that_cannot_be_used_is_named_and_nothing_rests_on_it(renderer: Renderer) -> None:
    wrong = Driver(name="Overtime", low=Decimal(9), likely=Decimal(5))
    text = _text(renderer, _priced(_against(_line("67000"), drivers=(wrong,))))

    assert "One figure has to be put right before anything can be said." in text
    assert "Overtime, low: 9 is more than likely, 5; not used" in text
    assert "not usable" in text, "it was estimated, and cannot be used"
    assert "not estimated" not in text
    assert "SCENARIOS" not in text
    assert "BREAK-EVEN" not in text


def test_a_price_without_a_rate_is_not_said_to_be_unknown(renderer: Renderer) -> None:
    text = _text(renderer, _priced(_against(_line("67000", currency="CHF"))))

    assert "CHF 67,000 a year not usable" in text


def test_the_price_difference_is_exact_in_every_scenario(renderer: Renderer) -> None:
    text = _text(renderer, _priced(_against(_line("66988"))))

    assert "€12,012" in text
    assert "€12,000" not in text


def test_what_is_said_twice_of_the_problems_is_told_once(renderer: Renderer) -> None:
    dollars = Problem(cost=Cost(amount=Decimal(9), currency="USD", per=Cadence.MONTH))
    text = _text(renderer, _priced(_against(_line("67000")), Case(problems=(dollars, dollars))))

    assert text.count("What the problems cost: USD beside EUR") == 1


def test_waiting_that_saves_is_not_a_negative_cost(renderer: Renderer) -> None:
    training = Driver(name="Training", likely=Decimal(9000), cadence=Cadence.YEAR, against_us=True)
    text = _text(renderer, _priced(_against(_line("80200"), drivers=(training,))))

    assert "Each month of waiting saves €650" in text
    assert "−1% of the alternative’s price" in text


@pytest.mark.parametrize(
    ("price", "verdict"),
    [
        (
            _against(_line("67000")),
            (
                "€12,000 more a year than Corvex, worth about €34,000. Once 35% of the value comes true, "
                "it has paid. At half of the value there is still a gain of about €5,000 a year."
            ),
        ),
        (
            _against(_line("27000")),
            (
                "€52,000 more a year than Corvex, worth about €34,000 so far: 153% of the value would have "
                "to come true. At half of the value about €35,000 a year is missing."
            ),
        ),
        (_against(_line("99000")), "€20,000 less a year than Corvex, and worth about €34,000 more."),
        (_against(_line("79000")), "The same price as Corvex, and worth about €34,000 more."),
        (
            _against(_line("67000"), drivers=()),
            "€12,000 more a year than Corvex. What that is worth is still to be worked out together.",
        ),
        (
            _against(_line("67000"), drivers=(Driver(name="Training", likely=Decimal(5), against_us=True),)),
            "€12,000 more a year than Corvex. What has been found so far does not outweigh it.",
        ),
        (
            _against(alternative=Alternative(kind=AlternativeKind.IN_HOUSE)),
            "€79,000 a year. What doing it yourselves costs is not known yet.",
        ),
        (Price(ours=(PriceLine(),)), "The price is not settled yet."),
    ],
)
def test_the_verdict_takes_no_side(renderer: Renderer, price: Price, verdict: str) -> None:
    text = _text(renderer, _priced(price))

    assert squeezed(verdict) in squeezed(text)
    assert "You cost" not in text
    assert "give it away" not in text


def test_a_plan_without_a_price_is_a_page_to_write_on(renderer: Renderer) -> None:
    rendered = renderer.render("price-workings", a_plan())

    assert rendered.pages == 1
    assert "what would they pay otherwise" in text_of(rendered.pdf)


def test_the_charts_of_the_price_are_on_the_page_with_their_words(renderer: Renderer) -> None:
    pdf = renderer.render("price-workings", a_full_plan()).pdf
    view = price_workings_view(a_full_plan())

    assert set(view.charts) == {"worth", "break-even", "tornado"}
    for chart in view.charts.values():
        assert chart.alt.encode("utf-16-be").hex() in _unpacked(pdf)


def _unpacked(pdf: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    contents = (page.get_contents() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(one.get_data().decode("latin-1") for one in contents if one is not None)


@pytest.mark.parametrize("paper", list(Paper))
def test_an_overfull_price_stays_on_four_pages(renderer: Renderer, paper: Paper) -> None:
    rendered = renderer.render("price-workings", a_monstrous_plan(), paper)

    assert rendered.pages <= 4


def test_the_same_plan_gives_the_same_bytes(renderer: Renderer) -> None:
    assert (
        renderer.render("price-workings", a_full_plan()).pdf
        == renderer.render("price-workings", a_full_plan()).pdf
    )


def test_a_sum_stands_with_its_result_on_our_pages_and_on_none_of_the_clients(renderer: Renderer) -> None:
    price = _against(_line("67000"))
    price = msgspec.structs.replace(price, ours=(_line("19152"),), floor=Decimal(1596))
    preparation = with_field(a_full_plan(), "plan.price", price)
    typed = (
        TextAtPath(path="price.ours[0].likely", text="38*42*12"),
        TextAtPath(path="price.drivers[0].likely", text="850*40"),
        TextAtPath(path="price.floor", text="38*42"),
    )
    plan = msgspec.structs.replace(preparation.plan, as_typed=typed)
    preparation = msgspec.structs.replace(preparation, plan=plan)

    workings, dossier = (
        text_of(renderer.render(name, preparation).pdf) for name in ("price-workings", "dossier")
    )
    assert squeezed("38*42*12 = 19,152") in squeezed(workings)
    assert squeezed("29.7 h × €640 · 850*40 = 34,000") in squeezed(workings), "the formula in prose stays"
    for text in ("38*42*12 = 19,152", "850*40 = 34,000", "38*42 = 1,596"):
        assert squeezed(text) in squeezed(dossier)
    for name in FOR_THE_CLIENT:
        assert "38*42" not in squeezed(text_of(renderer.render(name, preparation).pdf))
