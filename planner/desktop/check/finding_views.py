"""What the check sees, as the walk shows it: by step, in words, each leading to its field. No Qt."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.check import commitment
from planner.coaching.check.checking import check
from planner.coaching.check.finding import Evidence, Finding
from planner.coaching.check.past import History
from planner.coaching.check.standings import Standing, standings
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.progress import Progress, looked_back, progress_of
from planner.desktop.check.client_plans import ClientPlans
from planner.desktop.editing.form_fields import STEPS, place_of, progress_paths, step_index
from planner.desktop.editing.step_progress import step_progress
from planner.model.fields import paths_overlap
from planner.model.plan import AnsweredFinding, Plan, Preparation
from planner.model.terms import Footing, Initiative
from planner.translation import N_, _
from planner.wording.days import day

_REVIEW = step_index("review")
_AFTER = step_index("after")
_PROMISES = "client.promises"
_OF_THE_ASK = frozenset(rule.id for rule in commitment.RULES)
_NAMES = {
    Initiative.PROSPECTING: N_("Prospecting"),
    Initiative.DISCOVERY: N_("Discovery"),
    Initiative.SALES_CONVERSATION: N_("Sales Conversation"),
    Initiative.INVESTMENT: N_("Investment"),
    Initiative.MYSELF: N_("Myself"),
}
_ON_THE_BACK_FOOT = {
    Initiative.PROSPECTING: N_("On the back foot in Prospecting:"),
    Initiative.DISCOVERY: N_("On the back foot in Discovery:"),
    Initiative.SALES_CONVERSATION: N_("On the back foot in Sales Conversation:"),
    Initiative.INVESTMENT: N_("On the back foot in Investment:"),
    Initiative.MYSELF: N_("Myself, on the back foot:"),
}
_FLAT_FOOTED = {
    Initiative.PROSPECTING: N_("Flat-footed in Prospecting:"),
    Initiative.DISCOVERY: N_("Flat-footed in Discovery:"),
    Initiative.SALES_CONVERSATION: N_("Flat-footed in Sales Conversation:"),
    Initiative.INVESTMENT: N_("Flat-footed in Investment:"),
    Initiative.MYSELF: N_("Myself, flat-footed:"),
}


class FindingView(msgspec.Struct, frozen=True):
    """A finding in words.

    `field` is the form path it leads to, "" for nowhere; `call` the id of the plan that field is in, "" for
    this one. `because` is the person's answer, "" while there is none; `since` the day of that answer.
    """

    rule: str
    lead: str
    said: str
    action: str
    field: str
    call: str = ""
    because: str = ""
    since: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether the person has answered the finding by saying why they know."""
        return bool(self.because)


class StandingView(msgspec.Struct, frozen=True):
    """Where one stands in an initiative, why (`evidence`), and what to do about it.

    `action`, `field` and `call` are as in FindingView; "" where nothing is to be done.
    """

    name: str
    footing: Footing
    evidence: str
    action: str = ""
    field: str = ""
    call: str = ""


class CheckResult(msgspec.Struct, frozen=True):
    """What the check sees in a plan: `by_step[i]` are the findings of step i.

    `begun[i]`: step i may show "nothing puts you on the back foot". Step 0 counts as begun only if it says
    something of the call and no promise is overdue. `rests`: the call is looked back on; there are no
    findings then, and the standings say how the plan stood.
    """

    by_step: tuple[tuple[FindingView, ...], ...]
    begun: tuple[bool, ...]
    standings: tuple[StandingView, ...]
    rests: bool = False


NOTHING_YET = CheckResult(by_step=tuple(() for _ in STEPS), begun=tuple(False for _ in STEPS), standings=())


class CheckRun(msgspec.Struct, frozen=True):
    """A check ready to run on any thread: the client's plans, the moment, and the thresholds to check by."""

    plans: ClientPlans
    now: dt.datetime
    thresholds: Thresholds

    def __call__(self, preparation: Preparation) -> CheckResult:
        """Return what the check sees in the plan."""
        return seen_in(preparation, self.plans(), self.now.date(), self.thresholds, now=self.now)


