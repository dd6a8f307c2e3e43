"""What the settings hold, as one value."""

from pathlib import Path

import msgspec

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.ports import A4


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """The settings as they are or are to be.

    `paper` is a key of PAPERS, `currency` the ISO code for new prices, "" for that of the last plan or else
    of the system. `export_folder` is where the next export begins. `backups_folder` None is the usual place.
    """

    thresholds: Thresholds = Thresholds()
    paper: str = A4
    currency: str = ""
    export_folder: Path = Path()
    backups_folder: Path | None = None
