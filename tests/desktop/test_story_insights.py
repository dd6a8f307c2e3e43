"""The story of insights: opened, narrowed to a client and a period, exported; and what is said of too few."""

import datetime as dt
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.report import TOO_FEW, Insights, insights_over
from planner.desktop.fields.date import DateField
from planner.desktop.frame.window import MainWindow
from planner.desktop.insights.insight_view import MOST_ENTRIES
from planner.desktop.insights.insights_export import insights_file_name
from planner.desktop.insights.insights_page import NOTHING_CHOSEN, NOTHING_YET, InsightsPage
from planner.desktop.widgets.action import Key
from planner.model.client import Client
from planner.model.plan import Preparation
from planner.model.terms import Outcome, TouchChannel, TouchOutcome, TouchValue
from planner.model.touch import Touch
from planner.on_demand import LazyPages, LazyReports
from planner.platform.files import write_atomically
from tests.builders import a_plan
from tests.coaching.insights.simulated_rep import CLIENTS, KNOWN_HABITS, year_of
from tests.desktop.fakes import NothingKept, SampleWeekInMemory, ThresholdsInMemory
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage

YEAR = year_of(KNOWN_HABITS, 1)
OF_TOUCHES = [
    "Touches and meetings, by channel",
    "Touches and meetings, by what they gave",
    "How soon Dream Clients hear from you again",
]
LOOKED_BACK = {"reflection.outcome": Outcome.ORDER, "reflection.held_on": dt.date(2026, 11, 1)}