def seen_in(
    preparation: Preparation,
    plans: Sequence[Plan],
    today: dt.date,
    thresholds: Thresholds,
    *,
    now: dt.datetime | None = None,
) -> CheckResult:
    """Return what the check sees in a plan, given all plans of its client; without `now`, as the day begins.

    While only the first step is begun, the flat-footed findings are left out; once the call is looked back
    on, all findings are.
    """
    past = History.before(preparation.plan, plans, today=today, now=now)
    findings = check(preparation, past, thresholds)
    by_step: list[list[FindingView]] = [[] for _ in STEPS]
    begun = tuple(step_progress(step, preparation) is not Progress.EMPTY for step in STEPS)
    rests = looked_back(preparation.plan)
    for finding in () if rests else sorted(findings, key=_weight):
        step = _step_of(finding)
        if finding.state is Footing.BACK or any(begun[1:_AFTER]):
            by_step[step].append(told(finding, preparation.plan.answers))
    overdue = any(paths_overlap(_place(finding.evidence)[1], _PROMISES) for finding in findings)
    return CheckResult(
        by_step=tuple(map(tuple, by_step)),
        begun=(_speaks_of_the_call(preparation) and not overdue, *begun[1:]),
        standings=tuple(
            _told_standing(standing, rests=rests) for standing in standings(preparation, findings)
        ),
        rests=rests,
    )


def told(finding: Finding, answers: Sequence[AnsweredFinding] = ()) -> FindingView:
    """Return a finding in words; `answers`, the plan's, give the day it was answered."""
    on = next((answer.on for answer in answers if answer.rule == finding.rule), None)
    call, field = _place(finding.evidence)
    return FindingView(
        rule=finding.rule,
        lead=_lead(finding),
        said=finding.said,
        action=finding.action,
        field=field,
        call=call,
        because=finding.answered,
        since=day(on) if finding.answered else "",
    )


def _weight(finding: Finding) -> tuple[bool, bool]:
    """Return what the weightiest has least of: back before flat, and among these the ask before all else.

    What is told in that order is otherwise told by initiative, as the check finds it.
    """
    return finding.state is not Footing.BACK, finding.rule not in _OF_THE_ASK


def _speaks_of_the_call(preparation: Preparation) -> bool:
    """Whether the first step says more than who the client is."""
    of_the_call = (path for path in progress_paths(STEPS[0]) if not path.startswith("client."))
    return progress_of(preparation, of_the_call) is not Progress.EMPTY


def _step_of(finding: Finding) -> int:
    """Return the step that asks for what decides; the review where no step before the call does.

    Overdue promises stand in the review: on top of the first step their own panel names each.
    """
    call, field = _place(finding.evidence)
    place = place_of(field) if field and not call else None
    if place is None or paths_overlap(field, _PROMISES):
        return _REVIEW
    return min(place[0], _REVIEW)


def _place(evidence: Sequence[Evidence]) -> tuple[str, str]:
    """Return where something can be done: the plan, "" for this one, and the form path in it.

    The first field of this plan that a form asks for, or else that of an earlier one; "" if none does.
    """
    fields = [(at.of_plan, at.field.removeprefix("plan.")) for at in evidence]
    places = [(plan, path) for plan, path in fields if place_of(path) is not None]
    return next((place for place in places if not place[0]), next(iter(places), ("", "")))


def _lead(finding: Finding) -> str:
    leads = _ON_THE_BACK_FOOT if finding.state is Footing.BACK else _FLAT_FOOTED
    return _(leads[finding.initiative])


def _told_standing(standing: Standing, *, rests: bool) -> StandingView:
    """Return a standing in words, with what to do about it unless the check `rests`."""
    name, finding = _name(standing.initiative), standing.finding
    if finding is None:
        values = (evidence.value for evidence in standing.evidence)
        return StandingView(name, standing.state, next(filter(None, values), ""))
    if rests:
        return StandingView(name, standing.state, finding.said)
    call, field = _place(finding.evidence)
    return StandingView(name, standing.state, finding.said, finding.action, field, call)


def _name(initiative: Initiative) -> str:
    return _(_NAMES[initiative])
