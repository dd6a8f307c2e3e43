"""What a person sees and does in the window, without its widgets."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Self

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coaching.progress import PlanState
from planner.desktop.check.finding_line import FindingLine
from planner.desktop.check.findings_banner import FindingsBanner
from planner.desktop.check.standings_list import StandingsList
from planner.desktop.editing.autosave import SaveState
from planner.desktop.editing.form_fields import step_index
from planner.desktop.frame.window import MainWindow
from planner.desktop.page.preview import PagePreview
from planner.desktop.plans.new_plan import DuplicateDialog, NewPlanDialog
from planner.desktop.plans.plan_delegate import chip_text
from planner.desktop.plans.plan_list_model import PlansList
from planner.desktop.widgets.message_bar import MessageBar
from planner.model.plan import Preparation


class WindowPage:
    """The main window on its list of plans."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def title(self) -> str:
        return self.window.windowTitle().replace("[*]", "*" if self.window.isWindowModified() else "")

    @property
    def message(self) -> str:
        return self._bar.text

    @property
    def list_lines(self) -> list[str]:
        """Headings as they are, plans as `client | title | date | state`."""
        return [self._line(at) for at in range(self._model.rowCount())]

    @property
    def clients(self) -> list[str]:
        """The clients of the plans shown, from the top."""
        return [line.split(" | ")[0] for line in self.list_lines if " | " in line]

    @property
    def list_note(self) -> str:
        """What stands in the list's place when it shows nothing."""
        return self.window.plans_page.note

    @property
    def walk(self) -> "WalkPageObject":
        """The plan that is open."""
        assert self.window.open is not None
        return WalkPageObject(self.window, self.qtbot)

    def go_to_plans(self) -> Self:
        """Go to the list of all plans, and return the page."""
        places = self.window.navigation.places
        next(place for place in places if place.page is self.window.plans_page).command.trigger()
        return self

    def press(self, key: QKeySequence.StandardKey | str, on: QWidget | None = None) -> None:
        """Press a shortcut wherever the focus is."""
        QTest.keySequence(on or self.window.focusWidget() or self.window, QKeySequence(key))

    def press_key(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Press one key in a widget, or where the focus is."""
        target = on or self.window.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)

    def choose(self, client: str) -> None:
        """Choose the topmost plan of a client."""
        for at in range(self._model.rowCount()):
            plan = self._model.plan_at(self._model.index(at))
            if plan is not None and plan.client == client:
                self.window.plans_page.list.setCurrentIndex(self._model.index(at))
                return
        raise AssertionError(f"{client} is not listed in {self.list_lines}")

    def open(self, client: str) -> "WalkPageObject":
        """Open the topmost plan of a client with Enter."""
        self.choose(client)
        QTest.keyClick(self.window.plans_page.list, Qt.Key.Key_Return)
        return self.walk

    def new_plan(self, client: str, *, ten_minutes: bool = False, goes_on: bool = True) -> "WalkPageObject":
        """Make a plan for a client by its name, and open it; perhaps with the essentials alone.

        It goes on from the last call held, if there was one, unless told not to.
        """
        self.choose_from_menu("New Plan…")
        dialog = self.window.findChild(NewPlanDialog)
        assert dialog is not None
        QTest.keyClicks(dialog.client, client)
        dialog.essentials.setChecked(ten_minutes)
        dialog.goes_on.setChecked(goes_on)
        QTest.keyClick(dialog.client, Qt.Key.Key_Return)
        self.wait_until(lambda: self.window.open is not None)
        return self.walk

    def ten_minute_plan(self, client: str) -> "WalkPageObject":
        """Start a ten-minute plan for a client from the button beside "New plan"."""
        self.press_button("Ten-minute plan")
        dialog = self.window.findChild(NewPlanDialog)
        assert dialog is not None
        QTest.keyClicks(dialog.client, client)
        QTest.keyClick(dialog.client, Qt.Key.Key_Return)
        self.wait_until(lambda: self.window.open is not None)
        return self.walk

    def search(self, words: str, *, hits: int) -> None:
        """Type into the search line and wait for so many plans."""
        line = self.window.plans_page.search
        line.clear()
        QTest.keyClicks(line, words)
        self.wait_until(lambda: len(self.clients) == hits)

    def delete(self, client: str) -> None:
        """Delete the topmost plan of a client with the Delete key."""
        self.choose(client)
        count = len(self.clients)
        self.press(QKeySequence.StandardKey.Delete, self.window.plans_page.list)
        self.wait_until(lambda: len(self.clients) == count - 1)

    def duplicate(self, client: str, *, to: str = "") -> "WalkPageObject":
        """Duplicate the topmost plan of a client, for the same one or another, and open the copy."""
        self.choose(client)
        self.choose_from_menu("Duplicate Plan…")
        dialog = self.window.findChild(DuplicateDialog)
        assert dialog is not None
        if to:
            QTest.keyClicks(dialog.client, to)
        QTest.keyClick(dialog.client, Qt.Key.Key_Return)
        self.wait_until(lambda: self.window.open is not None)
        return self.walk

    def undo(self) -> None:
        """Undo from the menu."""
        self._action_starting("Undo").trigger()

    def redo(self) -> None:
        """Redo from the menu."""
        self._action_starting("Redo").trigger()

    def take_offer(self, label: str) -> None:
        """Press a button of the message at the foot of the window."""
        QTest.mouseClick(self._bar.offer(label), Qt.MouseButton.LeftButton)

    @property
    def offers(self) -> list[str]:
        """What the buttons of the message say, from the left, without the one that dismisses it."""
        return [button.text() for button in self._bar.offers]

    def press_button(self, text: str) -> None:
        """Press the visible button that says so."""
        buttons = (one for one in self.window.findChildren(QPushButton) if one.isVisible())
        QTest.mouseClick(next(one for one in buttons if one.text() == text), Qt.MouseButton.LeftButton)

    def choose_from_menu(self, text: str) -> None:
        """Choose a menu entry by its text without the `&`."""
        self._action_starting(text).trigger()

    def is_offered(self, text: str) -> bool:
        """Whether a menu entry can be chosen now."""
        return self._action_starting(text).isEnabled()

    def take_keys(self) -> None:
        """Bring the window to the front: a dialog that closed may have kept the keys."""
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow)

    def close(self) -> None:
        """Close the window."""
        self.window.close()

    def wait_until(self, fact: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(fact)

    @property
    def _bar(self) -> MessageBar:
        return self.window.messages

    @property
    def _model(self) -> PlansList:
        model = self.window.plans_page.list.model()
        assert isinstance(model, PlansList)
        return model

    def _line(self, at: int) -> str:
        index = self._model.index(at)
        plan = self._model.plan_at(index)
        if plan is None:
            return str(self._model.heading_at(index))
        first, second = self._model.when(plan)
        state: PlanState = self._model.state_of(plan)
        chip = chip_text(state, put_off=self._model.put_off(plan))
        parts = (self._model.client_of(plan), plan.title, first, second, *self._model.sought(plan), chip)
        return " | ".join(part for part in parts if part)

    def _action_starting(self, text: str) -> QAction:
        actions = self.window.menuBar().actions()
        for menu in actions:
            inside = menu.menu()
            assert inside is not None
            for action in inside.actions():  # type: ignore[attr-defined]
                if action.text().replace("&", "").startswith(text):
                    found: QAction = action
                    return found
        raise AssertionError(f"no menu entry {text}")


class WalkPageObject(WindowPage):
    """The walk through an open plan."""

    @property
    def preparation(self) -> Preparation:
        assert self.window.open is not None
        return self.window.open.document.preparation

    @property
    def save_text(self) -> str:
        """What the walk says about saving."""
        assert self.window.open is not None
        return self.window.open.walk.panel.saved.text()

    @property
    def step(self) -> int:
        """The number of the step shown, from 0."""
        assert self.window.open is not None
        return self.window.open.walk.step

    @property
    def preview(self) -> PagePreview:
        assert self.window.open is not None
        return self.window.open.preview

    @property
    def preview_text(self) -> str:
        """What the page beside the form says."""
        pdf = self.preview.pdf
        return "" if pdf is None else PdfReader(BytesIO(pdf)).pages[0].extract_text().strip()

    def field(self, path: str) -> "FieldObject":
        """Go to the input for a form path."""
        assert self.window.open is not None
        walk = self.window.open.walk
        walk.go_to_field(path)
        widget = walk.form.input_for(path)
        assert widget is not None, f"no input asks for {path}"
        return FieldObject(widget, self)

    @property
    def findings(self) -> "FindingsObject":
        """What the check sees in the step shown."""
        assert self.window.open is not None
        banner = self.window.open.walk.form.findChild(FindingsBanner)
        assert banner is not None
        return FindingsObject(banner, self)

    @property
    def badges(self) -> list[int]:
        """How many findings the step list counts for each step."""
        assert self.window.open is not None
        steps = self.window.open.walk.panel.steps
        return [steps.findings(number) for number in range(steps.count())]

    @property
    def standings(self) -> list[str]:
        """Where one stands, as the review says it."""
        assert self.window.open is not None
        standings = self.window.open.walk.form.findChild(StandingsList)
        assert standings is not None
        return standings.in_words()

    def go_to(self, key: str) -> None:
        """Go to a step by its key, `case`, and wait until all of it is built."""
        assert self.window.open is not None
        walk = self.window.open.walk
        walk.go_to(step_index(key))
        self.wait_until(lambda: walk.page_of(step_index(key)) in walk.loaded_pages)

    @property
    def ten_minutes_text(self) -> str:
        """What the foot of a ten-minute plan says; "" while every question is asked."""
        assert self.window.open is not None
        strip = self.window.open.ten_minutes.strip
        return strip.told.text() if strip.isVisible() else ""

    def questions_in_sight(self) -> list[str]:
        """Return the form paths that the step shown asks for, those in the rows left out."""
        assert self.window.open is not None
        form = self.window.open.walk.form
        shown = (one for one in form.findChildren(QWidget) if one.isVisible())
        return [path for one in shown if (path := one.property("field")) and "." in str(path)]

    def steps_in_sight(self) -> list[str]:
        """Return the titles of the steps listed."""
        assert self.window.open is not None
        steps = self.window.open.walk.panel.steps
        return [steps.model().index(at, 0).data() for at in range(steps.count()) if not steps.isRowHidden(at)]

    def next(self) -> None:
        """Go on with Ctrl+PageDown."""
        self.choose_from_menu("Next Step")

    def back(self) -> None:
        """Go back with Ctrl+PageUp."""
        self.choose_from_menu("Previous Step")

    def leave(self) -> WindowPage:
        """Go back to all plans."""
        self.choose_from_menu("All Plans")
        return WindowPage(self.window, self.qtbot)

    def wait_saved(self) -> None:
        """Wait until everything is on disk."""
        assert self.window.open is not None
        document = self.window.open.document
        document.save_now()
        self.wait_until(lambda: document.save_state is SaveState.SAVED)

    def choose_paper(self, name: str) -> None:
        """Choose the paper beside the page."""
        self.preview.paper.setCurrentText(name)
        self.preview.paper.activated.emit(self.preview.paper.currentIndex())

    def export(self, monkeypatch: pytest.MonkeyPatch, path: Path, entry: str = "Export Call Plan") -> None:
        """Export to a file, answering the platform's file dialog."""
        self.window.messages.dismiss()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
        self.choose_from_menu(entry)
        self.wait_until(lambda: bool(self.message))


class FindingsObject:
    """The findings at the top of a step."""

    def __init__(self, banner: FindingsBanner, page: WalkPageObject) -> None:
        self.banner = banner
        self._page = page

    @property
    def said(self) -> list[str]:
        """What is said of each finding in sight."""
        return [line.finding.said for line in self.banner.lines if line.finding is not None]

    @property
    def answers(self) -> list[str]:
        """What the person answered to the findings in sight."""
        lines = (line.finding for line in self.banner.lines)
        return [one.because for one in lines if one is not None and one.is_answered]

    def wait_for(self, said: str) -> None:
        """Wait until something is said."""
        self._page.wait_until(lambda: any(said in one for one in self.said))

    def unfold(self) -> None:
        """Show the findings that are folded away."""
        QTest.mouseClick(self.banner.more, Qt.MouseButton.LeftButton)

    def follow(self, said: str) -> None:
        """Go where a finding leads."""
        QTest.mouseClick(self.line(said).action, Qt.MouseButton.LeftButton)

    def begin_answer(self, said: str, because: str) -> QWidget:
        """Type why one knows; return where it is typed."""
        line = self.line(said)
        QTest.mouseClick(line.know, Qt.MouseButton.LeftButton)
        assert line.because.hasFocus()
        QTest.keyClicks(line.because, because)
        return line.because

    def answer(self, said: str, because: str) -> None:
        """Answer a finding and wait until that is shown."""
        QTest.keyClick(self.begin_answer(said, because), Qt.Key.Key_Return)
        self._page.wait_until(lambda: because in self.answers)

    def take_back(self, said: str) -> None:
        """Take an answer back."""
        QTest.mouseClick(self.line(said).take_back, Qt.MouseButton.LeftButton)

    def line(self, said: str) -> FindingLine:
        """Return the finding in sight that says so."""
        lines = (one for one in self.banner.lines if one.finding is not None and said in one.finding.said)
        found = next(lines, None)
        assert found is not None, f"{said} is not among {self.said}"
        return found


class FieldObject:
    """One input of a form."""

    def __init__(self, widget: QWidget, page: WalkPageObject) -> None:
        self.widget = widget
        self._page = page

    def type(self, text: str) -> None:
        """Type at the end of what is there."""
        inner = self.widget.focusProxy() or self.widget
        inner.setFocus()
        target = QApplication.focusWidget() or inner
        QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.MoveToEndOfLine))
        QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.MoveToEndOfDocument))
        QTest.keyClicks(target, text)

    def replace(self, text: str) -> None:
        """Type in place of what is there."""
        target = self.widget.focusProxy() or self.widget
        target.setFocus()
        QTest.keySequence(target, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(target, text)

    @property
    def value(self) -> object:
        """What the input holds, as the model's type."""
        return self.widget.metaObject().userProperty().read(self.widget)
