import datetime as dt
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import inspect
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox

from planner.desktop import fields
from planner.desktop.editing.form_fields import STEPS, inputs_in
from planner.desktop.editing.inputs import KeepsUnread
from planner.desktop.fields import AmountField, CurrencyField, DateField, WholeNumberField
from planner.desktop.fields.row_line import Column, row_line
from planner.desktop.fields.typed import TypedField
from planner.model.fields import field_type
from planner.model.plan import Preparation, absolute_path
from planner.model.price import PriceLine
from tests.desktop.fakes import today
from tests.desktop.sheet import Sheet

GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.mark.parametrize(
    ("locale", "typed", "amount", "shown"),
    [
        (BRITISH, "98k", "98000", "98,000"),
        (BRITISH, "1,250.50", "1250.50", "1,250.50"),
        (BRITISH, "98,000", "98000", "98,000"),
        (GERMAN, "98.000", "98000", "98.000"),
        (GERMAN, "1250,5", "1250.5", "1.250,50"),
        (GERMAN, "-0,5", "-0.5", "-0,50"),
        (BRITISH, "0", "0", "0"),
    ],
)
def test_an_amount_is_read_as_people_type_it_here_and_shown_grouped(
    sheet: Sheet, locale: QLocale, typed: str, amount: str, shown: str
) -> None:
    field = sheet.put(AmountField, "price.floor")
    field.currencyField = "price.currency"
    field.setLocale(locale)
    sheet.show()
    sheet.type(field, typed)
    assert sheet.read("price.floor") == Decimal(amount)
    assert field.line.text() == typed
    sheet.leave()
    assert field.line.text() == shown
    assert not field.problem


@pytest.mark.parametrize(
    ("stored", "shown", "typing"),
    [
        ("3400.0", "3,400", "3400"),
        ("3400.00", "3,400", "3400"),
        ("87.5", "87.50", "87.50"),
        ("87.500", "87.50", "87.50"),
        ("1250.50", "1,250.50", "1250.50"),
        ("0.125", "0.1250", "0.1250"),
        ("-12.0", "-12", "-12"),
        ("0.0", "0", "0"),
        ("1E+3", "1,000", "1000"),
        ("999999999999999.99", "999,999,999,999,999.99", "999999999999999.99"),
    ],
)
def test_whole_money_is_shown_without_a_fraction_and_cents_as_two_digits(
    sheet: Sheet, stored: str, shown: str, typing: str
) -> None:
    sheet.plan(**{"price.floor": Decimal(stored)})
    field = sheet.put(AmountField, "price.floor")
    field.currencyField = "price.currency"
    field.setLocale(BRITISH)
    sheet.show()
    assert field.line.text() == shown
    field.setFocus()
    sheet.press(Qt.Key.Key_End)
    assert field.line.text() in {shown, typing}
    assert field.typed_text(Decimal(stored)) == typing
    sheet.leave()
    assert str(sheet.read("price.floor")) == stored, "what is shown is not written back"
    assert not sheet.document.undo_stack.canUndo()


