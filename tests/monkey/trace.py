"""What the monkey did last, on disk before it is done: a process that dies leaves it behind."""

from collections import deque
from pathlib import Path

LAST = 30


class Trace:
    """The acts so far, numbered by step."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", buffering=1)

    def note(self, step: int, act: str) -> None:
        """Write an act down."""
        self._file.write(f"{step:>6} {act}\n")


def last_acts(path: Path) -> str:
    """Return the last acts of a trace, a line each."""
    if not path.exists():
        return "(no act)"
    with path.open(encoding="utf-8") as lines:
        return "".join(deque(lines, LAST)).rstrip("\n")
