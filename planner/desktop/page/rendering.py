"""The page that follows the typing: rendered in the background, latest wins."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.document import PlanDocument
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.wording.document_kinds import CALL_PLAN

PAUSE_MS = 120
"""How long typing must pause before the page is rendered; with the rendering it stays under 400 ms."""


Press = Callable[[str, Preparation, str], RenderedPage]
"""Makes the document of that name for a plan on a paper; slow, safe on any thread."""


class RenderRequest(msgspec.Struct, frozen=True):
    """Which document of which plan, on which paper, and what makes it."""

    press: Press
    name: str
    preparation: Preparation
    paper: str

    def same_as(self, other: "RenderRequest | None") -> bool:
        """Whether both are of the very same plan; plans are frozen, so identity is enough."""
        return (
            other is not None
            and self.preparation is other.preparation
            and self.press is other.press
            and (self.name, self.paper) == (other.name, other.paper)
        )


class PageRendering(QObject):
    """Keeps the page of one document up to date.

    At most one rendering runs at a time; what changed meanwhile is rendered next. A result of the
    same plan, document and paper is shown even if keys were typed meanwhile: the next one follows.
    """

    rendered = Signal(object)
    """A page is there: a RenderedPage."""
    failed = Signal(str)
    """The page could not be made; why."""

    def __init__(self, *, jobs: Jobs, paper: str, parent: QObject) -> None:
        super().__init__(parent)
        self._press: Press | None = None
        self._jobs = jobs
        self._document: PlanDocument | None = None
        self._name = CALL_PLAN
        self._paper = paper
        self._active = False
        self._running: RenderRequest | None = None
        self._shown: RenderRequest | None = None
        self._page: RenderedPage | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._render)

    @property
    def paper(self) -> str:
        """The paper pages are made for."""
        return self._paper

    def follow(self, document: PlanDocument | None) -> None:
        """Follow another document from now on, or none."""
        if self._document is not None:
            self._document.changed.disconnect(self._wait)
        self._document = document
        self._shown = self._page = None
        self._pause.stop()
        if document is not None:
            document.changed.connect(self._wait)
            self._render()

    def activate(self, active: bool) -> None:  # noqa: FBT001 - a slot for looked_at(bool)
        """Render only while somebody looks."""
        self._active = active
        self._render()

    def use(self, press: Press) -> None:
        """Make pages with that press from now on; without one there are none."""
        self._press = press
        self._render()

    def choose_document(self, name: str) -> None:
        """Show the document of that name."""
        if name != self._name:
            self._name = name
            self._render()

    def choose_paper(self, paper: str) -> None:
        """Make pages for that paper."""
        if paper != self._paper:
            self._paper = paper
            self._render()

    def making(self, name: str) -> Callable[[], RenderedPage]:
        """Return what makes the document's page as of now: the one shown, or a new one where that is behind.

        It holds values only and is slow: for a job.
        """
        assert self._document is not None
        assert self._press is not None
        order = RenderRequest(self._press, name, self._document.preparation, self._paper)
        if self._page is not None and order.same_as(self._shown):
            return partial(_made_already, self._page)
        return partial(order.press, name, order.preparation, order.paper)

    def _wait(self, _path: str) -> None:
        self._pause.start()

    def _render(self) -> None:
        """Start rendering, unless one is running (it starts the next) or nothing has changed."""
        if self._document is None or self._press is None or not self._active or self._running is not None:
            return
        order = RenderRequest(self._press, self._name, self._document.preparation, self._paper)
        if not order.same_as(self._shown):
            self._running = order
            work = partial(order.press, order.name, order.preparation, order.paper)
            self._jobs.run(work, done=self._take, failed=self._give_up)

    def _take(self, page: RenderedPage) -> None:
        if self._finish(page):
            self.rendered.emit(page)
        self._go_on()

    def _give_up(self, error: Exception) -> None:
        if self._finish(None):
            self.failed.emit(str(error))
        self._go_on()

    def _finish(self, page: RenderedPage | None) -> bool:
        """Note what was made, and whether it is still wanted."""
        made, self._running = self._running, None
        if made is None or not self._is_of_what_is_shown(made):
            return False
        self._shown, self._page = made, page
        return True

    def _go_on(self) -> None:
        if not self._pause.isActive():
            self._render()

    def _is_of_what_is_shown(self, made: RenderRequest) -> bool:
        """Whether a result is of the plan, document and paper shown, if perhaps a few keys old."""
        if self._document is None:
            return False
        same_plan = made.preparation.plan.id == self._document.preparation.plan.id
        return same_plan and (made.name, made.paper) == (self._name, self._paper)


def _made_already(page: RenderedPage) -> RenderedPage:
    return page
