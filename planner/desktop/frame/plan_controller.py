"""The desk on which one client lies open at a time, and perhaps one of its plans."""

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
    from planner.desktop.editing.document import PlanDocument
    from planner.desktop.frame.open_plan import OpenPlan
    from planner.desktop.page.export import PageExport
    from planner.model.plan import Preparation


class PlanController(QObject):
    """Opens plans and clients, tells how saving goes, and puts away only what is on disk as it was typed.

    A client and its plans are opened one after the other in one history: what was done is undone in the plan
    where it was done. What is asked of the open plan is done if there is one, else nothing is.
    """

    open_changed = Signal(bool)
    """Whether a plan lies open and nothing lies on it; told before `opened` and `put_away`."""
    opened = Signal()
    """A plan lies open."""
    client_opened = Signal()
    """A client lies open, without a plan."""
    document_changed = Signal()
    """Another document lies open, or none; told before `opened` and `client_opened`."""
    put_away = Signal(str)
    """All is saved and closed; the id of the plan that lay open, "" if none did."""
    stored = Signal()
    """All that was typed into what lies open is on disk."""
    back_wanted = Signal()
    any_open_changed = Signal(bool)
    """Whether anything lies open, a client alone too."""
    let_go = Signal()
    """A plan or a client was closed, whatever was opened in its place."""
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
        self._failing = self._told_open = False
        self.plan: OpenPlan | None = None
        self.document: PlanDocument | None = None
        """What lies open: a client, and the plan if one does; None for nothing."""
        self.commands = PlanCommands(self, services.settings)

    @property
    def title(self) -> str:
        """The open plan's client and title, "New plan" if both are blank; the client alone without a plan.

        "" when nothing is open.
        """
        if self.document is None:
            return ""
        preparation = self.document.preparation
        names = [part for part in (preparation.client.name, preparation.plan.call.title) if part]
        return " — ".join(names or [_("New plan") if self.plan is not None else _("New client")])

    @property
    def saved(self) -> bool:
        """Whether what lies open is on disk; True when nothing does."""
        from planner.desktop.editing.autosave import SaveState  # noqa: PLC0415 - the start shows no plan

        return self.document is None or self.document.save_state is SaveState.SAVED

    def open_for_ten_minutes(self, plan_id: str) -> None:
        """Open a plan with its essential questions alone, at the first one without an answer."""
        self.open(plan_id)
        if self.plan is not None and self.plan.document.preparation.plan.id == plan_id:
            self.turn_to_ten_minutes(True)
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
        """Put away what lies open and open this plan at its first step.

        If it is a plan of the same client, it is opened in the same history. Nothing changes if what lies
        open cannot be saved, or if this plan cannot be read; a message says so.
        """
        if not self.commit():
            return
        plans = self._services.plans
        try:
            preparation = self._as_known(plans.preparation(plan_id))
        except PlannerError as error:
            self._messages.warn(str(error))
            return
        if self.client_id != preparation.client.id and not self.close():
            return
        plans.begin_editing(plan_id)
        before = self.document
        self._lay_open(self._new_document(preparation) if before is None else before.go_on_with(preparation))
        self._messages.dismiss()

    def open_client(self, client_id: str) -> None:
        """Open a client, in place of another that is put away; nothing if it lies open, with a plan or not.

        Nothing changes if what lies open cannot be saved. If the client cannot be read, a message says so.
        """
        from planner.model.plan import Preparation  # noqa: PLC0415 - the start shows no client

        if self.client_id == client_id or not self.close():
            return
        try:
            client = self._services.plans.client(client_id)
        except PlannerError as error:
            self._messages.warn(str(error))
            return
        self._lay_open(self._new_document(Preparation(client=client)))
        self._messages.dismiss()

    @property
    def client_id(self) -> str:
        """The id of the client that lies open, with a plan or not; "" for none."""
        return "" if self.document is None else self.document.preparation.client.id

    @property
    def shows_plan(self) -> bool:
        """Whether a plan lies open and nothing lies on it."""
        return self._told_open

    def go_back(self) -> None:
        """Emit `back_wanted`: the person wants to go back to where the open plan was opened from."""
        self.back_wanted.emit()

    def lay_beside(self, *, covered: bool) -> None:
        """Take note of whether something else than the open plan is shown: its commands are off then."""
        is_told = self.plan is not None and not covered
        if is_told != self._told_open:
            self._told_open = is_told
            self.open_changed.emit(is_told)

    def _new_document(self, preparation: "Preparation") -> "PlanDocument":
        from planner.desktop.editing.autosave import saving_in  # noqa: PLC0415 - the start shows no plan
        from planner.desktop.editing.document import PlanDocument  # noqa: PLC0415 - as above

        now, jobs = self._services.now, self._services.jobs
        document = PlanDocument(
            preparation, save=saving_in(self._services.plans), jobs=jobs, today=lambda: now().date()
        )
        document.history.turned.connect(self._follow_undo)
        return document

    def _follow_undo(self, document: "PlanDocument") -> None:
        """Lay the plan open to which undo leads."""
        self._services.plans.begin_editing(document.preparation.plan.id)
        self._lay_open(document)

    def _lay_open(self, document: "PlanDocument") -> None:
        """Lay a document open in place of the one before, which is saved, or retired with its history."""
        self._let_go()
        self.document = document
        document.setParent(self)  # unless a plan takes it
        document.changed.connect(self._tell)
        document.save_state_changed.connect(self._tell_save_state)
        has_plan = bool(document.preparation.plan.id)
        if has_plan:
            self.plan = self._opened(document)
        self.document_changed.emit()
        self.any_open_changed.emit(True)
        if self.plan is None:
            self.client_opened.emit()
            return
        self._told_open = True
        self.open_changed.emit(True)
        self.turned.emit(self.plan.ten_minutes.on)
        self.commands.serve(self.plan)
        self.opened.emit()

    def _opened(self, document: "PlanDocument") -> "OpenPlan":
        from planner.desktop.frame.open_plan import STEP_TITLES, OpenPlan  # noqa: PLC0415 - not at the start

        plan = OpenPlan(
            document,
            self._services,
            export=self._page_export(),
            thresholds=self._thresholds,
            messages=self._messages,
            window=self._window,
        )
        plan.call_wanted.connect(self.open_at, Qt.ConnectionType.QueuedConnection)
        plan.ten_minutes.toggled.connect(self.turned)
        self.commands.list_steps(STEP_TITLES)
        return plan

    def _let_go(self) -> None:
        """Close the plan or the client that lay open."""
        plan, document = self.plan, self.document
        self.plan = self.document = None
        if plan is not None:
            plan.close()
        elif document is not None:
            document.deleteLater()
        if document is not None:
            self.let_go.emit()

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
        """Save what lies open and put it away; False, and a message, if it cannot be saved."""
        document = self.document
        if document is None:
            return True
        if not document.close_saved():
            self._warn_not_saved()
            return False
        if self.document is not document:
            return True  # closed while it was being saved, by a signal say
        plan_id = document.preparation.plan.id
        closed, self.plan, self.document = self.plan, None, None
        self.lay_beside(covered=True)
        self.document_changed.emit()
        self.any_open_changed.emit(False)
        self.put_away.emit(plan_id)
        if closed is None:
            document.deleteLater()
        else:
            closed.close()
        self.let_go.emit()
        return True

    def commit(self) -> bool:
        """Block until what lies open is on disk, and leave it open; False, and a message, if it cannot be."""
        if self.document is None or self.document.close_saved():
            return True
        self._warn_not_saved()
        return False

    def may_be_left(self) -> bool:
        """Put away what lies open and return True; if that fails, whether the person gives the changes up."""
        if self.close():
            return True
        from planner.desktop.widgets.dialogs import gives_changes_up  # noqa: PLC0415 - hardly ever wanted

        assert self.document is not None
        return gives_changes_up(self._window, self.document.save_error)

    def save_now(self) -> None:
        """Start saving what lies open at once."""
        if self.document is not None:
            self.document.save_now()

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
        if self.document is None:
            return
        if self.document.save_error:
            self._failing = True
            self._warn_not_saved()
        elif self.saved:
            self.stored.emit()
            self._say_saved_again()

    def _say_saved_again(self) -> None:
        if self._failing:
            self._failing = False
            if not self._messages.tells:  # how it came to be saved, say
                self._messages.tell(_("Saved."))

    def _warn_not_saved(self) -> None:
        assert self.document is not None
        document = self.document
        text = _("Not saved yet. {why}").format(why=document.save_error)
        self._messages.warn_not_stored(text, (_("Try again"), document.save_now))
