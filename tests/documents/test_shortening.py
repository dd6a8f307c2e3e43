"""What a page gives up when a plan is too long for it, and what it keeps to the last."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from planner.documents.renderer import Paper, Renderer
from planner.exchange.plan_file import read_plan_file
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.plan import Preparation
from tests.documents.plans import a_full_plan
from tests.documents.reading import squeezed, text_of

RICH = ("logistics-software", "trading-group", "werkzeugausgabe")
SECONDARY = {"agenda purposes", "agenda outcomes", "hints to questions", "sources", "who confirmed value"}
VERBATIM = {"opening", "if they say …", "how the price is said"}
NAMES = ("Dr.-Ing. Annegret Hülsbömer-Zimmerschied", "Rick Talbott-Meyer", "Björn-Ole Schäfersküpper")

rich_plans = pytest.mark.parametrize("name", RICH)
papers = pytest.mark.parametrize("paper", Paper)


def a_rich_plan(name: str) -> Preparation:
    return read_plan_file(Path(__file__).parents[1] / "data" / "plans" / f"{name}.json")


def a_plan_with(times: int, **fields: object) -> Preparation:
    """The full plan with so many times its forces, problems and questions."""
    preparation = a_full_plan(**fields)
    plan = preparation.plan
    case = replace(plan.case, forces=plan.case.forces * times, problems=plan.case.problems * times)
    talk = replace(plan.conversation, questions=plan.conversation.questions * times)
    return replace(preparation, plan=replace(plan, case=case, conversation=talk))


def _answers(preparation: Preparation) -> list[str]:
    """What we say first to the first shortcut, concern and reaction to our price."""
    talk, price = preparation.plan.conversation, preparation.plan.price
    return [talk.shortcuts[0].propose_instead, talk.concerns[0].response, price.pushback[0].answer]


@papers
@rich_plans
def test_a_rich_plan_stands_on_one_page_and_says_what_it_left_out(
    renderer: Renderer, name: str, paper: Paper
) -> None:
    page = renderer.render("call-plan", a_rich_plan(name), paper)
    text = text_of(page.pdf)
    assert page.pages == 1
    assert "shortened, in full in the dossier: agenda purposes, " in text
    counted = [one for one in page.shortened if " more " in one]
    assert counted
    assert all(one in text for one in counted)


@papers
def test_the_names_of_people_are_never_cut(renderer: Renderer, paper: Paper) -> None:
    contacts = tuple(
        Contact(name=name, title="Geschäftsführung und Einkauf " * 3, priorities="Rüstzeiten runter " * 9)
        for name in NAMES
    )
    attendees = tuple(Attendee(contact=name, role="entscheidet mit " * 5) for name in NAMES)
    plan = a_plan_with(12, **{"client.contacts": contacts, "call.attendees": attendees})
    page = renderer.render("call-plan", plan, paper)
    text = squeezed(text_of(page.pdf))
    assert {"who is there", "case for change"} & set(page.shortened)
    assert [name for name in NAMES if squeezed(name) not in text] == []


@papers
@rich_plans
def test_the_names_in_rich_plans_are_whole(renderer: Renderer, name: str, paper: Paper) -> None:
    preparation = a_rich_plan(name)
    text = squeezed(text_of(renderer.render("call-plan", preparation, paper).pdf))
    latin = [
        one.contact for one in preparation.plan.call.attendees if one.contact.isascii() or "ö" in one.contact
    ]
    assert [one for one in latin if squeezed(one) not in text] == []


@rich_plans
def test_on_a4_a_rich_plan_keeps_three_answers_and_the_price_word_for_word(
    renderer: Renderer, name: str
) -> None:
    preparation = a_rich_plan(name)
    page = renderer.render("call-plan", preparation)
    text = squeezed(text_of(page.pdf))
    assert not VERBATIM & set(page.shortened)
    wording = preparation.plan.price.disclosure.wording
    told = [*_answers(preparation), preparation.plan.conversation.opening, wording]
    assert [one for one in told if squeezed(one) not in text] == []


@papers
@rich_plans
def test_at_least_three_answers_are_begun_on_any_paper(renderer: Renderer, name: str, paper: Paper) -> None:
    preparation = a_rich_plan(name)
    text = squeezed(text_of(renderer.render("call-plan", preparation, paper).pdf))
    assert [one for one in _answers(preparation) if squeezed(one)[:40] not in text] == []


def test_what_is_said_word_for_word_is_cut_only_when_all_secondary_matter_is_gone(renderer: Renderer) -> None:
    cut = 0
    for name in RICH:
        for paper in Paper:
            shortened = set(renderer.render("call-plan", a_rich_plan(name), paper).shortened)
            if VERBATIM & shortened:
                cut += 1
                assert shortened >= SECONDARY
    assert cut


def test_a_plan_just_too_long_loses_hints_and_no_entry_and_no_sentence(renderer: Renderer) -> None:
    renders = (
        renderer.render("call-plan", a_full_plan(**{"case.why_change": "Each SKU adds a stop. " * sentences}))
        for sentences in range(10, 90, 2)
    )
    shortened = next(page.shortened for page in renders if page.shortened)
    assert set(shortened) <= SECONDARY | {"their supplier", "who objects", "proofs of answers"}


def test_what_is_too_long_on_the_left_costs_nothing_on_the_right(renderer: Renderer) -> None:
    shortened = renderer.render("call-plan", a_plan_with(8)).shortened
    assert any(one.endswith("more questions") for one in shortened)
    assert not {"who confirmed value", "who is there", "how the price is said"} & set(shortened)


@pytest.mark.parametrize("agenda_items", [0, 3, 40])
def test_no_question_is_lost_uncounted(renderer: Renderer, agenda_items: int) -> None:
    talk = a_full_plan().plan.conversation
    asked = tuple(
        replace(talk.questions[at % len(talk.questions)], text=f"Is this question{at}x?") for at in range(60)
    )
    agenda = (talk.agenda * 40)[:agenda_items]
    page = renderer.render(
        "call-plan", a_full_plan(**{"conversation.questions": asked, "conversation.agenda": agenda})
    )
    text = text_of(page.pdf)
    counted = [
        int(one.split()[0]) for one in page.shortened if one.endswith(("more questions", "more question"))
    ]
    assert sum(counted) + sum(f"question{at}x" in text for at in range(60)) == 60
    assert counted
