import datetime as dt
import json
import stat
import threading
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from tinydb import TinyDB, where

from planner.model.call import Attendee
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import Outcome
from planner.store.errors import AmbiguousId, LibraryDamaged, NoSuchPlan
from planner.store.library import FILE_NAME, Library
from planner.store.records import SCHEMA
from tests.builders import a_plan
from tests.exchange.generated import preparations
from tests.store.plans import another_plan_of


def on(day: int, hour: int = 10, offset: int = 0) -> dt.datetime:
    return dt.datetime(2026, 12, day, hour, tzinfo=dt.timezone(dt.timedelta(hours=offset)))


def test_a_saved_plan_is_there_when_the_library_is_opened_again(library: Library, folder: Path) -> None:
    saved = a_plan(**{"call.title": "Line walk", "case.why_now": "The lease ends", "client.notes": "Ask Jo"})

    library.save(saved)
    library.close()

    assert Library.open(folder).preparation(saved.plan.id) == saved


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(preparation=preparations())
def test_whatever_was_entered_comes_back(folder: Path, preparation: Preparation) -> None:
    Library.open(folder).save(preparation)

    assert Library.open(folder).preparation(preparation.plan.id) == preparation


def test_an_opened_library_writes_nothing_before_the_first_save(library: Library, folder: Path) -> None:
    assert library.summaries() == []
    assert library.clients() == []
    assert list(folder.iterdir()) == []


def test_only_the_owner_may_read_it(library: Library, folder: Path) -> None:
    library.save(a_plan())
    assert stat.S_IMODE((folder / "library.journal").stat().st_mode) == 0o600
    library.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_any_tinydb_can_open_a_closed_library(library: Library, folder: Path) -> None:
    preparation = a_plan(**{"call.title": "Line walk", "price.floor": None, "client.name": "Łódź & Söhne"})
    library.save(preparation)
    library.save(another_plan_of(preparation, **{"plan.call.title": "Second talk"}))
    library.delete(preparation.plan.id)
    library.close()

    with TinyDB(folder / FILE_NAME) as stock:
        assert stock.tables() == {"meta", "clients", "plans", "blocks", "seal"}
        assert stock.table("meta").all() == [{"schema": SCHEMA}]
        assert stock.table("clients").all() == [{"id": preparation.client.id, "name": "Łódź & Söhne"}]
        assert [plan["call"] for plan in stock.table("plans")] == [
            {"title": "Line walk"},
            {"title": "Second talk"},
        ]
        (trashed,) = stock.table("plans").search(where("deleted_on").exists())
        assert (trashed["id"], trashed["deleted_on"]) == (preparation.plan.id, "2026-11-23")


def test_what_tinydb_changed_in_a_closed_library_is_read(library: Library, folder: Path) -> None:
    preparation = a_plan(**{"call.title": "Line walk"})
    library.save(preparation)
    library.close()

    with TinyDB(folder / FILE_NAME) as stock:
        stock.table("plans").update({"call": {"title": "Changed"}})

    assert Library.open(folder).summaries()[0].title == "Changed"


def test_tables_of_others_are_kept(library: Library, folder: Path) -> None:
    library.save(a_plan())
    library.close()
    with TinyDB(folder / FILE_NAME) as stock:
        stock.table("theirs").insert({"kept": True})

    again = Library.open(folder)
    again.save(a_plan())
    again.close()

    with TinyDB(folder / FILE_NAME) as stock:
        assert stock.table("theirs").all() == [{"kept": True}]
        assert len(stock.table("plans")) == 2


def test_plans_are_handed_out_by_id_whichever_was_stored_first(library: Library) -> None:
    for title, starts in [
        ("early", on(1)),
        ("no date", None),
        ("late", on(3)),
        ("a little later than early", on(1, 12, offset=1)),
    ]:
        library.save(a_plan(**{"call.title": title, "call.starts": starts}))

    ids = [summary.id for summary in library.summaries()]

    again = Library.open(library.folder, read_only=True)
    assert len(ids) == 4
    assert ids == sorted(ids) == [summary.id for summary in again.summaries()]


def test_a_summary_says_what_the_list_shows(library: Library) -> None:
    preparation = a_plan(
        **{
            "call.title": "Line walk",
            "call.starts": on(1),
            "call.minutes": 45,
            "call.attendees": (Attendee(contact="Mara"), Attendee(contact="Tom")),
            "edited_on": (dt.date(2026, 11, 20), dt.date(2026, 11, 22)),
            "reflection.outcome": Outcome.ADVANCE,
            "reflection.held_on": dt.date(2026, 12, 1),
        }
    )
    library.save(preparation)

    (summary,) = library.summaries()

    assert (summary.id, summary.client_id) == (preparation.plan.id, preparation.client.id)
    assert (summary.client, summary.title) == ("Tarn Valley Water", "Line walk")
    assert (summary.starts, summary.minutes) == (on(1), 45)
    assert (summary.first_attendee, summary.attendee_count) == ("Mara", 2)
    assert (summary.outcome, summary.held_on) == (Outcome.ADVANCE, dt.date(2026, 12, 1))
    assert (summary.last_edited, summary.edited_days) == (dt.date(2026, 11, 22), 2)


