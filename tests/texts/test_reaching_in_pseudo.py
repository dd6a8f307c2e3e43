"""The Dream list and the dialogs to reach out, in the pseudo-language: nothing is forgotten, glued or cut."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from planner.desktop.dream_list.dream_rows import dream_rows
from planner.desktop.touches.rhythm_count import rhythm_text, weeks_text
from planner.desktop.touches.touch_steps import (
    plan_made_of,
    sequence_ended,
    sequence_kept,
    touch_noted,
    wording_kept,
)
from planner.desktop.touches.value_field import ValueField
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.form_translator import FormTranslator
from planner.model.case import Force
from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.terms import Side, TouchOutcome
from planner.model.touch import Touch
from planner.translation import installed
from tests.builders import a_plan
from tests.desktop.fakes import NOW, today
from tests.desktop.patience import PatientBot
from tests.desktop.reaching_page_object import DreamListObject
from tests.desktop.stage import Stage, in_days
from tests.texts.pseudo_language import PseudoTranslations, faults
from tests.texts.window_texts import in_menu, shown_by

OWN = re.compile(
    r"Ω[\dΩ]*|Front Foot|[⋮≠+]|\b(UTC|A4)\b|/[\w/.-]+|Cancel|^backups$"
    r"|((Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d\d? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
)
"""The person's words, our name, signs, codes, a folder, a button of Qt's, dates as they are typed."""
PLANNED = Touch(id="1", planned_on=today(), value_offered="Ω4", sequence_id="s")
LATER = Touch(id="2", planned_on=in_days(4).date(), sequence_id="s")
PLAN = a_plan(
    **{
        "client.name": "Ω1",
        "client.dream_client": True,
        "client.dream_rank": 1,
        "client.why_dream": "Ω2",
        "client.touches": (PLANNED, LATER),
        "case.forces": (Force(trend="Ω3"),),
    }
)


@pytest.fixture(autouse=True)
def in_pseudo(qapp: QApplication) -> Iterator[None]:
    translator = FormTranslator(qapp)
    with installed(PseudoTranslations()):
        qapp.installTranslator(translator)
        yield
        qapp.removeTranslator(translator)


@pytest.fixture
def stage(qapp: QApplication, request: pytest.FixtureRequest, tmp_path: Path) -> Stage:
    bot: QtBot = PatientBot(request)
    return Stage(bot, qapp, tmp_path)


def wrong(texts: Iterator[str] | list[str]) -> dict[str, list[str]]:
    """Return each text at fault with its faults."""
    return {text: of_it for text in texts if (of_it := faults(text, OWN))}


def test_the_page_of_the_dream_list(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open())
    assert wrong([text for _place, text in shown_by(dream.page)]) == {}
    stage.plans.stored[PLAN.plan.id] = PLAN
    dream.page.refresh()
    dream.choose("Ω1")
    assert wrong([text for _place, text in shown_by(dream.page)]) == {}
    menu = QMenu(dream.page)
    menu.addActions(dream.page.list.actions())
    assert wrong([text for text in in_menu(menu) if text]) == {}


@pytest.mark.parametrize("opens", ["reach_out", "lay_out", "draft", "came", "settings"])
def test_a_dialog(stage: Stage, opens: str) -> None:
    dream = DreamListObject(stage, stage.open(PLAN))
    dream.choose("Ω1")
    acts = {
        "reach_out": dream.page.reach_out,
        "lay_out": dream.page.lay_out,
        "draft": dream.page.draft,
        "came": dream.window.window.reaching.note_inquiry.trigger,
        "settings": dream.window.window.preferences.command.trigger,
    }
    acts[opens]()
    dialog = dream.dialog(QDialog)
    shown = [(place, text) for place, text in shown_by(dialog)]
    assert shown
    assert wrong([text for place, text in shown if not place.startswith("draft") or "Ω" not in text]) == {}


def test_what_is_taken_from_the_case(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open(PLAN))
    dream.choose("Ω1")
    dream.page.reach_out()
    part(dream.reach_out, ValueField).show_offers()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert wrong([text for text in in_menu(menu) if text]) == {}
    menu.close()


def test_what_is_said_of_each_step() -> None:
    client, agreed = PLAN.client, Touch(id="1", outcome=TouchOutcome.NO, sequence_id="s", done_on=today())
    asked = Touch(id="9", from_=Side.THEM, done_on=today())
    steps = (
        touch_noted(client, Touch(id="8", planned_on=today()), today()),
        touch_noted(client, agreed, today()),
        touch_noted(client, asked, today()),
        touch_noted(Client(name="Ω1"), Touch(id="8", done_on=today()), today()),
        sequence_kept(client, (), (PLANNED,)),
        sequence_kept(client, (PLANNED,), (PLANNED, LATER)),
        sequence_ended(client, "s"),
        wording_kept(client, PLANNED, "Ω5"),
        plan_made_of(client, PLANNED, "p", today()),
    )
    assert wrong([text for step in steps for text in (step.words, step.said) if text]) == {}


def test_a_line_and_the_rhythm() -> None:
    asked = Touch(id="1", from_=Side.THEM, done_at=in_days(-0.1))
    done = Touch(id="2", done_on=today() - dt.timedelta(days=9))
    clients = [
        ClientSummary(id="a", name="Ω1", dream_client=True, dream_rank=1, touches=(done, asked)),
        ClientSummary(id="b", name="Ω2", dream_client=True, dream_rank=2, touches=(LATER,)),
    ]
    rows = dream_rows(clients, lambda _client_id: (), NOW)
    said = [text for row in rows for text in (row.text, row.last, row.next, row.waiting) if text]
    assert wrong([*said, rhythm_text(3, 5), rhythm_text(7, 5), weeks_text((1, 2))]) == {}
