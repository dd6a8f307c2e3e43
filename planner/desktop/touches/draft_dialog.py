"""A draft of the wording for a touch: edited, copied, printed; never sent from here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.desktop.fields.fit_characters import make_fit
from planner.desktop.touches.form_dialog import FormDialog
from planner.desktop.walk.form_loader import FormLoader
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.enter_button import EnterButton
from planner.model.client import Client
from planner.translation import _
from planner.wording.text import one_line

_LINES = 14


class DraftDialog(FormDialog):
    """The dialog with a draft, or with what was written of it before.

    However it is closed, what was changed in it is handed on: nothing typed is lost.
    """

    written = Signal(str)
    """What was written, where it is other than what was there when the dialog opened."""

    def __init__(
        self, draft: str, before: str, parent: QWidget, *, client: Client, forms: FormLoader
    ) -> None:
        form = forms.load("draft")
        title = _("A draft for {client}").format(client=one_line(client.name))
        super().__init__(form, parent, title=title, accept=_("Done"), may_cancel=False)
        self._draft, self._title = draft, title
        self._opened_with = before or draft
        self.wording = part(form, QPlainTextEdit, "wording")
        self.wording.setPlainText(self._opened_with)
        self.wording.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.wording.textChanged.connect(self._make_fit)
        part(form, EnterButton, "copy").clicked.connect(self.copy)
        part(form, EnterButton, "print").clicked.connect(self.print)
        self.anew = part(form, EnterButton, "anew")
        self.anew.clicked.connect(self.begin_anew)
        self.anew.setVisible(bool(draft))
        self.fit()
        self.wording.setFocus()

    def problem_now(self) -> str:
        """Return "": any wording will do."""
        return ""

    def done(self, result: int) -> None:
        """Close, and emit `written` if the text was changed, whichever way it is closed."""
        text = self.wording.toPlainText()
        if text != self._opened_with:
            self.written.emit(text)
        super().done(result)

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.wording.toPlainText())

    def print(self) -> None:
        """Show the platform's print dialog and print the text on plain pages; nothing if it is cancelled."""
        from planner.desktop.touches.draft_printing import print_text  # noqa: PLC0415 - hardly ever wanted

        print_text(self.wording.toPlainText(), self._title, self)

    def begin_anew(self) -> None:
        """Put the draft in the text's place; undone, what was there comes back."""
        cursor = self.wording.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._draft)
        self.wording.setFocus()

    def _make_fit(self) -> None:
        make_fit(self.wording.document())
