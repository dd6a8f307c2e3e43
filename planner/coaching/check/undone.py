"""What we meant to do differently, and whether it came along."""

from collections.abc import Iterator

from planner.coaching.check.evidence import said
from planner.coaching.check.finding import Evidence
from planner.coaching.check.past import History
from planner.coaching.check.phrases import folded
from planner.model.plan import Plan


def not_taken_up(plan: Plan, past: History) -> Evidence | None:
    """Return the "do differently" of the last reflection that this plan leaves out, or None.

    Taken up is what stands among the plan's intentions, one dropped with a reason too; kept is what
    the plan's own reflection ticks. An intention of the last call that was not kept comes back alike.
    """
    last = past.last_looked_back
    if last is None:
        return None
    here = {_same(one.text) for one in plan.intentions}
    here |= {_same(one.text) for one in plan.reflection.intentions}
    return next((one for one in _meant(last) if _same(one.value) not in here), None)


def _meant(last: Plan) -> Iterator[Evidence]:
    told = last.reflection
    if said(told.differently):
        yield Evidence("plan.reflection.differently", told.differently.strip(), of_plan=last.id)
    for at, one in enumerate(told.intentions):
        if said(one.text) and not one.kept:
            yield Evidence(f"plan.reflection.intentions[{at}].text", one.text.strip(), of_plan=last.id)


def _same(text: str) -> str:
    """Return a text as it is compared: case, accents and spaces do not matter."""
    return " ".join(folded(text).split())