def test_a_count_is_shown_without_idle_zeros(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.floor")
    field.setLocale(BRITISH)
    shown = [field.shown_text(Decimal(one)) for one in ("2.0", "1.0850", "1.5")]
    assert shown == ["2", "1.085", "1.5"]


def test_a_digit_added_to_a_grouped_amount_makes_it_ten_times_as_much(sheet: Sheet) -> None:
    sheet.plan(**{"price.floor": Decimal(98000)})
    field = sheet.put(AmountField, "price.floor")
    field.setLocale(BRITISH)
    sheet.show()
    field.setFocus()
    sheet.press(Qt.Key.Key_End)
    sheet.press(Qt.Key.Key_0)
    assert sheet.read("price.floor") == Decimal(980000)


def test_an_amount_that_cannot_be_read_stays_as_typed_and_counts_as_blank(sheet: Sheet) -> None:
    sheet.plan(**{"price.floor": Decimal(98000)})
    field = sheet.put(AmountField, "price.floor")
    field.setLocale(BRITISH)
    binder = sheet.show()
    sheet.type(field, "abc")
    assert not field.problem, "nobody is corrected while typing"
    with sheet.qtbot.waitSignal(field.problem_changed):
        sheet.leave()
    assert field.line.text() == "abc"
    assert "abc" in field.problem
    assert field.problem.endswith("; counts as blank.")
    assert sheet.read("price.floor") is None
    assert field.line.accessibleDescription() == field.problem
    assert binder.problems() == {"price.floor": field.problem}
    sheet.type(field, "5")
    assert sheet.read("price.floor") == Decimal(5)
    assert not field.problem


@pytest.mark.parametrize(
    ("kind", "path", "typed", "kept"),
    [
        (AmountField, "price.rate", "x", "still 0.1."),
        (DateField, "ask.primary.by", "8 Dec 0226", "still Tue 1 Dec 2026."),
    ],
)
def test_what_counts_beside_an_unreadable_text_is_said(
    sheet: Sheet, kind: type[TypedField], path: str, typed: str, kept: str
) -> None:
    sheet.plan(**{"ask.primary.by": dt.date(2026, 12, 1)})
    before = sheet.read(path)
    field = sheet.put(kind, path)
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert sheet.read(path) == before
    assert kept in field.problem


@pytest.mark.parametrize(("typed", "offered"), [("98.000", ("98", "98000")), ("1.255 €", ("1.2550", "1255"))])
def test_money_with_three_digits_after_the_mark_is_asked_about(
    sheet: Sheet, typed: str, offered: tuple[str, str]
) -> None:
    field = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert f"write {offered[0]} or {offered[1]}" in field.problem
    assert sheet.read("call.deal_value.amount") is None, "not what the first half of it said"
    for one in offered:
        sheet.type(field, one)
        sheet.leave()
        assert not field.problem, "what was offered is understood"
        assert sheet.read("call.deal_value.amount") == Decimal(one)


@pytest.mark.parametrize(("button", "amount"), [(0, "98.000"), (1, "98000")])
def test_one_click_takes_one_of_the_two_readings(sheet: Sheet, button: int, amount: str) -> None:
    field = sheet.put(AmountField, "price.ours[0].likely", **LINE)
    sheet.plan(**{"price.ours": (PriceLine(),)})
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "98.000 €")
    sheet.leave()
    assert [one.text() for one in field.readings.buttons] == ["98", "98000"]
    QTest.mouseClick(field.readings.buttons[button], Qt.MouseButton.LeftButton)
    assert sheet.read("price.ours[0].likely") == Decimal(amount)
    assert sheet.read("price.currency") == "EUR"
    assert not field.problem
    assert field.readings.isHidden()
    assert field.line.hasFocus()
    sheet.document.undo_stack.undo()
    assert sheet.read("price.ours[0].likely") is None


def test_the_readings_of_a_text_that_was_cleared_are_offered_no_more(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.rate", percent=True)
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "1.230")
    sheet.leave()
    assert len(field.readings.buttons) == 2
    sheet.type(field, "")
    sheet.leave()
    assert field.problem == "Expected a number; still 10%."
    assert field.readings.isHidden()


def test_the_readings_are_reached_by_tab_and_taken_by_enter(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    sheet.put(CurrencyField, "call.deal_value.currency")
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "1.255")
    sheet.press(Qt.Key.Key_Tab)
    sheet.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.read("call.deal_value.amount") == Decimal(1255)


def test_typing_on_withdraws_the_readings(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "98.000")
    sheet.leave()
    sheet.type(field, "98")
    assert field.readings.isHidden()


LINE = {"currencyField": "currency", "homeCurrencyField": "price.currency"}


def test_a_currency_typed_in_a_line_never_turns_the_whole_price(sheet: Sheet) -> None:
    sheet.plan(**{"price.ours": (PriceLine(),), "price.currency": "EUR"})
    field = sheet.put(AmountField, "price.ours[0].likely", **LINE)
    sheet.show()
    sheet.type(field, "98k USD")
    assert (sheet.read("price.currency"), sheet.read("price.ours[0].currency")) == ("EUR", "USD")
    sheet.type(field, "98k EUR")
    assert (sheet.read("price.currency"), sheet.read("price.ours[0].currency")) == ("EUR", "")


