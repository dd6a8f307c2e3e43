"""One step back, as in a browser: from insights, backups, trash or earlier versions to where one was."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.plans.plans_page import PlansPage
from planner.desktop.widgets.action import action
from planner.translation import _


@runtime_checkable
class StepsBack(Protocol):
    """A page with more than one view, one behind the other."""

    def step_back(self) -> bool:
        """Go back to the view before; False if the first one is shown."""


@runtime_checkable
class Refreshes(Protocol):
    """A page that can read anew what it shows."""

    def refresh(self) -> None:
        """Read anew what the page shows."""


class WayBack(QObject):
    """Remembers from where each page beside the plans was reached, and goes back there.

    A plan that lay open is opened again at the field one was in. The command `back` is enabled while such a
    page is shown; Esc does the same, where nothing on the page has a use for it.
    """

    def __init__(
        self,
        *,
        area: PageArea,
        desk: PlanController,
        plans_page: PlansPage,
        show_plans: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._area, self._desk, self._plans_page = area, desk, plans_page
        self._show_plans = show_plans
        self._places: list[tuple[QWidget | None, Callable[[], object]]] = []
        self.back = action(self, _("&Back"), self.go_back, "Alt+Left")
        self.back.setEnabled(False)
        area.addAction(self.back)
        area.turned.connect(self._turn)
        desk.open_changed.connect(self._turn)

    @property
    def leads(self) -> bool:
        """Whether a page is shown from which there is a way back: not the list of plans, nor an open plan."""
        return self._desk.plan is None and self._area.page is not self._plans_page

    def leave(self) -> bool:
        """Put the open plan away to go elsewhere, and remember the place; False if it cannot be saved."""
        place = self._place()
        if not self._desk.close():
            return False
        self._places.append(place)
        return True

    def go_back(self) -> None:
        """Go back one step; nothing where there is no way back."""
        page = self._area.page
        if not self.leads or _stepped_back(page):
            return
        while self._places:
            its_page, show = self._places.pop()
            if its_page is not page:
                show()
                break
        if self._area.page is page:  # none is known, or its plan can be read no more
            self._show_plans()

    def _place(self) -> tuple[QWidget | None, Callable[[], object]]:
        page, plan = self._area.page, self._desk.plan
        if plan is not None:
            walk = plan.walk
            plan_id = plan.document.preparation.plan.id
            return None, partial(self._open_again, plan_id, walk.step, walk.field_with_keys())
        if page is None or page is self._plans_page:
            return page, self._show_plans
        return page, partial(self._show_again, page)

    def _open_again(self, plan_id: str, step: int, path: str) -> None:
        self._desk.open(plan_id)
        if self._desk.plan is not None:
            self._desk.plan.walk.go_to(step)
            if path:
                self._desk.plan.walk.go_to_field(path)

    def _show_again(self, page: QWidget) -> None:
        self._area.messages.dismiss()
        self._area.show_page(page)
        if isinstance(page, Refreshes):
            page.refresh()

    def _turn(self) -> None:
        self.back.setEnabled(self.leads)
        if not self.leads:
            self._places.clear()


def _stepped_back(page: object) -> bool:
    return isinstance(page, StepsBack) and page.step_back()
