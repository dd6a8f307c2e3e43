"""Promises that are overdue, on top of the plan for the next call."""

from PySide6.QtWidgets import QWidget

from planner.coaching.progress import looked_back
from planner.coaching.promises import overdue
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.client import Promise
from planner.model.terms import Side
from planner.translation import _, ngettext
from planner.wording.days import day
from planner.wording.text import one_line

_PROMISES = "client.promises"


class OverduePromises(PlanNote):
    """Names each promise that is not kept though its day is past, the oldest first; hidden if none.

    Also hidden once the call is looked back on: then the plan for the next call names them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = WrappingButton(_("Say which were kept, or set a new date"), self)
        self.lead.clicked.connect(self._lead)
        self.column.addWidget(self.lead)

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of the promises, and of the outcome, by which a call is looked back on."""
        return (_PROMISES, "reflection.outcome")

    def show_plan(self, document: PlanDocument) -> None:
        """Name what is overdue today; hide if nothing is, or once the call is looked back on."""
        late = overdue(document.preparation.client.promises, document.today)
        heading = ngettext("One promise is overdue:", "{count} promises are overdue:", len(late)).format(
            count=len(late)
        )
        self.label.setText("\n".join((heading, *map(_line, late))))
        self.setVisible(bool(late) and not looked_back(document.preparation.plan))

    def _lead(self) -> None:
        self.field_wanted.emit(_PROMISES)


def _line(promise: Promise) -> str:
    patterns = {
        Side.US: _("· {promise} (ours, since {day})"),
        Side.THEM: _("· {promise} (theirs, since {day})"),
        None: _("· {promise} (promised, since {day})"),
    }
    return patterns[promise.by].format(promise=one_line(promise.text), day=day(promise.due))
