"""Clients at a glance, and which of them changed."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from planner.model.client import Client, Promise
from planner.model.client_summary import ClientSummary
from planner.model.fields import with_field
from planner.model.plan import Intention
from planner.model.reflection import IntentionKept
from planner.model.terms import Happened, Side
from planner.model.touch import Touch
from planner.store.client_summaries import ClientSummaries
from planner.store.journal_record import scan_records
from planner.store.library import Library
from tests.builders import a_plan

DAY = dt.date(2026, 11, 24)
DREAM = Client(
    id="c2",
    name="Hollis & Grey",
    dream_client=True,
    dream_rank=4,
    why_dream="Three kilns",
    touches=(Touch(id="t1", planned_on=DAY),),
    promises=(
        Promise(text="The sheet", by=Side.US),
        Promise(text="The log", by=Side.THEM, kept_on=DAY),
        Promise(text=" "),
    ),
)


def a_library(folder: Path) -> Library:
    return Library.open(folder)


def test_a_client_without_a_plan_is_stored_and_found(folder: Path) -> None:
    library = a_library(folder)
    library.save_client(DREAM)
    library.close()

    (summary,) = a_library(folder).client_summaries()

    assert summary == ClientSummary(
        id="c2",
        name="Hollis & Grey",
        dream_client=True,
        dream_rank=4,
        why_dream="Three kilns",
        touches=DREAM.touches,
        promises=(Promise(text="The sheet", by=Side.US),),
    )


def test_a_client_saved_again_is_the_same_client_and_shown_as_saved_last(folder: Path) -> None:
    library = a_library(folder)
    library.save_client(DREAM)
    library.client_summaries()

    library.save_client(msgspec.structs.replace(DREAM, archived=True))

    assert [known.archived for known in library.client_summaries()] == [True]
    assert library.client("c2").archived is True
    assert library.client_summary("c2") == library.client_summaries()[0]
    assert library.client_summary("c9") is None


def test_several_clients_are_stored_in_one_write(folder: Path) -> None:
    library = a_library(folder)
    library.save_client(DREAM)
    journal = folder / "library.journal"
    before = scan_records(journal.read_bytes()).records

    library.save_clients((msgspec.structs.replace(DREAM, dream_rank=2), Client(id="c3", name="Tarn")))

    assert len(scan_records(journal.read_bytes()).records) == len(before) + 1
    library.close()
    assert [(known.name, known.dream_rank) for known in a_library(folder).client_summaries()] == [
        ("Hollis & Grey", 2),
        ("Tarn", None),
    ]
    with pytest.raises(ValueError, match="an id"):
        a_library(folder).save_clients((DREAM, Client(name="Nobody")))


def test_a_client_whose_touches_cannot_be_read_is_listed_without_them() -> None:
    document = msgspec.Raw(b'{"id":"c1","name":"Tarn","dream_rank":"two","touches":[{"planned_on":"soon"}]}')

    assert ClientSummaries().one("c1", document) == ClientSummary(id="c1", name="Tarn")
    assert ClientSummaries().one("c1", msgspec.Raw(b"[]")) is None


def test_only_who_changed_is_named_as_changed(folder: Path) -> None:
    library = a_library(folder)
    first = a_plan(**{"client.id": "c1", "client_id": "c1"})
    library.save(first)
    mark, everything = library.changed_clients(None)
    same, nothing = library.changed_clients(mark)
    library.save_client(DREAM)
    after_client, client = library.changed_clients(same)
    library.delete(first.plan.id)
    after_plan, of_plan = library.changed_clients(after_client)

    assert everything is None
    assert [nothing, client, of_plan] == [frozenset(), frozenset({"c2"}), frozenset({"c1"})]
    assert library.changed_clients(after_plan)[1] == frozenset()


def test_the_plans_of_a_client_are_those_outside_the_trash(folder: Path) -> None:
    library = a_library(folder)
    first = a_plan(**{"call.happened": Happened.CANCELLED})
    library.save(first)

    (summary,) = library.summaries_of(first.client.id)
    library.delete(first.plan.id)

    assert summary.happened is Happened.CANCELLED
    assert library.summaries_of(first.client.id) == []
    assert library.summaries_of("nobody") == []


def test_what_was_meant_differently_is_known_of_a_plan_until_it_is_given_up(folder: Path) -> None:
    library = a_library(folder)
    meant = (IntentionKept(text="Ask for the date", kept=False), IntentionKept(text="Wait", kept=True))
    plan = a_plan(**{"reflection.differently": "Fewer slides", "reflection.intentions": meant})
    library.save(plan)
    (before,) = library.summaries()
    library.save(
        with_field(plan, "plan.intentions", (Intention(text="ask for the date.", dropped_because="no"),))
    )
    (after,) = library.summaries()

    assert before.meant_differently == ("Fewer slides", "Ask for the date")
    assert after.meant_differently == ("Fewer slides",)
    assert after.taken_up == ("ask for the date.", "Ask for the date", "Wait")
