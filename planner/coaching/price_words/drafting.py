"""Whether a text that was drafted from figures still says them."""

import re

_FIGURE = re.compile(r"\d[\d.,'’\u00a0\u202f]*")


def figures_changed(kept: str, fresh: str) -> bool:
    """Whether a line of the kept text differs from a line of the fresh draft in its figures alone.

    A line in other words is the rep's own and does not count.
    """
    now = {_without_figures(line): line for line in fresh.splitlines()}
    return any(
        line != now.get(_without_figures(line), line)
        for line in (kept_line.strip() for kept_line in kept.splitlines())
    )


def _without_figures(line: str) -> str:
    return _FIGURE.sub("#", line)
