"""Discovery: we bring a persuasive case for change, and we listen."""

from planner.coaching.check.agenda_lead import listening_minutes, talking_minutes
from planner.coaching.check.days import months_before
from planner.coaching.check.evidence import field, filled, is_filled, short, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.model.fields import is_blank
from planner.model.plan import Preparation
from planner.model.terms import Initiative
from planner.translation import _, ngettext
from planner.wording.days import day


@rule("no-problem", Initiative.DISCOVERY)
def no_problem_that_costs(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """No problem of theirs has a consequence or a cost."""
    problems = preparation.plan.case.problems
    if any(is_filled(problem.consequence) or problem.cost.amount is not None for problem in problems):
        return None
    named = next((at for at, problem in enumerate(problems) if is_filled(problem.problem)), None)
    if named is None:
        return flat(
            _("There is no problem yet that would be worth a change."),
            Evidence("plan.case.problems"),
            action=_("Write down the one thing that hurts them most, and what follows from it."),
        )
    return flat(
        _("The problem is named, but nothing follows from it yet."),
        field(preparation, f"plan.case.problems[{named}].problem"),
        action=_("Add what it leads to, or ask {whom} what it cost the last time.").format(
            whom=whom(preparation)
        ),
    )


@rule("no-why-now", Initiative.DISCOVERY)
def no_why_now(preparation: Preparation, _past: History, _thresholds: Thresholds) -> Observation | None:
    """Nothing says why they should change now rather than next year."""
    if is_filled(preparation.plan.case.why_now):
        return None
    return flat(
        _("Nothing says yet why now and not next year."),
        field(preparation, "plan.case.why_now"),
        action=_("Name the date or event after which waiting costs them more."),
    )


@rule("claim-without-proof", Initiative.DISCOVERY)
def a_claim_without_proof(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """We make a claim (why us, a better future, a message), and no proof stands behind it."""
    case = preparation.plan.case
    proofs = (text for proof in case.proof for text in (proof.result, proof.situation, proof.source))
    if any(map(is_filled, proofs)):
        return None
    claims = {"plan.case.why_us": case.why_us, "plan.case.better_future": case.better_future}
    claims |= {
        f"plan.conversation.messages[{at}]": text
        for at, text in enumerate(preparation.plan.conversation.messages)
    }
    claimed = next((path for path, text in claims.items() if is_filled(text)), None)
    if claimed is None:
        return None
    return back(
        _("We claim it, and they would have to take our word."),
        Evidence("plan.case.proof"),
        field(preparation, claimed),
        action=_("Add one customer like them, what changed there, and where they can check it."),
    )


@rule("old-proof", Initiative.DISCOVERY)
def every_proof_is_old(preparation: Preparation, past: History, thresholds: Thresholds) -> Observation | None:
    """Every proof is dated, and even the newest is more than 24 months old."""
    rows = preparation.plan.case.proof
    proofs = [(row.date, at) for at in filled(rows) if (row := rows[at])]
    dated = [(date, at) for date, at in proofs if date is not None]
    if not dated or len(dated) < len(proofs):
        return None
    newest, at = max(dated)
    if newest >= months_before(past.today, thresholds.proof_months):
        return None
    return flat(
        _("The newest proof is from {day}.").format(day=day(newest)),
        field(preparation, f"plan.case.proof[{at}].date"),
        action=_("Look for a case of the last year, or ask this customer how it stands today."),
    )


@rule("few-questions", Initiative.DISCOVERY)
def few_questions(preparation: Preparation, _past: History, thresholds: Thresholds) -> Observation | None:
    """Fewer than three questions are planned."""
    questions = preparation.plan.conversation.questions
    count = sum(1 for question in questions if is_filled(question.text))
    if count >= thresholds.questions:
        return None
    few = ngettext(
        "Only {count} question is planned, so we would do the talking.",
        "Only {count} questions are planned, so we would do the talking.",
        count,
    )
    planned = ngettext("{count} question", "{count} questions", count).format(count=count)
    return flat(
        few.format(count=count) if count else _("No question is planned, so we would do the talking."),
        Evidence("plan.conversation.questions", planned if count else ""),
        action=_(
            "Add one on the problem, one on what follows from it, one on what it would be worth to solve."
        ),
    )


@rule("not-in-their-words", Initiative.DISCOVERY)
def nothing_in_their_words(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """A call has taken place, and no problem is put in their own words."""
    problems = preparation.plan.case.problems
    if not past.held or any(is_filled(problem.in_their_words) for problem in problems):
        return None
    last_answer = past.last_answer
    evidence = Evidence(
        "plan.case.problems" if is_blank(problems) else "plan.case.problems[0].in_their_words"
    )
    after = ngettext(
        "After {count} call, every word of the case is still ours.",
        "After {count} calls, every word of the case is still ours.",
        len(past.held),
    ).format(count=len(past.held))
    if last_answer is None:
        ask = _("Ask {whom} to tell the problem from the start, and write the sentence down.")
        return back(after, evidence, action=ask.format(whom=whom(preparation)))
    plan, at, answer = last_answer
    return back(
        after,
        evidence,
        Evidence(f"plan.reflection.questions[{at}].answer", short(answer), of_plan=plan.id),
        action=_("Take over what you heard last time: {answer}").format(answer=short(answer, 60)),
    )


@rule("talking-over-listening", Initiative.DISCOVERY)
def we_talk_more_than_we_listen(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """More minutes are planned for talking than for listening.

    An item that we lead is talking, one that they lead is listening, one of both is half and half;
    an item without minutes or without a lead counts for neither.
    """
    agenda = preparation.plan.conversation.agenda
    talking, listening = talking_minutes(agenda), listening_minutes(agenda)
    if talking <= listening:
        return None
    return back(
        _("We plan to talk for {talking:g} minutes and to listen for {listening:g}.").format(
            talking=talking, listening=listening
        ),
        Evidence(
            "plan.conversation.agenda",
            _("{talking:g} min talking, {listening:g} min listening").format(
                talking=talking, listening=listening
            ),
        ),
        action=_("Give {whom} the lead of one item, and open it with a question.").format(
            whom=whom(preparation)
        ),
    )


RULES = (
    no_problem_that_costs,
    no_why_now,
    nothing_in_their_words,
    a_claim_without_proof,
    every_proof_is_old,
    few_questions,
    we_talk_more_than_we_listen,
)
