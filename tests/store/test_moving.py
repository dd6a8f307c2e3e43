"""The library's folder is gone, or takes nothing: everything is written again, there or elsewhere."""

import errno
import os
import shutil
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest
from tinydb import TinyDB

from planner.store.errors import LibraryAlreadyThere, LibraryFolderGone, LibraryNotWritten
from planner.store.library import FILE_NAME, Library
from tests.store.plans import on_disk
from tests.store.writer import version_of

ANOTHER_DISK = "/dev/shm" if Path("/dev/shm").is_dir() else None


def plans_in(folder: Path) -> set[str]:
    """The ids of the plans in a folder's library, as whoever opens it next finds them."""
    return {summary.id for summary in Library.open(folder, read_only=True).summaries()}


def two_plans(library: Library) -> None:
    library.save(version_of("old", 1))
    library.save(version_of("new", 1))


@pytest.mark.parametrize("folded", [False, True], ids=["all in the journal", "all in the file"])
def test_a_folder_that_was_deleted_is_made_again_with_everything_in_it(
    folder: Path, library: Library, *, folded: bool
) -> None:
    two_plans(library)
    if folded:
        library.close()
        library = Library.open(folder)
    shutil.rmtree(folder)

    with pytest.raises(LibraryFolderGone, match="as long as this window stays open"):
        library.save(version_of("old", 2))
    library.write_again()

    assert plans_in(folder) == {"old", "new"}
    library.save(version_of("old", 2))
    assert Library.open(folder, read_only=True).preparation("old") == version_of("old", 2)


def test_a_folder_that_came_back_meanwhile_is_gone_on_with(
    tmp_path: Path, folder: Path, library: Library
) -> None:
    two_plans(library)
    folder.rename(tmp_path / "unplugged")
    with pytest.raises(LibraryFolderGone):
        library.save(version_of("old", 2))
    (tmp_path / "unplugged").rename(folder)
    before = on_disk(folder)

    library.write_again()
    library.save(version_of("old", 2))

    assert on_disk(folder)["library.journal"].startswith(before["library.journal"])
    assert plans_in(folder) == {"old", "new"}


@pytest.mark.parametrize("folded", [False, True], ids=["all in the journal", "all in the file"])
def test_what_was_on_a_stick_is_not_written_into_the_bare_folder_it_hung_in(
    tmp_path: Path, *, folded: bool
) -> None:
    with tempfile.TemporaryDirectory(dir=ANOTHER_DISK) as other:
        if Path(other).stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("there is one disk here")
        (mounted := tmp_path / "mounted").symlink_to(other)
        library = Library.open(mounted)
        two_plans(library)
        if folded:
            library.close()
            library = Library.open(mounted)
        mounted.unlink()
        mounted.mkdir()

        with pytest.raises(LibraryNotWritten, match="its disk was removed"):
            library.save(version_of("old", 2))

        assert list(mounted.iterdir()) == []
        library.write_again()  # asked for
        assert plans_in(mounted) == {"old", "new"}


def test_moved_it_is_whole_in_the_new_folder_and_as_it_was_in_the_old_one(
    tmp_path: Path, folder: Path, library: Library
) -> None:
    two_plans(library)
    before = on_disk(folder)
    (elsewhere := tmp_path / "elsewhere").mkdir()

    library.move_to(elsewhere)
    library.save(version_of("newest", 1))
    library.close()

    assert on_disk(folder) == before
    assert plans_in(folder) == {"old", "new"}
    assert library.folder == elsewhere
    assert plans_in(elsewhere) == {"old", "new", "newest"}
    with TinyDB(elsewhere / FILE_NAME) as stock:
        assert len(stock.table("plans")) == 3


def test_what_could_only_be_read_can_be_changed_where_it_was_moved_to(
    tmp_path: Path, folder: Path, library: Library
) -> None:
    two_plans(library)
    reading = Library.open(folder, read_only=True)
    with pytest.raises(LibraryNotWritten, match="for reading only"):
        reading.save(version_of("old", 2))
    (elsewhere := tmp_path / "elsewhere").mkdir()

    reading.move_to(elsewhere)
    reading.save(version_of("old", 2))

    assert Library.open(elsewhere, read_only=True).preparation("old") == version_of("old", 2)
    assert library.preparation("old") == version_of("old", 1)


def test_another_library_is_not_overwritten(tmp_path: Path, library: Library) -> None:
    two_plans(library)
    theirs = Library.open(tmp_path / "theirs")
    theirs.save(version_of("theirs", 1))  # in its journal alone

    with pytest.raises(LibraryAlreadyThere, match="choose another folder"):
        library.move_to(tmp_path / "theirs")
    theirs.close()
    with pytest.raises(LibraryAlreadyThere):
        library.move_to(tmp_path / "theirs")

    assert plans_in(tmp_path / "theirs") == {"theirs"}


def test_where_it_cannot_be_written_it_stays_where_it_is(
    tmp_path: Path, folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    two_plans(library)
    (elsewhere := tmp_path / "elsewhere").mkdir()
    with monkeypatch.context() as broken:
        broken.setattr("planner.platform.files.make_durable", full)
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            library.move_to(elsewhere)

    library.save(version_of("newest", 1))
    assert list(elsewhere.iterdir()) == []
    assert library.folder == folder
    assert plans_in(folder) == {"old", "new", "newest"}


def test_a_library_that_is_closed_is_not_moved(tmp_path: Path, library: Library) -> None:
    two_plans(library)
    library.close()

    with pytest.raises(LibraryNotWritten, match="it is closed"):
        library.move_to(tmp_path)
