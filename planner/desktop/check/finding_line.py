"""One finding as a person reads it: what was seen, what to do, and "I know, because …"."""

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.desktop.check.finding_views import FindingView, StandingView
from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.input_line import InputLine
from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.translation import _


class FindingLine(QWidget):
    """A line that shows one finding, with its link and the answer "I know, because …", open or answered.

    Its widgets stay when another finding is shown, and so does the focus.
    """

    led = Signal(str, str)
    """The person wants to go to a field: the plan it is of, "" for this one, and the form path."""
    typed = Signal(str, str)
    """The rule, and why the person knows as far as it is typed; "" when that is given up."""
    answered = Signal(str, str)
    """The rule, and why the person knows."""
    taken_back = Signal(str)
    """The rule whose answer no longer holds."""
    folded = Signal()
    """The answer line is put away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding: FindingView | None = None
        self.said = PlainLabel(parent=self)
        self.said.setWordWrap(True)
        self.said.setContentsMargins(2, 0, 2, 0)  # as far in as the links below
        self.said.setProperty("role", "finding")
        self.said.setTextFormat(Qt.TextFormat.RichText)  # what is filled in is escaped
        self.action = WrappingButton(parent=self)
        self.action.clicked.connect(self._lead)
        self.know = self._quiet_button(_("I know, because …"), self._ask)
        self.take_back = self._quiet_button(_("Take back"), self._take_back)
        self.because = InputLine(self)
        self.because.setValidator(FitCharacters(self))
        self.because.setPlaceholderText(_("I know, because …  Enter saves it, Esc leaves"))
        self.because.textEdited.connect(self._tell_typed)
        self.because.installEventFilter(self)
        self.because.hide()
        self._lay_out()

    @property
    def answering(self) -> bool:
        """Whether the line for an answer is open."""
        return not self.because.isHidden()

    def show_finding(self, finding: FindingView) -> None:
        """Show a finding; an answer being typed stays if it is of the same rule, else it is dropped."""
        if finding == self.finding:
            return
        if self.finding is None or finding.rule != self.finding.rule:
            self.leave_answer()
        self.finding = finding
        self.said.setText(_in_words(finding))
        self.action.show_text(link_text(finding))
        self.action.setVisible(bool(finding.field) and not finding.is_answered)
        self.take_back.setVisible(finding.is_answered)
        self.know.setVisible(not finding.is_answered and not self.answering)
        self.know.setAccessibleName(_("I know, because … {finding}").format(finding=finding.said))
        self.take_back.setAccessibleName(_("Take back: {reason}").format(reason=finding.because))
        self.because.setAccessibleName(_("Why you know: {finding}").format(finding=finding.said))

    def leave_answer(self) -> None:
        """Empty and hide the line for an answer, and emit `folded`; nothing if it is not open."""
        if self.answering:
            self.because.clear()
            self.because.hide()
            self.know.show()
            self.folded.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit `answered` on Enter, if something is typed, and close the line; on Esc drop it and close too.

        Esc emits `typed` with "" first, and closing emits `folded`. Enter on a blank line does nothing.
        """
        if watched is self.because and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._tell_typed("")
                self.leave_answer()
                self.know.setFocus()
                return True
        return False

    def _lead(self) -> None:
        if self.finding is not None:
            self.led.emit(self.finding.call, self.finding.field)

    def _ask(self) -> None:
        self.know.hide()
        self.because.show()
        self.because.setFocus()

    def _tell_typed(self, text: str) -> None:
        if self.finding is not None:
            self.typed.emit(self.finding.rule, text.strip())

    def _keep(self) -> None:
        because = self.because.text().strip()
        if self.finding is None or not because:
            return
        rule = self.finding.rule
        self.leave_answer()
        self.know.setFocus()
        self.answered.emit(rule, because)

    def _take_back(self) -> None:
        if self.finding is not None:
            self.taken_back.emit(self.finding.rule)

    def _quiet_button(self, text: str, act: object) -> EnterButton:
        button = EnterButton(text, self)
        button.setProperty("role", "quiet")
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.action, 1)
        ways.addWidget(self.know, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(ways)
        column.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.because)


def link_text(view: FindingView | StandingView) -> str:
    """Return the action as the text of a link, with a remark if the link leads to another call."""
    return _("{action} (opens that call)").format(action=view.action) if view.call else view.action


def _in_words(finding: FindingView) -> str:
    """Return a finding as rich text, with its answer, or with its action where no link leads to that."""
    if finding.is_answered and finding.since:
        pattern = _("{finding} You know, because {reason} ({day})")
    elif finding.is_answered:
        pattern = _("{finding} You know, because {reason}")
    elif finding.field:
        pattern = _("<b>{footing}</b> {finding}")
    else:
        pattern = _("<b>{footing}</b> {finding} {action}")
    return pattern.format(
        footing=escape(finding.lead),
        finding=escape(finding.said),
        action=escape(finding.action),
        reason=escape(finding.because),
        day=escape(finding.since),
    )
