"""When something breaks: it is logged without client data, told once, and the work is saved."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

import planner
from planner.platform.files import reason_of

LOG_FILE = "front-foot.log"
_LONGEST_LOG = 256 * 1024
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def report_of(error: BaseException) -> str:
    """Return what broke and where: type, file, line and function of each step.

    Messages and values are left out, for they may hold what a client said.
    """
    lines = [f"Front Foot {planner.__version__}, Python {platform.python_version()}, Qt {qVersion()}"]
    lines.append(f"{platform.system()} {platform.release()} {platform.machine()}")
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += (
            f"  {_within_package(step.filename)}:{step.lineno} in {step.name}"
            for step in traceback.extract_tb(cause.__traceback__)
        )
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def _within_package(file: str) -> str:
    """Return a file's last three parts: enough to find it, nothing about whose machine it is."""
    return "/".join(Path(file).parts[-3:])


class CrashReporter(QObject):
    """Handles what nothing else caught, in slots and in threads: logs it, saves, and tells the person."""

    _caught = Signal(str)

    def __init__(
        self,
        *,
        log: logging.Logger,
        save: Callable[[], object],
        tell: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._save = save
        self._tell = tell
        self._telling = False
        self._caught.connect(self._save_and_tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Put this object in place of sys.excepthook and threading.excepthook."""
        sys.excepthook = self._catch
        threading.excepthook = self._catch_in_thread

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error)
        self._log.error("%s", report)
        self._caught.emit(report)

    def _catch_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._catch(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _save_and_tell(self, report: str) -> None:
        """Save first; while one report is on the screen, others are only logged."""
        self._save()
        if not self._telling:
            self._telling = True
            try:
                self._tell(report)
            finally:
                self._telling = False


def log_to(folder: Path) -> logging.Logger:
    """Return a log to a file in the folder that only this person can read; to stderr where that cannot be.

    A file above 256 KiB is renamed at the start of the next run; one older one is kept. (The standard
    library's rotating handler takes 15 ms to load, a tenth of an empty window's start.)
    """
    log = logging.getLogger("planner")
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        _log_with(logging.FileHandler(_log_file(folder), encoding="utf-8"), log)
    except OSError as error:
        # Started without a terminal, Windows has no stderr.
        _log_with(logging.StreamHandler() if sys.stderr else logging.NullHandler(), log)
        log.warning("No log can be kept in %s: %s. It is written here.", folder, reason_of(error))
    return log


def _log_file(folder: Path) -> Path:
    """Return a file in the folder that can be written to, and make both if they are missing; OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / LOG_FILE
    if file.exists() and file.stat().st_size > _LONGEST_LOG:
        file.replace(file.with_suffix(".old.log"))
    file.touch(mode=0o600)
    return file


def _log_with(handler: logging.Handler, log: logging.Logger) -> None:
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)


def trace_native_crashes(log: logging.Logger) -> None:
    """Have the log say where each thread was when the process dies inside Qt or another library.

    Files, lines and functions only: no value, so nothing a client said.
    """
    for handler in log.handlers:
        if isinstance(handler, logging.StreamHandler):
            # The file is open already: while the process dies nothing can be opened any more.
            faulthandler.enable(handler.stream)


def log_qt_messages(log: logging.Logger) -> None:
    """Have Qt's messages written to the log from now on."""

    def write(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        log.log(_LEVELS[kind], "Qt %s: %s", context.category, message)

    qInstallMessageHandler(write)
