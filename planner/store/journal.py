"""The write-ahead log of a library, called its journal: each change is durable before it counts."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from planner.platform.files import (
    BINARY,
    FileNotWritten,
    make_durable,
    make_names_durable,
    no_folder,
    put_in_place,
    reason_of,
    write_all,
    write_unfinished,
)
from planner.store.journal_record import HEADER_SIZE, NO_FILE, Change, Record, encoded_record, scan_records


class JournalMoved(Exception):
    """The file is not the one we wrote: another program removed, replaced or continued it."""


class Journal:
    """A library's write-ahead log: records in one file, which exists only while it holds any.

    `sequence` is the number of the last record, `length` the bytes of all of them. The file is
    opened for each change and closed again, so that nothing is ever written where nobody finds it.
    """

    def __init__(
        self,
        path: Path,
        *,
        schema: int,
        base: bytes = NO_FILE,
        sequence: int = 0,
        records: Iterable[Record] = (),
    ) -> None:
        self.path = path
        self.sequence = sequence
        self.base = base
        self.length = 0
        self._schema = schema
        self._last_start = 0
        self._last_header = b""
        self._dirty = False
        self._through = 0
        for record in records:
            self._count(record.encoded)
            self.sequence = record.sequence

    def append(self, change: Change) -> None:
        """Store the change durably as the next record. FileNotWritten or JournalMoved: it is not stored."""
        try:
            if self._dirty:
                self._renew()
            record = self._encoded(change, self.sequence + 1)
            self._write(record)
        except FileExistsError as error:
            raise JournalMoved from error
        except OSError as error:
            raise self._not_written(error) from error
        self._count(record)
        self.sequence += 1

    def rebase(self, base: bytes, through: int) -> None:
        """After a checkpoint: point the journal at the new base and drop records up to `through`.

        FileNotWritten or JournalMoved: the next change is stored only once this is done.
        """
        self.base, self._through, self._dirty = base, through, True
        try:
            self._renew()
        except OSError as error:
            raise self._not_written(error) from error

    def discard(self) -> None:
        """Remove the file if it ends with our last record, else leave it; OSError.

        What it holds must be stored elsewhere before.
        """
        try:
            handle = os.open(self.path, os.O_RDONLY | BINARY)
        except FileNotFoundError:
            return
        try:
            self._require_ours(handle)
        except JournalMoved:
            return
        finally:
            os.close(handle)
        self.path.unlink()
        make_names_durable(self.path.parent)

    def _encoded(self, change: Change, sequence: int) -> bytes:
        return encoded_record(change, sequence=sequence, schema=self._schema, base=self.base)

    def _write(self, record: bytes) -> None:
        is_new = not self.length
        # O_EXCL: a file that is there although we wrote none is another program's. O_APPEND: nothing that
        # another program wrote since we looked can be overwritten. The handle is not kept between changes:
        # a file removed or replaced meanwhile would take our writes, and nobody would ever find them.
        flags = os.O_RDWR | os.O_APPEND | BINARY | (os.O_CREAT | os.O_EXCL if is_new else 0)
        handle = self._opened(flags)
        try:
            if not is_new:
                self._require_ours(handle)
            try:
                write_all(handle, record)
                self._dirty = True  # after a failed sync nobody knows what the disk holds
                make_durable(handle)
                if is_new:
                    # Without this the bytes are safe and the name is not: after a power failure the
                    # folder may not know the file.
                    make_names_durable(self.path.parent)
                self._dirty = False
            except BaseException:
                self._take_back(handle)
                raise
        finally:
            os.close(handle)

    def _opened(self, flags: int) -> int:
        try:
            return os.open(self.path, flags, 0o600)
        except FileNotFoundError as error:
            if self.path.parent.is_dir():
                raise JournalMoved from error
            raise FileNotWritten(self.path, no_folder(self.path.parent)) from error

    def _require_ours(self, handle: int) -> None:
        """JournalMoved unless the file is as long as ours and ends with our last record."""
        os.lseek(handle, self._last_start, os.SEEK_SET)
        header = os.read(handle, HEADER_SIZE)
        if os.fstat(handle).st_size != self.length or header != self._last_header:
            raise JournalMoved

    def _take_back(self, handle: int) -> None:
        # Until it is cut back for certain, the file may hold half a record. The flag stays up should
        # cutting fail too: the next change then writes the file anew before it is stored.
        dirty, self._dirty = self._dirty, True
        if self.length:
            os.ftruncate(handle, self.length)
        else:
            self.path.unlink()
        self._dirty = dirty

    def _renew(self) -> None:
        """Write the file anew with the records still wanted, or remove it if there is none; OSError."""
        wanted = [
            self._encoded(record.change, record.sequence)
            for record in self._whole_records()
            if record.sequence > self._through
        ]
        # Records before `through` are in the library file by now. To cut them off in place would move the
        # others, and a crash half-way would lose changes: a new file takes the place of the old one.
        if wanted:
            put_in_place(write_unfinished(self.path, wanted), self.path)
        else:
            self.path.unlink(missing_ok=True)
        self.length, self._last_start, self._last_header = 0, 0, b""
        for record in wanted:
            self._count(record)
        make_names_durable(self.path.parent)
        self._dirty = False

    def _whole_records(self) -> tuple[Record, ...]:
        """Return the file's records, without checkpoints of a library file that has been left since.

        JournalMoved if they are not there any more.
        """
        if not self.length:
            return ()
        try:
            data = self.path.read_bytes()[: self.length]
        except FileNotFoundError as error:
            raise JournalMoved from error
        if len(data) < self.length or not data.startswith(self._last_header, self._last_start):
            raise JournalMoved
        return tuple(record for record in scan_records(data).records if not self._is_left_behind(record))

    def _is_left_behind(self, record: Record) -> bool:
        """Whether a record only tells of a checkpoint of the library file of now, or of a former one."""
        checkpoint = record.change.checkpoint
        return checkpoint is not None and (record.base != self.base or checkpoint.file == self.base.hex())

    def _count(self, record: bytes) -> None:
        self._last_start, self._last_header = self.length, record[:HEADER_SIZE]
        self.length += len(record)

    def _not_written(self, error: OSError) -> FileNotWritten:
        return FileNotWritten(self.path, reason_of(error))


def quarantine(path: Path, what: str, *, put: Callable[[Path], object]) -> Path:
    """Keep a file aside as `<path>.<what>-<number>`, the first such name unused; return that path.

    `put` gets that path and makes the file, by renaming or copying; its errors, such as OSError, get out.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.{what}-{number}")).exists():
        number += 1
    put(aside)
    return aside
