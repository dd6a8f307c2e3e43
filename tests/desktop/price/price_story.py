"""The price step as a person sees it and works in it, every key and click counted."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.fields import RowsField
from planner.desktop.price.views import (
    EarlierDiscussions,
    FieldNotes,
    LineSum,
    PriceSides,
    PriceVerdict,
    WrappedText,
)
from planner.desktop.walk.form import StepForm
from planner.desktop.widgets.child_widget import part
from planner.model.plan import Preparation
from planner.model.price import Price
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP


class PriceStory:
    """The price step of an open plan; `actions` are the keys, clicks and values typed so far."""

    def __init__(self, stage: Stage, preparation: Preparation, *others: Preparation) -> None:
        self._page = stage.open(preparation, *others)
        self._page.open(preparation.client.name)
        self.walk: WalkPageObject = self._page.walk
        plan = self._page.window.open
        assert plan is not None
        self.plan = plan
        plan.walk.go_to(STEP["price"])
        self.walk.wait_until(self.form.isVisible)
        self.walk.wait_until(lambda: self.form.focusWidget() is not None)
        self.actions = 0

    @property
    def form(self) -> StepForm:
        return self.plan.walk.form

    @property
    def price(self) -> Price:
        return self.walk.preparation.plan.price

    @property
    def headline(self) -> str:
        return _plain(part(self.form, PriceVerdict).headline)

    @property
    def second(self) -> str:
        return _plain(part(self.form, PriceVerdict).second)

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        shown = part(self.form, PriceSides)
        return tuple(  # type: ignore[return-value]
            tuple(_plain(words) for words in (side.whose, side.total, side.made_of))
            for side in (shown.ours, shown.theirs)
        )

    def sums(self) -> list[str]:
        """What the drivers come to."""
        return [_plain(frame.findChild(LineSum)) for frame in self.rows("price.drivers").frames]

    def notes(self) -> dict[str, str]:
        """What is told at the fields, by the fields each note is about."""
        return {one.about: one.text() for one in self.form.findChildren(FieldNotes) if not one.isHidden()}

    def earlier(self) -> list[str]:
        return [one.replace("\u00a0", " ") for one in part(self.form, EarlierDiscussions).lines]

    def field(self, path: str) -> QWidget:
        found = self.form.input_for(path)
        assert found is not None, path
        return found

    def rows(self, path: str) -> RowsField:
        found = self.field(path)
        assert isinstance(found, RowsField)
        return found

    def words(self, name: str) -> str:
        """What a hint says; "" while it is hidden."""
        shown = self.form.findChild(WrappedText, name)
        assert shown is not None
        return "" if shown.isHidden() else shown.text()

    def button(self, name: str) -> QPushButton:
        found = self.form.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def field_in(self, rows: str, at: int, name: str) -> QWidget:
        """The input of a field in a row."""
        inputs = self.rows(rows).frames[at].binder.inputs
        return next(one for one in inputs if one.property("field") == name)

    def open_details(self) -> None:
        for section in self.form.findChildren(DetailSection):
            section.set_open(wanted=True)

    def type(self, text: str) -> None:
        """Type a value where the keys go; one action."""
        self.actions += 1
        QTest.keyClicks(self._focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key or a shortcut; one action."""
        self.actions += 1
        QTest.keyClick(self._focused(), key, modifier)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click a widget; one action."""
        self.actions += 1
        self.plan.walk.loaded_pages[-1].ensureWidgetVisible(widget)
        QApplication.processEvents()
        QTest.mouseClick(widget.focusProxy() or widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def place_of(self, widget: QWidget) -> int:
        """How far below the top of what is in sight a widget lies."""
        return widget.mapTo(self.plan.walk.loaded_pages[-1].viewport(), QPoint(0, 0)).y()

    def undo(self) -> None:
        self.plan.document.undo_stack.undo()

    def close(self) -> None:
        self.walk.wait_saved()

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


def _plain(words: WrappedText | None) -> str:
    assert words is not None
    return "" if words.isHidden() else words.text().replace("\u00a0", " ")
