"""Rooms of the window, each built alone, in the pseudo-language: nothing is forgotten, glued or cut."""

import datetime as dt
import re
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.coaching.check.suggestions import suggestions
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.insights.numbers import Table
from planner.coaching.insights.report import Insights, insights_over
from planner.desktop.check.check_on_walk import CheckOnWalk
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.check.finding_hint import FindingHint
from planner.desktop.check.finding_line import FindingLine
from planner.desktop.check.finding_views import CheckResult, FindingView, seen_in
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.check.suggested_actions import SuggestedActions, in_words
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.form_fields import step_index
from planner.desktop.fields import RowsField
from planner.desktop.insights.insight_view import MOST_ENTRIES, InsightView
from planner.desktop.insights.insights_choice import InsightsChoice
from planner.desktop.insights.insights_export import InsightsExport, insights_file_name
from planner.desktop.insights.insights_page import InsightsPage
from planner.desktop.plans.plan_actions import PlanActions
from planner.desktop.preferences.preferences import Preferences
from planner.desktop.preferences.settings_dialog import SettingsDialog
from planner.desktop.price.discussions import DiscussionsRequest
from planner.desktop.price.drafts import TalkTrackDraft
from planner.desktop.price.step import PriceStep
from planner.desktop.price.views import EarlierDiscussions, FieldNotes, PriceVerdict, WrappedText
from planner.desktop.safekeeping.backups_page import BackupsPage
from planner.desktop.safekeeping.copy_page import CopyPage
from planner.desktop.safekeeping.history_changes import changes_between
from planner.desktop.safekeeping.history_page import HistoryPage
from planner.desktop.safekeeping.trash_page import TrashPage
from planner.desktop.walk.carried_marks import CarriedMarks
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.lines_view import LinesView
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.ask import Action
from planner.model.conversation import AgendaItem
from planner.model.library_values import Backup, LibraryCopy, TrashedPlan, Version
from planner.model.part import Part, holds_an_id
from planner.model.plan import Carried, Preparation
from planner.model.plan_summary import PlanSummary
from planner.model.price import PriceLine
from planner.model.rendered_page import RenderedPage
from planner.model.terms import Commitment, Outcome
from planner.translation import installed
from planner.wording.field_words import path_in_words
from tests.builders import a_plan
from tests.coaching.check.plans import TODAY, a_held_call, a_leading_plan
from tests.desktop.fakes import NOW, NothingKept, ThresholdsInMemory, a_pdf, summary_of
from tests.desktop.sheet import Sheet
from tests.desktop.stage import Stage
from tests.desktop.walk_story import WalkStory
from tests.texts import check_plans
from tests.texts.own_words import OwnWords
from tests.texts.pseudo_language import OPEN, PseudoTranslations, faults, forgotten_inside

QTS_OWN = "Cancel"
"""Shown by Qt in the language of the system."""
MARKUP = re.compile(r"<[^<>]+>")
FILES = re.compile(r"\*?\.(pdf|csv|zip|json)\b")
"""Endings of files, which no language translates."""


@pytest.fixture(autouse=True)
def in_pseudo() -> Iterator[None]:
    with installed(PseudoTranslations()):
        yield


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Stage:
    return Stage(qtbot, qapp, tmp_path)


@pytest.fixture
def top(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    return Sheet(qtbot)


def shown_in(top: QWidget) -> Iterator[str]:
    """Yield every text that the widgets below show or have read aloud, hidden ones too."""
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QTableWidget):
            yield from in_table(widget)
        elif isinstance(widget, LinesView):
            for line in widget.lines:
                yield from (*line.when, *line.what, line.much)


def in_table(table: QTableWidget) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        texts = (
            model.headerData(column, Qt.Orientation.Horizontal),
            *(model.index(row, column).data() for row in range(model.rowCount())),
        )
        yield from (str(text) for text in texts if text)


def wrong(said: Iterable[str], own: OwnWords) -> dict[str, list[str]]:
    """Return each text at fault with its faults."""
    plain = {unescape(MARKUP.sub("", text)) for text in said} - {QTS_OWN}
    found = {text: faults(text, own.pattern) + forgotten_inside(text, own.pattern) for text in plain}
    return {text: of_it for text, of_it in found.items() if of_it}


def whole(said: Iterable[str], own: OwnWords) -> dict[str, list[str]]:
    """Return each text at fault by itself, whatever was filled into it by others."""
    found = {text: faults(text, own.pattern) for text in said}
    return {text: of_it for text, of_it in found.items() if of_it}


