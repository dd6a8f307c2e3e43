"""What would make the window or the suite depend on where, when or how fast it runs is not written."""

import ast
import datetime as dt
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from platformdirs import user_config_path, user_data_path, user_state_path

from planner.cli.library_folder import library_folder
from tests.surroundings import ZONE, settle_in

TESTS = Path(__file__).parent
CHECKOUT = TESTS.parent

_CLOCKS = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.monotonic",
    "time.perf_counter",
    "time.process_time",
    "QDate.currentDate",
    "QTime.currentTime",
    "QDateTime.currentDateTime",
}
_WAITS = {"time.sleep", "QTest.qWait", "QTest.qSleep", "QThread.sleep", "QThread.msleep", "qtbot.wait"}


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def properties_lost_in_turkish(tree: ast.AST) -> list[str]:
    """Calls that set a Qt property whose name begins with i while constructing.

    PySide looks for the property's setter with the C library's toupper(), which has no single byte for the
    capital of i in Turkish and Azeri: no window would open there.
    """
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [
        f"line {call.lineno}: {call.func.id}({keyword.arg}=…)"
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id.startswith("Q")
        for keyword in call.keywords
        if keyword.arg and keyword.arg.startswith("i")
    ]


def moments_and_waits(tree: ast.AST) -> list[str]:
    """Calls that read the clock or wait for time to pass: a test is handed its day, and waits for facts."""
    nodes = list(ast.walk(tree))
    calls = [(node.lineno, _called(node)) for node in nodes if isinstance(node, ast.Call)]
    names = [
        (node.lineno, f"time.{alias.name}")
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        for alias in node.names
    ]
    return [f"line {line}: {name}" for line, name in (*calls, *names) if name in _CLOCKS | _WAITS]


def _called(call: ast.Call) -> str:
    """The last two names of what is called: `datetime.now` for `dt.datetime.now()`."""
    if isinstance(call.func, ast.Attribute):
        of = call.func.value
        owner = of.attr if isinstance(of, ast.Attribute) else of.id if isinstance(of, ast.Name) else ""
        return f"{owner.removeprefix('_')}.{call.func.attr}"
    return ""


def test_no_test_sees_the_home_of_whoever_runs_it(tmp_path: Path) -> None:
    person = {
        "HOME": "/home/jo",
        "XDG_DATA_HOME": "/home/jo/data",
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Pacific/Chatham",
        "QT_FONT_DPI": "192",
        "FRONT_FOOT_LIBRARY": "/home/jo/library",
        "PATH": "/bin",
    }
    settle_in(tmp_path, person)

    assert person["PATH"] == "/bin"
    assert [name for name, value in person.items() if "jo" in value or value == "192"] == []
    assert not {"LC_ALL", "FRONT_FOOT_LIBRARY"} & person.keys()
    assert person["TZ"] == ZONE


def test_the_programs_own_folders_are_within_the_home_of_the_tests() -> None:
    home = Path(os.environ["HOME"])
    folders = [
        Path.home(),
        user_data_path("x"),
        user_state_path("x"),
        user_config_path("x"),
        library_folder(None),
    ]

    assert home.name.startswith("front-foot-tests-")
    assert [folder for folder in folders if not folder.is_relative_to(home)] == []


def test_the_zone_of_the_tests_is_nobodys() -> None:
    assert dt.datetime(2026, 2, 28, tzinfo=dt.UTC).astimezone().utcoffset() == dt.timedelta(
        hours=5, minutes=30
    )


def all_found(files: Iterable[Path], look: Callable[[ast.AST], list[str]]) -> list[str]:
    return [f"{path.relative_to(CHECKOUT)}, {found}" for path in files for found in look(read(path))]


def test_the_window_opens_in_turkish() -> None:
    files = sorted((CHECKOUT / "planner").rglob("*.py"))

    assert len(files) > 200
    assert all_found(files, properties_lost_in_turkish) == []


def test_no_test_reads_the_clock_or_waits_for_time_to_pass() -> None:
    measuring = {TESTS / name for name in ("bench", "screenshots", "monkey", "mutation")}
    telling_ages = {TESTS / "desktop" / name for name in ("typist.py", "test_kill_typing.py")}
    exempt = measuring | telling_ages
    files = [path for path in sorted(TESTS.rglob("*.py")) if not exempt & {path, *path.parents}]

    assert len(files) > 200
    assert all_found(files, moments_and_waits) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("QTimer(self, interval=5)", 1),
        ("QTimer(self, singleShot=True)", 0),
        ("msgspec.structs.replace(one, item=5)", 0),
    ],
)
def test_a_property_lost_in_turkish_is_found(line: str, found: int) -> None:
    assert len(properties_lost_in_turkish(ast.parse(line))) == found


@pytest.mark.parametrize(
    "line",
    [
        "dt.datetime.now().astimezone()",
        "dt.date.today()",
        "date.today()",
        "time.sleep(1)",
        "from time import perf_counter as clock",
        "from time import sleep",
        "QTest.qWait(9)",
        "qtbot.wait(9)",
        "self._qtbot.wait(9)",
    ],
)
def test_a_look_at_the_clock_is_found(line: str) -> None:
    assert len(moments_and_waits(ast.parse(line))) == 1
