"""One step back, as in a browser: from a place, backups, trash or earlier versions to where one was."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.plan_controller import PlanController
from planner.desktop.widgets.action import action
from planner.translation import _


@runtime_checkable
class StepsBack(Protocol):
    """A page with more than one view, one behind the other."""

    def step_back(self) -> bool:
        """Go back to the view before; False if the first one is shown."""


class WayBack(QObject):
    """Remembers from where each page was reached, and goes back there.

    A plan that lay open is opened again at the field one was in. The command `back` is enabled on any page
    but `home`, the first one, while no open plan is shown; Esc does the same, where nothing on the page has a
    use for it.
    """

    def __init__(
        self,
        *,
        area: PageArea,
        desk: PlanController,
        home: QWidget,
        show: Callable[[QWidget], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._area, self._desk, self._home, self._show = area, desk, home, show
        self._places: list[tuple[QWidget | None, Callable[[], object]]] = []
        self.reopening = False
        """Whether a plan is being opened again, as it was left to go elsewhere."""
        self.back = action(self, _("&Back"), self.go_back, "Alt+Left")
        self.back.setEnabled(False)
        area.addAction(self.back)
        area.turned.connect(self._turn)
        desk.open_changed.connect(self._turn)

    @property
    def leads(self) -> bool:
        """Whether a page is shown from which there is a way back: not the first one, nor an open plan."""
        return not self._desk.shows_plan and self._area.page is not self._home

    def leave(self, to: QWidget | None = None) -> bool:
        """Put the open plan away to go elsewhere, and remember the place; False if it cannot be saved.

        A plan that was opened from `to`, where one goes, is not remembered.
        """
        place = self._place()
        if not self._desk.close():
            return False
        if to is None or self._area.page is not to:
            self._places.append(place)
        return True

    def remember_place(self) -> None:
        """Remember the place, to go elsewhere without putting anything away."""
        self._places.append(self._place())

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
        if self._area.page is page and self._desk.close():  # none is known, or its plan can be read no more
            self._show(self._home)

    def _place(self) -> tuple[QWidget | None, Callable[[], object]]:
        page, plan = self._area.page, self._desk.plan
        if plan is None and self._desk.document is not None:
            return None, partial(self._desk.open_client, self._desk.client_id)
        if plan is not None:
            walk = plan.walk
            plan_id = plan.document.preparation.plan.id
            return None, partial(self._open_again, plan_id, walk.step, walk.field_with_keys())
        return page, partial(self._show_again, page or self._home)

    def _show_again(self, page: QWidget) -> None:
        if self._desk.close():
            self._area.messages.dismiss()
            self._show(page)

    def _open_again(self, plan_id: str, step: int, path: str) -> None:
        plan = self._desk.plan
        if plan is not None and plan.document.preparation.plan.id == plan_id:  # it lay under a client's page
            self._desk.lay_beside(covered=False)
            self._area.show_page(plan.walk)
            plan.walk.take_focus()
            return
        self.reopening = True
        self._desk.open(plan_id)
        self.reopening = False
        if self._desk.plan is not None:
            self._desk.plan.walk.go_to(step)
            if path:
                self._desk.plan.walk.go_to_field(path)

    def _turn(self) -> None:
        self.back.setEnabled(self.leads)
        if self._desk.document is None and self._area.page is self._home:
            self._places.clear()


def _stepped_back(page: object) -> bool:
    return isinstance(page, StepsBack) and page.step_back()
