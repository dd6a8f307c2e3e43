"""Well-formed actions to ask for, a few for each commitment, from the plan's own people and days."""

import datetime as dt
from itertools import count

from planner.coaching.check.days import working_day
from planner.coaching.check.evidence import short
from planner.coaching.check.past import day_of
from planner.coaching.check.people import people_of
from planner.model.ask import Action
from planner.model.plan import Preparation
from planner.model.terms import Commitment
from planner.translation import N_, _
from planner.wording.text import quoted

_FIRST, _APART = 3, 4
"""The first action is due so many days after the call, each further one so many days later."""

SUGGESTED: dict[Commitment, tuple[str, ...]] = {
    Commitment.TIME: (
        N_("gives us {minutes} minutes for {topic}"),
        N_("names a morning on which we may watch {user} at work"),
        N_("invites {colleague} to the next call"),
    ),
    Commitment.EXPLORE: (
        N_("invites {user} to a {walk}-minute walk-through"),
        N_("shares the figures of the last three months on {problem}"),
        N_("shows us one working day of {user}"),
    ),
    Commitment.CHANGE: (
        N_("writes down in three sentences what happens if nothing changes"),
        N_("tells {economic} that {problem} is to end, and by when"),
        N_("names the day from which the old way is no longer enough"),
    ),
    Commitment.COLLABORATE: (
        N_("works through the draft with us for {minutes} minutes and strikes what does not fit"),
        N_("names the three things that a solution has to do"),
        N_("lets {technical} and our engineer agree on how it is tested"),
    ),
    Commitment.BUILD_CONSENSUS: (
        N_("invites {economic} and {user} to one meeting with us"),
        N_("lists who is asked, who can say no, and what each of them needs"),
        N_("asks {technical} which condition would make it a yes"),
    ),
    Commitment.INVEST: (
        N_("takes our page with both prices to {economic}, with us in the room"),
        N_("confirms the figures behind the price difference, or puts in their own"),
        N_("names the budget and the limit above which {economic} signs"),
    ),
    Commitment.REVIEW: (
        N_("goes through the proposal with us page by page for {minutes} minutes"),
        N_("marks every point that {technical} would not sign"),
        N_("has {user} read the part on the first four weeks, and sends us the questions"),
    ),
    Commitment.RESOLVE_CONCERNS: (
        N_("calls one of our customers and tells us what they heard"),
        N_("lists every open concern with the name of whoever has it"),
        N_("has {technical} test the point in doubt, with us beside"),
    ),
    Commitment.DECIDE: (
        N_("puts the decision on the agenda of {economic}"),
        N_("signs the order form, or says what is missing"),
        N_("tells us yes or no in a {walk}-minute call"),
    ),
    Commitment.EXECUTE: (
        N_("names {colleague} as the one who leads the first four weeks"),
        N_("gives us access to what {technical} needs for the start"),
        N_("invites {user} to the first day"),
    ),
}
"""Per commitment, the largest step first; what stands in braces comes from the plan.

Each is what the actor does, as it stands after a name.
"""


def suggestions(commitment: Commitment, preparation: Preparation, today: dt.date) -> tuple[Action, ...]:
    """Return actions of the client that would fulfil the commitment, the largest step first and due last.

    The actor is the first attendee, or else the first contact ("" where the plan knows nobody); others are
    named by name and title. Dates are working days after the call, or after `today` where the call has no
    date or is over.
    """
    people, plan = people_of(preparation), preparation.plan
    problem = next((row.problem for row in plan.case.problems if row.problem.strip()), "")
    filled_in = {
        "minutes": "45",
        "walk": "45" if (plan.call.minutes or 60) > 30 else "20",
        "topic": quoted(short(plan.call.title, 50)) if plan.call.title.strip() else _("their figures"),
        "problem": quoted(short(problem, 50)) if problem else _("what hurts most"),
        "economic": people.economic,
        "user": people.user,
        "technical": people.technical,
        "colleague": people.colleague,
    }
    start = max(day_of(plan) or today, today)
    days = (working_day(start, _FIRST + _APART * later) for later in count())
    return tuple(
        Action(actor=people.asked, action=_(text).format_map(filled_in), by=by)
        for text, by in zip(reversed(SUGGESTED[commitment]), days, strict=False)
    )[::-1]
