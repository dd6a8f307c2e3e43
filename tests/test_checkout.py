"""The checkout keeps what README promises: pins, the wheel, the commands without a display."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from configparser import RawConfigParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
APP_ID = "app.frontfoot.Planner"


def pinned() -> dict[str, Requirement]:
    lines = (CHECKOUT / "requirements.txt").read_text().splitlines()
    pins = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(pin.name): pin for pin in pins}


def version_of(pin: Requirement) -> str:
    (one,) = pin.specifier
    return one.version


def wanted() -> list[Requirement]:
    """Everything pyproject.toml asks for: to run, to check, to measure, to build."""
    read: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    extras: dict[str, list[str]] = read["project"]["optional-dependencies"]
    lines = [*read["project"]["dependencies"], *read["build-system"]["requires"]]
    return [Requirement(line) for line in (*lines, *(one for extra in extras.values() for one in extra))]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def run_without_display(command: list[str], library: Path) -> subprocess.CompletedProcess[str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if name not in hidden},
        "FRONT_FOOT_LIBRARY": str(library),
    }
    return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)


def test_every_version_is_exact() -> None:
    for pin in pinned().values():
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin


def test_the_pins_name_no_place_to_download_from() -> None:
    text = (CHECKOUT / "requirements.txt").read_text()
    assert not re.search(r"://|@|--\w|^-(?!-)\w|^\s*[./~]", text, re.MULTILINE)


def test_the_pins_satisfy_what_the_project_asks_for() -> None:
    pins = pinned()
    for requirement in wanted():
        pin = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version_of(pin)), requirement


def test_what_is_installed_is_pinned_with_all_it_needs() -> None:
    pins = pinned()
    seen: set[str] = set()
    waiting = [one for one in wanted() if one.marker is None or one.marker.evaluate()]
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name in seen:
            continue
        seen.add(name)
        assert name in pins
        waiting += _needs_of(name)
    assert len(seen) > 20


def _needs_of(name: str) -> list[Requirement]:
    try:
        needs = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:  # the benchmarks' packages come with `make bench`
        return []
    requirements = [Requirement(line) for line in needs]
    return [one for one in requirements if one.marker is None or one.marker.evaluate({"extra": ""})]


def test_the_wheel_carries_forms_templates_and_the_sample(wheel: zipfile.ZipFile) -> None:
    held = set(wheel.namelist())
    for folder in ("forms", "templates"):
        files = [path for path in (CHECKOUT / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"planner/{path.relative_to(CHECKOUT).as_posix()}" for path in files} <= held
    assert {"planner/exchange/sample.json", "planner/py.typed"} <= held


def test_the_wheel_holds_only_the_program(wheel: zipfile.ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" not in name} == {"planner"}


def test_no_file_of_the_program_knows_the_machine_it_was_written_on(wheel: zipfile.ZipFile) -> None:
    above = str(CHECKOUT).encode()
    assert [name for name in wheel.namelist() if above in wheel.read(name)] == []


def test_the_desktop_entry_starts_the_installed_command() -> None:
    entry = RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[method-assign, assignment]  # keys of a desktop entry have case
    entry.read(CHECKOUT / "packaging" / f"{APP_ID}.desktop")
    keys = dict(entry["Desktop Entry"])
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    assert keys["Exec"] in project["scripts"]
    assert keys["Icon"] == keys["StartupWMClass"] == APP_ID
    assert (CHECKOUT / "packaging" / "icons" / f"{APP_ID}.svg").is_file()


def test_the_metainfo_names_the_app_and_its_desktop_entry() -> None:
    component = ET.parse(CHECKOUT / "packaging" / f"{APP_ID}.metainfo.xml").getroot()
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == f"{APP_ID}.desktop"


def test_the_window_knows_its_desktop_entry() -> None:
    from planner.app import APP_ID as APP_ID_OF_THE_WINDOW

    assert APP_ID_OF_THE_WINDOW == APP_ID


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_program_says_what_can_be_done(tmp_path: Path) -> None:
    said = run_without_display([sys.executable, "-m", "planner"], tmp_path)
    assert said.returncode == 1
    assert "no window can open" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_make_run_without_a_display_prints_the_sample(tmp_path: Path) -> None:
    front_foot = Path(sys.executable).with_name("front-foot")
    page = tmp_path / "out" / "call-plan.pdf"
    said = run_without_display(["packaging/run", str(front_foot), str(page)], tmp_path)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines()[-1] == str(page)
    assert "Sales Conversation: " in said.stdout
    assert page.read_bytes().startswith(b"%PDF-")


class Bare:
    """A computer that lacks nearly all of it, as far as the scripts that set up can see."""

    def __init__(self, folder: Path, *, root: bool = False, python: bool = True) -> None:
        self._commands = folder / "bin"
        self._log = folder / "done"
        self._venv = folder / "venv"
        self._commands.mkdir()
        for name in ("sh", "dirname", "sed", "env"):
            self._commands.joinpath(name).symlink_to(str(shutil.which(name)))
        self._put("uname", "echo Linux")
        self._put("id", f"echo {0 if root else 1000}")
        self._put("sudo", "exit 1")
        self._put("apt-get", f'echo "apt-get $*" >>{self._log}')
        if python:
            self._put("python3", _LACKING_PYTHON)

    def set_up(self, *extras: str, display: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["packaging/set-up", str(self._venv), *extras],
            cwd=CHECKOUT,
            env={"PATH": str(self._commands), "DISPLAY": display},
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def done(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []

    def _put(self, name: str, script: str) -> None:
        command = self._commands / name
        command.write_text(f"#!{shutil.which('sh')}\n{script}\n")
        command.chmod(0o755)


_LACKING_PYTHON = """
case "$2" in
    *"import ensurepip"*) exit 1 ;;
    *"-venv"*) echo python3.13-venv ;;
    *ctypes*) shift 2; for pair; do echo "${pair#*:}"; done ;;
