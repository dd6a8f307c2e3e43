"""One change is taken back, and whatever else was changed since stays."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from planner.model.call import Call
from planner.model.client import Client, Promise
from planner.model.plan import Intention, Plan
from planner.model.taken_back import ChangedSince, taken_back
from planner.model.terms import Happened
from planner.model.touch import Touch

DAY = dt.date(2026, 11, 30)
LIST, SHEET = Promise(text="the list", due=DAY), Promise(text="the sheet", due=DAY)
PHONE, LETTER = Touch(id="phone", planned_on=DAY), Touch(id="letter", planned_on=DAY)
TARN = Client(id="tarn", name="Tarn", promises=(LIST, SHEET), touches=(PHONE, LETTER))


def kept(promise: Promise) -> Promise:
    return replace(promise, kept_on=DAY)


def test_a_value_that_stayed_as_it_was_goes_back_whole() -> None:
    after = replace(TARN, promises=(kept(LIST), SHEET))
    assert taken_back(after, TARN, after) == TARN


@pytest.mark.parametrize(
    "since",
    [
        {"name": "Tarn Valley"},
        {"promises": (kept(LIST), replace(SHEET, due=DAY + dt.timedelta(days=3)))},
        {"promises": (kept(LIST), SHEET, Promise(text="one more"))},
        {"promises": (Promise(text="one before"), kept(LIST), SHEET)},
        {"promises": (replace(kept(LIST), text="the whole list"), SHEET)},
        {"touches": ()},
    ],
)
def test_what_else_was_changed_since_stays(since: dict[str, Any]) -> None:
    after = replace(TARN, promises=(kept(LIST), SHEET))
    present = replace(after, **since)
    undone = taken_back(present, TARN, after)
    assert [promise.kept_on for promise in undone.promises] == [None] * len(present.promises)
    texts = [promise.text for promise in present.promises]
    assert [promise.text for promise in undone.promises] == texts
    assert replace(undone, promises=()) == replace(present, promises=())


def test_a_row_with_an_id_is_found_wherever_it_is_by_then() -> None:
    after = replace(TARN, touches=(replace(PHONE, planned_on=DAY + dt.timedelta(days=1)), LETTER))
    present = replace(after, touches=(replace(LETTER, note="posted"), after.touches[0]))
    assert taken_back(present, TARN, after).touches == (replace(LETTER, note="posted"), PHONE)


def test_a_row_that_was_added_goes_again() -> None:
    visit = Touch(id="visit", planned_on=DAY)
    after = replace(TARN, touches=(*TARN.touches, visit))
    present = replace(after, touches=(visit, replace(PHONE, note="rang"), LETTER))
    assert taken_back(present, TARN, after).touches == (replace(PHONE, note="rang"), LETTER)


def test_a_row_without_id_that_was_added_goes_again() -> None:
    plan = Plan(id="plan")
    after = replace(plan, intentions=(Intention(text="ask sooner"),))
    present = replace(after, intentions=(Intention(text="say less"), *after.intentions))
    assert taken_back(present, plan, after).intentions == (Intention(text="say less"),)


def test_a_row_that_went_comes_back() -> None:
    after = replace(TARN, touches=(LETTER,))
    present = replace(after, touches=(replace(LETTER, note="posted"),))
    assert taken_back(present, TARN, after).touches == (PHONE, replace(LETTER, note="posted"))


def test_a_field_of_a_part_goes_back_by_itself() -> None:
    plan = Plan(id="plan", call=Call(title="Metering"))
    after = replace(plan, call=replace(plan.call, happened=Happened.MOVED))
    present = replace(after, call=replace(after.call, title="Metering, second talk"))
    assert taken_back(present, plan, after).call == Call(title="Metering, second talk")


@pytest.mark.parametrize(
    "since",
    [
        {"promises": (replace(LIST, kept_on=DAY + dt.timedelta(days=1)), SHEET)},
        {"promises": ()},
        {"promises": (SHEET,)},
    ],
)
def test_what_it_changed_itself_and_was_changed_again_is_not_taken_back(since: dict[str, Any]) -> None:
    after = replace(TARN, promises=(kept(LIST), SHEET))
    with pytest.raises(ChangedSince, match="changed again since"):
        taken_back(replace(after, **since), TARN, after)


def test_a_row_that_was_added_and_changed_since_stays() -> None:
    visit = Touch(id="visit", planned_on=DAY)
    after = replace(TARN, touches=(*TARN.touches, visit))
    present = replace(after, touches=(*TARN.touches, replace(visit, done_on=DAY)))
    with pytest.raises(ChangedSince):
        taken_back(present, TARN, after)
