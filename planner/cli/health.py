"""The library's health: verify, backup, restore."""

import argparse
import sys
from pathlib import Path

from planner.store.backup_file import opened
from planner.store.backups import Backups
from planner.store.errors import LibraryDamaged
from planner.store.journal import set_aside
from planner.store.library import FILE_NAME, Library
from planner.store.library_file import journal_of
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified


def verify(folder: Path) -> int:
    """Name every damaged document on stdout, a line each; return 1 if there is any. Changes nothing."""
    verdict = verified(folder / FILE_NAME)
    for damage in verdict.damage:
        sys.stdout.write(f"{damage}\n")
    if verdict.damage:
        return 1
    sys.stdout.write(
        f"{folder / FILE_NAME}: {verdict.plans:,} plans, {verdict.clients:,} clients, no damage\n"
    )
    return 0


def backup(library: Library, _arguments: argparse.Namespace) -> int:
    """Make a backup and print its path."""
    made = Safekeeping(library, Backups(library.folder)).back_up()
    sys.stdout.write(f"{made.path}\n")
    return 0


def restore(folder: Path, file: Path) -> int:
    """Put a backup in the library's place, after a backup of what is there, which is printed.

    A library that cannot be opened at all is kept aside instead.
    """
    plans = len(opened(file).summaries())
    library = _opened_or_emptied(folder)
    try:
        before = Safekeeping(library, Backups(folder)).restore(file)
    finally:
        library.close()
    sys.stdout.write(f"{plans:,} plans restored; the library as it was is in {before.path}\n")
    return 0


def _opened_or_emptied(folder: Path) -> Library:
    try:
        return Library.open(folder)
    except LibraryDamaged as damage:
        sys.stderr.write(f"{folder / FILE_NAME} is damaged: {damage.what}.\n")
    for path in (folder / FILE_NAME, journal_of(folder / FILE_NAME)):
        if path.exists():
            sys.stderr.write(f"It is kept as {set_aside(path, 'damaged', put=path.rename)}\n")
    return Library.open(folder)
