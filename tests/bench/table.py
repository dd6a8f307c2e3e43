"""The table that `make bench` prints: ours beside a peer or a floor, measured in one run."""

import statistics
import time
from collections.abc import Callable

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison. Times in seconds; `goal` reads like 'at most 1.5'."""

    work: str
    ours: float
    peer: str
    theirs: float
    goal: str
    holds: bool

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def at_most(limit: float, *, work: str, ours: float, peer: str, theirs: float, judged: bool = True) -> Row:
    """A row whose goal is that ours takes at most `limit` times as long as theirs.

    One that is not judged shows growth only.
    """
    holds = not judged or ours <= limit * theirs
    return Row(
        work=work,
        ours=ours,
        peer=peer,
        theirs=theirs,
        goal=f"at most {limit:g}" if judged else "",
        holds=holds,
    )


def at_least(times: float, *, work: str, ours: float, peer: str, theirs: float, judged: bool = True) -> Row:
    """A row whose goal is that ours is at least so many times as fast as theirs."""
    goal = f"at least {times:g} times faster" if judged else ""
    return Row(
        work=work, ours=ours, peer=peer, theirs=theirs, goal=goal, holds=not judged or ours * times <= theirs
    )


def median_seconds(work: Callable[[], object], *, runs: int) -> float:
    """Median wall-clock seconds of `runs` calls, after one to warm up."""
    work()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def printed(rows: list[Row]) -> str:
    """The rows as aligned text, milliseconds and ratios."""
    lines = [f"{'work':<60}{'ours ms':>10}  {'peer or floor':<44}{'its ms':>10}{'ratio':>9}  goal"]
    lines += [
        f"{row.work:<60}{row.ours * 1000:>10.2f}  {row.peer:<44}{row.theirs * 1000:>10.2f}{row.ratio:>9.3g}"
        f"  {_verdict(row)}"
        for row in rows
    ]
    return "\n".join(lines)


def _verdict(row: Row) -> str:
    return f"{row.goal} · {'holds' if row.holds else 'MISSED'}" if row.goal else ""
