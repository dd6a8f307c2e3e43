"""The few dialogs of the main window; loaded when the first of them is wanted."""

from PySide6.QtWidgets import QMessageBox, QWidget

import planner

_ABOUT = """<h3>Front Foot {version}</h3>
<p>Plan a sales call on the front foot: ten to fifteen minutes, one page.</p>
<p>Works wholly offline. Your plans are in this computer's library and nowhere else.</p>
<p>Free software under the MIT licence.</p>"""


def tell_about(window: QWidget) -> None:
    """Say what this is, its version and its licence."""
    QMessageBox.about(window, "About Front Foot", _ABOUT.format(version=planner.__version__))


def gives_changes_up(window: QWidget, why: str) -> bool:
    """Ask whether to close although the last changes are not saved, and why they are not."""
    answer = QMessageBox.warning(
        window,
        "Front Foot",
        f"The last changes are not saved. {why}",
        QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    return answer == QMessageBox.StandardButton.Discard


def assures(happened: str, assurance: str) -> bool:
    """Say why the library cannot be opened just so, and ask for what only the person can know."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Front Foot", happened)
    assure = box.addButton(assurance, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is assure