def results(own: OwnWords) -> Iterator[CheckResult]:
    for preparation, earlier in check_plans.in_the_check():
        yield seen_in(own.of(preparation), own.of(earlier), TODAY, Thresholds())


def test_findings_their_answers_and_standings(top: QWidget) -> None:
    own = OwnWords(check_plans.LOOKED_FOR)
    banner, standings_list, hint = FindingsBanner(top), StandingsList(top), FindingHint(top)
    shown: set[str] = set()
    for result in results(own):
        standings_list.show_standings(result.standings)
        for findings in result.by_step:
            banner.show_findings(findings)
            hint.setProperty("tells", findings[0].field if findings else "")
            hint.show_findings(findings, blank=False)
            shown |= set(shown_in(top))
            banner.more.click()
            shown.add(banner.more.text())
        banner.rest()
    assert len(shown) > 200
    assert wrong((*shown, *shown_in(top)), own) == {}


@pytest.mark.parametrize("call", ["", "another"])
@pytest.mark.parametrize("field", ["", "case.why_now"])
@pytest.mark.parametrize(("because", "since"), [("", ""), ("Ω104", ""), ("Ω104", "Ω105")])
def test_a_finding_with_its_way_out_and_its_answer(
    top: QWidget, call: str, field: str, because: str, since: str
) -> None:
    line = FindingLine(top)
    line.show_finding(FindingView("Ω100", "Ω101", "Ω102", "Ω103", field, call, because, since))
    said = set(shown_in(top))
    assert wrong(said, OwnWords(())) == {}
    assert all(any(text in shown for shown in said) for text in ("Ω102", because, since))


def test_an_action_with_and_without_who_and_when() -> None:
    actions = [Action(actor=who, action="Ω101", by=by) for who in ("Ω100", "") for by in (TODAY, None)]
    assert wrong(map(in_words, actions), OwnWords(())) == {}


@pytest.mark.parametrize("outcome", [None, Outcome.ADVANCE])
def test_the_check_on_a_walk(qtbot: QtBot, outcome: Outcome | None) -> None:
    own = OwnWords(check_plans.LOOKED_FOR)
    preparation = own.of(a_leading_plan(**{"reflection.outcome": outcome}))
    story = WalkStory(qtbot, preparation)
    thresholds = CheckThresholds(ThresholdsInMemory(), story.jobs, story.page)
    check = CheckOnWalk(
        story.page, story.document, today=lambda: TODAY, thresholds=thresholds, parent=story.page
    )
    story.page.go_to(step_index("review"))
    check.show(seen_in(preparation, (), TODAY, Thresholds()))
    form = story.page.form
    banner = part(form, FindingsBanner)
    standings_of_it = [text for link in part(form, StandingsList).links() for text in shown_in(link)]
    banner.answered.emit("Ω100", "Ω101")
    said = [part(form, QLabel, "standingsSection").text(), *undo_texts(story.document)]
    assert len(said) == 2
    assert wrong((*said, *shown_in(banner), *standings_of_it), own) == {}


def test_the_price_step_on_a_walk(qtbot: QtBot) -> None:
    own = OwnWords(())
    fields = {"conversation.agenda": (AgendaItem(topic="Ω100", minutes=5),), "price.rate": Decimal(-2)}
    lines = tuple(
        PriceLine(label="Ω101", low=Decimal(low), likely=Decimal(5), high=Decimal(high), units=Decimal(-1))
        for low, high in ((9, 9), (1, 2))
    )
    story = WalkStory(qtbot, a_plan(**fields, **{"price.ours": lines}))
    story.page.go_to(step_index("price"))
    form = story.page.form
    step = PriceStep(
        story.page.loaded_pages[-1], story.document, jobs=story.jobs, plans_of=lambda _client: ()
    )
    step.refresh()
    part(form, QPushButton, "draftPushbackButton").click()
    part(form, QPushButton, "chooseMomentButton").menu().actions()[0].trigger()
    assert step._below is not None
    step._below.discussions._say_why(DiscussionsRequest(lambda _client: (), ""), OSError("Ω102"))
    notes = [note.text() for note in form.findChildren(FieldNotes) if note.text()]
    said = [*notes, *shown_in(part(form, PriceVerdict)), *shown_in(part(form, EarlierDiscussions))]
    said += undo_texts(story.document)
    story.document.edit("price.ours", ())
    step.refresh()
    said += shown_in(part(form, PriceVerdict))
    assert len(notes) == 3
    assert wrong(said, own) == {}


def test_the_settings(top: QWidget) -> None:
    dialog = SettingsDialog(Preferences(), top)
    assert wrong(shown_in(dialog), OwnWords(())) == {}
    assert len(dialog.numbers) > 3


