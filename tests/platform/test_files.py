import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from planner.platform.files import (
    PATIENCE,
    FileNotWritten,
    Patience,
    clear_away_unfinished,
    write_atomically,
    write_unfinished,
)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_writes_a_new_file_that_only_its_owner_may_read(tmp_path: Path) -> None:
    write_atomically(tmp_path / "page.pdf", b"page")

    assert (tmp_path / "page.pdf").read_bytes() == b"page"
    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["page.pdf"]


def test_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"a longer page of before")

    write_atomically(tmp_path / "page.pdf", b"page")

    assert (tmp_path / "page.pdf").read_bytes() == b"page"


def test_follows_a_link_and_leaves_it_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "page.pdf").symlink_to(tmp_path / "elsewhere" / "real.pdf")

    write_atomically(tmp_path / "page.pdf", b"page")

    assert (tmp_path / "page.pdf").is_symlink()
    assert (tmp_path / "elsewhere" / "real.pdf").read_bytes() == b"page"


def test_a_folder_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="it is a folder"):
        write_atomically(tmp_path, b"page")

    assert names_in(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match=r"there is no folder .*missing"):
        write_atomically(tmp_path / "missing" / "page.pdf", b"page")


def test_a_file_in_the_path_is_told(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("x")

    with pytest.raises(FileNotWritten, match="a file, not a folder"):
        write_atomically(tmp_path / "note" / "page.pdf", b"page")


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"before")
    (tmp_path / "page.pdf").chmod(0o444)

    with pytest.raises(FileNotWritten, match="the file there is read-only"):
        write_atomically(tmp_path / "page.pdf", b"page")

    assert (tmp_path / "page.pdf").read_bytes() == b"before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_device_is_told() -> None:
    with pytest.raises(FileNotWritten, match="the disk is full"):
        write_atomically(Path("/dev/full"), b"page")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="its name is too long"):
        write_atomically(tmp_path / ("x" * 300), b"page")


@pytest.mark.parametrize(
    ("failing", "number", "told"),
    [
        ("planner.platform.files.make_durable", errno.ENOSPC, "the disk is full"),
        ("os.open", errno.EROFS, "read-only disk"),
        ("os.open", errno.EACCES, "you may not write there"),
        ("planner.platform.files.make_durable", errno.EIO, "nput/output error"),
    ],
)
def test_a_failing_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, number: int, told: str
) -> None:
    (tmp_path / "page.pdf").write_bytes(b"before")

    def fail(*_arguments: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(failing, fail)
        with pytest.raises(FileNotWritten, match=told):
            write_atomically(tmp_path / "page.pdf", b"page")

    assert (tmp_path / "page.pdf").read_bytes() == b"before"
    assert names_in(tmp_path) == ["page.pdf"]


class HeldOpen:
    """Stands in for `os.replace` where somebody else holds the target open for a while."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.real = os.replace

    def __call__(self, source: Path, target: Path) -> None:
        if self.refusals:
            self.refusals -= 1
            refusal = PermissionError(errno.EACCES, "The file is in use")
            refusal.__dict__["winerror"] = 32  # as Windows says it
            raise refusal
        self.real(source, target)


def test_a_file_somebody_holds_open_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", HeldOpen(2))

    write_atomically(tmp_path / "page.pdf", b"page", patience=Patience((0.1, 0.2, 0.4), waited.append))

    assert (tmp_path / "page.pdf").read_bytes() == b"page"
    assert waited == [0.1, 0.2]


def test_one_held_open_for_good_is_told_after_a_bounded_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.pdf").write_bytes(b"before")
    waited: list[float] = []
    monkeypatch.setattr(os, "replace", HeldOpen(99))

    with pytest.raises(FileNotWritten, match="another program holds it open"):
        write_atomically(tmp_path / "page.pdf", b"page", patience=Patience((0.1, 0.2), waited.append))

    assert waited == [0.1, 0.2]
    assert (tmp_path / "page.pdf").read_bytes() == b"before"
    assert names_in(tmp_path) == ["page.pdf"]


def test_waiting_takes_less_than_two_seconds() -> None:
    assert sum(PATIENCE.seconds) < 2


def test_a_name_may_be_of_any_script(tmp_path: Path) -> None:
    path = tmp_path / f"{'Łódź 株' * 10}.json"

    write_atomically(path, b"page")

    assert path.read_bytes() == b"page"


def test_what_a_program_that_died_left_is_cleared_away_after_an_hour(tmp_path: Path) -> None:
    left, under_way = (write_unfinished(tmp_path / "page.pdf", [b"half"]) for _ in range(2))
    (tmp_path / "note.tmp").write_bytes(b"of others")
    for path in (left, tmp_path / "note.tmp"):
        os.utime(path, (0, 0))
    os.utime(under_way, (1, 1))

    clear_away_unfinished(tmp_path, now=lambda: 3_600.5)

    assert names_in(tmp_path) == sorted([under_way.name, "note.tmp"])
