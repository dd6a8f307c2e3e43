"""One backup: a zip of the library as any TinyDB opens it, and of what it must hold."""

import datetime as dt
import hashlib
import io
import zlib
from pathlib import Path

import msgspec

from planner.store.errors import BackupNotOpened, LibraryDamaged, LibraryTooNew
from planner.store.snapshot import Snapshot, tables_of

LIBRARY = "library.json"
MANIFEST = "manifest.json"
FORMAT = "front-foot-backup"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a backup says of itself: when and why it was made, what its library holds."""

    format: str = FORMAT
    taken: dt.datetime
    reason: str
    plans: int
    in_trash: int
    clients: int
    sha256: str
    """Of library.json."""


_MANIFEST = msgspec.json.Decoder(Manifest)


def packed(library_file: bytes, *, taken: dt.datetime, reason: str, path: Path) -> bytes:
    """Return a backup of a library file; LibraryDamaged or LibraryTooNew names the path."""
    contents = Snapshot(tables_of(library_file, path), path).contents
    manifest = Manifest(
        taken=taken,
        reason=reason,
        plans=len(contents.listed),
        in_trash=len(contents.plans) - len(contents.listed),
        clients=len(contents.clients),
        sha256=hashlib.sha256(library_file).hexdigest(),
    )
    import zipfile  # noqa: PLC0415 -- 5 ms the window's start must not pay

    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in ((MANIFEST, msgspec.json.encode(manifest)), (LIBRARY, library_file)):
            archive.writestr(zipfile.ZipInfo(name, taken.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def manifest_of(path: Path) -> Manifest:
    """Return what a backup says of itself, without reading the rest; BackupNotOpened."""
    return _manifest(_member(path, MANIFEST), path)


def library_in(path: Path) -> bytes:
    """Return the library file in a backup, as it was to the byte; BackupNotOpened."""
    manifest = manifest_of(path)
    library_file = _member(path, LIBRARY)
    if hashlib.sha256(library_file).hexdigest() != manifest.sha256:
        raise BackupNotOpened(path, "its library is not the one that was put in")
    return library_file


def opened(path: Path) -> Snapshot:
    """Return the library in a backup, every plan it promises found; BackupNotOpened."""
    try:
        snapshot = Snapshot(tables_of(library_in(path), path), path)
    except LibraryTooNew as error:
        raise BackupNotOpened(path, "a newer Front Foot made it") from error
    except LibraryDamaged as error:
        raise BackupNotOpened(path, error.what) from error
    manifest, contents = manifest_of(path), snapshot.contents
    promised = (manifest.plans, manifest.in_trash, manifest.clients)
    listed = len(contents.listed)
    if (listed, len(contents.plans) - listed, len(contents.clients)) != promised:
        raise BackupNotOpened(path, "it does not hold as many plans and clients as it says")
    return snapshot


def _member(path: Path, name: str) -> bytes:
    import zipfile  # noqa: PLC0415 -- as above

    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    except OSError as error:
        raise BackupNotOpened(path, error.strerror or "the system gave no reason") from error
    except KeyError as error:
        raise BackupNotOpened(path, f"there is no {name} in it") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BackupNotOpened(path, "it is no zip file, or a damaged one") from error


def _manifest(data: bytes, path: Path) -> Manifest:
    try:
        manifest = _MANIFEST.decode(data)
    except msgspec.DecodeError as error:
        raise BackupNotOpened(path, f"its {MANIFEST} cannot be read") from error
    if manifest.format != FORMAT:
        raise BackupNotOpened(path, "it is a zip file of something else")
    return manifest
