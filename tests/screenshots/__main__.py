"""Take every picture: light and dark, at 100 % and 200 %, on a screen of our own where there is none."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.surroundings import settle_in

SCREEN = "2560x1600x24"


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with _display() as display, tempfile.TemporaryDirectory() as home:
        settle_in(Path(home), surroundings := dict(os.environ))
        for scheme in ("light", "dark"):
            for scale in ("1", "2"):
                surroundings |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale}
                command = [sys.executable, "-m", "tests.screenshots.take", str(folder), scheme, scale]
                subprocess.run(command, env=surroundings, check=True)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")  # noqa: T201 - its only output
    return 0


@contextmanager
def _display() -> Iterator[str]:
    """Give the display there is, or one of our own with a window manager if there is one."""
    if given := os.environ.get("DISPLAY"):
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
        display = f":{told.readline().strip()}"
    manager = None
    if shutil.which("openbox"):
        manager = subprocess.Popen(
            ["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL
        )
    try:
        yield display
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait()


if __name__ == "__main__":
    raise SystemExit(main())
