"""Clients without a plan, archived ones among them, are as safe as any plan, and are found."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from planner.model.client import Client, Contact, Promise
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.store.backups import Backups
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from planner.store.salvage import salvaged
from planner.store.verify import verified
from planner.wording.library_texts import brought_in_text
from tests.store.conftest import TODAY

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
DREAM = Client(
    id="c1",
    name="Hollis & Grey",
    dream_rank=1,
    contacts=(Contact(id="k1", name="Maya Ost"),),
    touches=(Touch(id="t1", planned_on=TODAY, value_offered="The kiln study"),),
    promises=(Promise(text="The sheet", by=Side.US),),
)
ARCHIVED = Client(id="c2", name="Quarry Lane", archived=True, notes="Closed the plant in Ayr")
NAMELESS = Client(id="c3", website="tarn.example")
ALL = [DREAM, ARCHIVED, NAMELESS]


@pytest.fixture
def backups(folder: Path, tmp_path: Path) -> Backups:
    return Backups(folder, home=tmp_path / "state", now=lambda: NOON)


@pytest.fixture
def keeping(library: Library, backups: Backups) -> Safekeeping:
    for client in ALL:
        library.save_client(client)
    return Safekeeping(library, backups)


def known(library: Library) -> list[Client]:
    return sorted(library.clients(), key=lambda client: client.id)


def test_they_are_found_by_their_own_texts(library: Library, keeping: Safekeeping) -> None:
    assert keeping.folder.name
    assert library.matching_clients("KILN maya") == ["c1"]
    assert library.matching_clients("ayr") == ["c2"]
    assert library.matching_clients("k1") == library.matching_clients("nowhere") == []
    assert library.matching_clients(" ") == ["c1", "c2", "c3"]
    assert library.matching("kiln") == []


def test_a_change_of_one_is_found_and_what_it_replaced_is_not(library: Library, keeping: Safekeeping) -> None:
    assert library.matching_clients("ayr") == ["c2"]

    library.save_client(replace(ARCHIVED, notes="Closed the plant in Troon", archived=None))

    assert (library.matching_clients("ayr"), library.matching_clients("troon")) == ([], ["c2"])
    assert keeping.trash() == []


def test_they_are_backed_up_at_the_start_and_come_back(
    library: Library, keeping: Safekeeping, folder: Path
) -> None:
    assert keeping.keep_house(TODAY) == ()
    (backup,) = keeping.backups()
    assert (backup.plans, backup.clients) == (0, 3)
    library.save_client(replace(DREAM, touches=(), name="Renamed"))
    library.erase("c2")

    keeping.restore(backup.path)

    assert known(library) == ALL
    library.save_client(ARCHIVED)
    library.close()
    assert (verified(folder / FILE_NAME).clients, verified(folder / FILE_NAME).damage) == (3, ())
    assert known(Library.open(folder)) == ALL


def test_a_library_of_nothing_else_that_was_lost_is_missed(
    library: Library, keeping: Safekeeping, folder: Path, backups: Backups
) -> None:
    keeping.back_up()
    library.close()
    shutil.rmtree(folder)
    again = Library.open(folder)
    at_start = Safekeeping(again, backups)

    at_start.keep_house(TODAY)

    assert at_start.missed is not None
    assert "with 3 clients, but" in at_start.missed.told
    again.close()


def test_one_that_is_damaged_is_named(library: Library, keeping: Safekeeping, folder: Path) -> None:
    assert keeping.folder.name
    library.close()
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"dream_rank":1', b'"dream_rank":"x"'))

    assert [line for line in verified(path).damage if "clients 1" in line] != []


def test_they_are_recovered_from_what_is_left_and_from_the_backup(
    library: Library, keeping: Safekeeping, folder: Path, backups: Backups
) -> None:
    keeping.back_up()
    library.close()
    path = folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"name":"Quarry', b'"name":Quarry'))

    again = Library.open(folder, backups=backups)

    assert known(again) == ALL
    assert any(
        "Recovered: 3 clients without a plan, 1 of them from the backup of" in notice
        for notice in again.notices
    )
    again.close()


def test_one_without_a_name_is_known_for_a_client_where_the_name_of_its_table_is_lost(
    library: Library, keeping: Safekeeping, folder: Path
) -> None:
    assert keeping.folder.name
    library.close()
    file = (folder / FILE_NAME).read_bytes().replace(b'"clients"', b'"\0\0\0"')

    assert len(salvaged(file).tables["clients"]) == 3


def test_they_come_along_from_another_copy(library: Library, keeping: Safekeeping, folder: Path) -> None:
    copy = folder / "library (other copy ANNA 2026-11-20).json"
    elsewhere = Library.open(folder.parent / "elsewhere")
    moved = Touch(id="t1", planned_on=TODAY, done_on=TODAY, value_offered="The kiln study")
    elsewhere.save_client(replace(DREAM, headquarters="Leeds", touches=(moved,)))
    elsewhere.save_client(replace(ARCHIVED, notes="Reopens in spring"))
    elsewhere.save_client(Client(id="c9", name="Only there"))
    elsewhere.close()
    shutil.copy(elsewhere.home, copy)

    told = brought_in_text(keeping.bring_in(copy))

    assert known(library) == [
        replace(DREAM, headquarters="Leeds", touches=(moved,)),
        replace(
            ARCHIVED,
            notes="Closed the plant in Ayr\n\nFrom another copy of the library:\nReopens in spring",
        ),
        NAMELESS,
        Client(id="c9", name="Only there"),
    ]
    assert "1 client without a plan that was only there is here now." in told
    assert "2 clients have what was known here and there." in told
    assert "already" not in told
