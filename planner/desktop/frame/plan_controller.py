"""The desk on which one plan lies open at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.frame.plan_commands import PlanCommands
from planner.desktop.services import Services
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.errors import PlannerError
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.page.export import PageExport
    from planner.model.plan import Preparation


class PlanController(QObject):
    """Opens plans, tells how saving goes, and puts a plan away only when what was typed is on disk.

    What is asked of the open plan is done if there is one, else nothing is.
    """

    open_changed = Signal(bool)
    """Whether a plan lies open; told before `opened` and `put_away`."""
    opened = Signal()
    """A plan lies open."""
    put_away = Signal(str)
    """The plan is saved and closed; its id."""
    turned = Signal(bool)
    """Whether the open plan is a ten-minute plan has changed."""
    told = Signal()
    """What the open plan is called, or whether it is saved, may have changed."""

    def __init__(
        self,
        services: Services,
        *,
        thresholds: CheckThresholds,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._export: PageExport | None = None
        self._thresholds = thresholds
        self._messages = messages
        self._window = window
        self._failing = False
        self.plan: OpenPlan | None = None
        self.commands = PlanCommands(self, services.settings)

    @property
    def title(self) -> str:
        """The open plan's client and title, "New plan" if both are blank; "" when none is open."""
        if self.plan is None:
            return ""
        preparation = self.plan.document.preparation
        names = [part for part in (preparation.client.name, preparation.plan.call.title) if part]
        return " — ".join(names or [_("New plan")])

    @property
    def saved(self) -> bool:
        """Whether the open plan is on disk; True when none is open."""
        return self.plan is None or self.plan.saved

    def open_for_ten_minutes(self, plan_id: str) -> None:
        """Open a plan with its essential questions alone, at the first one without an answer."""
        self.open(plan_id)
        self.turn_to_ten_minutes(True)
        if self.plan is not None:
            self.plan.ten_minutes.go_to_next_open()

    def open_at(self, plan_id: str, path: str) -> None:
        """Open a plan at the field with the form path."""
        self.open(plan_id)
        if self.plan is not None and self.plan.document.preparation.plan.id == plan_id:
            self.plan.walk.go_to_field(path)

    def turn_to_ten_minutes(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Ask the essential questions of the open plan alone, or all of them."""
        if self.plan is not None:
            self.plan.ten_minutes.turn(wanted)

    def open(self, plan_id: str) -> None:
        """Put the open plan away and open this one at its first step.

        Nothing changes if the open one cannot be saved. If this one cannot be read, a message says so.
        """
        if not self.close():
            return
        from planner.desktop.editing.document import PlanDocument  # noqa: PLC0415 - the start shows no plan
        from planner.desktop.frame.open_plan import STEP_TITLES, OpenPlan  # noqa: PLC0415 - as above

        plans, now = self._services.plans, self._services.now
        try:
            preparation = plans.preparation(plan_id)
        except PlannerError as error:
            self._messages.warn(str(error))
            return
        plans.begin_editing(plan_id)
        document = PlanDocument(
            self._as_known(preparation), save=plans.save, jobs=self._services.jobs, today=lambda: now().date()
        )
        self.plan = OpenPlan(
            document,
            self._services,
            export=self._page_export(),
            thresholds=self._thresholds,
            messages=self._messages,
            window=self._window,
        )
        self.plan.call_wanted.connect(self.open_at, Qt.ConnectionType.QueuedConnection)
        self.plan.ten_minutes.toggled.connect(self.turned)
        document.changed.connect(self._tell)
        document.save_state_changed.connect(self._tell_save_state)
        self._messages.dismiss()
        self.commands.list_steps(STEP_TITLES)
        self.open_changed.emit(True)
        self.turned.emit(self.plan.ten_minutes.on)
        self.commands.serve(self.plan)
        self.opened.emit()

    def _as_known(self, preparation: "Preparation") -> "Preparation":
        """Return a stored plan with what is known by now of the call before it."""
        from planner.coaching.last_time import with_last_time  # noqa: PLC0415 - the start shows no plan

        try:
            others = self._services.plans.plans_of(preparation.client.id)
        except PlannerError:
            return preparation  # what it keeps of that call stands; the check says that plans cannot be read
        return with_last_time(preparation, others, self._services.now().date())

    def _page_export(self) -> "PageExport":
        """Return what exports pages. It outlives the plan: what was begun is told all the same."""
        from planner.desktop.page.export import PageExport  # noqa: PLC0415 - the start shows no plan

        if self._export is None:
            self._export = PageExport(self._services, messages=self._messages, parent=self._window)
        return self._export

    def close(self) -> bool:
        """Save the open plan and put it away; False, and a message, if it cannot be saved."""
        if self.plan is None:
            return True
        document = self.plan.document
        if not document.close_saved():
            self._warn_not_saved()
            return False
        if self.plan is None or self.plan.document is not document:
            return True  # closed while it was being saved, by a signal say
        closed, self.plan = self.plan, None
        self.open_changed.emit(False)
        self.put_away.emit(document.preparation.plan.id)
        closed.close()
        return True

    def commit(self) -> bool:
        """Block until the open plan is on disk, and leave it open; False, and a message, if it cannot be."""
        if self.plan is None or self.plan.document.close_saved():
            return True
        self._warn_not_saved()
        return False

    def may_be_left(self) -> bool:
        """Put the open plan away and return True; if that fails, whether the person gives the changes up."""
        if self.close():
            return True
        from planner.desktop.widgets.dialogs import gives_changes_up  # noqa: PLC0415 - hardly ever wanted

        assert self.plan is not None
        return gives_changes_up(self._window, self.plan.document.save_error)

    def save_now(self) -> None:
        """Start saving the open plan at once."""
        if self.plan is not None:
            self.plan.document.save_now()

    def export(self, document_name: str) -> None:
        """Ask for a file and write the document of that name to it."""
        if self.plan is not None:
            self.plan.ask_and_export(document_name)

    def print_page(self) -> None:
        """Show the print dialog for the document beside the form, and print it."""
        if self.plan is not None:
            self.plan.print_page()

    def show_preview(self, shown: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Show the page beside the form, or hide it; remembered for all plans."""
        self._services.settings.preview_shown = shown
        if self.plan is not None:
            self.plan.show_preview(shown)

    def open_after_export(self, wanted: bool) -> None:  # noqa: FBT001 - as above
        """Set whether a PDF is opened once it is exported; remembered."""
        self._services.settings.open_exported = wanted

    def go_to_step(self, step: int) -> None:
        """Show a step, counted from 0."""
        if self.plan is not None:
            self.plan.walk.go_to(step)

    def next_step(self) -> None:
        """Show the step after the one shown."""
        if self.plan is not None:
            self.plan.walk.next()

    def previous_step(self) -> None:
        """Show the step before the one shown."""
        if self.plan is not None:
            self.plan.walk.back()

    def _tell(self, _path: str) -> None:
        self.told.emit()

    def _tell_save_state(self) -> None:
        self.told.emit()
        if self.plan is None:
            return
        if self.plan.document.save_error:
            self._failing = True
            self._warn_not_saved()
        elif self._failing and self.plan.saved:
            self._failing = False
            if not self._messages.tells:  # how it came to be saved, say
                self._messages.tell(_("Saved."))

    def _warn_not_saved(self) -> None:
        assert self.plan is not None
        document = self.plan.document
        text = _("Not saved yet. {why}").format(why=document.save_error)
        self._messages.warn_not_stored(text, (_("Try again"), document.save_now))
