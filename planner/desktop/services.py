"""What most rooms of the window work with."""

import msgspec

from planner.desktop.background.jobs import Jobs
from planner.desktop.ports import Clock, Pages, Plans, WriteFile
from planner.desktop.settings import Settings
from planner.desktop.widgets.theme import Theme


class Services(msgspec.Struct, frozen=True, kw_only=True):
    """What most rooms of the window work with: the library, pages, files, jobs, settings, theme, clock.

    Built in `planner.app` and handed down, never looked up; what one room alone needs is not in it.
    """

    plans: Plans
    pages: Pages
    write: WriteFile
    jobs: Jobs
    settings: Settings
    theme: Theme
    now: Clock
