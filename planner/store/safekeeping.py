"""What keeps a library safe, in one place for the window and the command line."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import msgspec

from planner.model.ids import new_id
from planner.model.library_values import (
    Backup,
    BroughtIn,
    Erasure,
    LibraryCopy,
    MergedClients,
    Missed,
    TrashedPlan,
    Version,
)
from planner.model.plan import Preparation
from planner.store.backup_file import opened
from planner.store.backups import Backups
from planner.store.bringing_in import Copies, CopyInside
from planner.store.erasing import removal_of
from planner.store.errors import BackupNotMade, BackupNotOpened, LibraryNotWritten
from planner.store.library import Library
from planner.store.lost import FRESH_START, buried_by, missed_by
from planner.store.snapshot import Snapshot
from planner.store.trash import expired
from planner.translation import N_, _
from planner.wording.lists import sentences

DAYS_AFTER_ERASING = 7
"""So long the backup stays that is made before something is erased."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Safekeeping:
    """The backups of an open library, its trash and the earlier versions of its plans.

    Every method may be called from any thread, and takes as long as reading or writing files does.
    """

    def __init__(self, library: Library, backups: Backups) -> None:
        self._library = library
        self._backups = backups
        self._copies = Copies(library, backups, _now)
        self._missed: Missed | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library, in sentences."""
        return self._library.notices

    @property
    def folder(self) -> Path:
        """The folder the backups are in; it may not exist yet."""
        return self._backups.folder

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups from now on into this library's own folder under `folder`; None: the usual place.

        Earlier backups stay where they are. BackupNotMade if the folder cannot be written to.
        """
        self._backups.choose_folder(folder)

    def backups(self) -> list[Backup]:
        """Return the backups, newest first, those that do not open among them."""
        return self._backups.backups()

    def open(self, path: Path) -> Snapshot:
        """Return what is in a backup, to be looked at; BackupNotOpened."""
        return opened(path)

    def back_up(self, reason: str = N_("on demand")) -> Backup:
        """Make a backup now, thin the others, and return it; BackupNotMade."""
        with self._library.taking_turns:
            backup = self._backups.make_of(*self._library.as_file(), reason)
            self._backups.thin()
        return backup

    def restore(self, path: Path) -> Backup:
        """Put a backup in the library's place and return the backup made of the library before.

        BackupNotOpened, BackupNotMade or LibraryNotWritten: the library is as it was.
        """
        snapshot = opened(path)
        with self._library.taking_turns:
            before = self._backups.make_of(*self._library.as_file(), N_("before a restore"))
            self._library.replace(snapshot)
            self._missed = None
        return before

    def merge_clients(self, kept_id: str, other_id: str) -> MergedClients:
        """Make two clients one, as `Library.merge_clients` does, after a backup, which is named.

        BackupNotMade, SameClient, LibraryDamaged or LibraryNotWritten: the library is as it was.
        """
        with self._library.taking_turns:
            before = self._backups.make_of(*self._library.as_file(), N_("before two clients were merged"))
            merged = self._library.merge_clients(kept_id, other_id)
        return msgspec.structs.replace(merged, backup=before.path)

    def what_would_go(self, client_id: str, contact_id: str = "") -> Erasure:
        """Return what `erase` would erase of a client, or of one contact, and the backups that hold it."""
        erasure = self._library.what_would_go(client_id, contact_id)
        backups = tuple(self.backups_holding(client_id, contact_id))
        return msgspec.structs.replace(erasure, backups=backups)

    def erase(self, client_id: str, contact_id: str = "") -> Erasure:
        """Erase a client with all that is theirs, or one of its contacts, as `Library.erase` does.

        A backup is made before, which goes by itself after seven days; `begin_afresh` follows if the library
        is empty after that. Returns what went, and every backup that still holds it, that one too.
        BackupNotMade or LibraryNotWritten: nothing was erased.
        """
        with self._library.taking_turns:
            if self._library.is_read_only:
                raise LibraryNotWritten(_("The library was opened for reading only. Nothing was erased."))
            before = self._backups.make_of(
                *self._library.as_file(), N_("before something was erased"), days=DAYS_AFTER_ERASING
            )
            try:
                erasure = self._library.erase(client_id, contact_id)
            except LibraryNotWritten:
                before.path.unlink(missing_ok=True)
                raise
            if not self._library.holds_anything:
                erasure = self._with_fresh_start(erasure)
            backups = tuple(self.backups_holding(client_id, contact_id))
        return msgspec.structs.replace(erasure, backups=backups)

    def _with_fresh_start(self, erasure: Erasure) -> Erasure:
        """Have what was erased not be missed, and offered again, in a library that is empty now."""
        try:
            self.begin_afresh()
        except BackupNotMade as error:
            problem = sentences((erasure.problem, str(error)))
            return msgspec.structs.replace(erasure, problem=problem)
        return erasure

    def backups_holding(self, client_id: str, contact_id: str = "") -> list[Backup]:
        """Return the backups that hold a client, or one of its contacts, newest first; takes long.

        Those that cannot be opened are among them: they may. All folders are looked into that this library's
        backups have been in.
        """
        return [
            backup for backup in self._backups.everywhere() if _may_hold(backup.path, client_id, contact_id)
        ]

    def delete_backups(self, paths: Iterable[Path]) -> None:
        """Delete backups of this library for good; BackupNotDeleted."""
        with self._library.taking_turns:
            self._backups.delete(paths)

    def restore_copy(self, preparation: Preparation) -> str:
        """Add a plan as it stands in a backup or an earlier version, under a new id; return the id.

        "(restored)" is added to its title. Its client is the one here, if there is one of that id.
        LibraryNotWritten.
        """
        here = (client for client in self._library.clients() if client.id == preparation.client.id)
        call = preparation.plan.call
        title = _("{title} (restored)").format(title=call.title) if call.title else _("(restored)")
        plan = msgspec.structs.replace(
            preparation.plan, id=new_id(), call=msgspec.structs.replace(call, title=title)
        )
        self._library.add([Preparation(client=next(here, preparation.client), plan=plan)])
        return plan.id

    def copies(self) -> list[LibraryCopy]:
        """Return the other copies that lie beside the library, those that do not open among them."""
        return self._copies.listed()

    def open_copy(self, path: Path) -> CopyInside:
        """Return what is in another copy, compared with the library.

        LibraryNotOpened, LibraryDamaged or LibraryTooNew.
        """
        return self._copies.open(path)

    def bring_in(self, path: Path, plan_id: str | None = None) -> BroughtIn:
        """Bring another copy into the library, or one plan of it; put a whole one away if all could be read.

        Nothing of either is lost, see `planner.store.merging`; a backup is made before. A PlannerError,
        and the library is as it was.
        """
        with self._library.taking_turns:
            return self._copies.bring_in(path, plan_id)

    def put_away(self, path: Path) -> Path:
        """Rename another copy so that it is not offered any more, and return its new path; FileNotWritten."""
        return self._copies.put_away(path)

    def versions(self, plan_id: str) -> list[Version]:
        """Return the earlier versions of a plan, newest first."""
        return self._library.history.versions(plan_id)

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        """Return a plan with its client as they stood until `replaced`; NoSuchPlan or LibraryDamaged."""
        return self._library.history.preparation(plan_id, replaced)

    def trash(self) -> list[TrashedPlan]:
        """Return the plans in the trash, those deleted last first."""
        return self._library.trash()

    def empty_trash(self) -> None:
        """Remove every plan in the trash for good; LibraryNotWritten."""
        self._library.remove([plan.id for plan in self._library.trash()])

    def keep_house(self, today: dt.date) -> tuple[str, ...]:
        """Remove the plans that were in the trash long enough, after a backup; set `missed`.

        A backup is also made if the last one is over a day old, but none of a library that holds nothing. No
        plan is removed if the backup fails or the library is read-only. Backups whose day to go has come are
        deleted. While a former library is `missed`, none of this is done. Returns in a sentence why a backup
        was not made, else (). LibraryNotWritten.
        """
        with self._library.taking_turns:
            return self._keep_house(today)

    def _keep_house(self, today: dt.date) -> tuple[str, ...]:
        trash = self._library.trash()
        expired_plans = [] if self._library.is_read_only else expired(trash, today)
        is_due = self._backups.is_due()
        self._missed = (buried_by if is_due else missed_by)(self._library, self._backups)
        if self._missed is not None:
            return ()
        try:
            if self._library.holds_anything and (expired_plans or is_due):
                self.back_up(N_("at start"))
        except BackupNotMade as error:
            return (str(error),)
        finally:
            self._backups.drop_expired()  # whatever fails: what was erased must not outlive its days
        if expired_plans:
            self._library.remove([plan.id for plan in expired_plans])
        return ()

    @property
    def missed(self) -> Missed | None:
        """The backup of a former library that this one should hold, as `keep_house` found it, or None."""
        return self._missed

    def begin_afresh(self) -> None:
        """Stop missing what was backed up before, by a backup that marks a fresh start; BackupNotMade.

        The earlier backups stay where they are.
        """
        with self._library.taking_turns:
            self._backups.make_of(*self._library.as_file(), FRESH_START)
            self._missed = None


def _may_hold(path: Path, client_id: str, contact_id: str) -> bool:
    try:
        return removal_of(opened(path).tables, client_id, contact_id, path).is_needed
    except BackupNotOpened:
        return True
