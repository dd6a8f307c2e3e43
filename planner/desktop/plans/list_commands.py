"""The commands of the list of plans: a new plan, and what is done with the one chosen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.widgets.action import Key, action
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.plans.plans_page import PlansPage


class PlanListCommands(QObject):
    """The commands of the list of plans, with their keys.

    Those that make a plan are always enabled; the others while a plan is chosen and the list is shown.
    """

    def __init__(self, page: "PlansPage", actions: PlanActions) -> None:
        super().__init__(page)
        self._page, self._actions = page, actions
        on_chosen = partial(action, self, only_while=page.offer_changed)
        self.new = action(self, _("&New Plan…"), self._ask_for_plan, Key.New)
        self.new_in_ten_minutes = action(
            self, _("New &Ten-Minute Plan…"), self._ask_for_ten_minute_plan, "Ctrl+Shift+N"
        )
        self.open = on_chosen(_("&Open Plan"), page.open_chosen, Key.Open)
        self.duplicate = on_chosen(_("D&uplicate Plan…"), self._ask_for_whom, "Ctrl+Shift+D")
        self.delete = on_chosen(_("&Delete Plan"), page.delete_chosen, Key.Delete)
        # In the line one searches with, and in every text, the key deletes a letter.
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _ask_for_plan(self) -> None:
        self._ask_whose_call(ten_minutes=False)

    def _ask_for_ten_minute_plan(self) -> None:
        self._ask_whose_call(ten_minutes=True)

    def ask_for_call_with(self, client_id: str) -> None:
        """Ask what the new plan for a client is to be: blank, or what goes on from the last call."""
        self._ask_whose_call(ten_minutes=False, client_id=client_id)

    def _ask_whose_call(self, *, ten_minutes: bool, client_id: str = "") -> None:
        from planner.desktop.plans.new_plan import NewPlanDialog  # noqa: PLC0415 - not at the start

        dialog = NewPlanDialog(
            self._actions.clients(),
            self._page.window(),
            ten_minutes=ten_minutes,
            last_call=self._actions.last_calls(),
        )
        dialog.mean_client(client_id)
        dialog.chosen.connect(self._actions.new_plan)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_for_whom(self) -> None:
        """Ask which client the copy of the chosen plan is for; the same one is there to be accepted."""
        from planner.desktop.plans.new_plan import DuplicateDialog  # noqa: PLC0415 - not at the start

        chosen = self._page.chosen
        if chosen is None:
            return
        dialog = DuplicateDialog(self._actions.clients(), chosen, self._page.window())
        dialog.copy_wanted.connect(self._actions.duplicate)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
