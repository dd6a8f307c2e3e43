"""Names of clients and contacts, from one screen to the next: who is meant is never guessed."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.coaching.another_client import for_client, without_promises_of
from planner.desktop.fields import ClientNameField
from planner.desktop.plans.new_plan import DuplicateDialog, NewPlanDialog
from planner.model.call import Attendee
from planner.model.client import Client, Contact, Promise
from planner.model.plan import Carried, LastTime, Preparation
from planner.model.terms import Outcome
from planner.model.text_at_path import TextAtPath
from planner.wording.clients_apart import NamedClient
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage, in_days

TARN = Client(id="tarn", name="Tarn Valley Water", contacts=(Contact(id="m", name="Mara Lind"),))
ALDER = Client(id="alder", name="Alder Dairy", headquarters="Kendal")


def a_call(client: Client, title: str, **fields: object) -> Preparation:
    plan = a_plan(**{"call.title": title, **fields})
    return Preparation(client=client, plan=replace(plan.plan, client_id=client.id))


def name_field(window: WindowPage) -> ClientNameField:
    field = window.walk.field("client.name").widget
    assert isinstance(field, ClientNameField)
    return field


def type_over(field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def answers(field: ClientNameField) -> list[str]:
    return [] if field.asking is None else [button.shown_text() for button in field.asking.buttons]


def answer(field: ClientNameField, beginning: str) -> None:
    assert field.asking is not None
    (button,) = (one for one in field.asking.buttons if one.shown_text().startswith(beginning))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def two_plans_for_tarn(stage: Stage) -> WindowPage:
    """Two plans for one client, one for another; the first of the two is open."""
    attending = (Attendee(contact="Mara Lind", contact_id="m"),)
    window = stage.open(
        a_call(TARN, "Metering", **{"call.starts": in_days(1), "call.attendees": attending}),
        a_call(TARN, "Pumps", **{"call.starts": in_days(2)}),
        a_call(ALDER, "Cooling", **{"call.starts": in_days(3)}),
    )
    window.open("Tarn Valley Water")
    return window


def test_typing_over_a_client_of_several_plans_asks_and_changes_nothing_before(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Kestrel Packaging")

    client = window.walk.preparation.client
    assert replace(client, unread=()) == TARN, "until it is answered"
    assert client.unread == (TextAtPath(path="name", text="Kestrel Packaging"),)
    assert field.asking is not None
    assert field.asking.question.startswith("Tarn Valley Water has 1 other plan.")
    assert answers(field) == [
        "Another client: this plan is for Kestrel Packaging",
        "A new name: it is Kestrel Packaging in all its plans",
        "Leave it at Tarn Valley Water",
    ]


def test_another_client_takes_this_plan_alone_and_is_undone_in_one_step(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Kestrel Packaging")
    answer(field, "Another client")

    moved = window.walk.preparation
    assert (moved.client.name, moved.client.contacts) == ("Kestrel Packaging", ())
    assert moved.plan.client_id == moved.client.id not in {"", "tarn"}
    (attendee,) = moved.plan.call.attendees
    assert (attendee.contact, attendee.contact_id) == ("Mara Lind", "")
    assert (field.text(), answers(field)) == ("Kestrel Packaging", [])
    window.walk.wait_saved()
    assert [one.client.name for one in stage.plans.stored.values()].count("Tarn Valley Water") == 1

    window.undo()
    back = window.walk.preparation
    assert (back.client, back.plan.client_id) == (TARN, "tarn")
    assert back.plan.call.attendees[0].contact_id == "m"
    assert field.text() == "Tarn Valley Water"


def test_a_client_one_has_already_is_taken_as_it_is(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "alder  dairy")
    assert answers(field)[0] == "It is Alder Dairy, whom you have already"
    assert not any(text.startswith("Another client") for text in answers(field))
    answer(field, "It is Alder Dairy")
    assert window.walk.preparation.client == ALDER
    assert field.text() == "Alder Dairy"


def test_what_the_plan_shows_of_earlier_calls_becomes_the_new_clients(stage: Stage) -> None:
    last = a_call(ALDER, "Cooling", **{"call.starts": in_days(-9), "reflection.outcome": Outcome.ADVANCE})
    told = Carried(last_time=LastTime(held_on=NOW.date(), they_said="We buy from Kestrel"))
    ours = a_call(TARN, "Metering", **{"call.starts": in_days(1), "call.what_changed": "A new manager"})
    ours = replace(ours, plan=replace(ours.plan, carried=told))
    window = stage.open(ours, a_call(TARN, "Pumps", **{"call.starts": in_days(2)}), last)
    window.open("Tarn Valley Water")
    assert window.window.open is not None
    document = window.window.open.document
    heard: list[str] = []
    document.changed.connect(heard.append)
    type_over(name_field(window), "Alder Dairy")
    answer(name_field(window), "It is Alder Dairy")

    plan = window.walk.preparation.plan
    assert (plan.carried.last_time.outcome, plan.carried.last_time.they_said) == (Outcome.ADVANCE, "")
    assert plan.call.what_changed == ""
    assert {"carried", "price.discussions", "call.what_changed"} <= set(heard)
    window.undo()
    assert window.walk.preparation.plan.carried == told
    assert window.walk.preparation.plan.call.what_changed == "A new manager"


def test_the_question_is_answered_by_keys_and_the_focus_stays_in_the_form(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Kestrel")
    type_over(field, "Kestrel Packaging")
    following = QApplication.focusWidget()
    assert following is window.walk.field("client.current_supplier").widget
    QTest.keyClick(following, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    last = QApplication.focusWidget()
    assert field.asking is not None
    assert last is field.asking.buttons[-1]
    QTest.keyClick(last, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is field
    assert field.text() == "Tarn Valley Water"


def test_a_new_name_is_one_for_all_its_plans(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Tarn Valley Utilities")
    answer(field, "A new name")
    renamed = window.walk.preparation.client
    assert (renamed.id, renamed.name) == ("tarn", "Tarn Valley Utilities")
    assert window.walk.save_text
    window.undo()
    assert window.walk.preparation.client.name == "Tarn Valley Water"
    assert field.text() == "Tarn Valley Utilities", "which waits for its answer again"
    window.undo()
    assert (window.walk.preparation.client, field.text()) == (TARN, "Tarn Valley Water")


def test_it_may_stay_as_it_is_and_a_blank_name_is_none(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Tarn")
    answer(field, "Leave it")
    assert (field.text(), answers(field)) == ("Tarn Valley Water", [])
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), window.walk.preparation.client) == ("Tarn Valley Water", TARN)
    assert field.problem == "A client needs a name; still Tarn Valley Water."
    field.setFocus()
    QTest.keyClicks(field, "x")
    assert field.problem == ""
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), window.walk.preparation.client) == ("Tarn Valley Water", TARN)


def test_a_name_emptied_key_by_key_stays_empty_while_one_types(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Ke")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), window.walk.preparation.client) == ("", TARN)
    QTest.keyClicks(field, "Al")
    assert field.text() == "Al"
    assert window.walk.preparation.client.unread == (TextAtPath(path="name", text="Al"),)


def test_what_was_typed_over_a_name_is_taken_back_with_the_typing(stage: Stage) -> None:
    window = two_plans_for_tarn(stage)
    field = name_field(window)
    type_over(field, "Kestrel")
    window.undo()
    assert (field.text(), window.walk.preparation.client) == ("Tarn Valley Water", TARN)
    window.redo()
    assert field.text() == "Kestrel"
    answer_after = name_field(window)
    answer_after.clearFocus()
    answer_after.setFocus()
    assert answers(field)[0] == "Another client: this plan is for Kestrel"


def test_a_client_of_this_plan_alone_is_renamed_as_one_types(stage: Stage) -> None:
    window = stage.open(a_call(TARN, "Metering"), a_call(ALDER, "Cooling"))
    window.open("Tarn Valley Water")
    field = name_field(window)
    type_over(field, "Tarn Utilities")
    assert window.walk.preparation.client.name == "Tarn Utilities"
    assert answers(field) == []

    type_over(field, "Alder Dairy")
    assert answers(field) == ["It is Alder Dairy, whom you have already", "No, it is another of that name"]
    answer(field, "It is Alder")
    assert window.walk.preparation.client == ALDER


def test_what_was_promised_in_the_call_goes_along() -> None:
    ours = Promise(text="Send terms", from_plan="p")
    theirs = Promise(text="Name the buyer", from_plan="other")
    plan = a_plan(**{"client.promises": (ours, theirs)})
    plan = Preparation(client=plan.client, plan=replace(plan.plan, id="p"))
    moved = for_client(plan, ALDER)
    assert moved.client.promises == (ours,)
    assert without_promises_of(plan.client, "p").promises == (theirs,)
    assert for_client(plan, plan.client) is plan


def test_a_duplicate_is_for_the_same_client_or_another_and_never_says_copy_on_a_page(stage: Stage) -> None:
    worked_on = {"edited_on": (NOW.date(),)}
    window = stage.open(a_call(TARN, "Metering", **worked_on), a_call(ALDER, "Cooling", **worked_on))
    same = window.duplicate("Tarn Valley Water")
    assert (same.preparation.client, same.preparation.plan.call.title) == (TARN, "Metering")
    window = same.leave()
    lines = [line for line in window.list_lines if "Metering" in line]
    assert sum("copy" in line for line in lines) == 1

    other = window.duplicate("Alder Dairy", to="Tarn Valley Water")
    assert (other.preparation.client, other.preparation.plan.call.title) == (TARN, "Cooling")
    window = other.leave()
    assert not any("copy" in line for line in window.list_lines if "Cooling" in line)


def test_clients_of_one_name_are_told_apart_before_and_in_the_list(stage: Stage) -> None:
    two = [Client(id=f"pump{at}", name="Müller Pumpen", headquarters=at) for at in ("Köln", "Ulm")]
    window = stage.open(*(a_call(client, "Review") for client in two))
    lines = window.list_lines
    assert any("Müller Pumpen, Köln" in line for line in lines)
    assert any("Müller Pumpen, Ulm" in line for line in lines)

    window.choose_from_menu("New Plan…")
    dialog = window.window.findChild(NewPlanDialog)
    assert dialog is not None
    dialog.client.insert("müller pumpen")
    assert dialog.asking.question == "You have 2 clients called Müller Pumpen. Which one is it?"
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    assert dialog.isVisible(), "not before it is said"
    QTest.mouseClick(dialog.asking.buttons[1], Qt.MouseButton.LeftButton)
    assert (dialog.client_name, dialog.client_id) == ("Müller Pumpen", "pumpUlm")
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    window.wait_until(lambda: window.window.open is not None)
    assert window.walk.preparation.client == two[1]


def test_a_copy_of_a_plan_for_nobody_yet_is_accepted_as_it_is(stage: Stage) -> None:
    nobody = Client(id="nobody")
    window = stage.open(a_call(nobody, "Idea"))
    window.choose("")
    chosen = window.window.plans_page.chosen
    assert chosen is not None
    dialog = DuplicateDialog([NamedClient("tarn", "Tarn")], chosen, window.window)
    wanted: list[tuple[str, str, str]] = []
    dialog.copy_wanted.connect(lambda *told: wanted.append(told))
    dialog.accept()
    assert [one[1:] for one in wanted] == [("", "nobody")]
