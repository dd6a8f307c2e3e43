"""From a preparation to the bytes of a PDF."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Protocol, runtime_checkable

from planner.charts.chart import Chart
from planner.coaching.insights.report import Insights
from planner.documents.building import Builder
from planner.documents.errors import MarkupProblem, NoSuchDocument, TemplateProblem
from planner.documents.fitting import Layout, Paging
from planner.documents.fonts import FontBook
from planner.documents.markup import Element, read_markup
from planner.documents.shaping import Shaper
from planner.documents.sheet import About, PageCanvas
from planner.documents.templates import Templates
from planner.documents.views.call_plan import call_plan_view
from planner.documents.views.client_agenda import client_agenda
from planner.documents.views.client_price import client_price
from planner.documents.views.day import day_view
from planner.documents.views.dossier import dossier_view
from planner.documents.views.insights import insights_view
from planner.documents.views.price_workings import price_workings_view
from planner.documents.views.reflection import reflection_view
from planner.model.field_texts import blank_where_unread
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.wording.contacts_apart import with_labels
from planner.wording.document_kinds import (
    CALL_PLAN,
    DAY,
    DOCUMENT_NAMES,
    FOR_THE_CLIENT,
    INSIGHTS,
    REFLECTION,
)


class Paper(StrEnum):
    """The size of paper that a document is set for."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: (595.276, 841.89), Paper.LETTER: (612.0, 792.0)}


VIEWS: dict[str, Callable[[Preparation], object]] = {
    CALL_PLAN: call_plan_view,
    "agenda": client_agenda,
    "price": client_price,
    "price-workings": price_workings_view,
    REFLECTION: reflection_view,
    "dossier": dossier_view,
}
"""What makes of a plan the words that each document's template is handed."""


@runtime_checkable
class Charted(Protocol):
    """A view that has charts for its template to place."""

    @property
    def charts(self) -> Mapping[str, Chart]:
        """The charts by name."""


class Renderer:
    """Renders documents; thread-safe, and the same plan gives the same bytes.

    Templates are looked for in the given folders first, then among our own.
    """

    def __init__(self, template_folders: Sequence[Path] = ()) -> None:
        self._templates = Templates(template_folders)
        self._one_at_a_time = Lock()

    def render(
        self, name: str, preparation: Preparation, paper: Paper = Paper.A4, *, footing: str = ""
    ) -> RenderedPage:
        """Return the document set as PDF; NoSuchDocument or TemplateProblem if that cannot be done.

        `footing` says where the rep stands, for the foot of the call plan; other documents ignore it.
        """
        if name not in VIEWS:
            raise NoSuchDocument(name, DOCUMENT_NAMES)
        if name in FOR_THE_CLIENT:  # they are not told what we are about to replace
            preparation = blank_where_unread(preparation)
        preparation = with_labels(preparation, for_client=name in FOR_THE_CLIENT)
        view = partial(VIEWS[name], preparation)
        return self._filled(name, partial(view, footing=footing) if name == CALL_PLAN else view, paper)

    def render_insights(self, insights: Insights, paper: Paper = Paper.A4) -> RenderedPage:
        """Return the report over many calls as PDF; TemplateProblem if its template is wrong."""
        return self._filled(INSIGHTS, partial(insights_view, insights), paper)

    def render_day(self, day: dt.date, calls: Sequence[Preparation], paper: Paper = Paper.A4) -> RenderedPage:
        """Return the sheet of a day as PDF, with these calls in the order given.

        TemplateProblem if its template is wrong.
        """
        return self._filled(DAY, partial(day_view, day, calls), paper)

    def _filled(self, name: str, view: Callable[[], object], paper: Paper) -> RenderedPage:
        with self._one_at_a_time:
            made = view()
            text = self._templates.filled(name, made)
            charts = made.charts if isinstance(made, Charted) else {}
            try:
                return self._printed(read_markup(text), paper, charts)
            except MarkupProblem as problem:
                raise TemplateProblem(f"{name}.xml.j2", None, str(problem)) from problem

    @cached_property
    def _fonts(self) -> FontBook:
        return FontBook()

    @cached_property
    def _shaper(self) -> Shaper:
        return Shaper(self._fonts)

    def _printed(self, page: Element, paper: Paper, charts: Mapping[str, Chart]) -> RenderedPage:
        builder = Builder(self._shaper, charts, page.get("whole"))
        width, height = _SIZES[paper]
        paging = Paging(width, height, page.whole("pages", 1))
        layout = Layout(builder.body(page), lambda number, cut: builder.footer(page, number, cut), paging)
        about = About(page.get("title"), page.get("subject"), page.get("language", "en-GB"))
        sheet = PageCanvas(width, height, about, self._fonts.face())
        pages, notes = layout.draw(sheet)
        return RenderedPage(sheet.finish(), pages, tuple(sheet.missing), tuple(notes.shortened))
