"""Where the rep stands: front, back or flat in each initiative, and what decides it."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from planner.coaching.check.checking import USUAL, check
from planner.coaching.check.evidence import is_filled, short
from planner.coaching.check.finding import Evidence, Finding
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.touches import latest_first
from planner.model.plan import Plan, Preparation
from planner.model.terms import Footing, Initiative
from planner.translation import N_, _
from planner.wording.lists import comma_list

SHAPES = {Footing.FRONT: "▲", Footing.BACK: "▼", Footing.FLAT: "■"}
"""A shape for each footing, so that nothing is told by colour alone."""

_STANDING_IN = {
    Footing.FRONT: N_("▲ front: {initiatives}"),
    Footing.BACK: N_("▼ back: {initiatives}"),
    Footing.FLAT: N_("■ flat: {initiatives}"),
}


class Standing(msgspec.Struct, frozen=True):
    """The footing in one initiative: front, back or flat; `finding` decides it, None on the front foot.

    `evidence` are the fields that decide: those of the finding, or the one that puts us in front, or one left
    blank for a reason, with that reason.
    """

    initiative: Initiative
    state: Footing
    evidence: tuple[Evidence, ...]
    finding: Finding | None = None


def standings(preparation: Preparation, findings: Iterable[Finding]) -> tuple[Standing, ...]:
    """Return the standing in each of the four initiatives and of Myself.

    The first unanswered finding that says back decides; else the first that says flat; else we are on the
    front foot. What is planned the wrong way round weighs more than a gap, because it will happen. Answered
    findings do not decide.
    """
    findings = tuple(findings)
    return tuple(
        _standing(
            preparation, initiative, [finding for finding in findings if finding.initiative == initiative]
        )
        for initiative in Initiative
    )


def footing_line(every: Iterable[Standing]) -> str:
    """Return the standings on one line, each footing with its sign: `▲ front: discovery, … · ▼ back: …`."""
    of_state: dict[Footing, list[str]] = {}
    for standing in every:
        of_state.setdefault(standing.state, []).append(_(standing.initiative.value))
    return " · ".join(
        _(text).format(initiatives=comma_list(of_state[state]))
        for state, text in _STANDING_IN.items()
        if state in of_state
    )


def _standing(preparation: Preparation, initiative: Initiative, findings: list[Finding]) -> Standing:
    for state in (Footing.BACK, Footing.FLAT):
        for finding in findings:
            if finding.state == state and not finding.answered:
                return Standing(initiative, state, finding.evidence, finding)
    return Standing(initiative, Footing.FRONT, _in_front(preparation, initiative) or _answered(findings))


def _answered(findings: list[Finding]) -> tuple[Evidence, ...]:
    """Return the answer that puts us in front where no field does."""
    return tuple(Evidence(finding.evidence[0].field, short(finding.answered)) for finding in findings)[:1]


def _in_front(preparation: Preparation, initiative: Initiative) -> tuple[Evidence, ...]:
    """Return the field that shows us in front, the most telling first; none if all are blank."""
    client, plan = preparation.client, preparation.plan
    telling: dict[Initiative, tuple[tuple[str, str], ...]] = {
        Initiative.PROSPECTING: (
            *(
                (f"client.touches[{at}].value_offered", client.touches[at].value_offered)
                for at in latest_first(client)
            ),
            ("plan.call.why_they_meet", plan.call.why_they_meet),
            ("plan.conversation.their_agenda", plan.conversation.their_agenda),
        ),
        Initiative.DISCOVERY: (("plan.case.why_now", plan.case.why_now),),
        Initiative.SALES_CONVERSATION: (
            ("plan.ask.primary.action", plan.ask.primary.action),
            ("plan.conversation.purpose", plan.conversation.purpose),
        ),
        Initiative.INVESTMENT: (
            ("plan.price.disclosure.wording", plan.price.disclosure.wording),
            ("plan.price.disclosure.when", plan.price.disclosure.when),
        ),
        Initiative.MYSELF: (("plan.fear.counter_action", plan.fear.counter_action),),
    }
    evidence = (Evidence(path, short(text)) for path, text in telling[initiative] if is_filled(text))
    return tuple(evidence)[:1]


def footing_of(
    preparation: Preparation,
    plans: Iterable[Plan],
    *,
    today: dt.date,
    thresholds: Thresholds = USUAL,
    now: dt.datetime | None = None,
) -> str:
    """Return the standings of a plan on one line (`footing_line`); `plans` are all plans of its client.

    Without `now` they are those at the start of `today`.
    """
    past = History.before(preparation.plan, plans, today=today, now=now)
    return footing_line(standings(preparation, check(preparation, past, thresholds)))
