import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.coaching.check.thresholds import Thresholds
from planner.platform.files import FileNotWritten
from planner.store.backups import Backups
from planner.store.check_settings import write_check_settings
from planner.store.exports import ExportFiles
from planner.store.library import Library
from tests.builders import a_plan

PAGE = b"%PDF-1.4"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A library with one plan, open."""
    library = Library.open(tmp_path / "library")
    library.save(a_plan(**{"client.name": "Tarn"}))
    library.close()
    library = Library.open(tmp_path / "library")
    library.save(a_plan(**{"client.name": "Tarn"}))
    write_check_settings(library.folder, Thresholds())
    Backups(library.folder).make(b"".join(library.as_file()[0]), "asked for")
    yield library.folder
    library.close()


def linked(folder: Path) -> Path:
    (folder.parent / "page.pdf").symlink_to(folder / "library.json")
    return folder.parent / "page.pdf"


def hard_linked(folder: Path) -> Path:
    os.link(folder / "library.json", folder.parent / "page.pdf")
    return folder.parent / "page.pdf"


def behind_a_linked_folder(folder: Path) -> Path:
    (folder.parent / "elsewhere").symlink_to(folder)
    return folder.parent / "elsewhere" / "library.journal"


def a_library_that_is_a_link(folder: Path) -> Path:
    target = (folder / "library.json").rename(folder.parent / "synced.json")
    (folder / "library.json").symlink_to(target)
    return target


OURS: dict[str, Callable[[Path], Path]] = {
    "library": lambda folder: folder / "library.json",
    "journal": lambda folder: folder / "library.journal",
    "lock": lambda folder: folder / "library.lock",
    "check settings": lambda folder: folder / "check-settings.json",
    "other copy": lambda folder: folder / "library (other copy desk 2026-11-27).json",
    "damaged": lambda folder: folder / "library.json.damaged-1",
    "other case": lambda folder: folder / "LIBRARY.Json",
    "dots": lambda folder: folder / ".." / folder.name / "library.json",
    "link": linked,
    "hard link": hard_linked,
    "linked folder": behind_a_linked_folder,
    "linked library": a_library_that_is_a_link,
    "backup": lambda folder: Backups(folder).backups()[0].path,
    "new backup": lambda folder: Backups(folder).folder / "page.pdf",
}


@pytest.mark.parametrize("whose", OURS)
def test_no_page_is_written_over_the_library(folder: Path, whose: str) -> None:
    path = OURS[whose](folder)
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(FileNotWritten, match="it belongs to the library; choose another name or folder"):
        ExportFiles(folder).write(path, PAGE)
    assert (path.read_bytes() if path.exists() else None) == before


@pytest.mark.parametrize("name", ["page.pdf", "library-plan.pdf", "our library.json", "Check-settings.pdf"])
def test_a_page_may_lie_beside_the_library(folder: Path, name: str) -> None:
    ExportFiles(folder).write(folder / name, PAGE)
    assert (folder / name).read_bytes() == PAGE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_the_person_may_read_it_even_in_place_of_a_file_that_all_could(
    folder: Path, tmp_path: Path
) -> None:
    for name, mode in (("new.pdf", None), ("old.pdf", 0o644)):
        path = tmp_path / name
        if mode is not None:
            path.touch()
            path.chmod(mode)
        ExportFiles(folder).write(path, PAGE)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
