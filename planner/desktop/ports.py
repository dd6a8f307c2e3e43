"""What the desktop is handed by `planner.app`: the library and the pages, as it sees them."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from planner.coaching.check.thresholds import Thresholds
from planner.model.plan_summary import PlanSummary
from planner.translation import N_

if TYPE_CHECKING:
    from planner.coaching.insights.call_record import CallRecord
    from planner.coaching.insights.touch_record import TouchRecord
    from planner.model.client import Client
    from planner.model.client_summary import ClientSummary
    from planner.model.plan import Plan, Preparation
    from planner.model.rendered_page import RenderedPage

A4 = "a4"
LETTER = "letter"
PAPERS = {A4: N_("A4"), LETTER: N_("Letter")}
"""The papers a page can be made for, and what people call them; translated where it is shown."""


class Place(Protocol):
    """Where the library lies. What writes may take long; on a PlannerError all is as before."""

    @property
    def folder(self) -> Path:
        """The folder the library is in."""

    @property
    def read_only(self) -> str:
        """Why nothing can be saved in the folder, in a sentence; "" if it can."""

    @property
    def is_gone(self) -> bool:
        """Whether the folder was missing at the last attempt to save something."""

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt to save something failed."""

    def look(self) -> bool:
        """Look at the disk, and return whether the folder is there now."""

    def make_again(self) -> None:
        """Make the folder that is gone, and write everything to it."""

    def move_to(self, folder: Path) -> bool:
        """Write everything to another folder and go on there; return whether the next start opens that."""


class Plans(Protocol):
    """The library. Reading a plan and everything that writes may take long and raise a PlannerError."""

    def summaries(self) -> Sequence[PlanSummary]:
        """Return every plan outside the trash, sorted by id; `coaching.plan_order` sorts them for people."""

    def preparation(self, plan_id: str) -> "Preparation":
        """Return the plan with its client."""

    def plans_of(self, client_id: str) -> Sequence["Plan"]:
        """Return the client's plans outside the trash: the oldest call first, those without a date last."""

    def begin_editing(self, plan_id: str) -> None:
        """Note that editing begins: once a change is saved, the plan as it is now is an earlier version."""

    def save(self, preparation: "Preparation") -> None:
        """Store client and plan in one durable write."""

    def add(self, preparations: Sequence["Preparation"]) -> None:
        """Store these new plans with their clients, all or none."""

    def delete(self, plan_id: str) -> None:
        """Move the plan to the trash."""

    def undelete(self, plan_id: str) -> None:
        """Take the plan back out of the trash."""

    def matching(self, text: str) -> Sequence[str]:
        """Return the ids of the plans outside the trash in which every word of the text occurs."""

    def matching_clients(self, text: str) -> Sequence[str]:
        """Return the ids of the clients, archived ones too, in whose texts every word occurs."""

    def clients(self) -> Sequence["Client"]:
        """Return every client, sorted by name, those without a plan too."""

    def client_summaries(self) -> Sequence["ClientSummary"]:
        """Return every client at a glance, archived ones too, sorted by id."""

    def client_summary(self, client_id: str) -> "ClientSummary | None":
        """Return the client at a glance; None if there is none of that id."""

    def summaries_of(self, client_id: str) -> Sequence[PlanSummary]:
        """Return the client's plans outside the trash, sorted by id."""

    def changed_clients(self, mark: Any) -> "tuple[Any, frozenset[str] | None]":
        """Return a new mark, and the ids of the clients changed since the mark given, or whose plans were.

        None for the ids: everything may have changed. The first mark is None.
        """

    def client(self, client_id: str) -> "Client":
        """Return the client."""

    def save_client(self, client: "Client") -> None:
        """Store the client, known or new, in one durable write."""

    def save_clients(self, clients: "Sequence[Client]") -> None:
        """Store the clients, known or new, all in one durable write."""

    def call_records(self) -> Sequence["CallRecord"]:
        """Return what insights read of each call looked back on, or whose plan gave up intentions.

        Plans in the trash, and those that cannot be read, are left out. Slow; safe on any thread.
        """

    def touch_records(self) -> Sequence["TouchRecord"]:
        """Return what insights read of each touch that was done; safe on any thread."""


class Pages(Protocol):
    """Makes pages on a paper, a key of PAPERS; slow, safe on any thread."""

    def __call__(self, name: str, preparation: "Preparation", paper: str, footing: str) -> "RenderedPage":
        """Return the document of that name for the plan, with where one stands in words."""

    def of_day(self, day: dt.date, calls: Sequence["Preparation"], paper: str) -> "RenderedPage":
        """Return the sheet of a day with these calls, in the order given."""


class CheckSettings(Protocol):
    """Where the thresholds of the check are kept; reading and writing raise a PlannerError if they fail."""

    def read(self) -> Thresholds:
        """Return the thresholds kept, the usual ones if there are none."""

    def write(self, thresholds: Thresholds, /) -> None:
        """Keep the thresholds, whole or not at all."""


class SampleSource(Protocol):
    """The sample week: invented clients and their calls, dated around the present day."""

    def holds(self, client_id: str) -> bool:
        """Whether the client of that id is one of the sample's."""

    def make(self) -> "tuple[tuple[Client, ...], tuple[Preparation, ...]]":
        """Return the sample's clients, and the plans of some of them, each with its client. Slow."""


WriteFile = Callable[[Path, bytes], None]
"""Writes a whole file or nothing; raises a PlannerError that says why not."""

Clock = Callable[[], dt.datetime]
"""The present moment, with zone."""

PlansOf = Callable[[str], Sequence["Plan"]]
"""Gives all plans of the client with that id, oldest call first; slow, safe on any thread."""
