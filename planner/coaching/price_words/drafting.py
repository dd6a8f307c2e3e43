"""Whether a text that was drafted from figures still says them."""

import re

_FIGURE = re.compile(r"\d[\d.,'’\u00a0\u202f]*")


def figures_changed(kept: str, fresh: str) -> bool:
    """Whether a line of the kept text is one of the fresh draft with other figures in it.

    A line that was put in other words is the rep's own and says nothing.
    """
    now = {_without_figures(line): line for line in fresh.splitlines()}
    return any(
        line != now.get(_without_figures(line), line) for line in (one.strip() for one in kept.splitlines())
    )


def _without_figures(line: str) -> str:
    return _FIGURE.sub("#", line)
