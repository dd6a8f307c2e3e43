"""The way to the window, for which nothing is loaded that only commands need."""

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from planner.cli.display import require_display
from planner.cli.library_folder import library_folder, remember_folder


def asks_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether there are no arguments, or `--library DIR` alone: then the parser need not be loaded."""
    return not arguments or (
        len(arguments) == 2 and arguments[0] == "--library" and not arguments[1].startswith("-")
    )


def open_window(library: Path | None, *, take_over: bool = False) -> int:
    """Show the window until it is closed; return the exit code. NoDisplay without a screen.

    `take_over` opens the library although another computer seems to have it open.
    """
    require_display()
    gc.disable()  # what loads now stays: the window looks for garbage once it stands
    import planner.on_demand  # noqa: PLC0415 -- needs no Qt: PySide makes every import after its own slower
    import planner.store.library_place  # noqa: F401, PLC0415 -- as above
    from planner.app import run_window  # noqa: PLC0415 -- only the window needs Qt

    return run_window(
        library_folder(library), take_over=take_over, remember=partial(remember_folder, library)
    )
