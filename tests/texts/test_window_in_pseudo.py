"""The window in the pseudo-language: its list, an open plan, menus, messages; nothing forgotten or glued."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.coaching.progress import PlanState
from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields.rows import RowsField
from planner.desktop.frame.crash_dialog import CrashDialog
from planner.desktop.frame.open_plan import OpenPlan
from planner.desktop.page import printing
from planner.desktop.plans.fresh_plans import copy_of
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.plans.plan_delegate import chip_text
from planner.desktop.widgets.form_translator import FormTranslator
from planner.exchange.plan_file import read_plan_file
from planner.model.plan import Preparation
from planner.model.terms import Commitment, Outcome
from planner.translation import installed
from planner.wording.clients_apart import NamedClient
from planner.wording.document_kinds import CALL_PLAN
from tests.builders import a_plan
from tests.desktop.fakes import NOW, DiskFull
from tests.desktop.page_objects import WindowPage
from tests.desktop.patience import PatientBot
from tests.desktop.stage import Stage, in_days
from tests.texts.own_words import OwnWords
from tests.texts.pseudo_language import PseudoTranslations, faults, pseudo
from tests.texts.window_texts import in_menu, shown_by

PLANS = Path(__file__).parents[1] / "data" / "plans"
OWN = re.compile(
    r"Ω[\dΩ]*|Front Foot|[⋮≠]|\b(EUR|UTC|Europe/Warsaw)\b"
    r"|((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
)
"""The person's words, our name, two signs, codes of currencies and zones, and dates as they are typed."""

_BOTH_OF_THE_VERDICT = " ".join(
    map(pseudo, ("One of the figures cannot be used yet.", "What is wrong stands beside it."))
)
PRINTABLE = a_plan(**{"client.name": "Ω1"})
"""A plan of which pages can be made here: their font has no Greek."""

OF_EACH_KIND = (
    a_plan(
        **{
            "client.name": "Ω1",
            "call.title": "Ω2",
            "call.starts": in_days(2),
            "call.commitment": Commitment.CHANGE,
        }
    ),
    a_plan(**{"client.name": "", "call.title": ""}),
    a_plan(**{"client.name": "Ω3", "edited_on": tuple(NOW.date() - dt.timedelta(at) for at in range(9))}),
    a_plan(**{"client.name": "Ω4", "call.starts": in_days(-2)}),
    *(
        a_plan(**{"client.name": "Ω5", "call.starts": in_days(-3), "reflection.outcome": outcome})
        for outcome in Outcome
    ),
)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """What acts and waits in place of a person: for as long as it takes."""
    assert qapp
    return PatientBot(request)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    """Everything a window stands on, in the pseudo-language, which `app.new_application` would install so."""
    with installed(PseudoTranslations()):
        translator = FormTranslator(qapp)
        qapp.installTranslator(translator)
        yield Stage(qtbot, qapp, tmp_path)
        qapp.removeTranslator(translator)


def test_a_library_without_plans(stage: Stage) -> None:
    page = stage.open()
    assert page.list_note
    assert wrong_in(page.window) == set()


def test_the_list_of_plans(stage: Stage) -> None:
    page = stage.open(*OF_EACH_KIND)
    page.window.plans_page.foot.tell_in_trash(1_200)
    page.window.plans_page.foot.tell_backed_up("Ω")
    page.window.plans_page.foot.tell_copies(2)
    assert wrong_in(page.window) == set()
    plans_alone = [line for line in page.list_lines if " | " in line]
    assert len(plans_alone) == len(OF_EACH_KIND)
    assert wrong(plans_alone) == set()


def test_what_a_plan_asks_for() -> None:
    with installed(PseudoTranslations()):
        chips = {chip_text(state, put_off=put_off) for state in PlanState for put_off in (False, True)}
    assert len(chips) == 6
    assert wrong(chips) == set()


def test_a_search_without_hits(stage: Stage) -> None:
    page = stage.open(*OF_EACH_KIND)
    page.window.plans_page.search.setText("Ω77")
    page.wait_until(lambda: bool(page.list_note))
    assert wrong_in(page.window) == set()


def test_an_open_plan(stage: Stage) -> None:
    page, plan = opened(stage)
    leaking = set()
    for step in range(len(STEPS)):
        plan.walk.go_to(step)
        for section in plan.walk.form.findChildren(DetailSection):
            section.set_open(True)
        page.wait_until(lambda: stage.at_rest(page.window))
        leaking |= wrong_in(page.window)
    assert leaking == set()


@pytest.mark.parametrize("has_open_plan", [False, True])
def test_the_menus(stage: Stage, *, has_open_plan: bool) -> None:
    page = opened(stage)[0] if has_open_plan else stage.open()
    entries = [text for menu in page.window.menuBar().findChildren(QMenu) for text in in_menu(menu)]
    titles = [entry.text() for entry in page.window.menuBar().actions()]
    assert len(entries) > 50
    assert wrong([*entries, *titles]) == set()


