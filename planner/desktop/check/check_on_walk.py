"""What the check sees, beside the steps it belongs to: banners, badges and the review."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.finding_views import NOTHING_YET, CheckResult
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.walk import WalkPage
from planner.model.fields import is_blank
from planner.model.plan import AnsweredFinding
from planner.translation import N_, _

_ANSWER = N_("an answer to the check")


class CheckOnWalk(QObject):
    """Shows on a walk what the check sees, and keeps the answers to it in the plan."""

    call_wanted = Signal(str, str)
    """The person wants to go to another plan: its id, and the form path in it."""

    def __init__(
        self,
        walk: WalkPage,
        document: PlanDocument,
        *,
        today: Callable[[], dt.date],
        thresholds: CheckThresholds,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        self._document = document
        self._today = today
        self._thresholds = thresholds
        self._advice: OutcomeAdvice | None = None
        self._seen = NOTHING_YET
        self._banners: dict[FormPage, FindingsBanner] = {}
        thresholds.changed.connect(self._advise)
        walk.page_begun.connect(self._put_banner)
        walk.page_loaded.connect(self._take)
        walk.step_changed.connect(self._follow_step)
        for page in walk.begun_pages:
            self._put_banner(page)
        for page in walk.loaded_pages:
            self._take(page)

    def show(self, seen: CheckResult) -> None:
        """Show this result: badges on all steps, findings on the step shown, and on others once turned to."""
        self._seen = seen
        for number in range(len(STEPS)):
            findings = seen.by_step[number]
            still_open = sum(not finding.is_answered for finding in findings)
            self._walk.panel.steps.show_findings(number, still_open)
        page = self._walk.page_of(self._walk.step)
        if page is not None:
            self._show_on(page)

    def _put_banner(self, page: FormPage) -> None:
        if STEPS[self._walk.step_of(page)].key == "after":
            return
        banner = self._banners[page] = FindingsBanner(page.form)
        page.put_under_title(banner)
        banner.led.connect(self._lead)
        banner.typed.connect(self._note)
        banner.answered.connect(self._keep)
        banner.taken_back.connect(self._take_back)
        self._show_on(page)

    def _take(self, page: FormPage) -> None:
        if STEPS[self._walk.step_of(page)].key == "after":
            self._advice = page.form.findChild(OutcomeAdvice)
            self._advise()
            return
        standings = page.form.findChild(StandingsList)
        if standings is not None:
            standings.led.connect(self._lead)
        self._show_on(page)

    def _show_on(self, page: FormPage) -> None:
        if self._seen is NOTHING_YET:
            return
        step = self._walk.step_of(page)
        if (banner := self._banners.get(page)) is not None:
            self._show_in(banner, page)
        for hint in page.form.findChildren(FindingHint):
            blank = is_blank(self._document.read(hint.tells))
            hint.show_findings(self._seen.by_step[step], blank=blank)
        standings = page.form.findChild(StandingsList)
        if standings is not None:
            standings.show_standings(self._seen.standings)
            heading = page.form.findChild(QLabel, "standingsSection")
            assert heading is not None
            heading.setText(_("Where you stood") if self._seen.rests else _("Where you stand"))

    def _show_in(self, banner: FindingsBanner, page: FormPage) -> None:
        """Show findings on top of a page; what has the keys stays where it is on the screen."""
        step = self._walk.step_of(page)
        findings, begun = self._seen.by_step[step], self._seen.begun[step]
        if self._seen.rests:
            banner.rest()
        elif not banner.shows(findings, begun=begun):
            # The first findings are there before anybody types: the form then stays at its top.
            someone_types = not banner.isHidden() and page.types_outside(banner)
            if someone_types:
                page.anchor.hold()
            banner.keep_height(someone_types)
            banner.show_findings(findings, begun=begun)

    def _advise(self) -> None:
        if self._advice is not None:
            self._advice.judge_by(self._thresholds.now)

    def _follow_step(self, step: int) -> None:
        """Show what was seen meanwhile; nobody types here now, so that it takes the room it needs."""
        page = self._walk.page_of(step)
        if page is not None:
            if (banner := self._banners.get(page)) is not None:
                banner.keep_height(False)
            self._show_on(page)

    def _lead(self, plan_id: str, path: str) -> None:
        if plan_id:
            self.call_wanted.emit(plan_id, path)
        else:
            self._walk.go_to_field(path)

    def _note(self, rule: str, because: str) -> None:
        """Have an answer in the plan as it is typed; all of the typing is one undo step."""
        given = (AnsweredFinding(rule=rule, because=because, on=self._today()),) if because else ()
        self._document.edit("answers", (*self._others(rule), *given), words=_(_ANSWER))

    def _keep(self, rule: str, because: str) -> None:
        self._note(rule, because)
        self._document.finish_edit()

    def _take_back(self, rule: str) -> None:
        self._document.edit_as_one_step("answers", self._others(rule), words=_(_ANSWER))

    def _others(self, rule: str) -> tuple[AnsweredFinding, ...]:
        return tuple(answer for answer in self._document.preparation.plan.answers if answer.rule != rule)
