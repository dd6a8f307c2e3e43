"""Both prices side by side, and what each driver comes to."""

import re
from decimal import Decimal

import msgspec
import pytest

from planner.coaching.price_charts import break_even_chart
from planner.coaching.price_words.sides import SideWords, both_sides, driver_words
from planner.coaching.price_words.speech import speech_of
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.terms import Cadence
from tests.coaching.price_words.prices import a_price, beside, yearly


def _sides(price: Price) -> tuple[SideWords, SideWords]:
    return both_sides(price, figures(price))


def _plain(words: SideWords) -> tuple[str, str, str]:
    return tuple(text.replace("\u00a0", " ") for text in (words.whose, words.total, words.made_of))  # type: ignore[return-value]


def test_different_terms_are_made_comparable_before_the_eyes() -> None:
    price = beside(
        a_price(None, None, term=36, once="237000"),
        prices=(PriceLine(likely=Decimal(5583), cadence=Cadence.MONTH),),
    )
    ours, theirs = map(_plain, _sides(price))
    assert ours == (
        "Our price",
        "€237,000 over 36 months",
        "Retrofit €237,000 once · laid on 36 months about €79,000 a year",
    )
    assert theirs[:2] == ("Next best alternative: Corvex", "€200,988 over 36 months")
    assert theirs[2].startswith("€5,583 a month")


def test_recurring_prices_are_spoken_of_by_the_year() -> None:
    price = beside(
        a_price("79000", None, term=36), prices=(PriceLine(likely=Decimal(5583), cadence=Cadence.MONTH),)
    )
    ours, theirs = map(_plain, _sides(price))
    assert ours[1:] == ("€79,000 a year", "€79,000 a year")
    assert theirs[1:] == ("€66,996 a year", "€5,583 a month")


def test_units_duration_and_a_currency_of_its_own_are_said() -> None:
    line = PriceLine(
        label="gate",
        likely=Decimal("46.50"),
        cadence=Cadence.YEAR,
        units=Decimal(2400),
        months=12,
        currency="USD",
    )
    price = Price(currency="EUR", term_months=24, ours=(line,))
    assert _plain(_sides(price)[0])[2].startswith("Gate 2400 × US$46.50 a year, 12 months")


def test_what_is_not_known_is_said() -> None:
    ours, theirs = _sides(Price())
    assert (ours.total, theirs.total) == ("not estimated yet", "not known yet")
    assert (ours.whose, theirs.whose) == ("Our price", "Next best alternative")


def test_a_guessed_price_shows_its_range() -> None:
    price = beside(a_price("79000", None), prices=(yearly("67000", "60000", "70000"),))
    assert _plain(_sides(price)[1])[1] == "€67,000 a year (€60,000 to €70,000)"


@pytest.mark.parametrize(
    ("driver", "words"),
    [
        (
            Driver(low=Decimal(7), likely=Decimal(9), high=Decimal(10), confirmed_by="Ines Marlow"),
            "+ €9 a year (€7 to €10)",
        ),
        (Driver(likely=Decimal(3), against_us=True), "− €3 a year · our estimate"),
        (Driver(), "Not estimated yet: left out, not counted as 0."),
    ],
)
def test_a_driver_says_what_it_comes_to_and_whose_figure_it_is(driver: Driver, words: str) -> None:
    price = msgspec.structs.replace(a_price("10", "9"), drivers=(driver,))
    line = figures(price).lines[-1]
    assert driver_words(driver, line, speech_of(price)).replace("\u00a0", " ") == words


def test_what_lasts_a_month_is_said_in_the_singular() -> None:
    line = PriceLine(label="licence", likely=Decimal(5), cadence=Cadence.MONTH, months=1)
    assert _plain(_sides(Price(currency="EUR", ours=(line,)))[0])[2] == "Licence €5 a month, 1 month"


@pytest.mark.parametrize("locale", ["ar_EG", "fa_IR", "bn_BD", "mr_IN"])
def test_no_number_of_the_price_step_is_left_in_other_digits_than_the_locales(locale: str) -> None:
    line = PriceLine(likely=Decimal(5583), cadence=Cadence.MONTH, units=Decimal(4), months=24)
    price = beside(a_price(None, None, term=36, once="237000"), prices=(line,))
    found = figures(price)
    share = break_even_chart(found, locale)
    assert share is None or not re.search("[0-9]", share.low + share.high + share.shown)
    for side in both_sides(price, found, locale):
        assert re.search(r"\d", side.total)
        assert not re.search("[0-9]", side.total + side.made_of)
