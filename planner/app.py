"""The composition root of the window: builds the library, the pages and the window, nothing else does."""

import datetime as dt
import gc
import logging
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QLocale, QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from planner.desktop.background.garbage import GarbageCollection
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.preparations import Preparations
from planner.desktop.crash import LOG_FILE, CrashReporter, log_qt_messages, log_to, trace_native_crashes
from planner.desktop.frame.file_drops import FileDrops
from planner.desktop.frame.library_rescue import LibraryRescue
from planner.desktop.frame.notices import NewNotices
from planner.desktop.frame.shutdown import Shutdown
from planner.desktop.frame.window import NAME, MainWindow
from planner.desktop.services import Services
from planner.desktop.settings import Settings
from planner.desktop.widgets.theme import Theme
from planner.model.errors import PlannerError
from planner.on_demand import (
    KeptThresholds,
    LazyPages,
    LazyReports,
    LazySampleWeek,
    export_file,
    import_plan_file,
    safekeeping_of,
    sample_by,
)
from planner.platform.clock import local_now
from planner.platform.files import reason_of
from planner.platform.library_lock import LibraryInUse, LibraryNotLocked
from planner.store.library import Library
from planner.store.library_place import LibraryPlace
from planner.translation import is_english

APP_ID = "app.frontfoot.Planner"

# The page is made in another thread while keys are typed. With Python's usual 5 ms the GUI thread
# would wait so long for each of the many moments it needs the interpreter.
SWITCH_INTERVAL = 0.0001

LISTEN_MS = 200
"""So long after the start, sooner than anybody can start the program again or end it, it listens for that."""

IDLE_MS = 1_500
"""So long after the start, what is not needed yet is made ready."""


def _until_closed(application: QApplication, _window: MainWindow) -> int:
    return application.exec()


def _forget(_folder: Path) -> bool:
    return False


def run_window(
    library_folder: Path,
    *,
    take_over: bool = False,
    remember: Callable[[Path], bool] = _forget,
    now: Callable[[], dt.datetime] = local_now,
    until: Callable[[QApplication, MainWindow], int] = _until_closed,
) -> int:
    """Show the window on the library until it is closed; return the exit code.

    Where another window has the library open, that one is brought to the front, and 0 returned; a refusal
    is shown in a box, and 1 returned. `take_over` opens the library without asking although another
    computer seems to have it open. `remember` is called with the folder the library is moved to, and
    returns whether the next start opens that. If work in the background still runs at the end, the process
    ends here and this does not return.
    """
    application = new_application(sys.argv[:1])
    jobs = Jobs(parent=application)
    log_folder = _folder(QStandardPaths.StandardLocation.StateLocation)
    log_qt_messages(log := log_to(log_folder))
    trace_native_crashes(log)
    sys.setswitchinterval(SWITCH_INTERVAL)
    try:
        place = opened_place(
            partial(LibraryPlace.open, library_folder, remember=remember), take_over=take_over
        )
        if place is None:
            return 1
        try:
            code = _run_on(
                application, place, jobs=jobs, now=now, log=log, log_file=log_folder / LOG_FILE, until=until
            )
        finally:
            place.close()
    except LibraryInUse as error:
        from planner.desktop.frame.second_start import raise_first_window  # noqa: PLC0415 - hardly ever wanted

        return 0 if raise_first_window(library_folder) else _refused(error)
    except PlannerError as error:
        return _refused(error)
    if not jobs.wait(0):
        _end_process(code)
    gc.enable()  # a thread of ours would have collected what belongs to this one
    return code


def opened_place(opening: Callable[..., LibraryPlace], *, take_over: bool) -> LibraryPlace | None:
    """Return the library's place, opened; if another program may have it open, the person is asked.

    None if they do not say that none has; other errors of `opening` pass.
    """
    try:
        return opening(take_over=take_over)
    except LibraryNotLocked as error:
        from planner.desktop.widgets.dialogs import assures  # noqa: PLC0415 - hardly ever wanted

        return opening(take_over=True) if assures(error.happened, error.assurance) else None


def _run_on(
    application: QApplication,
    place: LibraryPlace,
    *,
    jobs: Jobs,
    now: Callable[[], dt.datetime],
    log: logging.Logger,
    log_file: Path,
    until: Callable[[QApplication, MainWindow], int],
) -> int:
    library = place.library
    window = new_window(application, library, _settings(log), jobs, now)
    starts = FurtherStarts(place, window)
    new_rescue(window, place, jobs).moved.connect(starts.listen)
    tell = partial(_tell_crash, window, log_file)
    reporter = CrashReporter(log=log, save=window.desk.save_now, tell=tell, parent=window)
    reporter.install()
    window.show()
    QTimer.singleShot(LISTEN_MS, starts.listen)
    gc.freeze()
    window.desk.let_go.connect(GarbageCollection(window).collect_all)
    notices = NewNotices(lambda: library.notices, window.safekeeping.tell_notice, window)
    notices.tell()
    # The text for the first search, what writes money for the first plan, and the first insights.
    works = (partial(library.matching, ""), _write_some_money, _load_insights)
    preparations = Preparations(works, jobs=jobs, log=log, parent=window)
    QTimer.singleShot(IDLE_MS, preparations.begin)
    QTimer.singleShot(IDLE_MS, window, window.safekeeping.keep_house)
    QTimer.singleShot(IDLE_MS, window, partial(_watch, library.folder, window))
    shutdown = Shutdown(window, end_loop=application.exit, log=log)
    application.commitDataRequest.connect(shutdown.commit_data)
    with ExitStack() as signals:
        QTimer.singleShot(LISTEN_MS, window, partial(_heed_signals, signals, shutdown))
        code = until(application, window)
        if window.isVisible():  # something ended the loop without closing it
            window.desk.commit()
        place.close()  # while a signal still waits its turn
    return code


