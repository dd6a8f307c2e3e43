"""What a window is handed in tests: a library in memory, and pages that say what they were made from."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import Insights
from planner.coaching.insights.touch_record import TouchRecord, touch_records_of
from planner.coaching.progress import looked_back
from planner.desktop.safekeeping.safekeeping_ports import OpenedBackup, OpenedCopy
from planner.model.call import Call
from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.errors import PlannerError
from planner.model.library_values import (
    Backup,
    BroughtIn,
    Erasure,
    LibraryCopy,
    MergedClients,
    TrashedPlan,
    Version,
)
from planner.model.placed_time import written_stored
from planner.model.plan import Plan, Preparation
from planner.model.plan_summary import PlanSummary
from planner.model.rendered_page import RenderedPage

NOW = dt.datetime(2026, 11, 29, 9, 0, tzinfo=dt.UTC)


def today() -> dt.date:
    """The day it is in every test of the window."""
    return NOW.date()


class DiskFull(PlannerError):
    pass


class PlansInMemory:
    """A library that forgets; `full` makes every change fail, `read` says which plans were."""

    def __init__(self, *preparations: Preparation) -> None:
        self.stored = {one.plan.id: one for one in preparations}
        self.trash: dict[str, Preparation] = {}
        self.without_plan: dict[str, Client] = {}
        self.full = False
        self.unreadable: PlannerError | None = None
        self.read: list[str] = []
        self.begun: list[str] = []

    def summaries(self) -> Sequence[PlanSummary]:
        return [summary_of(self.stored[plan_id]) for plan_id in sorted(self.stored)]

    def preparation(self, plan_id: str) -> Preparation:
        self.read.append(plan_id)
        return self.stored[plan_id]

    def plans_of(self, client_id: str) -> Sequence[Plan]:
        if self.unreadable is not None:
            raise self.unreadable
        of_client = [one for one in self.stored.values() if one.client.id == client_id]
        dated = sorted((one for one in of_client if one.plan.call.starts), key=_starts)
        return [one.plan for one in (*dated, *(one for one in of_client if not one.plan.call.starts))]

    def begin_editing(self, plan_id: str) -> None:
        self.begun.append(plan_id)

    def save(self, preparation: Preparation) -> None:
        self._refuse_if_full()
        self.stored[preparation.plan.id] = preparation

    def add(self, preparations: Sequence[Preparation]) -> None:
        self._refuse_if_full()
        self.stored |= {one.plan.id: one for one in preparations}

    def delete(self, plan_id: str) -> None:
        self._refuse_if_full()
        self.trash[plan_id] = self.stored.pop(plan_id)

    def undelete(self, plan_id: str) -> None:
        self._refuse_if_full()
        back = self.trash.pop(plan_id)
        known = {client.id: client for client in self.clients()}
        self.stored[plan_id] = msgspec.structs.replace(back, client=known.get(back.client.id, back.client))

    def matching(self, text: str) -> Sequence[str]:
        words = text.casefold().split()
        return [
            key
            for key, one in self.stored.items()
            if all(
                word in msgspec.json.encode(one, enc_hook=written_stored).decode().casefold()
                for word in words
            )
        ]

    def matching_clients(self, text: str) -> Sequence[str]:
        words = text.casefold().split()
        return [
            client.id
            for client in self.clients()
            if all(
                word in msgspec.json.encode(client, enc_hook=written_stored).decode().casefold()
                for word in words
            )
        ]

    def clients(self) -> Sequence[Client]:
        of_plans = {kept.client.id: kept.client for kept in self.stored.values()}
        return list((self.without_plan | of_plans).values())

    def client(self, client_id: str) -> Client:
        return next(client for client in self.clients() if client.id == client_id)

    def save_client(self, client: Client) -> None:
        self.save_clients((client,))

    def save_clients(self, clients: Sequence[Client]) -> None:
        self._refuse_if_full()
        for client in clients:
            self._keep(client)

    def _keep(self, client: Client) -> None:
        self.without_plan[client.id] = client
        for plan_id, kept in self.stored.items():
            if kept.client.id == client.id:
                self.stored[plan_id] = msgspec.structs.replace(kept, client=client)

    def client_summaries(self) -> Sequence[ClientSummary]:
        return [client_summary_of(client) for client in sorted(self.clients(), key=lambda known: known.id)]

    def client_summary(self, client_id: str) -> ClientSummary | None:
        return next((known for known in self.client_summaries() if known.id == client_id), None)

    def summaries_of(self, client_id: str) -> Sequence[PlanSummary]:
        return [summary for summary in self.summaries() if summary.client_id == client_id]

    def changed_clients(self, mark: object) -> tuple[object, frozenset[str] | None]:
        return mark, None

    def call_records(self) -> Sequence[CallRecord]:
        self._refuse_if_full()
        records = (record_of(one.plan, one.client.name) for one in self.stored.values())
        return [one for one in records if one.reflected]

    def touch_records(self) -> Sequence[TouchRecord]:
        return list(touch_records_of(self.client_summaries()))

    def _refuse_if_full(self) -> None:
        if self.full:
            raise DiskFull("library.json was not written: the disk is full.")


def summary_of(preparation: Preparation) -> PlanSummary:
    call, reflection = preparation.plan.call, preparation.plan.reflection
    return PlanSummary(
        id=preparation.plan.id,
        client_id=preparation.client.id,
        client=preparation.client.name,
        client_headquarters=preparation.client.headquarters,
        client_industry=preparation.client.industry,
        title=call.title,
        starts=call.starts,
        minutes=call.minutes,
        commitment=call.commitment,
        first_attendee=call.attendees[0].contact if call.attendees else "",
        attendee_count=len(call.attendees),
        outcome=reflection.outcome if looked_back(preparation.plan) else None,
        held_on=reflection.held_on,
        edited_days=len(preparation.plan.edited_on),
        from_plan=preparation.plan.carried.from_plan,
        day=call.day,
        happened=call.happened,
        initiated_by=call.initiated_by,
        asks=preparation.plan.ask.primary.action,
        asks_by=preparation.plan.ask.primary.by,
        meant_differently=_meant_differently(preparation.plan),
        taken_up=tuple(one.text for one in preparation.plan.intentions),
    )


def _meant_differently(plan: Plan) -> tuple[str, ...]:
    given_up = [intention.text for intention in plan.intentions if intention.dropped_because]
    own = () if plan.reflection.differently_dropped else (plan.reflection.differently,)
    missed = (row.text for row in plan.reflection.intentions if not row.kept and row.text not in given_up)
    return tuple(filter(None, (*own, *missed)))


def client_summary_of(client: Client) -> ClientSummary:
    return ClientSummary(
        id=client.id,
        name=client.name,
        headquarters=client.headquarters,
        industry=client.industry,
        dream_client=client.dream_client is True,
        dream_rank=client.dream_rank,
        why_dream=client.why_dream,
        archived=client.archived is True,
        touches=client.touches,
        promises=tuple(one for one in client.promises if one.text.strip() and one.kept_on is None),
    )


def _starts(preparation: Preparation) -> dt.datetime:
    return preparation.plan.call.starts or dt.datetime.min.replace(tzinfo=dt.UTC)


class SampleWeekInMemory:
    """Two clients whose ids begin with `sample`; a call with one of them is tomorrow."""

    def holds(self, client_id: str) -> bool:
        return client_id.startswith("sample")

    def make(self) -> tuple[tuple[Client, ...], tuple[Preparation, ...]]:
        buses = Client(id="sample-buses", name="Sample Buses")
        silent = Client(id="sample-silent", name="Sample Dairies", dream_client=True, dream_rank=1)
        call = Call(title="Tyres", starts=NOW + dt.timedelta(days=1))
        plan = Plan(id="sample-call", client_id=buses.id, call=call)
        return (buses, silent), (Preparation(client=buses, plan=plan),)


class NothingKept:
    """No backups, no trash, no earlier versions."""

    notices = ()
    folder = Path("backups")

    def choose_folder(self, folder: Path | None) -> None:
        raise DiskFull(f"{folder} cannot be written to.")

    def backups(self) -> Sequence[Backup]:
        return ()

    def open(self, path: Path) -> OpenedBackup:
        raise DiskFull(f"{path} is not there.")

    def back_up(self) -> Backup:
        raise DiskFull("No backup was made: the disk is full.")

    def restore(self, path: Path) -> Backup:
        raise DiskFull(f"{path} is not there.")

    def merge_clients(self, kept_id: str, other_id: str) -> MergedClients:
        raise DiskFull(f"{other_id} was not merged with {kept_id}: the disk is full.")

    def what_would_go(self, client_id: str, contact_id: str = "") -> Erasure:
        return Erasure(name=client_id, is_person=bool(contact_id))

    def erase(self, client_id: str, contact_id: str = "") -> Erasure:
        raise DiskFull(f"{client_id} was not erased, nor {contact_id}: the disk is full.")

    def backups_holding(self, client_id: str, contact_id: str = "") -> Sequence[Backup]:
        assert client_id or contact_id
        return ()

    def delete_backups(self, paths: Iterable[Path]) -> None:
        raise DiskFull(f"{list(paths)} were not deleted.")

    def restore_copy(self, preparation: Preparation) -> str:
        return preparation.plan.id

    def copies(self) -> Sequence[LibraryCopy]:
        return ()

    def open_copy(self, path: Path) -> OpenedCopy:
        raise DiskFull(f"{path} is not there.")

    def bring_in(self, path: Path, plan_id: str | None = None) -> BroughtIn:
        raise DiskFull(f"{path} is not there, nor {plan_id}.")

    def put_away(self, path: Path) -> Path:
        raise DiskFull(f"{path} is not there.")

    missed = None

    def begin_afresh(self) -> None:
        raise DiskFull("No backup was made: the disk is full.")

    def versions(self, plan_id: str) -> Sequence[Version]:
        assert plan_id
        return ()

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        raise DiskFull(f"{plan_id} of {replaced} is not there.")

    def trash(self) -> Sequence[TrashedPlan]:
        return ()

    def empty_trash(self) -> None:
        return None

    def keep_house(self, today: dt.date) -> tuple[str, ...]:
        assert today
        return ()


class ThresholdsInMemory:
    """Thresholds that are kept until the test is over; `problem` makes it fail."""

    def __init__(self) -> None:
        self.kept = Thresholds()
        self.problem: PlannerError | None = None

    def read(self) -> Thresholds:
        if self.problem is not None:
            raise self.problem
        return self.kept

    def write(self, thresholds: Thresholds) -> None:
        if self.problem is not None:
            raise self.problem
        self.kept = thresholds


class PagesInMemory:
    """Makes a small real PDF that says which plan it is of; remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.days: list[tuple[dt.date, list[str]]] = []
        self.footings: list[str] = []
        self.problem: PlannerError | None = None
        self.shortened: tuple[str, ...] = ()

    def __call__(self, name: str, preparation: Preparation, paper: str, footing: str) -> RenderedPage:
        self.footings.append(footing)
        self.asked.append((name, preparation.plan.case.why_now, paper))
        if self.problem is not None:
            raise self.problem
        pdf = a_pdf(f"{name}: {preparation.plan.case.why_now}", paper)
        return RenderedPage(pdf, 1, shortened=self.shortened)

    def of_day(self, day: dt.date, calls: Sequence[Preparation], paper: str) -> RenderedPage:
        if self.problem is not None:
            raise self.problem
        self.days.append((day, [call.plan.id for call in calls]))
        return RenderedPage(a_pdf(f"the day: {day}", paper), 1)


def a_pdf(text: str, paper: str = "a4") -> bytes:
    """One page with a line of text, A4 or Letter."""
    width, height = (612, 792) if paper == "letter" else (595, 842)
    said = f"BT /F1 24 Tf 72 700 Td ({text.translate({40: None, 41: None, 92: None})}) Tj ET".encode(
        "latin-1"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(said), said),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    ending = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    return written + b"xref\n0 6\n0000000000 65535 f \n" + table + ending


class ReportsInMemory:
    """Makes small files that say what they are of."""

    def pdf(self, insights: Insights, paper: str) -> RenderedPage:
        return RenderedPage(a_pdf(f"insights: {insights.about}", paper), 1)

    def csv(self, insights: Insights) -> bytes:
        return f"insights: {insights.about}".encode()


class FilesInMemory:
    """Takes what is written; `problem` makes it fail."""

    def __init__(self) -> None:
        self.written: dict[Path, bytes] = {}
        self.problem: PlannerError | None = None

    def __call__(self, path: Path, data: bytes) -> None:
        if self.problem is not None:
            raise self.problem
        self.written[path] = data
