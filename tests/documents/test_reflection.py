"""The reflection: a blank sheet with the plan's questions, or what was written down."""

import datetime as dt
from pathlib import Path

import pytest

from planner.documents.renderer import Paper, Renderer
from planner.exchange.plan_file import read_plan_file
from planner.model.ask import Action
from planner.model.client import Promise
from planner.model.fields import with_field
from planner.model.plan import AnsweredFinding, Intention
from planner.model.reflection import (
    AgendaHeld,
    AnswerHeld,
    FollowUp,
    IntentionKept,
    Obtained,
    PriceRaised,
    QuestionAsked,
    Reflection,
    Stand,
    Stands,
)
from planner.model.terms import Footing, ObtainedKind, Outcome, RaisedBy, Side
from tests.builders import a_plan
from tests.documents.plans import a_full_plan, a_monstrous_plan
from tests.documents.reading import text_of

PLANS = Path(__file__).parents[1] / "data" / "plans"


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
        follow_ups=(FollowUp(what="Book the walk", who="Jo", done=True),),
        grade=4,
    )
    plan = a_full_plan(reflection=told)
    promise = Promise(text="Send the log", by=Side.THEM, due=dt.date(2026, 12, 4), from_plan=plan.plan.id)
    told_plan = with_field(plan, "client.promises", (*plan.client.promises, promise))
    text = text_of(renderer.render("reflection", told_plan).pdf)
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


def test_the_plan_stands_beside_what_happened(renderer: Renderer) -> None:
    before: dict[str, object] = {
        "intentions": (
            Intention(text="Name the date earlier"),
            Intention(text="Three slides", dropped_because="no screen there"),
        ),
        "answers": (AnsweredFinding(rule="no-fallback", because="one person decides"),),
    }
    blank = text_of(renderer.render("reflection", a_full_plan(**before)).pdf)
    for words in (
        "PLANNED WHAT HAPPENED",
        "5 min · Opening",
        "_____ min",
        "Name the date earlier □ done □ not done",
        "“one person decides” □ it held □ it did not",
    ):
        assert words in blank, words
    assert "Three slides" not in blank
    told = Reflection(
        agenda=(AgendaHeld(topic="Opening", held=True, minutes=9),),
        intentions=(IntentionKept(text="Name the date earlier", kept=False),),
        answers=(
            AnswerHeld(rule="no-fallback", because="one person decides", held=True, what_happened="She did."),
        ),
        notes="12′ Mara signs up to 50,000\n30′ a long look",
    )
    page = renderer.render("reflection", a_full_plan(**before, reflection=told))
    text = text_of(page.pdf)
    for words in (
        "5 min · Opening covered · 9 min",
        "Name the date earlier □ done ☑ not done",
        "☑ it held □ it did not She did.",
        "12′ Mara signs up to 50,000",
        "30′ a long look",
    ):
        assert words in text, words
    assert page.pages <= 2


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", ["logistics-software", "trading-group", "werkzeugausgabe"])
def test_a_complete_reflection_fits_two_sheets_unshortened(
    renderer: Renderer, name: str, paper: Paper
) -> None:
    page = renderer.render("reflection", read_plan_file(PLANS / f"{name}.json"), paper)
    assert page.pages <= 2
    assert page.shortened == ()
