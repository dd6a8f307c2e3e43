"""The price that goes to the client: our lines, the alternative where it is known, worth, and the share."""

from decimal import Decimal

import msgspec
import pytest

from planner.documents.renderer import Paper, Renderer
from planner.documents.views.client_pages import ClientDriver, ClientPriceLine
from planner.documents.views.client_price import client_price
from planner.model.plan import Preparation
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import AlternativeKind, Cadence
from tests.builders import a_plan
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import text_of

LEASE = PriceLine(label="Lease", likely=Decimal(79000), cadence=Cadence.YEAR)


def priced(*lines: PriceLine, **fields: object) -> Preparation:
    theirs = Alternative(name="Corvex", known=True, prices=(PriceLine(likely=Decimal(201000)),))
    price = Price(currency="EUR", term_months=36, ours=lines, alternative=theirs)
    return a_plan(price=msgspec.structs.replace(price, **fields))


def test_all_amounts_are_over_one_term(renderer: Renderer) -> None:
    text = text_of(renderer.render("price", a_full_plan(**{"price.term_months": 36})).pdf)

    for said in (
        "OUR PRICE, OVER 36 MONTHS Lease €79,000 a year €237,000",
        "Corvex, over 36 months €201,000",
        "Line time +€57,000 Overtime +€27,000",
        "Training, two setters −€3,000",
        "of this value comes true, the difference in price is covered. This is an estimate.",
    ):
        assert said in text


def test_a_line_without_an_amount_leaves_the_total_open() -> None:
    view = client_price(priced(LEASE, PriceLine(label="Spares")))

    assert view.lines == (
        ClientPriceLine("Lease", "€79,000 a year", "€237,000"),
        ClientPriceLine("Spares", "", "to be settled"),
    )
    assert view.total == "to be settled"


def test_a_figure_that_cannot_be_used_is_left_open_without_a_remark(renderer: Renderer) -> None:
    wrong = Driver(name="Overtime", low=Decimal(9), likely=Decimal(5))
    preparation = priced(msgspec.structs.replace(LEASE, currency="CHF"), drivers=(wrong,))
    text = text_of(renderer.render("price", preparation).pdf)

    assert "Lease CHF 79,000 a year to be settled" in text
    assert "Overtime" not in text
    assert "not used" not in text


def test_what_has_no_amount_is_no_value_yet() -> None:
    noise = Driver(name="Noise", likely=Decimal(20), against_us=True)
    drivers = (Driver(name="Mood"), Driver(likely=Decimal(10)), noise)

    assert client_price(priced(LEASE, drivers=drivers, term_months=12)).drivers == (
        ClientDriver("Other", "+€10"),
        ClientDriver("Noise", "−€20"),
    )


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        (AlternativeKind.COMPETITOR, "Corvex"),
        (AlternativeKind.IN_HOUSE, "Doing it yourselves"),
        (AlternativeKind.STATUS_QUO, "Staying as you are"),
    ],
)
def test_the_alternative_is_called_as_the_client_would(kind: AlternativeKind, called: str) -> None:
    theirs = Alternative(kind=kind, name="Corvex", known=True, prices=(PriceLine(likely=Decimal(9)),))
    view = client_price(priced(LEASE, alternative=theirs))

    assert (view.other, view.other_total) == (called, "€9")


def test_a_share_is_told_only_where_there_is_a_difference_to_cover() -> None:
    driver = Driver(name="Line time", likely=Decimal(24000))

    assert client_price(priced(LEASE, drivers=(driver,))).share == "50%"
    assert client_price(priced(LEASE)).share == ""
    cheaper = msgspec.structs.replace(LEASE, likely=Decimal(60000))
    view = client_price(priced(cheaper, drivers=(driver,)))
    assert (view.share, view.charts) == ("", {})


def test_a_plan_without_a_price_is_a_page_to_write_on(renderer: Renderer) -> None:
    page = renderer.render("price", a_plan())

    assert page.pages == 1
    assert "OUR PRICE" in text_of(page.pdf)
    assert "TO YOU" not in text_of(page.pdf)


@pytest.mark.parametrize("paper", Paper)
def test_an_overfull_price_stays_on_four_pages(renderer: Renderer, paper: Paper) -> None:
    assert renderer.render("price", a_monstrous_plan(), paper).pages <= 4
