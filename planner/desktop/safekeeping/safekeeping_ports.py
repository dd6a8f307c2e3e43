"""What the desktop is handed to keep the library safe: backups, trash, earlier versions."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from planner.model.library_values import Backup, BroughtIn, LibraryCopy, Missed, TrashedPlan, Version
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary


class OpenedBackup(Protocol):
    """What is in a backup, to be looked at."""

    def summaries(self) -> Sequence[PlanSummary]:
        """Return every plan outside the trash, by id."""

    def preparation(self, plan_id: str) -> Preparation:
        """Return the plan with its client."""


class OpenedCopy(Protocol):
    """What is in another copy, to be looked at."""

    @property
    def compared(self) -> Mapping[str, str]:
        """How each plan compares with the one here, in words, by id."""

    def summaries(self) -> Sequence[PlanSummary]:
        """Return every plan outside the trash, those that are not the same here first; else the next call."""


class LibraryCare(Protocol):
    """All that keeps the library safe. May take long and raise a PlannerError, on any thread."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library, in sentences."""

    @property
    def folder(self) -> Path:
        """The folder the backups are in."""

    def choose_folder(self, folder: Path | None) -> None:
        """Put backups into another folder from now on, None for the usual place."""

    def backups(self) -> Sequence[Backup]:
        """Return the backups, newest first."""

    def open(self, path: Path) -> OpenedBackup:
        """Return what is in a backup."""

    def back_up(self) -> Backup:
        """Make a backup now, thin the others, and return it."""

    def restore(self, path: Path) -> Backup:
        """Put a backup in the library's place; return the backup made of the library before."""

    def restore_copy(self, preparation: Preparation) -> str:
        """Add a plan under a new id and return that."""

    def copies(self) -> Sequence[LibraryCopy]:
        """Return the other copies of the library that lie beside it."""

    def open_copy(self, path: Path) -> OpenedCopy:
        """Return what is in another copy."""

    def bring_in(self, path: Path, plan_id: str | None = None) -> BroughtIn:
        """Bring another copy into the library and put it away; or one of its plans alone."""

    def put_away(self, path: Path) -> Path:
        """Keep another copy under a name that is not offered any more, and return it."""

    def versions(self, plan_id: str) -> Sequence[Version]:
        """Return the earlier versions of a plan, newest first."""

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        """Return a plan with its client as they stood until they were replaced."""

    def trash(self) -> Sequence[TrashedPlan]:
        """Return the plans in the trash, those deleted last first."""

    def empty_trash(self) -> None:
        """Remove every plan in the trash for good."""

    def keep_house(self, today: dt.date) -> tuple[str, ...]:
        """Back up and purge what is due; return what could not be done, in sentences."""

    @property
    def missed(self) -> Missed | None:
        """The backup of a former library that this one should hold, as `keep_house` found it."""

    def begin_afresh(self) -> None:
        """Miss nothing of what was backed up before."""
