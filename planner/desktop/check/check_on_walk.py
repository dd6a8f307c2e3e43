"""What the check sees, beside the steps it belongs to: banners, badges and the review."""

import datetime as dt
from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.finding_strip import FindingStrip
from planner.desktop.check.finding_views import NOTHING_YET, CheckResult, FindingView
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.check.first_filling import FirstFilling
from planner.desktop.check.if_you_have_time import IfYouHaveTime
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import IN_ONE_FORM, STEPS, asked_in_ten_minutes, step_index
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.walk.form import LoadedPiece
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
        self._strips: dict[FormPage, FindingStrip] = {}
        self._filling = FirstFilling(exempt=frozenset({step_index("review"), step_index("after")}))
        self._step = walk.step
        thresholds.changed.connect(self._advise)
        walk.page_begun.connect(self._put_banner)
        walk.page_loaded.connect(self._take)
        walk.step_changed.connect(self._follow_step)
        walk.part_built.connect(self._take_part)
        walk.asks_in_one_form_changed.connect(self._show_again)
        for page in walk.begun_pages:
            self._put_banner(page)
        for page in walk.loaded_pages:
            self._take(page)

    def show(self, seen: CheckResult) -> None:
        """Show this result: badges on all steps, findings on the step shown, and on others once turned to.

        In a step filled for the first time, what is seen in a field waits until the field was left.
        """
        self._seen = seen
        self._filling.begin(seen)
        for strip in self._strips.values():
            strip.show_findings(chain.from_iterable(seen.by_step))
        for number in range(len(STEPS)):
            findings = self._findings_of(number)
            still_open = sum(not finding.is_answered for finding in findings)
            self._walk.panel.steps.show_findings(number, still_open)
        page = self._walk.page_of(self._walk.step)
        if page is not None:
            self._show_on(page)

    def _findings_of(self, step: int) -> tuple[FindingView, ...]:
        """Return the findings due for a step; for the one form those of all its steps that it asks for."""
        if self._in_one_form(step):
            return tuple(finding for finding in self._due(*IN_ONE_FORM) if _is_asked_there(finding))
        return self._due(step)

    def _in_one_form(self, step: int) -> bool:
        return self._walk.asks_in_one_form and step in IN_ONE_FORM

    def _due(self, *steps: int) -> tuple[FindingView, ...]:
        due = (self._filling.due(step, self._seen.by_step[step]) for step in sorted(steps))
        return tuple(chain.from_iterable(due))

    def _waits(self, step: int) -> bool:
        """Whether findings of a step, or of the one form, wait until their field was left."""
        steps = IN_ONE_FORM if self._in_one_form(step) else {step}
        return len(self._due(*steps)) < sum(len(self._seen.by_step[number]) for number in steps)

    def _show_again(self, _in_one_form: bool) -> None:  # noqa: FBT001 - a slot
        if self._seen is not NOTHING_YET:
            self.show(self._seen)

    def _put_banner(self, page: FormPage) -> None:
        if STEPS[self._walk.step_of(page)].key == "after":
            return
        page.field_left.connect(self._note_left)
        banner = self._banners[page] = FindingsBanner(page.form)
        page.put_under_title(banner)
        self._strips[page] = FindingStrip(page, banner)
        self._connect(banner)
        self._show_on(page)

    def _take_part(self, built: LoadedPiece) -> None:
        for fold in built.of_kind(IfYouHaveTime):
            self._connect(fold.banner)

    def _take(self, page: FormPage) -> None:
        if STEPS[self._walk.step_of(page)].key == "after":
            self._advice = page.form.findChild(OutcomeAdvice)
            self._advise()
            return
        standings = page.form.findChild(StandingsList)
        if standings is not None:
            standings.led.connect(self._lead)
        self._show_on(page)

    def _connect(self, banner: FindingsBanner) -> None:
        banner.led.connect(self._lead)
        banner.typed.connect(self._note)
        banner.answered.connect(self._keep)
        banner.taken_back.connect(self._take_back)

    def _show_on(self, page: FormPage) -> None:
        if self._seen is NOTHING_YET:
            return
        step = self._walk.step_of(page)
        if (banner := self._banners.get(page)) is not None:
            self._show_in(banner, page)
        if (fold := page.form.findChild(IfYouHaveTime)) is not None:
            beyond = (finding for finding in self._due(*IN_ONE_FORM) if not _is_asked_there(finding))
            fold.show_findings(() if self._seen.rests else tuple(beyond))
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
        findings = self._findings_of(step)
        begun = self._seen.begun[step] and not self._waits(step)
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
        self._filling.leave_step(self._step)
        self._step = step
        if self._seen is not NOTHING_YET:
            self.show(self._seen)
        page = self._walk.page_of(step)
        if page is not None:
            if (banner := self._banners.get(page)) is not None:
                banner.keep_height(False)
            self._show_on(page)

    def _note_left(self, path: str) -> None:
        if self._filling.leave_field(path) and self._seen is not NOTHING_YET:
            self.show(self._seen)

    def _lead(self, plan_id: str, path: str) -> None:
        if plan_id:
            self.call_wanted.emit(plan_id, path)
        else:
            self._walk.go_to_field(path)
            self._say_again(path)

    def _say_again(self, path: str) -> None:
        """Keep the finding that led to a field in sight there, in the step that the field is in."""
        page = self._walk.page_of(self._walk.step)
        findings = chain.from_iterable(self._seen.by_step)
        finding = next((view for view in findings if view.field == path and not view.is_answered), None)
        if page in self._strips and finding is not None:
            self._strips[page].lead_to(finding)

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


def _is_asked_there(finding: FindingView) -> bool:
    """Whether what the finding leads to is asked for in the ten-minute plan."""
    return not finding.call and bool(finding.field) and asked_in_ten_minutes(finding.field)
