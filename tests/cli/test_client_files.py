"""Clients in and out as files, without a plan."""

import datetime as dt
import json
from pathlib import Path

from planner.cli import main
from planner.exchange.plan_file import client_file
from planner.model.client import Client, Contact
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan
from tests.cli.running import FrontFoot, written


def a_client(**fields: object) -> Client:
    return Client(id="tarn", name="Tarn Valley Water", contacts=(Contact(id="jo", name="Jo"),), **fields)  # type: ignore[arg-type]


def test_a_client_file_comes_in_and_goes_out_the_same(front_foot: FrontFoot, tmp_path: Path) -> None:
    path = written(tmp_path / "tarn.json", client_file(a_client(notes="by train")))

    assert front_foot("import", path) == (0, f"{path}: tarn added\n", "")
    assert front_foot("import", path) == (0, f"{path}: tarn already here\n", "")

    for called in ("tarn", "ta", "tarn valley  WATER"):
        assert front_foot("show", called) == (0, path.read_text(encoding="utf-8"), "")
    elsewhere = str(tmp_path / "elsewhere")
    assert main(["--library", elsewhere, "import", str(path)]) == 0
    assert Library.open(Path(elsewhere)).client("tarn") == a_client(notes="by train")


def test_an_id_of_a_plan_goes_before_that_of_a_client(front_foot: FrontFoot) -> None:
    front_foot("sample")

    assert "plan" in json.loads(front_foot("show", "sample").out)
    assert "plan" not in json.loads(front_foot("show", "sample-client").out)


def test_a_bad_client_file_changes_nothing(front_foot: FrontFoot, folder: Path, tmp_path: Path) -> None:
    good = written(tmp_path / "good.json", client_file(a_client()))
    front_foot("import", good)
    before = (folder / FILE_NAME).read_bytes()
    bad = written(tmp_path / "bad.json", client_file(a_client()).replace(b'"Jo"', b"7"))
    other = written(tmp_path / "other.json", client_file(a_client(notes="changed elsewhere")))

    ended = front_foot("import", bad, other)

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.splitlines() == [
        f"{bad}: client.contacts[0].name: expected text, got 7",
        f'{other}: client.id: "tarn" is already another client here. Nothing was changed.',
    ]
    assert (folder / FILE_NAME).read_bytes() == before


def test_doubtful_days_of_touches_come_in_and_are_told(front_foot: FrontFoot, tmp_path: Path) -> None:
    touches = (
        Touch(value_offered="no day"),
        Touch(planned_on=dt.date(2990, 1, 1)),
        Touch(planned_on=dt.date(2026, 11, 1)),
        Touch(done_on=dt.date(2027, 5, 1)),
        Touch(from_=Side.THEM, done_on=dt.date(2027, 5, 1)),
    )
    path = written(tmp_path / "tarn.json", client_file(a_client(touches=touches)))

    ended = front_foot("import", path)

    assert (ended.status, ended.out) == (0, f"{path}: tarn added\n")
    assert [line.partition(": ")[2].partition(": ")[0] for line in ended.err.splitlines()] == [
        "client.touches[0]",
        "client.touches[1].planned_on",
        "client.touches[3].done_on",
        "client.touches[4].done_on",
    ]
    assert ended.err.splitlines()[-1].endswith("1\u00a0May\u00a02027 is still to come. When did they come?")


def test_a_second_client_of_a_name_comes_in_and_is_told(front_foot: FrontFoot, tmp_path: Path) -> None:
    front_foot("import", written(tmp_path / "tarn.json", client_file(a_client())))
    namesake = Client(id="other", name="Tarn  Valley water")
    path = written(tmp_path / "other.json", client_file(namesake))

    ended = front_foot("import", path)

    assert (ended.status, ended.out) == (0, f"{path}: other added\n")
    assert (
        ended.err == f"{path}: client.name: another client is called so; lists show what tells them apart\n"
    )
    assert front_foot("import", path) == (0, f"{path}: other already here\n", "")


def test_a_client_without_a_name_comes_in_and_is_told(front_foot: FrontFoot, tmp_path: Path) -> None:
    path = written(tmp_path / "nobody.json", client_file(Client(id="nobody", industry="Water")))

    ended = front_foot("import", path)

    assert (ended.status, ended.out) == (0, f"{path}: nobody added\n")
    assert ended.err == f"{path}: client.name: is blank, so lists show this client without a name\n"
    assert "(no name)" in front_foot("clients").out


def test_what_is_neither_plan_nor_client_is_told_as_before(front_foot: FrontFoot, folder: Path) -> None:
    Library.open(folder).add([a_plan(), a_plan()])

    assert front_foot("show", "zzz") == (1, "", 'There is no plan "zzz" in this library.\n')
    ended = front_foot("show", "Tarn Valley Water")
    assert ended.status == 1
    assert ended.err.startswith('"Tarn Valley Water" means several clients: ')
