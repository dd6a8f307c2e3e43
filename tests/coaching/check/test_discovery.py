import datetime as dt
from decimal import Decimal

from planner.model.case import Case, Cost, Problem, Proof
from planner.model.conversation import AgendaItem, Question
from planner.model.reflection import QuestionAsked
from planner.model.terms import Footing, Lead
from tests.coaching.check.plans import TODAY, a_held_call, a_leading_plan, days_ago, fires, found

OURS = (Problem(problem="The line stops", consequence="Nights are lost"),)


def an_agenda(*items: tuple[int | None, Lead | None]) -> dict[str, object]:
    rows = (AgendaItem(minutes=minutes, topic=f"{at}", lead=lead) for at, (minutes, lead) in enumerate(items))
    return {"conversation.agenda": tuple(rows)}


def asking(*texts: str) -> dict[str, object]:
    return {"conversation.questions": tuple(Question(text=text) for text in texts)}


def test_no_problem_fires_without_any() -> None:
    finding = found("no-problem", a_leading_plan(**{"case.problems": ()}))

    assert finding is not None
    assert finding.evidence[0].field == "plan.case.problems"


def test_no_problem_rests_with_a_consequence_or_a_cost() -> None:
    assert not fires("no-problem", a_leading_plan(**{"case.problems": OURS}))
    costly = (Problem(problem="Stops", cost=Cost(amount=Decimal(0))),)
    assert not fires("no-problem", a_leading_plan(**{"case.problems": costly}))


def test_no_problem_boundary_is_a_name_from_which_nothing_follows() -> None:
    finding = found("no-problem", a_leading_plan(**{"case.problems": (Problem(), Problem(problem="Stops"))}))

    assert finding is not None
    assert (finding.evidence[0].field, finding.evidence[0].value) == (
        "plan.case.problems[1].problem",
        "Stops",
    )


def test_no_why_now_fires_without_it() -> None:
    assert fires("no-why-now", a_leading_plan(**{"case.why_now": ""}))


def test_no_why_now_rests_with_it() -> None:
    assert not fires("no-why-now", a_leading_plan())


def test_no_why_now_boundary_is_blank_space() -> None:
    assert fires("no-why-now", a_leading_plan(**{"case.why_now": " \n "}))
    assert not fires("no-why-now", a_leading_plan(**{"case.why_now": "Q1"}))


def test_claim_without_proof_fires_when_they_would_have_to_believe_us() -> None:
    finding = found("claim-without-proof", a_leading_plan(**{"case.proof": ()}))

    assert finding is not None
    assert finding.state == Footing.BACK
    assert finding.evidence[1].value == "A technician within four hours"


def test_claim_without_proof_rests_with_one() -> None:
    assert not fires("claim-without-proof", a_leading_plan(**{"case.proof": (Proof(result="Halved"),)}))


def test_claim_without_proof_boundary_is_the_first_claim() -> None:
    unproven = {"case.proof": (Proof(date=TODAY),), "case.why_us": ""}
    assert not fires("claim-without-proof", a_leading_plan(**unproven))
    assert fires(
        "claim-without-proof", a_leading_plan(**unproven, **{"conversation.messages": ("Ours lasts",)})
    )


def test_old_proof_fires_when_even_the_newest_is_old() -> None:
    old = (Proof(result="Halved", date=dt.date(2023, 1, 5)), Proof(result="Less", date=dt.date(2022, 1, 5)))
    finding = found("old-proof", a_leading_plan(**{"case.proof": old}))

    assert finding is not None
    assert finding.evidence[0].field == "plan.case.proof[0].date"
    assert finding.evidence[0].value == "2023-01-05"


def test_old_proof_rests_beside_a_newer_or_an_undated_one() -> None:
    old = Proof(result="Halved", date=dt.date(2020, 1, 5))
    assert not fires(
        "old-proof", a_leading_plan(**{"case.proof": (old, Proof(result="x", date=days_ago(20)))})
    )
    assert not fires("old-proof", a_leading_plan(**{"case.proof": (old, Proof(result="Less"))}))


def test_old_proof_boundary_is_twenty_four_months_to_the_day() -> None:
    def on(day: dt.date) -> dict[str, object]:
        return {"case.proof": (Proof(result="Halved", date=day),)}

    assert not fires("old-proof", a_leading_plan(**on(dt.date(2024, 11, 24))))
    assert fires("old-proof", a_leading_plan(**on(dt.date(2024, 11, 23))))
    assert not fires("old-proof", a_leading_plan(**on(dt.date(2024, 11, 23))), proof_months=25)
    assert not fires("old-proof", a_leading_plan(**on(dt.date(2026, 2, 28))), today=dt.date(2028, 2, 29))


def test_few_questions_fires_without_any() -> None:
    assert fires("few-questions", a_leading_plan(**asking()))


def test_few_questions_rests_with_enough() -> None:
    assert not fires("few-questions", a_leading_plan(**asking("a", "b", "c", "d")))


def test_few_questions_boundary_is_three_that_say_something() -> None:
    assert not fires("few-questions", a_leading_plan(**asking("a", "b", "c")))
    finding = found("few-questions", a_leading_plan(**asking("a", "b", " ")))
    assert finding is not None
    assert finding.evidence[0].value == "2 questions"
    assert fires("few-questions", a_leading_plan(**asking("a", "b", "c")), questions=4)


def test_not_in_their_words_fires_after_a_call_and_brings_what_was_heard() -> None:
    answer = (QuestionAsked(question="?", asked=True, answer="“We pay, arguing costs more.”"),)
    earlier = a_held_call(20, **{"reflection.questions": answer})

    finding = found("not-in-their-words", a_leading_plan(**{"case.problems": OURS}), earlier)

    assert finding is not None
    assert "We pay" in finding.action
    assert finding.evidence[1].of_plan == earlier.id


def test_not_in_their_words_rests_once_one_problem_is_in_theirs() -> None:
    assert not fires("not-in-their-words", a_leading_plan(), a_held_call(20))


def test_not_in_their_words_boundary_is_the_first_call_held() -> None:
    plan = a_leading_plan(**{"case.problems": OURS})
    planned = a_held_call(0, **{"reflection.held_on": None, "reflection.outcome": None})
    assert not fires("not-in-their-words", plan, planned)
    assert fires("not-in-their-words", plan, planned, today=TODAY + dt.timedelta(days=1))


def test_talking_over_listening_fires_when_we_lead_most_minutes() -> None:
    finding = found("talking-over-listening", a_leading_plan(**an_agenda((30, Lead.US), (10, Lead.THEM))))

    assert finding is not None
    assert finding.evidence[0].value == "30 min talking, 10 min listening"


def test_talking_over_listening_rests_when_both_lead_or_nobody_is_named() -> None:
    assert not fires("talking-over-listening", a_leading_plan(**an_agenda((30, Lead.BOTH), (10, Lead.THEM))))
    assert not fires("talking-over-listening", a_leading_plan(**an_agenda((30, None), (None, Lead.US))))


def test_talking_over_listening_boundary_is_as_much_of_either() -> None:
    assert not fires("talking-over-listening", a_leading_plan(**an_agenda((15, Lead.US), (15, Lead.THEM))))
    assert fires("talking-over-listening", a_leading_plan(**an_agenda((16, Lead.US), (15, Lead.THEM))))


def test_a_blank_case_is_told_as_one_thing_after_another() -> None:
    blank = a_leading_plan(case=Case())
    assert fires("no-problem", blank)
    assert fires("no-why-now", blank)
    assert not fires("claim-without-proof", blank)
