"""Arithmetic, signs and digits in an amount field."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt

from planner.desktop.fields import AmountField, ChoiceField, CurrencyField
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import Cadence
from planner.model.text_at_path import TextAtPath
from tests.desktop.sheet import Sheet

BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
LINE = {"currencyField": "currency", "homeCurrencyField": "price.currency"}
LIKELY = "price.ours[0].likely"


def our_price(sheet: Sheet, locale: QLocale = BRITISH, **price: object) -> AmountField:
    sheet.plan(**{"price.ours": (PriceLine(),), **{f"price.{name}": value for name, value in price.items()}})
    field = sheet.put(AmountField, LIKELY, **LINE)
    field.setLocale(locale)
    sheet.show()
    return field


def test_a_sum_is_shown_with_its_result_and_edited_as_typed(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42*12")
    assert field.line.text() == "38*42*12"
    sheet.leave()
    assert field.line.text() == "38*42*12 = 19,152"
    assert sheet.read(LIKELY) == Decimal(19152)
    assert sheet.read("as_typed") == (TextAtPath(path=LIKELY, text="38*42*12"),)
    field.setFocus()
    assert field.line.text() == "38*42*12"
    sheet.press(Qt.Key.Key_End)
    sheet.press(Qt.Key.Key_0)
    assert sheet.read(LIKELY) == Decimal(38 * 42 * 120)
    assert sheet.read("as_typed")[0].text == "38*42*120"


def test_a_sum_and_its_amount_are_one_undo_step(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "300 × 85 €")
    sheet.leave()
    assert field.line.text() == "300 × 85 € = 25,500"
    assert sheet.read("price.currency") == "EUR"
    sheet.document.undo_stack.undo()
    assert (sheet.read(LIKELY), sheet.read("as_typed"), field.line.text()) == (None, (), "")
    sheet.document.undo_stack.redo()
    assert field.line.text() == "300 × 85 € = 25,500"


def test_a_plain_amount_in_its_place_drops_the_sum_even_where_it_is_the_same(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42")
    sheet.leave()
    sheet.document.finish_edit()
    sheet.type(field, "1596")
    sheet.leave()
    assert (sheet.read("as_typed"), field.line.text()) == ((), "1,596")
    sheet.document.undo_stack.undo()
    assert field.line.text() == "38*42 = 1,596"


def test_a_sum_that_is_left_unreadable_counts_as_blank_and_undo_brings_back_the_one_before(
    sheet: Sheet,
) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42")
    sheet.leave()
    field.setFocus()
    sheet.press(Qt.Key.Key_End)
    sheet.press(Qt.Key.Key_Asterisk)
    sheet.leave()
    assert field.problem.endswith("; counts as blank.")
    assert field.line.text() == "38*42*"
    assert (sheet.read(LIKELY), sheet.read("as_typed")) == (None, ())
    sheet.document.undo_stack.undo()
    assert sheet.read(LIKELY) == Decimal(1596)
    assert sheet.read("as_typed")[0].text == "38*42"
    assert field.line.text() == "38*42 = 1,596"
    sheet.document.undo_stack.redo()
    sheet.type(field, "38*43")
    sheet.leave()
    assert (sheet.read(LIKELY), sheet.read("as_typed")[0].text) == (Decimal(1634), "38*43")


def test_a_division_says_that_it_was_rounded(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "100/3")
    sheet.leave()
    assert field.line.text() == "100/3 = 33.33 (rounded)"


def test_another_currency_drops_a_sum_that_names_one(sheet: Sheet) -> None:
    field = our_price(sheet)
    currency = sheet.put(CurrencyField, "price.currency")
    sheet.show()
    sheet.type(field, "300 × 85 €")
    sheet.leave()
    sheet.type(currency, "CHF")
    sheet.leave()
    assert (sheet.read("as_typed"), field.line.text()) == ((), "25,500")
    sheet.document.undo_stack.undo()
    assert field.line.text() == "300 × 85 € = 25,500"


def test_a_change_from_elsewhere_drops_the_sum(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42")
    sheet.leave()
    sheet.document.edit_as_one_step("price.ours", (PriceLine(likely=Decimal(5)),))
    assert (sheet.read("as_typed"), field.line.text()) == ((), "5")


@pytest.mark.parametrize(
    ("locale", "own", "typed", "currency"),
    [
        ("en_CA", "", "$48,000", "CAD"),
        ("en_AU", "", "$48,000", "AUD"),
        ("es_MX", "", "$48,000", "MXN"),
        ("en_US", "", "$48,000", "USD"),
        ("ja_JP", "", "¥48,000", "JPY"),
        ("zh_CN", "", "¥48,000", "CNY"),
        ("sv_SE", "", "48 000 kr", "SEK"),
        ("en_GB", "CAD", "$48,000", "CAD"),
        ("en_US", "CAD", "$48,000", "CAD"),
        ("en_GB", "CNY", "¥48,000", "CNY"),
        ("cs_CZ", "", "48 000 Kč", "CZK"),
    ],
)
def test_a_sign_is_that_of_the_price_or_else_of_the_locale(
    sheet: Sheet, locale: str, own: str, typed: str, currency: str
) -> None:
    field = our_price(sheet, QLocale(locale), currency=own)
    sheet.type(field, typed)
    sheet.leave()
    assert not field.problem
    assert sheet.read(LIKELY) == Decimal(48000)
    assert (sheet.read("price.currency"), sheet.read("price.ours[0].currency")) == (currency, "")


def test_a_sign_of_others_is_asked_about_and_taken_by_one_click(sheet: Sheet) -> None:
    field = our_price(sheet, currency="EUR")
    sheet.type(field, "$500")
    sheet.leave()
    assert "$ is used by several currencies; write USD 500 or CAD 500" in field.problem
    assert sheet.read(LIKELY) is None
    assert [button.text() for button in field.readings.buttons] == ["USD 500", "CAD 500"]
    field.readings.buttons[1].click()
    assert (sheet.read(LIKELY), sheet.read("price.ours[0].currency")) == (Decimal(500), "CAD")
    assert not field.problem


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("ar_EG", "١٬٢٥٠٫٥٠"),
        ("fa_IR", "۱٬۲۵۰٫۵۰"),
        ("bn_BD", "১,২৫০.৫০"),
        ("mr_IN", "१,२५०.५०"),
        ("my_MM", "၁,၂၅၀.၅၀"),
        ("de_DE", "1.250,50"),
    ],
)
def test_an_amount_is_shown_in_the_digits_of_the_locale_all_of_them(
    sheet: Sheet, locale: str, shown: str
) -> None:
    field = our_price(sheet, QLocale(locale))
    sheet.type(field, "1250.50")
    sheet.leave()
    assert field.line.text() == shown
    field.setFocus()
    typing = field.line.text()
    assert typing.isascii() == shown.isascii()
    assert field.read_text(typing) == Decimal("1250.50")


def test_thousandths_are_believed_in_a_currency_that_has_them(sheet: Sheet) -> None:
    field = our_price(sheet, QLocale("en_GB"), currency="KWD")
    sheet.type(field, "1.500")
    sheet.leave()
    assert not field.problem
    assert sheet.read(LIKELY) == Decimal("1.5")


THEIRS = Alternative(prices=(PriceLine(likely=Decimal(50_000)),))


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("18 % more than theirs", "59000"), ("18% more", "59000"), ("+18 %", "59000"), ("5 % less", "47500")],
)
def test_our_price_can_be_said_by_theirs(sheet: Sheet, typed: str, amount: str) -> None:
    field = our_price(sheet, alternative=THEIRS, currency="EUR")
    sheet.type(field, typed)
    sheet.leave()
    assert sheet.read(LIKELY) == Decimal(amount)
    assert field.line.text() == f"{typed} = {Decimal(amount):,}"
    field.setFocus()
    assert field.line.text() == typed


def test_when_theirs_changes_the_new_figure_is_offered_and_never_applied(sheet: Sheet) -> None:
    field = our_price(sheet, alternative=THEIRS, currency="EUR")
    sheet.type(field, "18 % more")
    sheet.leave()
    sheet.document.edit_as_one_step("price.alternative.prices[0].likely", Decimal(60_000))
    assert sheet.read(LIKELY) == Decimal(59_000)
    assert field.new_figure is not None
    assert field.new_figure.button.text() == "“18 % more” would now be 70,800 EUR · Take it"
    field.new_figure.button.click()
    assert sheet.read(LIKELY) == Decimal(70_800)
    assert field.new_figure.isHidden()
    assert sheet.read("as_typed")[0].text == "18 % more"
    sheet.document.undo_stack.undo()
    assert sheet.read(LIKELY) == Decimal(59_000)
    assert field.new_figure.isVisible()


def test_theirs_on_another_cadence_is_made_into_ours(sheet: Sheet) -> None:
    theirs = Alternative(prices=(PriceLine(likely=Decimal(1000), cadence=Cadence.MONTH), PriceLine()))
    field = our_price(sheet, alternative=theirs)
    cadence = sheet.put(ChoiceField, "price.ours[0].cadence")
    sheet.show()
    cadence.value = Cadence.YEAR
    sheet.document.edit("price.ours[0].cadence", Cadence.YEAR)
    sheet.type(field, "10 % more")
    assert sheet.read(LIKELY) == Decimal(13_200)


@pytest.mark.parametrize(
    "theirs", [Alternative(), Alternative(known=False, prices=(PriceLine(likely=Decimal(5)),))]
)
def test_theirs_unknown_asks_for_our_amount(sheet: Sheet, theirs: Alternative) -> None:
    field = our_price(sheet, alternative=theirs)
    sheet.type(field, "18 % more")
    sheet.leave()
    assert "Their price is not known: enter ours as an amount" in field.problem
    assert sheet.read(LIKELY) is None


def test_only_our_price_is_said_by_theirs(sheet: Sheet) -> None:
    sheet.plan(price=Price(alternative=THEIRS))
    field = sheet.put(AmountField, "price.floor", homeCurrencyField="price.currency")
    sheet.show()
    sheet.type(field, "18 % more")
    sheet.leave()
    assert sheet.read("price.floor") is None
    assert field.problem


def test_a_sum_moves_and_goes_with_its_row(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42")
    sheet.leave()
    sheet.document.insert_row("price.ours", 0)
    assert [typed.path for typed in sheet.read("as_typed")] == ["price.ours[1].likely"]
    sheet.document.move_row("price.ours", 1, 0)
    assert [typed.path for typed in sheet.read("as_typed")] == [LIKELY]
    sheet.document.remove_row("price.ours", 0)
    assert sheet.read("as_typed") == ()
    for _step in range(3):
        sheet.document.undo_stack.undo()
    assert sheet.read("as_typed") == (TextAtPath(path=LIKELY, text="38*42"),)
    assert field.line.text() == "38*42 = 1,596"


def test_a_formula_in_prose_is_not_overwritten(sheet: Sheet) -> None:
    sheet.plan(**{"price.drivers": (Driver(formula="hours saved times rate"),)})
    field = sheet.put(AmountField, "price.drivers[0].likely", **LINE)
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "38*42*12")
    sheet.leave()
    assert sheet.read("price.drivers[0].formula") == "hours saved times rate"
    assert field.line.text() == "38*42*12 = 19,152"


def test_a_share_takes_arithmetic_too(sheet: Sheet) -> None:
    field = sheet.put(AmountField, "price.rate", percent=True)
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "4.5*2 %")
    sheet.leave()
    assert sheet.read("price.rate") == Decimal("0.09")
    assert field.line.text() == "4.5*2 % = 9 %"


def test_a_sum_too_long_for_its_line_stands_below_it_whole(sheet: Sheet) -> None:
    field = our_price(sheet)
    sheet.type(field, "38*42*12")
    sheet.leave()
    assert field.whole_sum.isHidden()
    field.setFixedWidth(90)
    assert field.whole_sum.isVisible()
    assert field.whole_sum.text() == "38*42*12 = 19,152"
    field.setFocus()
    assert field.whole_sum.isHidden()


@pytest.mark.parametrize(
    ("locale", "typed", "code"),
    [
        ("en_GB", "eur", "EUR"),
        ("en_GB", "€", "EUR"),
        ("en_GB", "Kč", "CZK"),
        ("en_CA", "$", "CAD"),
        ("nb_NO", "kr", "NOK"),
    ],
)
def test_a_currency_may_be_typed_as_its_sign(sheet: Sheet, locale: str, typed: str, code: str) -> None:
    field = sheet.put(CurrencyField, "price.currency")
    field.setLocale(QLocale(locale))
    sheet.show()
    sheet.type(field, typed)
    sheet.leave()
    assert (sheet.read("price.currency"), field.line.text()) == (code, code)


def test_a_sign_of_several_currencies_is_asked_about_as_a_currency_too(sheet: Sheet) -> None:
    field = sheet.put(CurrencyField, "price.currency")
    field.setLocale(BRITISH)
    sheet.show()
    sheet.type(field, "$")
    sheet.leave()
    assert "$ is used by several currencies; write USD or CAD" in field.problem
    assert sheet.read("price.currency") == ""


def test_a_plain_amount_tells_of_no_sum(sheet: Sheet) -> None:
    field = our_price(sheet)
    paths: list[str] = []
    sheet.document.changed.connect(paths.append)
    sheet.type(field, "98")
    assert set(paths) == {LIKELY}
    sheet.type(field, "98*2")
    assert "as_typed" in paths
    sheet.type(field, "98")
    assert sheet.read("as_typed") == ()
