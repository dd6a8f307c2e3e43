import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.check.finding import Evidence
from planner.model.ask import Action
from planner.model.client import Promise
from planner.model.fear import Fear
from planner.model.plan import Intention
from planner.model.reflection import FollowUp, IntentionKept, Obtained
from planner.model.terms import Footing, Happened, ObtainedKind, Outcome, Side
from planner.model.touch import Touch
from tests.coaching.check.plans import JO, STARTS, TODAY, a_held_call, a_leading_plan, days_ago, fires, found

MEANT = "Say the price by minute 25"
UNREFLECTED: dict[str, object] = {"reflection.held_on": None, "reflection.outcome": None}


def edited_on(*days: int) -> dict[str, object]:
    return {"edited_on": tuple(days_ago(one) for one in days)}


def a_promise(due: dt.date | None, by: Side | None = Side.US, kept: dt.date | None = None) -> Promise:
    return Promise(text="The floor plan", by=by, due=due, kept_on=kept)


def taken_up(*texts: str, dropped: str = "") -> dict[str, object]:
    return {"intentions": tuple(Intention(text=text, dropped_because=dropped) for text in texts)}


def test_no_fear_line_fires_when_it_is_empty() -> None:
    finding = found("no-fear-line", a_leading_plan(fear=Fear()))

    assert finding is not None
    assert finding.state == Footing.FLAT
    assert finding.evidence[0].field == "plan.fear.avoiding"


def test_no_fear_line_rests_when_it_is_written() -> None:
    assert not fires("no-fear-line", a_leading_plan())


def test_no_fear_line_boundary_is_the_counter_action() -> None:
    finding = found("no-fear-line", a_leading_plan(**{"fear.counter_action": " "}))

    assert finding is not None
    assert finding.evidence[0].field == "plan.fear.counter_action"


def test_polished_not_called_fires_when_days_went_into_a_plan() -> None:
    finding = found("polished-not-called", a_leading_plan(**edited_on(9, 8, 7, 6, 5, 4)))

    assert finding is not None
    assert finding.evidence[0].value == "6 days"


def test_polished_not_called_rests_after_the_call() -> None:
    worked = edited_on(9, 8, 7, 6, 5, 4)
    assert not fires("polished-not-called", a_leading_plan(**worked, **{"reflection.outcome": Outcome.ORDER}))
    assert not fires(
        "polished-not-called", a_leading_plan(**worked), today=STARTS.date() + dt.timedelta(days=1)
    )


def test_polished_not_called_boundary_is_five_days() -> None:
    assert not fires("polished-not-called", a_leading_plan(**edited_on(9, 8, 7, 6)))
    assert fires("polished-not-called", a_leading_plan(**edited_on(9, 8, 7, 6, 5)))
    assert not fires("polished-not-called", a_leading_plan(**edited_on(9, 8, 7, 6, 6)))
    assert not fires("polished-not-called", a_leading_plan(**edited_on(9, 8, 7, 6, 5)), edited_days=6)


def test_no_reflection_fires_for_the_last_call_held() -> None:
    last = a_held_call(3, **UNREFLECTED)
    finding = found("no-reflection", a_leading_plan(), a_held_call(20), last)

    assert finding is not None
    assert finding.said == "The call of 21\u00a0Nov\u00a02026 has not been reviewed yet."
    assert finding.evidence[0].of_plan == last.id


def test_no_reflection_fires_for_this_call_once_it_is_over() -> None:
    finding = found("no-reflection", a_leading_plan(), today=STARTS.date() + dt.timedelta(days=1))

    assert finding is not None
    assert finding.evidence[0].of_plan == ""


def test_no_reflection_rests_when_the_last_was_looked_back_on() -> None:
    assert not fires("no-reflection", a_leading_plan(), a_held_call(20, **UNREFLECTED), a_held_call(3))


@pytest.mark.parametrize("outcome", [Outcome.ADVANCE, Outcome.CONTINUATION])
def test_no_reflection_fires_for_a_review_after_which_nothing_follows(outcome: Outcome) -> None:
    last = a_held_call(3, **{"reflection.outcome": outcome})
    finding = found("no-reflection", a_leading_plan(**{"call.starts": None}), last)

    assert finding is not None
    assert finding.said == "The review of the call of 21\u00a0Nov\u00a02026 names no next step."
    assert finding.evidence[0] == Evidence("plan.reflection.obtained.by", of_plan=last.id)


@pytest.mark.parametrize(
    "reviewed",
    [
        {"reflection.outcome": Outcome.NO_SALE},
        {"reflection.outcome": Outcome.ORDER},
        {"reflection.obtained": Obtained(actor=JO, action="invites Sam", by=days_ago(-3))},
        {
            "reflection.obtained": Obtained(which=ObtainedKind.PRIMARY),
            "ask.primary": Action(action="invites Sam", by=days_ago(-3)),
        },
        {"reflection.follow_ups": (FollowUp(what="Write the minutes"),)},
    ],
)
def test_no_reflection_rests_with_a_next_step(reviewed: dict[str, object]) -> None:
    assert not fires("no-reflection", a_leading_plan(**{"call.starts": None}), a_held_call(3, **reviewed))


