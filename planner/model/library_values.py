"""What a library says of itself: its backups, other copies of it, earlier versions, the trash."""

import datetime as dt
from pathlib import Path

import msgspec

KEPT_IN_TRASH = dt.timedelta(days=30)
"""So long a deleted plan can be brought back."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A backup file of the library, with the number of its plans, of plans in its trash, and of clients.

    `plans` leaves out those `in_trash`, and is None if the backup cannot be opened: `problem` then says why.
    `taken` is when it was made, with zone; `size` is in bytes; `reason`, such as `at start`, is why it was
    made. `goes_on` is the day from which it is removed by itself, None if it has none.
    """

    path: Path
    taken: dt.datetime
    size: int
    plans: int | None = None
    in_trash: int = 0
    clients: int = 0
    reason: str = ""
    problem: str = ""
    goes_on: dt.date | None = None

    @property
    def opens(self) -> bool:
        """Whether the backup can be opened."""
        return self.plans is not None


class ImportedPlan(msgspec.Struct, frozen=True):
    """A plan that came in from a plan file: its id, and `told`, a sentence with its name and how it came in.

    `plan_id` is "" for a client who came in alone, from a client file. `remarks` say
    what of it a person should look at.
    """

    plan_id: str
    told: str
    remarks: tuple[str, ...] = ()


class Missed(msgspec.Struct, frozen=True):
    """A backup with plans or clients of which the library holds nothing; `told` says so in a sentence."""

    backup: Backup
    told: str


class LibraryCopy(msgspec.Struct, frozen=True):
    """Another library file beside the library, such as one left by a synchronised folder.

    `changed` is when the file was last changed, with zone; `size` is in bytes. `plans` is None if it cannot
    be opened, and `problem` says why.
    """

    path: Path
    changed: dt.datetime
    size: int
    plans: int | None
    problem: str = ""


class BroughtIn(msgspec.Struct, frozen=True):
    """What became of a copy's plans when they were brought into the library, and of the copy's files.

    `name` is the copy's file name. `added` counts plans that were new; of those that differed, `taken`
    counts plans now as in the copy, `kept` plans left as in the library. `unread` names what could not be
    read. `put_away` is where the copy's files are now, () where they stay; `problem` says why they could
    not be put away. Of clients, `clients_added` counts those that were new and have no plan,
    `clients_united` those that differed and are no longer as they were here.
    """

    name: str
    added: int
    taken: int
    kept: int
    unread: tuple[str, ...] = ()
    put_away: tuple[Path, ...] = ()
    problem: str = ""
    clients_added: int = 0
    clients_united: int = 0


class MergedClients(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a client when it was made one with another.

    `name` is what the one is called that is left, `other` what the one was called that is no more. `plans`
    counts the plans that came over, `in_trash` those among them in the trash. Of the contacts that came,
    `contacts_united` counts who is known as one person now, `contacts_added` who was only there. `noted` says
    in words what differed and stands among the notes. `backup` is the one made before, None if none was.
    """

    name: str
    other: str
    plans: int
    in_trash: int
    contacts_united: int
    contacts_added: int
    noted: tuple[str, ...] = ()
    backup: Path | None = None


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """What goes, or went, with a client or one of its contacts, and what is left for the person to see to.

    `name` is the client's or the contact's, "" if the library does not know it any more. `plans` and
    `in_trash` name the plans that go. `versions` counts earlier versions that go or are rewritten, `touches`,
    `promises`, `news` and `contacts` what the client has of them, `mentions` the places that name a contact
    and are blanked. `files` lie beside the library and go; `copies` lie there and stay, for they may hold
    what is nowhere else. `still_named` says in words which texts still name the contact. `backups` are those
    that hold it, or cannot be opened and may. `problem` says what could not be done.
    """

    name: str = ""
    is_person: bool = False
    plans: tuple[str, ...] = ()
    in_trash: tuple[str, ...] = ()
    versions: int = 0
    touches: int = 0
    promises: int = 0
    news: int = 0
    contacts: int = 0
    mentions: int = 0
    files: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()
    still_named: tuple[str, ...] = ()
    backups: tuple[Backup, ...] = ()
    problem: str = ""


class Version(msgspec.Struct, frozen=True):
    """An earlier version of a plan, as it stood until it was changed at `replaced` (UTC).

    `doc_id` is the id of the version's own document in the library.
    """

    doc_id: str
    plan_id: str
    replaced: dt.datetime


class TrashedPlan(msgspec.Struct, frozen=True):
    """A plan in the trash and the day it was put there; `client` is what the client is called."""

    id: str
    client: str
    title: str
    deleted_on: dt.date

    @property
    def goes_on(self) -> dt.date:
        """The first day on which the plan is taken out for good: 30 days after it was deleted."""
        return self.deleted_on + KEPT_IN_TRASH
