"""Pages as PDF files: one plan's, or every plan's into a folder."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from planner.cli.day_sheet import export_day
from planner.cli.errors import WrongUsage
from planner.cli.page_files import tell_written
from planner.cli.progress import ProgressBar
from planner.coaching.check.checking import USUAL
from planner.coaching.check.standings import footing_of
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.last_time import with_last_time
from planner.coaching.plan_order import in_order
from planner.documents.renderer import Paper, Renderer
from planner.model.plan import Preparation
from planner.model.plan_summary import PlanSummary
from planner.platform.files import FileNotWritten, no_folder
from planner.store.check_settings import CheckSettingsNotRead, read_check_settings
from planner.store.errors import LibraryDamaged
from planner.store.exports import ExportFiles
from planner.store.library import Library
from planner.translation import _
from planner.wording.document_kinds import CALL_PLAN, DAY, DOCUMENT_NAMES, document_kind
from planner.wording.file_names import distinct_names, document_file_name
from planner.wording.lists import comma_list


def export(library: Library, arguments: argparse.Namespace) -> int:
    """Write the pages and print their paths; PlannerError if one cannot be rendered or written.

    The document `day` is the sheet of the day `--date`, today's without it; all others are of plans.
    Returns 0, or 1 if `--all` passed over damaged plans. Told on stderr are these, characters without a
    glyph, shortened parts, and settings of the check that cannot be read, in place of which the usual ones
    serve. WrongUsage for an unknown document, one without what it is to be of, or a plan or day that does
    not go with it.
    """
    _check_usage(arguments)
    if arguments.document == DAY:
        return export_day(library, arguments)
    thresholds = _thresholds(library) if arguments.document == CALL_PLAN else USUAL
    maker = PageMaker(
        Renderer(),
        arguments.document,
        Paper(arguments.paper),
        footing=partial(_footing, library, thresholds, arguments.now),
        files=ExportFiles(library.folder),
    )
    if arguments.all:
        return _export_all(library, maker, arguments.out, arguments.now())
    maker.write(_as_known(library, library.find(arguments.id), arguments.now()), arguments.out)
    return 0


def _check_usage(arguments: argparse.Namespace) -> None:
    names = (*DOCUMENT_NAMES, DAY)
    if arguments.document not in names:
        text = _('there is no document "{name}"; there are {names}')
        raise WrongUsage(text.format(name=arguments.document, names=comma_list(names)))
    of_plans = arguments.all or arguments.id is not None
    if arguments.document == DAY and of_plans:
        text = _("--document {name} is of a day, not of a plan: leave out {extra}")
        extra = "--all" if arguments.all else arguments.id
        raise WrongUsage(text.format(name=DAY, extra=extra))
    if arguments.document != DAY and not of_plans:
        text = _("--document {name} needs the ID of a plan, or {option}")
        raise WrongUsage(text.format(name=arguments.document, option="--all"))
    if arguments.document != DAY and arguments.date is not None:
        raise WrongUsage(_("{option} goes with --document {name} only").format(option="--date", name=DAY))


class PageMaker:
    """Renders plans as one kind of document on one paper, and writes them as PDF files.

    `footing` returns where the rep stands, a line that only the call plan shows.
    """

    def __init__(
        self,
        renderer: Renderer,
        document: str,
        paper: Paper,
        *,
        footing: Callable[[Preparation], str],
        files: ExportFiles,
    ) -> None:
        self._renderer = renderer
        self.document = document
        self._paper = paper
        self._footing = footing
        self._files = files

    def write(self, preparation: Preparation, path: Path) -> None:
        """Write the plan's page to the path and print the path; FileNotWritten leaves what was there.

        Missing glyphs and shortened parts are told on stderr.
        """
        footing = self._footing(preparation) if self.document == CALL_PLAN else ""
        page = self._renderer.render(self.document, preparation, self._paper, footing=footing)
        self._files.write(path, page.pdf)
        tell_written(path, page)


def _export_all(library: Library, maker: PageMaker, folder: Path, now: dt.datetime) -> int:
    _make(folder)
    plans = in_order(library.summaries(), now)
    if not plans:
        text = _("There are no plans to export.")
        sys.stderr.write(f"{text}\n")
    names = file_names(plans, maker.document)
    damaged: list[LibraryDamaged] = []
    with ProgressBar(len(plans), sys.stderr) as bar:
        for plan in plans:
            try:
                preparation = _as_known(library, plan.id, now)
            except LibraryDamaged as damage:
                damaged.append(damage)
            else:
                bar.clear()
                maker.write(preparation, folder / names[plan.id])
            bar.advance()
    for problem in damaged:
        sys.stderr.write(f"{problem}\n")
    return 1 if damaged else 0


def _as_known(library: Library, plan_id: str, now: dt.datetime) -> Preparation:
    """Return the plan with what is known by now of the call before it, as the window shows it."""
    preparation = library.preparation(plan_id)
    return with_last_time(preparation, library.plans_of(preparation.client.id), now.date())


def file_names(plans: Iterable[PlanSummary], document: str) -> dict[str, str]:
    """Return for each plan's id the name of its file: as the window suggests it, with the id added.

    No two are the same, not even where a disk does not tell capitals from small letters.
    """
    kind = document_kind(document)
    by_id = sorted(plans, key=lambda plan: plan.id)
    names = (
        document_file_name(kind, client=plan.client, title=plan.title, day=plan.planned_day, mark=plan.id)
        for plan in by_id
    )
    return {plan.id: name for plan, name in zip(by_id, distinct_names(tuple(names)), strict=True)}


def _thresholds(library: Library) -> Thresholds:
    """Return the person's thresholds, or the usual ones: a page is not held up by one line at its foot."""
    try:
        return read_check_settings(library.folder)
    except CheckSettingsNotRead as error:
        text = _("{problem} The page uses the usual thresholds to say where you stand.")
        sys.stderr.write(f"{text.format(problem=error)}\n")
        return USUAL


def _footing(
    library: Library, thresholds: Thresholds, now: Callable[[], dt.datetime], preparation: Preparation
) -> str:
    """Return where the rep stands now, as the client's plans in the library tell."""
    moment, plans = now(), library.plans_of(preparation.client.id)
    return footing_of(preparation, plans, today=moment.date(), thresholds=thresholds, now=moment)


def _make(folder: Path) -> None:
    """Make the folder if it is missing; its parent must be there."""
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise FileNotWritten(
            folder, _("it is a file, and {option} needs a folder").format(option="--all")
        ) from error
    except FileNotFoundError as error:
        raise FileNotWritten(folder, no_folder(folder.parent)) from error
    except OSError as error:
        raise FileNotWritten(folder, error.strerror or _("the folder cannot be made")) from error
