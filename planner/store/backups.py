"""The backups of one library: made, checked, listed, thinned."""

import contextlib
import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from planner.model.library_values import Backup
from planner.platform.files import FileNotWritten, make_names_durable, reason_of, write_atomically
from planner.store.backup_file import manifest_of, opened, packed, verify_backup
from planner.store.contents import LibraryCounts
from planner.store.errors import BackupNotDeleted, BackupNotMade, BackupNotOpened, LibraryDamaged
from planner.store.retention_policy import retained
from planner.store.snapshot import Snapshot, tables_of
from planner.translation import _

BACKUPS_VARIABLE = "FRONT_FOOT_BACKUPS"
"""Names the folder under which every library's backups lie, in place of the usual one."""

A_DAY = dt.timedelta(days=1)
LONGEST_EXPIRY = dt.timedelta(days=14)

_NAME = re.compile(
    r"front-foot-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z)(?:-(\d+))?(?:-until-(\d{4}-\d{2}-\d{2}))?\.zip"
)
_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_LONGEST = 40
_ELSEWHERE = "elsewhere.json"
_FORMERLY = "formerly.json"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _home() -> Path:
    """Return the usual place. Its name is not the library's: elsewhere than on Linux it would be inside."""
    if named := os.environ.get(BACKUPS_VARIABLE):
        return Path(named)
    import platformdirs  # noqa: PLC0415 -- 20 ms that most commands do without

    return platformdirs.user_state_path("front-foot-backups", appauthor=False)


class Backups:
    """The backups of the library in the folder `library`, one zip file each.

    They lie in a folder of this library's own under `home` (None: the usual place), or under another folder
    that was chosen. The choice is noted under `home`, so that it is not lost with a damaged library.
    """

    def __init__(
        self, library: Path, *, home: Path | None = None, now: Callable[[], dt.datetime] = _now
    ) -> None:
        self._now = now
        self._key = _key(library)
        self._given_home = home

    @property
    def folder(self) -> Path:
        """The folder the backups of this library are in; it may not exist yet."""
        try:
            chosen = msgspec.json.decode((self._default / _ELSEWHERE).read_bytes(), type=str)
        except (OSError, msgspec.DecodeError):
            return self._default
        return Path(chosen) / self._key

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folder of this library's backups, that of the note that says where they are, and former ones.

        Usually one and the same, then given once. No other library uses them; any may not exist.
        """
        try:
            former = msgspec.json.decode((self._default / _FORMERLY).read_bytes(), type=list[str])
        except (OSError, msgspec.DecodeError):
            former = []
        return tuple(dict.fromkeys((self.folder, self._default, *map(Path, former))))

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups from now on into a folder of this library's own under `folder`; None: the usual place.

        Backups made before stay where they are. BackupNotMade if the folder cannot be written to.
        """
        note = self._default / _ELSEWHERE
        try:
            if folder is not None:
                _make(folder / self._key)
            self._remember_former()
            if folder is None:
                note.unlink(missing_ok=True)
                return
            _make(self._default)
            write_atomically(note, msgspec.json.encode(str(folder.absolute())))
        except (OSError, FileNotWritten) as error:
            raise BackupNotMade(_reason(error)) from error

    def backups(self) -> list[Backup]:
        """Return the backups in the folder, newest first, also unopenable ones; [] without a folder."""
        return _backups_in(self.folder)

    def everywhere(self) -> list[Backup]:
        """Return the backups in all folders this library has had, newest first, also unopenable ones."""
        found = [backup for folder in self.folders for backup in _backups_in(folder)]
        return sorted(found, key=_order, reverse=True)

    def make(self, library_file: bytes, reason: str) -> Backup:
        """Write a backup of a library file, read it back to check it, and return it; BackupNotMade."""
        path = Path("library.json")
        try:
            counts = Snapshot(tables_of(library_file, path), path).contents.counts
        except LibraryDamaged as error:
            raise BackupNotMade(_("the library is damaged: {what}.").format(what=error.what)) from error
        return self.make_of([library_file], counts, reason)

    def make_of(
        self, pieces: Iterable[bytes], counts: LibraryCounts, reason: str, *, days: int = 0
    ) -> Backup:
        """Write a backup of a library file that comes in pieces, check it, and return it; BackupNotMade.

        `counts` says what the file holds, which is not decoded. A backup that does not open is removed again.
        With `days` it is one that `drop_expired` deletes after so many; its name says when.
        """
        taken = self._now().astimezone(dt.UTC).replace(microsecond=0)
        folder = self.folder
        if not folder.is_relative_to(self._default) and not folder.parent.is_dir():
            raise BackupNotMade(
                _("there is no folder {folder}. Choose another one for backups.").format(folder=folder.parent)
            )
        try:
            _make(folder)
            path = _unused(folder, taken, days)
            write_atomically(path, packed(pieces, counts, taken=taken, reason=reason))
        except (OSError, FileNotWritten) as error:
            raise BackupNotMade(_reason(error)) from error
        try:
            verify_backup(path)
        except BackupNotOpened as error:
            path.unlink(missing_ok=True)
            raise BackupNotMade(_("{problem} It was removed.").format(problem=error)) from error
        return _backup(path)

    def is_due(self) -> bool:
        """Whether no backup that opens was made in the folder within the last 24 hours.

        Those with a day of their own to go do not count.
        """
        now = self._now()
        return not any(now - A_DAY < backup.taken <= now for backup in self._lasting())

    def thin(self) -> list[Path]:
        """Delete the backups in the folder that `retained` does not keep and return their paths.

        Unopenable ones stay. Those with a day of their own to go neither count nor go here.
        """
        backups = self._lasting()
        keeping = retained({backup.taken for backup in backups}, self._now())
        deleted = []
        for backup in backups:
            if backup.taken not in keeping:
                with contextlib.suppress(OSError):  # it does no harm, and goes another time
                    backup.path.unlink(missing_ok=True)
                    deleted.append(backup.path)
        return deleted

    def drop_expired(self) -> None:
        """Delete the backups whose day to go has come, from all folders, those that do not open too.

        One that would stay much longer than any is made for goes too: it was made by a clock that was wrong.
        """
        today = self._now().astimezone(dt.UTC).date()
        for backup in self.everywhere():
            if backup.goes_on is not None and not today < backup.goes_on <= today + LONGEST_EXPIRY:
                with contextlib.suppress(OSError):  # it goes another time
                    backup.path.unlink(missing_ok=True)

    def delete(self, paths: Iterable[Path]) -> None:
        """Delete backups of this library for good; BackupNotDeleted if a file is none, or stays."""
        ours = {backup.path for backup in self.everywhere()}
        for path in paths:
            if path not in ours:
                raise BackupNotDeleted(path, _("it is no backup of this library"))
            try:
                path.unlink(missing_ok=True)
                make_names_durable(path.parent)
            except OSError as error:
                raise BackupNotDeleted(path, reason_of(error)) from error

    def newest_good(self) -> tuple[Backup, Snapshot] | None:
        """Return the newest backup in the folder that opens, and what is in it; None if there is none.

        Those with a day of their own to go hold what was erased, and are passed over.
        """
        for backup in self.backups():
            if backup.goes_on is not None:
                continue
            try:
                return backup, opened(backup.path)
            except BackupNotOpened:
                continue
        return None

    @property
    def _default(self) -> Path:
        if self._given_home is None:
            self._given_home = _home()
        return self._given_home / self._key

    def _lasting(self) -> list[Backup]:
        """Return the backups that open and have no day of their own to go."""
        return [backup for backup in self.backups() if backup.opens and backup.goes_on is None]

    def _remember_former(self) -> None:
        """Note the folder of now as one that may hold backups; OSError or FileNotWritten."""
        if self.folder == self._default or not self.folder.is_dir():
            return
        former = [str(folder) for folder in self.folders if folder != self._default]
        _make(self._default)
        write_atomically(self._default / _FORMERLY, msgspec.json.encode(former))


