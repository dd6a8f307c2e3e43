from pathlib import Path

import msgspec
import pytest

from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.store.errors import IdTaken
from planner.store.import_plan import ImportResult, import_plan
from planner.store.library import Library
from tests.builders import a_plan
from tests.store.plans import on_disk


def without_ids(preparation: Preparation) -> Preparation:
    client = msgspec.structs.replace(preparation.client, id="")
    return Preparation(client=client, plan=msgspec.structs.replace(preparation.plan, id="", client_id=""))


def test_a_plan_comes_in_as_it_is(library: Library) -> None:
    arriving = a_plan()

    assert import_plan(library, arriving) == (arriving.plan.id, ImportResult.ADDED)
    assert library.preparation(arriving.plan.id) == arriving


def test_blank_ids_are_filled(library: Library) -> None:
    plan_id, arrival = import_plan(library, without_ids(a_plan()))

    stored = library.preparation(plan_id)
    assert arrival is ImportResult.ADDED
    assert stored.plan.client_id == stored.client.id != ""


def test_an_equal_client_is_shared(library: Library) -> None:
    here = a_plan()
    library.save(here)

    plan_id, _ = import_plan(library, without_ids(here))

    assert library.preparation(plan_id).client == here.client
    assert len(library.clients()) == 1


def test_a_client_that_differs_is_another(library: Library) -> None:
    library.save(a_plan())

    import_plan(library, without_ids(a_plan(**{"client.industry": "water"})))

    assert len(library.clients()) == 2


def test_the_same_plan_again_is_nothing_to_do(library: Library, folder: Path) -> None:
    here = a_plan()
    library.save(here)
    before = on_disk(folder)

    assert import_plan(library, here) == (here.plan.id, ImportResult.ALREADY_HERE)
    assert on_disk(folder) == before


def test_a_plan_in_the_trash_comes_back(library: Library) -> None:
    here = a_plan()
    library.save(here)
    library.delete(here.plan.id)

    assert import_plan(library, here) == (here.plan.id, ImportResult.BACK_FROM_TRASH)
    assert library.find(here.plan.id) == here.plan.id


@pytest.mark.parametrize(
    ("path", "value", "field", "what"),
    [
        ("client.name", "Somebody else", "client.id", "another client"),
        ("plan.call.title", "Other", "plan.id", "another plan"),
    ],
)
def test_the_id_of_something_else_is_refused(
    library: Library, folder: Path, path: str, value: str, field: str, what: str
) -> None:
    here = a_plan()
    library.save(here)
    before = on_disk(folder)

    taken = here.client.id if field == "client.id" else here.plan.id
    with pytest.raises(IdTaken, match=f'^{field}: "{taken}" is already {what} here') as caught:
        import_plan(library, with_field(here, path, value))

    assert caught.value.field == field
    assert on_disk(folder) == before


@pytest.mark.parametrize(
    "form", ["Mu\u0308ller Pumpen", "Müller\u00a0Pumpen", " Müller  Pumpen", "müller pumpen"]
)
def test_an_equal_client_is_shared_in_whichever_form_its_name_comes(library: Library, form: str) -> None:
    here = a_plan(**{"client.name": "Müller Pumpen", "client.industry": "Pumps"})
    library.save(here)

    plan_id, _ = import_plan(library, without_ids(with_field(here, "client.name", form)))

    assert library.preparation(plan_id).client == here.client
    assert library.clients() == [here.client]


def test_a_client_of_almost_the_same_name_is_another(library: Library) -> None:
    library.save(a_plan(**{"client.name": "Müller Pumpen"}))

    import_plan(library, without_ids(a_plan(**{"client.name": "Muller Pumpen"})))

    assert len(library.clients()) == 2
