"""What somebody at the client could do for the commitment: a click puts it into the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.ask import Action
from planner.model.terms import Commitment
from planner.wording.days import day


class SuggestedActions(QWidget):
    """A few actions for the commitment chosen, folded once there is one."""

    taken = Signal(object)
    """The Action that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        self._commitment: Commitment | None = None
        self._open = True
        self.heading = WrappingButton(parent=self)
        self.heading.set_role("quiet")
        self.heading.clicked.connect(self._turn)
        self._hint = QLabel("Choose a commitment, and actions that keep it are suggested here.", self)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)
        self._links: list[WrappingButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._hint)
        self._column.addWidget(self.heading)
        self.heading.hide()

    def offer(self, commitment: Commitment | None, actions: Sequence[Action]) -> None:
        """Offer these actions for the commitment."""
        given = tuple(actions)
        if (commitment, given) == (self._commitment, self._actions):
            return
        self._commitment, self._actions = commitment, given
        while len(self._links) < len(given):
            self._links.append(self._link())
        self._show()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - as setVisible
        """Fold the suggestions away behind their heading, or show them."""
        if folded is self._open:
            self._open = not folded
            self._show()

    def links(self) -> list[WrappingButton]:
        """Return the suggestions in sight."""
        return [one for one in self._links if not one.isHidden()]

    def _show(self) -> None:
        self._hint.setVisible(self._commitment is None)
        self.heading.setVisible(self._commitment is not None)
        sign, state = ("▾", "open") if self._open else ("▸", "closed")
        title = f"What they could do: {self._commitment}"
        self.heading.show_text(f"{sign} {title}", f"{title}, {state}")
        for at, link in enumerate(self._links):
            offered = at < len(self._actions)
            if offered:
                link.show_text(in_words(self._actions[at]), f"Take: {in_words(self._actions[at])}")
            link.setVisible(offered and self._open)

    def _link(self) -> WrappingButton:
        link = WrappingButton(parent=self)
        link.clicked.connect(self._take)
        self._column.addWidget(link)
        return link

    def _take(self) -> None:
        at = next(at for at, one in enumerate(self._links) if one is self.sender())
        self.taken.emit(self._actions[at])

    def _turn(self) -> None:
        self.fold(self._open)


def in_words(action: Action) -> str:
    """Return an action as it is asked for: `Ines Marlow invites the works council by 4 Dec 2026`."""
    by = f"by {day(action.by)}" if action.by else ""
    return " ".join(part for part in (action.actor or "Somebody", action.action, by) if part)