def test_the_first_currency_typed_is_that_of_the_price(sheet: Sheet) -> None:
    sheet.plan(**{"price.ours": (PriceLine(),)})
    field = sheet.put(AmountField, "price.ours[0].likely", **LINE)
    sheet.show()
    sheet.type(field, "98 EUR ")
    assert (sheet.read("price.currency"), sheet.read("price.ours[0].currency")) == ("EUR", "")
    sheet.document.undo_stack.undo()
    assert (sheet.read("price.currency"), sheet.read("price.ours[0].likely")) == ("", None)


def test_a_floor_in_another_currency_than_the_price_is_refused_at_the_field(sheet: Sheet) -> None:
    sheet.plan(**{"price.currency": "EUR"})
    field = sheet.put(AmountField, "price.floor", homeCurrencyField="price.currency")
    sheet.show()
    sheet.type(field, "98 USD")
    sheet.leave()
    assert "EUR" in field.problem
    assert (sheet.read("price.floor"), sheet.read("price.currency")) == (None, "EUR")


LOCALES = ["en_GB", "en_US", "de_DE", "de_CH", "fr_FR", "sv_SE", "en_IN", "ja_JP", "pt_BR", "pl_PL", "nl_NL"]


@pytest.mark.parametrize("name", LOCALES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amount=st.one_of(
        st.decimals(-(10**12), 10**12, places=2),
        st.decimals(-(10**6), 10**6, places=3),
        st.integers(-(10**15), 10**15).map(Decimal),
    )
)
def test_what_is_shown_reads_back_to_the_same_amount(qapp: QApplication, name: str, amount: Decimal) -> None:
    assert qapp
    field = AmountField()
    field.currencyField = "currency"
    field.setLocale(QLocale(name))
    assert field.read_text(field.shown_text(amount)) == amount
    assert field.read_text(field.typed_text(amount)) == amount


def test_a_typed_currency_goes_to_its_own_field_in_the_same_step(sheet: Sheet) -> None:
    amount = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    currency = sheet.put(CurrencyField, "call.deal_value.currency")
    sheet.show()
    sheet.type(amount, "98k €")
    assert sheet.read("call.deal_value.amount") == Decimal(98000)
    assert sheet.read("call.deal_value.currency") == "EUR"
    assert currency.line.text() == "EUR"
    sheet.document.undo_stack.undo()
    assert sheet.read("call.deal_value.amount") is None
    assert sheet.read("call.deal_value.currency") == ""
    assert amount.line.text() == currency.line.text() == ""


def test_a_currency_typed_and_taken_out_again_is_gone_from_its_own_field_too(sheet: Sheet) -> None:
    amount = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    currency = sheet.put(CurrencyField, "call.deal_value.currency")
    sheet.show()
    sheet.type(amount, "98 €")
    assert currency.line.text() == "EUR"
    sheet.press(Qt.Key.Key_Backspace)
    assert sheet.read("call.deal_value.currency") == ""
    assert currency.line.text() == ""
    sheet.document.undo_stack.undo()
    assert sheet.read("call.deal_value.amount") is None


def test_what_is_typed_after_return_builds_on_what_was_understood(sheet: Sheet) -> None:
    amount = sheet.put(AmountField, "call.deal_value.amount", currencyField="currency")
    currency = sheet.put(CurrencyField, "call.deal_value.currency")
    sheet.show()
    sheet.type(amount, "98 €")
    sheet.press(Qt.Key.Key_Return)
    sheet.press(Qt.Key.Key_5)
    assert sheet.read("call.deal_value.amount") == Decimal(985)
    assert sheet.read("call.deal_value.currency") == currency.line.text() == "EUR"
    sheet.document.undo_stack.undo()
    assert sheet.read("call.deal_value.amount") == Decimal(98)


