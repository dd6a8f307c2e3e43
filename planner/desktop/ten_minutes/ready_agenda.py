"""The agenda that stands ready to be taken."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.coaching.ready_agenda import offered_agenda, with_ready_agenda
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanNote
from planner.desktop.widgets.enter_button import EnterButton
from planner.model.conversation import AgendaItem
from planner.translation import _


class ReadyAgenda(PlanNote):
    """Shows the agenda offered for the call's kind and length, and takes it in one undo step.

    A plan without an agenda is offered one as soon as the call has a length; one whose agenda is, item for
    item, a ready-made one for another kind or length is offered that which fits. Else nothing is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take = EnterButton(_("Take this agenda"), self)
        self.take.clicked.connect(self._take)
        self.column.setSpacing(8)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def paths(self) -> tuple[str, ...]:
        """Return the form paths of what the offer depends on."""
        return ("call.kind", "call.minutes", "conversation.agenda", "price.disclosure.discussion")

    def show_plan(self, document: PlanDocument) -> None:
        """Show the agenda offered; hide if none is."""
        offered = offered_agenda(document.preparation.plan)
        self.label.setText("\n".join(_in_words(item) for item in offered))
        self.setVisible(bool(offered))

    def _take(self) -> None:
        if (document := self._document) is None:
            return
        plan = with_ready_agenda(document.preparation.plan)
        document.edit_as_one_step(
            "conversation.agenda",
            plan.conversation.agenda,
            words=_("the agenda to the one offered"),
            along={
                "conversation.opening": plan.conversation.opening,
                "price.disclosure": plan.price.disclosure,
            },
        )
        self.field_wanted.emit("conversation.opening")


def _in_words(item: AgendaItem) -> str:
    return _("{minutes} min · {topic}").format(minutes=item.minutes, topic=item.topic)