def test_actions_suggested_for_each_commitment(top: QWidget) -> None:
    own = OwnWords(check_plans.LOOKED_FOR)
    offered = SuggestedActions(top)
    said = set(shown_in(top))
    for preparation in map(own.of, check_plans.to_suggest_for()):
        for commitment in Commitment:
            offered.offer(commitment, suggestions(commitment, preparation, TODAY))
            for folded in (True, False):
                offered.fold(folded)
                said |= set(shown_in(top))
    assert wrong(said, own) == {}


def test_what_the_price_step_says_itself(sheet: Sheet) -> None:
    own = OwnWords(())
    PriceVerdict(sheet.root).say("⟦Ω⟧", "⟦Ω⟧")
    EarlierDiscussions(sheet.root).show_lines(("Ω100",))
    for name in ("draftTalkTrackButton", "restoreTalkTrackButton"):
        QPushButton(sheet.root).setObjectName(name)
    note = WrappedText(sheet.root)
    note.setObjectName("talkTrackNote")
    sheet.plan(**{"price.talk_track": "Ω100 8"})
    draft = TalkTrackDraft(sheet.root, sheet.document)
    said = [*shown_in(sheet.root)]
    for fresh in ("", "Ω100 9"):
        draft.refresh(fresh)
        said.append(note.text())
    draft._draft()
    draft.refresh("Ω101 9")
    said.append(note.text())
    draft._restore()
    undone = [*undo_texts(sheet.document)]
    assert len({*said}) > 3
    assert len(undone) == 2
    assert wrong((*said, *undone), own) == {}


def undo_texts(document: PlanDocument) -> Iterator[str]:
    stack = document.undo_stack
    yield from (stack.text(at) for at in range(stack.count()))


def test_rows_are_named_in_the_undo_steps(sheet: Sheet) -> None:
    rows = sheet.put(RowsField, "call.links", "Ω100", columns="", addText="Ω101", rowName="Ω102")
    sheet.show()
    rows.add_row(0)
    rows.add_row(0)
    rows.move_row(0, 1)
    rows.remove_row(0)
    said = [*undo_texts(sheet.document)]
    assert wrong(said, OwnWords(())) == {}
    assert len(said) == 4


def test_marks_of_what_was_carried_over(sheet: Sheet) -> None:
    with_label = QLabel("Ω100", sheet.root)
    with_label.setBuddy(sheet.put(QLineEdit, "case.why_now", "Ω101"))
    sheet.plan(carried=Carried(from_plan="last", paths=("case.why_now",)))
    CarriedMarks(sheet.root, sheet.document).add_questions([with_label], [])
    assert len(with_label.text()) > 20
    assert wrong([with_label.text()], OwnWords(())) == {}


def test_insights_before_and_after_calls_are_chosen(stage: Stage, top: QWidget, qtbot: QtBot) -> None:
    own = OwnWords(())
    page = an_insights_page(stage, top)
    said = [*shown_in(page)]
    for stored in ((), (an_old_call(),)):
        stage.plans.stored = {call.plan.id: own.of(call) for call in stored}
        page.open()
        said += shown_in(page)
        with qtbot.waitSignal(page.shown):
            pass
        said += [page.nothing.text(), page.hint.text(), *shown_in(page.choice)]
    page.choice.period.setCurrentIndex(2)  # a quarter in which there was no call
    with qtbot.waitSignal(page.shown):
        pass
    said.append(page.nothing.text())
    assert whole(said, own) == {}


def an_old_call() -> Preparation:
    return Preparation(client=a_plan().client, plan=a_held_call(600))


def an_insights_page(stage: Stage, top: QWidget) -> InsightsPage:
    services = stage.services()
    export = InsightsExport(services, reports=AnyReports(), messages=MessageBar(top), parent=top)
    return InsightsPage(services, export=export, parent=top)


def test_tables_of_an_insight(top: QWidget) -> None:
    view, own = InsightView(top), OwnWords(())
    for count in (1, 2):
        for insight in insights_over(()).insights:
            rows = tuple(("Ω100",) for _row in range(MOST_ENTRIES + count))
            view.show_insight(structs.replace(insight, entries=Table(("Ω100",), rows)))
            said = (view.numbers.accessibleName(), view.entries.accessibleName(), view.more.text())
            assert whole(said, own) == {}


