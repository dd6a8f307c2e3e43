"""The library file: TinyDB's own JSON format, one document a line."""

import datetime as dt
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from planner.files import reason_of
from planner.store.changes import Tables
from planner.store.errors import LibraryDamaged, LibraryNotOpened

_DECODER = msgspec.json.Decoder(Tables)
_CHUNK = 1 << 20


def read_if_there(path: Path) -> bytes:
    """Return the file's bytes, none if there is no file; LibraryNotOpened."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise LibraryNotOpened(path, reason_of(error)) from error


def tables_in(data: bytes, path: Path) -> Tables:
    """Return the tables in a library file's bytes; LibraryDamaged names the path.

    Documents are slices of these bytes, which live on as long as one of them is unchanged.
    """
    if not data.strip():
        return {}  # TinyDB itself makes an empty file of a library not yet written
    try:
        return _DECODER.decode(data)
    except msgspec.ValidationError as error:
        raise LibraryDamaged(path, f"it is no TinyDB file ({error})") from error
    except msgspec.DecodeError as error:
        raise LibraryDamaged(path, f"it is no JSON ({error})") from error


def file_of(tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> Iterator[bytes]:
    """Yield the tables as a TinyDB file, in pieces of about a megabyte."""
    piece: list[bytes | msgspec.Raw] = []
    size = 0
    for part in _parts(tables):
        piece.append(part)
        size += len(memoryview(part))
        if size > _CHUNK:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)


def path_of_copy(path: Path, today: dt.date) -> Path:
    """Return an unused name beside a library file, for another copy of it made on this computer."""
    host = re.sub(r"[^\w-]+", "-", platform.node())[:40] or "this computer"
    name = f"{path.stem} (other copy {host} {today.isoformat()}"
    names = (f"{name}{number})" for number in ("", *(f" {count}" for count in range(2, 1_000))))
    return next(one for one in (path.with_name(f"{name}{path.suffix}") for name in names) if not one.exists())


def copies_beside(path: Path) -> list[Path]:
    """Return the other copies of a library file that lie beside it."""
    pattern = re.compile(rf"{re.escape(path.stem)} \(other copy .*\){re.escape(path.suffix)}")
    names = path.parent.iterdir() if path.parent.is_dir() else ()
    return sorted(one for one in names if pattern.fullmatch(one.name))


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
    yield b"\n}\n" if tables else b"{}\n"
