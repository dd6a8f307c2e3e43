from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.terms import Commitment, Happened, Outcome
from tests.builders import a_plan
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage, in_days


def brightmoor() -> Preparation:
    return a_plan(
        **{
            "client.name": "Brightmoor Foods",
            "call.title": "Changeover losses",
            "call.starts": in_days(2),
            "call.minutes": 45,
            "call.commitment": Commitment.EXPLORE,
            "case.why_now": "penalties from March",
        }
    )


def tarn() -> Preparation:
    return a_plan(**{"client.name": "Tarn Valley", "call.title": "Metering", "call.starts": in_days(3)})


def hollis() -> Preparation:
    return a_plan(**{"client.name": "Hollis & Grey", "call.title": "First approach"})


def held() -> Preparation:
    return a_plan(**{"client.name": "Łódź Żywność", "call.title": "Review", "call.starts": in_days(-2)})


def looked_back_on() -> Preparation:
    return a_plan(
        **{
            "client.name": "Kestrel Packaging",
            "call.title": "Budget",
            "call.starts": in_days(-13),
            "reflection.outcome": Outcome.CONTINUATION,
        }
    )


def test_plans_are_grouped_by_what_they_need_the_next_call_first(stage: Stage) -> None:
    window = stage.open(hollis(), brightmoor(), looked_back_on(), tarn(), held())

    assert window.list_lines == [
        "Coming up",
        "Brightmoor Foods | Changeover losses | Tue 1 Dec, 09:00 | in 2 days | Commitment: Explore | draft",
        "Tarn Valley | Metering | Wed 2 Dec, 09:00 | in 3 days | draft",
        "Hollis & Grey | First approach | no date | draft",
        "Held, not yet reviewed",
        "Łódź Żywność | Review | Fri 27 Nov, 09:00 | 2 days ago | review, 5 min",
        "Earlier",
        "Kestrel Packaging | Budget | Mon 16 Nov, 09:00 | 13 days ago | Continuation | reviewed",
    ]


def test_a_call_under_way_is_still_coming_up(stage: Stage) -> None:
    under_way = a_plan(**{"call.starts": in_days(-0.01), "call.minutes": 60})

    assert stage.open(under_way).list_lines[0] == "Coming up"


def test_worked_on_for_days_without_a_date_means_call_them(stage: Stage) -> None:
    days = tuple(in_days(-at).date() for at in range(6, 0, -1))
    window = stage.open(a_plan(**{"call.title": "First approach", "edited_on": days}))

    told = "Planned on 6 days, no call yet: | pick up the phone or let it go"
    assert window.list_lines[1].endswith(f"no date | edited on 6 days | {told} | call them")


def test_states_are_worked_out_for_the_rows_in_view_alone(stage: Stage) -> None:
    many = [a_plan(**{"client.name": f"Client {at}", "call.starts": in_days(at)}) for at in range(1, 301)]

    window = stage.open(*many)
    window.window.plans_page.list.grab()
    window.wait_until(lambda: len(stage.plans.read) > 0)

    assert len(stage.plans.read) < 40


def test_search_finds_clients_titles_and_everything_written(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn(), hollis())

    window.search("brightmoor", hits=1)
    assert window.clients == ["Brightmoor Foods"]
    window.search("METER", hits=1)
    assert window.clients == ["Tarn Valley"]
    window.search("march penalties", hits=1)
    assert window.clients == ["Brightmoor Foods"]


def test_a_search_shows_where_it_matched_until_it_ends(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn(), hollis())
    window.search("march", hits=1)
    index = window.window.plans_page._model.first_plan()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Case › " in said
    assert "arch" in said.partition("Case › ")[2]
    QTest.keyClick(window.window.plans_page.search, Qt.Key.Key_Escape)
    first = window.window.plans_page._model.first_plan()
    assert "Case › " not in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_search_without_hits_says_so_and_esc_shows_everything_again(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn())

    window.search("no such words", hits=0)
    assert "No plan contains “no such words”" in window.list_note
    QTest.keyClick(window.window.plans_page.search, Qt.Key.Key_Escape)

    assert len(window.clients) == 2
    assert window.list_note == ""


def test_enter_in_the_search_line_opens_the_first_hit(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn())

    line = window.window.plans_page.search
    QTest.keyClicks(line, "metering")
    QTest.keyClick(line, Qt.Key.Key_Return)
    window.wait_until(lambda: window.window.open is not None)

    assert window.walk.preparation.client.name == "Tarn Valley"


