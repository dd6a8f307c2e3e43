"""The library file: TinyDB's own JSON format, one document a line."""

import contextlib
import datetime as dt
import hashlib
import os
import platform
import re
from collections.abc import Iterator, Mapping
from io import FileIO
from pathlib import Path

import msgspec

from planner.platform.files import reason_not_read
from planner.store.decoding_problem import decoding_problem
from planner.store.errors import LibraryDamaged, LibraryNotOpened
from planner.store.journal_record import NO_FILE, Tables
from planner.translation import _

_DECODER = msgspec.json.Decoder(Tables)
_CHUNK = 1 << 20

FileBytes = bytes | memoryview
"""What a file holds; a large library's is a read-only view of memory in huge pages."""

_HUGE_PAGE = 2 << 20
_LARGE = 2 * _HUGE_PAGE
"""From so many bytes on, a file is read into huge pages."""

_EMPTY_AT_MOST = 64
"""No library with a plan in it is as short as that, in bytes."""

CHECKSUM_TABLE = "seal"
"""The table that holds a library file's digest."""

_CHECKSUM_START = b',\n"seal": {\n"1": {"sha256":"'
_CHECKSUM_END = b'"}\n}\n}\n'
_DIGEST_SIZE = 64
_CHECKSUM_WITHIN = 200
"""So near its end a file of ours names its checksum, whatever has become of it."""


Stamp = tuple[int, int, int, int]
"""Device, inode, size and time of change of a file: another file at the same path has another."""

NO_STAMP: Stamp = (0, 0, 0, 0)
"""Where there is no file."""


def stamp_of(stat: os.stat_result) -> Stamp:
    """Return the stamp in what the system says of a file."""
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns


def stamp_at(path: Path) -> Stamp:
    """Return the stamp of the file at the path, NO_STAMP if there is none; OSError."""
    try:
        return stamp_of(path.stat())
    except FileNotFoundError:
        return NO_STAMP


def stamped(path: Path) -> tuple[FileBytes, Stamp]:
    """Return the file's bytes and stamp, b"" and NO_STAMP if there is no file; LibraryNotOpened."""
    try:
        with path.open("rb", buffering=0) as file:
            stat = os.fstat(file.fileno())  # before reading: a change meanwhile is noticed later
            return _read_whole(file, stat.st_size), stamp_of(stat)
    except FileNotFoundError:
        return b"", NO_STAMP
    except OSError as error:
        raise LibraryNotOpened(path, reason_not_read(error)) from error


