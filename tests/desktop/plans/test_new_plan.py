"""A new plan for a client: one that is there, in whichever form its name is typed, or a new one."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.plans.fresh_plans import plan_for
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.model.client import Client

NAME = "Müller Pumpen"
FORMS = (
    "Mu\u0308ller Pumpen",
    "Müller\u00a0Pumpen",
    "Müller  Pumpen ",
    "müller pumpen",
    "Müller Pum\u00adpen",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("stored_so", [False, True])
def test_a_client_that_is_there_is_known(qtbot: QtBot, form: str, stored_so: bool) -> None:  # noqa: FBT001
    stored, typed = (form, NAME) if stored_so else (NAME, form)
    here = Client(id="here", name=stored)
    assert plan_for(typed, (Client(id="other", name="Alder"), here)).client == here

    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPlanDialog([stored], parent)
    dialog.client.setText(typed)
    assert dialog.hint == "A client you already have."


def test_an_accent_makes_another_client(qtbot: QtBot) -> None:
    assert plan_for("Muller Pumpen", (Client(id="here", name=NAME),)).client.id != "here"
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPlanDialog([NAME], parent)
    dialog.client.setText("Muller Pumpen")
    assert dialog.hint == "A new client."


def test_of_two_clients_alike_the_one_spelled_so_is_meant() -> None:
    two = (Client(id="small", name="acme"), Client(id="large", name="ACME"))
    assert plan_for("ACME", two).client.id == "large"
    assert plan_for("Acme", two).client.id == "small"
