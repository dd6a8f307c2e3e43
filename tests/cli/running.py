"""Running the command line, in this process or its own."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from planner.exchange.plan_file import plan_file
from planner.model.plan import Preparation

SAMPLE = "sample-plan"
NOW = dt.datetime(2026, 11, 29, 9, 0, tzinfo=dt.UTC)


class Ended(NamedTuple):
    status: int
    out: str
    err: str


FrontFoot = Callable[..., Ended]


def in_a_process(*arguments: object, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run in a process of its own, some code run before it."""
    code = f"import sys; {before}; from planner.cli import main; sys.exit(main(sys.argv[1:]))"
    start = ["-c", code] if before else ["-m", "planner"]
    command = [sys.executable, *start, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def written(path: Path, content: bytes | Preparation) -> Path:
    """The path, with the bytes or the plan file in it."""
    path.write_bytes(plan_file(content) if isinstance(content, Preparation) else content)
    return path
