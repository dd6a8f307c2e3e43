"""The records of calls that a library gives to insights."""

import datetime as dt

from planner.coaching.insights.recording import record_of
from planner.model.client import Client
from planner.model.fields import with_field
from planner.model.plan import Intention
from planner.model.terms import Outcome
from planner.model.touch import Touch
from planner.store.library import Library
from tests.builders import a_plan
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of
from tests.store.plans import another_plan_of

HELD = a_plan(**{"client.name": "Tarn", "reflection.outcome": Outcome.ORDER})


def test_records_are_those_of_the_whole_plans(library: Library) -> None:
    year = year_of(KNOWN_HABITS, 5, calls=30)
    library.add(year)
    assert library.call_records() == [record_of(one.plan, one.client.name) for one in year]


def test_only_calls_that_something_was_noted_of_have_a_record(library: Library) -> None:
    dropped = another_plan_of(HELD, **{"plan.intentions": (Intention(text="Wait", dropped_because="done"),)})
    library.add([HELD, a_plan(**{"call.title": "Next week"}), dropped])
    assert [one.plan_id for one in library.call_records()] == [HELD.plan.id, dropped.plan.id]


def test_what_is_in_the_trash_is_not_counted(library: Library) -> None:
    library.add([HELD])
    library.delete(HELD.plan.id)
    assert library.call_records() == []
    library.undelete(HELD.plan.id)
    assert len(library.call_records()) == 1


def test_a_change_is_seen_at_once_and_a_client_under_its_new_name(library: Library) -> None:
    library.add([HELD])
    moved = with_field(HELD, "plan.reflection.held_on", dt.date(2026, 5, 6))
    library.save(with_field(moved, "client.name", "Tarn Valley"))
    (record,) = library.call_records()
    assert (record.client, record.day) == ("Tarn Valley", dt.date(2026, 5, 6))


def test_touches_of_all_clients_have_a_record_once_they_are_done(library: Library) -> None:
    done = Touch(id="t", done_on=dt.date(2026, 5, 6), note="Left word")
    planned = Touch(id="p", planned_on=dt.date(2026, 5, 6))
    library.save_client(Client(id="c", name="Tarn", touches=(done, planned)))
    (record,) = library.touch_records()
    assert (record.touch_id, record.client, record.day) == ("t", "Tarn", dt.date(2026, 5, 6))


def test_an_empty_library_has_none(library: Library) -> None:
    assert library.call_records() == []
    assert library.touch_records() == []


def test_a_plan_that_cannot_be_read_is_left_out(library: Library) -> None:
    other = a_plan(**{"reflection.outcome": Outcome.NO_SALE})
    library.add([HELD, other])
    broken = b'{"id":"%s","client_id":"x","price":{"ours":3}}' % HELD.plan.id.encode()
    library._database.put({"plans": {"1": broken}})
    assert [one.plan_id for one in library.call_records()] == [other.plan.id]
