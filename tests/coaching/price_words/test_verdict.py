"""The verdict on a price in plain words: every case has its own."""

import pytest

from planner.coaching.price_words.verdict import Verdict, price_verdict
from planner.model.price import Price
from planner.model.terms import AlternativeKind
from tests.coaching.price_words.prices import a_price, beside, yearly


def _said(price: Price, locale: str = "en_GB") -> tuple[str, str]:
    verdict = price_verdict(price, locale)
    return verdict.headline.replace("\u00a0", " "), verdict.second.replace("\u00a0", " ")


_JUSTIFIED = "Even if only 44% of the claim comes true, they are no worse off."


@pytest.mark.parametrize(
    ("price", "headline", "second"),
    [
        pytest.param(
            a_price("79000", "67000", "34000", against="3000"),
            f"€12,000 (18%) more a year, worth about €31,000. {_JUSTIFIED}",
            "If only half comes true they still gain about €2,000 a year.",
            id="justified",
        ),
        pytest.param(
            a_price("79000", "67000", "34000", against="3000", term=36),
            f"€12,000 (18%) more a year, worth about €31,000. {_JUSTIFIED}",
            "If only half comes true they still gain about €2,000 a year.",
            id="every year of the term is alike",
        ),
        pytest.param(
            a_price("100000", "90000", "20000"),
            (
                "€10,000 (11%) more a year, worth about €20,000. "
                "Even if only 50% of the claim comes true, they are no worse off."
            ),
            "If only half comes true they come out even.",
            id="exactly half",
        ),
        pytest.param(
            a_price("80000", "67000", "13000"),
            (
                "€13,000 (19%) more a year, worth about €13,000. "
                "100% of the claim has to come true before they are no worse off."
            ),
            "If only half comes true they are about €6,500 a year short.",
            id="all of it",
        ),
        pytest.param(
            a_price("1500", "1000", "300"),
            (
                "€500 (50%) more a year, worth only about €300: the premium is not justified. "
                "167% of the claim would have to come true."
            ),
            (
                "About €200 a year is missing: have them confirm more value, "
                "or bring the difference down to €300."
            ),
            id="not justified",
        ),
        pytest.param(
            a_price("67000", "67000", "9000", once="15000"),
            (
                "€15,000 (22%) more over 12 months, worth only about €9,000: the premium is not justified. "
                "167% of the claim would have to come true."
            ),
            (
                "About €6,000 over 12 months is missing: have them confirm more value, or bring the "
                "difference down to €9,000. Over 24 months the same figures would carry it."
            ),
            id="not justified over this term, and a one-off is not spread over years",
        ),
        pytest.param(
            a_price("79000", "67000", against="3000"),
            "€12,000 (18%) more a year, and nothing that outweighs it: the premium is not justified.",
            "About €15,000 a year is missing: find value that they confirm, or do not be dearer.",
            id="only drivers against us",
        ),
        pytest.param(
            a_price("79000", "67000", None),
            "€12,000 (18%) more a year. What that is worth to them is not estimated yet.",
            "Three figures are enough: what it saves, what it earns, what it makes safer.",
            id="no driver estimated",
        ),
        pytest.param(
            a_price("55000", "67000"),
            "You cost €12,000 (18%) less a year than Corvex.",
            "No justification needed; do not give it away.",
            id="cheaper",
        ),
        pytest.param(
            a_price("60000", "67000", "5000"),
            "You cost €7,000 (10%) less a year than Corvex and are worth about €5,000 more.",
            "No justification needed; do not give it away.",
            id="cheaper and better",
        ),
        pytest.param(
            a_price("60000", "67000", against="5000"),
            "You cost €7,000 (10%) less a year than Corvex. "
            "Does that cover the €5,000 or so that they give up?",
            "By these figures it does: they keep about €2,000 of the saving.",
            id="cheaper, with something given up",
        ),
        pytest.param(
            a_price("60000", "67000", against="9000"),
            "You cost €7,000 (10%) less a year than Corvex. "
            "Does that cover the €9,000 or so that they give up?",
            "By these figures it does not: about €2,000 is missing.",
            id="cheaper, with more given up than saved",
        ),
        pytest.param(
            a_price("60000", "60000"),
            "The same price as Corvex.",
            "The price does not decide this. Say what is different.",
            id="same price",
        ),
        pytest.param(
            a_price("60000", "60000", "5000"),
            "The same price as Corvex, worth about €5,000 more.",
            "Nothing to justify; say what is different.",
            id="same price, better",
        ),
        pytest.param(
            a_price("60000", "60000", against="5000"),
            "The same price as Corvex, worth about €5,000 less.",
            "Find what speaks for you.",
            id="same price, worse",
        ),
        pytest.param(
            a_price("79000", None, "31000"),
            "€79,000 a year. What Corvex costs is not known yet.",
            (
                "Below about €48,000 a year they are better off there. "
                "Ask, or write down the lowest and highest it may be."
            ),
            id="unknown price",
        ),
        pytest.param(
            a_price("20000", None, "31000"),
            "€20,000 a year. What Corvex costs is not known yet.",
            "By these figures you are worth more than you cost, whatever they pay.",
            id="unknown price that does not matter",
        ),
        pytest.param(
            a_price("79000", None),
            "€79,000 a year. What Corvex costs is not known yet.",
            "Ask, or write down the lowest and highest it may be.",
            id="unknown price, no driver",
        ),
        pytest.param(
            beside(
                a_price("79000", "67000", "34000", against="3000"),
                known=False,
                prices=(yearly("67000", "60000", "70000"),),
            ),
            f"€12,000 (18%) more a year (€9,000 to €19,000), worth about €31,000. {_JUSTIFIED}",
            (
                "If only half comes true they still gain about €2,000 a year. "
                "Their price is a guess. Below about €48,000 a year they are better off there."
            ),
            id="guessed price",
        ),
        pytest.param(
            beside(
                a_price("79000", "67000", "34000", against="3000"), kind=AlternativeKind.STATUS_QUO, name=""
            ),
            f"€12,000 (18%) more a year than staying as it is, worth about €31,000. {_JUSTIFIED}",
            "If only half comes true they still gain about €2,000 a year.",
            id="status quo, at its continuing cost",
        ),
        pytest.param(
            beside(a_price("12000", "0", "34000"), kind=AlternativeKind.IN_HOUSE, name=""),
            (
                "€12,000 more a year than doing it in-house, which costs them nothing, worth about €34,000. "
                "Even if only 35% of the claim comes true, they are no worse off."
            ),
            "If only half comes true they still gain about €5,000 a year.",
            id="in-house for free",
        ),
        pytest.param(
            a_price(None, "67000"),
            "Our price is not estimated yet.",
            "Write it down as you will say it.",
            id="our price missing",
        ),
    ],
)
def test_the_verdict_reads_as_a_rep_would_say_it(price: Price, headline: str, second: str) -> None:
    assert _said(price) == (headline, second)


def test_nothing_estimated_gives_no_verdict() -> None:
    assert price_verdict(Price()) == Verdict("", "")


def test_a_share_a_little_over_one_hundred_is_not_rounded_to_it() -> None:
    headline, _ = _said(a_price("80040", "67000", "13000"))
    assert "not justified" in headline
    assert "100.3% of the claim" in headline


def test_the_screen_writes_numbers_by_its_locale() -> None:
    headline, _ = _said(a_price("79000.50", "67000", "34000"), "de_DE")
    assert headline.startswith("12.000,50 € (18 %) more a year, worth about 34.000 €.")
