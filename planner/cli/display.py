"""Whether a window can open at all; asked before Qt is loaded, which would abort the program."""

import os
import sys
from collections.abc import Mapping

from planner.model.errors import PlannerError
from planner.translation import _

_SAID_BY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoDisplay(PlannerError):
    """There is no screen to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is no display here, so no window can open. "
                "The commands do without one; {command} lists them."
            ).format(command="front-foot --help")
        )


def require_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Return if a window can open; NoDisplay if this is a Linux session without a screen."""
    if platform == "linux" and not any(environment.get(name) for name in _SAID_BY):
        raise NoDisplay
