"""What each command does. Heavy parts are loaded by the command that needs them."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path

from planner.cli.library_folder import library_folder
from planner.cli.window import open_window
from planner.model.errors import PlannerError
from planner.store.library import Library
from planner.translation import _

Arguments = argparse.Namespace

WAIT_FOR_OTHERS_MS = 2_000
"""So long a command that changes the library waits for another program to let go of it."""

_READING = frozenset({"list", "show", "export", "backup", "price", "check"})
"""The commands that change nothing in the library, and so need not wait for who does."""


def run(arguments: Arguments, now: Callable[[], dt.datetime]) -> int:
    """Run the command and return its exit code; PlannerError if it cannot be done.

    Commands find `now`, which tells the time in the local zone, among their arguments.
    """
    arguments.now = now
    if arguments.command is None:
        return open_window(arguments.library, take_over=arguments.take_over)
    folder = library_folder(arguments.library)
    if arguments.command == "schema":
        return _schema()
    if arguments.command == "verify":
        return _verify(folder)
    if arguments.command in _READING:
        return _on(Library.open(folder, read_only=True), arguments)
    from planner.platform.library_lock import LibraryLock  # noqa: PLC0415 -- only what writes needs the lock

    with LibraryLock(folder, wait_ms=WAIT_FOR_OTHERS_MS, take_over=arguments.take_over):
        if arguments.command == "restore":
            return _restore(folder, arguments)
        return _on(Library.open(folder), arguments)


def _on(library: Library, arguments: Arguments) -> int:
    for notice in library.notices:
        sys.stderr.write(f"{notice}\n")
    try:
        arguments.missed = not library.summaries() and _told_missed(library, arguments)
        return _COMMANDS[arguments.command](library, arguments)
    finally:
        library.close()


def _told_missed(library: Library, arguments: Arguments) -> bool:
    from planner.cli.health import tell_missed  # noqa: PLC0415 -- hardly ever wanted

    return tell_missed(library, refuse=arguments.command not in _READING)


def _schema() -> int:
    from planner.exchange.plan_schema import schema  # noqa: PLC0415 -- only this command needs it

    sys.stdout.write(f"{json.dumps(schema(), indent=2, ensure_ascii=False)}\n")
    return 0


def _verify(folder: Path) -> int:
    from planner.cli.health import verify  # noqa: PLC0415 -- only this command needs it

    return verify(folder)


def _restore(folder: Path, arguments: Arguments) -> int:
    from planner.cli.health import restore  # noqa: PLC0415 -- only this command needs it

    return restore(folder, arguments.file)  # None for --none


def _sample(library: Library, arguments: Arguments) -> int:
    from planner.exchange.sample import sample_preparation  # noqa: PLC0415 -- only this command needs it
    from planner.store.import_plan import ImportResult, import_plan  # noqa: PLC0415 -- the same

    sample = sample_preparation(arguments.now().date())
    known = {summary.id for summary in library.summaries()}
    arrival = ImportResult.ALREADY_HERE if sample.plan.id in known else import_plan(library, sample)[1]
    sys.stdout.write(f"{_arrived(sample.plan.id, arrival)}\n")
    return 0


def _list(library: Library, arguments: Arguments) -> int:
    from planner.cli.listing import plans_as_json, plans_as_table  # noqa: PLC0415 -- only this command needs it

    if arguments.json:
        sys.stdout.write(plans_as_json(library, arguments.now()))
    elif library.summaries():
        sys.stdout.write(plans_as_table(library, arguments.now()))
    elif not arguments.missed:
        text = _("There are no plans yet; `{command}` adds one to look at.")
        sys.stderr.write(f"{text.format(command='front-foot sample')}\n")
    return 0


def _show(library: Library, arguments: Arguments) -> int:
    from planner.exchange.plan_file import plan_file  # noqa: PLC0415 -- only this command needs it

    sys.stdout.write(plan_file(library.preparation(library.find(arguments.id))).decode())
    return 0


def _import(library: Library, arguments: Arguments) -> int:
    failed = 0
    for path in arguments.files:
        try:
            sys.stdout.write(f"{path}: {_taken_in(library, path)}\n")
        except PlannerError as error:
            failed = 1
            sys.stderr.write(f"{error}\n")
    return failed


def _taken_in(library: Library, path: Path) -> str:
    """Bring a plan file in and return what to say of it."""
    from planner.cli.price import told_of  # noqa: PLC0415 -- only this command needs it
    from planner.exchange.plan_file import read_plan_file  # noqa: PLC0415 -- the same
    from planner.store.errors import IdTaken  # noqa: PLC0415 -- the same
    from planner.store.import_plan import import_plan  # noqa: PLC0415 -- the same
    from planner.wording.places import zone_remark  # noqa: PLC0415 -- the same

    preparation = read_plan_file(path)
    try:
        plan_id, arrival = import_plan(library, preparation)
    except IdTaken as clash:
        raise PlannerError(f"{path}: {clash}") from clash
    if remark := zone_remark(preparation.plan.call.starts):
        sys.stderr.write(f"{path}: plan.call.starts: {remark}\n")
    sys.stderr.write(told_of(preparation, str(path)))
    return _arrived(plan_id, arrival)


def _arrived(plan_id: str, arrival: str) -> str:
    """Return how a plan came in, as planner.store.import_plan.ImportResult tells."""
    return _("{plan} {arrival}").format(plan=plan_id, arrival=_(arrival))


def _export(library: Library, arguments: Arguments) -> int:
    from planner.cli.export import export  # noqa: PLC0415 -- loads all that makes pages

    return export(library, arguments)


def _price(library: Library, arguments: Arguments) -> int:
    from planner.cli.price import price  # noqa: PLC0415 -- only this command needs it

    return price(library, arguments)


def _check(library: Library, arguments: Arguments) -> int:
    from planner.cli.check import show_findings  # noqa: PLC0415 -- only this command needs it

    return show_findings(library, arguments)


def _backup(library: Library, arguments: Arguments) -> int:
    from planner.cli.health import backup  # noqa: PLC0415 -- only this command needs it

    return backup(library, arguments)


_COMMANDS: dict[str, Callable[[Library, Arguments], int]] = {
    "sample": _sample,
    "list": _list,
    "show": _show,
    "import": _import,
    "export": _export,
    "backup": _backup,
    "price": _price,
    "check": _check,
}
