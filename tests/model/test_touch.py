import datetime as dt
from typing import Any

import pytest

from planner.model.client import Contact
from planner.model.fields import read_field, with_field
from planner.model.ids import with_new_row_ids
from planner.model.placed_time import at_place
from planner.model.plan import Preparation
from planner.model.terms import Side, TouchOutcome
from planner.model.touch import Touch, touch_of

DAY = dt.date(2026, 11, 24)
MOMENT = at_place(dt.datetime.combine(DAY, dt.time(23, 40)), "Europe/London")


@pytest.mark.parametrize(
    ("fields", "day_and_done"),
    [
        ({"done_on": DAY}, (DAY, True)),
        ({"done_at": MOMENT}, (DAY, True)),
        ({"planned_on": DAY}, (None, False)),
        ({"planned_on": DAY, "done_on": DAY}, (DAY, True)),
        ({"planned_on": DAY, "outcome": TouchOutcome.NO_ANSWER}, (None, True)),
        ({"value_offered": "Two pages"}, (None, True)),
    ],
)
def test_a_touch_is_done_unless_it_is_only_planned(
    fields: dict[str, Any], day_and_done: tuple[dt.date | None, bool]
) -> None:
    touch = Touch(**fields)

    assert (touch.day_done, touch.is_done) == day_and_done


def test_who_reached_out_is_the_field_from() -> None:
    client = with_field(Preparation(), "client.touches", (Touch(),))

    theirs = with_field(client, "client.touches[0].from", Side.THEM)

    assert read_field(client, "client.touches[0].from") is Side.US
    assert theirs.client.touches[0].is_inquiry


def test_each_touch_gets_an_id_of_its_own_and_keeps_it() -> None:
    first = with_new_row_ids((Touch(note="a"),))
    typed = with_new_row_ids((Touch(note="ab"),), first)
    more = with_new_row_ids((*typed, Touch(), typed[0]), typed)

    assert first[0].id == typed[0].id == more[0].id != ""
    assert len({touch.id for touch in more}) == 3
    assert with_new_row_ids(more) is more


def test_ids_of_contacts_are_made_by_the_same_rule() -> None:
    contacts = with_new_row_ids((Contact(name="Jo", id="k1"), Contact(name="Al", id="k1")))

    assert contacts[0].id == "k1"
    assert contacts[1].id not in {"", "k1"}


def test_a_touch_is_found_by_its_id_and_never_by_a_blank_one() -> None:
    touches = (Touch(), Touch(id="t1", note="here"))

    found = touch_of("t1", touches)

    assert found is not None
    assert found.note == "here"
    assert touch_of("", touches) is None
    assert touch_of("t2", touches) is None
