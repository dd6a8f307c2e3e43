"""Places whose clock a moment is told by, and what is to be said of them."""

import datetime as dt

from planner.model.placed_time import PlacedTime, UnknownPlace, named_place
from planner.translation import _


def place_name(place: str) -> str:
    """Return the city of a place as people say it: `Buenos Aires` of `America/Argentina/Buenos_Aires`."""
    return place.rpartition("/")[2].replace("_", " ")


def utc_text(offset: dt.timedelta) -> str:
    """Return a distance from UTC: `UTC+1`, `UTC−3:30`; `UTC` if there is none."""
    minutes = abs(int(offset.total_seconds())) // 60
    sign = "−" if offset < dt.timedelta() else "+"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}" if minutes else "UTC"


def zone_remark(moment: dt.datetime | None) -> str:
    """Return what a person should know of the zone a moment was read with; "" mostly.

    That is a place not known here, or an offset that was written with the place and is not the place's then.
    """
    if not isinstance(moment, PlacedTime):
        return ""
    offset = moment.utcoffset() or dt.timedelta()
    zone = named_place(moment) or utc_text(offset)
    if isinstance(moment.tzinfo, UnknownPlace):
        text = _("the zone {zone} is not known on this computer; {offset} counts, as it was written")
        return text.format(zone=zone, offset=utc_text(offset))
    if moment.written_offset is None:
        return ""
    text = _("{zone} is at {offset} then, not at {written} as it was written; {time} in {zone} counts")
    written = utc_text(moment.written_offset)
    return text.format(zone=zone, offset=utc_text(offset), written=written, time=f"{moment:%H:%M}")
