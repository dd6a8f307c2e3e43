"""The day's calls on one sheet, as a PDF file."""

import argparse
import datetime as dt

from planner.cli.errors import WrongUsage
from planner.cli.page_files import tell_written
from planner.coaching.week.calls_on import calls_on
from planner.documents.renderer import Paper, Renderer
from planner.exchange import scalars
from planner.model.errors import FieldError
from planner.store.exports import ExportFiles
from planner.store.library import Library


def export_day(library: Library, arguments: argparse.Namespace) -> int:
    """Write the sheet of the day `--date`, today's without it, and print its path; return 0.

    WrongUsage for a day that is none; LibraryDamaged or FileNotWritten leaves what was there.
    """
    now = arguments.now()
    day = _day_given(arguments.date) if arguments.date is not None else now.date()
    plans = calls_on(day, library.summaries(), now)
    page = Renderer().render_day(
        day, [library.preparation(plan.id) for plan in plans], Paper(arguments.paper)
    )
    ExportFiles(library.folder).write(arguments.out, page.pdf)
    tell_written(arguments.out, page)
    return 0


def _day_given(given: str) -> dt.date:
    try:
        return scalars.date(given, "--date")
    except FieldError as error:
        raise WrongUsage(str(error)) from error
