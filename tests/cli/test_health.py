import json
import subprocess
from pathlib import Path

import pytest

from planner.store.backups import Backups
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.cli.running import FrontFoot, in_a_process


@pytest.fixture
def path(folder: Path) -> Path:
    """A closed library of two plans."""
    library = Library.open(folder)
    library.add([a_plan(**{"call.title": "One"}), a_plan(**{"call.title": "Two"})])
    library.close()
    return folder / FILE_NAME


def damage(path: Path, table: str, doc_id: str, **fields: object) -> None:
    file = json.loads(path.read_text())
    file.setdefault(table, {}).setdefault(doc_id, {}).update(fields)
    path.write_text(json.dumps(file))


def titles(folder: Path) -> list[str]:
    return sorted(plan.title for plan in Library.open(folder).summaries())


def test_verify_says_what_it_read(front_foot: FrontFoot, path: Path) -> None:
    ended = front_foot("verify")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out == f"{path}: 2 plans, 2 clients, no damage\n"


def test_verify_of_no_library_finds_nothing_wrong_and_makes_none(front_foot: FrontFoot, folder: Path) -> None:
    assert front_foot("verify").out.endswith("0 plans, 0 clients, no damage\n")
    assert not folder.exists()


def test_verify_names_every_damaged_document_with_its_field(front_foot: FrontFoot, path: Path) -> None:
    damage(path, "plans", "1", id="p1", price={"drivers": [{"low": "abc"}]})
    damage(path, "plans", "2", id="p2", client_id="gone")
    damage(path, "clients", "2", contacts=[{"name": 5}])
    damage(path, "history", "4", plan_id="p1", replaced="2026-11-19T09:30:00Z", content="!")
    damage(path, "history", "5", plan_id="p1")
    before = path.read_bytes()

    ended = front_foot("verify")

    assert ended.status == 1
    told = [line.removeprefix(f"{path}: ") for line in ended.out.splitlines()]
    assert "is not as Front Foot left it" not in told[0], (
        "the file was written by another program, as a whole"
    )
    assert told[0] == 'plans 2, client_id: there is no client "gone"'
    assert told[1].startswith("clients 2 (id ")
    assert told[1].endswith("contacts[0].name: Expected `str`, got `int`")
    assert told[2] == "plans 1 (id p1), price.drivers[0].low: Invalid decimal string"
    assert told[3] == "history 5: it does not say which plan's it is, and of when"
    assert told[4].startswith("history 4, content: ")
    assert len(told) == 5
    assert path.read_bytes() == before


def test_verify_of_a_file_that_is_no_json_names_what_is_lost_and_changes_nothing(
    front_foot: FrontFoot, path: Path
) -> None:
    path.write_bytes(path.read_bytes().replace(b'"title":"Two"', b'"title":"Two'))
    before = path.read_bytes()

    ended = front_foot("verify")

    assert ended.status == 1
    assert "it is not JSON" in ended.out
    assert f"{path}: plans 2 (id " in ended.out
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [FILE_NAME]


def test_verify_tells_a_change_that_was_not_written_whole(front_foot: FrontFoot, path: Path) -> None:
    crashed = Library.open(path.parent)
    crashed.save(a_plan())
    journal = path.with_suffix(".journal")
    journal.write_bytes(journal.read_bytes()[:-5])
    before = journal.read_bytes()

    ended = front_foot("verify")

    assert (ended.status, ended.out) == (
        1,
        f"{journal}: the last change, from byte 0, was not written whole\n",
    )
    assert journal.read_bytes() == before


def test_verify_tells_a_byte_changed_in_the_midst_of_a_text(front_foot: FrontFoot, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"One", b"Ome"))

    ended = front_foot("verify")

    assert ended.status == 1
    assert "is not as Front Foot left it" in ended.out


def test_backup_prints_the_path_of_what_it_made_and_restore_takes_it(
    front_foot: FrontFoot, path: Path, backups_home: Path
) -> None:
    made = Path(front_foot("backup").out.strip())
    assert made.is_relative_to(backups_home)
    library = Library.open(path.parent)
    library.save(a_plan(**{"call.title": "Three"}))
    library.close()

    ended = front_foot("restore", made)

    assert ended.status == 0
    assert ended.out.startswith("2 plans restored; the library as it was is in ")
    assert titles(path.parent) == ["One", "Two"]
    before = Path(ended.out.removeprefix("2 plans restored; the library as it was is in ").strip())
    assert front_foot("restore", before).status == 0
    assert titles(path.parent) == ["One", "Three", "Two"]