def _read_whole(file: FileIO, size: int) -> FileBytes:
    """Return all that is in a file of about this size; OSError."""
    if size < _LARGE:
        return file.readall()
    import mmap  # noqa: PLC0415 -- only where it pays

    if not hasattr(mmap, "MADV_HUGEPAGE"):
        return file.readall()
    # In a new process each 4 KB of memory cost a page fault when first written to: for 12 MB that took
    # longer than reading them. Where the system gives no huge pages, these are pages like all others.
    room = mmap.mmap(-1, (size // _HUGE_PAGE + 1) * _HUGE_PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    with contextlib.suppress(OSError):
        room.madvise(mmap.MADV_HUGEPAGE)
    view, end = memoryview(room), 0
    while count := file.readinto(view[end:]):
        end += count
    if end < len(view):
        return view[:end].toreadonly()
    file.seek(0)  # it grew meanwhile
    return file.readall()


def holds_nothing(path: Path) -> bool:
    """Whether a library file is missing, empty, or an empty object; OSError."""
    if stamp_at(path)[2] > _EMPTY_AT_MOST:
        return False
    try:
        return not path.read_bytes().strip(b"{} \t\r\n")
    except FileNotFoundError:
        return True


def read_if_there(path: Path) -> bytes:
    """Return the file's bytes, b"" if there is no file; LibraryNotOpened."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise LibraryNotOpened(path, reason_not_read(error)) from error


def tables_in(data: FileBytes, path: Path) -> Tables:
    """Return the tables in a library file's bytes, without the checksum's; {} if the bytes are blank.

    LibraryDamaged, naming the path, if they are no TinyDB file. Documents are slices of these bytes, which
    live on as long as one of them is unchanged.
    """
    if not data or (bytes(data[:1]).isspace() and bytes(data).isspace()):
        return {}  # TinyDB itself makes an empty file of a library not yet written
    try:
        tables = _DECODER.decode(data)
    except msgspec.ValidationError as error:
        raise LibraryDamaged(
            path, _("it is not a TinyDB file ({reason})").format(reason=decoding_problem(str(error)))
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LibraryDamaged(path, _no_json(error)) from error
    tables.pop(CHECKSUM_TABLE, None)
    return tables


def require_text(data: FileBytes, path: Path) -> None:
    """Check that the bytes are UTF-8, which decoding takes for granted; LibraryDamaged names the path."""
    try:
        str(data, "utf-8")
    except UnicodeDecodeError as error:
        raise LibraryDamaged(path, _no_json(error)) from error


def _no_json(error: Exception) -> str:
    return _("it is not JSON ({reason})").format(reason=decoding_problem(str(error)))


class Identity(msgspec.Struct, frozen=True):
    """Which library file some bytes are, by digests of 16 bytes: `whole` is that of all of them.

    `base` is the one a journal names; a journal of one of `kin` is a journal of this file before it
    was damaged. `is_as_written` is False after damage, or a change by another program; a file
    without a checksum is another program's, and taken as it is.
    """

    base: bytes
    kin: frozenset[bytes]
    whole: bytes
    is_as_written: bool


def identity_of(data: FileBytes) -> Identity:
    """Return which library file the bytes are."""
    if not data:
        return Identity(NO_FILE, frozenset([NO_FILE]), NO_FILE, is_as_written=True)
    before_checksum, end = memoryview(data)[:-_CHECKSUM_SIZE], bytes(data[-_CHECKSUM_SIZE:])
    digest = hashlib.sha256(before_checksum)
    checksum = digest.hexdigest()
    digest.update(end)
    whole = digest.digest()[:16]
    has_checksum = end == _checksum_trailer(checksum)
    is_ours = has_checksum or CHECKSUM_TABLE.encode() in bytes(data[-_CHECKSUM_WITHIN:])
    stated = base_of(end, whole)
    base = stated if has_checksum else whole
    kin = frozenset([base, stated, bytes.fromhex(checksum)[:16]])
    return Identity(base, kin, whole, is_as_written=has_checksum or not is_ours)


def base_of(last_piece: bytes, whole: bytes) -> bytes:
    """Return the digest by which a journal names a file: the one stated in its last piece, else `whole`."""
    stated = last_piece[len(_CHECKSUM_START) : -len(_CHECKSUM_END)]
    is_digest = len(stated) == _DIGEST_SIZE and not stated.strip(b"0123456789abcdef")
    if is_digest and last_piece == _CHECKSUM_START + stated + _CHECKSUM_END:
        return bytes.fromhex(stated.decode())[:16]
    return whole


def file_of(tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> Iterator[bytes]:
    """Yield the tables as a TinyDB file, in pieces of about a megabyte; `{}` if there are none.

    One more table comes last, which any TinyDB reads over: the digest of all before it.
    """
    checksum = hashlib.sha256()
    piece: list[bytes | msgspec.Raw] = []
    size = 0
    for part in _parts({name: table for name, table in tables.items() if name != CHECKSUM_TABLE}):
        piece.append(part)
        size += len(memoryview(part))
        if size > _CHUNK:
            checksum.update(whole := b"".join(piece))
            yield whole
            piece, size = [], 0
    checksum.update(whole := b"".join(piece))
    yield whole
    yield _checksum_trailer(checksum.hexdigest()) if tables else b"{}\n"


def path_of_copy(path: Path, today: dt.date) -> Path:
    """Return an unused name beside a library file, for another copy of it made on this computer."""
    host = re.sub(r"[^\w-]+", "-", platform.node())[:40] or "this computer"
    stem = re.sub(r" \(other copy .*\)$", "", path.stem)  # of a copy that was changed in its turn
    name = f"{stem} (other copy {host} {today.isoformat()}"
    names = (f"{name}{number})" for number in ("", *(f" {count}" for count in range(2, 1_000))))
    return next(
        copy for copy in (path.with_name(f"{name}{path.suffix}") for name in names) if not copy.exists()
    )


def journal_of(path: Path) -> Path:
    """Return where the journal of a library file is."""
    return path.with_suffix(".journal")


def _parts(tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> Iterator[bytes | msgspec.Raw]:
    for number, (name, table) in enumerate(tables.items()):
        yield b",\n" if number else b"{\n"
        yield msgspec.json.encode(name)
        yield b": {"
        for row, (doc_id, document) in enumerate(table.items()):
            yield b",\n" if row else b"\n"
            yield msgspec.json.encode(doc_id)
            yield b": "
            yield document
        yield b"\n}" if table else b"}"


def _checksum_trailer(digest: str) -> bytes:
    return _CHECKSUM_START + digest.encode() + _CHECKSUM_END


_CHECKSUM_SIZE = len(_checksum_trailer("0" * 64))
