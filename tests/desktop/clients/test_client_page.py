"""The page of a client: what it says to eyes and ears, and that nothing typed on it is lost."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.desktop.clients.conversation_strip import ConversationStrip
from planner.desktop.touches.reach_out import ReachOutDialog
from planner.model.client import Client, Contact
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.client_page_objects import ClientPageObject, new_client
from tests.desktop.counting import Hands
from tests.desktop.stage import Stage


def osterley(stage: Stage) -> ClientPageObject:
    return new_client(stage.open(a_plan()), "Osterley Mills")


def test_the_lists_and_the_strip_say_what_they_are(stage: Stage) -> None:
    overview = osterley(stage).page.overview
    named = {overview.happened, overview.coming, overview.people, overview.promises}
    assert {each.accessibleName() for each in named} == {"What happened", "Next", "People", "Promises"}
    assert overview.strip.accessibleName() == "The sales conversation so far"
    assert overview.strip.accessibleDescription() == "Nothing obtained yet. Next: Time."


def test_the_strip_takes_more_lines_where_it_is_narrow(stage: Stage) -> None:
    strip: ConversationStrip = osterley(stage).page.overview.strip
    one_line = strip.heightForWidth(2000)
    assert strip.heightForWidth(400) > one_line
    assert strip.heightForWidth(strip.minimumSizeHint().width()) == 5 * one_line


def test_reaching_out_asks_for_a_touch_that_is_undone_on_the_page(stage: Stage) -> None:
    page = osterley(stage)
    page.window.choose_from_menu("Reach Out")
    dialog = page.window.window.findChild(ReachOutDialog)
    assert dialog is not None
    hands = Hands()
    hands.type("Two pages on the levy")
    hands.press("Ctrl+Return")
    page.window.wait_until(lambda: len(page.client.touches) == 1)
    page.window.take_keys()
    page.window.undo()
    assert page.client.touches == ()


def test_enter_on_a_touch_leads_to_it_in_the_facts(stage: Stage) -> None:
    stage.plans.save_client(
        Client(
            id="osterley",
            name="Osterley",
            touches=(Touch(id="t", done_on=stage.clock.moment.date(), value_offered="Levy"),),
        )
    )
    window = stage.open()
    window.window.clients.show_client("osterley")
    page = ClientPageObject(window)
    page.press_on("happened", "Touch Levy", Qt.Key.Key_Return)
    assert page.page.shows_facts
    assert page.page.facts.is_in("client.touches[0].value_offered")


def test_what_could_not_be_saved_keeps_the_page_open_and_is_told(stage: Stage) -> None:
    page = osterley(stage)
    window = page.window
    page.fill_in("client.industry", "Paper")
    stage.plans.full = True
    window.press("Ctrl+2")
    assert window.window.clients.shows_page
    assert "the disk is full" in window.message
    stage.plans.full = False
    window.take_offer("Try again")
    window.wait_until(lambda: page.page.saved.text() == "✓ Saved")
    assert stage.plans.client(page.client.id).industry == "Paper"


def test_an_unread_day_of_a_touch_stays_and_is_counted(stage: Stage, qtbot: QtBot) -> None:
    page = osterley(stage)
    document = page.window.window.desk.document
    assert document is not None
    document.insert_row("client.touches", 0)
    page.fill_in("client.touches[0].planned_on", "some time soon")
    page.page.go_to_field("client.notes")
    qtbot.waitUntil(lambda: page.page.saved.text() == "Saved, except one answer that could not be read")
    assert page.client.unread[0].text == "some time soon"


def test_a_zone_that_is_none_is_said_and_kept(stage: Stage) -> None:
    page = osterley(stage)
    page.fill_in("client.zone", "Londn")
    page.page.go_to_field("client.language")
    field = page.page.facts.form.input_for("client.zone")
    assert field is not None
    told = "“Londn” is no time zone known here. Write it as Europe/London, or leave it blank."
    assert field.told.replace("\u200b", "") == told  # type: ignore[attr-defined]
    assert page.client.zone == "Londn"
    page.fill_in("client.zone", "Europe/London")
    page.page.go_to_field("client.language")
    assert field.told == ""  # type: ignore[attr-defined]


def test_a_plan_that_goes_on_from_the_last_call_is_offered(stage: Stage) -> None:
    held = a_plan(**{"client.name": "Tarn", "call.title": "Metering", "call.day": stage.clock.moment.date()})
    window = stage.open(held)
    window.open("Tarn")
    window.walk.field("reflection.outcome")
    window.press("Ctrl+L")
    page = ClientPageObject(window)
    walk = page.plan_a_call()
    assert walk.preparation.client.id == held.client.id
    assert walk.preparation.plan.id != held.plan.id


def test_a_contact_keeps_the_row_of_its_own_when_it_is_opened(stage: Stage) -> None:
    people = tuple(Contact(id=name, name=name) for name in ("Mara", "Peer"))
    window = stage.open(a_plan(**{"client.name": "Tarn", "client.contacts": people}))
    window.open("Tarn")
    window.press("Ctrl+L")
    page = ClientPageObject(window)
    page.press_on("people", "Peer", Qt.Key.Key_Return)
    assert page.page.facts.is_in("client.contacts[1].name")
