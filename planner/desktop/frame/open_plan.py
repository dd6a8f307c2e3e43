"""A plan that is open: the walk through it, the page beside it, and what becomes of that page."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.background.latest_wins import cancel_all
from planner.desktop.check.check_on_walk import CheckOnWalk
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.check.client_plans import ClientPlans
from planner.desktop.check.finding_views import CheckResult, CheckRun
from planner.desktop.check.live_check import LiveCheck
from planner.desktop.check.suggesting import Suggesting
from planner.desktop.editing.document import PlanDocument, SaveState
from planner.desktop.editing.form_fields import STEPS, step_index
from planner.desktop.fields.client_name import ClientNameField
from planner.desktop.frame.promoted_widgets import PROMOTED
from planner.desktop.frame.side_panel import SidePanel
from planner.desktop.frame.whose_plan import WhosePlan
from planner.desktop.looking_back.looking_back import LookingBack
from planner.desktop.page.export import PageExport, suggested_name
from planner.desktop.page.footed_pages import FootedPages
from planner.desktop.page.not_printed import tell_not_printed
from planner.desktop.page.preview import PagePreview
from planner.desktop.page.rendering import PageRendering
from planner.desktop.ports import PAPERS
from planner.desktop.price.views import PriceVerdict
from planner.desktop.services import Services
from planner.desktop.ten_minutes.earlier_questions import EarlierPlansReading, EarlierQuestions
from planner.desktop.ten_minutes.ten_minutes import TenMinutePlan
from planner.desktop.walk.form import LoadedPiece
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.walk import WalkPage
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.rendered_page import RenderedPage
from planner.translation import _
from planner.wording.document_kinds import CALL_PLAN, REFLECTION

if TYPE_CHECKING:
    from planner.desktop.price.step import PriceStep

STEP_TITLES = tuple(step.title for step in STEPS)
_AFTER = step_index("after")


class OpenPlan(QObject):
    """Holds an open plan: its document, the walk through it and the page beside it; `close` ends them all."""

    left = Signal()
    call_wanted = Signal(str, str)
    """The person wants to go to another plan: its id, and the form path in it."""

    def __init__(
        self,
        document: PlanDocument,
        services: Services,
        *,
        export: PageExport,
        thresholds: CheckThresholds,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.document = document
        document.setParent(self)  # and goes with it
        self._services = services
        self._jobs, self._settings = services.jobs, services.settings
        self._messages = messages
        self._window = window
        self._thresholds = thresholds
        thresholds.changed.connect(self._look)
        self._past_told = False
        self._read_past()
        document.changed.connect(self._follow_client)
        self._paper_choices: list[QComboBox] = []
        self.walk = WalkPage(document, FormLoader(PROMOTED), parent=window)
        self._looking_back = LookingBack(self.walk, document, self)
        self.ten_minutes = TenMinutePlan(self.walk, document, now=services.now, parent=self)
        self._price_step: PriceStep | None = None
        self.preview = PagePreview(jobs=self._jobs, paper=self._settings.paper, parent=self.walk)
        self.side = SidePanel(self.preview, document, parent=self.walk)
        self.rendering = PageRendering(jobs=self._jobs, paper=self._settings.paper, parent=self)
        self._export = export
        self._check = CheckOnWalk(self.walk, document, today=self._today, thresholds=thresholds, parent=self)
        self._check.call_wanted.connect(self.call_wanted)
        self._suggesting = Suggesting(self.walk, document, today=self._today, parent=self)
        self._live = LiveCheck(document, jobs=self._jobs, failed=self._tell_not_checked, parent=self)
        self._live.seen.connect(self._show_seen)
        self._connect()
        self._look()
        self.rendering.follow(document)
        self.show_preview(self._settings.preview_shown)

    def _read_past(self) -> None:
        """Have the plans of the plan's client read when they are first wanted."""
        self._client_id = self.document.preparation.client.id
        self._past = ClientPlans(partial(self._services.plans.plans_of, self._client_id))

    def _follow_client(self, _path: str) -> None:
        """Look at the plans of another client, once the plan is for another."""
        if self.document.preparation.client.id != self._client_id:
            self._read_past()
            self._look()

    def _show_seen(self, result: CheckResult) -> None:
        self._check.show(result)
        if self._past.problem and not self._past_told:
            self._past_told = True
            pattern = _("The check does not know about earlier calls. {why}")
            self._messages.warn(pattern.format(why=self._past.problem))

    def _today(self) -> dt.date:
        return self._services.now().date()

    def _look(self) -> None:
        now = self._services.now()
        self._live.look_with(CheckRun(self._past, now, self._thresholds.now))
        self.rendering.use(FootedPages(self._services.pages, self._past, now, self._thresholds.now))

    def _tell_not_checked(self, error: Exception) -> None:
        self._messages.warn(_("The plan was not checked. {why}").format(why=error))

    @property
    def document_name(self) -> str:
        """The name of the document beside the form: REFLECTION in the last step, else CALL_PLAN."""
        return REFLECTION if self.walk.step == _AFTER else CALL_PLAN

    @property
    def saved(self) -> bool:
        """Whether all of the plan is on disk."""
        return self.document.save_state is SaveState.SAVED

    def show_preview(self, shown: bool) -> None:  # noqa: FBT001 - a slot of a checkable action
        """Show the panel with the page beside the form, where there is room for both, or hide it."""
        self.side.setVisible(shown)

    def ask_and_export(self, document_name: str) -> None:
        """Ask for a file and write the document of that name to it; nothing if the person cancels."""
        self.document.finish_edit()
        self._export.ask_and_export(self.rendering, self.document.preparation, document_name)

    def export(self, document_name: str, path: Path) -> None:
        """Write the document of that name to the file in the background; the message bar says how it went."""
        self._export.export(self.rendering.making(document_name), path)

    def print_page(self) -> None:
        """Show the print dialog for the document beside the form, and print it."""
        self.document.finish_edit()
        page = self.rendering.making(self.document_name)
        self._jobs.run(page, done=self._ask_and_print, failed=self._tell_not_printed)

    def choose_paper(self, paper: str) -> None:
        """Make pages for that paper, a key of PAPERS, from now on; it is remembered."""
        self._settings.paper = paper
        self.rendering.choose_paper(paper)
        self.preview.set_paper(paper)
        for choice in self._paper_choices:
            choice.setCurrentText(_(PAPERS[paper]))

    def close(self) -> None:
        """Delete the walk, the page and the document, which must be saved, and drop their pending work."""
        self.rendering.follow(None)
        cancel_all(self, self.walk)
        self.walk.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        self.walk.set_side(self.side)
        self.walk.middle.restoreState(self._settings.divider)
        self.walk.middle.splitterMoved.connect(self._remember_divider)
        self.walk.left.connect(self.left)
        self.walk.step_changed.connect(self._turn_to)
        self.walk.page_begun.connect(self._follow_price)
        self.walk.part_built.connect(self._follow_part)
        for page in self.walk.begun_pages:  # the first part is built already
            self._follow_names(page.form.findChildren(ClientNameField))
        self.walk.page_loaded.connect(self._take)
        for page in self.walk.loaded_pages:
            self._take(page)
        self.preview.looked_at.connect(self.rendering.activate)
        self.preview.paper_chosen.connect(self.choose_paper)
        self.rendering.rendered.connect(self.preview.show_page)
        self.rendering.failed.connect(self.preview.show_problem)
        self._turn_to(self.walk.step)

    def _take(self, page: FormPage) -> None:
        """Have a form just loaded choose the paper; most do not."""
        choice = page.form.findChild(QComboBox, "paperChoice")
        if choice is not None:
            self._paper_choices.append(choice)
            choice.setCurrentText(_(PAPERS[self._settings.paper]))
            choice.activated.connect(self._choose_paper_at)

    def _follow_part(self, built: LoadedPiece) -> None:
        """Have a part that offers earlier questions read them, and one that names the client ask."""
        for offered in built.of_kind(EarlierQuestions):
            EarlierPlansReading(offered, self.document, plans=self._services.plans, jobs=self._jobs)
        self._follow_names(built.of_kind(ClientNameField))

    def _follow_names(self, fields: Iterable[ClientNameField]) -> None:
        """Have fields for the client's name know of other plans and clients."""
        for field in fields:
            WhosePlan(field, self.document, self._services.plans)

    def _follow_price(self, page: FormPage) -> None:
        """Have a form just begun follow the price; most do not."""
        if page.form.findChild(PriceVerdict) is not None:
            from planner.desktop.price.step import PriceStep  # noqa: PLC0415 - what it says needs babel

            self._price_step = PriceStep(
                page, self.document, jobs=self._jobs, plans_of=self._services.plans.plans_of
            )

    def _remember_divider(self, _place: int, _divider: int) -> None:
        self._settings.divider = self.walk.middle.saveState()

    def _turn_to(self, step: int) -> None:
        self.side.turn(looking_back=step == _AFTER)
        self.rendering.choose_document(self.document_name)

    def _choose_paper_at(self, index: int) -> None:
        self.choose_paper(tuple(PAPERS)[index])

    def _ask_and_print(self, page: RenderedPage) -> None:
        from planner.desktop.page import printing  # noqa: PLC0415 - loads Qt's printing when it is wanted

        title = suggested_name(self.document.preparation, self.document_name, ending="")
        printing.ask_and_print(page.pdf, title, self._window, self._messages)

    def _tell_not_printed(self, error: Exception) -> None:
        tell_not_printed(error, self._messages)
