"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11."""

import ctypes
import sys

_MORE_THAN_EVER_LOST = 1 << 40


def keep_constants_alive() -> None:
    """Give None, True and False references to lose; call once, before the first window.

    PySide6 6.12 is built for Pythons whose constants cannot die (3.12 and later). On 3.11 each
    `property()`, `parentWidget()` or `emit()` that returns one of them takes a reference too many
    away, and after some minutes the interpreter ends with "deallocating None".
    """
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _MORE_THAN_EVER_LOST