def test_the_list_is_reached_and_used_by_keyboard(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn(), looked_back_on())
    page = window.window.plans_page

    window.press(QKeySequence.StandardKey.Find)
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    assert chosen(window) == "Brightmoor Foods"
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert chosen(window) == "Tarn Valley"
    QTest.keyClick(page.list, Qt.Key.Key_Down)

    assert chosen(window) == "Kestrel Packaging", "the heading between them is stepped over"


def test_a_new_plan_for_a_new_client(stage: Stage) -> None:
    window = stage.open(tarn())

    walk = window.new_plan("Alder Dairy")

    assert walk.preparation.client.name == "Alder Dairy"
    assert walk.title == "Alder Dairy — Front Foot"
    assert walk.leave().clients == ["Tarn Valley", "Alder Dairy"]


def test_a_new_plan_for_a_client_already_there_shares_that_client(stage: Stage) -> None:
    known = tarn()

    walk = stage.open(known).new_plan("tarn valley")

    assert walk.preparation.client == known.client
    assert walk.preparation.plan.id != known.plan.id


def test_a_duplicate_starts_over_where_the_call_is_concerned(stage: Stage) -> None:
    original = with_field(looked_back_on(), "plan.call.happened", Happened.HELD)
    window = stage.open(original)

    copy = window.duplicate("Kestrel Packaging").preparation

    assert copy.client == original.client
    assert copy.plan.call.title == "Budget"
    assert copy.plan.call.starts is None
    assert copy.plan.call.happened is None
    assert copy.plan.reflection.outcome is None
    assert copy.plan.id not in {original.plan.id, ""}


def test_the_keys_are_in_the_search_where_it_lists_no_plan(stage: Stage) -> None:
    window = stage.open(brightmoor())
    window.search("nothing of the kind", hits=0)
    window.press("Ctrl+1")

    window.press("Ctrl+2")

    assert window.window.focusWidget() is window.window.plans_page.search


def test_deleting_asks_nothing_and_is_undone_in_place(stage: Stage) -> None:
    window = stage.open(brightmoor(), tarn())

    window.delete("Tarn Valley")
    window.wait_until(lambda: window.message == "Deleted “Metering”.")
    assert window.clients == ["Brightmoor Foods"]
    assert chosen(window) == "Brightmoor Foods"
    window.take_offer("Undo")
    window.wait_until(lambda: len(window.clients) == 2)

    assert chosen(window) == "Tarn Valley"
    assert stage.plans.trash == {}


def test_a_deletion_is_undone_and_done_again_by_the_edit_menu(stage: Stage) -> None:
    window = stage.open(tarn())

    window.delete("Tarn Valley")
    window.press(QKeySequence.StandardKey.Undo)
    window.wait_until(lambda: window.clients == ["Tarn Valley"])
    window.redo()
    window.wait_until(lambda: window.clients == [])

    assert [one.client.name for one in stage.plans.trash.values()] == ["Tarn Valley"]


def test_a_deletion_that_fails_says_why_and_leaves_the_plan(stage: Stage) -> None:
    window = stage.open(tarn())
    stage.plans.full = True

    window.choose("Tarn Valley")
    window.press(QKeySequence.StandardKey.Delete, window.window.plans_page.list)
    window.wait_until(lambda: "the disk is full" in window.message)

    assert window.clients == ["Tarn Valley"]


def test_an_empty_library_offers_the_sample_or_a_first_plan(stage: Stage) -> None:
    window = stage.open()

    assert "No plans yet" in window.list_note
    window.press_button("Look at the sample")
    window.wait_until(lambda: window.window.open is not None)

    assert window.walk.preparation.client.name == "Sample Buses"


def test_enter_presses_the_button_that_has_the_focus(stage: Stage) -> None:
    window = stage.open()
    window.window.plans_page.take_focus()
    window.press_key(Qt.Key.Key_Tab)
    window.press_key(Qt.Key.Key_Return)
    window.wait_until(lambda: window.window.open is not None)

    assert window.walk.preparation.client.name == "Sample Buses"


def test_the_menus_offer_what_applies(stage: Stage) -> None:
    window = stage.open(tarn())
    assert window.is_offered("Duplicate Plan…")
    assert not window.is_offered("Print…")

    walk = window.open("Tarn Valley")
    assert walk.is_offered("Print…")
    assert not walk.is_offered("Delete Plan")


def chosen(window: WindowPage) -> str:
    plan = window.window.plans_page.chosen
    return plan.client if plan else ""