def test_what_can_be_undone(stage: Stage) -> None:
    page, plan = opened(stage)
    lists = plan.walk.form.findChildren(RowsField)
    adding = (partial(act, rows) for rows in lists for act in (add_row, move_row, remove_row))
    edits: tuple[Callable[[], object], ...] = (
        partial(plan.document.edit, "case.why_now", "Ω900", words="Ω901"),
        partial(plan.document.edit, "call.commitment", Commitment.DECIDE, words="Ω901"),
        *adding,
    )
    named = set()
    for edit in edits:
        edit()
        named |= {page.window.commands.undo.text(), plan.document.undo_stack.undoText()}
    assert len(named) > 10
    assert wrong(named) == set()


def test_a_deletion(stage: Stage) -> None:
    page = stage.open(*OF_EACH_KIND)
    page.delete("Ω1")
    assert page.offers
    assert wrong_in(page.window) == set()
    assert wrong([page.window.commands.undo.text()]) == set()


def test_an_export(stage: Stage) -> None:
    page, plan = opened(stage, PRINTABLE)
    plan.export(CALL_PLAN, Path("Ω.pdf"))
    page.wait_until(lambda: len(page.offers) == 1)
    assert wrong([page.message, *page.offers]) == set()


def test_what_fails(stage: Stage) -> None:
    stage.plans.unreadable = DiskFull("Ω")
    page, plan = opened(stage)
    page.wait_until(lambda: bool(page.message))
    told = [page.message]
    stage.pages.problem = DiskFull("Ω")
    stage.plans.full = True
    acts: tuple[Callable[[], object], ...] = (
        partial(plan.document.edit, "case.why_now", "Ω900"),
        partial(plan.export, CALL_PLAN, Path("Ω.pdf")),
        plan.print_page,
    )
    for act in acts:
        page.window.messages.dismiss()
        act()
        page.wait_until(lambda: bool(page.message))
        told += [page.message, *page.offers]
    page.wait_until(lambda: "Ω" in plan.preview.note)
    stage.plans.full = False
    assert plan.document.close_saved(), "else closing the window would ask, and wait for an answer"
    assert wrong([*told, plan.preview.note]) == set()


def test_the_day_on_paper(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(printing, "ask_for_printer", lambda _pdf, title, _window: asked.append(title))
    call = a_plan(**{"client.name": "Ω", "call.starts": NOW})
    page = stage.open(call)
    page.window.day_printing.print_calls_of(NOW.date() - dt.timedelta(days=400))
    page.wait_until(lambda: bool(page.message))
    asked.append(page.message)
    page.window.day_printing.print_today()
    page.wait_until(lambda: len(asked) == 2)
    assert wrong([text.replace(str(NOW.date()), "Ω") for text in asked]) == set()


def test_what_is_worth_knowing_of_a_page(stage: Stage) -> None:
    stage.pages.shortened = ("Ω1", "Ω2")
    page, plan = opened(stage, PRINTABLE)
    page.wait_until(lambda: "Ω2" in plan.preview.note)
    assert wrong([plan.preview.note]) == set()


def test_the_question_before_a_new_plan(stage: Stage) -> None:
    page = stage.open()
    dialog = NewPlanDialog((NamedClient("one", "Ω1"),), page.window)
    dialog.open()
    for name in ("", "Ω1", "Ω2"):
        dialog.client.setText(name)
        assert wrong_in(dialog) == set()


@pytest.mark.parametrize("log_file", [None, Path("Ω.log")])
def test_the_report_when_something_broke(stage: Stage, log_file: Path | None) -> None:
    page = stage.open()
    dialog = CrashDialog("Ω", log_file, page.window)
    dialog.open()
    assert wrong_in(dialog) == set()


def test_a_copy_is_called_as_what_it_is_a_copy_of() -> None:
    original = a_plan(**{"call.title": "Ω"})
    with installed(PseudoTranslations()):
        assert copy_of(original, original.client).plan.call.title == "Ω"


def add_row(rows: RowsField) -> None:
    rows.add_row(0)


def move_row(rows: RowsField) -> None:
    rows.move_row(0, 1)


def remove_row(rows: RowsField) -> None:
    rows.remove_row(0)


def opened(stage: Stage, preparation: Preparation | None = None) -> tuple[WindowPage, OpenPlan]:
    """Return the window with a plan open at its first step: a full one in own words, if none is given."""
    preparation = preparation or in_own_words(read_plan_file(PLANS / "trading-group.json"))
    page = stage.open(preparation)
    page.window.resize(2_400, 900)  # the page has room beside the longer texts
    page.window.desk.open(preparation.plan.id)
    assert page.window.open is not None
    page.window.open.walk.go_to(0)
    return page, page.window.open


def in_own_words(preparation: Preparation) -> Preparation:
    own: Preparation = OwnWords(["EUR"]).of(preparation)
    return own


def wrong_in(window: QWidget) -> set[str]:
    """Return the texts in a window that are not as they should be; each with the widget of ours it is in."""
    texts = list(shown_by(window))
    assert len(texts) > 5
    return {f"{widget}: {text}" for widget, text in texts if faults(text, OWN)}


def wrong(texts: Iterable[str]) -> set[str]:
    """Return the texts that are not as they should be."""
    return {text for text in texts if faults(text, OWN)}
