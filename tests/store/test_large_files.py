"""A large library file is read into huge pages, and is the same library."""

import os
from pathlib import Path

import msgspec
import pytest

from planner.store.errors import LibraryDamaged
from planner.store.library import FILE_NAME, Library
from planner.store.library_file import _read_whole, file_of, require_text, stamped, tables_in
from tests.builders import a_plan

LARGE = (5 << 20) + 3


def test_a_large_file_is_read_whole_and_cannot_be_changed(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(os.urandom(LARGE))
    data, stamp = stamped(path)
    assert data == path.read_bytes()
    assert stamp[2] == LARGE
    assert memoryview(data).readonly


@pytest.mark.parametrize("grown_to", [LARGE, 6 << 20, 9 << 20])
def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(tmp_path: Path, grown_to: int) -> None:
    path = tmp_path / "growing"
    path.write_bytes(os.urandom(grown_to))
    with path.open("rb", buffering=0) as file:
        assert _read_whole(file, LARGE) == path.read_bytes()


def test_a_large_library_opens_as_a_small_one(tmp_path: Path) -> None:
    path = _a_large_library(tmp_path)
    library = Library.open(tmp_path)
    assert library.notices == ()
    assert [plan.client for plan in library.summaries()] == ["Tarn"]
    library.save(a_plan(id="second", **{"client.name": "Alder"}))
    library.close()
    assert set(tables_in(path.read_bytes(), path)["plans"]) == {"1", "2"}


def test_a_large_library_that_another_program_changed_says_so(tmp_path: Path) -> None:
    path = _a_large_library(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"xxxx", b"yyyy", 1))
    library = Library.open(tmp_path)
    assert "is not as Front Foot left it" in library.notices[0]
    assert [plan.client for plan in library.summaries()] == ["Tarn"]
    library.close()
    path.write_bytes(data.replace(b"xxxx", b"\xff\xff\xff\xff", 1))
    with pytest.raises(LibraryDamaged, match="it is not JSON"):
        require_text(stamped(path)[0], path)


def test_a_large_file_of_nothing_is_an_empty_library(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b" " * LARGE)
    assert tables_in(stamped(path)[0], path) == {}


def _a_large_library(folder: Path) -> Path:
    """Return the file of a library with one plan and a table of another program's, some megabytes long."""
    library = Library.open(folder)
    library.save(a_plan(id="first", **{"client.name": "Tarn"}))
    tables = library.tables()
    library.close()
    path = folder / FILE_NAME
    notes = {"1": msgspec.Raw(b'"' + b"x" * LARGE + b'"')}
    path.write_bytes(b"".join(file_of({**tables, "notes": notes})))
    return path
