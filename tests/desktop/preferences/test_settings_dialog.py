"""A person's own thresholds and vague phrases: asked for, kept, in force at once."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.plans.new_plan import NewPlanDialog
from planner.desktop.preferences.settings_dialog import SettingsDialog
from planner.desktop.widgets.labels import HintLabel
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.conversation import Question
from planner.model.plan import Preparation
from planner.store.check_settings import read_check_settings
from tests.builders import a_plan
from tests.desktop.conftest import OpenWindow
from tests.desktop.counting import Hands
from tests.desktop.fakes import DiskFull
from tests.desktop.page_objects import WindowPage
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP


def test_every_number_has_a_line_with_its_bounds(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    numbers = {name for name in Thresholds.__struct_fields__ if isinstance(getattr(Thresholds(), name), int)}
    assert set(dialog.numbers) == numbers
    days = dialog.numbers["outreach_days"]
    assert (days.value(), days.minimum(), days.maximum()) == (30, 1, 365)
    assert days.accessibleName() == "Longest silence towards a Dream Client"


def test_every_number_explains_itself_with_unit_and_usual_value(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    shown = {label.text() for label in dialog.findChildren(HintLabel) if label.isVisible()}
    for name, box in dialog.numbers.items():
        usual = getattr(Thresholds(), name)
        told = box.accessibleDescription()
        assert told in shown
        assert f" {usual}" in told.partition("Usually")[2]
        assert told.endswith(f"; from {box.minimum()} to {box.maximum()}.")
    assert (
        dialog.numbers["questions"].accessibleDescription()
        == "With fewer questions planned, the check reminds you that you came to listen. "
        "Usually 3 questions; from 1 to 20."
    )


def test_on_a_low_screen_the_buttons_stay_in_sight(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    dialog.resize(420, 300)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    bottom = buttons.mapTo(dialog, buttons.rect().bottomRight())
    assert dialog.rect().contains(bottom)


def test_what_is_chosen_is_kept_and_in_force_at_once(stage: Stage) -> None:
    walk = stage.open(_three_questions()).open("Tarn Valley Water")
    walk.go_to("conversation")
    walk.wait_until(lambda: walk.badges[STEP["conversation"]] > 0)
    before = walk.badges[STEP["conversation"]]
    dialog = _dialog(walk)
    dialog.numbers["questions"].setValue(5)
    dialog.phrases.setPlainText("  have a think \n\nhave a think\nswing  by")
    dialog.accept()
    walk.wait_until(lambda: walk.badges[STEP["conversation"]] == before + 1)
    wanted = replace(Thresholds(), questions=5, vague_phrases=("have a think", "swing by"))
    walk.wait_until(lambda: stage.check_settings.kept == wanted)


def test_a_phrase_of_ones_own_is_found(stage: Stage) -> None:
    stage.check_settings.kept = replace(Thresholds(), vague_phrases=("swing* by",))
    walk = stage.open(a_plan(**{"ask.primary.action": "Swings by next week"})).open("Tarn Valley Water")
    walk.go_to("conversation")
    walk.wait_until(lambda: walk.badges[STEP["conversation"]] > 0)
    walk.findings.unfold()
    walk.findings.wait_for("“Swings by” can be said yes to")


def test_cancelled_nothing_changes(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    dialog.numbers["questions"].setValue(9)
    dialog.reject()
    assert stage.check_settings.kept == Thresholds()


def test_the_usual_values_come_back(stage: Stage) -> None:
    stage.check_settings.kept = replace(Thresholds(), proof_months=7, vague_phrases=("swing by",))
    dialog = _dialog(stage.open())
    assert dialog.numbers["proof_months"].value() == 7
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert dialog.thresholds == Thresholds()


def test_settings_that_cannot_be_read_are_told_and_the_usual_ones_hold(stage: Stage) -> None:
    stage.check_settings.problem = DiskFull("check-settings.json: it is not JSON.")
    page = stage.open(_three_questions())
    page.wait_until(lambda: page.message == "check-settings.json: it is not JSON.")
    walk = page.open("Tarn Valley Water")
    walk.wait_until(lambda: walk.badges[STEP["conversation"]] > 0)


@pytest.mark.parametrize(("days", "told"), [(6, 1), (7, 0)])
def test_from_when_on_a_plan_is_called_put_off_is_a_setting(stage: Stage, days: int, told: int) -> None:
    stage.check_settings.kept = replace(Thresholds(), edited_days=days)
    plan = a_plan()
    worked_on = tuple(stage.clock().date().replace(day=day) for day in range(1, 7))
    page = stage.open(replace(plan, plan=replace(plan.plan, edited_on=worked_on)))
    assert page.list_lines[1].count("pick up the phone or let it go") == told


def test_the_window_keeps_them_in_the_librarys_folder(open_window: OpenWindow, tmp_path: Path) -> None:
    page = open_window()
    dialog = _dialog(page)
    dialog.numbers["questions"].setValue(4)
    dialog.accept()
    page.wait_until(lambda: read_check_settings(tmp_path / "library").questions == 4)
    page.close()
    assert _dialog(open_window()).numbers["questions"].value() == 4


def test_the_settings_are_asked_for_by_a_key(stage: Stage) -> None:
    page = stage.open()
    Hands().press("Ctrl+,")
    dialog = page.window.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.search.hasFocus()


def test_search_shows_the_settings_of_which_each_word_is_said(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    dialog.search.setText("dream silence")
    assert _shown(dialog) == ["Longest silence towards a Dream Client"]
    dialog.search.setText("folder")
    assert _shown(dialog) == ["Folder for exports", "Folder for backups"]
    dialog.search.setText("telepathy")
    assert _shown(dialog) == []
    assert "No setting is about “telepathy”." in _texts(dialog)
    dialog.search.clear()
    assert len(_shown(dialog)) == len(dialog.rows)


def test_enter_leads_to_what_was_found_and_esc_back_to_all(stage: Stage) -> None:
    page, hands = stage.open(), Hands()
    hands.press("Ctrl+,")
    dialog = page.window.findChild(SettingsDialog)
    assert dialog is not None
    page.wait_until(dialog.isActiveWindow)
    hands.type("rhythm")
    hands.press("Return")
    assert dialog.isVisible(), "Enter in the search is no answer to the dialog"
    assert dialog.numbers["touches_a_week"].hasFocus()
    hands.press("Ctrl+F")
    hands.press("Esc")
    assert dialog.isVisible()
    assert len(_shown(dialog)) == len(dialog.rows)
    rejected: list[int] = []
    dialog.finished.connect(rejected.append)
    hands.press("Esc")
    assert rejected == [0]


def test_each_setting_has_a_way_back_to_its_usual_value(stage: Stage) -> None:
    stage.check_settings.kept = replace(Thresholds(), touches_a_week=9)
    dialog = _dialog(stage.open())
    row, other = dialog.row("thresholds.touches_a_week"), dialog.row("thresholds.dream_list_size")
    assert (row.reset.isVisible(), other.reset.isVisible()) == (True, False)
    row.reset.click()
    assert dialog.numbers["touches_a_week"].value() == 5
    assert not row.reset.isVisible()
    assert row.reset.accessibleName() == "Usual value: Your rhythm of touches"


def test_every_setting_has_a_name_that_can_be_heard(stage: Stage) -> None:
    dialog = _dialog(stage.open())
    for row in dialog.rows:
        heard = row.input.focusProxy() or row.input
        assert heard.accessibleName() == row.setting.label
        assert heard.accessibleDescription() == row.setting.explained


def test_paper_currency_and_folder_are_remembered(stage: Stage, tmp_path: Path) -> None:
    page = stage.open()
    dialog = _dialog(page)
    dialog.row("paper").setting.input.show_setting("letter")
    _type(dialog, "currency", "chf")
    _type(dialog, "export_folder", str(tmp_path))
    dialog.accept()
    settings = stage.settings()
    assert (settings.paper, settings.currency, settings.export_folder) == ("letter", "CHF", tmp_path)
    page.choose_from_menu("New Plan")
    page.window.findChildren(NewPlanDialog)[0].client.setText("Ash")
    page.window.findChildren(NewPlanDialog)[0].accept()
    page.wait_until(lambda: page.window.open is not None)
    assert page.walk.preparation.plan.price.currency == "CHF"


def test_the_paper_of_an_open_plan_follows(stage: Stage) -> None:
    walk = stage.open(a_plan()).open("Tarn Valley Water")
    dialog = _dialog(walk)
    dialog.row("paper").setting.input.show_setting("letter")
    dialog.accept()
    assert walk.preview.paper.currentData() == "letter"


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("export_folder", "/no/such/folder", "There is no folder /no/such/folder. Make it first"),
        ("export_folder", "", "Which folder? Choose one."),
        ("backups_folder", "/etc/hostname", "/etc/hostname is no folder."),
        ("currency", "XYZ", "Expected a currency such as EUR"),
    ],
)
def test_what_will_not_do_is_told_and_nothing_is_set(stage: Stage, path: str, text: str, told: str) -> None:
    dialog = _dialog(stage.open())
    dialog.numbers["questions"].setValue(9)
    _type(dialog, path, text)
    dialog.search.setText("rhythm")
    dialog.accept()
    assert dialog.isVisible()
    assert any(said.startswith(told) for said in _texts(dialog)), _texts(dialog)
    assert dialog.row(path).isVisible(), "what was searched for does not hide it"
    assert stage.check_settings.kept == Thresholds()


def test_backups_go_to_another_folder(stage: Stage, tmp_path: Path) -> None:
    page = stage.open()
    dialog = _dialog(page)
    _type(dialog, "backups_folder", str(tmp_path))
    dialog.accept()
    page.wait_until(lambda: page.message == f"{tmp_path} cannot be written to.")


def _type(dialog: SettingsDialog, path: str, text: str) -> None:
    """Type a text in place of what stands in the input of a setting."""
    box = dialog.row(path).input.focusProxy()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)


def _shown(dialog: SettingsDialog) -> list[str]:
    return [row.setting.label for row in dialog.rows if row.isVisible()]


def _texts(dialog: SettingsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible()]


def _dialog(page: WindowPage) -> SettingsDialog:
    page.choose_from_menu("Settings…")
    dialog = page.window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def _three_questions() -> Preparation:
    return a_plan(**{"conversation.questions": tuple(Question(text=f"What of {at}?") for at in range(3))})
