"""A command of the window: one QAction, made by who carries it out, for menus, keys and buttons alike."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence

Key = QKeySequence.StandardKey


def action(
    owner: QObject,
    text: str,
    act: Callable[[], object],
    keys: Key | str = "",
    *,
    only_while: SignalInstance | None = None,
) -> QAction:
    """Return a command that calls `act`, a child of its owner; `keys` is its shortcut, "" for none.

    `only_while` is a signal with a bool: the command is enabled when that says True, disabled at first
    and when it says False. A button takes part by `clicked.connect(command.trigger)`.
    """
    command = _command(owner, text, keys, only_while)
    command.triggered.connect(act)
    return command


def checkable_action(
    owner: QObject,
    text: str,
    act: Callable[[bool], object],
    keys: Key | str = "",
    *,
    on: bool = False,
    only_while: SignalInstance | None = None,
) -> QAction:
    """Return a command that is on or off; `act` is called with the new state whenever it changes.

    `on` is how it stands now; `keys` and `only_while` are as for `action`.
    """
    command = _command(owner, text, keys, only_while)
    command.setCheckable(True)
    command.setChecked(on)
    command.toggled.connect(act)
    return command


def _command(owner: QObject, text: str, keys: Key | str, only_while: SignalInstance | None) -> QAction:
    command = QAction(text, owner)
    if keys:
        command.setShortcut(QKeySequence(keys))
    if only_while is not None:
        command.setEnabled(False)
        only_while.connect(command.setEnabled)
    return command
