"""Whose minutes an agenda is made of."""

from collections.abc import Iterable

from planner.model.conversation import AgendaItem
from planner.model.terms import Lead


def talking_minutes(agenda: Iterable[AgendaItem]) -> float:
    """Return our minutes of the agenda: those of items we lead, and half of those that both lead."""
    return _minutes(agenda, Lead.US)


def listening_minutes(agenda: Iterable[AgendaItem]) -> float:
    """Return their minutes of the agenda: those of items they lead, and half of those that both lead."""
    return _minutes(agenda, Lead.THEM)


def total_minutes(agenda: Iterable[AgendaItem]) -> int:
    """Return how long the agenda takes in minutes; an item without minutes counts 0."""
    return sum(item.minutes or 0 for item in agenda)


def _minutes(agenda: Iterable[AgendaItem], lead: Lead) -> float:
    share = {lead: 1.0, Lead.BOTH: 0.5}
    return sum((item.minutes or 0) * share.get(item.lead, 0.0) for item in agenda if item.lead is not None)
