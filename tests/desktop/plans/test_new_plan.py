"""A new plan for a client: one that is there, in whichever form its name is typed, or a new one."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.coaching.known_beforehand import with_what_is_known
from planner.coaching.next_call import next_call
from planner.desktop.editing.document import SaveState
from planner.desktop.looking_back.last_time_note import LastTimeNote
from planner.desktop.plans.fresh_plans import plan_for
from planner.desktop.plans.new_plan import DuplicateDialog, NewPlanDialog
from planner.desktop.widgets.child_widget import part
from planner.model.client import Client
from planner.model.conversation import Concern
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary
from planner.model.reflection import Reflection
from planner.model.terms import Outcome
from planner.wording.clients_apart import NamedClient
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.stage import Stage

NAME = "Müller Pumpen"
FORMS = (
    "Mu\u0308ller Pumpen",
    "Müller\u00a0Pumpen",
    "Müller  Pumpen ",
    "müller pumpen",
    "Müller Pum\u00adpen",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("stored_so", [False, True])
def test_a_client_that_is_there_is_known(qtbot: QtBot, form: str, stored_so: bool) -> None:  # noqa: FBT001
    stored, typed = (form, NAME) if stored_so else (NAME, form)
    here = Client(id="here", name=stored)
    assert plan_for(typed, (Client(id="other", name="Alder"), here)).client == here

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPlanDialog([NamedClient("here", stored)], parent)
    dialog.client.setText(typed)
    assert dialog.hint == "A client you already have."


def test_an_accent_makes_another_client(qtbot: QtBot) -> None:
    assert plan_for("Muller Pumpen", (Client(id="here", name=NAME),)).client.id != "here"
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPlanDialog([NamedClient("here", NAME)], parent)
    dialog.client.setText("Muller Pumpen")
    assert dialog.hint == "A new client."


def test_of_two_clients_alike_the_one_spelled_so_is_meant() -> None:
    two = (Client(id="small", name="acme"), Client(id="large", name="ACME"))
    assert plan_for("ACME", two).client.id == "large"
    assert plan_for("Acme", two).client.id == "small"


HELD = PlanSummary(
    id="last",
    client_id="here",
    client=NAME,
    title="Line walk",
    held_on=dt.date(2026, 11, 20),
    outcome=Outcome.ADVANCE,
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def asked(
    parent: QWidget, last: PlanSummary | None
) -> tuple[NewPlanDialog, list[tuple[str, bool, str, str]]]:
    """The dialog before a plan for a client with that last call, and what it was answered."""
    dialog = NewPlanDialog(
        [NamedClient("here", NAME)], parent, last_call=lambda client: last if client == "here" else None
    )
    answers: list[tuple[str, bool, str, str]] = []
    dialog.chosen.connect(lambda *answer: answers.append(answer))
    dialog.open()
    return dialog, answers


def test_a_plan_for_a_known_client_goes_on_from_the_last_call(parent: QWidget) -> None:
    dialog, answers = asked(parent, HELD)
    assert not dialog.goes_on.isVisible()
    dialog.client.setText(NAME)
    assert dialog.goes_on.isVisible()
    assert dialog.offer.replace("\u00a0", " ").startswith("20 Nov 2026, Line walk\n")
    assert "not reviewed" not in dialog.offer
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    assert answers == [(NAME, False, "last", "here")]


def test_the_dialog_has_room_for_what_it_says_of_the_last_call(parent: QWidget) -> None:
    dialog, _answers = asked(
        parent, replace(HELD, title="Gate 2, detention, and a price they have not heard yet")
    )
    dialog.client.setText(NAME)
    said = next(label for label in dialog.findChildren(QLabel) if label.text() == dialog.offer)
    QApplication.processEvents()
    assert said.height() >= said.heightForWidth(said.width())


def test_one_action_makes_it_a_blank_plan(parent: QWidget) -> None:
    dialog, answers = asked(parent, HELD)
    dialog.client.setText(NAME)
    QTest.mouseClick(dialog.goes_on, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.goes_on.height() // 2))
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    assert answers == [(NAME, False, "", "here")]


def test_a_last_call_that_is_not_reviewed_is_said_to_be_so(parent: QWidget) -> None:
    dialog, _answers = asked(parent, replace(HELD, outcome=None, held_on=None, day=dt.date(2026, 11, 20)))
    dialog.client.setText(NAME)
    assert dialog.offer.replace("\u00a0", " ").startswith("20 Nov 2026, Line walk\nIt is not reviewed yet")


def test_without_a_call_held_nothing_is_offered(parent: QWidget) -> None:
    dialog, answers = asked(parent, None)
    dialog.client.setText(NAME)
    assert (dialog.goes_on.isVisible(), dialog.offer) == (False, "")
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    assert answers == [(NAME, False, "", "here")]


def test_of_two_of_one_name_the_last_call_of_the_one_meant_is_offered(parent: QWidget) -> None:
    two = [NamedClient("koeln", NAME, "Köln"), NamedClient("ulm", NAME, "Ulm")]
    last = {
        "koeln": replace(HELD, id="of-koeln", client_id="koeln", title="Seals"),
        "ulm": replace(HELD, id="of-ulm", client_id="ulm", title="Valves"),
    }
    dialog = NewPlanDialog(two, parent, last_call=last.get)
    answers: list[tuple[str, bool, str, str]] = []
    dialog.chosen.connect(lambda *answer: answers.append(answer))
    dialog.open()
    dialog.client.setText(NAME)
    assert (dialog.goes_on.isVisible(), dialog.offer) == (False, ""), "until it is said who is meant"
    QApplication.processEvents()  # the dialog is shown, and has the focus
    dialog.client.setFocus()
    for _button in dialog.asking.buttons:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.asking.buttons[1]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert "Valves" in dialog.offer
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    assert answers == [(NAME, False, "of-ulm", "ulm")]


def test_the_copy_of_a_plan_asks_for_the_client_alone(parent: QWidget) -> None:
    dialog = DuplicateDialog([NamedClient("here", NAME)], HELD, parent)
    dialog.open()
    assert (dialog.client_name, dialog.findChildren(QCheckBox)) == (NAME, [])


def a_client_with_calls() -> tuple[Preparation, Preparation]:
    """A call reviewed, and one of the same client to come."""
    last = a_plan(
        **{
            "call.starts": NOW - dt.timedelta(days=5),
            "call.title": "Line walk",
            "conversation.concerns": (Concern(concern="The switch", response="side by side"),),
            "reflection.outcome": Outcome.ADVANCE,
            "reflection.held_on": dt.date(2026, 11, 25),
            "reflection.learned_client": "Finance signs.",
        }
    )
    ahead = a_plan(**{"call.starts": NOW + dt.timedelta(days=5)})
    return last, Preparation(client=last.client, plan=replace(ahead.plan, client_id=last.client.id))


def test_going_on_makes_the_plan_that_plan_the_next_call_makes(stage: Stage) -> None:
    last, ahead = a_client_with_calls()
    made = stage.open(last, ahead).new_plan("Tarn Valley Water").preparation
    following = next_call(last, NOW.date(), plan_id=made.plan.id)
    known = with_what_is_known(
        following, (last.plan, ahead.plan), today=NOW.date(), elsewhere=ahead.plan, currency="GBP"
    )
    assert replace(made.plan, price=replace(made.plan.price, currency="")) == replace(
        known.plan, price=replace(known.plan.price, currency="")
    )
    assert made.plan.carried.from_plan == last.plan.id
    assert made.plan.conversation.concerns == last.plan.conversation.concerns


def test_a_blank_plan_for_a_known_client_knows_what_happened_last_time(stage: Stage) -> None:
    last, ahead = a_client_with_calls()
    walk = stage.open(last, ahead).new_plan("Tarn Valley Water", goes_on=False)
    made = walk.preparation.plan
    assert (made.carried.from_plan, made.call.title, made.conversation.concerns) == ("", "", ())
    note = part(walk.window, LastTimeNote)
    assert note.isVisible()
    assert note.label.text().replace("\u00a0", " ").splitlines() == [
        "Last time, 25 Nov 2026: an advance.",
        "They said: Finance signs.",
    ]


def test_going_on_takes_the_last_call_of_the_client_meant_among_two_of_one_name(stage: Stage) -> None:
    last, _ahead = a_client_with_calls()
    twin = Preparation(
        client=Client(id="twin", name=last.client.name, headquarters="Ulm"),
        plan=replace(last.plan, id="of-twin", client_id="twin"),
    )
    window = stage.open(last, twin)
    walk = window.new_plan(f"{last.client.name}, Ulm")
    assert (walk.preparation.client.id, walk.preparation.plan.carried.from_plan) == ("twin", "of-twin")


def test_the_ten_minute_plan_goes_on_too_and_tells_last_time(stage: Stage) -> None:
    last, _ahead = a_client_with_calls()
    walk = stage.open(last).new_plan("Tarn Valley Water", ten_minutes=True)
    assert walk.preparation.plan.carried.from_plan == last.plan.id
    assert walk.window.open is not None
    assert part(walk.window.open.walk.form, LastTimeNote).isVisible()


def test_a_first_plan_tells_of_no_last_time(stage: Stage) -> None:
    walk = stage.open().new_plan("Larkline Buses")
    assert not part(walk.window, LastTimeNote).isVisible()


def test_a_call_reviewed_after_the_next_was_planned_is_told_as_reviewed(stage: Stage) -> None:
    reviewed, _ahead = a_client_with_calls()
    last = replace(reviewed, plan=replace(reviewed.plan, reflection=Reflection()))
    following = next_call(last, NOW.date(), plan_id="next")
    assert following.plan.carried.last_time.outcome is None
    page = stage.open(last, following)

    page.window.desk.open(last.plan.id)
    assert page.window.open is not None
    page.window.open.document.edit("reflection.outcome", Outcome.NO_SALE)
    page.window.desk.open("next")

    note = part(page.window.open.walk.form, LastTimeNote)
    assert note.label.text().replace("\u00a0", " ") == "Last time, 24 Nov 2026: no sale."
    document = page.window.open.document
    assert document.save_state is SaveState.SAVED
    assert document.undo_stack.undoText() == "change of outcome", "in the call before"
    page.walk.leave()
    assert stage.plans.stored["next"] == following, "to look at it is no edit"
