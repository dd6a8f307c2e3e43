"""A moment at a place: `2026-10-20T15:00:00+01:00[Europe/London]`, as RFC 9557 writes it.

The time of day and the place are what was said. The distance from UTC follows from them by the rules of that
place's clocks, so that moving the day across a change of the clocks keeps the hour.
"""

import abc
import datetime as dt
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated

import msgspec

from planner.translation import _

# Not compiled here: few plans name a place, and the program's start need not wait for it.
_PART = r"[A-Za-z._][A-Za-z0-9._+-]*"
_NAME = rf"{_PART}(/{_PART})*"
_DISTANCE = r"([+-])(\d\d):?(\d\d)"
_SUFFIX = r"(\[[^\[\]=]*\])?((?:\[[^\[\]=]+=[^\[\]=]+\])*)"
_TAG = r"\[(!?)([a-z_][a-z0-9_-]*)=([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\]"
_OUR_CALENDARS = frozenset({"gregory", "iso8601"})
_A_MINUTE = dt.timedelta(minutes=1)
_ZONED = Annotated[dt.datetime, msgspec.Meta(tz=True)]
_JSON_NAMES = {bool: "bool", int: "int", float: "float", list: "array"}


class NotAMoment(ValueError):
    """A moment cannot be placed as the text behind it says; the message says why.

    The text is malformed, its place is not known here, or what it marks as critical cannot be followed.
    """


if TYPE_CHECKING:
    AnyMoment = dt.datetime
else:

    class AnyMoment(abc.ABC):  # noqa: B024 -- it has no members of its own: it is what a field is declared as
        """What a field is declared as that holds a moment, with a place or without: any `datetime`.

        msgspec reads and writes a plain `datetime` by itself and would refuse the name of a place; what it
        doesn't know it asks `read_stored` and `written_stored` for.
        """

    AnyMoment.register(dt.datetime)


class UnknownPlace(dt.tzinfo):
    """A place whose clocks this computer knows nothing of: its name, and the distance written with it."""

    def __init__(self, key: str = "", offset: dt.timedelta = dt.timedelta()) -> None:
        self.key = key
        self._offset = offset

    def utcoffset(self, _moment: dt.datetime | None, /) -> dt.timedelta:
        """Return the distance the place was written with."""
        return self._offset

    def dst(self, _moment: dt.datetime | None, /) -> dt.timedelta:
        """Return a span of 0: whether it is summer time there is not known."""
        return dt.timedelta()

    def tzname(self, _moment: dt.datetime | None, /) -> str:
        """Return the name as it was written."""
        return self.key

    def __getinitargs__(self) -> tuple[str, dt.timedelta]:
        return self.key, self._offset


