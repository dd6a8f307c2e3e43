"""Tables and lists pasted into a list of rows: on the clipboard as other programs put them there."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.fields import ContactField, LineField, LongField, RowsField
from planner.desktop.frame.promoted_widgets import PROMOTED
from planner.desktop.walk.form_loader import FormLoader
from planner.model.case import Cost, Problem
from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Concern
from planner.model.price import PriceLine
from planner.model.terms import BuyingRole, Cadence, Lead
from planner.model.text_at_path import TextAtPath
from tests.desktop.conftest import OpenWindow
from tests.desktop.dropping import drop
from tests.desktop.sheet import Sheet

AGENDA = "Intro\t5\tus\r\nDiscovery\t10\tthem\r\n"
BOTH = (
    AgendaItem(topic="Intro", minutes=5, lead=Lead.US),
    AgendaItem(topic="Discovery", minutes=10, lead=Lead.THEM),
)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot, FormLoader(PROMOTED).load_row)


def copy(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def paste_into(box: QWidget) -> None:
    box.setFocus()
    focused = box.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def box(rows: RowsField, row: int, field: str) -> QWidget:
    frames = [*rows.frames, *rows.starting_frames]
    return next(widget for widget in frames[row].binder.inputs if widget.property("field") == field)


def agenda(sheet: Sheet, **properties: object) -> RowsField:
    rows = sheet.put(
        RowsField,
        "conversation.agenda",
        "Agenda",
        columns="minutes=Min, topic=What about, lead=Who",
        **properties,
    )
    sheet.show()
    return rows


def test_cells_pasted_into_a_topic_are_rows_in_one_undo_step(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy(AGENDA)
    paste_into(box(rows, 0, "topic"))
    assert sheet.read("conversation.agenda") == BOTH
    assert rows.paste_notice.label.text() == "2 rows pasted ·"
    assert rows.paste_notice.isVisible()
    assert sheet.root.focusWidget() is box(rows, 1, "topic")
    assert sheet.document.undo_stack.undoText() == "pasting rows"
    sheet.document.undo_stack.undo()
    assert sheet.read("conversation.agenda") == (AgendaItem(),)
    assert not rows.paste_notice.isVisible()
    sheet.document.undo_stack.redo()
    assert sheet.read("conversation.agenda") == BOTH


def test_one_text_instead_is_one_action_and_one_undo_step(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy(AGENDA)
    paste_into(box(rows, 0, "topic"))
    rows.paste_notice.button.click()
    assert sheet.read("conversation.agenda") == (AgendaItem(topic="Intro\t5\tus\nDiscovery\t10\tthem"),)
    assert not rows.paste_notice.isVisible()
    sheet.document.undo_stack.undo()
    assert sheet.read("conversation.agenda") == (AgendaItem(),)


def test_a_table_that_is_html_alone_can_be_one_text_too(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    data = QMimeData()
    data.setHtml("<table><tr><td>Intro<td>5<tr><td>End<td>7</table>")
    QGuiApplication.clipboard().setMimeData(data)
    paste_into(box(rows, 0, "topic"))
    assert [(item.topic, item.minutes) for item in sheet.read("conversation.agenda")] == [
        ("Intro", 5),
        ("End", 7),
    ]
    rows.paste_notice.button.click()
    assert sheet.read("conversation.agenda") == (AgendaItem(topic="Intro\t5\nEnd\t7"),)


def test_the_line_about_it_comes_into_sight_below_the_rows(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan("Larkline")
    walk.go_to("conversation")
    lists = page.window.findChildren(RowsField)
    rows = next(rows for rows in lists if rows.objectName() == "conversationAgenda")
    rows.add_button.click()
    copy("\n".join(f"Item {number}\t{number}" for number in range(1, 30)))
    paste_into(box(rows, 0, "topic"))
    assert len(rows.frames) == 29
    page.qtbot.waitUntil(lambda: not rows.paste_notice.visibleRegion().isEmpty())
    assert rows.frames[28].isAncestorOf(page.window.focusWidget())
    page.close()


def test_the_offer_goes_with_the_next_change(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy(AGENDA)
    paste_into(box(rows, 0, "topic"))
    sheet.press(Qt.Key.Key_End)
    sheet.press(Qt.Key.Key_S)
    assert sheet.read("conversation.agenda[1].topic") == "Discoverys"
    assert not rows.paste_notice.isVisible()


def test_rows_go_below_a_row_in_which_something_stands_and_change_nothing_there(sheet: Sheet) -> None:
    held = (AgendaItem(topic="Welcome", minutes=2), AgendaItem(topic="End", minutes=3))
    sheet.plan(**{"conversation.agenda": held})
    rows = agenda(sheet)
    copy(AGENDA)
    paste_into(box(rows, 0, "topic"))
    assert sheet.read("conversation.agenda") == (held[0], *BOTH, held[1])


def test_a_box_that_is_selected_whole_is_replaced(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.agenda": (AgendaItem(topic="Welcome"),)})
    rows = agenda(sheet)
    topic = box(rows, 0, "topic")
    assert isinstance(topic, LongField)
    topic.selectAll()
    copy(AGENDA)
    paste_into(topic)
    assert sheet.read("conversation.agenda") == BOTH


def test_lines_pasted_into_a_line_are_a_row_each(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy("Intro\n\nDiscovery\nNext step\n")
    paste_into(box(rows, 0, "topic"))
    assert [item.topic for item in sheet.read("conversation.agenda")] == ["Intro", "Discovery", "Next step"]


def test_lines_pasted_into_a_text_of_several_lines_stay_one_text_and_a_list_does_not(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "conversation.concerns", rowForm="concern", startingRows=2)
    sheet.show()
    copy("Not before spring.\nAnd not without Theo.")
    paste_into(box(rows, 0, "concern"))
    assert sheet.read("conversation.concerns") == (
        Concern(concern="Not before spring.\nAnd not without Theo."),
    )
    copy("• Too dear\n• Too late")
    paste_into(box(rows, 1, "concern"))
    assert [row.concern for row in sheet.read("conversation.concerns")[1:]] == ["Too dear", "Too late"]
    copy("- Say so\n- Ask when")
    paste_into(box(rows, 0, "response"))
    assert sheet.read("conversation.concerns[0].response") == "- Say so\n- Ask when"
    assert len(sheet.read("conversation.concerns")) == 3


def test_starting_rows_are_begun_by_a_paste_and_stand_again_when_it_is_undone(sheet: Sheet) -> None:
    rows = sheet.put(
        RowsField,
        "case.problems",
        columns="problem=What hurts, cost.amount=Costs them, cost.per=Per",
        startingRows=3,
        currencyField="cost.currency",
    )
    sheet.show()
    html = (
        "<table><tr><th>What hurts?</th><th>Costs</th><th>Per</th></tr>"
        "<tr><td>Waste</td><td>EUR 3.400,50</td><td>month</td></tr>"
        "<tr><td>Overtime<br>in May</td><td>38*42</td><td>Year</td></tr>"
        "<tr><td>Rework</td><td>a lot</td><td>often</td></tr></table>"
    )
    copy("as text", html)
    paste_into(box(rows, 1, "problem"))
    assert sheet.read("case.problems") == (
        Problem(problem="Waste", cost=Cost(amount=Decimal("3400.50"), currency="EUR", per=Cadence.MONTH)),
        Problem(problem="Overtime\nin May", cost=Cost(amount=Decimal(1596), per=Cadence.YEAR)),
        Problem(problem="Rework\nPer: often"),
    )
    plan = sheet.document.preparation.plan
    assert plan.unread == (TextAtPath("case.problems[2].cost.amount", "a lot"),)
    assert plan.as_typed == (TextAtPath("case.problems[1].cost.amount", "38*42"),)
    assert (len(rows.frames), len(rows.starting_frames)) == (3, 0)
    sheet.document.undo_stack.undo()
    assert sheet.document.preparation.plan.unread == sheet.read("case.problems") == ()
    assert len(rows.starting_frames) == 3


def test_texts_beside_rows_below_move_with_them(sheet: Sheet) -> None:
    sheet.plan(
        **{
            "conversation.agenda": (AgendaItem(topic="Welcome"), AgendaItem(topic="End")),
            "unread": (TextAtPath("conversation.agenda[1].minutes", "a while"),),
        }
    )
    rows = agenda(sheet)
    copy(AGENDA)
    paste_into(box(rows, 0, "topic"))
    assert sheet.document.preparation.plan.unread == (
        TextAtPath("conversation.agenda[3].minutes", "a while"),
    )


def test_people_of_an_address_book_are_contacts(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "client.contacts", "Contacts", rowForm="contact", startingRows=1)
    sheet.show()
    copy(
        "Name,Title,Email,Phone,Role\nAnna Berg,CFO,anna@berg.example,+44 20 7946 0018,economic\n"
        "Theo,,,,coach"
    )
    paste_into(box(rows, 0, "name"))
    anna, theo = sheet.read("client.contacts")
    assert anna.id != theo.id
    assert all((anna.id, theo.id))
    assert anna == Contact(
        id=anna.id,
        name="Anna Berg",
        title="CFO",
        email="anna@berg.example",
        phone="+44 20 7946 0018",
        buying_role=BuyingRole.ECONOMIC,
    )
    assert theo == Contact(id=theo.id, name="Theo", buying_role=BuyingRole.COACH)


def test_people_pasted_by_name_or_by_what_tells_them_apart_are_those_contacts(sheet: Sheet) -> None:
    contacts = (
        Contact(id="cfo", name="Jan Novak", title="CFO"),
        Contact(id="it", name="Jan Novak", title="IT"),
        Contact(id="mara", name="Mara Lindqvist"),
    )
    sheet.plan(**{"client.contacts": contacts})
    rows = sheet.put(RowsField, "conversation.concerns", "Concerns", rowForm="concern", startingRows=1)
    sheet.show()
    copy("Concern\tWho\nToo dear\tJan Novak, IT\nToo slow\tmara lindqvist\nToo new\tJan Novak\nToo far\tTheo")
    paste_into(box(rows, 0, "concern"))
    pasted = [(row.concern, row.who, row.who_id) for row in sheet.read("conversation.concerns")]
    assert pasted == [
        ("Too dear", "Jan Novak", "it"),
        ("Too slow", "mara lindqvist", "mara"),
        ("Too new", "Jan Novak", ""),
        ("Too far", "Theo", ""),
    ]
    sheet.document.undo_stack.undo()
    assert sheet.read("conversation.concerns") == ()


def test_days_and_ticks_and_sides_find_their_boxes(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "client.promises", "Promises", rowForm="promise")
    sheet.show()
    rows.add_button.click()
    copy("The log\tThem\t4 Dec 2026\nA draft\tUs\t5/12/2026")
    paste_into(box(rows, 0, "text"))
    log, draft = sheet.read("client.promises")
    assert (log.text, log.by, log.due) == ("The log", "them", dt.date(2026, 12, 4))
    assert (draft.text, draft.by, draft.due) == ("A draft", "us", dt.date(2026, 12, 5))


def test_a_price_takes_its_currency_from_the_cells(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "price.ours", "Price", rowForm="price_line", startingRows=1)
    sheet.show()
    copy("Licence\t\u20ac\u00a01\u202f250\tmonth\r\nSet-up\t3 400 EUR\tone-off\r\n")
    paste_into(box(rows, 0, "label"))
    licence, setup = sheet.read("price.ours")
    assert (licence.label, licence.likely, licence.cadence) == ("Licence", Decimal(1250), Cadence.MONTH)
    assert (setup.label, setup.likely, setup.cadence) == ("Set-up", Decimal(3400), Cadence.ONE_OFF)
    assert {sheet.read("price.currency") or line.currency for line in (licence, setup)} == {"EUR"}


def test_plain_texts_take_lines_and_whole_tables(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "call.links", "Links", columns=".=Link")
    sheet.show()
    rows.add_button.click()
    copy("\uf0b7\ta.example\n\uf0b7\tb.example")
    paste_into(box(rows, 0, "."))
    assert sheet.read("call.links") == ("a.example", "b.example")
    copy("Plan\tc.example")
    paste_into(box(rows, 1, "."))
    assert sheet.read("call.links") == ("a.example", "b.example", "Plan\nc.example")


def test_one_cell_or_line_is_pasted_as_ever(sheet: Sheet) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy("Discovery\r\n", "<table><tr><td>Discovery</td></tr></table>")
    paste_into(box(rows, 0, "topic"))
    assert sheet.read("conversation.agenda")[0].topic.strip() == "Discovery"
    assert not rows.paste_notice.isVisible()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Item\t5\n" * 120, "Too long for rows: 120 rows."),
        ("Item\n" * 101, "Too long for rows: 101 rows."),
        ("\t".join("abcdefgh" * 6), "Too wide for rows: 48 columns."),
        (f"Item\t{'x' * 75}\n" * 5_000, "Too long for rows: 405,000 characters."),
    ],
    ids=["rows", "lines", "columns", "characters"],
)
def test_what_is_too_large_for_rows_is_one_text_and_a_line_says_so(sheet: Sheet, text: str, why: str) -> None:
    rows = agenda(sheet)
    rows.add_button.click()
    copy(text)
    paste_into(box(rows, 0, "topic"))
    (item,) = sheet.read("conversation.agenda")
    assert item.topic.split() == text.split()
    sheet.qtbot.waitUntil(rows.paste_notice.isVisible)
    assert rows.paste_notice.label.text() == f"{why} It was pasted as one text."
    assert not rows.paste_notice.button.isVisible(), "it is one already"
    sheet.press(Qt.Key.Key_S)
    assert not rows.paste_notice.isVisible()
    sheet.document.undo_stack.undo()
    rows.add_button.click()
    copy(AGENDA)
    paste_into(box(rows, len(rows.frames) - 1, "topic"))
    assert rows.paste_notice.label.text() == "2 rows pasted ·"
    assert rows.paste_notice.button.isVisible()


def test_what_is_too_large_but_no_rows_anyway_is_pasted_without_a_word(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "conversation.concerns", rowForm="concern", startingRows=1)
    sheet.show()
    text = "\n".join(f"Sentence {number}." for number in range(120))
    copy(text)
    paste_into(box(rows, 0, "concern"))
    assert sheet.read("conversation.concerns[0].concern") == text
    QApplication.processEvents()
    assert not rows.paste_notice.isVisible()


def test_rows_that_come_from_elsewhere_take_none(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.agenda": (AgendaItem(),)})
    rows = agenda(sheet, fixedRows=True)
    copy("Intro\t5")
    paste_into(box(rows, 0, "topic"))
    assert sheet.read("conversation.agenda") == (AgendaItem(topic="Intro\t5"),)


def test_a_table_dropped_onto_a_box_or_pasted_by_its_menu_is_rows_too(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "price.ours", "Price", rowForm="price_line", startingRows=1)
    sheet.show()
    label = box(rows, 0, "label")
    assert isinstance(label, LineField)
    label.setFocus()
    data = QMimeData()
    data.setText("Licence\t10\nSet-up\t20")
    assert drop(data, label)
    assert [(line.label, line.likely) for line in sheet.read("price.ours")] == [
        ("Licence", 10),
        ("Set-up", 20),
    ]
    sheet.document.undo_stack.undo()
    QGuiApplication.clipboard().setText("Licence\t10\nSet-up\t20")
    paste_by_menu(box(rows, 0, "label"))
    assert sheet.read("price.ours") == (
        PriceLine("Licence", likely=Decimal(10)),
        PriceLine("Set-up", likely=Decimal(20)),
    )


def paste_by_menu(line: QWidget) -> None:
    middle = line.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, line.mapToGlobal(middle))
    QApplication.sendEvent(line, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()


@pytest.mark.parametrize(
    ("pasted", "likely", "unread", "as_typed"),
    [("2*5", 10, "", "2*5"), ("50", 50, "", ""), ("a lot", None, "a lot", "")],
)
@pytest.mark.parametrize(
    ("held", "unread_before", "sum_before"),
    [(Decimal(42), "", "6*7"), (Decimal(42), "", ""), (None, "38 bananas", ""), (None, "", "")],
)
def test_what_is_pasted_over_an_amount_takes_the_place_of_all_that_stood_there(
    sheet: Sheet,
    pasted: str,
    likely: int | None,
    unread: str,
    as_typed: str,
    held: Decimal | None,
    unread_before: str,
    sum_before: str,
) -> None:
    path = "price.ours[0].likely"
    below = TextAtPath("price.ours[1].likely", "as agreed")
    sheet.plan(
        **{
            "price.ours": (PriceLine("Licence", likely=held), PriceLine("Set-up")),
            "unread": (TextAtPath(path, unread_before), below) if unread_before else (below,),
            "as_typed": (TextAtPath(path, sum_before),) if sum_before else (),
        }
    )
    before = sheet.document.preparation
    rows = sheet.put(RowsField, "price.ours", "Price", rowForm="price_line")
    sheet.show()
    line = box(rows, 0, "likely").findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    line.selectAll()
    copy(f"{pasted}\n60\n70")
    paste_into(line)
    plan = sheet.document.preparation.plan
    assert [line.likely for line in plan.price.ours] == [likely, 60, 70, None]
    below = TextAtPath("price.ours[3].likely", "as agreed")
    assert plan.unread == ((below, TextAtPath(path, unread)) if unread else (below,))
    assert plan.as_typed == ((TextAtPath(path, as_typed),) if as_typed else ())
    sheet.document.undo_stack.undo()
    assert sheet.document.preparation == before


def test_a_currency_pasted_with_an_amount_mends_the_one_that_could_not_be_read(sheet: Sheet) -> None:
    sheet.plan(unread=(TextAtPath("price.currency", "Euros?"),))
    rows = sheet.put(RowsField, "price.ours", "Price", rowForm="price_line", startingRows=1)
    sheet.show()
    copy("Licence\tEUR 10\nSet-up\tEUR 20")
    paste_into(box(rows, 0, "label"))
    assert sheet.read("price.currency") == "EUR"
    assert sheet.document.preparation.plan.unread == ()


def test_a_contact_renamed_by_a_paste_is_renamed_where_the_plan_names_them(sheet: Sheet) -> None:
    contacts = (Contact(id="mara", name="Mara"), Contact(id="ben", name="Ben"))
    concerns = (Concern(who="Mara", who_id="mara"), Concern(who="Ben", who_id="ben"))
    sheet.plan(**{"client.contacts": contacts, "conversation.concerns": concerns})
    rows = sheet.put(RowsField, "client.contacts", "Contacts", rowForm="contact")
    shown = sheet.put(RowsField, "conversation.concerns", "Concerns", rowForm="concern")
    sheet.show()
    name = box(rows, 0, "name")
    assert isinstance(name, LineField)
    name.selectAll()
    copy("Mara Lindqvist\nTheo")
    paste_into(name)
    assert [contact.name for contact in sheet.read("client.contacts")] == ["Mara Lindqvist", "Theo", "Ben"]
    assert [concern.who for concern in sheet.read("conversation.concerns")] == ["Mara Lindqvist", "Ben"]
    who = box(shown, 0, "who")
    assert isinstance(who, ContactField)
    assert who.currentText() == "Mara Lindqvist"
    sheet.document.undo_stack.undo()
    assert sheet.read("conversation.concerns") == concerns
