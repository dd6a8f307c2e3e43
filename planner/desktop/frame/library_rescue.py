"""Ways out when the library's folder takes nothing: read-only, or gone while the window is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.desktop.background.jobs import Jobs
from planner.desktop.check.check_thresholds import CheckThresholds
from planner.desktop.ports import Place
from planner.desktop.widgets.message_bar import MessageBar, Offer
from planner.model.errors import PlannerError
from planner.translation import _

_QUEUE = "place"


class LibraryRescue(QObject):
    """Offers, beside what could not be saved, to make the folder again or to save the library elsewhere.

    Memory holds the whole library, so either writes all of it; what waits to be saved follows at once.
    """

    moved = Signal()
    """The library was written to its folder made again, or to another, and is worked on there."""

    def __init__(
        self,
        place: Place,
        *,
        jobs: Jobs,
        messages: MessageBar,
        save: Callable[[], None],
        thresholds: CheckThresholds,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._place = place
        self._jobs = jobs
        self._messages = messages
        self._save = save
        self._thresholds = thresholds
        self._window = window
        messages.offer_ways_out(self.ways_out)

    def tell_read_only(self) -> None:
        """Show a standing message that nothing can be saved, with a way out, if the folder is read-only."""
        if self._place.read_only:
            self._messages.stand(
                _(
                    "{why} You can look at everything here. To change something, "
                    "save the library elsewhere first."
                ).format(why=self._place.read_only),
                (_("Save elsewhere…"), self.save_elsewhere),
            )

    def ways_out(self) -> tuple[Offer, ...]:
        """Return the offers that help now, to make the folder again or save elsewhere; () if none does."""
        again: tuple[Offer, ...] = ((_("Make it again"), self.make_again),) if self._place.is_gone else ()
        if self._place.is_failing or self._place.read_only:
            return (*again, (_("Save elsewhere…"), self.save_elsewhere))
        return again

    def make_again(self) -> None:
        """Make the folder again and write the whole library to it, in the background; say what came of it."""
        done, failed = self._tell_made_again, self._tell_failed
        self._jobs.run(self._place.make_again, done=done, failed=failed, queue=_QUEUE)

    def save_elsewhere(self) -> None:
        """Write the library to a folder asked for, in the background, and work on there.

        Nothing happens if the choice of the folder is cancelled; the writing cannot be.
        """
        folder = self._asked_folder()
        if folder is not None:
            work, done = partial(self._place.move_to, folder), self._tell_moved
            self._jobs.run(work, done=done, failed=self._tell_failed, queue=_QUEUE)

    def may_close(self) -> bool:
        """Return whether the window may close; where the folder is gone, ask first and do what is wanted.

        False if that fails, or if the person cancels.
        """
        if self._place.look():
            return True
        from planner.desktop.widgets.dialogs import LostFolder, asks_about_lost_folder  # noqa: PLC0415 - rare

        wanted = asks_about_lost_folder(self._window, self._place.folder)
        if wanted is LostFolder.MAKE_AGAIN:
            return self._could(self._place.make_again)
        if wanted is LostFolder.SAVE_ELSEWHERE:
            folder = self._asked_folder()
            return folder is not None and self._could(partial(self._place.move_to, folder))
        return wanted is LostFolder.CLOSE

    def _asked_folder(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - hardly ever wanted

        title = _("Save the library in an empty folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        return Path(chosen) if chosen else None

    def _could(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except PlannerError as error:
            self._tell_failed(error)
            return False
        self._thresholds.keep_again()
        return True

    def _tell_made_again(self, _nothing: None) -> None:
        self._go_on(_("The library in {folder} is complete again.").format(folder=self._place.folder))

    def _tell_moved(self, opens_by_itself: bool) -> None:  # noqa: FBT001 - what the job returns
        pattern = _(
            "The library is in {folder} now, and so is what you write from now on. "
            "It opens from there next time."
        )
        if not opens_by_itself:
            pattern = _(
                "The library is in {folder} now, and so is what you write from now on. "
                'To open it there next time, start Front Foot with --library "{folder}".'
            )
        self._go_on(pattern.format(folder=self._place.folder))

    def _go_on(self, text: str) -> None:
        self._messages.withdraw()
        self._messages.tell(text)
        self._thresholds.keep_again()
        self._save()
        self.moved.emit()

    def _tell_failed(self, error: Exception) -> None:
        self._messages.warn_not_stored(str(error))
