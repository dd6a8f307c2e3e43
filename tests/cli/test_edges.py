import json
import subprocess
import sys
from pathlib import Path

import pytest

from planner.store.library import FILE_NAME
from tests.builders import a_plan
from tests.cli.running import SAMPLE, FrontFoot, in_a_process, written

# Without the second Python would leave compiled modules cut short, for every later import.
LIMITED = "import resource, sys; sys.dont_write_bytecode = True; "
LIMITED += "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_where_nothing_more_fits_the_old_files_stay(
    front_foot: FrontFoot, folder: Path, tmp_path: Path
) -> None:
    front_foot("sample")
    page = written(tmp_path / "page.pdf", b"before")
    plan = written(tmp_path / "plan.json", a_plan())
    library = (folder / FILE_NAME).read_bytes()
    names = sorted(tmp_path.rglob("*"))

    exporting = in_a_process(
        "--library", folder, "export", "sample", "--document", "call-plan", "--out", page, before=LIMITED
    )
    importing = in_a_process("--library", folder, "import", plan, before=LIMITED)

    assert (exporting.returncode, importing.returncode) == (1, 1)
    assert exporting.stderr == f"{page} was not written: it would be larger than files may be there.\n"
    assert "library.journal was not written" in importing.stderr
    assert page.read_bytes() == b"before"
    assert (folder / FILE_NAME).read_bytes() == library
    assert sorted(tmp_path.rglob("*")) == names


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["show"],
        ["import"],
        ["export", "a", "--document", "call-plan"],
        ["export", "--document", "call-plan", "--out", "x"],
        ["export", "a", "--all", "--document", "call-plan", "--out", "x"],
        ["export", "a", "--document", "poem", "--out", "x"],
        ["export", "a", "--document", "call-plan", "--paper", "a3", "--out", "x"],
    ],
)
def test_wrong_usage_is_two(front_foot: FrontFoot, arguments: list[str]) -> None:
    ended = front_foot(*arguments)

    assert (ended.status, ended.out) == (2, "")
    assert ended.err.splitlines()[-1].startswith("front-foot")


def test_every_option_of_export_says_what_it_is_for(front_foot: FrontFoot) -> None:
    told = " ".join(front_foot("export", "--help").out.split())
    assert "--paper {a4,letter} paper size (default: a4)" in told


def test_a_damaged_library_is_told_and_left_alone(front_foot: FrontFoot, folder: Path) -> None:
    folder.mkdir()
    path = written(folder / FILE_NAME, b'{"plans": {')

    for command in (["list"], ["sample"], ["show", "x"]):
        ended = front_foot(*command)
        assert (ended.status, ended.out) == (1, "")
        assert ended.err.startswith(f"{path} is damaged: it is not JSON")
    assert path.read_bytes() == b'{"plans": {'


def test_a_mistake_of_ours_is_told_without_what_anybody_wrote(
    front_foot: FrontFoot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyError("the client's secret")

    monkeypatch.setattr("planner.store.library.Library.summaries", fail)

    ended = front_foot("list", "--json")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("Something broke in Front Foot (KeyError in test_edges.py, line ")
    assert "secret" not in ended.err


def test_an_interruption_is_no_traceback(front_foot: FrontFoot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.store.library.Library.summaries", interrupt)

    assert front_foot("list") == (130, "", "")


def test_it_runs_as_a_program(folder: Path) -> None:
    assert in_a_process("--version").stdout == "front-foot 0.1.0\n"
    sample = in_a_process("--library", folder, "sample")
    assert (sample.returncode, sample.stdout, sample.stderr) == (0, f"{SAMPLE} added\n", "")


def test_listing_loads_nothing_heavy(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample")
    told = "import atexit; atexit.register(lambda: print(sorted(sys.modules), file=sys.stderr))"

    listed = in_a_process("--library", folder, "list", before=told)

    loaded = set(json.loads(listed.stderr.replace("'", '"')))
    assert listed.returncode == 0
    assert "tinydb" in loaded
    assert not loaded & {
        "PySide6",
        "reportlab",
        "jinja2",
        "babel",
        "orjson",
        "uharfbuzz",
        "planner.documents.renderer",
    }


def test_a_reader_that_stops_is_no_error(folder: Path) -> None:
    command = [sys.executable, "-m", "planner", "--library", str(folder), "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read()

    assert (running.returncode, told) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "planner", "schema"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)

    assert (ended.returncode, ended.stderr) == (
        1,
        "The output could not be written: No space left on device.\n",
    )
