"""A library file on its way to the disk, in pieces, and its digest once it is through."""

import hashlib
from collections.abc import Iterable, Iterator

from planner.store.library_file import base_of


class DigestedPieces:
    """A library file on its way to the disk; once it is through, which file it is."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._digest = hashlib.sha256()
        self._last = b""

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._digest.update(piece)
            self._last = piece
            yield piece

    @property
    def whole(self) -> bytes:
        """The digest of all of it."""
        return self._digest.digest()[:16]

    @property
    def base(self) -> bytes:
        """What a journal calls it."""
        return base_of(self._last, self.whole)
