"""What can't wait, on the command line."""

import datetime as dt
import json
from pathlib import Path

import pytest

from planner.cli import main
from planner.coaching.week.today_line import TodayKind
from planner.model.client import Client, Promise
from planner.model.terms import Side
from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import NOW, FrontFoot, in_a_process

WEEK = 6


def test_today_for_scripts(front_foot: FrontFoot) -> None:
    front_foot("sample", "--week")

    ended = front_foot("today", "--json")

    lines = json.loads(ended.out)
    assert (ended.status, ended.err) == (0, "")
    assert {line["kind"] for line in lines} == {kind.value for kind in TodayKind}
    assert [list(line) for line in lines] == [["kind", "client", "text", "due", "plan", "client_id"]] * len(
        lines
    )
    assert {dt.date.fromisoformat(line["due"]).isoformat() for line in lines if line["due"]}
    inquiry = lines[0]
    assert inquiry == {
        "kind": "inquiry",
        "client": "Pennock Furniture",
        "text": "Could you send us your prices for forty vans?",
        "due": "2026-11-27",
        "plan": None,
        "client_id": "week-pennock",
    }
    call = next(line for line in lines if line["kind"] == "call")
    assert (call["plan"], call["due"], call["text"]) == ("week-today", "2026-11-29", "An hour in the yard")


def test_today_for_people_in_the_same_order(front_foot: FrontFoot) -> None:
    front_foot("sample", "--week")

    heads, *rows = front_foot("today").out.splitlines()

    assert heads.split() == ["what", "due", "client", "text", "plan"]
    clients = [line["client"] for line in json.loads(front_foot("today", "--json").out)]
    assert [name for row, name in zip(rows, clients, strict=True) if name not in row] == []
    assert "2026-11-29 16:00" in rows[1]
    shown = rows[1].split()[-1]
    assert json.loads(front_foot("show", shown).out)["plan"]["id"] == "week-today"


def test_a_call_elsewhere_stands_at_our_hour(front_foot: FrontFoot, folder: Path) -> None:
    starts = dt.datetime(2026, 11, 29, 16, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    Library.open(folder).save(a_plan(**{"call.title": "Pumps", "call.starts": starts}))

    _heads, row = front_foot("today").out.splitlines()

    assert f"{starts.astimezone(NOW.tzinfo):%Y-%m-%d %H:%M}" in row


def test_done_for_today_looks_like_it(front_foot: FrontFoot, folder: Path) -> None:
    Library.open(folder).save_client(Client(id="tarn01", name="Tarn"))

    assert front_foot("today") == (0, "", "Done for today.\n")
    assert front_foot("today", "--json") == (0, "[]\n", "")


def test_an_empty_library_offers_the_sample_week(front_foot: FrontFoot) -> None:
    ended = front_foot("today")
    assert (ended.status, ended.out) == (0, "")
    assert "front-foot sample --week" in ended.err


def test_settings_that_cannot_be_read_hold_up_nothing(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample", "--week")
    expected = front_foot("today", "--json").out
    (folder / "check-settings.json").write_text("[]")

    ended = front_foot("today", "--json")

    assert (ended.status, ended.out) == (0, expected)
    assert ended.err.endswith("Today goes by the usual thresholds.\n")


def test_a_promise_names_the_plan_it_came_from(front_foot: FrontFoot, folder: Path) -> None:
    plan = a_plan()
    promise = Promise(text="Send the list", by=Side.US, due=NOW.date(), from_plan=plan.plan.id)
    library = Library.open(folder)
    library.save(plan)
    library.save_client(Client(id=plan.client.id, name="Tarn", promises=(promise,)))
    library.close()

    (line,) = json.loads(front_foot("today", "--json").out)

    assert (line["kind"], line["plan"], line["due"]) == ("promise-ours", plan.plan.id, "2026-11-29")


def test_the_sample_week_comes_in_once(front_foot: FrontFoot) -> None:
    first, second = front_foot("sample", "--week"), front_foot("sample", "--week")

    assert (first.status, first.err) == (second.status, second.err) == (0, "")
    assert [line.split(" ", 1)[1] for line in first.out.splitlines()] == ["added"] * WEEK
    assert [line.split(" ", 1)[1] for line in second.out.splitlines()] == ["already here"] * WEEK


def test_what_was_changed_in_the_sample_week_stays(front_foot: FrontFoot) -> None:
    front_foot("sample", "--week")
    front_foot("touch", "week-linfold", "--channel", "phone", "--value", "x")
    before = front_foot("client", "week-linfold", "--json").out

    assert front_foot("sample", "--week").status == 0
    assert front_foot("client", "week-linfold", "--json").out == before


def test_both_samples_stand_side_by_side(front_foot: FrontFoot) -> None:
    front_foot("sample", "--week")
    assert front_foot("sample").out == "sample-plan added\n"
    assert front_foot("show", "sample").status == 0
    assert front_foot("verify").status == 0


@pytest.mark.parametrize("command", ["today", "clients"])
def test_nothing_of_a_window_is_loaded(tmp_path: Path, command: str) -> None:
    main(["--library", str(tmp_path), "sample", "--week"])
    check = (
        "import atexit; atexit.register(lambda: sys.stderr.write(' '.join(sorted("
        "{name.partition('.')[0] for name in sys.modules} & {'PySide6', 'reportlab', 'jinja2', 'babel'}))))"
    )

    ended = in_a_process("--library", tmp_path, command, before=check)

    assert ended.returncode == 0
    assert ended.stdout
    assert ended.stderr == ""
