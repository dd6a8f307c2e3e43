"""What the page of insights is handed by `planner.app`: how a report becomes a file."""

from typing import Protocol

from planner.coaching.insights.report import Insights
from planner.model.rendered_page import RenderedPage


class Reports(Protocol):
    """Makes files of insights; slow, safe on any thread."""

    def pdf(self, insights: Insights, paper: str) -> RenderedPage:
        """Return the report of the insights, rendered for the paper."""

    def csv(self, insights: Insights) -> bytes:
        """Return all numbers and texts of the report as the bytes of a CSV file."""
