"""The reflection: a blank sheet with the plan's questions, or what was written down."""

import datetime as dt

from planner.documents.renderer import Renderer
from planner.model.ask import Action
from planner.model.client import Promise
from planner.model.reflection import FollowUp, Obtained, PriceRaised, QuestionAsked, Reflection, Stand, Stands
from planner.model.terms import Footing, ObtainedKind, Outcome, RaisedBy, Side
from tests.builders import a_plan
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import text_of


def test_a_blank_sheet_carries_the_plan(renderer: Renderer) -> None:
    page = renderer.render("reflection", a_full_plan())
    text = text_of(page.pdf)
    assert (page.pages, page.shortened) == (1, ())
    assert "Walk me through the last bad Monday" in text
    assert "How changeovers run today" in text
    assert "Mara Lindqvist invites maintenance and finance" in text
    assert "saying the price before they like us." in text
    assert "☑" not in text


def test_what_was_written_down_is_ticked_and_shown(renderer: Renderer) -> None:
    told = Reflection(
        held_on=dt.date(2026, 12, 1),
        outcome=Outcome.ADVANCE,
        obtained=Obtained(which=ObtainedKind.PRIMARY, actor="Mara", action="sent the invitation"),
        questions=(QuestionAsked(question="Who heard about it?", asked=True, answer="The whole yard."),),
        price=PriceRaised(raised_by=RaisedBy.US, minute=31, reaction="a long look"),
        fear_came_true=False,
        initiatives=Stands(investment=Stand(footing=Footing.FRONT, line="said first")),
        differently="Name the date earlier.",
        promises=(Promise(text="Send the log", by=Side.THEM, due=dt.date(2026, 12, 4)),),
        follow_ups=(FollowUp(what="Book the walk", who="Jo", done=True),),
        grade=4,
    )
    text = text_of(renderer.render("reflection", a_full_plan(reflection=told)).pdf)
    for words in (
        "HELD 1 DEC 2026",
        "☑ as asked",
        "Mara sent the invitation",
        "☑ advance",
        "The whole yard.",
        "in minute 31",
        "a long look",
        "☑ no",
        "☑ front",
        "said first",
        "Name the date earlier.",
        "they: Send the log — by 4 Dec 2026",
        "Book the walk · Jo",
        "☑ 4",
    ):
        assert words in text


def test_a_plan_without_questions_leaves_lines(renderer: Renderer) -> None:
    page = renderer.render("reflection", a_plan(**{"ask.primary": Action(actor="Mara")}))
    assert page.pages == 1
    assert "None" not in text_of(page.pdf)


def test_a_long_reflection_runs_on_to_a_second_page_and_no_further(renderer: Renderer) -> None:
    page = renderer.render("reflection", a_monstrous_plan())
    assert page.pages == 2
    assert "1 of 2" in text_of(page.pdf)
    assert "2 of 2" in text_of(page.pdf)
