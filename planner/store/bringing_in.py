"""Other copies of the library beside it: listed, looked into, brought in and put away."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import msgspec

from planner.coaching.plan_order import in_order
from planner.model.errors import PlannerError
from planner.model.library_values import BroughtIn, LibraryCopy
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary
from planner.platform.files import FileNotWritten, make_names_durable, reason_of
from planner.store.backups import Backups
from planner.store.copies import CopySnapshot, is_journal, opened_copy
from planner.store.durable_tables import BROUGHT_IN
from planner.store.errors import LibraryDamaged, NoSuchPlan
from planner.store.journal import quarantine
from planner.store.journal_record import digest_of
from planner.store.library import Library
from planner.store.library_file import journal_of
from planner.store.merge_side import MergeSide
from planner.store.merging import Merged
from planner.translation import N_, _

SAME, DIFFERS, ONLY_THERE = N_("as it is here"), N_("differs"), N_("only there")


class CopyInside(msgspec.Struct, frozen=True):
    """What is in another copy, and of each plan in it outside the trash how it compares with the library.

    `compared` has SAME, DIFFERS or ONLY_THERE by plan id. `now` is the moment by which the plans are
    ordered.
    """

    opened: CopySnapshot
    compared: Mapping[str, str]
    now: dt.datetime

    def summaries(self) -> list[PlanSummary]:
        """Return its plans outside the trash: those that are not SAME first, else in the list's order."""
        plans = in_order(self.opened.snapshot.summaries(), self.now)
        return sorted(plans, key=lambda plan: self.compared[plan.id] == SAME)

    def preparation(self, plan_id: str) -> Preparation:
        """Return the plan with its client; NoSuchPlan or LibraryDamaged."""
        return self.opened.snapshot.preparation(plan_id)