class InsightsStory:
    """The page of insights as a person uses it."""

    def __init__(self, window: WindowPage, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    @property
    def page(self) -> InsightsPage:
        page = self.window.window.insights.page
        assert page is not None
        return page

    @property
    def hint(self) -> str:
        return self.page.hint.text().replace("\u00a0", " ")

    def open(self) -> None:
        self.window.choose_from_menu("Insights")
        self._qtbot.waitUntil(lambda: self.page.insights is not None)
        self.wait_shown()

    def choose_client(self, name: str) -> None:
        with self._qtbot.waitSignal(self.page.shown):
            self.page.choice.client.setCurrentText(name)

    def choose_period(self, name: str) -> None:
        with self._qtbot.waitSignal(self.page.shown):
            self.page.choice.period.setCurrentText(name)

    def type_day(self, field: DateField, text: str) -> None:
        field.line.setFocus()
        field.line.selectAll()
        with self._qtbot.waitSignal(self.page.shown):
            QTest.keyClicks(field.line, text)

    def wait_shown(self) -> None:
        self._qtbot.waitUntil(lambda: not self.page._to_show and not self.page._next.isActive())

    def said(self, title: str) -> str:
        view = next(one for one in self.page.views if one.heading.text() == title)
        return view.sentence.text().replace("\u00a0", " ")

    def export(self, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
        self.window.window.messages.dismiss()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
        button = self.page.exports[path.suffix == ".csv"]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self._qtbot.waitUntil(lambda: bool(self.window.message))


class RealReports(Stage):
    """A window whose exports are real files."""

    def show(self, *preparations: Preparation) -> WindowPage:
        self.plans.stored |= {one.plan.id: one for one in preparations}
        now = dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)
        window = MainWindow(
            replace(self.services(), write=write_atomically, now=lambda: now),
            sample=lambda: self.sample,
            sample_week=SampleWeekInMemory(),
            check_settings=ThresholdsInMemory(),
            keeping=NothingKept,
            reports=LazyReports(LazyPages()),
        )
        self._qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        with self._qtbot.waitActive(window):
            pass
        return WindowPage(window, self._qtbot).go_to_plans()


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[RealReports]:
    made = RealReports(qtbot, qapp, tmp_path)
    yield made
    made.jobs.wait()


@pytest.fixture
def a_year(stage: RealReports, qtbot: QtBot) -> InsightsStory:
    story = InsightsStory(stage.show(*YEAR), qtbot)
    story.open()
    return story


def test_a_year_is_looked_at_narrowed_and_exported(
    a_year: InsightsStory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert a_year.hint.startswith("300 calls reviewed: all clients, all time.")
    assert a_year.said("Who led").startswith("Where we led, ")
    a_year.choose_client(CLIENTS[0])
    a_year.choose_period("Last quarter")
    assert CLIENTS[0] in a_year.hint
    assert "1 Jul 2026 to 30 Sep 2026" in a_year.hint
    held = [one.plan.call.starts for one in YEAR if one.client.name == CLIENTS[0]]
    count = sum(one is not None and 7 <= one.month <= 9 for one in held)
    assert a_year.hint.startswith(f"{count} calls reviewed")
    csv, pdf = tmp_path / "insights.csv", tmp_path / "insights.pdf"
    a_year.export(monkeypatch, csv)
    assert a_year.window.message == f"Exported to {csv}."
    assert csv.read_bytes().decode("utf-8-sig").splitlines()[1] == f"Report,,clients,{CLIENTS[0]}"
    a_year.export(monkeypatch, pdf)
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert CLIENTS[0] in text
    assert "private: not for the client" in text


def test_a_period_of_ones_own_is_typed(a_year: InsightsStory) -> None:
    a_year.choose_period("From … to …")
    assert a_year.page.choice.first.isVisible()
    a_year.type_day(a_year.page.choice.first, "2026-05-01")
    a_year.type_day(a_year.page.choice.last, "2026-05-31")
    assert "1 May 2026 to 31 May 2026" in a_year.hint
    a_year.choose_period("All time")
    assert not a_year.page.choice.first.isVisible()
    assert a_year.hint.startswith("300 calls")


def test_a_period_that_ends_before_it_begins_is_told_and_changes_nothing(
    a_year: InsightsStory, qtbot: QtBot
) -> None:
    a_year.choose_period("From … to …")
    a_year.type_day(a_year.page.choice.first, "2026-05-01")
    before = a_year.hint
    a_year.page.choice.last.line.setFocus()
    QTest.keyClicks(a_year.page.choice.last.line, "2026-04-01")
    qtbot.waitUntil(lambda: a_year.page.choice.last.problem == "The last day is before the first.")
    assert a_year.hint == before


def test_every_insight_has_its_numbers_as_a_table_with_a_name(a_year: InsightsStory) -> None:
    insights = a_year.page.insights
    assert insights is not None
    for view, insight in zip(a_year.page.views, insights.insights, strict=True):
        assert view.numbers.cells == list(insight.numbers.table.rows)
        assert view.numbers.accessibleName() == f"{insight.title}: the numbers"
        assert view.chart.chart == insight.chart
        assert view.numbers.verticalScrollBar().maximum() == 0


def test_fewer_than_ten_calls_are_shown_and_nothing_is_concluded(stage: RealReports, qtbot: QtBot) -> None:
    story = InsightsStory(stage.show(*YEAR[:7]), qtbot)
    story.open()
    assert story.page.too_few.text() == TOO_FEW
    assert story.page.too_few.isVisible()
    assert [view.heading.text() for view in story.page.views if view.sentence.isVisible()] == []
    assert story.page.views[0].numbers.isVisible()
    assert story.page.views[0].chart.isVisible()


def test_what_no_call_speaks_of_is_named_in_one_sentence(stage: RealReports, qtbot: QtBot) -> None:
    story = InsightsStory(stage.show(a_plan(**{"client.name": "Tarn", **LOOKED_BACK}), *YEAR[:3]), qtbot)
    story.open()
    story.choose_client("Tarn")
    shown = {view.heading.text() for view in story.page.views if view.isVisible()}
    assert "How calls ended" in shown
    assert "Who led" not in shown
    assert story.page.unknown.isVisible()
    assert "“Who led”, " in story.page.unknown.text()
    assert "How calls ended" not in story.page.unknown.text()
    story.choose_client("All clients")
    assert "Who led" in {view.heading.text() for view in story.page.views if view.isVisible()}


def test_a_year_of_calls_needs_no_word_about_too_few(a_year: InsightsStory) -> None:
    assert not a_year.page.too_few.isVisible()
    assert [view.heading.text() for view in a_year.page.views if view.isHidden()] == OF_TOUCHES
    assert all(view.sentence.isVisible() for view in a_year.page.views if view.isVisible())


def test_touches_make_insights_before_any_call_is_reviewed(stage: RealReports, qtbot: QtBot) -> None:
    letters = tuple(
        Touch(
            id=f"{day}",
            done_on=dt.date(2026, 11, day),
            channel=TouchChannel.LETTER,
            value_kind=TouchValue.PROOF,
            outcome=TouchOutcome.MEETING_AGREED,
        )
        for day in range(1, 12)
    )
    client = Client(id="tarn", name="Tarn", dream_client=True, touches=letters)
    stage.plans.save_client(client)
    story = InsightsStory(stage.show(), qtbot)
    story.open()
    assert story.hint.startswith("11 touches done: all clients, all time.")
    assert [view.heading.text() for view in story.page.views if view.isVisible()] == OF_TOUCHES
    assert story.said(OF_TOUCHES[0]) == "In all, 11 of 11 (100%) led to a meeting."
    assert story.page.views[-2].entries.cells == [("Tarn", "11\u00a0Nov\u00a02026", "11", "18", "18")]
    story.choose_client("Tarn")
    assert story.hint.startswith("11 touches done: Tarn, all time.")


def test_without_a_look_back_the_page_says_what_belongs_there(stage: RealReports, qtbot: QtBot) -> None:
    story = InsightsStory(stage.show(a_plan(**{"call.title": "Next week"})), qtbot)
    story.open()
    assert story.page.nothing.text() == NOTHING_YET
    assert story.page.nothing.isVisible()
    assert not story.page.choice.isVisible()
    assert not any(button.isVisible() for button in story.page.exports)


def test_a_client_without_calls_in_the_period_is_told(stage: RealReports, qtbot: QtBot) -> None:
    old = a_plan(
        **{
            "client.name": "Old",
            "reflection.outcome": Outcome.ORDER,
            "reflection.held_on": dt.date(2020, 1, 1),
        }
    )
    story = InsightsStory(stage.show(old), qtbot)
    story.open()
    story.choose_period("This quarter")
    assert story.page.nothing.text() == NOTHING_CHOSEN
    assert story.page.choice.isVisible()
    story.choose_period("All time")
    assert story.hint.startswith("1 call reviewed")


def test_what_was_looked_back_on_meanwhile_is_there_when_one_comes_again(
    stage: RealReports, qtbot: QtBot
) -> None:
    story = InsightsStory(stage.show(*YEAR[:3]), qtbot)
    story.open()
    story.window.press_key(Qt.Key.Key_Escape, on=story.page)
    assert not story.window.window.insights.shown
    stage.plans.stored[YEAR[3].plan.id] = YEAR[3]
    story.window.choose_from_menu("Insights")
    qtbot.waitUntil(lambda: story.hint.startswith("4 calls"))


def test_what_comes_back_elsewhere_is_counted_while_the_page_is_open(
    stage: RealReports, qtbot: QtBot
) -> None:
    story = InsightsStory(stage.show(a_plan(**{"client.name": "Tarn", **LOOKED_BACK}), *YEAR[:3]), qtbot)
    story.window.delete("Tarn")
    story.open()
    assert story.hint.startswith("3 calls")
    story.window.undo()
    qtbot.waitUntil(lambda: story.hint.startswith("4 calls"))
    story.wait_shown()


def test_a_choice_while_the_calls_are_read_anew_is_over_the_new_ones(
    stage: RealReports, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = InsightsStory(stage.show(a_plan(**{"client.name": "Tarn", **LOOKED_BACK}), *YEAR[:3]), qtbot)
    story.window.delete("Tarn")
    story.open()
    read, gate, begun = stage.plans.call_records, threading.Event(), threading.Event()

    def slow() -> Sequence[CallRecord]:
        begun.set()
        gate.wait(60)
        return read()

    monkeypatch.setattr(stage.plans, "call_records", slow)
    story.window.undo()
    qtbot.waitUntil(begun.is_set)
    story.page.choice.period.setCurrentText("12 months to today")
    gate.set()
    qtbot.waitUntil(lambda: story.hint.startswith("4 calls"))
    story.wait_shown()


def test_the_button_under_the_plans_and_the_key_lead_there_too(stage: RealReports) -> None:
    window = stage.show(*YEAR[:3])
    window.press_button("Insights")
    assert window.window.insights.shown
    window.press_key(Qt.Key.Key_Escape, on=window.window.insights.page)
    window.press("Ctrl+I")
    assert window.window.insights.shown
    window.press(Key.Find)
    assert not window.window.insights.shown


def test_calls_that_cannot_be_read_are_told(stage: RealReports, qtbot: QtBot) -> None:
    window = stage.show(*YEAR[:3])
    stage.plans.full = True
    window.choose_from_menu("Insights")
    qtbot.waitUntil(lambda: "disk is full" in window.message)


def test_an_export_that_fails_is_told(
    a_year: InsightsStory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    a_year.export(monkeypatch, tmp_path / "nowhere" / "insights.csv")
    assert a_year.window.message.startswith("The insights were not exported. ")
    assert not (tmp_path / "nowhere").exists()


def test_a_long_list_is_cut_on_the_screen_and_says_so(stage: RealReports, qtbot: QtBot) -> None:
    plans = [
        a_plan(**{"reflection.outcome": Outcome.ORDER, "reflection.differently": f"Wait {number} s"})
        for number in range(MOST_ENTRIES + 3)
    ]
    story = InsightsStory(stage.show(*plans), qtbot)
    story.open()
    view = story.page.views[-1]
    assert view.entries.rowCount() == MOST_ENTRIES
    assert view.more.text() == "3 more are in the exported table."


def test_the_file_is_named_for_client_and_day() -> None:
    def named(client: str) -> str:
        insights: Insights = insights_over((), client=client)
        return insights_file_name(insights, "2026-11-29", ".csv")

    assert named("") == "Insights – 2026-11-29.csv"
    assert named('A/B: "C"') == "Insights – A B C – 2026-11-29.csv"
