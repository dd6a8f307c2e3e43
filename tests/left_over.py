"""What a test leaves over goes between two tests, never while Qt is at work.

Python's own collector runs wherever something is made. A test's window is held by nothing but itself once
the test has returned: collected while Qt paints it or lays it out, it is deleted beneath Qt, and the process
dies.
"""

import gc

from PySide6.QtCore import QCoreApplication, QEvent

FULL_EVERY = 100
"""Every so many times the old objects are gone through too; that takes a tenth of a second."""


def hold_garbage() -> None:
    """Turn Python's own collector off, as the program does: what is garbage waits for `let_go`."""
    gc.disable()


def let_go() -> None:
    """Delete what Qt was to delete later, then Python's cycles that are that came since the last call.

    Every `FULL_EVERY` calls the old ones go too. Python's own collector is off afterwards.
    """
    hold_garbage()
    # Qt goes first: its widgets still tell their filters how they end, and those must be whole to hear it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(2 if gc.get_count()[2] > FULL_EVERY else 1)
