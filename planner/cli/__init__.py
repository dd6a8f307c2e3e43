"""The command line: the work of the window without a window."""

import datetime as dt
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from planner.cli.errors import WrongUsage
from planner.cli.window import asks_for_the_window, open_window
from planner.model.errors import PlannerError
from planner.platform.clock import local_now
from planner.translation import _

__all__ = ["main"]

WRONG_USAGE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None, *, now: Callable[[], dt.datetime] = local_now) -> int:
    """Run the command line; return 0, 1 for what went wrong, 2 for wrong usage, or 130 if interrupted.

    Errors are said on stderr in plain words; only why the window cannot open a library is said in a box, and
    what `verify` or `restore` cannot read stands in their output. Without `arguments` those of the process
    count. `now` tells the time in the local zone.
    """
    _write_utf8()
    try:
        status = _outcome(arguments, now)
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = _stop_writing()
    except OSError as error:
        _stop_writing()
        status = _said(_("The output could not be written: {reason}.").format(reason=error.strerror))
    return status


def _outcome(arguments: Sequence[str] | None, now: Callable[[], dt.datetime]) -> int:
    try:
        return _done(sys.argv[1:] if arguments is None else arguments, now)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    except WrongUsage as error:
        sys.stderr.write(f"front-foot: {error}\n")
        return WRONG_USAGE
    except PlannerError as error:
        return _said(str(error))
    except OSError:
        raise  # of our own output: files are written and read where their errors are told
    except Exception as error:  # noqa: BLE001 -- the edge: a person gets a sentence, never a traceback
        return _said(_unexpected(error))


def _done(arguments: Sequence[str], now: Callable[[], dt.datetime]) -> int:
    if asks_for_the_window(arguments):
        return open_window(Path(arguments[1]) if arguments else None)
    from planner.cli.commands import run  # noqa: PLC0415 -- the window starts without them
    from planner.cli.usage import parser  # noqa: PLC0415 -- as above

    return run(parser().parse_args(arguments), now)


def _said(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


def _unexpected(error: Exception) -> str:
    """Return what to report of a mistake of ours: its place, and nothing of what anybody wrote."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return _("Something broke in Front Foot ({error} in {file}, line {line}). Please report it.").format(
        error=type(error).__name__, file=Path(frame.filename).name, line=frame.lineno
    )


def _stop_writing() -> int:
    """Drop what is still to be written to stdout, which nobody reads; the interpreter would try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale: plans hold any script, and JSON is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