esac
"""
linux_alone = pytest.mark.skipif(sys.platform != "linux", reason="the scripts install for Debian and Ubuntu")


@linux_alone
@pytest.mark.parametrize("display", ["", ":0"])
def test_all_that_is_missing_is_told_in_one_line(tmp_path: Path, display: str) -> None:
    bare = Bare(tmp_path)

    ended = bare.set_up("dev", "bench", "pictures", "package", display=display)

    (told,) = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert told.startswith(
        "Front Foot: these packages are missing. On Debian or Ubuntu: sudo apt-get install "
    )
    packages = told.rpartition("apt-get install ")[2].split()
    assert {"python3.13-venv", "libegl1", "libxcb-cursor0", "libpango-1.0-0", "xvfb", "binutils"} < set(
        packages
    )
    assert len(packages) == len(set(packages))
    assert bare.done == []


@linux_alone
def test_only_what_is_wanted_is_asked_for(tmp_path: Path) -> None:
    told = Bare(tmp_path).set_up("dev").stderr

    assert "libegl1" in told
    assert not any(package in told for package in ("libpango", "xvfb", "binutils"))


@linux_alone
def test_where_there_is_no_python_it_is_among_what_is_missing(tmp_path: Path) -> None:
    (told,) = Bare(tmp_path, python=False).set_up().stderr.splitlines()

    assert "apt-get install python3 python3-venv libegl1 " in told


@linux_alone
def test_root_installs_all_of_it_at_once(tmp_path: Path) -> None:
    bare = Bare(tmp_path, root=True)

    bare.set_up("dev")

    update, install = bare.done
    assert update.endswith(" update")
    assert " install " in install
    assert {"python3.13-venv", "libegl1", "libxcb-cursor0"} < set(install.split())


def test_the_pictures_of_the_readme_are_there() -> None:
    text = (CHECKOUT / "README.md").read_text()
    pictures = re.findall(r"""(?:!\[[^\]]*\]\(|src=")(docs/[^)"]+)""", text)
    assert pictures
    assert [picture for picture in pictures if not (CHECKOUT / picture).is_file()] == []
