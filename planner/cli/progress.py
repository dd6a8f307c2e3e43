"""How far a long command has come, on a terminal."""

from typing import Self, TextIO

CELLS = 30
CLEAR_LINE = "\r\x1b[K"


class ProgressBar:
    """A line such as `[######    ] 120/1,000` at the foot of a terminal, from a `with`'s start to its end.

    Nothing is written if the stream is no terminal, or the total below 2.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._done = 0
        self._shown = total > 1 and stream.isatty()

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(self, *_leaving: object) -> None:
        self.clear()

    def advance(self) -> None:
        """Count one more as done, and draw the bar."""
        self._done += 1
        self._draw()

    def clear(self) -> None:
        """Remove the bar, so that a line of output can take its place."""
        self._write(CLEAR_LINE)

    def _draw(self) -> None:
        filled = "#" * (CELLS * self._done // max(self._total, 1))
        self._write(f"{CLEAR_LINE}[{filled:<{CELLS}}] {self._done:,}/{self._total:,}")

    def _write(self, text: str) -> None:
        if self._shown:
            self._stream.write(text)
            self._stream.flush()
