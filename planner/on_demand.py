"""What the window works with, each part loaded with the first one who wants it; the start pays for none."""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.coaching.check.thresholds import Thresholds
from planner.model.errors import PlannerError
from planner.store.check_settings import read_check_settings, write_check_settings
from planner.store.library import Library
from planner.translation import _
from planner.wording.text import joined

if TYPE_CHECKING:
    from planner.coaching.insights.report import Insights
    from planner.documents.renderer import Renderer
    from planner.model.client import Client
    from planner.model.library_values import ImportedPlan
    from planner.model.plan import Preparation
    from planner.model.rendered_page import RenderedPage
    from planner.store.import_plan import ImportResult
    from planner.store.safekeeping import Safekeeping


class LazyPages:
    """Makes pages; what that needs is loaded with the first one, in the thread that asks for it."""

    def __init__(self) -> None:
        self._renderer: Renderer | None = None
        self._loading = threading.Lock()

    def __call__(
        self, name: str, preparation: "Preparation", paper: str, footing: str = ""
    ) -> "RenderedPage":
        """Return the document of that name for the plan on the paper, with where one stands in words."""
        from planner.documents.renderer import Paper  # noqa: PLC0415 - half a second the start must not pay

        return self._loaded().render(name, preparation, Paper(paper), footing=footing)

    def of_insights(self, insights: "Insights", paper: str) -> "RenderedPage":
        """Return the report of the insights as a page for the paper."""
        from planner.documents.renderer import Paper  # noqa: PLC0415 - as above

        return self._loaded().render_insights(insights, Paper(paper))

    def of_day(self, day: dt.date, calls: "Sequence[Preparation]", paper: str) -> "RenderedPage":
        """Return the sheet of a day with these calls, in the order given."""
        from planner.documents.renderer import Paper  # noqa: PLC0415 - as above

        return self._loaded().render_day(day, calls, Paper(paper))

    def _loaded(self) -> "Renderer":
        from planner.documents.renderer import Renderer  # noqa: PLC0415 - as above

        with self._loading:
            if self._renderer is None:
                self._renderer = Renderer()
            return self._renderer


class LazyReports:
    """Makes files of insights; what that needs is loaded with the first one."""

    def __init__(self, pages: LazyPages) -> None:
        self._pages = pages

    def pdf(self, insights: "Insights", paper: str) -> "RenderedPage":
        """Return the report of the insights, rendered for the paper."""
        return self._pages.of_insights(insights, paper)

    def csv(self, insights: "Insights") -> bytes:
        """Return all numbers and texts of the report as the bytes of a CSV file."""
        from planner.exchange.insights_csv import insights_csv  # noqa: PLC0415 - not at the start

        return insights_csv(insights)


class KeptThresholds:
    """The thresholds of the check, kept in the library's folder, wherever that is."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def read(self) -> Thresholds:
        """Return the thresholds kept, the usual ones for what is not; CheckSettingsNotRead."""
        return read_check_settings(self._library.folder)

    def write(self, thresholds: Thresholds) -> None:
        """Keep the thresholds, whole or not at all; FileNotWritten."""
        write_check_settings(self._library.folder, thresholds)


def export_file(library: Library, path: Path, data: bytes) -> None:
    """Write a file for others, whole or not at all; FileNotWritten, also for a path of the library's."""
    from planner.store.exports import ExportFiles  # noqa: PLC0415 - not at the start

    ExportFiles(library.folder).write(path, data)


def import_plan_file(library: Library, path: Path) -> "ImportedPlan":
    """Bring the plan in a plan file, or the client in a client file, into the library.

    What is here already and equal is left, or brought back from the trash. Return the plan's id, "" for a
    client, and the sentences to show. PlannerError, with the path in front, if the file cannot be read or an
    id in it is that of something else; LibraryDamaged, LibraryNotWritten.
    """
    from planner.exchange.plan_file import read_client_or_plan_file  # noqa: PLC0415 - not at the start
    from planner.model.client import Client  # noqa: PLC0415 - as above
    from planner.model.library_values import ImportedPlan  # noqa: PLC0415 - as above
    from planner.store.errors import IdTaken  # noqa: PLC0415 - as above
    from planner.store.import_plan import import_client, import_plan  # noqa: PLC0415 - as above
    from planner.wording.places import zone_remark  # noqa: PLC0415 - as above

    content = read_client_or_plan_file(path)
    try:
        if isinstance(content, Client):
            _id, result = import_client(library, content)
            return ImportedPlan("", _came_in(result, content.name or path.name, path))
        plan_id, result = import_plan(library, content)
    except IdTaken as clash:
        raise PlannerError(f"{path}: {clash}") from clash
    called = joined((content.client.name, content.plan.call.title), " – ") or path.name
    remark = zone_remark(content.plan.call.starts)
    return ImportedPlan(plan_id, _came_in(result, called, path), (remark,) if remark else ())


def _came_in(result: "ImportResult", called: str, path: Path) -> str:
    from planner.store.import_plan import ImportResult  # noqa: PLC0415 - not at the start

    sentences = {
        ImportResult.ADDED: _("“{plan}” was added."),
        ImportResult.ALREADY_HERE: _("“{plan}” is here already, just as it is in {file}."),
        ImportResult.BACK_FROM_TRASH: _("“{plan}” is back from the trash."),
    }
    return sentences[result].format(plan=called, file=path.name)


def safekeeping_of(library: Library) -> "Safekeeping":
    """Return what keeps the library safe: its backups, its trash, its earlier versions."""
    from planner.store.backups import Backups  # noqa: PLC0415 - not at the start
    from planner.store.safekeeping import Safekeeping  # noqa: PLC0415 - as above

    return Safekeeping(library, Backups(library.folder))


class LazySampleWeek:
    """The sample week, read when it is wanted and dated by the clock `now`."""

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        self._now = now

    def holds(self, client_id: str) -> bool:
        """Whether the client of that id is one of the sample's; of no other client the id begins so."""
        return client_id.startswith("week-")

    def make(self) -> "tuple[tuple[Client, ...], tuple[Preparation, ...]]":
        """Return the sample's clients, and the plans of some of them, each with its client."""
        from planner.exchange.sample_week import sample_week  # noqa: PLC0415 - wanted once, if ever

        now = self._now()
        week = sample_week(now.date(), now.tzinfo)
        return week.clients, week.preparations


def sample_by(now: Callable[[], dt.datetime]) -> "Preparation":
    """Return the sample client and plan, dated around the present day."""
    from planner.exchange.sample import sample_preparation  # noqa: PLC0415 - wanted once, if ever

    return sample_preparation(now().date())
