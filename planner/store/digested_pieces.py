"""A library file on its way to the disk, in pieces, and its digest once it is through."""

import hashlib
from collections.abc import Iterable, Iterator

from planner.store.library_file import base_of


class DigestedPieces:
    """Hands on the pieces of a library file and digests them; its properties hold after the last one."""

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
        """The digest of the whole file: the first 16 bytes of its SHA-256."""
        return self._digest.digest()[:16]

    @property
    def base(self) -> bytes:
        """The digest by which a journal names the file, see `base_of`."""
        return base_of(self._last, self.whole)
