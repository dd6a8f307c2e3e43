"""What was done from Today is undone on what the library holds by then, or it is said why not."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.desktop.fakes import NOW
from tests.desktop.stage import Stage
from tests.desktop.today.a_day import a_client, again, day, open_today, ours, stored
from tests.desktop.today_page_object import TodayPageObject


@pytest.fixture
def kept(stage: Stage) -> TodayPageObject:
    """Today, after a promise was kept."""
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("The list", 0), ours("A call", 5))),))
    again(page, page.press_done)
    return page


def test_an_act_is_told_with_the_way_back(stage: Stage, kept: TodayPageObject) -> None:
    assert kept.message == "Done: keep “The list”."
    assert kept.offers == ["Undo"]
    assert stored(stage, "tarn").promises[0].kept_on == NOW.date()
    kept.take_offer("Undo")
    kept.wait_message("Undone: keep “The list”.")
    assert kept.offers == []
    kept.wait_for("The list")
    kept.redo()
    kept.wait_message("Done again: keep “The list”.")
    assert kept.offers == ["Undo"]
    kept.wait_until(lambda: kept.done)


def test_the_edit_menu_names_it(kept: TodayPageObject) -> None:
    assert kept.is_offered("Undo keep “The list”")


def test_undo_touches_nothing_else(stage: Stage, kept: TodayPageObject) -> None:
    tarn = stored(stage, "tarn")
    moved = (tarn.promises[0], replace(tarn.promises[1], due=day(9)))
    stage.plans.save_client(replace(tarn, notes="They moved", promises=moved))
    again(kept, kept.undo)
    undone = stored(stage, "tarn")
    assert (undone.notes, undone.promises[0].kept_on, undone.promises[1].due) == ("They moved", None, day(9))


def test_what_was_changed_again_stays_and_that_is_said(stage: Stage, kept: TodayPageObject) -> None:
    tarn = stored(stage, "tarn")
    yesterday = replace(tarn.promises[0], kept_on=NOW.date() - dt.timedelta(days=1))
    stage.plans.save_client(replace(tarn, promises=(yesterday, tarn.promises[1])))
    again(kept, kept.undo)
    assert kept.message.startswith("Not undone: keep “The list”. It was changed again since")
    assert stored(stage, "tarn").promises[0] == yesterday
    assert not kept.is_offered("Undo")


def test_where_it_cannot_be_stored_undo_can_be_tried_again(stage: Stage, kept: TodayPageObject) -> None:
    stage.plans.full = True
    again(kept, kept.undo)
    assert kept.message.startswith("Not undone: keep “The list”. library.json was not written")
    stage.plans.full = False
    again(kept, kept.undo)
    assert stored(stage, "tarn").promises[0].kept_on is None
    stage.plans.full = True
    again(kept, kept.redo)
    assert kept.message.startswith("Not done again")
    stage.plans.full = False
    again(kept, kept.redo)
    assert stored(stage, "tarn").promises[0].kept_on == NOW.date()


def test_what_cannot_be_stored_is_not_done_and_leaves_no_step(stage: Stage) -> None:
    page = open_today(stage, clients=(a_client("Tarn", promises=(ours("The list", 0),)),))
    stage.plans.full = True
    again(page, page.press_done)
    assert "the disk is full" in page.message
    assert not page.is_offered("Undo")
    assert page.lines[1].startswith("The list")


def test_what_was_done_elsewhere_meanwhile_is_not_done_twice(stage: Stage) -> None:
    tarn = a_client("Tarn", promises=(ours("The list", 0),))
    page = open_today(stage, clients=(tarn,))
    elsewhere = replace(tarn, promises=(replace(tarn.promises[0], kept_on=day(-1)),))
    stage.plans.save_client(elsewhere)
    again(page, page.press_done)
    assert page.message.startswith("This was changed elsewhere meanwhile")
    assert stored(stage, "tarn") == elsewhere
    page.wait_until(lambda: page.done)


def test_each_page_undoes_its_own(stage: Stage, kept: TodayPageObject) -> None:
    kept.choose_from_menu("Plans")
    assert not kept.is_offered("Undo")
    kept.choose_from_menu("Today")
    assert kept.is_offered("Undo keep")
    assert stored(stage, "tarn").promises[0].kept_on == NOW.date()
