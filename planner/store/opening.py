"""Opening a library file with its journal: what is in force, and what had to be put aside."""

import datetime as dt
import time
from pathlib import Path

import msgspec

from planner.platform.files import (
    FileNotWritten,
    clear_away_unfinished,
    make_names_durable,
    put_in_place,
    reason_of,
    write_atomically,
    write_unfinished,
)
from planner.store.errors import LibraryNotOpened, LibraryTooNew
from planner.store.journal import Journal, JournalMoved, quarantine
from planner.store.journal_record import Record, ScanResult, Tables, applied, scan_records
from planner.store.library_file import (
    FileBytes,
    Identity,
    Stamp,
    file_of,
    holds_nothing,
    identity_of,
    journal_of,
    path_of_copy,
    read_if_there,
    require_text,
    stamped,
    tables_in,
)
from planner.translation import _, ngettext

LOOKS = 20
SECONDS_BETWEEN_LOOKS = 0.02


class Opened(msgspec.Struct, frozen=True):
    """A library as it was found: its tables, its journal, and what a person should be told.

    `size` is the library file's, in bytes; `whole` its digest, `stamp` which file it was.
    """

    tables: Tables
    journal: Journal
    size: int
    stamp: Stamp
    whole: bytes
    notices: tuple[str, ...]


class _Look(msgspec.Struct, frozen=True):
    """The library file and the journal as they were read, and which records count."""

    file: FileBytes
    stamp: Stamp
    identity: Identity
    journal: bytes
    found: ScanResult
    through: int

    @property
    def belong(self) -> bool:
        """Whether the journal builds on the library file, damaged since or not, or a checkpoint wrote it."""
        return self.through > 0 or all(record.base in self.identity.kin for record in self.found.records)

    @property
    def is_left(self) -> bool:
        """Whether the journal has to be made to build on the library file as it is."""
        return any(record.base != self.identity.base for record in self.found.records)

    @property
    def wanted(self) -> list[Record]:
        """The records that are not in the library file yet."""
        return [record for record in self.found.records if record.sequence > self.through]


def open_read_only(path: Path, *, schema: int) -> Opened:
    """Return the library as it stands, changing nothing, even while somebody else works in it.

    LibraryNotOpened, LibraryDamaged or LibraryTooNew.
    """
    look = _look(path, schema)
    for _again in range(LOOKS):
        if look.belong:
            break
        time.sleep(SECONDS_BETWEEN_LOOKS)  # a fold is under way: one file was read before it, one after
        look = _look(path, schema)
    notices = []
    if not look.belong:
        text = _("{journal} builds on another library file; it is not shown.")
        notices = [text.format(journal=journal_of(path))]
    tables, suspect = _tables(path, look)
    return _opened(path, look, schema, tables, [*suspect, *notices])


def open_for_writing(path: Path, *, schema: int, today: dt.date) -> Opened:
    """Return the library as it stands, with a journal that can be continued.

    What of the journal is damaged or belongs to another file is kept aside, and `notices` tells of it.
    LibraryNotOpened, LibraryDamaged or LibraryTooNew: the library file is as it was, and nothing of the
    journal is lost, though some of it may be kept aside already.
    """
    clear_away_unfinished(path.parent)
    look = _look(path, schema)
    tables, suspect = _tables(path, look)  # a damaged library keeps its journal untouched
    journal = journal_of(path)
    try:
        if not look.belong:
            notices = _part_with(path, look, today)
            look = _look(path, schema)
        else:
            notices = _repaired(journal, look)
    except FileNotWritten as error:
        raise LibraryNotOpened(journal, _repaired_first(error.reason)) from error
    except OSError as error:
        raise LibraryNotOpened(journal, _repaired_first(reason_of(error))) from error
    opened = _opened(path, look, schema, tables, [*suspect, *notices])
    if look.belong and look.is_left:
        try:
            opened.journal.rebase(look.identity.base, look.through)
        except (FileNotWritten, JournalMoved):
            return opened  # it waits: the journal does it before it stores the next change
    return opened


