"""What a run is, and what came of it: values that pass between processes."""

from pathlib import Path

import msgspec


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One seed's run: how many steps, how, and where its files lie."""

    seed: int
    steps: int
    folder: str
    eager: bool = False
    check_every: int = 25
    platform: str = "offscreen"
    malloc_debug: bool = False

    @property
    def trace(self) -> Path:
        """Where the acts are written down."""
        return Path(self.folder, "trace.txt")

    @property
    def outcome(self) -> Path:
        """Where the outcome is written."""
        return Path(self.folder, "outcome.json")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run; `failure` is empty when nothing failed."""

    seed: int
    steps: int
    failure: str = ""
    stall_ms: int = 0
    stalled_in: str = ""
