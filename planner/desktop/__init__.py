"""The window: one class per form, binding, undo, background jobs."""

import sys

if sys.version_info < (3, 12):
    from planner.desktop.overrides import raise_whole_exceptions

    raise_whole_exceptions()
