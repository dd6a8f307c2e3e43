"""What the desktop is handed to keep the library safe: backups, trash, earlier versions."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

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
from planner.model.plan_summary import PlanSummary


class OpenedBackup(Protocol):
    """What is in a backup, to be looked at."""

    def summaries(self) -> Sequence[PlanSummary]:
        """Return every plan outside the trash, sorted by id."""

    def preparation(self, plan_id: str) -> Preparation:
        """Return the plan with its client."""


class OpenedCopy(Protocol):
    """What is in another copy of the library, to be looked at."""

    @property
    def compared(self) -> Mapping[str, str]:
        """How each plan compares with the one here, in words, by plan id."""

    def summaries(self) -> Sequence[PlanSummary]:
        """Return every plan outside the trash: first those that differ from the ones here, then the others.

        Within each group they are in the order of the list of plans.
        """


class LibraryCare(Protocol):
    """All that keeps the library safe. May take long and raise a PlannerError, on any thread."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library, in sentences."""

    @property
    def folder(self) -> Path:
        """The folder the backups are in."""

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups from now on into this library's own folder under `folder`; None: the usual place."""

    def backups(self) -> Sequence[Backup]:
        """Return the backups, newest first, those that do not open among them."""

    def open(self, path: Path) -> OpenedBackup:
        """Return what is in a backup."""

    def back_up(self) -> Backup:
        """Make a backup now, thin the others, and return it."""

    def restore(self, path: Path) -> Backup:
        """Put a backup in the library's place; return the backup made of the library before."""

    def merge_clients(self, kept_id: str, other_id: str) -> MergedClients:
        """Make two clients one, after a backup: all that the other has becomes the kept one's."""

    def what_would_go(self, client_id: str, contact_id: str = "") -> Erasure:
        """Return what `erase` would erase, and what would be left, the backups that hold it too."""

    def erase(self, client_id: str, contact_id: str = "") -> Erasure:
        """Erase a client with all that is theirs, or one of its contacts; return what went.

        What is open of the client must be closed before. The backup made before goes after seven days.
        """

    def backups_holding(self, client_id: str, contact_id: str = "") -> Sequence[Backup]:
        """Return the backups that hold a client or contact, newest first, and those that do not open."""

    def delete_backups(self, paths: Iterable[Path]) -> None:
        """Delete backups for good."""

    def restore_copy(self, preparation: Preparation) -> str:
        """Add a plan under a new id, with "(restored)" behind its title, and return the id."""

    def copies(self) -> Sequence[LibraryCopy]:
        """Return the other copies of the library in its folder, those that do not open among them."""

    def open_copy(self, path: Path) -> OpenedCopy:
        """Return what is in another copy."""

    def bring_in(self, path: Path, plan_id: str | None = None) -> BroughtIn:
        """Bring all of another copy into the library and put the copy away.

        With `plan_id` bring in that plan alone, and leave the copy where it is.
        """

    def put_away(self, path: Path) -> Path:
        """Rename another copy so that it is not offered any more, bring nothing in; return its new path."""

    def versions(self, plan_id: str) -> Sequence[Version]:
        """Return the earlier versions of a plan, newest first."""

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        """Return a plan with its client as they stood until the moment `replaced`."""

    def trash(self) -> Sequence[TrashedPlan]:
        """Return the plans in the trash, those deleted last first."""

    def empty_trash(self) -> None:
        """Remove every plan in the trash for good."""

    def keep_house(self, today: dt.date) -> tuple[str, ...]:
        """Back up if that is due, or if plans were in the trash long enough: these are removed then.

        Backups whose day to go has come are deleted. Returns in a sentence why a backup was not made, and no
        plan is removed then; else (). While a former library is `missed`, which is found out first, nothing
        of this is done.
        """

    @property
    def missed(self) -> Missed | None:
        """The backup of a former library that this one should hold; None if `keep_house` found none."""

    def begin_afresh(self) -> None:
        """Back this library up as a new one: `missed` is None then. Earlier backups stay where they are."""
