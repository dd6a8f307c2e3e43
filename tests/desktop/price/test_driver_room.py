"""A driver beside the page in a window of 1280 by 800: nothing of usual length is cut."""

import datetime as dt
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStyleOptionFrame, QWidget

from planner.desktop.fields import RowsField
from planner.model.client import Contact
from planner.model.price import Driver
from planner.model.terms import Cadence
from tests.builders import a_plan
from tests.desktop.walk_story import STEP, Walk

BESIDE_THE_PAGE = 912
"""How wide the steps are beside the page in such a window, less the scroll bar."""
SIDE_BY_SIDE = 603
"""How wide a driver is then, with the letters of the tests."""
INSIDE_MARGIN = 4
"""What a line keeps free around its text."""

DRIVER = Driver(
    name="Lost-journey deductions",
    low=Decimal(250_000),
    likely=Decimal(980_000),
    high=Decimal(1_250_000),
    cadence=Cadence.QUARTER,
    formula="60 of 96 stops × £410",
    source="breakdown log",
    confirmed_by="Imogen Farrell",
    confirmed_on=dt.date(2026, 11, 30),
)


def test_a_driver_of_usual_length_is_read_whole_beside_the_page(walk: Walk) -> None:
    client = {"client.contacts": (Contact(name="Imogen Farrell"),), "price.currency": "GBP"}
    story = walk(a_plan(**client, **{"price.drivers": (DRIVER,)}), width=BESIDE_THE_PAGE, height=750)
    story.page.go_to(STEP["price"])
    drivers = next(
        one for one in story.page.form.findChildren(RowsField) if one.property("field") == "price.drivers"
    )
    story.wait(drivers.frames[0].isVisible)
    shown = [one for one in drivers.frames[0].findChildren(QWidget) if one.isVisible()]
    assert [one.width() for one in shown if one.objectName() == "figures"] == [SIDE_BY_SIDE]
    texts = {_text(one): _room(one) - _needed(one) for one in shown if isinstance(one, QLineEdit | QComboBox)}
    assert {"30 Nov 2026", "1,250,000", "Imogen Farrell", "Quarterly", DRIVER.name} <= set(texts)
    assert {text: spare for text, spare in texts.items() if spare < 0} == {}


def _text(one: QLineEdit | QComboBox) -> str:
    return one.text() if isinstance(one, QLineEdit) else one.currentText()


def _needed(one: QLineEdit | QComboBox) -> int:
    return one.fontMetrics().horizontalAdvance(_text(one))


def _room(one: QLineEdit | QComboBox) -> int:
    """Return how wide a text may be to be seen whole."""
    if isinstance(one, QComboBox):
        choice = QStyleOptionComboBox()
        one.initStyleOption(choice)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return one.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, choice, part, one).width()
    line = QStyleOptionFrame()
    one.initStyleOption(line)
    inside = one.style().subElementRect(QStyle.SubElement.SE_LineEditContents, line, one).width()
    margins = one.textMargins()
    return inside - margins.left() - margins.right() - INSIDE_MARGIN
