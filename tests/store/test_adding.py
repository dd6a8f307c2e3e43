from pathlib import Path

import pytest

from planner.model.fields import with_field
from planner.store.errors import IdTaken, NoSuchPlan
from planner.store.library import Library
from tests.builders import a_plan
from tests.store.plans import another_plan_of, on_disk


def test_a_deleted_plan_leaves_the_list_and_comes_back(library: Library, folder: Path) -> None:
    preparation = a_plan(**{"call.title": "Line walk"})
    library.save(preparation)

    library.delete(preparation.plan.id)

    assert library.summaries() == []
    assert library.matching("walk") == []
    with pytest.raises(NoSuchPlan):
        library.find(preparation.plan.id)
    assert [client.name for client in library.clients()] == ["Tarn Valley Water"]

    again = Library.open(folder)
    assert again.in_trash(preparation.plan.id)
    again.undelete(preparation.plan.id)
    assert again.preparation(again.find(preparation.plan.id)) == preparation


def test_saving_a_plan_in_the_trash_leaves_it_there(library: Library) -> None:
    preparation = a_plan()
    library.save(preparation)
    library.delete(preparation.plan.id)

    library.save(with_field(preparation, "plan.call.title", "Typed before it was deleted"))

    assert library.summaries() == []
    assert library.preparation(preparation.plan.id).plan.call.title == "Typed before it was deleted"


def test_adding_is_all_or_nothing(library: Library, folder: Path) -> None:
    here = a_plan()
    library.save(here)
    before = on_disk(folder)

    with pytest.raises(IdTaken, match=r"plan\.id"):
        library.add([a_plan(), here])

    assert on_disk(folder) == before
    assert len(library.summaries()) == 1


def test_adding_another_client_under_a_known_id_is_refused(library: Library) -> None:
    here = a_plan()
    library.save(here)
    other = another_plan_of(with_field(here, "client.name", "Somebody else"))

    with pytest.raises(IdTaken, match=r"client\.id"):
        library.add([other])
    with pytest.raises(IdTaken, match=r"client\.id"):
        library.add(
            [another_plan_of(fresh := a_plan()), another_plan_of(with_field(fresh, "client.name", "x"))]
        )

    assert library.preparation(here.plan.id) == here


def test_two_new_plans_of_one_new_client_share_it(library: Library, folder: Path) -> None:
    first = a_plan()
    library.add([first, another_plan_of(first)])

    assert len(Library.open(folder).clients()) == 1
