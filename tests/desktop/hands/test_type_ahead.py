"""Letters typed into a list lead to the entry they begin, in every list of the program."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields import ChoiceField
from planner.desktop.fields.field import CalmCombo
from planner.desktop.insights.insights_choice import InsightsChoice
from planner.desktop.walk.form import StepForm
from planner.desktop.widgets.type_ahead import TypeAhead
from planner.model.terms import Cadence, CallKind
from tests.builders import a_row_in_every_list
from tests.desktop.fakes import NOW
from tests.desktop.sheet import Sheet
from tests.desktop.walk_story import Walk

BLANK = "—"
FORMS = Path(__file__).parents[3] / "forms"


def typed(letter: str, at: int = 0) -> QKeyEvent:
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, 0, none, letter)
    event.setTimestamp(at)
    return event


def type_into(box: CalmCombo, letters: str) -> str:
    """Type into the closed box from its first entry on; return the entry it then shows."""
    box.setFocus()
    box.clearFocus()
    box.setFocus()
    box.setCurrentIndex(0)
    for letter in letters:
        QApplication.sendEvent(box, typed(letter))
    return box.currentText()


def choices_in(form: StepForm) -> list[ChoiceField]:
    for section in form.findChildren(DetailSection):
        section.set_open(wanted=True)
    return [box for box in form.findChildren(ChoiceField) if box.count() > 1]


def requires_words_that_differ(box: CalmCombo) -> None:
    labels = [box.itemText(at) for at in range(box.count())]
    said = [label for label in labels if label != BLANK]
    assert len({label.split()[0].casefold() for label in said}) == len(said), labels
    for label in said:
        first = label.split()[0]
        assert type_into(box, first.casefold()) == label
        assert type_into(box, label) == label, "and by all of it, spaces included"
        others = [other.casefold() for other in said if other != label]
        for end in range(1, len(first)):
            beginning = first[:end].casefold()
            if not any(other.startswith(beginning) for other in others):
                assert type_into(box, beginning) == label


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_each_choice_of_a_form_is_reached_by_its_first_letters(walk: Walk, step: object) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    for box in choices_in(story.page.form):
        requires_words_that_differ(box)
    story.page.panel.steps.setFocus()
    QApplication.processEvents()


@pytest.mark.parametrize("form", sorted(FORMS.rglob("*.ui")), ids=lambda form: form.stem)
def test_the_captions_of_every_form_begin_with_the_word_that_differs(form: Path) -> None:
    for captions in _captions_in(form):
        first_words = [caption.split()[0].casefold() for caption in captions.split("|")]
        assert len(set(first_words)) == len(first_words), captions
        assert not {"a", "every", "the", "on"} & set(first_words), captions


def _captions_in(form: Path) -> list[str]:
    named = ET.parse(form).getroot().iterfind(".//property[@name='captions']/string")
    return [element.text or "" for element in named]


def test_the_periods_of_the_insights_are_reached_too(sheet: Sheet) -> None:
    choice = InsightsChoice(lambda: NOW, sheet.root)
    requires_words_that_differ(choice.period)


def test_how_often_is_reached_by_one_letter(walk: Walk) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(next(step for step in STEPS if step.key == "price")))
    boxes = [box for box in choices_in(story.page.form) if box.property("field") == "cadence"]
    assert boxes
    for box in boxes:
        assert [type_into(box, letter) for letter in "moqy"] == ["Monthly", "Once", "Quarterly", "Yearly"]
        assert type_into(box, "yearl") == "Yearly"
        assert box.value is Cadence.YEAR


def test_a_letter_again_goes_on_to_the_next_entry(sheet: Sheet) -> None:
    box = sheet.put(ChoiceField, "call.commitment")
    sheet.show()
    assert type_into(box, "c") == "Change"
    assert type_into(box, "cc") == "Collaborate"
    assert type_into(box, "ccc") == "Change"
    assert type_into(box, "build c") == "Build Consensus"
    assert type_into(box, "re") == "Review"
    assert type_into(box, "reso") == "Resolve Concerns"


def test_what_is_typed_in_the_closed_box_is_in_the_plan(sheet: Sheet) -> None:
    box = sheet.put(ChoiceField, "call.kind")
    sheet.show()
    assert type_into(box, "neg") == "Negotiation"
    assert sheet.read("call.kind") is CallKind.NEGOTIATION


def test_a_space_by_itself_opens_the_list(sheet: Sheet) -> None:
    box = sheet.put(ChoiceField, "call.commitment")
    sheet.show()
    box.setFocus()
    sheet.press(Qt.Key.Key_Space)
    assert box.view().isVisible()
    for letter in "resolve c":
        QApplication.sendEvent(box.view(), typed(letter))
    assert box.view().currentIndex().data() == "Resolve Concerns"
    assert box.view().isVisible()
    assert box.currentText() == BLANK, "not chosen before Return"
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert box.currentText() == "Resolve Concerns"


def test_a_pause_begins_anew() -> None:
    labels, ahead = ["Explore", "Execute", "Xenon"], TypeAhead()
    pause = QApplication.keyboardInputInterval()
    assert ahead.entry(typed("e", 1_000), labels, 2) == 0
    assert ahead.entry(typed("x", 1_000 + pause), labels, 0) == 0
    assert ahead.entry(typed("x", 2_001 + 2 * pause), labels, 0) == 2


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("lon", "Europe/London"),
        ("europe/p", "Europe/Paris"),
        ("utc-3", "UTC−3"),
        ("sao", "America/São Paulo"),
    ],
)
def test_later_words_other_dashes_and_missing_accents_count(letters: str, found: str) -> None:
    labels = ["UTC−3", "Europe/Paris", "Europe/London", "America/São Paulo"]
    ahead, at = TypeAhead(), 0
    for letter in letters:
        place = ahead.entry(typed(letter), labels, at)
        assert place is not None
        at = place
    assert labels[at] == found


def test_what_begins_no_entry_changes_nothing(sheet: Sheet) -> None:
    box = sheet.put(ChoiceField, "call.kind")
    around = QWidget(sheet.root)
    sheet.show()
    assert around is not None
    box.setCurrentIndex(1)
    shown = box.currentText()
    for letter in "zq\x1b":
        QApplication.sendEvent(box, typed(letter))
    assert box.currentText() == shown
