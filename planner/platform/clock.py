"""The time as this computer tells it: read at the edge, and handed to all that asks what day it is."""

import datetime as dt


def local_now() -> dt.datetime:
    """Return the time, with its distance from UTC here."""
    return dt.datetime.now().astimezone()


def local_today() -> dt.date:
    """Return the day it is here."""
    return local_now().date()
