"""The journeys that ARCHITECTURE tells are the ways a key really takes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
MOST_FILES = 12


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The files on the way of one key, to the disk and to the page."""
    folder = tmp_path_factory.mktemp("journeys")
    homes = {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    command = [sys.executable, "-m", "tests.desktop.journeys", str(folder / "library")]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | homes
    done = subprocess.run(command, cwd=CHECKOUT, env=surroundings, capture_output=True, text=True, check=True)
    read: dict[str, list[str]] = json.loads(done.stdout)
    return read


def told(heading: str) -> list[str]:
    """Return the files of the program that a journey in ARCHITECTURE names, in order."""
    text = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    section = text[text.index(heading) :].removeprefix(heading)
    section = section[: section.index("\n### ")]
    return list(dict.fromkeys(re.findall(r"`([\w/]+\.py)\b", section)))


def test_a_key_reaches_the_disk_through_the_files_that_are_named(taken: dict[str, list[str]]) -> None:
    assert len(taken["disk"]) <= MOST_FILES
    named = told("### A key to the disk")
    assert [file for file in named if file in taken["disk"]] == taken["disk"]


def test_a_key_reaches_the_page_through_the_files_that_are_named(taken: dict[str, list[str]]) -> None:
    ran = taken["page"]
    made = [file for file in told("### A key to the page") if not file.startswith("desktop/background/")]
    assert [file for file in made if not any(one.endswith(file) for one in ran)] == []