def test_restore_works_where_the_library_cannot_be_opened_at_all(
    front_foot: FrontFoot, path: Path, tmp_path: Path
) -> None:
    made = Path(front_foot("backup").out.strip()).rename(tmp_path / "mine.zip")
    path.write_bytes(b"\0" * 100)
    assert front_foot("list").status == 1

    ended = front_foot("restore", tmp_path / "mine.zip")

    assert made.name == "mine.zip"
    assert ended.status == 0
    assert "library.json.damaged-1" in ended.err
    assert titles(path.parent) == ["One", "Two"]
    assert (path.parent / "library.json.damaged-1").read_bytes() == b"\0" * 100


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_restore_refuses_what_is_no_backup_and_changes_nothing(
    front_foot: FrontFoot, path: Path, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "other.zip"
    if content is not None:
        file.write_bytes(content)
    before = path.read_bytes()

    ended = front_foot("restore", file)

    assert ended.status == 1
    assert ended.err.startswith(f"{file} is not a backup that can be opened: ")
    assert ended.err.count("\n") == 1
    assert path.read_bytes() == before


def test_the_commands_need_no_window(path: Path) -> None:
    ended: subprocess.CompletedProcess[str] = in_a_process(
        "--library", path.parent, "verify", before="sys.modules['PySide6'] = None"
    )

    assert (ended.returncode, ended.stderr) == (0, "")


def test_restore_brings_in_another_copy_of_the_library_and_puts_it_away(
    front_foot: FrontFoot, path: Path, tmp_path: Path
) -> None:
    library = Library.open(tmp_path / "other")
    library.add([a_plan(**{"call.title": "Three"})])
    library.close()
    copy = (tmp_path / "other" / FILE_NAME).rename(path.with_name("library (Ann's conflicted copy).json"))
    listed = front_foot("list")
    assert f"{copy.name} lies beside the library" in listed.err
    assert f"front-foot --library {path.parent} restore" in listed.err

    ended = front_foot("restore", copy)

    assert ended.status == 0
    assert ended.out.startswith(f"Brought in {copy.name}. 1 plan that was only there is here now.")
    assert titles(path.parent) == ["One", "Three", "Two"]
    assert front_foot("list").err == ""
    assert copy.with_name(f"{copy.name}.brought-in-1").exists()


def test_restore_brings_in_a_library_from_elsewhere_and_leaves_it_there(
    front_foot: FrontFoot, path: Path, tmp_path: Path
) -> None:
    library = Library.open(tmp_path / "other")
    library.add([a_plan(**{"call.title": "Three"})])
    library.close()

    assert front_foot("restore", tmp_path / "other" / FILE_NAME).status == 0

    assert titles(path.parent) == ["One", "Three", "Two"]
    assert (tmp_path / "other" / FILE_NAME).exists()


def test_the_library_is_no_copy_of_itself(front_foot: FrontFoot, path: Path) -> None:
    ended = front_foot("restore", path)

    assert (ended.status, ended.err) == (1, f"{path} is the library itself.\n")


@pytest.mark.parametrize("content", [b"", b"{}", None])
@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["verify"], ["backup"]])
def test_what_reads_a_library_that_lost_its_plans_says_where_they_are(
    front_foot: FrontFoot, path: Path, content: bytes | None, command: list[str]
) -> None:
    made = front_foot("backup").out.strip()
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    ended = front_foot(*command)

    assert ended.status == 0
    assert f"front-foot --library {path.parent} restore {made}" in ended.err
    assert "front-foot sample" not in ended.err, "that would be refused"
    assert front_foot("restore", made).status == 0
    assert titles(path.parent) == ["One", "Two"]


def test_what_writes_refuses_to_bury_a_library_that_lost_its_plans(front_foot: FrontFoot, path: Path) -> None:
    made = front_foot("backup").out.strip()
    path.write_bytes(b"")

    ended = front_foot("sample")

    assert (ended.status, ended.out) == (1, "")
    assert f" restore {made}" in ended.err
    assert path.read_bytes() == b""
    assert not path.with_suffix(".journal").exists()


def test_begun_anew_by_one_command_it_takes_plans_again(front_foot: FrontFoot, path: Path) -> None:
    front_foot("backup")
    path.unlink()

    assert front_foot("restore", "--none").status == 0

    ended = front_foot("sample")
    assert (ended.status, ended.err) == (0, "")


def test_a_library_that_holds_plans_does_not_start_afresh(front_foot: FrontFoot, path: Path) -> None:
    front_foot("sample")

    ended = front_foot("restore", "--none")

    assert (ended.status, ended.out) == (1, "")
    assert "holds plans already" in ended.err
    assert '"plans"' in path.read_text(encoding="utf-8")


def test_restore_takes_a_file_or_none(front_foot: FrontFoot, path: Path) -> None:
    assert front_foot("restore").status == 2
    assert front_foot("restore", path, "--none").status == 2


def test_a_plan_that_cannot_be_read_whole_stops_neither_the_list_nor_an_export(
    front_foot: FrontFoot, path: Path, tmp_path: Path
) -> None:
    damage(path, "plans", "1", price={"drivers": [{"low": "abc"}]})

    table = front_foot("list")
    assert table.status == 0
    assert [line.split()[-1] for line in table.out.splitlines()[1:]].count("unreadable") == 1
    states = [plan["state"] for plan in json.loads(front_foot("list", "--json").out)]
    assert sorted(states) == ["draft", "unreadable"]

    ended = front_foot("export", "--all", "--document", "agenda", "--out", str(tmp_path / "out"))
    assert ended.status == 1
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1
    assert f"{path} is damaged: plans 1" in ended.err


def test_a_damaged_file_that_cannot_be_kept_aside_is_told_by_its_name(
    front_foot: FrontFoot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    front_foot("backup")
    (made,) = Backups(path.parent).backups()
    good = made.path.rename(tmp_path / "mine.zip")
    path.write_text("{")

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as barred:
        barred.setattr(Path, "rename", refuse)
        ended = front_foot("restore", str(good))

    assert ended.status == 1
    assert f"{path} was not written: you may not write there" in ended.err
    assert path.read_text() == "{"
