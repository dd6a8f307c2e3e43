import shutil
from functools import partial
from pathlib import Path

import pytest

from planner.cli import library_folder as folders
from planner.cli.library_folder import library_folder, remember_folder
from planner.platform.library_lock import LOCK_NAME, FolderNotWritable, LibraryInUse, LibraryLock
from planner.store.errors import LibraryAlreadyThere, LibraryNotWritten
from planner.store.library import Library
from planner.store.library_place import LibraryPlace
from tests.builders import a_plan
from tests.unprivileged import read_only


@pytest.fixture
def settings_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folders, nothing named."""
    monkeypatch.delenv(folders.LIBRARY_VARIABLE, raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_options: tmp_path / "data" / name)
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, **_options: tmp_path / "config" / name)
    return tmp_path


@pytest.mark.parametrize("lock_file_left", [False, True])
def test_a_folder_nobody_may_write_to_is_open_for_reading_and_says_why(
    tmp_path: Path, *, lock_file_left: bool
) -> None:
    here = a_plan()
    library = Library.open(tmp_path)
    library.save(here)
    library.close()
    if lock_file_left:  # from better days: the file may be written to, and the folder not
        (tmp_path / LOCK_NAME).touch()

    place = read_only(tmp_path, partial(LibraryPlace.open, tmp_path))

    assert place.read_only == f"Nothing can be saved in {tmp_path}: you may not write there."
    assert place.library.preparation(here.plan.id) == here
    with pytest.raises(LibraryNotWritten, match="for reading only"):
        place.library.save(a_plan())
    place.close()


def test_a_command_that_writes_says_why_it_cannot(tmp_path: Path) -> None:
    (folder := tmp_path / "library").mkdir()

    with pytest.raises(FolderNotWritable, match="you may not write there"):
        read_only(folder, partial(LibraryLock, folder))


def test_the_lock_follows_the_library(tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    place = LibraryPlace.open(tmp_path / "library")

    place.move_to(elsewhere)

    with LibraryLock(tmp_path / "library"), pytest.raises(LibraryInUse):
        LibraryLock(elsewhere)
    place.close()
    with LibraryLock(elsewhere):
        pass


def test_the_lock_is_taken_anew_in_a_folder_made_again(tmp_path: Path) -> None:
    place = LibraryPlace.open(tmp_path / "library")
    place.library.save(a_plan())
    shutil.rmtree(tmp_path / "library")

    place.make_again()

    with pytest.raises(LibraryInUse):
        LibraryLock(tmp_path / "library")
    place.close()
    assert [path.name for path in (tmp_path / "library").iterdir()] == ["library.json"]


def test_a_move_that_fails_leaves_the_lock_where_it_was(tmp_path: Path) -> None:
    Library.open(tmp_path / "theirs").save(a_plan())
    place = LibraryPlace.open(tmp_path / "library")

    with pytest.raises(LibraryAlreadyThere):
        place.move_to(tmp_path / "theirs")

    with LibraryLock(tmp_path / "theirs"), pytest.raises(LibraryInUse):
        LibraryLock(tmp_path / "library")
    place.close()


def test_a_library_saved_elsewhere_opens_from_there_next_time(settings_home: Path) -> None:
    (elsewhere := settings_home / "stick à 1").mkdir()
    assert library_folder(None) == settings_home / "data" / "front-foot"

    assert remember_folder(None, elsewhere)

    assert library_folder(None) == elsewhere
    assert library_folder(settings_home / "named") == settings_home / "named"


def test_one_that_was_named_is_named_again_next_time(
    settings_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not remember_folder(settings_home / "named", settings_home / "elsewhere")
    with monkeypatch.context() as named:
        named.setenv(folders.LIBRARY_VARIABLE, str(settings_home / "named"))
        assert not remember_folder(None, settings_home / "elsewhere")

    assert library_folder(None) == settings_home / "data" / "front-foot"


def test_where_nothing_can_be_noted_the_next_start_does_not_know(settings_home: Path) -> None:
    (settings_home / "config").touch()

    assert not remember_folder(None, settings_home / "elsewhere")
    assert library_folder(None) == settings_home / "data" / "front-foot"
