"""Pages that say at their foot where one stands, as far as the client's plans tell."""

import datetime as dt

import msgspec

from planner.coaching.check.standings import footing_of
from planner.coaching.check.thresholds import Thresholds
from planner.desktop.check.client_plans import ClientPlans
from planner.desktop.ports import Pages
from planner.model.plan import Preparation
from planner.model.rendered_page import RenderedPage
from planner.wording.document_kinds import CALL_PLAN


class FootedPages(msgspec.Struct, frozen=True):
    """Makes the documents of a plan, on any thread; the call plan says at its foot where one stands."""

    pages: Pages
    plans: ClientPlans
    now: dt.datetime
    thresholds: Thresholds

    def __call__(self, name: str, preparation: Preparation, paper: str) -> RenderedPage:
        """Return the document of that name for the plan on the paper; slow."""
        if name != CALL_PLAN:
            return self.pages(name, preparation, paper, "")
        footing = footing_of(
            preparation, self.plans(), today=self.now.date(), thresholds=self.thresholds, now=self.now
        )
        return self.pages(name, preparation, paper, footing)
