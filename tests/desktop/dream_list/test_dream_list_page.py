"""The Dream list: names quickly added, ranked by keys and by dragging, a reason each, all of it undone."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt

from planner.coaching.check.thresholds import Thresholds
from planner.model.client import Client
from planner.model.terms import Side, TouchOutcome
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import NOW
from tests.desktop.reaching_page_object import DreamListObject
from tests.desktop.stage import Stage, in_days

NAMES = ["Ash", "Birch", "Cedar", "Dogwood"]


@pytest.fixture
def dream(stage: Stage) -> DreamListObject:
    """A Dream list of four."""
    for at, name in enumerate(NAMES, 1):
        stage.plans.save_client(Client(id=name, name=name, dream_client=True, dream_rank=at))
    return DreamListObject(stage, stage.open())


def test_an_empty_list_begins_where_a_name_is_typed(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open())
    assert dream.page.name.hasFocus()
    assert dream.said("intro").startswith("Who would you choose")
    dream.add("Brightmoor Foods", "Four lines, changeovers by hand")
    dream.wait_for(["Brightmoor Foods"])
    assert dream.page.name.hasFocus(), "the next name can be typed at once"
    assert dream.stored == {"Brightmoor Foods": ("Four lines, changeovers by hand", 1)}
    assert dream.hands.actions == 4  # the way there, a name, why, Enter


def test_a_name_alone_will_do(dream: DreamListObject) -> None:
    dream.choose("Ash")
    dream.press("N")
    dream.add("Elm")
    dream.wait_for([*NAMES, "Elm"])
    assert dream.lines[4] == "No. 5, Elm, Why them? F2 to say it, never reached, no next touch"


def test_a_blank_name_adds_nobody(dream: DreamListObject) -> None:
    dream.begin()
    dream.add("   ")
    dream.settle()
    assert dream.names == NAMES


def test_a_reason_waits_for_its_name(dream: DreamListObject) -> None:
    dream.page.why.setFocus()
    dream.hands.type("Three saws")
    dream.hands.press("Return")
    dream.hands.type("Elm")
    dream.hands.press("Return")
    dream.wait_for([*NAMES, "Elm"])
    assert dream.stored["Elm"] == ("Three saws", 5)


def test_a_client_there_is_is_taken_and_not_doubled(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open(a_plan(**{"client.name": "Tarn Valley Water"})))
    dream.begin()
    dream.add("tarn  valley water", "Their meters are read by hand")
    dream.wait_for(["Tarn Valley Water"])
    assert len(stage.plans.clients()) == 1
    (plan,) = stage.plans.stored.values()
    assert plan.client.why_dream == "Their meters are read by hand"


def test_a_name_typed_twice_in_a_row_is_one_client(dream: DreamListObject) -> None:
    dream.begin()
    dream.page.name.setText("Elm")
    dream.page.add()
    dream.page.name.setText("elm")
    dream.page.add()
    dream.settle()
    assert dream.names == [*NAMES, "Elm"]
    assert len(dream.stage.plans.clients()) == 5


def test_who_is_on_the_list_already_is_said_to_be(dream: DreamListObject) -> None:
    dream.begin()
    dream.add("cedar", "Three saws")
    dream.settle()
    assert dream.said("note") == "Cedar is on the list already, No. 3."
    assert dream.names == NAMES
    assert dream.stored["Cedar"] == ("Three saws", 3)


def test_of_two_clients_of_one_name_one_is_asked_for(stage: Stage) -> None:
    stage.plans.save_client(Client(id="k", name="Kestrel Pumps", headquarters="Cologne"))
    stage.plans.save_client(Client(id="u", name="Kestrel Pumps", headquarters="Ulm"))
    dream = DreamListObject(stage, stage.open())
    dream.add("Kestrel Pumps", "Forty pumps")
    assert dream.page.asking.question == "You have 2 clients called Kestrel Pumps. Which one is it?"
    dream.press("Tab")
    dream.press("Return")
    dream.wait_for(["Kestrel Pumps"])
    assert stage.plans.client("u").why_dream == "Forty pumps"
    assert stage.plans.client("k").dream_client is None


def test_an_archived_client_put_on_the_list_comes_back(stage: Stage) -> None:
    stage.plans.save_client(Client(id="a", name="Ash", archived=True, why_dream="Old kilns"))
    dream = DreamListObject(stage, stage.open())
    dream.add("Ash")
    dream.wait_for(["Ash"])
    assert stage.plans.client("a").archived is None
    dream.undo()
    dream.window.wait_until(lambda: stage.plans.client("a").archived is True)
    assert stage.plans.client("a").why_dream == "Old kilns"


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("Alt+Up", "Ash Cedar Birch Dogwood"),
        ("Alt+Down", "Ash Birch Dogwood Cedar"),
        ("Alt+Home", "Cedar Ash Birch Dogwood"),
        ("Alt+End", "Ash Birch Dogwood Cedar"),
    ],
)
def test_keys_move_the_chosen_client(dream: DreamListObject, keys: str, order: str) -> None:
    dream.choose("Cedar")
    dream.press(keys)
    dream.wait_for(order.split())
    assert dream.page.chosen == "Cedar"
    dream.undo()
    dream.wait_for(NAMES)


def test_keys_pressed_fast_move_on_from_where_the_last_one_led(dream: DreamListObject) -> None:
    dream.choose("Dogwood")
    for _press in range(5):
        dream.press("Alt+Up")
    dream.wait_for(["Dogwood", "Ash", "Birch", "Cedar"])


def test_dragging_moves_a_client(dream: DreamListObject) -> None:
    lines = dream.page.list.lines
    dragged = lines.mimeData([lines.index_of("Dogwood")])
    lines.dropMimeData(dragged, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    dream.wait_for(["Ash", "Dogwood", "Birch", "Cedar"])
    dragged = lines.mimeData([lines.index_of("Ash")])
    lines.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    dream.wait_for(["Dogwood", "Birch", "Cedar", "Ash"])


def test_a_move_undone_later_leaves_what_was_done_since(dream: DreamListObject) -> None:
    dream.choose("Dogwood")
    dream.press("Alt+Home")
    dream.wait_for(["Dogwood", "Ash", "Birch", "Cedar"])
    dream.stage.plans.save_client(Client(id="Elm", name="Elm", dream_client=True, dream_rank=5))
    dream.undo()
    dream.wait_for([*NAMES, "Elm"])


def test_a_reason_is_typed_in_its_line(dream: DreamListObject) -> None:
    dream.choose("Birch")
    dream.type_reason("Paper, and no forest")
    dream.window.wait_until(lambda: dream.stored["Birch"] == ("Paper, and no forest", 2))
    dream.settle()
    dream.undo()
    dream.window.wait_until(lambda: dream.stored["Birch"] == ("", 2))


def test_taken_off_the_list_a_client_stays_a_client(dream: DreamListObject) -> None:
    dream.choose("Birch")
    dream.press("Del")
    dream.wait_for(["Ash", "Cedar", "Dogwood"])
    assert dream.window.message == "Birch is off the Dream list, and still a client of yours."
    assert "Birch" in dream.stored
    assert dream.page.chosen == "Cedar"
    dream.undo()
    dream.wait_for(NAMES)


def test_more_than_the_size_of_the_list_is_said_quietly(dream: DreamListObject) -> None:
    assert dream.said("count") == "4 of 25"
    dream.window.window.thresholds.change(replace(Thresholds(), dream_list_size=3))
    assert dream.said("note") == "4 on the list. 3 is a list you can keep in your head."
    dream.begin()
    dream.add("Elm")
    dream.wait_for([*NAMES, "Elm"])


def test_a_name_that_could_not_be_stored_is_given_back(dream: DreamListObject) -> None:
    dream.stage.plans.full = True
    dream.begin()
    dream.add("Elm", "Three saws")
    dream.window.wait_until(lambda: dream.page.name.text() == "Elm")
    assert dream.page.why.text() == "Three saws"
    assert "the disk is full" in dream.window.message
    assert dream.names == NAMES
    dream.stage.plans.full = False
    dream.press("Return")
    dream.wait_for([*NAMES, "Elm"])


def test_a_reason_that_could_not_be_stored_is_given_back(dream: DreamListObject) -> None:
    dream.stage.plans.full = True
    dream.choose("Birch")
    dream.type_reason("Paper, and no forest")
    dream.window.wait_until(lambda: dream.page.why.text() == "Paper, and no forest")
    dream.stage.plans.full = False
    dream.begin()
    dream.press("Return")
    dream.window.wait_until(lambda: dream.stored["Birch"] == ("Paper, and no forest", 2))


def test_a_line_says_when_we_reached_out_and_who_waits(stage: Stage) -> None:
    done = Touch(id="1", done_on=in_days(-3).date(), outcome=TouchOutcome.NO_ANSWER)
    planned = Touch(id="2", planned_on=in_days(2).date())
    asked = Touch(id="3", from_=Side.THEM, done_at=in_days(-0.125))
    stage.plans.save_client(
        Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=(done, planned, asked))
    )
    dream = DreamListObject(stage, stage.open())
    assert dream.lines == [
        "No. 1, Ash, Why them? F2 to say it, last 3 days ago, next Tue 1 Dec, waits 3 hours"
    ]
    assert stage.clock() == NOW


def test_enter_asks_for_the_page_of_the_client(dream: DreamListObject) -> None:
    wanted: list[str] = []
    dream.window.window.reaching.client_wanted.connect(wanted.append)
    dream.choose("Cedar")
    dream.press("Return")
    assert wanted == ["Cedar"]


def test_the_list_can_be_heard(dream: DreamListObject) -> None:
    view = dream.page.list
    assert view.accessibleName() == "Dream list"
    spoken = view.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("No. 1, Ash")


def test_the_sidebar_counts_those_on_the_list(dream: DreamListObject) -> None:
    places = dream.window.window.area.sidebar.places.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    dream.window.wait_until(
        lambda: "Dream list, 4" in [places.index(row, 0).data(role) for row in range(places.rowCount())]
    )
