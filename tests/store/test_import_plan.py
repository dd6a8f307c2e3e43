from pathlib import Path

import msgspec
import pytest

from planner.model.client import Client, Contact
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.touch import Touch
from planner.store.errors import IdTaken, LibraryDamaged
from planner.store.import_plan import ImportResult, import_client, import_plan
from planner.store.import_together import import_together
from planner.store.library import FILE_NAME, Library
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


# Clients alone


def test_a_client_comes_in_without_a_plan(library: Library) -> None:
    arriving = Client(id="tarn", name="Tarn Valley Water")

    assert import_client(library, arriving) == ("tarn", ImportResult.ADDED)
    assert library.client("tarn") == arriving
    assert library.summaries() == []


def test_a_client_who_is_here_and_equal_is_left(library: Library, folder: Path) -> None:
    arriving = Client(name="Tarn", contacts=(Contact(name="Jo"),), touches=(Touch(note="rang"),))
    client_id, _ = import_client(library, arriving)
    before = on_disk(folder)

    assert import_client(library, arriving) == (client_id, ImportResult.ALREADY_HERE)
    named = msgspec.structs.replace(arriving, id=client_id)
    assert import_client(library, named) == (client_id, ImportResult.ALREADY_HERE)
    assert on_disk(folder) == before


def test_a_client_of_the_same_name_who_differs_is_another(library: Library) -> None:
    import_client(library, Client(name="Tarn", industry="water"))

    import_client(library, Client(name="Tarn", industry="wool"))

    assert sorted(client.industry for client in library.clients()) == ["water", "wool"]


def test_an_id_that_is_another_clients_changes_nothing(library: Library, folder: Path) -> None:
    here = a_plan()
    library.save(here)
    before = on_disk(folder)

    with pytest.raises(IdTaken, match=r"client\.id"):
        import_client(library, msgspec.structs.replace(here.client, notes="changed elsewhere"))

    assert on_disk(folder) == before


def test_a_client_here_who_cannot_be_read_is_not_written_over(folder: Path) -> None:
    library = Library.open(folder)
    import_client(library, Client(id="tarn", name="Tarn", notes="kept for years"))
    library.close()
    file = folder / FILE_NAME
    damaged = file.read_bytes().replace(b'"notes":"kept for years"', b'"notes":["kept for years"]')
    assert damaged != file.read_bytes()
    file.write_bytes(damaged)

    with pytest.raises(LibraryDamaged):
        import_client(Library.open(folder), Client(id="tarn", name="Tarn"))


def test_clients_come_in_together_and_who_is_here_is_left(library: Library) -> None:
    first, second = a_plan(), a_plan()
    alone = Client(id="alone", name="Alone")
    library.save_client(msgspec.structs.replace(first.client, notes="worked on since"))

    results = import_together(library, [alone], [first, second])

    assert results == {
        first.client.id: ImportResult.ALREADY_HERE,
        second.client.id: ImportResult.ADDED,
        "alone": ImportResult.ADDED,
    }
    assert [summary.id for summary in library.summaries()] == [second.plan.id]
    assert library.client(first.client.id).notes == "worked on since"
    assert set(import_together(library, [alone], [first, second]).values()) == {ImportResult.ALREADY_HERE}
