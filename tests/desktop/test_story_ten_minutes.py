"""Ten minutes before a call: fifteen questions by keyboard and mouse, from nothing to a printed page."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget

from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.progress import missing_essentials
from planner.desktop.check.if_you_have_time import IfYouHaveTime
from planner.desktop.fields import RowsField
from planner.desktop.page import printing
from planner.desktop.page.pdf_pages import page_sizes
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.ten_minutes.ready_agenda import ReadyAgenda
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.widgets.child_widget import part
from planner.model.plan import Preparation
from planner.model.reflection import Obtained, Reflection
from planner.model.terms import Cadence, CallKind, Channel, Commitment, ObtainedKind, Outcome, Side
from planner.store.library import Library
from tests.desktop.conftest import OpenWindow
from tests.desktop.counting import Hands, boxes_in_sight, has_keys, prompts_in_sight
from tests.desktop.page_objects import WalkPageObject, WindowPage
from tests.documents.reading import text_of
from tests.test_samples import a_plan_file

BLANK_ON_THE_PAGE = (
    "Who at the client does what, by when?",
    "In which order, and how many minutes each?",
    "What happens in which minute",
    "What is, what it costs them",
    "What do we propose instead?",
    "Whom do we meet",
    "How much more do we cost",
)
"""What the page asks where a section of it is blank."""


def test_a_stranger_has_a_page_worth_taking_along(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, hands = open_window(), Hands()
    walk = _begin(page, hands, "Plan your first call", "Tarn Valley Water")
    form = _form(walk)
    asked, most = prompts_in_sight(form), _boxes(walk)
    answers: dict[str, str | tuple[str, ...]] = {
        "callTitle": "Night-shift overtime",
        "callStarts": ("Tue 1 Dec", "10:00"),
        "callMinutes": "45",
        "callChannel": "v",
        "contact": "Anna Berg, CFO",
        "askPrimaryActor": "Anna Berg",
        "askPrimaryAction": "invites the shift leads to a walk",
        "askPrimaryBy": "11 Dec",
        "askWording": "Could we walk one night together, before the budget closes?",
        "askFallbackActor": "Anna Berg",
        "askFallbackAction": "sends the call-out list",
        "askFallbackBy": "4 Dec",
    }
    _answer(walk, hands, answers)
    _answer_row(walk, hands, "caseProblems", ("Two crews on standby every night", "2,700", "m"))
    _answer(walk, hands, {"caseWhyNow": "The overtime budget closes on 15 December"})
    _answer_row(walk, hands, "caseProof", ("Hexley & Marr", "Call-outs from 30 to 9 a month"))
    hands.click(part(form, ReadyAgenda).take)
    questions = ("What happened last night?", "Who decides on standby?", "What would 9 call-outs free?")
    for number, question in enumerate(questions):
        _go_into_row(walk, hands, "questions", number)
        hands.type(question)
    answers = {
        "oursLikely": "98,000",
        "oursCadence": "<End>",
        "alternativeKind": "<Down>",
        "alternativeName": "Ostrel",
        "theirsLikely": "84,000",
        "theirsCadence": "<End>",
        "driverName": "Standby no longer needed",
        "driverLikely": "31,000",
        "driverFormula": "2,700 a month, nearly all of it",
        "disclosureWording": "We are about a sixth dearer. Here is what that buys.",
        "shortcutAnswer": "Gladly, with your own figures. Half an hour on Thursday?",
        "avoiding": "Saying the price before she likes us",
        "counterAction": "Say it in the middle, look up, and wait",
    }
    _answer(walk, hands, answers)
    most = max(most, _boxes(walk), key=len)
    walk.wait_until(lambda: "15 of 15 answered" in walk.ten_minutes_text)
    assert missing_essentials(walk.preparation) == ()

    printed = _print(walk, hands, tmp_path, monkeypatch)
    walk.wait_until(printed.exists)

    assert len(asked) <= 15, asked
    assert len(most) <= 42, [box.accessibleName() for box in most]
    assert hands.actions <= 70
    assert hands.characters <= 1_300

    plan = walk.preparation.plan
    assert (plan.call.commitment, plan.call.kind) == (Commitment.TIME, CallKind.PROSPECTING)
    assert (plan.call.channel, plan.call.initiated_by) == (Channel.VIDEO, Side.US)
    assert [(contact.name, contact.title) for contact in walk.preparation.client.contacts] == [
        ("Anna Berg", "CFO")
    ]
    assert plan.ask.primary.actor == "Anna Berg"
    assert plan.price.ours[0].cadence is Cadence.YEAR
    assert check(walk.preparation, History(today=dt.date(2026, 11, 29))) == ()
    assert not part(form, IfYouHaveTime).isVisible(), "a first call that we asked for wants nothing beyond"
    _is_a_whole_page(walk, monkeypatch, tmp_path)
    page.close()


def test_the_next_call_takes_a_few_acts(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(tmp_path / "library")
    library.add((_held_and_reviewed(),))
    library.close()
    page, hands = open_window(), Hands()
    walk = page.open("Birchgate Dental Practices")
    before = walk.window.open
    hands.press("Ctrl+Shift+C")
    walk.wait_until(lambda: walk.window.open not in {None, before})
    hands.press("F8")
    plan = walk.preparation.plan
    assert plan.call.commitment is Commitment.EXPLORE, "the one they gave is behind them"
    assert plan.call.kind is CallKind.DISCOVERY
    assert (plan.call.minutes, plan.call.channel) == (20, Channel.PHONE)
    answers: dict[str, str | tuple[str, ...]] = {
        "callStarts": ("Tue 15 Dec", "10:00"),
        "askPrimaryActor": "Dr Fiona Achterberg",
        "askPrimaryAction": "invites us to one afternoon of remakes",
        "askPrimaryBy": "22 Dec",
        "askWording": "Could we look at one afternoon together?",
        "askFallbackActor": "Gethin Rowlands",
        "askFallbackAction": "sends the list of remakes",
        "askFallbackBy": "18 Dec",
    }
    _answer(walk, hands, answers)
    hands.click(part(_form(walk), ReadyAgenda).take)
    questions = ("Which remake cost most?", "Who told the patient?", "What would one fewer be worth?")
    for number, question in enumerate(questions):
        if number >= len(plan.conversation.questions):
            _go_into_row(walk, hands, "questions", number)
            hands.type(question)
    _answer(walk, hands, {"avoiding": "The price", "counterAction": "Say it first"})
    walk.wait_until(lambda: "15 of 15 answered" in walk.ten_minutes_text)
    printed = _print(walk, hands, tmp_path, monkeypatch)
    walk.wait_until(printed.exists)
    assert hands.actions <= 25
    assert walk.preparation.plan.ask.primary.actor == "Dr Fiona Achterberg"
    _is_a_whole_page(walk, monkeypatch, tmp_path)
    page.close()


def _begin(page: WindowPage, hands: Hands, button: str, client: str) -> WalkPageObject:
    offered = page.window.findChildren(QPushButton)
    hands.click(next(one for one in offered if one.isVisible() and one.text() == button))
    dialog = page.window.findChild(NewPlanDialog)
    assert dialog is not None
    page.wait_until(dialog.isActiveWindow)
    hands.type(client)
    hands.press("Return")
    page.wait_until(lambda: page.window.open is not None)
    page.take_keys()
    return page.walk


def _form(walk: WalkPageObject) -> QWidget:
    assert walk.window.open is not None
    return walk.window.open.walk.form


def _boxes(walk: WalkPageObject) -> list[QWidget]:
    form = _form(walk)
    return boxes_in_sight(form, but=(part(form, RowsField, "agenda"),))


def _answer(walk: WalkPageObject, hands: Hands, answers: dict[str, str | tuple[str, ...]]) -> None:
    """Tab to each box by its name in the form and type; a key in pointed brackets is pressed."""
    for name, answer in answers.items():
        hands.tab(until=part(_form(walk), QWidget, name))
        texts = (answer,) if isinstance(answer, str) else answer
        for number, text in enumerate(texts):
            if number:
                hands.tab()
            _say(hands, text)


def _answer_row(walk: WalkPageObject, hands: Hands, rows: str, texts: tuple[str, ...]) -> None:
    """Go into the first row of a list and type its columns."""
    _go_into_row(walk, hands, rows, 0)
    for number, text in enumerate(texts):
        if number:
            hands.tab()
        _say(hands, text)


def _say(hands: Hands, text: str) -> None:
    if text.startswith("<"):
        hands.press(text.strip("<>"))
    else:
        hands.type(text)


def _go_into_row(walk: WalkPageObject, hands: Hands, name: str, number: int) -> None:
    rows = part(_form(walk), RowsField, name)
    hands.tab(until=(*rows.frames, *rows.starting_frames)[number].content)


def _print(walk: WalkPageObject, hands: Hands, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    printed = folder / "printed.pdf"
    monkeypatch.setattr(printing, "ask_for_printer", lambda pdf, title, _window: _into(printed, pdf, title))
    assert walk.window.open is not None
    hands.click(walk.window.open.ten_minutes.strip.good_enough)
    end = part(_form(walk), TenMinuteEnd)
    assert end.heading.text() == "Good enough: print it"
    assert has_keys() is end.print
    hands.press("Return")
    return printed


def _into(path: Path, pdf: bytes, title: str) -> QPrinter:
    printer = printing.printer_for(pdf, title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def _is_a_whole_page(walk: WalkPageObject, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    target = folder / "call plan.pdf"
    walk.export(monkeypatch, target)
    assert len(page_sizes(target.read_bytes())) == 1
    text = text_of(target.read_bytes())
    assert [blank for blank in BLANK_ON_THE_PAGE if blank in text] == []
    for said in ("Even if only", "Say it", "I AM AVOIDING", "Opening."):
        assert said in text


def _held_and_reviewed() -> Preparation:
    """The plan that fills the fifteen alone, after its call: they gave what it asked for."""
    planned = a_plan_file("essential-only")
    ask = planned.plan.ask.primary
    obtained = Obtained(which=ObtainedKind.PRIMARY, actor=ask.actor, action=ask.action, by=ask.by)
    reflection = Reflection(
        held_on=dt.date(2026, 11, 27), outcome=Outcome.ADVANCE, obtained=obtained, went_well="I waited."
    )
    return replace(planned, plan=replace(planned.plan, reflection=reflection))
