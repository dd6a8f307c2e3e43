"""The records of a journal: what one is made of, and how they are found in its bytes again."""

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping

import msgspec

Documents = dict[str, msgspec.Raw]
"""The encoded documents of a table, by document id."""
Tables = dict[str, Documents]

MAGIC = b"\xffFJ1"
"""How a record starts. No UTF-8 text holds the first byte, so it stands nowhere else."""

REMOVED = msgspec.Raw(b"null")
"""Stands in a change for a document that is no more."""

_HEADER = struct.Struct("<4sIQI16s16s")
HEADER_SIZE = _HEADER.size
_CHECKED = HEADER_SIZE - 16
_LARGEST = 1 << 32


def digest_of(*parts: bytes | memoryview) -> bytes:
    """Return the first 16 bytes of the SHA-256 of the parts, one after the other."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()[:16]


NO_FILE = digest_of()
"""The digest of a library file that is empty or not there."""


class Checkpoint(msgspec.Struct, frozen=True):
    """Says that the library file with the digest `file`, in hexadecimal, has all changes up to `through`."""

    file: str
    through: int


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one record says: documents put or removed by table and id, tables dropped, or a checkpoint.

    A table named without documents exists from then on.
    """

    tables: Tables = {}
    dropped: tuple[str, ...] = ()
    checkpoint: Checkpoint | None = msgspec.field(default=None, name="folded")


class Record(msgspec.Struct, frozen=True):
    """A change as it stands in a journal, where its bytes begin at `start`.

    `sequence` is its number, `schema` the library's when it was written, `base` the digest of the library
    file it builds on.
    """

    sequence: int
    schema: int
    base: bytes
    start: int
    encoded: bytes

    @property
    def change(self) -> Change:
        """The change, decoded; the record must be of a schema that this version knows."""
        return _DECODER.decode(memoryview(self.encoded)[HEADER_SIZE:])

    @property
    def end(self) -> int:
        """Where the next record begins."""
        return self.start + len(self.encoded)


class ScanResult(msgspec.Struct, frozen=True):
    """What a journal's bytes hold: the whole records, in order, and damaged stretches (start, end) between.

    `torn` is where the last whole record ends: what follows, if anything, was not written whole.
    """

    records: tuple[Record, ...]
    damaged: tuple[tuple[int, int], ...]
    torn: int


_DECODER = msgspec.json.Decoder(Change)


def encoded_record(change: Change, *, sequence: int, schema: int, base: bytes) -> bytes:
    """Return a record's bytes: a header, with a digest of the rest of the record, then the change as JSON.

    ValueError for a change of 4 GB or more.
    """
    payload = msgspec.json.encode(change)
    if len(payload) >= _LARGEST:
        raise ValueError("a change takes less than 4 GB")
    unchecked = _HEADER.pack(MAGIC, len(payload), sequence, schema, base, b"")[:_CHECKED]
    return b"".join((unchecked, digest_of(unchecked, payload), payload))


def scan_records(data: bytes) -> ScanResult:
    """Return the whole records in a journal's bytes, and where the bytes are none; raises nothing."""
    records: list[Record] = []
    damaged: list[tuple[int, int]] = []
    whole = 0
    for record in _records_in(data):
        if record.start > whole:
            damaged.append((whole, record.start))
        records.append(record)
        whole = record.end
    return ScanResult(tuple(records), tuple(damaged), whole)


def applied(tables: Mapping[str, Mapping[str, msgspec.Raw]], changes: Iterable[Change]) -> Tables:
    """Return the tables after the changes; those given stay as they are."""
    after = {name: dict(table) for name, table in tables.items()}
    for change in changes:
        apply(after, change)
    return after


def apply(tables: Tables, change: Change) -> None:
    """Put, remove and drop in the tables, in place, what the change says."""
    for name in change.dropped:
        tables.pop(name, None)
    for name, documents in change.tables.items():
        table = tables.setdefault(name, {})
        for doc_id, document in documents.items():
            if document == REMOVED:
                table.pop(doc_id, None)
            else:
                table[doc_id] = document


def _records_in(data: bytes) -> Iterator[Record]:
    at = 0
    while (at := data.find(MAGIC, at)) >= 0:
        record = _record_at(data, at)
        if record is not None:
            yield record
        at = at + 1 if record is None else record.end


def _record_at(data: bytes, start: int) -> Record | None:
    if start + HEADER_SIZE > len(data):
        return None
    _, length, sequence, schema, base, check = _HEADER.unpack_from(data, start)
    whole = data[start : start + HEADER_SIZE + length]
    header, payload = memoryview(whole)[:_CHECKED], memoryview(whole)[HEADER_SIZE:]
    if len(payload) < length or digest_of(header, payload) != check:
        return None
    return Record(sequence, schema, base, start, whole)
