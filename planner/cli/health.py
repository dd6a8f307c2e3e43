"""The library's health: verify, backup, restore."""

import argparse
import sys
from pathlib import Path

from planner.model.errors import PlannerError
from planner.platform.files import FileNotWritten, reason_of
from planner.store.backup_file import opened
from planner.store.backups import Backups
from planner.store.copies import is_journal, is_library
from planner.store.errors import LibraryDamaged
from planner.store.journal import quarantine
from planner.store.library import FILE_NAME, Library
from planner.store.library_file import journal_of
from planner.store.lost import how_to_put_back, missed_by
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from planner.translation import _, ngettext
from planner.wording.library_texts import brought_in_text
from planner.wording.lists import sentences


def verify(folder: Path) -> int:
    """Print a line for every damaged document and return 1; without any, how many plans and clients, and 0.

    Changes nothing. That the library holds nothing while a backup holds plans or clients is told on stderr.
    """
    verdict = verified(folder / FILE_NAME)
    for damage in verdict.damage:
        sys.stdout.write(f"{damage}\n")
    if verdict.damage:
        return 1
    if not verdict.plans:
        tell_missed(Library.open(folder, read_only=True), refuse=False)
    plans = ngettext("{count:,} plan", "{count:,} plans", verdict.plans)
    clients = ngettext("{count:,} client", "{count:,} clients", verdict.clients)
    text = _("{plans}, {clients}, no damage").format(
        plans=plans.format(count=verdict.plans), clients=clients.format(count=verdict.clients)
    )
    sys.stdout.write(f"{folder / FILE_NAME}: {text}\n")
    return 0


def backup(library: Library, _arguments: argparse.Namespace) -> int:
    """Make a backup, thin the earlier ones and print its path; return 0. BackupNotMade."""
    made = Safekeeping(library, Backups(library.folder)).back_up()
    sys.stdout.write(f"{made.path}\n")
    return 0


def restore(folder: Path, file: Path | None) -> int:
    """Put a backup in the library's place, or bring in another copy of it; print what was done.

    First a backup is made of the library; one too damaged to open is kept aside where a backup is restored.
    Without a file a library without plans stays, and what is in earlier backups is not missed any more;
    PlannerError if it holds plans. Return 0, or 1 if a part of the copy cannot be read.
    """
    if file is None:
        return _begin_afresh(folder)
    if is_library(file) or is_journal(file):
        return _bring_in(folder, file)
    plans = len(opened(file).summaries())
    library = _opened_or_emptied(folder)
    try:
        before = Safekeeping(library, Backups(folder)).restore(file)
    finally:
        library.close()
    text = ngettext(
        "{count:,} plan restored; the library as it was is in {backup}",
        "{count:,} plans restored; the library as it was is in {backup}",
        plans,
    )
    sys.stdout.write(f"{text.format(count=plans, backup=before.path)}\n")
    return 0


def tell_missed(library: Library, *, refuse: bool) -> bool:
    """Return whether the library holds nothing while a backup holds plans or clients; say so on stderr.

    With `refuse`, a PlannerError says it instead, so that nothing is changed.
    """
    missed = missed_by(library, Backups(library.folder))
    if missed is None:
        return False
    notice = sentences([missed.told, how_to_put_back(library.folder, missed.backup)])
    if refuse:
        raise PlannerError(notice)
    sys.stderr.write(f"{notice}\n")
    return True


def _begin_afresh(folder: Path) -> int:
    library = Library.open(folder)
    try:
        if library.summaries():
            refusal = _("{folder} holds plans already; --none is for one that has lost its plans")
            raise PlannerError(refusal.format(folder=folder))
        Safekeeping(library, Backups(folder)).begin_afresh()
    finally:
        library.close()
    text = _("The library starts afresh; existing backups stay where they are")
    sys.stdout.write(f"{text}\n")
    return 0


def _bring_in(folder: Path, file: Path) -> int:
    library = Library.open(folder)
    try:
        brought_in = Safekeeping(library, Backups(folder)).bring_in(file)
    finally:
        library.close()
    sys.stdout.write(f"{brought_in_text(brought_in)}\n")
    return 1 if brought_in.unread else 0


def _opened_or_emptied(folder: Path) -> Library:
    try:
        return Library.open(folder)
    except LibraryDamaged as damage:
        text = _("{path} is damaged: {what}.").format(path=folder / FILE_NAME, what=damage.what)
        sys.stderr.write(f"{text}\n")
    for path in (folder / FILE_NAME, journal_of(folder / FILE_NAME)):
        if path.exists():
            try:
                copy = quarantine(path, "damaged", put=path.rename)
            except OSError as error:
                raise FileNotWritten(path, reason_of(error)) from error
            text = _("It is kept as {path}").format(path=copy)
            sys.stderr.write(f"{text}\n")
    return Library.open(folder)
