"""Two libraries made one: what only the other has is added, what both have changed is kept twice.

Of a plan or client that differs, one stands from then on and the other is kept among the plan's
earlier versions. Where one is found among the other's earlier versions, the other has moved on from
it and stands. Else the one worked on last stands, on the same day ours; of a client, whatever only
the other has is taken along, and where no plan has versions to keep the other, what differs stands
among the notes. A plan deleted in one of the two only is not deleted.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Sequence
from operator import itemgetter
from pathlib import Path

import msgspec

from planner.coaching.client_merge import united, with_blanks_filled
from planner.coaching.promises import same_promise
from planner.model.client import Client, Contact, NewsItem, Promise
from planner.model.errors import FieldError
from planner.model.fields import read_field
from planner.model.names import same_name
from planner.model.part import Part
from planner.model.plan import Preparation
from planner.model.same_text import same_text, text_key
from planner.model.text_at_path import text_at, with_text
from planner.model.touch import Touch
from planner.store.errors import LibraryDamaged
from planner.store.merge_side import MergeSide, Past
from planner.store.records import META_DOCUMENTS
from planner.store.version_contents import content_from, version_in
from planner.store.version_documents import TABLE, chain_of
from planner.store.whole_records import StoredPlan, encoded
from planner.translation import _

Documents = dict[str, dict[str, bytes | None]]
"""Encoded documents to put, None for one to remove, by table and document id."""

_MERGED_BY_ID = frozenset({"meta", "clients", "plans", TABLE, "seal"})


class Merged(msgspec.Struct, frozen=True):
    """What to store to have both libraries in one, and what became of the other's plans and clients, by id.

    `added` were only there. Of those that differed, `taken` stand as they are there, `kept` as they
    are here. `unread` says what of the other could not be brought in. Of the clients, `clients_added` were
    only there and have no plan, and `clients_united` differed and are changed here.
    """

    documents: Documents
    added: tuple[str, ...]
    taken: tuple[str, ...]
    kept: tuple[str, ...]
    unread: tuple[str, ...]
    clients_added: tuple[str, ...] = ()
    clients_united: tuple[str, ...] = ()


def merged(
    ours: MergeSide,
    theirs: MergeSide,
    *,
    now: dt.datetime,
    unused_id: Callable[[str], int],
    only: Collection[str] | None = None,
) -> Merged:
    """Return what to store so that ours holds theirs too: all of it, or only the plans of these ids.

    `unused_id(table)` returns a document id above every one in use. `now` dates the versions that are kept.
    """
    merging = _Merging(ours, theirs, now, unused_id)
    return merging.run(theirs.contents.plans.keys() if only is None else only, whole=only is None)


class _Merging:
    """The documents gathered while two libraries are merged."""

    def __init__(
        self, ours: MergeSide, theirs: MergeSide, now: dt.datetime, unused_id: Callable[[str], int]
    ) -> None:
        self._ours = ours
        self._theirs = theirs
        self._now = now
        self._unused_id = unused_id
        self._next: dict[str, int] = {}
        self._documents: Documents = {"meta": dict(META_DOCUMENTS), "clients": {}, "plans": {}, "blocks": {}}
        self._beaten: dict[str, list[Preparation]] = {}
        self._added: list[str] = []
        self._taken: list[str] = []
        self._kept: list[str] = []
        self._unread: list[str] = []
        self._clients_added: list[str] = []
        self._clients_united: list[str] = []

    def run(self, plan_ids: Collection[str], *, whole: bool) -> Merged:
        theirs = self._theirs.contents
        wanted = [plan_id for plan_id in theirs.plans if plan_id in plan_ids]
        clients = dict.fromkeys(theirs.plans[plan_id].summary.client_id for plan_id in wanted)
        self._here = {*self._ours.contents.plans, *wanted}
        for client_id in theirs.clients if whole else clients:
            self._try(self._settle_client, client_id)
        settled = [plan_id for plan_id in wanted if self._try(self._settle_plan, plan_id)]
        for plan_id in dict.fromkeys([*settled, *self._beaten]):
            self._try(self._settle_past, plan_id)
        if whole:
            self._unread += self._theirs.unread
            self._add_other_tables()
        return Merged(
            self._documents,
            tuple(self._added),
            tuple(self._taken),
            tuple(self._kept),
            tuple(self._unread),
            tuple(self._clients_added),
            tuple(self._clients_united),
        )

    def _try(self, settle: Callable[[str], None], one_id: str) -> bool:
        try:
            settle(one_id)
        except LibraryDamaged as damage:
            self._unread.append(damage.what)
            return False
        return True

    def _settle_client(self, client_id: str) -> None:
        if self._ours.has_client_as_in(self._theirs, client_id):
            return
        theirs = self._theirs.client(client_id)
        if client_id not in self._ours.contents.clients:
            self._put_new("clients", bytes(self._theirs.client_document(client_id)))
            if not self._theirs.contents.plans_of([client_id]):
                self._clients_added.append(client_id)
            return
        ours = self._ours.client(client_id)
        if ours == theirs:
            return
        moved_on_there = ours in self._theirs.past_clients(client_id)
        if moved_on_there != (theirs in self._ours.past_clients(client_id)):
            standing = theirs if moved_on_there else ours
        elif self._theirs.last_worked_on(client_id) > self._ours.last_worked_on(client_id):
            standing = self._of_both(theirs, ours, self._ours)
        else:
            standing = self._of_both(ours, theirs, self._theirs)
        if standing != ours:
            self._clients_united.append(client_id)
            doc_id = self._ours.contents.clients[client_id].doc_id
            self._documents["clients"][doc_id] = encoded(standing)

    def _of_both(self, standing: Client, beaten: Client, side: MergeSide) -> Client:
        """Return the client that stands with what only the beaten one has; what differs is kept as well.

        It is kept in an earlier version of a plan, or of a client without plans among the notes.
        """
        if self._keep_client(side, beaten):
            return _with_what_is_missing(standing, beaten)
        return united(standing, beaten, _("From another copy of the library:")).client

    def _keep_client(self, side: MergeSide, client: Client) -> bool:
        """Keep a client as it stood in an earlier version of a plan; False if there is no plan of it."""
        sides = (side, self._ours, self._theirs)
        plans = ((holder, plan_id) for holder in sides for plan_id in holder.plans_of(client.id))
        holding = next(((holder, plan_id) for holder, plan_id in plans if plan_id in self._here), None)
        if holding is None:
            return False
        holder, plan_id = holding
        beaten = Preparation(client=client, plan=holder.plan(plan_id).plan())
        self._beaten.setdefault(plan_id, []).append(beaten)
        return True

    def _settle_plan(self, plan_id: str) -> None:
        if self._ours.has_plan_as_in(self._theirs, plan_id):
            return
        theirs = self._theirs.plan(plan_id)
        if plan_id not in self._ours.contents.plans:
            self._theirs.client(theirs.client_id)  # without its client no plan can be shown
            self._put_new("plans", bytes(self._theirs.plan_document(plan_id)))
            self._added.append(plan_id)
            return
        ours = self._ours.plan(plan_id)
        if ours == theirs:
            return
        standing = ours
        if ours.plan() != theirs.plan():
            standing = self._standing(ours, theirs)
            (self._kept if standing is ours else self._taken).append(plan_id)
        standing = msgspec.structs.replace(standing, deleted_on=_deleted_on(ours, theirs))
        if standing != ours:
            self._documents["plans"][self._ours.contents.plans[plan_id].doc_id] = encoded(standing)
            if ours.deleted_on and not standing.deleted_on and ours.plan() == standing.plan():
                self._taken.append(plan_id)  # it was in the trash here alone

    def _standing(self, ours: StoredPlan, theirs: StoredPlan) -> StoredPlan:
        """Return which of two that differ stands, and keep the other if it is no earlier version yet."""
        moved_on_there = _holds(self._theirs.past(ours.id), ours, self._theirs.path)
        if moved_on_there != _holds(self._ours.past(ours.id), theirs, self._ours.path):
            return theirs if moved_on_there else ours
        theirs_stands = theirs.edited_on[-1:] > ours.edited_on[-1:]
        side, beaten = (self._ours, ours) if theirs_stands else (self._theirs, theirs)
        preparation = Preparation(client=side.client(beaten.client_id), plan=beaten.plan())
        self._beaten.setdefault(ours.id, []).append(preparation)
        return theirs if theirs_stands else ours

    def _settle_past(self, plan_id: str) -> None:
        """Keep the earlier versions of both sides and what was beaten, as one row of versions."""
        ours, theirs = (side.version_documents(plan_id) for side in (self._ours, self._theirs))
        beaten = self._beaten.get(plan_id, [])
        if not beaten and set(theirs.values()) <= set(ours.values()):
            return
        past = self._ours.past(plan_id)
        past += _unknown_in(past, self._theirs.past(plan_id))
        last = max((replaced for replaced, _ in past), default=self._now)
        contents = dict.fromkeys(map(content_from, beaten))
        past += _unknown_in(past, [(max(self._now, last), content) for content in contents])
        row = _at_moments_of_their_own(past)
        for document in chain_of(plan_id, row):
            self._put_new(TABLE, document)
        self._documents[TABLE].update(dict.fromkeys(ours, None))

    def _add_other_tables(self) -> None:
        for name in self._theirs.tables.keys() - _MERGED_BY_ID:
            ours = {bytes(document) for document in self._ours.tables.get(name, {}).values()}
            for document in map(bytes, self._theirs.tables[name].values()):
                if document not in ours:
                    self._put_new(name, document)

    def _put_new(self, table: str, document: bytes) -> None:
        number = self._next.setdefault(table, self._unused_id(table))
        self._next[table] = number + 1
        self._documents.setdefault(table, {})[str(number)] = document


def _holds(past: Past, plan: StoredPlan, path: Path) -> bool:
    """Whether a plan once stood exactly so."""
    return any(version_in(content, path, TABLE).plan == plan.plan() for _, content in past)


def _deleted_on(ours: StoredPlan, theirs: StoredPlan) -> dt.date | None:
    days = (ours.deleted_on, theirs.deleted_on)
    return None if None in days else max(day for day in days if day is not None)


def _unknown_in(past: Past, other: Past) -> Past:
    """Return the versions of another row whose content is not in this one."""
    contents = {content for _, content in past}
    return [version for version in other if version[1] not in contents]


def _at_moments_of_their_own(past: Past) -> Past:
    """Return the versions newest first, no two of one moment."""
    row: Past = []
    for replaced, content in sorted(past, key=itemgetter(0)):  # as they were, where moments are equal
        later = row[-1][0] + dt.timedelta(microseconds=1) if row else replaced
        row.append((max(replaced, later), content))
    return row[::-1]


def _with_what_is_missing(client: Client, other: Client) -> Client:
    """Return the client with what only the other has: fields that are blank here, rows that are not here."""
    filled: dict[str, object] = {}
    for name in Client.__struct_fields__:
        here, there = getattr(client, name), getattr(other, name)
        if name == "unread":
            continue
        if isinstance(here, tuple):
            filled[name] = _with_rows_of(there, here)
        elif here in ("", None):
            filled[name] = there
    return _with_unread_of(other, msgspec.structs.replace(client, **filled))


def _with_rows_of(there: tuple[Part, ...], here: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the rows with those only the other has; a touch done or a promise kept there is so here."""
    rows, fresh = list(here), []
    for row in there:
        place = _place_of(row, here, there)
        if place is None:
            fresh.append(row)
        elif isinstance(row, Touch | Promise):
            rows[place] = with_blanks_filled(rows[place], row)
    return (*rows, *fresh)