def test_a_client_is_kept_once_and_renamed_for_all_its_plans(library: Library) -> None:
    first = a_plan()
    second = another_plan_of(first)
    library.add([first, second])

    library.save(with_field(second, "client.name", "Tarn Water plc"))

    assert [client.name for client in library.clients()] == ["Tarn Water plc"]
    assert {summary.client for summary in library.summaries()} == {"Tarn Water plc"}
    assert library.preparation(first.plan.id).client.name == "Tarn Water plc"


def test_clients_come_by_name(library: Library) -> None:
    for name in ("beta", "Alpha", "Gamma"):
        library.save(a_plan(**{"client.name": name}))

    assert [client.name for client in library.clients()] == ["Alpha", "beta", "Gamma"]


def test_any_unambiguous_start_of_an_id_finds_its_plan(library: Library) -> None:
    for plan_id in ("abc", "abcd", "axyz"):
        library.save(_with_id(a_plan(), plan_id))

    assert library.find("ax") == "axyz"
    assert library.find("abc") == "abc"
    with pytest.raises(AmbiguousId) as caught:
        library.find("a")
    assert str(caught.value) == '"a" can mean 3 plans (abc, abcd, axyz); write more of the id.'
    for nothing in ("q", ""):
        with pytest.raises(NoSuchPlan):
            library.find(nothing)


def test_a_call_with_nobody_yet_names_nobody_in_the_list(library: Library) -> None:
    library.save(a_plan(**{"call.attendees": ()}))

    (summary,) = library.summaries()

    assert (summary.first_attendee, summary.attendee_count) == ("", 0)


@pytest.mark.parametrize(("plans", "told"), [(5, "p1, p2, p3, p4, p5"), (6, "p1, p2, p3, p4, p5 and more")])
def test_of_many_that_start_alike_some_are_named(library: Library, plans: int, told: str) -> None:
    for number in range(1, plans + 1):
        library.save(_with_id(a_plan(**{"call.title": str(number)}), f"p{number}"))

    with pytest.raises(AmbiguousId) as caught:
        library.find("p")

    assert str(caught.value) == f'"p" can mean {plans} plans ({told}); write more of the id.'


def test_a_client_that_cannot_be_read_is_told_with_its_document_and_field(folder: Path) -> None:
    library = Library.open(folder)
    plan = a_plan()
    library.add([a_plan(), plan])
    library.close()
    path = folder / FILE_NAME
    file = json.loads(path.read_text(encoding="utf-8"))
    file["clients"]["2"]["industry"] = 5
    path.write_text(json.dumps(file), encoding="utf-8")

    opened = Library.open(folder)

    with pytest.raises(LibraryDamaged, match=rf"^{path} is damaged: clients 2 .*industry: Expected `str`"):
        opened.preparation(plan.plan.id)
    assert len(opened.clients()) == 1
    assert len(opened.summaries()) == 2


def test_a_plan_that_is_not_there_is_told(library: Library) -> None:
    for ask in (library.preparation, library.delete, library.undelete, library.in_trash):
        with pytest.raises(NoSuchPlan, match='There is no plan "gone"'):
            ask("gone")


def test_a_plan_without_its_clients_id_is_a_mistake_of_the_caller(library: Library) -> None:
    with pytest.raises(ValueError, match=r"^a plan needs an id and its client's$"):
        library.save(Preparation())


def test_threads_may_save_at_once(library: Library, folder: Path) -> None:
    plans = [a_plan(**{"call.title": f"Plan {number}"}) for number in range(24)]
    start = threading.Barrier(3)

    def save(some: list[Preparation]) -> None:
        start.wait()
        for one in some:
            library.save(one)

    threads = [threading.Thread(target=save, args=(plans[number::3],)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    again = Library.open(folder)
    assert {one.plan.id: again.preparation(one.plan.id) for one in plans} == {
        one.plan.id: one for one in plans
    }


def test_nothing_handed_out_can_change_what_is_kept(library: Library) -> None:
    library.save(a_plan())

    library.summaries().clear()
    library.clients().clear()

    assert len(library.summaries()) == len(library.clients()) == 1


def _with_id(preparation: Preparation, plan_id: str) -> Preparation:
    return msgspec.structs.replace(preparation, plan=msgspec.structs.replace(preparation.plan, id=plan_id))


def test_the_plans_of_a_client_come_oldest_call_first(library: Library) -> None:
    second = a_plan(**{"call.starts": on(8)})
    first = another_plan_of(second, **{"plan.call.starts": on(1)})
    undated = another_plan_of(second)
    somebody_elses = a_plan(**{"call.starts": on(2)})
    for one in (undated, second, somebody_elses, first):
        library.save(one)

    assert library.plans_of(second.client.id) == [first.plan, second.plan, undated.plan]


def test_what_is_in_the_trash_is_no_plan_of_the_client(library: Library) -> None:
    kept = a_plan()
    thrown_away = another_plan_of(kept)
    for one in (kept, thrown_away):
        library.save(one)
    library.delete(thrown_away.plan.id)

    assert library.plans_of(kept.client.id) == [kept.plan]
    assert library.plans_of("nobody") == []
