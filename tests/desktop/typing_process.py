"""The typist's process from outside: what it tells, and what it left on the disk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from planner.model.client import Client
from planner.model.fields import read_field
from planner.model.plan import Plan, Preparation, absolute_path
from planner.store.library import Library
from tests.desktop.typist import PLAN_ID

ROOT = Path(__file__).parents[2]


class Key(NamedTuple):
    """One key typed: the pulse's seconds and the system's clock then."""

    seconds: float
    moment: float


class TypingProcess:
    """A process of the typist."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.keys: list[Key] = []
        self.lines: list[str] = []

    def hear(self, *words: str) -> str:
        """Read on to a line that is one of the words; the keys typed on the way are in `keys`."""
        for line in self._heard():
            if line in words:
                return line
        raise AssertionError(f"it ended without {words} after {self.lines}")

    def hear_keys(self, most: int) -> None:
        """Read on until so many keys are typed in all."""
        for _line in self._heard():
            if len(self.keys) >= most:
                return

    def hear_out(self) -> None:
        """Read whatever is left."""
        for _line in self._heard():
            pass

    def _heard(self) -> Iterator[str]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            word = line.strip()
            self.lines.append(word)
            if word.startswith("key "):
                self.keys.append(Key(*map(float, word.split()[1:])))
            yield word


@contextmanager
def typing_process(folder: Path, field: str, text: str, mishap: str = "none") -> Iterator[TypingProcess]:
    """Start the typist on the library `folder / "library"`; it is gone afterwards."""
    library = folder / "library"
    if not library.exists():
        opened = Library.open(library)
        opened.save(Preparation(Client(id="c", name="Tarn"), Plan(id=PLAN_ID, client_id="c")))
        opened.close()
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    surroundings |= {f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    command = [sys.executable, "-m", "tests.desktop.typist", str(library), field, text, mishap]
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield TypingProcess(process)
        finally:
            process.kill()


def text_on_disk(folder: Path, field: str) -> str:
    """What the field of the plan holds on the disk."""
    library = Library.open(folder / "library", read_only=True)
    preparation = library.preparation(PLAN_ID)
    library.close()
    return str(read_field(preparation, absolute_path(field)))
