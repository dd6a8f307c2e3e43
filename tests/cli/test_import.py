import json
from pathlib import Path

import pytest

from planner.exchange.plan_file import plan_file
from planner.store.library import FILE_NAME
from tests.builders import a_plan
from tests.cli.running import SAMPLE, FrontFoot, written
from tests.exchange.files import a_file


def test_importing_twice_is_no_harm(front_foot: FrontFoot, tmp_path: Path) -> None:
    preparation = a_plan()
    path = written(tmp_path / "plan.json", preparation)

    assert front_foot("import", path) == (0, f"{path}: {preparation.plan.id} added\n", "")
    assert front_foot("import", path) == (0, f"{path}: {preparation.plan.id} already here\n", "")


def test_each_file_stands_for_itself(front_foot: FrontFoot, tmp_path: Path) -> None:
    good, bad = written(tmp_path / "good.json", a_plan()), written(tmp_path / "bad.json", b"{")

    ended = front_foot("import", bad, good, tmp_path / "missing.json")

    assert ended.status == 1
    assert ended.out.startswith(f"{good}: ")
    assert ended.err.splitlines() == [
        f"{bad}: breaks off (line 1, column 2); is part of the file missing?",
        f"{tmp_path / 'missing.json'}: there is no such file",
    ]
    assert len(json.loads(front_foot("list", "--json").out)) == 1


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Dear colleague,", "bad.json: is not JSON"),
        (plan_file(a_plan())[:300], "bad.json: breaks off"),
        (a_file(format="other"), 'bad.json: format: expected "front-foot-plan", got "other"'),
        (a_file(schema=99), "bad.json: schema: 99 is from a newer Front Foot"),
        (
            a_file(plan={"case": {"why_now": 1}, "price": {"drivers": [{}, {}, {"low": "abc"}]}}),
            'bad.json: plan.price.drivers[2].low: expected a number, got "abc"',
        ),
        (b" " * 50_000_000, "bad.json: is larger than 20 MB"),
        (
            a_file(client={"id": "client-of-sample"}),
            'bad.json: client.id: "client-of-sample" is already another',
        ),
    ],
    ids=["no JSON", "truncated", "other format", "newer", "wrong types", "50 MB", "client's id"],
)
def test_a_bad_file_changes_nothing(
    front_foot: FrontFoot, folder: Path, tmp_path: Path, data: bytes, told: str
) -> None:
    front_foot("sample")
    client_id = json.loads(front_foot("show", SAMPLE).out)["client"]["id"]
    path = written(tmp_path / "bad.json", data.replace(b"client-of-sample", client_id.encode()))
    before = (folder / FILE_NAME).read_bytes()

    ended = front_foot("import", path)

    assert (ended.status, ended.out) == (1, "")
    assert told.replace("client-of-sample", client_id) in ended.err
    assert all(line.startswith(f"{tmp_path / 'bad.json'}: ") for line in ended.err.splitlines())
    assert (folder / FILE_NAME).read_bytes() == before


IN_LONDON = "2026-10-20T15:00:00+01:00[Europe/London]"


def test_a_place_goes_in_and_out_again(front_foot: FrontFoot, tmp_path: Path) -> None:
    path = written(tmp_path / "plan.json", a_file(plan={"id": "london", "call": {"starts": IN_LONDON}}))

    assert front_foot("import", path) == (0, f"{path}: london added\n", "")

    assert json.loads(front_foot("show", "london").out)["plan"]["call"]["starts"] == IN_LONDON
    (listed,) = json.loads(front_foot("list", "--json").out)
    assert listed["starts"] == "2026-10-20T15:00:00+01:00", "scripts get the plain offset"
    assert front_foot("import", path).out == f"{path}: london already here\n"
    assert front_foot("verify").status == 0


@pytest.mark.parametrize(
    ("starts", "remark", "listed"),
    [
        (
            "2026-10-20T15:00:00+00:00[Europe/London]",
            "Europe/London is at UTC+1 then, not at UTC as it was written; 15:00 in Europe/London counts",
            "2026-10-20T15:00:00+01:00",
        ),
        (
            "2026-10-20T15:00:00+02:00[Mars/Olympus_Mons]",
            "the zone Mars/Olympus_Mons is not known on this computer; UTC+2 counts, as it was written",
            "2026-10-20T15:00:00+02:00",
        ),
    ],
)
def test_a_zone_that_is_not_what_it_says_is_told_and_kept(
    front_foot: FrontFoot, tmp_path: Path, starts: str, remark: str, listed: str
) -> None:
    path = written(tmp_path / "plan.json", a_file(plan={"id": "away", "call": {"starts": starts}}))

    ended = front_foot("import", path)

    assert (ended.status, ended.err) == (0, f"{path}: plan.call.starts: {remark}\n")
    assert json.loads(front_foot("show", "away").out)["plan"]["call"]["starts"] == starts
    assert [plan["starts"] for plan in json.loads(front_foot("list", "--json").out)] == [listed]


def test_a_zone_that_must_be_followed_and_cannot_be_is_refused(front_foot: FrontFoot, tmp_path: Path) -> None:
    starts = "2026-10-20T15:00:00+01:00[!Mars/Olympus_Mons]"
    path = written(tmp_path / "plan.json", a_file(plan={"call": {"starts": starts}}))

    ended = front_foot("import", path)

    told = "plan.call.starts: the zone Mars/Olympus_Mons must be followed and is not known here"
    assert (ended.status, ended.err) == (1, f"{path}: {told}\n")