def _key(library: Path) -> str:
    """Return a folder name for the library's: its own, told apart from others of the same name."""
    place = library.absolute().resolve()
    return f"{place.name[:_LONGEST] or 'library'}-{hashlib.sha256(str(place).encode()).hexdigest()[:8]}"


def _backups_in(folder: Path) -> list[Backup]:
    try:
        files = list(folder.iterdir())
    except OSError:
        return []
    backups = []
    for path in files:
        if _NAME.fullmatch(path.name):
            with contextlib.suppress(FileNotFoundError):  # another program took it away this moment
                backups.append(_backup(path))
    return sorted(backups, key=_order, reverse=True)


def _backup(path: Path) -> Backup:
    match = _NAME.fullmatch(path.name)
    assert match is not None
    taken = dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=dt.UTC)
    goes_on = dt.date.fromisoformat(match[3]) if match[3] else None
    try:
        manifest = manifest_of(path)
    except BackupNotOpened as error:
        size, problem = path.stat().st_size, error.reason
        return Backup(path=path, taken=taken, size=size, problem=problem, goes_on=goes_on)
    return Backup(
        path=path,
        taken=taken,
        size=path.stat().st_size,
        plans=manifest.plans,
        in_trash=manifest.in_trash,
        clients=manifest.clients,
        reason=manifest.reason,
        goes_on=goes_on,
    )


def _order(backup: Backup) -> tuple[dt.datetime, int]:
    """Return the moment and, of several made in one second, which it was."""
    return backup.taken, _number(backup.path.name)


def _number(name: str) -> int:
    """Return which of the backups made in one second it is, by its name; 0 if it is no backup's."""
    match = _NAME.fullmatch(name)
    return int(match[2] or 1) if match else 0


def _unused(folder: Path, taken: dt.datetime, days: int) -> Path:
    """Return a name for a backup made now that no other has, with the day it goes on if it has one."""
    stamp = taken.strftime(_STAMP)
    until = f"-until-{taken.date() + dt.timedelta(days=days)}" if days else ""
    used = {_number(path.name) for path in folder.glob(f"front-foot-{stamp}*")}
    number = next(number for number in range(1, 1000) if number not in used)
    return folder / f"front-foot-{stamp}{'' if number == 1 else f'-{number}'}{until}.zip"


def _make(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _reason(error: OSError | FileNotWritten) -> str:
    return str(error) if isinstance(error, FileNotWritten) else f"{error.filename}: {error.strerror}."