def _look(path: Path, schema: int) -> _Look:
    """Read the journal first: what a checkpoint writes in between is then in the file."""
    # The other way round, a checkpoint between the two reads would leave us with the old file and the
    # shortened journal: changes that are safe on the disk would seem lost.
    journal = read_if_there(journal_of(path))
    file, stamp = stamped(path)
    identity = identity_of(file)
    scan = scan_records(journal)
    if any(record.schema > schema for record in scan.records):
        raise LibraryTooNew(journal_of(path))
    checkpoints = (record.change.checkpoint for record in scan.records)
    through = max(
        (at.through for at in checkpoints if at and bytes.fromhex(at.file) in identity.kin), default=0
    )
    return _Look(file, stamp, identity, journal, scan, through)


def _tables(path: Path, look: _Look) -> tuple[Tables, list[str]]:
    """Return the library file's tables, and what to tell of it; LibraryDamaged."""
    if look.identity.is_as_written:
        return tables_in(look.file, path), []
    require_text(look.file, path)
    notice = _(
        "{path} is not as Front Foot left it: another program changed it, or it is damaged. "
        "What it holds is shown. If something is missing or wrong, look into a backup."
    ).format(path=path)
    return tables_in(look.file, path), [notice]


def _opened(path: Path, look: _Look, schema: int, tables: Tables, notices: list[str]) -> Opened:
    records = look.found.records if look.belong else ()
    journal = Journal(journal_of(path), schema=schema, base=look.identity.base, records=records)
    if records:
        tables = applied(tables, (record.change for record in look.wanted))
    return Opened(tables, journal, len(look.file), look.stamp, look.identity.whole, tuple(notices))


def _repaired(path: Path, look: _Look) -> list[str]:
    """Leave only whole records in the journal, keep the rest aside, and return what to tell; OSError."""
    notices = []
    scan, data = look.found, look.journal
    if scan.damaged:
        aside = quarantine(path, "damaged", put=lambda name: write_atomically(name, data))
        lost, recovered = _lost(scan), len(look.wanted)
        notices.append(
            _(
                "{path} was damaged: {lost} in it cannot be read, "
                "the {recovered} around them were recovered. The damaged file is kept as {copy}."
            ).format(path=path, lost=_changes(lost), recovered=_changes(recovered), copy=aside.name)
        )
    if scan.torn < len(data):
        tail = data[scan.torn :]
        aside = quarantine(path, "torn", put=lambda name: write_atomically(name, tail))
        notices.append(
            ngettext(
                "The last change in {path} had not been written whole and is not in the library; "
                "its {count:,} bytes are kept as {copy}.",
                "The last change in {path} had not been written whole and is not in the library; "
                "its {count:,} bytes are kept as {copy}.",
                len(tail),
            ).format(path=path, count=len(tail), copy=aside.name)
        )
    if notices and scan.records:
        put_in_place(write_unfinished(path, (record.encoded for record in scan.records)), path)
    elif not scan.records and path.exists():
        path.unlink()  # made, and never written
    else:
        return notices
    make_names_durable(path.parent)
    return notices


def _lost(scan: ScanResult) -> int:
    """Return how many changes the damaged stretches held, at least one each."""
    numbers = [record.sequence for record in scan.records]
    missing = numbers[-1] - numbers[0] + 1 - len(numbers)
    return max(missing, len(scan.damaged))


def _changes(count: int) -> str:
    return ngettext("{count} change", "{count} changes", count).format(count=count)


def _repaired_first(reason: str) -> str:
    return _("it must be repaired first, and {reason}").format(reason=reason)


def _part_with(path: Path, look: _Look, today: dt.date) -> list[str]:
    """Keep a journal of another library file aside, and what it holds as a copy to look at; OSError."""
    journal = journal_of(path)
    copy = path_of_copy(path, today)
    write_atomically(copy, file_of(applied({}, (record.change for record in look.found.records))))
    aside = quarantine(journal, "other", put=journal.rename)
    make_names_durable(path.parent)
    if holds_nothing(path):
        text = _(
            "{path} is empty or not there, but changes made in it are left. "
            "Those changes are in {copy}; their journal is kept as {journal}."
        )
    else:
        text = _(
            "{path} is another file than the one the last changes were made in: another program put it "
            "there. It was not changed. Those changes are in {copy}; their journal is kept as {journal}."
        )
    return [text.format(path=path, copy=copy.name, journal=aside.name)]
