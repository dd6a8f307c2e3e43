"""What somebody at the client could do for the commitment: a click puts it into the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.desktop.widgets.plain_text import PlainLabel
from planner.desktop.widgets.wrapping_button import WrappingButton
from planner.model.ask import Action
from planner.model.terms import Commitment
from planner.translation import _
from planner.wording.days import day


class SuggestedActions(QWidget):
    """Offers a few actions for the commitment chosen, under a heading that folds them away.

    A click on one emits `taken` and changes nothing itself.
    """

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
        self._hint = PlainLabel(_("Choose a commitment, and actions that keep it are suggested here."), self)
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
        """Offer these actions for the commitment; None shows a hint to choose one."""
        offered = tuple(actions)
        if (commitment, offered) == (self._commitment, self._actions):
            return
        self._commitment, self._actions = commitment, offered
        while len(self._links) < len(offered):
            self._links.append(self._link())
        self._show()

    def fold(self, folded: bool) -> None:  # noqa: FBT001 - as setVisible
        """Fold the suggestions away behind their heading, or show them."""
        if folded is self._open:
            self._open = not folded
            self._show()

    def links(self) -> list[WrappingButton]:
        """Return the suggestions in sight."""
        return [link for link in self._links if not link.isHidden()]

    def _show(self) -> None:
        self._hint.setVisible(self._commitment is None)
        self.heading.setVisible(self._commitment is not None)
        commitment = "" if self._commitment is None else _(self._commitment)
        if self._open:
            shown, spoken = (
                _("▾ What they could do: {commitment}"),
                _("What they could do: {commitment}, open"),
            )
        else:
            shown, spoken = (
                _("▸ What they could do: {commitment}"),
                _("What they could do: {commitment}, closed"),
            )
        self.heading.show_text(shown.format(commitment=commitment), spoken.format(commitment=commitment))
        for at, link in enumerate(self._links):
            offered = at < len(self._actions)
            if offered:
                words = in_words(self._actions[at])
                link.show_text(words, _("Use: {action}").format(action=words))
            link.setVisible(offered and self._open)

    def _link(self) -> WrappingButton:
        link = WrappingButton(parent=self)
        link.clicked.connect(self._take)
        self._column.addWidget(link)
        return link

    def _take(self) -> None:
        at = next(at for at, link in enumerate(self._links) if link is self.sender())
        self.taken.emit(self._actions[at])

    def _turn(self) -> None:
        self.fold(self._open)


def in_words(action: Action) -> str:
    """Return an action as it is asked for: `Ines Marlow invites the works council by 4 Dec 2026`.

    “Somebody” stands in for an actor not named; without a day “by …” is left out.
    """
    actor = action.actor or _("Somebody")
    if action.by is None:
        return _("{actor} {action}").format(actor=actor, action=action.action)
    return _("{actor} {action} by {day}").format(actor=actor, action=action.action, day=day(action.by))