class PlacedTime(dt.datetime):
    """A time of day at a place, equal only to one of the same place, time and distance from UTC.

    `+` a span shifts the time of day, whatever that place's clock does meanwhile; `later` returns the moment
    after so much real time. In a zone without a place it compares as a plain moment.
    """

    written_offset: dt.timedelta | None = None
    """The distance from UTC that a text gave, where the place has another at that time."""

    @property
    def place(self) -> str:
        """The name of the place, `Europe/London`; "" if it was put into a zone without one."""
        return named_place(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, dt.datetime):
            return NotImplemented
        if not self.place and not named_place(other):
            return super().__eq__(other)
        same_place = self.place == named_place(other) and self.utcoffset() == other.utcoffset()
        return same_place and _wall(self) == _wall(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = dt.datetime.__hash__


def named_place(moment: dt.datetime) -> str:
    """Return the place a moment is at, `Europe/London`; "" if it has only a distance from UTC."""
    return getattr(moment.tzinfo, "key", None) or ""


def is_known(place: str) -> bool:
    """Whether this computer knows the clocks of the place."""
    return _clock(place) is not None


def at_place(
    local: dt.datetime, place: str, offset: dt.timedelta | None = None, *, instant: bool = False
) -> PlacedTime:
    """Return a local time at the place; `offset` is the distance from UTC it was written with, if any.

    Where the clocks are put back an hour passes twice: the offset says which is meant, else the first. Any
    other offset that the place does not have then is kept as `written_offset`. With `instant` it is not the
    local time but the instant that stays where they differ, as for a text that ends in `Z`. An unknown place
    has the offset given; NotAMoment without one.
    """
    clock = _clock(place)
    if clock is None:
        if offset is None:
            raise NotAMoment(_("the zone {zone} is not known here").format(zone=place))
        return _placed(local, UnknownPlace(place, offset))
    if instant and offset is not None:
        return _placed((local - offset).replace(tzinfo=dt.UTC).astimezone(clock), clock)
    first = _placed(local, clock)
    if offset is None or _same_distance(first, offset):
        return first
    second = first.replace(fold=1)
    if _same_distance(second, offset):
        return second
    first.written_offset = offset
    return first


def later(moment: dt.datetime, span: dt.timedelta) -> dt.datetime:
    """Return the moment after so much time has passed, on the same clock, whatever that clock does then."""
    if not named_place(moment):
        return moment + span
    return (moment.astimezone(dt.UTC) + span).astimezone(moment.tzinfo)


def with_suffix(moment: dt.datetime, suffix: str, *, offset_unknown: bool = False) -> dt.datetime:
    """Return a moment as its suffix places it: `[Europe/London]`, `[+01:00]`, tags such as `[u-ca=gregory]`.

    It comes back as it is where the suffix names no zone. `offset_unknown` is for a text that ends in `Z`
    or `-00:00`: that is a moment without word of a local time, and the place only says on which clock to
    read it. NotAMoment if the suffix is malformed, or is marked `!` and cannot be followed.
    """
    name, critical = _zone_in(suffix)
    if not name:
        return moment
    distance = re.fullmatch(_DISTANCE, name)
    placed = (
        at_place(_wall(moment), name, moment.utcoffset(), instant=offset_unknown)
        if distance is None
        else _at_distance(moment, distance, offset_unknown=offset_unknown)
    )
    if critical and isinstance(placed.tzinfo, UnknownPlace):
        raise NotAMoment(_("the zone {zone} must be followed and is not known here").format(zone=name))
    if critical and placed.written_offset is not None:
        raise NotAMoment(
            _("the zone {zone} must be followed and is at another offset then").format(zone=name)
        )
    return placed


def written_moment(moment: dt.datetime) -> str:
    """Return a moment as RFC 9557 writes it: `2026-10-20T15:00:00+01:00[Europe/London]`.

    Without a place it ends after the offset. An offset that the place does not have stands as it was read.
    """
    place = named_place(moment)
    if not place:
        return moment.isoformat()
    read = moment.written_offset if isinstance(moment, PlacedTime) else None
    offset = moment.utcoffset() if read is None else read
    return f"{_wall(moment).isoformat()}{offset_text(offset or dt.timedelta())}[{place}]"


def offset_text(offset: dt.timedelta) -> str:
    """Return a distance from UTC to the minute, as texts for machines have it: `+01:00`."""
    minutes = round(offset / _A_MINUTE)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def read_stored(kind: type, value: object) -> object:
    """Return the moment that a library stores as text, for decoders; TypeError or ValueError if it is none.

    NotImplementedError if the `kind` asked for is not AnyMoment.
    """
    if kind is not AnyMoment:
        raise NotImplementedError(kind)
    if not isinstance(value, str):
        raise TypeError(f"Expected `datetime`, got `{_JSON_NAMES.get(type(value), 'object')}`")
    text, bracket, suffix = value.partition("[")
    try:
        moment = msgspec.convert(text, type=_ZONED)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None
    if not bracket:
        return moment
    return with_suffix(moment, f"[{suffix}", offset_unknown=is_offset_unknown(text))


def written_stored(value: object) -> str:
    """Return a PlacedTime as a library stores it, for the encoders; NotImplementedError for anything else."""
    if isinstance(value, PlacedTime):
        return written_moment(value)
    raise NotImplementedError(type(value))


def is_offset_unknown(text: str) -> bool:
    """Whether a moment's text says its instant alone, by `Z` or `-00:00`, and no local time."""
    return text[-1:] in {"Z", "z"} or text.endswith("-00:00")


@lru_cache(maxsize=256)
def _zone_in(suffix: str) -> tuple[str, bool]:
    """Return the name of the zone in a suffix, "" if none, and whether it must be followed; NotAMoment."""
    parts = re.fullmatch(_SUFFIX, suffix)
    if parts is not None:
        _check_tags(parts[2])
        if not parts[1]:
            return "", False
        name = parts[1][1:-1].removeprefix("!")
        if re.fullmatch(_DISTANCE, name) or (
            re.fullmatch(_NAME, name) and not {".", ".."} & set(name.split("/"))
        ):
            return name, parts[1].startswith("[!")
    raise NotAMoment(_("{suffix} is not the name of a zone").format(suffix=suffix))


def _at_distance(moment: dt.datetime, distance: re.Match[str], *, offset_unknown: bool) -> PlacedTime:
    minutes = (60 * int(distance[2]) + int(distance[3])) * (-1 if distance[1] == "-" else 1)
    if abs(minutes) >= 24 * 60:
        raise NotAMoment(_("{suffix} is not the name of a zone").format(suffix=f"[{distance[0]}]"))
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    if offset_unknown:
        return _placed(moment.astimezone(zone), zone)
    placed = _placed(moment, zone)
    if placed.utcoffset() != moment.utcoffset():
        placed.written_offset = moment.utcoffset()
    return placed


def _check_tags(tags: str) -> None:
    """NotAMoment if a tag is malformed, or must be followed and says what no plan can hold.

    Of the others, which are for those who know them, nothing is kept.
    """
    read = list(re.finditer(_TAG, tags))
    if "".join(tag[0] for tag in read) != tags:
        raise NotAMoment(_("{suffix} is not the name of a zone").format(suffix=tags))
    first: dict[str, str] = {}
    for tag in read:
        critical, key, value = bool(tag[1]), tag[2], tag[3]
        follows = key == "u-ca" and value in _OUR_CALENDARS and first.get(key, value) in _OUR_CALENDARS
        if critical and not follows:
            raise NotAMoment(_("{tag} must be followed and is not known here").format(tag=tag[0]))
        first.setdefault(key, value)


def _placed(local: dt.datetime, zone: dt.tzinfo) -> PlacedTime:
    """Return a time of day, its own zone put aside, in the zone."""
    return PlacedTime.combine(local.date(), local.time(), zone)


def _wall(moment: dt.datetime) -> dt.datetime:
    """Return what the clock shows, as a plain `datetime` without a zone."""
    return dt.datetime.combine(moment.date(), moment.time())


def _same_distance(moment: dt.datetime, offset: dt.timedelta) -> bool:
    """Whether a moment is so far from UTC; texts give it to the minute, old clocks had seconds."""
    return abs((moment.utcoffset() or dt.timedelta()) - offset) < _A_MINUTE


@lru_cache(maxsize=256)
def _clock(place: str) -> dt.tzinfo | None:
    """Return the clock of a place by its name, in any case; None if it is not known here."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 -- few plans name a place

    try:
        return ZoneInfo(place)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        name = _by_spelling().get(place.casefold())
        return None if name is None else ZoneInfo(name)


@cache
def _by_spelling() -> dict[str, str]:
    """Return the names of all places known here, by their spelling without capitals."""
    from zoneinfo import available_timezones  # noqa: PLC0415 -- the same

    return {name.casefold(): name for name in available_timezones()}