def test_a_choice_of_calls_that_does_not_fit(stage: Stage, top: QWidget) -> None:
    choice = InsightsChoice(stage.clock, top)
    choice.offer_clients((("a", ""), ("b", "Ω100")))
    choice.period.setCurrentIndex(choice.period.count() - 1)
    choice.first.value, choice.last.value = TODAY, TODAY - dt.timedelta(days=1)
    choice._tell()
    assert not choice.fits
    assert wrong(shown_in(choice), OwnWords(())) == {}


class AnyReports:
    """Makes files of nothing: what a report says in this language no small PDF can hold."""

    def pdf(self, insights: Insights, paper: str) -> RenderedPage:
        return RenderedPage(a_pdf(str(insights.calls), paper), 1)

    def csv(self, insights: Insights) -> bytes:
        return str(insights.calls).encode()


def test_what_is_said_of_an_export(
    stage: Stage, top: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own, asked = OwnWords(()), list[str]()
    file = tmp_path / "100"

    def chosen(_parent: QWidget, title: str, _suggested: str, kinds: str) -> tuple[str, str]:
        asked.extend((title, kinds))
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    messages = MessageBar(top)
    top.show()
    export = InsightsExport(stage.services(), reports=AnyReports(), messages=messages, parent=top)
    for ask in (export.ask_for_pdf, export.ask_for_csv):
        ask(insights_over(()))
        qtbot.waitUntil(lambda: bool(messages.text))
        asked += shown_in(messages)
        messages.dismiss()
    export._open(file)
    asked.append(messages.text)
    export._tell_failed(OSError("Ω100"))
    asked.append(messages.text)
    said = {FILES.sub("", text.replace(str(tmp_path), "")) for text in asked}
    assert len(said) > 5
    assert wrong(said, own) == {}
    assert insights_file_name(insights_over(()), "2026-11-27", ".pdf").startswith(OPEN)


COPY_HELD = (
    a_plan(**{"client.name": "Ω100", "call.title": "Ω101"}),
    a_plan(**{"client.name": "", "call.title": ""}),
)


class Opened:
    """What is in a backup or a copy."""

    compared: Mapping[str, str] = {preparation.plan.id: "Ω104" for preparation in COPY_HELD}

    def summaries(self) -> Sequence[PlanSummary]:
        return tuple(map(summary_of, COPY_HELD))

    def preparation(self, plan_id: str) -> Preparation:
        return next(preparation for preparation in COPY_HELD if preparation.plan.id == plan_id)


class Kept(NothingKept):
    """A library with something of everything."""

    folder = Path("/Ω102")

    def __init__(self) -> None:
        self.deleted_on = [TODAY - dt.timedelta(days=days) for days in (0, 1, 28, 29, 40)]

    def backups(self) -> Sequence[Backup]:
        sizes = (9_000, 3_000_000)
        plans = (None, 0, 1, 2_000)
        return tuple(
            Backup(
                path=Path(f"/{at}{size}"), taken=NOW, size=size, plans=count, reason="Ω105", problem="Ω106"
            )
            for size in sizes
            for at, count in enumerate(plans)
        )

    def copies(self) -> Sequence[LibraryCopy]:
        return tuple(
            LibraryCopy(path=Path(f"/Ω10{at}"), changed=NOW, size=9_000, plans=count, problem="Ω107")
            for at, count in enumerate((None, 1, 2))
        )

    def open(self, path: Path) -> Opened:
        assert path in {backup.path for backup in self.backups()}
        return Opened()

    def back_up(self) -> Backup:
        return Backup(path=Path("Ω108"), taken=NOW, size=1)

    def choose_folder(self, folder: Path | None) -> None:
        """Take any."""

    def open_copy(self, path: Path) -> Opened:
        assert path in {copy.path for copy in self.copies()}
        return Opened()

    def put_away(self, path: Path) -> Path:
        return path.with_name("Ω109")

    def trash(self) -> Sequence[TrashedPlan]:
        return tuple(
            TrashedPlan(id=str(at), client="Ω100" * (at % 2), title="Ω101" * (at % 2), deleted_on=day)
            for at, day in enumerate(self.deleted_on)
        )

    def empty_trash(self) -> None:
        self.deleted_on.clear()

    def versions(self, plan_id: str) -> Sequence[Version]:
        return [Version(str(at), plan_id, NOW - dt.timedelta(days=at)) for at in range(2)]

    def version(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        assert plan_id in {preparation.plan.id for preparation in VERSIONS}
        return VERSIONS[(NOW - replaced).days]


VERSIONS = (
    a_plan(**{"case.why_now": "Ω110", "client.dream_client": True}),
    a_plan(**{"case.why_now": "Ω111", "call.title": "Ω112", "client.dream_client": False}),
)


def test_backups_and_what_is_in_one(stage: Stage, top: QWidget, qtbot: QtBot) -> None:
    page = BackupsPage(stage.services(), keeping=Kept(), parent=top)
    said = [*shown_in(page)]
    page.told.connect(said.append)
    page.failed.connect(pytest.fail)
    page.open()
    qtbot.waitUntil(lambda: bool(page.list.lines))
    said += shown_in(page)
    page.list.choose(str(Path("/19000")))
    page.look_inside()
    qtbot.waitUntil(lambda: page.currentWidget() is page.one)
    said += shown_in(page)
    page._back_up()
    page.choose_folder(Path("Ω103"))
    qtbot.waitUntil(lambda: stage.jobs.wait(0) and any("Ω108" in text for text in said))
    assert wrong(said, OwnWords(())) == {}


def test_another_copy_of_the_library(stage: Stage, top: QWidget, qtbot: QtBot) -> None:
    page = CopyPage(stage.services(), keeping=Kept(), parent=top)
    said: list[str] = []
    page.brought_in.connect(said.append)
    with qtbot.waitSignal(page.shown):
        page.look_into(Path("/Ω102"))
    said += shown_in(page)
    with qtbot.waitSignal(page.left):
        page.put_away()
    assert any("Ω109" in text for text in said)
    assert wrong(said, OwnWords(())) == {}


def test_earlier_versions(stage: Stage, top: QWidget, qtbot: QtBot) -> None:
    page = HistoryPage(stage.services(), keeping=Kept(), parent=top)
    page.failed.connect(pytest.fail)
    said = [*shown_in(page)]
    for now in VERSIONS:
        stage.plans.stored = {now.plan.id: now}
        page.open(now.plan.id, "Ω100")
        for version in ("0", "1"):
            qtbot.waitUntil(lambda: len(page.list.lines) == len(VERSIONS))
            page.list.choose(version)
            qtbot.waitUntil(page._copy.isEnabled)
            said += shown_in(page)
    assert wrong(said, OwnWords(())) == {}
    assert any("Ω112" in text for text in said)


@pytest.mark.parametrize("kept", [1, 5])
def test_the_trash(
    stage: Stage, top: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    said: list[str] = []

    def say_yes(box: QMessageBox) -> None:
        said.extend(shown_in(box))
        destructive = QMessageBox.ButtonRole.DestructiveRole
        next(button for button in box.buttons() if box.buttonRole(button) == destructive).click()

    monkeypatch.setattr(QMessageBox, "exec", say_yes)
    services, keeping = stage.services(), Kept()
    del keeping.deleted_on[kept:]
    actions = PlanActions(
        plans=services.plans,
        jobs=services.jobs,
        sample=a_plan,
        now=services.now,
        currency=str,
        parent=top,
    )
    page = TrashPage(services, keeping=keeping, actions=actions, parent=top)
    page.told.connect(said.append)
    page.failed.connect(pytest.fail)
    page.open()
    said += shown_in(page)
    page._ask_and_empty()
    qtbot.waitUntil(lambda: not page.list.lines)
    assert wrong(said, OwnWords(())) == {}


def test_every_field_of_a_plan_has_its_words() -> None:
    own = OwnWords(())
    paths = set(paths_of(Preparation, "")) - NEVER_SHOWN
    names = [path_in_words(path.removeprefix("plan.")) for path in paths]
    assert len(names) > 300
    assert wrong(names, own) == {}


NEVER_SHOWN = {"plan", "plan.edited_on"}


def paths_of(above: Any, path: str) -> Iterator[str]:
    """Yield the path of each field below a part of a plan; lists by their first row, too."""
    hints = typing.get_type_hints(above)
    for name, shown in zip(above.__struct_fields__, above.__struct_encode_fields__, strict=True):
        inner = f"{path}.{shown}".lstrip(".")
        if inner == "plan.carried" or holds_an_id(name):
            continue
        yield inner
        for kind in typing.get_args(hints[name]) or (hints[name],):
            if isinstance(kind, type) and issubclass(kind, Part):
                is_row = typing.get_origin(hints[name]) is tuple
                yield from paths_of(kind, f"{inner}[1]" if is_row else inner)


def test_what_a_field_held_is_said_in_words() -> None:
    own = OwnWords(())
    blank = Preparation()
    said: list[str] = []
    for filled in (a_leading_plan(), *(preparation for preparation, _earlier in check_plans.in_the_check())):
        for change in changes_between(blank, own.of(filled)):
            said += (change.name, change.then, change.now)
    assert whole(said, own) == {}