def test_a_currency_beside_an_amount_that_has_none_is_refused(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.floor")
    sheet.show()
    sheet.type(field, "98 USD")
    sheet.leave()
    assert "USD" in field.problem


def test_a_share_is_typed_as_a_percentage(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.rate", percent=True)
    field.setLocale(BRITISH)
    sheet.show()
    assert field.line.text() == "10%"
    sheet.type(field, "7.5 %")
    sheet.leave()
    assert sheet.read("price.rate") == Decimal("0.075")
    assert field.line.text() == "7.5%"


def test_a_number_that_may_not_be_blank_keeps_what_it_was(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.rate")
    sheet.show()
    sheet.type(field, "")
    sheet.leave()
    assert field.problem
    assert sheet.read("price.rate") == Decimal("0.10")


def test_a_blank_amount_is_not_estimated_and_not_zero(sheet: Sheet) -> None:
    sheet.plan(**{"price.floor": Decimal(0)})
    field = sheet.put(AmountField, "price.floor")
    sheet.show()
    assert field.line.text() == "0"
    sheet.type(field, "")
    assert sheet.read("price.floor") is None


@pytest.mark.parametrize(("typed", "kept"), [("45", 45), ("0", 0), ("", None)])
def test_a_whole_number_is_typed_or_blank(sheet: Sheet, typed: str, kept: int | None) -> None:
    sheet.plan(**{"call.minutes": 30})
    field = sheet.put(WholeNumberField, "call.minutes")
    sheet.show()
    assert field.line.text() == "30"
    sheet.type(field, typed)
    assert sheet.read("call.minutes") == kept


@pytest.mark.parametrize(
    ("counted", "typed", "kept"),
    [
        ("minutes", "45 min", 45),
        ("minutes", "45'", 45),
        ("minutes", "1,5 h", 90),
        ("minutes", "2 Std.", 120),
        ("months", "3 years", 36),
        ("months", "24 Monate", 24),
    ],
)
def test_a_number_may_name_what_is_counted(sheet: Sheet, counted: str, typed: str, kept: int) -> None:
    field = sheet.put(WholeNumberField, "call.minutes", counted=counted)
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert sheet.read("call.minutes") == kept
    assert field.line.text() == str(kept)


@pytest.mark.parametrize("typed", ["45 apples", "0.3 min", "1 h 30"])
def test_a_number_of_something_else_is_not_guessed(sheet: Sheet, typed: str) -> None:
    field = sheet.put(WholeNumberField, "call.minutes", counted="minutes")
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert field.problem
    assert sheet.read("call.minutes") is None


@pytest.mark.parametrize("typed", ["9", "x", "1.5"])
def test_a_number_out_of_bounds_is_not_clamped_but_said(sheet: Sheet, typed: str) -> None:
    sheet.plan(**{"reflection.grade": 3})
    field = sheet.put(WholeNumberField, "reflection.grade")
    sheet.show()
    field.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, typed)
    sheet.leave()
    assert "from 1 to 5" in field.problem
    assert field.line.text() == typed
    assert sheet.read("reflection.grade") is None


@pytest.mark.parametrize("typed", ["eur", "EUR", " Eur "])
def test_a_currency_is_kept_in_capitals(sheet: Sheet, typed: str) -> None:
    field = sheet.put(CurrencyField, "price.currency")
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert sheet.read("price.currency") == field.line.text() == "EUR"


def test_no_currency_of_this_world_is_said(sheet: Sheet) -> None:
    field = sheet.put(CurrencyField, "price.currency")
    sheet.show()
    sheet.type(field, "XYZ")
    sheet.leave()
    assert field.problem.endswith("not “XYZ”; counts as blank.")
    assert sheet.read("price.currency") == ""


def test_a_letter_after_a_currency_makes_it_blank_again_and_not_something_else(sheet: Sheet) -> None:
    sheet.plan(**{"price.currency": ""})
    field = sheet.put(CurrencyField, "price.currency")
    sheet.show()
    sheet.type(field, "EUR")
    assert sheet.read("price.currency") == "EUR"

    sheet.press(Qt.Key.Key_A)

    assert sheet.read("price.currency") == field.value == ""
    sheet.leave()
    assert field.problem.endswith("not “EURa”; counts as blank.")


def test_a_date_is_typed_and_shown_so_that_it_reads_one_way(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by")
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "1/12/2026")
    sheet.leave()
    assert sheet.read("ask.primary.by") == dt.date(2026, 12, 1)
    assert field.line.text() == "Tue 1 Dec 2026"
    sheet.type(field, "")
    sheet.leave()
    assert sheet.read("ask.primary.by") is None


def test_a_date_with_little_room_goes_without_its_weekday(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by", weekday=False)
    sheet.show()
    sheet.type(field, "Tue 1 Dec 2026")
    sheet.leave()
    assert sheet.read("ask.primary.by") == dt.date(2026, 12, 1)
    assert field.line.text() == "1 Dec 2026"


def test_no_date_is_said_and_undo_shows_the_date_again(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by")
    sheet.show()
    sheet.type(field, "2026-12-01")
    sheet.leave()
    sheet.type(field, "2026-12-32")
    sheet.leave()
    assert "2026-12-32" in field.problem
    sheet.document.edit("ask.primary.by", dt.date(2026, 12, 2))
    assert field.line.text() == "Wed 2 Dec 2026"
    assert not field.problem


def test_a_day_is_picked_from_the_calendar_by_keyboard(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by")
    sheet.show()
    field.setFocus()
    sheet.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field._calendar is not None
    assert field._calendar.isVisible()
    QTest.keyClick(field._calendar.focusProxy() or field._calendar, Qt.Key.Key_Right)
    QTest.keyClick(field._calendar.focusProxy() or field._calendar, Qt.Key.Key_Return)
    assert sheet.read("ask.primary.by") == today() + dt.timedelta(days=1)
    assert not field._calendar.isVisible()


def test_typing_into_the_calendar_and_its_years_stay_within_what_a_plan_may_hold(sheet: Sheet) -> None:
    field = sheet.put(DateField, "ask.primary.by")
    sheet.show()
    field.setFocus()
    sheet.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field._calendar is not None
    years = field._calendar.findChild(QSpinBox, "qt_calendar_yearedit")
    assert years is not None
    assert (years.minimum(), years.maximum()) == (1900, 2999)
    keys_go_to = field._calendar.focusProxy() or field._calendar
    QTest.keyClicks(keys_go_to, "150")
    QTest.keyClick(keys_go_to, Qt.Key.Key_Return)
    assert sheet.read("ask.primary.by") == today()


@pytest.mark.parametrize("written", ["1.1.0150", "31.12.1899", "1 Jan 3000"])
def test_a_year_no_plan_may_hold_is_told_and_what_was_there_stays(sheet: Sheet, written: str) -> None:
    sheet.plan(**{"ask.primary.by": dt.date(2026, 12, 1)})
    field = sheet.put(DateField, "ask.primary.by")
    sheet.show()
    sheet.type(field, written)
    sheet.leave()
    assert "expected a year from 1900 to 2999" in field.problem.lower()
    assert sheet.read("ask.primary.by") == dt.date(2026, 12, 1)


def test_every_input_of_a_field_with_bounds_can_say_what_does_not_fit(sheet: Sheet) -> None:
    """The binder tells it what the model refuses; an input that could not say it would end in a report."""
    bounded = (inspect.IntType, inspect.DecimalType, inspect.DateType, inspect.DateTimeType)
    asked = Counter[str]()
    for one in (one for step in STEPS for one in inputs_in(step.ui)):
        holds = field_type(Preparation, absolute_path(one.field))
        if not isinstance(holds.type, bounded) or one.widget == "ChoiceField":
            continue  # a choice offers only what fits
        if one.widget == "column":
            line = row_line((Column("by", "", 0, holds),), "")
            line.setParent(sheet.root)
            (made,) = [child for child in line.children() if child.property("field")]
        else:
            made = getattr(fields, one.widget)(sheet.root)
        assert isinstance(made, KeepsUnread), one
        asked[type(made).__name__] += 1
    assert asked.keys() == {"AmountField", "DateField", "MomentField", "WholeNumberField"}
