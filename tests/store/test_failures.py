import errno
import json
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest
from msgspec.structs import replace

from planner.model.fields import with_field
from planner.store.errors import LibraryDamaged, LibraryNotOpened, LibraryNotWritten, LibraryTooNew
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.store.plans import on_disk


def a_file(plan: dict[str, Any]) -> str:
    """A library file with one client, c1, and the given document as plan 3."""
    return json.dumps(
        {"meta": {"1": {"schema": 2}}, "clients": {"1": {"id": "c1", "name": "Tarn"}}, "plans": {"3": plan}}
    )


def a_library_with(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / FILE_NAME).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def full_disk(*_arguments: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_failed_save_leaves_file_and_memory_as_they_were(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = a_plan(**{"call.title": "Before"})
    library.save(here)
    before = on_disk(folder)
    changed = with_field(with_field(here, "plan.call.title", "After"), "client.name", "Renamed")

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", full_disk)
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            library.save(changed)
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            library.add([a_plan()])
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            library.delete(here.plan.id)

    assert on_disk(folder) == before
    assert library.preparation(here.plan.id) == here
    assert [(one.client, one.title) for one in library.summaries()] == [("Tarn Valley Water", "Before")]
    assert library.matching("after") == []

    library.save(changed)
    assert Library.open(folder).preparation(here.plan.id) == changed


def test_saving_what_is_stored_already_writes_nothing(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = a_plan()
    library.save(here)
    written = on_disk(folder)

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", full_disk)
        library.save(here)

    assert on_disk(folder) == written


def test_a_character_that_cannot_be_stored_is_named(library: Library) -> None:
    here = a_plan()
    call = replace(here.plan.call, links=("fine", "half a \ud83d"))  # no field takes it
    here = replace(here, plan=replace(here.plan, call=call))

    with pytest.raises(LibraryNotWritten, match=r"^call\.links\[1\] holds a character"):
        library.save(here)

    assert library.summaries() == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not json", "it is not JSON"),
        ('{"plans": {"1": {"id": "p', "it is not JSON"),
        ("[]", "it is not a TinyDB file"),
        ('{"plans": []}', r"it is not a TinyDB file .*at `"),
        (b'{"meta": {"1": {"schema": 2}}, "clients": {"1": \xff}}', "it is not JSON"),
        ('{"meta": {"1": {"schema": "x"}}}', "meta 1, schema: Expected `int`, got `str`"),
        ('{"plans": {"1": {"id": "p"}}}', "meta 1, schema: it is missing"),
    ],
)
def test_a_damaged_library_is_told_and_left_alone(folder: Path, text: str | bytes, told: str) -> None:
    a_library_with(folder, text)
    before = on_disk(folder)

    with pytest.raises(LibraryDamaged, match=told) as caught:
        Library.open(folder)

    assert str(folder / FILE_NAME) in str(caught.value)
    assert on_disk(folder) == before


def test_damage_deep_in_a_plan_is_told_when_it_is_opened(folder: Path) -> None:
    price = {"drivers": [{"low": "abc"}]}
    a_library_with(folder, a_file({"id": "p1", "client_id": "c1", "price": price}))

    with pytest.raises(LibraryDamaged, match=r"plans 3 \(id p1\), price\.drivers\[0\]\.low: Invalid decimal"):
        Library.open(folder).preparation("p1")


def test_a_newer_library_is_left_alone(folder: Path) -> None:
    a_library_with(folder, '{"meta": {"1": {"schema": 99}}, "clients": {"1": {"name": 5}}}')
    before = on_disk(folder)

    with pytest.raises(LibraryTooNew, match="newer Front Foot"):
        Library.open(folder)

    assert on_disk(folder) == before


@pytest.mark.parametrize("text", ["", "{}\n"])
def test_an_empty_file_is_an_empty_library(folder: Path, text: str) -> None:
    library = Library.open(a_library_with(folder, text))

    library.save(a_plan())

    assert len(Library.open(folder).summaries()) == 1


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "library.json").mkdir()

    with pytest.raises(LibraryNotOpened, match="it is not a folder"):
        Library.open(tmp_path / "file")
    with pytest.raises(LibraryNotOpened, match="Not a directory"):
        Library.open(tmp_path / "file" / "below")
    with pytest.raises(LibraryNotOpened, match="it is a folder"):
        Library.open(tmp_path)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, read_only: bool
) -> None:
    def refuse(path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    (tmp_path / FILE_NAME).write_text("{}")
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", refuse)
        with pytest.raises(LibraryNotOpened, match=r"cannot be opened: you may not read it\."):
            Library.open(tmp_path, read_only=read_only)