def test_no_reflection_rests_with_a_promise_a_planned_touch_or_a_coming_call() -> None:
    last = a_held_call(3)
    undated = {"call.starts": None}
    promised = (Promise(text="The floor plan", by=Side.US, from_plan=last.id),)
    assert fires("no-reflection", a_leading_plan(**undated), last)
    assert not fires("no-reflection", a_leading_plan(**undated, **{"client.promises": promised}), last)
    planned = (Touch(planned_on=days_ago(-5)),)
    assert not fires("no-reflection", a_leading_plan(**undated, **{"client.touches": planned}), last)
    assert not fires("no-reflection", a_leading_plan(), last)
    assert fires("no-reflection", a_leading_plan(**{"call.happened": Happened.CANCELLED}), last)


def test_a_call_that_was_not_held_asks_for_no_reflection() -> None:
    missed = a_held_call(3, **UNREFLECTED, **{"call.happened": Happened.NOBODY_CAME})
    assert not fires("no-reflection", a_leading_plan(), a_held_call(20), missed)


def test_no_reflection_boundary_is_the_day_after_the_call() -> None:
    today = a_held_call(0, **UNREFLECTED)
    assert not fires("no-reflection", a_leading_plan(), today)
    assert fires("no-reflection", a_leading_plan(), today, today=TODAY + dt.timedelta(days=1))


def test_differently_dropped_fires_when_it_is_not_in_this_plan() -> None:
    last = a_held_call(9, **{"reflection.differently": MEANT})
    finding = found("differently-dropped", a_leading_plan(), last)

    assert finding is not None
    assert (finding.evidence[0].value, finding.evidence[0].of_plan) == (MEANT, last.id)


def test_differently_dropped_fires_for_one_not_kept_the_last_time() -> None:
    kept = (IntentionKept(text="Ask first", kept=True), IntentionKept(text=MEANT, kept=False))
    finding = found(
        "differently-dropped", a_leading_plan(), a_held_call(9, **{"reflection.intentions": kept})
    )

    assert finding is not None
    assert finding.evidence[0].value == MEANT


def test_differently_dropped_rests_when_it_was_given_up_after_the_last_call() -> None:
    kept = {"reflection.intentions": (IntentionKept(text=MEANT, kept=False),)}
    assert fires("differently-dropped", a_leading_plan(), a_held_call(9, **kept))
    given_up = {**kept, **taken_up(f"{MEANT}.", dropped="Jo left")}
    assert not fires("differently-dropped", a_leading_plan(), a_held_call(9, **given_up))
    own = {"reflection.differently": MEANT, "reflection.differently_dropped": "Jo left"}
    assert not fires("differently-dropped", a_leading_plan(), a_held_call(9, **own))


def test_differently_dropped_rests_when_taken_up_or_dropped_on_purpose() -> None:
    last = a_held_call(9, **{"reflection.differently": MEANT})
    assert not fires("differently-dropped", a_leading_plan(**taken_up(MEANT)), last)
    assert not fires("differently-dropped", a_leading_plan(**taken_up(MEANT, dropped="Jo left")), last)
    kept = {"reflection.intentions": (IntentionKept(text=MEANT, kept=True),)}
    assert not fires("differently-dropped", a_leading_plan(**kept), last)


def test_differently_dropped_boundary_is_the_last_reflection_alone() -> None:
    before, last = a_held_call(20, **{"reflection.differently": MEANT}), a_held_call(9)
    assert fires("differently-dropped", a_leading_plan(), before)
    assert not fires("differently-dropped", a_leading_plan(), before, last)
    assert not fires("differently-dropped", a_leading_plan(**taken_up(f" {MEANT.upper()}\n")), before)


def overdue(*promises: Promise) -> bool:
    return fires("promise-overdue", a_leading_plan(**{"client.promises": promises}))


def test_promise_overdue_fires_for_ours_before_theirs() -> None:
    theirs, ours = a_promise(days_ago(9), Side.THEM), a_promise(days_ago(2))
    finding = found("promise-overdue", a_leading_plan(**{"client.promises": (theirs, ours)}))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[0].field == "client.promises[1].text"


def test_promise_overdue_fires_flat_for_theirs_alone() -> None:
    finding = found(
        "promise-overdue", a_leading_plan(**{"client.promises": (a_promise(days_ago(9), Side.THEM),)})
    )

    assert finding is not None
    assert finding.state == Footing.FLAT


def test_promise_overdue_fires_for_one_made_in_an_earlier_call() -> None:
    made = replace(a_promise(days_ago(2)), from_plan="an earlier call")
    assert overdue(made)
    assert not overdue(replace(made, kept_on=days_ago(1)))


def test_promise_overdue_rests_when_kept_or_without_a_day() -> None:
    assert not overdue(a_promise(days_ago(9), kept=days_ago(1)), a_promise(None))


def test_promise_overdue_boundary_is_the_day_after() -> None:
    assert not overdue(a_promise(TODAY))
    assert overdue(a_promise(days_ago(1)))
    assert overdue(a_promise(days_ago(1), by=None))
