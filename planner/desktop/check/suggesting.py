"""Suggests actions in the conversation step, from the plan's own people and days."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject

from planner.coaching.check.suggestions import suggestions
from planner.desktop.background.debounce import Debounce
from planner.desktop.check.suggested_actions import SuggestedActions
from planner.desktop.editing.document import PlanDocument
from planner.desktop.walk.form import LoadedPiece
from planner.desktop.walk.walk import WalkPage
from planner.model.ask import Action
from planner.model.fields import is_blank
from planner.translation import _

_PAUSE_MS = 250


class Suggesting(QObject):
    """Keeps the suggestions of a walk in step with its plan, and makes the one taken the plan's ask."""

    def __init__(
        self, walk: WalkPage, document: PlanDocument, *, today: Callable[[], dt.date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        self._document = document
        self._today = today
        self._offered: SuggestedActions | None = None
        self._pause = Debounce(_PAUSE_MS, self)
        self._pause.elapsed.connect(self._offer)
        document.changed.connect(self._wait)
        walk.part_built.connect(self._take_part)

    def _take_part(self, built: LoadedPiece) -> None:
        for offered in built.of_kind(SuggestedActions):
            self._offered = offered
            offered.taken.connect(self._put_in)
            offered.fold(not is_blank(self._document.preparation.plan.ask.primary))
            self._offer()

    def _wait(self, path: str) -> None:
        if self._offered is None:
            return
        if path == "call.commitment":
            self._offer()
        else:
            self._pause.trigger()

    def _offer(self) -> None:
        if self._offered is None:
            return
        preparation = self._document.preparation
        commitment = preparation.plan.call.commitment
        actions = () if commitment is None else suggestions(commitment, preparation, self._today())
        self._offered.offer(commitment, actions)

    def _put_in(self, action: Action) -> None:
        """Make it the ask, in one undo step, ready to be put into one's own words."""
        self._document.edit_as_one_step("ask.primary", action, words=_("using a suggestion"))
        if self._offered is not None:
            self._offered.fold(True)
        self._walk.go_to_field("ask.primary.action")
