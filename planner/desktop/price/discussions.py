"""What was said about the price in the client's other calls, read beside those of this plan."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.coaching.price_words.earlier import earlier_discussions
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins
from planner.desktop.editing.document import PlanDocument
from planner.desktop.ports import PlansOf
from planner.desktop.price.views import EarlierDiscussions
from planner.desktop.widgets.child_widget import part
from planner.model.plan import Plan
from planner.translation import _


class DiscussionsRequest(msgspec.Struct, frozen=True):
    """The client whose plans to read, and the function that reads them."""

    plans_of: PlansOf
    client_id: str


class Discussions(QObject):
    """Reads the client's other plans in the background and lists what they say of the price."""

    def __init__(self, form: QWidget, document: PlanDocument, *, jobs: Jobs, plans_of: PlansOf) -> None:
        super().__init__(form)
        self._document, self._plans_of = document, plans_of
        self._worker = LatestWins(_read, jobs=jobs, done=self._show, failed=self._say_why, parent=self)
        self._view = part(form, EarlierDiscussions)

    def look_up(self) -> None:
        """Read the client's plans anew, in the background, and list what the others say of the price."""
        self._worker.ask(DiscussionsRequest(self._plans_of, self._document.preparation.client.id))

    def _show(self, _request: DiscussionsRequest, plans: Sequence[Plan]) -> None:
        self._view.show_lines(earlier_discussions(plans, self._document.preparation.plan))

    def _say_why(self, _request: DiscussionsRequest, error: Exception) -> None:
        unread = _("The client's other plans could not be read. {error}").format(error=error)
        self._view.show_lines((unread,))


def _read(request: DiscussionsRequest) -> Sequence[Plan]:
    return request.plans_of(request.client_id)
