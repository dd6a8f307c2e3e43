"""The answer to a request that would skip the conversation."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.fields import LongField
from planner.translation import N_, _
from planner.wording.text import one_line, quoted

SEND_PRICING = N_("Just send me your pricing.")
"""What they ask for, where the plan names nothing else."""


class AskedFor(PlanNote):
    """Says what is to be answered: the first shortcut the plan holds, or being sent the price."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="")

    def paths(self) -> tuple[str, ...]:
        """Return the form path of the shortcuts."""
        return ("conversation.shortcuts",)

    def show_plan(self, document: PlanDocument) -> None:
        """Say what they ask for."""
        request = one_line(document.read("conversation.shortcuts[0].they_ask_for")) or _(SEND_PRICING)
        self.label.setText(
            _("When they say {request}, you propose instead:").format(request=quoted(request.rstrip(".")))
        )


class ShortcutAnswerField(LongField):
    """A text for what is proposed in place of a shortcut they ask for.

    If the plan does not say what they ask for, an answer notes that it is "Just send me your pricing."
    """

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return "Just send me your pricing." as what they ask for.

        {} if the row says what they ask for, or there is no answer.
        """
        asked = str(read("they_ask_for")).strip()
        answered = self.document().toPlainText().strip()
        return {} if asked or not answered else {"they_ask_for": _(SEND_PRICING)}
