"""What keeps a library safe, in one place for the window and the command line."""

import datetime as dt
from pathlib import Path

import msgspec

from planner.model.plan import Preparation, new_id
from planner.store.backup_file import opened
from planner.store.backups import Backup, Backups
from planner.store.errors import BackupNotMade
from planner.store.history import Version
from planner.store.library import Library
from planner.store.snapshot import Snapshot
from planner.store.trash import TrashedPlan, expired


class Safekeeping:
    """The backups of an open library, its trash and the earlier versions of its plans.

    Every method may be called from any thread, and takes as long as reading or writing files does.
    """

    def __init__(self, library: Library, backups: Backups) -> None:
        self._library = library
        self._backups = backups

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library, in sentences."""
        return self._library.notices

    @property
    def folder(self) -> Path:
        """The folder the backups are in; it may not exist yet."""
        return self._backups.folder

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups into another folder from now on, None for the usual place; BackupNotMade."""
        self._backups.choose_folder(folder)

    def backups(self) -> list[Backup]:
        """Return the backups, newest first, those that do not open among them."""
        return self._backups.backups()

    def open(self, path: Path) -> Snapshot:
        """Return what is in a backup, to be looked at; BackupNotOpened."""
        return opened(path)

    def back_up(self, reason: str = "on demand") -> Backup:
        """Make a backup now, thin the others, and return it; BackupNotMade."""
        backup = self._backups.make_of(*self._library.as_file(), reason)
        self._backups.thin()
        return backup

    def restore(self, path: Path) -> Backup:
        """Put a backup in the library's place and return the backup made of the library before.

        BackupNotOpened, BackupNotMade or LibraryNotWritten: the library is as it was.
        """
        snapshot = opened(path)
        before = self._backups.make_of(*self._library.as_file(), "before a restore")
        self._library.replace(snapshot)
        return before

    def restore_copy(self, preparation: Preparation) -> str:
        """Add a plan as it stands in a backup or an earlier version, under a new id; return that.

        Its client is the one here, if there is one of that id. LibraryNotWritten.
        """
        here = (client for client in self._library.clients() if client.id == preparation.client.id)
        call = preparation.plan.call
        title = f"{call.title} (restored)" if call.title else "(restored)"
        plan = msgspec.structs.replace(
            preparation.plan, id=new_id(), call=msgspec.structs.replace(call, title=title)
        )
        self._library.add([Preparation(client=next(here, preparation.client), plan=plan)])
        return plan.id

    def versions(self, plan_id: str) -> list[Version]:
        """Return the earlier versions of a plan, newest first."""
        return self._library.history.versions(plan_id)

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        """Return a plan with its client as they stood until they were replaced; LibraryDamaged."""
        return self._library.history.preparation(plan_id, replaced)

    def trash(self) -> list[TrashedPlan]:
        """Return the plans in the trash, those deleted last first."""
        return self._library.trash()

    def empty_trash(self) -> None:
        """Remove every plan in the trash for good; LibraryNotWritten."""
        self._library.remove([plan.id for plan in self._library.trash()])

    def keep_house(self, today: dt.date) -> tuple[str, ...]:
        """Back up if the last backup is over a day old, and remove what was in the trash long enough.

        Nothing is removed without a backup. What could not be done is returned, in sentences.
        """
        trash = self._library.trash()
        gone = [] if self._library.is_read_only else expired(trash, today)
        if not trash and not self._library.summaries():
            return self._missed()
        try:
            if gone or self._backups.is_due():
                self.back_up("at start")
        except BackupNotMade as error:
            return (str(error),)
        if gone:
            self._library.remove([plan.id for plan in gone])
        return ()

    def _missed(self) -> tuple[str, ...]:
        """Return what to tell if an empty library has a backup that is not."""
        full = next((backup for backup in self._backups.backups() if backup.plans), None)
        if full is None:
            return ()
        taken = f"{full.taken.astimezone():%Y-%m-%d %H:%M}"
        return (f"The library is empty, but there is a backup of {taken} with {full.plans:,} plans.",)
