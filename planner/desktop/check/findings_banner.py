"""What the check sees in one step, at the top of its column: calm, and never in the way of typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.desktop.check.finding_line import FindingLine
from planner.desktop.check.finding_views import FindingView
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.plain_text import PlainLabel
from planner.translation import N_, _, ngettext

NOTHING_SEEN = N_("✓ Nothing here puts you on the back foot.")
LOOKED_BACK = N_("This call is behind you; the review shows how the plan stood.")


class FindingsBanner(QWidget):
    """The findings of one step: the first unanswered one, the others folded, and below it those answered."""

    led = Signal(str, str)
    """The person wants to go to a field: the plan it is of, "" for this one, and the form path."""
    typed = Signal(str, str)
    """The rule, and the answer as far as it is typed; "" when it is given up."""
    answered = Signal(str, str)
    taken_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the check sees"))
        self._shown: tuple[FindingView, ...] | None = None
        self._awaiting: tuple[FindingView, ...] | None = None
        self._unfolded = False
        self._changing = ""
        self._begun = False
        self._calm = PlainLabel(_(NOTHING_SEEN), self)
        self._calm.setProperty("role", "hint")
        self._open = _Frame("warning", self)
        self._known = _Frame("answered", self)
        self.more = EnterButton(parent=self._open)
        self.more.setProperty("role", "quiet")
        self.more.clicked.connect(self._turn)
        self._open.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._calm, self._open, self._known):
            column.addWidget(widget)
        column.addStretch(1)
        self.hide()

    @property
    def lines(self) -> list[FindingLine]:
        """The lines in sight: unanswered findings first, then the answered."""
        return [line for frame in (self._open, self._known) for line in frame.lines if not line.isHidden()]

    @property
    def said_calmly(self) -> str:
        """The sentence shown in place of findings; "" while there are some or the step is not begun."""
        return "" if self._calm.isHidden() else self._calm.text().strip()

    def show_findings(self, findings: Sequence[FindingView], *, begun: bool = True) -> None:
        """Show these findings, in this order; while an answer is being typed, only once that ends.

        Without findings a calm sentence is shown if the step is `begun`, else nothing.
        """
        views = tuple(findings)
        self._begun = begun
        self._calm.setText(_(NOTHING_SEEN) if begun else " ")
        if any(line.answering for line in self._open.lines):
            self._awaiting = views
            return
        self._awaiting = None
        if views == self._shown:
            return
        self._shown = views
        self._arrange()

    def rest(self) -> None:
        """Say that the call is behind one, in place of findings; an answer being typed is dropped."""
        self.keep_height(False)
        for line in self._open.lines:
            line.leave_answer()
        self._shown, self._awaiting = None, None
        self._calm.setText(_(LOOKED_BACK))
        self._arrange()

    def shows(self, findings: Sequence[FindingView], *, begun: bool) -> bool:
        """Whether these findings with this `begun` are shown, and none wait for an answer to be finished."""
        return self._awaiting is None and (tuple(findings), begun) == (self._shown, self._begun)

    def keep_height(self, kept: bool) -> None:  # noqa: FBT001 - as setVisible
        """Take at least the present height from now on (True), or only what the findings need (False)."""
        self.setMinimumHeight(self.height() if kept and self.isVisible() else 0)

    def _arrange(self) -> None:
        unanswered = [finding for finding in self._shown or () if not finding.is_answered]
        known = [finding for finding in self._shown or () if finding.is_answered]
        self._show_in(self._open, unanswered, unanswered if self._unfolded else unanswered[:1])
        self._show_in(self._known, known, known)
        hidden = len(unanswered) - 1
        self.more.setVisible(hidden > 0)
        and_more = ngettext("and {count} more", "and {count} more", hidden).format(count=hidden)
        self.more.setText(_("Show fewer") if self._unfolded else and_more)
        self._calm.setVisible(not unanswered and not known)
        self.show()
        self._follow_change()

    def _follow_change(self) -> None:
        """Put the keys on the finding that was answered, or whose answer was taken back."""
        rule, self._changing = self._changing, ""
        for line in self.lines:
            if rule and line.finding is not None and line.finding.rule == rule:
                (line.take_back if line.finding.is_answered else line.know).setFocus()

    def _answer(self, rule: str, because: str) -> None:
        self._changing = rule
        self.answered.emit(rule, because)

    def _ask_back(self, rule: str) -> None:
        self._changing = rule
        self.taken_back.emit(rule)

    def _show_in(self, frame: "_Frame", findings: list[FindingView], in_sight: list[FindingView]) -> None:
        while len(frame.lines) < len(findings):
            self._connect(frame.add_line())
        for at, line in enumerate(frame.lines):
            if at < len(findings):
                line.show_finding(findings[at])
            line.setVisible(at < len(in_sight))
        frame.setVisible(bool(findings))

    def _connect(self, line: FindingLine) -> None:
        line.led.connect(self.led)
        line.typed.connect(self.typed)
        line.answered.connect(self._answer)
        line.taken_back.connect(self._ask_back)
        line.folded.connect(self._show_awaiting)

    def _turn(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()

    def _show_awaiting(self) -> None:
        if self._awaiting is not None:
            self.show_findings(self._awaiting, begun=self._begun)


class _Frame(QFrame):
    """A column of findings on one ground."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.lines: list[FindingLine] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(8)
        self.hide()

    def add_line(self) -> FindingLine:
        """Return a new line below the others."""
        line = FindingLine(self)
        self.column.insertWidget(len(self.lines), line)
        self.lines.append(line)
        return line
