"""The price of a competitor beside ours, and three drivers, in a minute of typing."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_plan
from tests.desktop.price.price_story import PriceStory
from tests.desktop.stage import Stage

MOST_ACTIONS = 40
"""A click, a Tab or shortcut, and a value typed count as one action each."""

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def story(stage: Stage) -> PriceStory:
    return PriceStory(stage, a_plan(**{"client.name": "Brightmoor"}))


def test_a_rep_enters_a_competitor_two_prices_and_three_drivers_and_reads_the_verdict(
    story: PriceStory,
) -> None:
    story.type("EUR")
    story.press(Qt.Key.Key_Tab)
    story.type("36")
    story.click(story.field("price.alternative.name"))
    story.type("Corvex")
    story.press(Qt.Key.Key_Tab)
    story.press(Qt.Key.Key_Return)  # adds a price of ours
    story.press(Qt.Key.Key_Tab)
    story.type("237k")
    story.click(story.rows("price.alternative.prices").add_button)
    story.press(Qt.Key.Key_Tab)
    story.type("5583")
    story.press(Qt.Key.Key_Tab)
    story.type("Every m")
    story.click(story.rows("price.drivers").add_button)
    drivers = (
        ("Line time", "14k", "19k", "22k"),
        ("Overtime", "7k", "9k", "10k"),
        ("Penalties", "0", "6k", "9k"),
    )
    for at, driver in enumerate(drivers):
        if at:
            story.press(Qt.Key.Key_Return, CTRL)
        for place, value in enumerate(driver):
            if place:
                story.press(Qt.Key.Key_Tab)
            story.type(value)

    assert story.headline == (
        "€36,012 (18%) more over 36 months, worth about €102,000. "
        "Even if only 35% of the claim comes true, they are no worse off."
    )
    assert story.second == "If only half comes true they still gain about €15,000 over 36 months."
    assert story.actions < MOST_ACTIONS
    story.close()
