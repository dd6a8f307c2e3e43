"""Today in the pseudo-language: its lines, offers, questions and messages; nothing forgotten or glued."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.today.today_keys import TodayWish
from planner.desktop.widgets.form_translator import FormTranslator
from planner.translation import installed
from tests.desktop.patience import PatientBot
from tests.desktop.stage import Stage
from tests.desktop.today.a_day import (
    a_call,
    a_client,
    a_planned_touch,
    again,
    an_inquiry,
    hours,
    open_today,
    ours,
    reviewed,
    theirs,
)
from tests.desktop.today_page_object import TodayPageObject
from tests.texts.pseudo_language import PseudoTranslations
from tests.texts.test_window_in_pseudo import wrong, wrong_in
from tests.texts.window_texts import shown_by


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What acts and waits in place of a person: for as long as it takes."""
    assert qapp
    return PatientBot(request)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """Everything a window stands on, in the pseudo-language."""
    with installed(PseudoTranslations()):
        translator = FormTranslator(qapp)
        qapp.installTranslator(translator)
        yield Stage(qtbot, qapp, tmp_path)
        qapp.removeTranslator(translator)


@pytest.fixture
def busy(stage: Stage) -> TodayPageObject:
    """A day with a line of each kind."""
    page = open_today(
        stage,
        a_call(a_client("Ω1"), "Ω2", hours(3)),
        a_call(a_client("Ω3"), "Ω4", hours(-3)),
        reviewed(a_client("Ω5"), "Ω6", 3, "Ω7"),
        clients=(
            a_client("Ω8", touches=(an_inquiry(2, "Ω9"),)),
            a_client("Ω10", promises=(ours("Ω11", 0), theirs("Ω12", -2))),
            a_client("Ω13", touches=(a_planned_touch(0, "Ω14"),)),
            a_client("Ω15", dream_client=True, dream_rank=2, why_dream="Ω16"),
        ),
    )
    page.wait_until(lambda: bool(page.page._model._readiness))
    return page


def test_every_kind_of_line_and_what_it_offers(busy: TodayPageObject) -> None:
    for row in range(busy.page.list.model().rowCount()):
        busy.page.list.setCurrentIndex(busy.page.list.model().index(row, 0))
        assert wrong_in(busy.window) == set()


@pytest.mark.parametrize("wish", [TodayWish.OTHER_DAY, TodayWish.DROP, TodayWish.TOUCH])
def test_a_question_and_its_refusal(busy: TodayPageObject, wish: TodayWish) -> None:
    beginnings = {TodayWish.OTHER_DAY: "Ω11", TodayWish.DROP: "Ω7", TodayWish.TOUCH: "Ω8"}
    busy.choose_line(beginnings[wish])
    busy.page.wish(wish)
    popup = busy.popup
    assert popup is not None
    assert popup.line.placeholderText()
    assert wrong(text for _widget, text in shown_by(popup)) == set()
    if wish is not TodayWish.TOUCH:
        busy.answer(" ")
        assert popup.problem
        assert wrong([popup.problem]) == set()


def test_what_was_done_undone_and_done_again_is_told(busy: TodayPageObject) -> None:
    busy.choose_line("Ω11")
    again(busy, busy.press_done)
    assert busy.message
    assert wrong_in(busy.window) == set()
    for step in (busy.page.undo_stack.undo, busy.page.undo_stack.redo):
        again(busy, step)
        assert wrong_in(busy.window) == set()


@pytest.mark.parametrize("wish", [TodayWish.MOVED, TodayWish.CANCELLED, TodayWish.NOBODY_CAME])
def test_what_became_of_a_call_is_told(busy: TodayPageObject, wish: TodayWish) -> None:
    busy.choose_line("Ω3")
    again(busy, lambda: busy.page.wish(wish))
    assert busy.message
    assert wrong_in(busy.window) == set()


def test_a_day_that_is_done_and_an_empty_library(stage: Stage) -> None:
    assert wrong_in(open_today(stage).window) == set()
    page = open_today(stage, a_call(a_client("Ω1"), "Ω2", hours(24 * 9)))
    assert page.done
    assert wrong_in(page.window) == set()
