"""The sum an amount was typed as goes with the amount, whatever kind of step changes it."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from planner.model.fields import with_field
from planner.model.price import PriceLine
from planner.model.text_at_path import TextAtPath
from tests.desktop.sheet import Sheet

ROWS = "price.ours"
LICENCE, SET_UP = PriceLine("Licence", likely=Decimal(42)), PriceLine("Set-up", likely=Decimal(12))


@pytest.fixture
def sheet(sheet: Sheet) -> Sheet:
    """Two lines of a price, each typed as a sum; the second names its currency."""
    sheet.plan(
        **{
            ROWS: (LICENCE, SET_UP),
            "price.currency": "EUR",
            "as_typed": (TextAtPath(f"{ROWS}[0].likely", "6*7"), TextAtPath(f"{ROWS}[1].likely", "EUR 3*4")),
        }
    )
    return sheet


def sums(sheet: Sheet) -> dict[str, str]:
    return {
        kept.path.removeprefix(ROWS).removesuffix(".likely"): kept.text
        for kept in sheet.document.preparation.plan.as_typed
    }


def test_rows_that_are_put_in_moved_or_taken_out_keep_their_sums(sheet: Sheet) -> None:
    sheet.document.insert_row(ROWS, 0)
    assert sums(sheet) == {"[1]": "6*7", "[2]": "EUR 3*4"}
    sheet.document.move_row(ROWS, 2, 0)
    assert sums(sheet) == {"[2]": "6*7", "[0]": "EUR 3*4"}
    sheet.document.remove_row(ROWS, 2)
    assert sums(sheet) == {"[0]": "EUR 3*4"}


@pytest.mark.parametrize(
    ("likely", "kept"), [(Decimal(50), {"[1]": "EUR 3*4"}), (None, {"[1]": "EUR 3*4"}), (Decimal(42), None)]
)
def test_an_amount_that_a_whole_edit_changes_loses_its_sum(
    sheet: Sheet, likely: Decimal | None, kept: dict[str, str] | None
) -> None:
    before, held, told = sheet.document.preparation, sums(sheet), list[str]()
    sheet.document.changed.connect(told.append)
    after = with_field(before, "plan.price.ours", (replace(LICENCE, likely=likely), SET_UP))
    sheet.document.edit_whole(after, (ROWS,), words="pasting rows")
    assert sums(sheet) == (held if kept is None else kept)
    assert ("as_typed" in told) == (kept is not None)
    sheet.document.undo_stack.undo()
    assert sheet.document.preparation == before


def test_a_sum_that_comes_with_a_whole_edit_is_kept_and_one_in_another_currency_goes(sheet: Sheet) -> None:
    before = sheet.document.preparation
    after = with_field(before, "plan.price.ours", (LICENCE, SET_UP, replace(LICENCE, likely=Decimal(10))))
    texts = (*before.plan.as_typed, TextAtPath(f"{ROWS}[2].likely", "2*5"))
    after = with_field(with_field(after, "plan.as_typed", texts), "plan.price.currency", "USD")
    sheet.document.edit_whole(after, (ROWS, "price.currency"), words="pasting rows")
    assert sums(sheet) == {"[0]": "6*7", "[2]": "2*5"}
