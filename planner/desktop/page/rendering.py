"""The page that follows the typing: rendered in the background, latest wins."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins, same_parts
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.wording.document_kinds import CALL_PLAN

PAUSE_MS = 120
"""How long typing must pause before the page is rendered; with the rendering it stays under 400 ms."""


PageMaker = Callable[[str, Preparation, str], RenderedPage]
"""Makes the document of that name for a plan on a paper; slow, safe on any thread."""


class RenderRequest(msgspec.Struct, frozen=True):
    """The plan, the name of the document to make of it, the paper, and the function that makes it."""

    maker: PageMaker
    name: str
    preparation: Preparation
    paper: str


class PageRendering(QObject):
    """Renders one document of the plan anew whenever the plan changes, while somebody looks.

    `rendered` is emitted even if keys were typed while the page was made: the next follows in their pause.
    A page of a plan, document or paper that is not the one wanted any more is dropped.
    """

    rendered = Signal(object)
    """A page is there: a RenderedPage."""
    failed = Signal(str)
    """The page could not be made; why."""

    def __init__(self, *, jobs: Jobs, paper: str, parent: QObject) -> None:
        super().__init__(parent)
        self._maker: PageMaker | None = None
        self._document: PlanDocument | None = None
        self._name = CALL_PLAN
        self._paper = paper
        self._active = False
        self._shown: RenderRequest | None = None
        self._page: RenderedPage | None = None
        self._worker = LatestWins(_made, jobs=jobs, done=self._show, failed=self._give_up, parent=self)
        self._pause = Debounce(PAUSE_MS, self)
        self._pause.elapsed.connect(self._render)

    @property
    def paper(self) -> str:
        """The paper that pages are made for, a key of PAPERS."""
        return self._paper

    def follow(self, document: PlanDocument | None) -> None:
        """Follow this document from now on, None for none; the page of the one before is dropped."""
        if self._document is not None:
            self._document.changed.disconnect(self._wait)
        self._document = document
        self._shown = self._page = None
        self._pause.cancel()
        if document is not None:
            document.changed.connect(self._wait)
        self._render_anew()

    def activate(self, active: bool) -> None:  # noqa: FBT001 - a slot for looked_at(bool)
        """Render while `active`; else ask for no page until it is again. One asked for before still comes."""
        self._active = active
        self._render()

    def use(self, maker: PageMaker) -> None:
        """Make pages with that maker from now on; without a maker no page is made."""
        self._maker = maker
        self._render_anew()

    def choose_document(self, name: str) -> None:
        """Render the document of that name from now on."""
        if name != self._name:
            self._name = name
            self._render_anew()

    def choose_paper(self, paper: str) -> None:
        """Make pages for that paper from now on."""
        if paper != self._paper:
            self._paper = paper
            self._render_anew()

    def making(self, name: str) -> Callable[[], RenderedPage]:
        """Return a function that gives the page of the document `name` for the plan as it is now.

        It returns the page shown if that is up to date, else makes one. It holds values only and is slow:
        for a job.
        """
        assert self._document is not None
        assert self._maker is not None
        request = RenderRequest(self._maker, name, self._document.preparation, self._paper)
        if self._page is not None and same_parts(request, self._shown):
            return partial(_made_already, self._page)
        return partial(_made, request)

    def _wait(self, _path: str) -> None:
        self._worker.cancel_waiting()
        self._pause.trigger()

    def _render_anew(self) -> None:
        """Render what is wanted now. The page in the making is of something else, looked at or not."""
        self._worker.cancel()
        self._render()

    def _render(self) -> None:
        """Have the page made of the plan as it is now, unless it is shown."""
        if self._document is None or self._maker is None or not self._active:
            return
        request = RenderRequest(self._maker, self._name, self._document.preparation, self._paper)
        if same_parts(request, self._shown):
            self._worker.cancel()
        else:
            self._worker.ask_once(request)

    def _show(self, request: RenderRequest, page: RenderedPage) -> None:
        self._shown, self._page = request, page
        self.rendered.emit(page)

    def _give_up(self, request: RenderRequest, error: Exception) -> None:
        self._shown, self._page = request, None
        self.failed.emit(str(error))


def _made(request: RenderRequest) -> RenderedPage:
    return request.maker(request.name, request.preparation, request.paper)


def _made_already(page: RenderedPage) -> RenderedPage:
    return page
