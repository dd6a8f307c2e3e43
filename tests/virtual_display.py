"""A display for what must be seen: the one there is, or one of our own."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "2560x1600x24"


@contextmanager
def display(*, own: bool = False) -> Iterator[str]:
    """Give the display there is, or one of our own with a window manager if there is one.

    `own`: one of our own in any case, so that nobody's keys and clicks get in the way.
    """
    if (given := os.environ.get("DISPLAY")) and not own:
        yield given
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        manager = subprocess.Popen(
            ["openbox"],
            env=os.environ | {"DISPLAY": name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield name
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()
