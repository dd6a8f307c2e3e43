"""Telling what the library has to say, which may come up at any time, in any thread."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 2_000


class NewNotices(QObject):
    """Tells each notice once: those there are, and those that come up while the window is open.

    One that goes, since what it tells of is done, is told again should it come up anew.
    """

    def __init__(
        self,
        notices: Callable[[], Sequence[str]],
        say: Callable[[str], None],
        parent: QObject | None = None,
        *,
        look_ms: int = LOOK_MS,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._say = say
        self._told: tuple[str, ...] = ()
        timer = QTimer(self)
        timer.setInterval(look_ms)
        timer.timeout.connect(self.tell)
        timer.start()

    def tell(self) -> None:
        """Say the notices that are new since the last look, all in one message; nothing if there are none."""
        now = tuple(self._notices())
        new = [notice for notice in now if notice not in self._told]
        self._told = now
        if new:
            self._say("\n".join(new))
