"""The commands of the open plan, for menus, keys and the buttons of its forms."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from planner.desktop.settings import Settings
from planner.desktop.widgets.action import Key, action, checkable_action
from planner.translation import _
from planner.wording.document_kinds import CALL_PLAN, DOCUMENTS

if TYPE_CHECKING:
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.frame.plan_controller import PlanController
    from planner.desktop.walk.form_page import FormPage

_PRINTED = "printed"
"""A button that names this document prints the one beside the form; any other exports the one it names."""


class PlanCommands(QObject):
    """The commands of the open plan, enabled while one lies open.

    Only whether the page is shown and whether exports are opened can be chosen at any time.
    """

    steps_listed = Signal()
    """The steps of the walk have become commands, with the first plan opened."""

    def __init__(self, desk: "PlanController", settings: Settings) -> None:
        super().__init__(desk)
        self._desk = desk
        self._of_open = partial(action, self, only_while=desk.open_changed)
        self.save = action(self, _("&Save Now"), desk.save_now, Key.Save, only_while=desk.any_open_changed)
        self.exports = {
            kind.name: self._of_open(_(kind.menu), partial(desk.export, kind.name), kind.keys)
            for kind in DOCUMENTS
        }
        self.open_exported = checkable_action(
            self, _("Open PDFs &After Export"), desk.open_after_export, on=settings.open_exported
        )
        self.print = self._of_open(_("&Print…"), desk.print_page, Key.Print)
        self.page_beside = checkable_action(
            self, _("The &Page Beside the Form"), desk.show_preview, "F9", on=settings.preview_shown
        )
        self.essentials_alone = checkable_action(
            self,
            _("&Essential Questions Only"),
            desk.turn_to_ten_minutes,
            "F8",
            only_while=desk.open_changed,
        )
        self.all_plans = self._of_open(_("&All Plans"), desk.go_back, "Alt+Left")
        self.next_step = self._of_open(_("&Next Step"), desk.next_step, "Ctrl+PgDown")
        self.previous_step = self._of_open(_("&Previous Step"), desk.previous_step, "Ctrl+PgUp")
        self.steps: tuple[QAction, ...] = ()
        desk.turned.connect(self.essentials_alone.setChecked)

    def list_steps(self, titles: tuple[str, ...]) -> None:
        """Make a command of each step of the walk and emit `steps_listed`, once; titles are untranslated."""
        if not self.steps:
            self.steps = tuple(
                self._of_open(f"&{at} {_(title)}", partial(self._desk.go_to_step, at - 1), f"Alt+{at}")
                for at, title in enumerate(titles, 1)
            )
            self.steps_listed.emit()

    def name_way_back(self, place: str) -> None:
        """Say in the command `all_plans` to which place it leads; "" is the list of all plans."""
        self.all_plans.setText(_("&Back to {page}").format(page=place) if place else _("&All Plans"))

    def serve(self, plan: "OpenPlan") -> None:
        """Have the buttons of a plan just opened do what the commands do."""
        plan.left.connect(self.all_plans.trigger)
        plan.ten_minutes.print_wanted.connect(self.print.trigger)
        plan.ten_minutes.export_wanted.connect(self.exports[CALL_PLAN].trigger)
        plan.walk.page_loaded.connect(self._serve_form)
        for page in plan.walk.loaded_pages:
            self._serve_form(page)

    def _serve_form(self, page: "FormPage") -> None:
        """Connect the buttons of a form just loaded that name a document; most forms have none."""
        for button in page.form.findChildren(QPushButton):
            if document := button.property("document"):
                command = self.print if document == _PRINTED else self.exports[document]
                button.clicked.connect(command.trigger)
