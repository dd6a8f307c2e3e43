"""One backup: a zip of the library as any TinyDB opens it, and of what it must hold."""

import datetime as dt
import hashlib
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from planner.store.contents import LibraryCounts
from planner.store.errors import BackupNotOpened, LibraryDamaged, LibraryTooNew
from planner.store.snapshot import Snapshot, tables_of
from planner.translation import _

LIBRARY = "library.json"
MANIFEST = "manifest.json"
FORMAT = "front-foot-backup"
_PIECE = 1 << 20

LARGEST = {MANIFEST: 1 << 16, LIBRARY: 1 << 30}
"""So many bytes a member may have, unpacked: of a library some 80,000 plans as large as the sample."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest in a backup: when and why it was made, and how much its library holds.

    `plans` are those outside the trash, `sha256` is the digest of the library file in it.
    """

    format: str = FORMAT
    taken: dt.datetime
    reason: str
    plans: int
    in_trash: int
    clients: int
    sha256: str
    """Of library.json."""


_MANIFEST = msgspec.json.Decoder(Manifest)


def packed(pieces: Iterable[bytes], counts: LibraryCounts, *, taken: dt.datetime, reason: str) -> bytes:
    """Return the bytes of a backup, a zip: the library file, given in pieces, and its manifest.

    Each piece is packed by itself, so that no step takes long. `taken` and `reason` go into the manifest.
    """
    import zipfile  # noqa: PLC0415 -- 5 ms the window's start must not pay

    buffer, digest = io.BytesIO(), hashlib.sha256()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(LIBRARY, taken.timetuple()[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as member:
            for piece in pieces:
                digest.update(piece)
                member.write(piece)
        manifest = Manifest(
            taken=taken,
            reason=reason,
            plans=counts.plans,
            in_trash=counts.in_trash,
            clients=counts.clients,
            sha256=digest.hexdigest(),
        )
        archive.writestr(zipfile.ZipInfo(MANIFEST, taken.timetuple()[:6]), msgspec.json.encode(manifest))
    return buffer.getvalue()


def manifest_of(path: Path) -> Manifest:
    """Return a backup's manifest without reading its library; BackupNotOpened."""
    return _manifest(b"".join(_member(path, MANIFEST)), path)


def library_in(path: Path) -> bytes:
    """Return the library file in a backup, byte for byte as it was put in; BackupNotOpened."""
    return b"".join(_checked(path))


def verify_backup(path: Path) -> None:
    """Read a backup's library through; BackupNotOpened if it cannot be, or has not the manifest's digest."""
    for _piece in _checked(path):
        pass


def opened(path: Path) -> Snapshot:
    """Return the library in a backup.

    BackupNotOpened, also if it does not hold exactly as many plans and clients as the manifest says.
    """
    manifest = manifest_of(path)
    try:
        snapshot = Snapshot(tables_of(library_in(path), path), path)
    except LibraryTooNew as error:
        raise BackupNotOpened(path, _("a newer Front Foot made it")) from error
    except LibraryDamaged as error:
        raise BackupNotOpened(path, error.what) from error
    if snapshot.contents.counts != LibraryCounts(manifest.plans, manifest.in_trash, manifest.clients):
        raise BackupNotOpened(path, _("it does not hold as many plans and clients as it says"))
    return snapshot


def _checked(path: Path) -> Iterator[bytes]:
    """Yield the library file in a backup piece by piece; BackupNotOpened, at the end, if it is another."""
    digest = hashlib.sha256()
    for piece in _member(path, LIBRARY):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != manifest_of(path).sha256:
        raise BackupNotOpened(path, _("the library in it is not the one that was backed up"))


def _member(path: Path, name: str) -> Iterator[bytes]:
    import zipfile  # noqa: PLC0415 -- as above

    try:
        with zipfile.ZipFile(path) as archive:
            _check_size(path, name, archive.getinfo(name).file_size)
            with archive.open(name) as member:  # gives no more than the size that was declared
                while piece := member.read(_PIECE):
                    yield piece
    except OSError as error:
        raise BackupNotOpened(path, error.strerror or _("the system gave no reason")) from error
    except KeyError as error:
        raise BackupNotOpened(path, _("there is no {name} in it").format(name=name)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BackupNotOpened(path, _("it is not a zip file, or a damaged one")) from error


def _check_size(path: Path, name: str, size: int) -> None:
    """BackupNotOpened if a member says that it is larger, unpacked, than it may be."""
    if size > LARGEST[name]:
        raise BackupNotOpened(
            path,
            _("its {name} would be {size:,} bytes, and no more than {largest:,} are unpacked").format(
                name=name, size=size, largest=LARGEST[name]
            ),
        )


def _manifest(data: bytes, path: Path) -> Manifest:
    try:
        manifest = _MANIFEST.decode(data)
    except msgspec.DecodeError as error:
        raise BackupNotOpened(path, _("its {name} cannot be read").format(name=MANIFEST)) from error
    if manifest.format != FORMAT:
        raise BackupNotOpened(path, _("it is a zip file of something else"))
    return manifest
