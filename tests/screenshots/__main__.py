"""Take every picture: light and dark, at 100 % and 200 %, on a screen of our own where there is none."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.surroundings import settle_in
from tests.virtual_display import display


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with display() as name, tempfile.TemporaryDirectory() as home:
        settle_in(Path(home), surroundings := dict(os.environ))
        for scheme in ("light", "dark"):
            for scale in ("1", "2"):
                surroundings |= {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale}
                command = [sys.executable, "-m", "tests.screenshots.take", str(folder), scheme, scale]
                subprocess.run(command, env=surroundings, check=True)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")  # noqa: T201 - its only output
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