def _heed_signals(signals: ExitStack, shutdown: Shutdown) -> None:
    """From now on a signal that asks the process to end saves first; there was nothing to save before."""
    from planner.desktop.frame.termination_signals import TerminationSignals  # noqa: PLC0415 - not for the start

    signals.enter_context(TerminationSignals()).received.connect(shutdown.end)


def _end_process(code: int) -> NoReturn:
    """End at once, everything being saved and the library let go of.

    A thread of ours still runs Python, and nothing can stop it: the interpreter would wait for it,
    for as long as it takes, and crash if it did not wait.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # Windows gives a program without a console none
            stream.flush()
    os._exit(code)


class FurtherStarts(QObject):
    """Lets further starts on the library bring the window to the front, wherever the library lies."""

    def __init__(self, place: LibraryPlace, window: MainWindow) -> None:
        super().__init__(window)
        self._place = place
        self._window = window

    def listen(self) -> None:
        """Listen for starts on the library's present folder; to be called again once it has moved."""
        from planner.desktop.frame.second_start import FirstWindow  # noqa: PLC0415 - once the window is there

        FirstWindow(self._place.folder, self._window)


def _watch(folder: Path, window: MainWindow) -> None:
    """Look for other copies of the library whenever something is put into its folder."""
    from planner.desktop.safekeeping.folder_watch import FolderWatch  # noqa: PLC0415 - not for the start

    FolderWatch(folder, window.safekeeping.look_for_copies, window)


def _load_insights() -> None:
    from planner.coaching.insights import charts, report  # noqa: F401, PLC0415 - not for the start


def _write_some_money() -> None:
    from planner.wording.money import exact_money, known_locale  # noqa: PLC0415 - not for the start

    exact_money(Decimal(1), "EUR", known_locale(QLocale().name()))


def _refused(error: PlannerError) -> int:
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever wanted

    from planner.desktop.widgets.plain_text import plain_box  # noqa: PLC0415 - hardly ever wanted

    plain_box(QMessageBox.Icon.Critical, NAME, str(error)).exec()
    return 1


def new_application(arguments: list[str]) -> QApplication:
    """Return the application under its name and id, in the style our style sheet builds on.

    Named as an argument, the style costs nothing; setStyle() returns it, and wrapping it takes long.
    """
    application = QApplication([*arguments, "-style", "Fusion"])
    application.setApplicationName("front-foot")
    application.setApplicationDisplayName("")
    application.setDesktopFileName(APP_ID)
    if not is_english():
        from planner.desktop.widgets.form_translator import FormTranslator  # noqa: PLC0415 - as it says

        application.installTranslator(FormTranslator(application))
    return application


def new_window(
    application: QApplication,
    library: Library,
    settings: Settings,
    jobs: Jobs,
    now: Callable[[], dt.datetime] = local_now,
) -> MainWindow:
    """Return the window on a library, not yet shown; `now` tells the time in the local zone."""
    pages = LazyPages()
    services = Services(
        plans=library,
        pages=pages,
        write=partial(export_file, library),
        jobs=jobs,
        settings=settings,
        theme=Theme(application),
        now=now,
    )
    window = MainWindow(
        services,
        sample=partial(sample_by, now),
        sample_week=LazySampleWeek(now),
        keeping=partial(safekeeping_of, library),
        reports=LazyReports(pages),
        check_settings=KeptThresholds(library),
    )
    FileDrops(window, import_file=partial(import_plan_file, library), jobs=jobs)
    return window


def new_rescue(window: MainWindow, place: LibraryPlace, jobs: Jobs) -> LibraryRescue:
    """Return what saves a library elsewhere; the window asks it before closing.

    If the library's folder is read-only, a standing message that offers this is shown.
    """
    rescue = LibraryRescue(
        place,
        jobs=jobs,
        messages=window.messages,
        save=window.desk.save_now,
        thresholds=window.thresholds,
        window=window,
    )
    window.ask_before_closing(rescue.may_close)
    rescue.tell_read_only()
    return rescue


def _tell_crash(window: MainWindow, log_file: Path, report: str) -> None:
    """Show a report of something broken, also to be found in the log file."""
    from planner.desktop.frame.crash_dialog import CrashDialog  # noqa: PLC0415 - hardly ever wanted

    CrashDialog(report, log_file if log_file.exists() else None, window).exec()


def _settings(log: logging.Logger) -> Settings:
    """Return the window's settings; where no file can be kept they last as long as the window."""
    config = _folder(QStandardPaths.StandardLocation.AppConfigLocation)
    try:
        config.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        log.warning("No settings can be kept in %s: %s.", config, reason_of(error))
    return Settings(QSettings(str(config / "window.ini"), QSettings.Format.IniFormat))


def _folder(kind: QStandardPaths.StandardLocation) -> Path:
    """Return where the system wants files of the kind; the folder may not be there."""
    return Path(QStandardPaths.writableLocation(kind))
