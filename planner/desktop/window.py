"""The main window: the list of plans, or one open plan with its page beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

import planner
from planner.desktop.jobs import Jobs
from planner.desktop.menus import Commands, Menus
from planner.desktop.message_bar import MessageBar
from planner.desktop.plan_actions import PlanActions
from planner.desktop.plans_page import PlansPage
from planner.desktop.ports import CALL_PLAN, REFLECTION, Clock, Pages, Plans, WriteFile
from planner.desktop.safekeeping_pages import SafekeepingPages
from planner.desktop.settings import Settings
from planner.desktop.theme import Theme
from planner.desktop.window_place import restore_place
from planner.model.errors import PlannerError
from planner.model.plan import Preparation

if TYPE_CHECKING:
    from planner.desktop.open_plan import OpenPlan
    from planner.desktop.safekeeping_ports import Safekeeping

NAME = "Front Foot"
_ABOUT = """<h3>Front Foot {version}</h3>
<p>Plan a sales call on the front foot: ten to fifteen minutes, one page.</p>
<p>Works wholly offline. Your plans are in this computer's library and nowhere else.</p>
<p>Free software under the MIT licence.</p>"""


class MainWindow(QMainWindow):
    """Shows the plans, opens one at a time, and closes only when what was typed is on disk."""

    def __init__(
        self,
        *,
        plans: Plans,
        pages: Pages,
        write: WriteFile,
        sample: Callable[[], Preparation],
        jobs: Jobs,
        settings: Settings,
        theme: Theme,
        now: Clock,
        keeping: Callable[[], "Safekeeping"],
    ) -> None:
        super().__init__()
        self._plans = plans
        self._pages = pages
        self._write = write
        self._jobs = jobs
        self._settings = settings
        self._now = now
        self.open: OpenPlan | None = None
        self._failing = False
        self._undo = QUndoGroup(self)
        self._plan_actions = PlanActions(plans=plans, jobs=jobs, sample=sample, parent=self)
        self._undo.addStack(self._plan_actions.undo_stack)
        self._keeping = keeping
        self._lay_out(theme)
        self._menus = Menus(self, self._commands(), self._undo)
        self._menus.show_choices(preview=settings.preview_shown, open_exported=settings.open_exported)
        self._connect()
        self._turn_to_list()
        restore_place(self, settings.geometry)

    def open_plan(self, plan_id: str) -> None:
        """Open a plan at its first step, once the one open before is saved."""
        if not self._close_plan():
            return
        from planner.desktop.document import PlanDocument  # noqa: PLC0415 - the start shows no plan
        from planner.desktop.open_plan import STEP_TITLES, OpenPlan  # noqa: PLC0415 - as above

        try:
            preparation = self._plans.preparation(plan_id)
        except PlannerError as error:
            self.messages.warn(str(error))
            return
        self._plans.begin_editing(plan_id)
        document = PlanDocument(
            preparation, save=self._plans.save, jobs=self._jobs, today=lambda: self._now().date()
        )
        self.open = OpenPlan(
            document,
            pages=self._pages,
            write=self._write,
            jobs=self._jobs,
            settings=self._settings,
            messages=self.messages,
            window=self,
        )
        self.open.left.connect(self.show_plans)
        document.changed.connect(self._show_title)
        document.save_state_changed.connect(self._show_save_state)
        self._undo.addStack(document.undo_stack)
        self._undo.setActiveStack(document.undo_stack)
        self._pages_stack.addWidget(self.open.walk)
        self._pages_stack.setCurrentWidget(self.open.walk)
        self.open.walk.focus_form()
        self._menus.offer_steps(STEP_TITLES, self._go_to_step)
        self._menus.apply_to(walk=True, chosen=False)
        self._show_title()
        self.messages.dismiss()

    def show_plans(self) -> None:
        """Save the open plan and go back to the list."""
        if self._close_plan() and self.safekeeping.shown:
            self._turn_to_list()

    def save_now(self) -> None:
        """Start saving what is open, whatever else is wrong."""
        if self.open is not None:
            self.open.document.save_now()

    def tell_crash(self, log_file: Path) -> Callable[[str], None]:
        """Return what shows a report of something broken, also to be found in the log file."""

        def tell(report: str) -> None:
            from planner.desktop.crash_dialog import CrashDialog  # noqa: PLC0415 - hardly ever wanted

            CrashDialog(report, str(log_file), self).exec()

        return tell

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is saved, or when the person gives the changes up."""
        if not self._close_plan() and not self._gives_up():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        self._jobs.wait()
        event.accept()

    def _close_plan(self) -> bool:
        """Save and let go of the open plan; False, and say why, if it cannot be saved."""
        if self.open is None:
            return True
        document = self.open.document
        if not document.close_saved():
            self._warn_not_saved()
            return False
        opened, self.open = self.open, None
        self._undo.removeStack(document.undo_stack)
        self._pages_stack.removeWidget(opened.walk)
        opened.close()
        self._turn_to_list()
        self.plans_page.refresh()
        self.plans_page.choose(document.preparation.plan.id)
        return True

    def _gives_up(self) -> bool:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - as above

        assert self.open is not None
        answer = QMessageBox.warning(
            self,
            NAME,
            f"The last changes are not saved. {self.open.document.save_error}",
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Discard

    def _turn_to_list(self) -> None:
        self._pages_stack.setCurrentWidget(self.plans_page)
        self._undo.setActiveStack(self._plan_actions.undo_stack)
        self._show_title()
        self._show_choice()
        self.plans_page.take_focus()

    def _turn_to_side(self) -> None:
        self._menus.apply_to(walk=False, chosen=False)

    def _show_title(self, _path: str = "") -> None:
        if self.open is None:
            self.setWindowTitle(NAME)
        else:
            preparation = self.open.document.preparation
            named = [part for part in (preparation.client.name, preparation.plan.call.title) if part]
            self.setWindowTitle(
                " — ".join((*(named or ["New plan"]), NAME)).replace(f" — {NAME}", f"[*] — {NAME}")
            )
        self._show_modified()

    def _show_modified(self) -> None:
        self.setWindowModified(self.open is not None and not self.open.saved)

    def _show_save_state(self) -> None:
        self._show_modified()
        if self.open is not None and self.open.document.save_error:
            self._failing = True
            self._warn_not_saved()
        elif self._failing and self.open is not None and self.open.saved:
            self._failing = False
            self.messages.tell("Saved.")

    def _warn_not_saved(self) -> None:
        assert self.open is not None
        document = self.open.document
        self.messages.warn(f"Not saved yet. {document.save_error}", ("Try again", document.save_now))

    def _ask_whose_call(self) -> None:
        from planner.desktop.new_plan import NewPlanDialog  # noqa: PLC0415 - not at the start

        dialog = NewPlanDialog(self._plan_actions.client_names(), self)
        dialog.accepted.connect(lambda: self._plan_actions.new_plan(dialog.client_name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _tell_deleted(self, called: str) -> None:
        self.messages.tell(f"Deleted “{called}”.", ("Undo", self._plan_actions.undo_stack.undo))

    def _dismiss_message(self, _plan_id: str) -> None:
        self.messages.dismiss()

    def _show_choice(self) -> None:
        if self.open is None and not self.safekeeping.shown:
            self._menus.apply_to(walk=False, chosen=self.plans_page.chosen is not None)

    def _find(self) -> None:
        if self._close_plan():
            self.show_plans()
            self.plans_page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.plans_page.search.selectAll()

    def _export(self, document_name: str) -> None:
        if self.open is not None:
            self.open.ask_and_export(document_name)

    def _print(self) -> None:
        if self.open is not None:
            self.open.print_page()

    def _show_preview(self, shown: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        self._settings.preview_shown = shown
        if self.open is not None:
            self.open.show_preview(shown)

    def _remember_open_exported(self, wanted: bool) -> None:  # noqa: FBT001 - as above
        self._settings.open_exported = wanted

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - as above
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def _go_to_step(self, step: int) -> None:
        if self.open is not None:
            self.open.walk.go_to(step)

    def _next_step(self) -> None:
        if self.open is not None:
            self.open.walk.next()

    def _previous_step(self) -> None:
        if self.open is not None:
            self.open.walk.back()

    def _tell_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - as above

        QMessageBox.about(self, f"About {NAME}", _ABOUT.format(version=planner.__version__))

    def _commands(self) -> Commands:
        return Commands(
            new_plan=self._ask_whose_call,
            duplicate=self.plans_page.duplicate_chosen,
            delete=self.plans_page.delete_chosen,
            open_plan=self.plans_page.open_chosen,
            save=self.save_now,
            export_call_plan=partial(self._export, CALL_PLAN),
            export_reflection=partial(self._export, REFLECTION),
            open_exported=self._remember_open_exported,
            print_page=self._print,
            find=self._find,
            show_preview=self._show_preview,
            full_screen=self._fill_screen,
            all_plans=self.show_plans,
            earlier_versions=self.safekeeping.show_history,
            backups=self.safekeeping.show_backups,
            trash=self.safekeeping.show_trash,
            next_step=self._next_step,
            previous_step=self._previous_step,
            about=self._tell_about,
        )

    def _connect(self) -> None:
        self.plans_page.opened.connect(self.open_plan)
        self.plans_page.client_wanted.connect(self._ask_whose_call)
        self.plans_page.choice_changed.connect(self._show_choice)
        self.safekeeping.entered.connect(self._turn_to_side)
        self.safekeeping.left.connect(self.show_plans)
        self.safekeeping.plan_made.connect(self.open_plan)
        self._plan_actions.made.connect(self.open_plan)
        self._plan_actions.deleted.connect(self._tell_deleted)
        self._plan_actions.restored.connect(self._dismiss_message)
        self._plan_actions.failed.connect(self.messages.warn)

    def _lay_out(self, theme: Theme) -> None:
        whole = QWidget(self)
        self.messages = MessageBar(whole)
        self._pages_stack = QStackedWidget(whole)
        self.plans_page = PlansPage(
            plans=self._plans,
            actions=self._plan_actions,
            jobs=self._jobs,
            now=self._now,
            theme=theme,
            parent=self._pages_stack,
        )
        self._pages_stack.addWidget(self.plans_page)
        self.safekeeping = SafekeepingPages(
            keeping=self._keeping,
            plans=self._plans,
            actions=self._plan_actions,
            jobs=self._jobs,
            now=self._now,
            theme=theme,
            messages=self.messages,
            stack=self._pages_stack,
            plans_page=self.plans_page,
            close_plan=self._close_plan,
            parent=self,
        )
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages_stack, 1)
        column.addWidget(self.messages)
        self.setCentralWidget(whole)
