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
        (a_file(schema=2), "bad.json: schema: 2 is from a newer Front Foot"),
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
