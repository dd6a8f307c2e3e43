from pathlib import Path
from typing import Any

import msgspec
import pytest
from tinydb import where

from planner.store.database import LibraryDatabase


@pytest.fixture
def database(tmp_path: Path) -> LibraryDatabase:
    return LibraryDatabase(tmp_path / "library.json")


def test_it_is_a_tinydb_like_any_other(database: LibraryDatabase, tmp_path: Path) -> None:
    plans = database.table("plans")
    first = plans.insert({"title": "one"})
    plans.insert_multiple([{"title": "two"}, {"title": "three"}])

    plans.update({"title": "first"}, doc_ids=[first])
    plans.remove(where("title") == "two")

    again = LibraryDatabase(tmp_path / "library.json").table("plans")
    assert again.all() == [{"title": "first"}, {"title": "three"}]
    assert [plan.doc_id for plan in again] == [1, 3]
    assert again.insert({"title": "four"}) == 4


def test_changing_what_was_read_changes_nothing_kept(database: LibraryDatabase) -> None:
    plans = database.table("plans")
    plans.insert({"call": {"title": "one"}})

    plans.all()[0]["call"]["title"] = "changed"
    read: Any = database.storage.read()
    read["plans"]["1"]["call"]["title"] = "changed"

    assert plans.all() == [{"call": {"title": "one"}}]


def test_several_tables_change_in_one_write(database: LibraryDatabase, tmp_path: Path) -> None:
    database.table("plans").insert({"title": "one"})
    assert database.table("plans").search(where("title") == "new") == []

    database.put(
        {"plans": {"2": msgspec.json.encode({"title": "new"})}, "clients": {"1": b'{"name":"Tarn"}'}}
    )

    assert database.table("plans").search(where("title") == "new") == [{"title": "new"}]
    assert LibraryDatabase(tmp_path / "library.json").table("clients").all() == [{"name": "Tarn"}]


def test_a_table_counts_its_documents_and_knows_an_unused_id(database: LibraryDatabase) -> None:
    plans = database.documents("plans")
    assert (len(plans), plans.unused_id()) == (0, 1)

    database.put({"plans": {"1": b"{}", "7": b"{}"}})

    assert (len(plans), plans.unused_id()) == (2, 8)


def test_tables_can_be_dropped(database: LibraryDatabase, tmp_path: Path) -> None:
    database.table("plans").insert({"title": "one"})

    database.drop_tables()

    assert LibraryDatabase(tmp_path / "library.json").tables() == set()
