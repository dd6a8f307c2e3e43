"""Texts that could not be read stand in plan files, each beside a field."""

import datetime as dt
from typing import Any

import pytest

from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.field_texts import unread_texts, with_unread
from planner.model.price import Driver
from tests.builders import a_plan
from tests.exchange.files import a_file, complaints


def test_they_are_handed_over_as_they_were_typed() -> None:
    preparation = a_plan(
        **{"client.contacts": (Contact(name="Mara"),), "price.drivers": (Driver(), Driver())}
    )
    for path, text in (
        ("call.day", "8 Dec 0226"),
        ("call.starts", "9oo"),
        ("price.drivers[1].likely", "38k “perhaps”\n"),
        ("client.contacts[0].influence", "high"),
        ("client.name", "Kestrel"),
    ):
        preparation = with_unread(preparation, path, text)
    read = preparation_in(plan_file(preparation), "plan.json")
    assert unread_texts(read) == unread_texts(preparation)


def test_a_day_without_a_time_is_handed_over() -> None:
    preparation = a_plan(**{"call.day": dt.date(2026, 11, 25)})
    assert preparation_in(plan_file(preparation), "plan.json").plan.call.day == dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ({"unread": [{"path": "call.begins", "text": "9oo"}]}, "plan.unread[0].path: there is no such field"),
        (
            {
                "unread": [
                    {"path": "call.minutes", "text": "x"},
                    {"path": "price.drivers[0].likely", "text": "x"},
                ]
            },
            "plan.unread[1].path: there is no row 0",
        ),
        ({"unread": [{"path": "", "text": "x"}]}, "plan.unread[0].path: there is no such field"),
        (
            {"unread": [{"path": "price", "text": "x"}]},
            "plan.unread[0].path: is not a field that a text is read for",
        ),
        (
            {"unread": [{"path": "call.title", "text": "x"}]},
            "plan.unread[0].path: is not a field that a text is read for",
        ),
        (
            {"unread": [{"path": "call.minutes", "text": text} for text in "xy"]},
            "plan.unread[1].path: is given more than once",
        ),
        ({"unread": [{"path": "call.minutes", "text": 4}]}, "plan.unread[0].text: expected text, got 4"),
    ],
)
def test_a_path_that_is_no_field_is_refused(plan: Any, told: str) -> None:
    assert complaints(a_file(plan=plan)) == (told,)


def test_a_path_that_is_no_field_of_the_client_is_refused() -> None:
    client = {"contacts": [{}], "unread": [{"path": "contacts[1].influence", "text": "x"}]}
    assert complaints(a_file(client=client)) == ("client.unread[0].path: there is no row 1",)


def test_attendees_have_no_field_that_a_text_is_read_for() -> None:
    preparation = with_unread(a_plan(**{"call.attendees": (Attendee(),)}), "call.attendees[0].role", "x")
    assert complaints(plan_file(preparation)) == (
        "plan.unread[0].path: is not a field that a text is read for",
    )