class Copies:
    """Lists the other copies of an open library, looks into them, brings them in and puts them away.

    Every method may be called from any thread, and may take long.
    """

    def __init__(self, library: Library, backups: Backups, now: Callable[[], dt.datetime]) -> None:
        self._library = library
        self._backups = backups
        self._now = now

    def listed(self) -> list[LibraryCopy]:
        """Return the copies that lie beside the library now, those that cannot be opened among them."""
        paths = self._library.look_for_copies()
        ours = self._library.tables() if paths else {}
        return [copy for path in paths if (copy := _listed(path, ours))]

    def open(self, path: Path) -> CopyInside:
        """Return what is in a copy, each plan outside its trash compared with the one in the library.

        LibraryNotOpened, LibraryDamaged or LibraryTooNew.
        """
        ours = MergeSide(self._library.tables(), path)
        copy = opened_copy(path, ours.tables)
        theirs = MergeSide(copy.snapshot.tables, path)
        plans = copy.snapshot.summaries()
        return CopyInside(copy, {plan.id: _compared(plan.id, ours, theirs) for plan in plans}, self._now())

    def bring_in(self, path: Path, plan_id: str | None = None) -> BroughtIn:
        """Bring a copy into the library, after a backup, and put it away; or one of its plans alone.

        The copy is left where it is with one plan alone, if something in it cannot be read, or if it is not
        among those beside the library; also if it cannot be renamed, as `problem` then says.
        LibraryNotOpened, LibraryDamaged, LibraryTooNew, BackupNotMade, LibraryNotWritten, NoSuchPlan, or
        PlannerError if it is the library itself: the library is as it was.
        """
        self._refuse_our_own(path)
        copies = self._parts(path)
        if plan_id is not None and not any(plan_id in copy.snapshot.contents.plans for copy in copies):
            raise NoSuchPlan(plan_id)
        self._backups.make_of(*self._library.as_file(), N_("before a copy was brought in"))
        only = None if plan_id is None else {plan_id}
        results = [self._library.merge(copy.snapshot, self._now(), only=only) for copy in copies]
        unread = tuple(dict.fromkeys(what for result in results for what in result.unread))
        added, united = ({one for result in results for one in ids(result)} for ids in (_added, _united))
        brought_in = partial(
            BroughtIn,
            path.name,
            *_counts(results),
            unread,
            clients_added=len(added),
            clients_united=len(united - added),
        )
        if plan_id is not None or unread or path not in self._library.look_for_copies():
            return brought_in()
        read = {file: digest for copy in copies for file, digest in copy.files.items()}
        try:
            return brought_in(put_away=self._put_away(path, read))
        except FileNotWritten as error:
            return brought_in(problem=_("It stays where it is: {reason}").format(reason=error))

    def put_away(self, path: Path) -> Path:
        """Rename a copy, and a journal of its name, so that it is not offered any more; return its new path.

        Nothing of it is brought in, and it need not open. If it is the file that was left for a copy, the
        library goes on in that file again. FileNotWritten if it cannot be renamed or has just changed;
        PlannerError if it is the library itself.
        """
        self._refuse_our_own(path)
        files = [
            path,
            *(journal for journal in [journal_of(path)] if journal != path and is_journal(journal)),
        ]
        try:
            read = {file: digest_of(file.read_bytes()) for file in files}
        except OSError as error:
            raise FileNotWritten(path, reason_of(error)) from error
        return self._put_away(path, read)[0]

    def _parts(self, path: Path) -> list[CopySnapshot]:
        """Return the copy, and as a second one a journal of its name that does not belong to it."""
        copies = [opened_copy(path, self._library.tables())]
        journal = journal_of(path)
        if journal not in copies[0].files and is_journal(journal):
            copies.append(opened_copy(journal, self._library.tables()))
        return copies

    def _put_away(self, path: Path, read: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Keep files under other names; FileNotWritten if one is not what was read, by its digest."""
        try:
            if path == self._library.home:
                aside = self._library.go_home(read)
            else:
                aside = tuple(_set_aside(file, digest) for file, digest in read.items())
                make_names_durable(path.parent)
        except OSError as error:
            raise FileNotWritten(path, reason_of(error)) from error
        self._library.look_for_copies()
        return aside

    def _refuse_our_own(self, path: Path) -> None:
        if path.resolve() == self._library.file.resolve():
            raise PlannerError(_("{path} is the library itself.").format(path=path))


def _set_aside(file: Path, digest: bytes) -> Path:
    if digest_of(file.read_bytes()) != digest:
        raise FileNotWritten(file, _("another program has changed it again; look into it once more"))
    return quarantine(file, BROUGHT_IN, put=file.rename)


def _listed(path: Path, ours: Mapping[str, Mapping[str, msgspec.Raw]]) -> LibraryCopy | None:
    """Return a copy as it lies there, None if it is gone again."""
    try:
        stat = path.stat()
    except OSError:
        return None
    changed = dt.datetime.fromtimestamp(stat.st_mtime, dt.UTC)
    try:
        plans = len(opened_copy(path, ours).snapshot.summaries())
    except LibraryDamaged as damage:
        return LibraryCopy(path, changed, stat.st_size, None, damage.what)
    except PlannerError as error:
        return LibraryCopy(path, changed, stat.st_size, None, str(error))
    return LibraryCopy(path, changed, stat.st_size, plans)


def _compared(plan_id: str, ours: MergeSide, theirs: MergeSide) -> str:
    if plan_id not in ours.contents.plans:
        return ONLY_THERE
    client_id = theirs.contents.plans[plan_id].summary.client_id
    if ours.has_plan_as_in(theirs, plan_id) and ours.has_client_as_in(theirs, client_id):
        return SAME
    try:
        same_plan = ours.plan(plan_id) == theirs.plan(plan_id)
        same_client = ours.client(client_id) == theirs.client(client_id)
    except LibraryDamaged:
        return DIFFERS
    return SAME if same_plan and same_client else DIFFERS


def _counts(results: list[Merged]) -> tuple[int, int, int]:
    added, taken, kept = (
        {plan_id for result in results for plan_id in getattr(result, what)}
        for what in ("added", "taken", "kept")
    )
    return len(added), len(taken - added), len(kept - added - taken)


def _added(result: Merged) -> tuple[str, ...]:
    return result.clients_added


def _united(result: Merged) -> tuple[str, ...]:
    return result.clients_united
