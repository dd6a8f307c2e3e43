"""The acts of the monkey: what it does next, and to what, is drawn from its seed alone."""

import random
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from planner.desktop.fields import RowsField
from planner.desktop.frame.window import MainWindow
from tests.monkey import hands
from tests.monkey.sight import bring_into_sight, described, one_to_click, point_in, scope, seen_in
from tests.monkey.texts import KEYS, LAYOUTS, PASTED, ROW_KEYS, STEPS, TEXTS
from tests.monkey.turns import Turns
from tests.monkey.values import Values

Note = Callable[[str], None]

SIZES = ((1280, 800), (1920, 1080), (1000, 700), (760, 560), (520, 420), (2400, 1300))
MANY_PLANS = 40
ON_TODAY = ("Return", "Space", "D", "T", "M", "C", "N", "X", "L", "Ctrl+Z", "Ctrl+Y")
"""The keys of a line of Today; P would ask for a printer."""
_MAKING = ("New", "Ten-Minute", "Duplicate", "Next")
"""Starts of the menu entries that make plans."""


class Acts:
    """Acts on one window, one act at a time."""

    def __init__(self, window: MainWindow, chance: random.Random, turns: Turns, note: Note) -> None:
        self._window, self._chance, self._turns, self._note = window, chance, turns, note
        self._values = Values(window)
        self._choice: list[tuple[Callable[[], None], float]] = [
            (self._type, 15),
            (self._press_key, 16),
            (self._press_key_of_a_layout, 3),
            (self._click, 20),
            (self._click_anywhere, 3),
            (self._click_twice, 2),
            (self._ask_for_menu, 3),
            (self._turn_wheel, 4),
            (self._drag, 1),
            (self._paste, 1),
            (self._go_to_step, 4),
            (self._work_on_rows, 6),
            (self._press_shortcut, 3),
            (self._trigger, 3),
            (self._open_menu, 2),
            (self._open_plan, 3),
            (self._work_on_today, 4),
            (self._wait, 9),
            (self._resize, 1),
            (self._turn_scheme, 0.2),
        ]

    def act(self) -> None:
        """Do one thing, in the window a person sees on top."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():  # without a window manager nobody does it
            (QApplication.activeModalWidget() or self._window).activateWindow()
            self._turns.let_events_through()
        acts = [act for act, _ in self._choice]
        self._chance.choices(acts, [weight for _, weight in self._choice])[0]()

    def _do(
        self,
        what: str,
        act: Callable[[], object],
        *about: QWidget,
        command: str = "",
        only_looks: bool = False,
    ) -> None:
        """Act; `about` are the widgets whose values it may change, besides the one that had the keys.

        So may a `command`, given by its text in the menu.
        """
        self._note(what)
        target, _held = hands.who_has_the_keys(self._window)
        self._values.begin(target, *about, command=command, only_looks=only_looks)
        self._turns.act(what, act)
        self._values.end(what)

    def _target(self) -> str:
        target, _held = hands.who_has_the_keys(self._window)
        return described(target)

    def _type(self) -> None:
        text = self._chance.choice(TEXTS)
        if self._chance.random() < 0.4:
            text = text[: self._chance.randrange(1, 4)]
        self._do(
            f"type {text!r} into {self._target()}",
            partial(hands.type_text, self._window, text, self._values.add),
        )

    def _press_key(self) -> None:
        self._press(self._chance.choice(KEYS))

    def _go_to_step(self) -> None:
        self._press(self._chance.choice(STEPS))

    def _press(self, keys: str) -> None:
        self._do(
            f"press {keys} in {self._target()}", partial(hands.press_keys, self._window, QKeySequence(keys))
        )

    def _press_key_of_a_layout(self) -> None:
        layout, text, place = self._chance.choice(LAYOUTS)
        self._do(
            f"press {text!r} of {layout} in {self._target()}",
            partial(hands.press_letter, self._window, text, place),
        )

    def _paste(self) -> None:
        text = self._chance.choice(PASTED)
        QGuiApplication.clipboard().setText(text)
        self._do(f"paste {text[:20]!r}", partial(hands.press_keys, self._window, QKeySequence("Ctrl+V")))

    def _click(self) -> None:
        root = scope(self._window)  # held: the wrappers found through it go with it
        widget = one_to_click(root, self._chance)
        bring_into_sight(widget)
        at = point_in(widget, self._chance)
        self._do(
            f"click {described(widget)} at {at.x()}, {at.y()}",
            partial(hands.click, widget, at),
            hands.lying_under(widget, at),
        )

    def _click_anywhere(self) -> None:
        widget = scope(self._window)
        at = point_in(widget, self._chance)
        self._do(
            f"click {described(widget)} at {at.x()}, {at.y()}",
            partial(hands.click, widget, at),
            hands.lying_under(widget, at),
        )

    def _click_twice(self) -> None:
        root = scope(self._window)  # held: the wrappers found through it go with it
        widget = one_to_click(root, self._chance)
        at = point_in(widget, self._chance)
        self._do(
            f"click twice {described(widget)}",
            partial(hands.click, widget, at, twice=True),
            hands.lying_under(widget, at),
        )

    def _ask_for_menu(self) -> None:
        root = scope(self._window)  # held: the wrappers found through it go with it
        widget = one_to_click(root, self._chance)
        at = point_in(widget, self._chance)
        self._do(
            f"ask for the menu of {described(widget)}",
            partial(hands.ask_for_menu, widget, at),
            widget,
            hands.lying_under(widget, at),
        )

    def _turn_wheel(self) -> None:
        root = scope(self._window)  # held, as above
        widget = self._chance.choice(seen_in(root) or [root])
        at, notches = point_in(widget, self._chance), self._chance.choice((-8, -3, -1, 1, 3, 8))
        self._do(
            f"turn the wheel by {notches} over {described(widget)}",
            partial(hands.turn_wheel, widget, at, notches),
            only_looks=True,
        )

    def _drag(self) -> None:
        root = scope(self._window)  # held, as above
        widget = self._chance.choice(seen_in(root) or [root])
        start, end = point_in(widget, self._chance), point_in(widget, self._chance)
        end += QPoint(self._chance.randrange(-60, 60), self._chance.randrange(-60, 60))
        self._do(
            f"drag {described(widget)}",
            partial(hands.drag, widget, start, end),
            hands.lying_under(widget, start),
        )

    def _work_on_rows(self) -> None:
        """Add, remove or move a row of a list in sight, by its button or by keys."""
        root = scope(self._window)  # held, as above
        lists = [one for one in seen_in(root) if isinstance(one, RowsField)]
        if not lists:
            return
        rows = self._chance.choice(lists)
        keys = self._chance.choice(ROW_KEYS)
        if rows.frames and self._chance.random() < 0.7:
            line = self._chance.choice(rows.frames).binder.inputs[0]
            self._do(f"go to a line of {described(rows)}", line.setFocus)
            self._press(keys)
        elif rows.add_button.isVisible():
            bring_into_sight(rows.add_button)
            at = rows.add_button.rect().center()
            self._do(f"add a line to {described(rows)}", partial(hands.click, rows.add_button, at), rows)

    def _press_shortcut(self) -> None:
        if action := self._action(with_keys=True):
            self._do(
                f"press {action.shortcut().toString()} ({action.text()})",
                partial(hands.press_keys, self._window, action.shortcut()),
            )

    def _trigger(self) -> None:
        """Carry a command out whatever is open: as when background work ends while a popup is open."""
        if action := self._action():
            self._do(f"trigger {action.text()}", action.trigger, command=action.text())

    def _action(self, *, with_keys: bool = False) -> QAction | None:
        """Return one of the menus' commands that apply now; none that makes plans where there are many."""
        bar = self._window.menuBar()
        menus = [one for one in bar.findChildren(QMenu) if one.parentWidget() is bar]
        found = [one for menu in menus for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        self._window.plans_page.choose("")  # has it list the plans, if it is out of sight
        if self._window.plans_page.list.model().rowCount() > MANY_PLANS:
            found = [one for one in found if not one.text().replace("&", "").startswith(_MAKING)]
        if self._chance.random() < 0.9:  # more would be a monkey that mostly leaves
            found = [one for one in found if not one.text().endswith(("Quit", "Close Window"))]
        found = [one for one in found if not with_keys or not one.shortcut().isEmpty()]
        return self._chance.choice(found) if found else None

    def _open_menu(self) -> None:
        bar = self._window.menuBar()
        if bar.isVisible():
            action = self._chance.choice(bar.actions())
            at = bar.actionGeometry(action).center()
            self._do(f"open the menu {action.text()}", partial(hands.click, bar, at))

    def _open_plan(self) -> None:
        """Open a plan of the list; with a plan open, go back to the list one time in three."""
        page = self._window.plans_page
        if page.list.isVisible():
            self._do("choose a plan", partial(self._choose_row, self._chance.random()))
            self._do(
                "open the plan", partial(hands.press_keys, self._window, QKeySequence(Qt.Key.Key_Return))
            )
        elif self._chance.random() < 0.3:
            self._do("all plans", partial(hands.press_keys, self._window, QKeySequence("Alt+Left")))

    def _work_on_today(self) -> None:
        """Choose a line of Today and press a key of it; on another page, go to Today one time in three."""
        today = self._window.today.page
        if today.list.isVisible():
            self._do("choose a line of Today", partial(self._choose_line, self._chance.random()))
            key = self._chance.choice(ON_TODAY)
            self._do(f"press {key} on Today", partial(hands.press_keys, self._window, QKeySequence(key)))
        elif self._chance.random() < 0.3:
            self._do("go to Today", partial(hands.press_keys, self._window, QKeySequence("Ctrl+1")))

    def _choose_line(self, share: float) -> None:
        lines = self._window.today.page.list
        lines.setFocus()
        lines.setCurrentIndex(lines.model().index(int(share * lines.model().rowCount()), 0))

    def _choose_row(self, share: float) -> None:
        plans = self._window.plans_page.list
        plans.setFocus()
        plans.setCurrentIndex(plans.model().index(int(share * plans.model().rowCount()), 0))

    def _wait(self) -> None:
        self._note("let time pass")
        self._values.begin()
        self._turns.let_time_pass(self._window)
        self._values.end("let time pass")

    def _resize(self) -> None:
        width, height = self._chance.choice(SIZES)
        self._do(f"resize to {width} x {height}", partial(self._window.resize, QSize(width, height)))

    def _turn_scheme(self) -> None:
        scheme = self._chance.choice((Qt.ColorScheme.Dark, Qt.ColorScheme.Light))
        hints = QApplication.styleHints()
        self._do(f"turn {scheme.name}", partial(hints.setColorScheme, scheme))


def close_popups() -> None:
    """Close what is open over the windows, as a click elsewhere does."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if isValid(popup) and popup.isVisible():
            return


def close_dialogs(window: QWidget) -> None:
    """Close the dialogs of a window."""
    while (dialog := QApplication.activeModalWidget()) is not None and dialog is not window:
        if not dialog.close():
            return
