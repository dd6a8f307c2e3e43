"""The commands of the line chosen on Today, for the menus and the buttons under the list."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.coaching.week.today_line import TodayKind
from planner.desktop.today.today_keys import OFFERS, SAME_AS_DONE, TodayWish, key_name
from planner.desktop.widgets.action import action
from planner.translation import N_, _

_NAMES = {
    TodayWish.OPEN: N_("&Open"),
    TodayWish.DONE: N_("Don&e"),
    TodayWish.OTHER_DAY: N_("Another &Day…"),
    TodayWish.TOUCH: N_("&Touch"),
    TodayWish.PRINT: N_("Pr&int"),
    TodayWish.LEAD: N_("&Lead the Call"),
    TodayWish.MOVED: N_("&Moved"),
    TodayWish.CANCELLED: N_("&Cancelled"),
    TodayWish.NOBODY_CAME: N_("&Nobody Came"),
    TodayWish.DROP: N_("D&rop It…"),
}
"""What each wish is called in the menu bar, where no line may be chosen."""


class TodayCommands(QObject):
    """A command for each wish, enabled while the chosen line offers it. Its key is the list's own."""

    def __init__(self, act: Callable[[TodayWish], None], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self.by_wish = {
            wish: action(self, _("{act}\t{key}").format(act=_(text), key=key_name(wish)), partial(act, wish))
            for wish, text in _NAMES.items()
        }
        self.offer(None)

    def offer(self, kind: TodayKind | None) -> None:
        """Enable what a line of that kind offers; None is no line."""
        offered = {} if kind is None else OFFERS[kind]
        for wish, command in self.by_wish.items():
            command.setEnabled(wish in offered)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every command, in the order of the menu."""
        return tuple(self.by_wish.values())


class OffersRow(QWidget):
    """The buttons under the list: what the chosen line offers, each with its key, as far as there is room.

    The others are in the line's menu.
    """

    def __init__(self, commands: TodayCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 8)
        self._row.setSpacing(16)
        self._row.addStretch()
        self._buttons: dict[TodayWish, QPushButton] = {}
        self._kind: TodayKind | None = None

    @property
    def texts(self) -> list[str]:
        """What the buttons in sight say, from the left."""
        from planner.desktop.widgets.laid_out import widgets_of  # noqa: PLC0415 - hardly ever wanted

        buttons = (button for button in widgets_of(self._row) if isinstance(button, QPushButton))
        return [button.text() for button in buttons if not button.isHidden()]

    def offer(self, kind: TodayKind | None) -> None:
        """Show the buttons of what a line of that kind offers; None is no line."""
        if kind is self._kind:
            return
        self._kind = kind
        offered = {} if kind is None else OFFERS[kind]
        for at, (wish, text) in enumerate(offered.items()):
            button = self._button(wish)
            also_done = kind is not None and SAME_AS_DONE.get(kind) is wish and wish is not TodayWish.OPEN
            key = key_name(TodayWish.DONE if also_done else wish)
            button.setText(_("{act} ({key})").format(act=_(text).replace("&", ""), key=key))
            self._row.removeWidget(button)
            self._row.insertWidget(at, button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        offered = () if self._kind is None else tuple(OFFERS[self._kind])
        left = self.width()
        for wish in offered:
            button = self._buttons[wish]
            left -= button.sizeHint().width()
            button.setVisible(left >= 0)
            left -= self._row.spacing()
        for wish, button in self._buttons.items():
            if wish not in offered:
                button.hide()

    def _button(self, wish: TodayWish) -> QPushButton:
        if wish not in self._buttons:
            button = QPushButton(self)
            button.setProperty("role", "quiet")
            button.clicked.connect(self._commands.by_wish[wish].trigger)
            self._buttons[wish] = button
        return self._buttons[wish]
