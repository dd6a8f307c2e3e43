"""The time as this computer tells it: read at the edge, and handed to all that asks what day it is."""

import datetime as dt


def local_now() -> dt.datetime:
    """Return the present moment in this computer's zone, with its offset from UTC."""
    return dt.datetime.now().astimezone()


def local_today() -> dt.date:
    """Return today's date in this computer's zone."""
    return local_now().date()
