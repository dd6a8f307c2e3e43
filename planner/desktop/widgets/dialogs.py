"""The few dialogs of the main window; loaded when the first of them is wanted."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

import planner
from planner.desktop.widgets.plain_text import plain_box
from planner.translation import N_, _

_ABOUT = N_("""<h3>Front Foot {version}</h3>
<p>Plan a sales call on the front foot: ten to fifteen minutes, one page.</p>
<p>Works entirely offline. Your plans are in this computer's library and nowhere else.</p>
<p>Free software under the MIT licence.</p>""")


def tell_about(window: QWidget) -> None:
    """Show a dialog that says what Front Foot is, its version and its licence."""
    QMessageBox.about(window, _("About Front Foot"), _(_ABOUT).format(version=planner.__version__))


def gives_changes_up(window: QWidget, why: str) -> bool:
    """Say why the last changes are not saved; return whether the person closes all the same."""
    text = _("The last changes are not saved. {why}").format(why=why)
    box = plain_box(QMessageBox.Icon.Warning, "Front Foot", text, window)
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Discard


class LostFolder(Enum):
    """What a person wants before the window closes on a library whose folder is gone."""

    MAKE_AGAIN = auto()
    SAVE_ELSEWHERE = auto()
    CLOSE = auto()
    STAY = auto()


def asks_about_lost_folder(window: QWidget, folder: Path) -> LostFolder:
    """Say that the library's folder is gone, so that plans may be in memory alone; return what is wanted.

    A dialog that is cancelled means STAY.
    """
    box = plain_box(
        QMessageBox.Icon.Warning,
        "Front Foot",
        _(
            "The library's folder {folder} is gone: its disk was removed, or it was deleted or renamed. "
            "If it is lost, this window holds the only copy of your plans."
        ).format(folder=folder),
        window,
    )
    buttons = {
        box.addButton(_("Make it again"), QMessageBox.ButtonRole.AcceptRole): LostFolder.MAKE_AGAIN,
        box.addButton(_("Save elsewhere…"), QMessageBox.ButtonRole.AcceptRole): LostFolder.SAVE_ELSEWHERE,
        box.addButton(_("Close anyway"), QMessageBox.ButtonRole.DestructiveRole): LostFolder.CLOSE,
    }
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    wanted = next(
        (choice for button, choice in buttons.items() if button is box.clickedButton()), LostFolder.STAY
    )
    box.deleteLater()
    return wanted


def assures(happened: str, assurance: str) -> bool:
    """Say what happened when the library was to be opened; return whether the person gives the assurance."""
    box = plain_box(QMessageBox.Icon.Warning, "Front Foot", happened)
    assure = box.addButton(assurance, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is assure
