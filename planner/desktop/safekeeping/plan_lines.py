"""A plan in a backup or in another copy of the library, as a row."""

import datetime as dt

from planner.desktop.widgets.lines_view import ListRow
from planner.model.plan_summary import PlanSummary
from planner.translation import _
from planner.wording.days import day_text, moment_lines, relative_day

SAFEKEEPING = "safekeeping"
"""Reading and writing backups and copies is carried out in the order it was asked for."""


def plan_line(plan: PlanSummary, today: dt.date, much: str = "") -> ListRow:
    """Return the row of a plan; `much` stands on its right."""
    when = (_("no date"), "")
    if plan.starts is not None:
        when = moment_lines(plan.starts, today)
    elif plan.planned_day is not None:
        when = day_text(plan.planned_day, today), relative_day(plan.planned_day, today)
    return ListRow(
        key=plan.id,
        when=when,
        what=(plan.client or _("(no client)"), plan.title or _("(no title yet)")),
        much=much,
    )