def _with_unread_of(other: Client, client: Client) -> Client:
    """Return the client with what could not be read in the other, at rows both have and at those taken over.

    Left out is what stands beside a field that has a value or such a text here.
    """
    texts = client.unread
    for kept in other.unread:
        path = _path_here(kept.path, other, client)
        if path and read_field(client, path) in (None, "") and not text_at(texts, path):
            texts = with_text(texts, path, kept.text)
    return msgspec.structs.replace(client, unread=texts)


def _path_here(path: str, other: Client, client: Client) -> str:
    """Return the path in `client` of a field in a row of `other`; "" if there is none."""
    match = re.fullmatch(r"(\w+)\[(\d+)\](.+)", path)
    try:
        row = read_field(other, f"{match[1]}[{match[2]}]") if match else None
        others = read_field(other, match[1]) if match else ()
    except FieldError:  # damaged by hand
        return ""
    if match is None:
        return ""
    place = _place_of(row, read_field(client, match[1]), others)
    return "" if place is None else f"{match[1]}[{place}]{match[3]}"


def _place_of(row: object, rows: Sequence[object], others: Sequence[object]) -> int | None:
    """Return where a row of the `others` stands among the rows, None if nowhere; contacts go by id first."""
    if not isinstance(row, Contact):
        return next((at for at, candidate in enumerate(rows) if _is_same_row(row, candidate)), None)
    contacts = [contact for contact in rows if isinstance(contact, Contact)]
    ids = {contact.id for contact in others if isinstance(contact, Contact)} - {""}
    by_id = (at for at, contact in enumerate(contacts) if row.id and contact.id == row.id)
    by_name = (at for at, contact in enumerate(contacts) if contact.id not in ids and _alike(contact, row))
    return next(by_id, next(by_name, None))


def _alike(one: Contact, other: Contact) -> bool:
    """Whether contacts of different ids may be one person: of one name, and no title speaks against it."""
    titles = {text_key(contact.title) for contact in (one, other)} - {""}
    return one == other or (same_name(one.name, other.name) and len(titles) < 2)


def _is_same_row(one: object, other: object) -> bool:
    """Whether two rows of a client are of one touch, promise or piece of news, or else are equal."""
    match one, other:
        case Touch(), Touch():
            same = bool(one.id) and one.id == other.id
        case Promise(), Promise():
            same = bool(one.text.strip()) and same_promise(one, other)
        case NewsItem(), NewsItem():
            same = bool(one.text.strip()) and same_text(one.text, other.text)
            same = same and (one.date == other.date or None in {one.date, other.date})
        case _:
            same = False
    return same or one == other
