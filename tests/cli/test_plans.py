import datetime as dt
import json
from pathlib import Path

import pytest

from planner.cli import main
from planner.exchange.plan_file import plan_file
from planner.exchange.sample import sample_preparation
from planner.model.field_texts import with_unread
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.cli.running import NOW, SAMPLE, FrontFoot, written


def test_the_sample_comes_in_once(front_foot: FrontFoot) -> None:
    assert front_foot("sample") == (0, f"{SAMPLE} added\n", "")
    assert front_foot("sample") == (0, f"{SAMPLE} already here\n", "")


def test_show_after_import_gives_the_same_plan_field_by_field(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("sample")
    shown = front_foot("show", "sample").out
    assert front_foot("show", SAMPLE, "--json").out == shown
    elsewhere = str(tmp_path / "elsewhere")

    assert main(["--library", elsewhere, "import", str(written(tmp_path / "plan.json", shown.encode()))]) == 0

    assert plan_file(Library.open(Path(elsewhere)).preparation(SAMPLE)).decode() == shown


def test_the_list_for_people(front_foot: FrontFoot, folder: Path) -> None:
    starts = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)
    Library.open(folder).add(
        [
            a_plan(**{"client.name": "株式会社", "call.title": "Line\nwalk", "call.starts": starts}),
            a_plan(**{"client.name": "Tarn", "call.title": "x" * 60}),
        ]
    )

    heads, dated, undated = front_foot("list").out.splitlines()

    assert heads.split() == ["id", "when", "client", "title", "state"]
    assert ("no date" in undated, undated.endswith("draft"), "xxx…" in undated) == (True, True, True)
    assert "2026-12-01 10:00  株式会社  Line walk" in dated
    assert undated.index("xxx") == heads.index("title")


def test_a_start_of_an_id_from_the_list_is_enough(front_foot: FrontFoot, folder: Path) -> None:
    Library.open(folder).add([a_plan() for _ in range(5)])

    starts = [line.split()[0] for line in front_foot("list").out.splitlines()[1:]]

    assert [front_foot("show", start).status for start in starts] == [0] * 5


def test_the_list_for_scripts(front_foot: FrontFoot) -> None:
    front_foot("sample")

    (plan,) = json.loads(front_foot("list", "--json").out)

    assert list(plan) == ["id", "client", "title", "starts", "state"]
    assert (plan["id"], plan["state"]) == (SAMPLE, "ready")
    assert dt.datetime.fromisoformat(plan["starts"]).tzinfo is not None


@pytest.mark.parametrize("form", [["--json"], []])
def test_the_list_begins_with_the_next_call(front_foot: FrontFoot, folder: Path, form: list[str]) -> None:
    Library.open(folder).add(
        [
            a_plan(**{"call.title": title, "call.starts": days and NOW + dt.timedelta(days=days)})
            for title, days in [("undated", None), ("later", 9), ("held", -2), ("next", 1), ("long ago", -9)]
        ]
    )

    listed = front_foot("list", *form).out
    order = sorted(("undated", "later", "held", "next", "long ago"), key=listed.index)

    assert order == ["next", "later", "undated", "held", "long ago"]


def test_an_empty_library_says_where_a_plan_comes_from(front_foot: FrontFoot) -> None:
    assert front_foot("list", "--json").out == "[]\n"
    ended = front_foot("list")
    assert (ended.status, ended.out) == (0, "")
    assert "front-foot sample" in ended.err


def test_an_id_that_means_none_or_several_is_told(front_foot: FrontFoot, folder: Path) -> None:
    Library.open(folder).add([a_plan() for _ in range(20)])

    assert front_foot("show", "zzz") == (1, "", 'There is no plan "zzz" in this library.\n')


def test_the_schema_is_json(front_foot: FrontFoot, folder: Path) -> None:
    assert json.loads(front_foot("schema").out)["title"] == "Front Foot plan file"
    assert not folder.exists()


def test_the_environment_names_the_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FRONT_FOOT_LIBRARY", str(folder))

    assert main(["sample"]) == 0

    assert capsys.readouterr().out == f"{SAMPLE} added\n"
    assert (folder / FILE_NAME).exists()


def test_without_a_name_the_library_is_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FRONT_FOOT_LIBRARY", raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, **_options: tmp_path / name)

    assert main(["sample"]) == 0

    assert capsys.readouterr().out == f"{SAMPLE} added\n"
    assert (tmp_path / "front-foot" / FILE_NAME).exists()


def test_a_day_without_a_time_is_listed_as_a_day(front_foot: FrontFoot, tmp_path: Path) -> None:
    plan = a_plan(**{"call.day": dt.date(2026, 12, 9), "call.title": "Some time that day"})
    front_foot("import", written(tmp_path / "plan.json", plan))
    listed = json.loads(front_foot("list", "--json").out)
    assert [entry["starts"] for entry in listed] == ["2026-12-09"]
    assert set(listed[0]) == {"id", "client", "title", "starts", "state"}
    assert " 2026-12-09 " in front_foot("list").out


@pytest.mark.parametrize("command", ["check", "price", "show", "export"])
def test_what_could_not_be_read_holds_up_no_command(
    front_foot: FrontFoot, tmp_path: Path, command: str
) -> None:
    plan = with_unread(sample_preparation(NOW.date()), "price.floor", "38k?")
    plan = with_unread(plan, "call.day", "8 Dec 0226")
    front_foot("import", written(tmp_path / "plan.json", plan))
    page = ("--document", "call-plan", "--out", tmp_path / "page.pdf") if command == "export" else ()
    ended = front_foot(command, SAMPLE, *page)
    assert (ended.status, ended.err) == (0, "")
    if command == "show":
        assert '"text": "38k?"' in ended.out
