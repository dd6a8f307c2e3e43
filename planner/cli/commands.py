"""What each command does. Heavy parts are loaded by the command that needs them."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path

from planner.cli.library_folder import library_folder
from planner.cli.window import open_window
from planner.store.library import Library
from planner.translation import _

Arguments = argparse.Namespace

WAIT_FOR_OTHERS_MS = 2_000
"""So long a command that changes the library waits for another program to let go of it."""

_READING = frozenset({"today", "list", "clients", "client", "show", "export", "backup", "price", "check"})
"""The commands that change nothing in the library, and so need not wait for who does."""


def run(arguments: Arguments, now: Callable[[], dt.datetime]) -> int:
    """Run the command, without one the window; return its exit code. PlannerError if it cannot be done.

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
    from planner.cli.samples import add_sample, add_sample_week  # noqa: PLC0415 -- only this command needs them

    return (add_sample_week if arguments.week else add_sample)(library, arguments)


def _today(library: Library, arguments: Arguments) -> int:
    from planner.cli.today import show_today  # noqa: PLC0415 -- only this command needs it

    return show_today(library, arguments)


def _clients(library: Library, arguments: Arguments) -> int:
    from planner.cli.clients import list_clients  # noqa: PLC0415 -- only this command needs it

    return list_clients(library, arguments)


def _client(library: Library, arguments: Arguments) -> int:
    from planner.cli.client import show_client  # noqa: PLC0415 -- only this command needs it

    return show_client(library, arguments)


def _touch(library: Library, arguments: Arguments) -> int:
    from planner.cli.touch import note_touch  # noqa: PLC0415 -- only this command needs it

    return note_touch(library, arguments)


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
    from planner.cli.plan_files import show  # noqa: PLC0415 -- only this command needs it

    return show(library, arguments)


def _import(library: Library, arguments: Arguments) -> int:
    from planner.cli.plan_files import import_files  # noqa: PLC0415 -- only this command needs it

    return import_files(library, arguments)


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
    "today": _today,
    "list": _list,
    "clients": _clients,
    "client": _client,
    "touch": _touch,
    "show": _show,
    "import": _import,
    "export": _export,
    "backup": _backup,
    "price": _price,
    "check": _check,
}
