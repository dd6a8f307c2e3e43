"""What a library says of itself: its backups, other copies of it, earlier versions, the trash."""

import datetime as dt
from pathlib import Path

import msgspec

KEPT_IN_TRASH = dt.timedelta(days=30)
"""So long a deleted plan can be brought back."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A backup in the folder of backups; `plans` is None if it cannot be opened, and `problem` says why.

    `taken` is when it was made, with zone; `size` is in bytes; `plans` leaves out those `in_trash`. `reason`
    says why it was made, such as `at start`.
    """

    path: Path
    taken: dt.datetime
    size: int
    plans: int | None = None
    in_trash: int = 0
    clients: int = 0
    reason: str = ""
    problem: str = ""

    @property
    def opens(self) -> bool:
        """Whether it can be opened."""
        return self.plans is not None


class Missed(msgspec.Struct, frozen=True):
    """The backup whose plans a library should hold, and what is missed, in a sentence."""

    backup: Backup
    told: str


class LibraryCopy(msgspec.Struct, frozen=True):
    """A copy beside the library; `plans` is None if it cannot be opened, and `problem` says why.

    `changed` is when that was last, with zone; `size` is in bytes.
    """

    path: Path
    changed: dt.datetime
    size: int
    plans: int | None
    problem: str = ""


class BroughtIn(msgspec.Struct, frozen=True):
    """What became of a copy's plans, and of the copy: where its files are kept now, or why they stay.

    Of its plans so many were `added`; of those that differed so many were `taken` as they stand there, and
    so many `kept` as they stand here. `unread` names what could not be read.
    """

    name: str
    added: int
    taken: int
    kept: int
    unread: tuple[str, ...] = ()
    put_away: tuple[Path, ...] = ()
    problem: str = ""


class Version(msgspec.Struct, frozen=True):
    """An earlier version of a plan: how it stood until it was changed at the moment `replaced` (UTC).

    `doc_id` is that of its document in the library.
    """

    doc_id: str
    plan_id: str
    replaced: dt.datetime


class TrashedPlan(msgspec.Struct, frozen=True):
    """A plan in the trash and the day it was put there; `client` is the client's name."""

    id: str
    client: str
    title: str
    deleted_on: dt.date

    @property
    def goes_on(self) -> dt.date:
        """The first day on which it is taken out for good."""
        return self.deleted_on + KEPT_IN_TRASH
