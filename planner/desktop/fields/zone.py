"""The zone of a moment: this computer's, a distance from UTC, or that of a place."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.fields.field import CalmCombo
from planner.model.placed_time import at_place, is_known, named_place, offset_text
from planner.translation import _

_HALVES = (-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765)
_DISTANCES = sorted({*(60 * hours for hours in range(-12, 15)), *_HALVES})

Zone = dt.timezone | dt.datetime | str | None
"""A distance, a place not known here as a moment there, a known place by name, or this computer's zone."""


class ZoneChoice(CalmCombo):
    """A choice of zone: this computer's first, then distances from UTC, then the world's places.

    `here` says this computer's distance from UTC at a local time, `place_here` the name of its place, "" if
    it has none: then its zone is kept as a distance.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setIconSize(QSize(1, 1))  # there are none: no room for them, as in any other choice
        self.here: Callable[[dt.datetime], dt.timedelta] = distance_here
        self.place_here: Callable[[], str] = place_here
        self._zones: list[Zone] = []
        self._cities_added = False
        self._add(None, _("Your time zone"))
        for minutes in _DISTANCES:
            zone = dt.timezone(dt.timedelta(minutes=minutes))
            self._add(zone, zone_words(zone))
        self.currentIndexChanged.connect(self.changed)

    def at(self, local: dt.datetime) -> dt.datetime:
        """Return a local time, given without seconds, as a moment in the zone chosen."""
        zone = self._zones[self.currentIndex()] or self.place_here()
        if isinstance(zone, dt.datetime):
            return at_place(local, named_place(zone), zone.utcoffset())
        if isinstance(zone, dt.timezone):
            return local.replace(tzinfo=zone)
        if zone:
            return at_place(local, zone, None if is_known(zone) else _distance_at(local, zone))
        return local.replace(tzinfo=dt.timezone(self.here(local)))

    def show_zone_of(self, moment: dt.datetime) -> None:
        """Choose the zone that the moment is written in; it is added to the choices if it is none of them.

        A bare distance that is this computer's at that time chooses this computer's zone.
        """
        local = moment.replace(tzinfo=None)
        self.tell_distance_here(local)
        self.setCurrentIndex(self._entry_of(moment))

    def is_zone_of(self, moment: dt.datetime) -> bool:
        """Whether the choice made is the one that `show_zone_of` makes for the moment."""
        return self.currentIndex() == self._entry_of(moment)

    def _entry_of(self, moment: dt.datetime) -> int:
        return self._entry_of_place(moment) if named_place(moment) else self._entry_of_distance(moment)

    def _entry_of_place(self, moment: dt.datetime) -> int:
        place = named_place(moment)
        if place == self.place_here():
            return 0
        if is_known(place):
            return self._index_of(place, place_words(place))
        offset = moment.utcoffset() or dt.timedelta()
        return self._index_of(moment, f"{place_words(place)} ({zone_words(dt.timezone(offset))})")

    def _entry_of_distance(self, moment: dt.datetime) -> int:
        """Return a moment's entry, if it has no place: this computer's zone if that is as far from UTC."""
        offset = moment.utcoffset() or dt.timedelta()
        if self.here(moment.replace(tzinfo=None)) == offset:
            return 0
        zone = dt.timezone(offset)
        return self._index_of(zone, zone_words(zone))

    def _index_of(self, zone: Zone, words: str) -> int:
        """Return the entry of a zone, which is added if there is none."""
        if zone not in self._zones:
            self._add(zone, words)
        return self._zones.index(zone)

    def tell_distance_here(self, local: dt.datetime) -> None:
        """Show this computer's distance from UTC at a local time in the entry for its zone."""
        words = zone_words(dt.timezone(self.here(local)))
        self.setItemText(0, _("Your time zone ({zone})").format(zone=words))

    def offer_all(self) -> None:
        """Offer the places too; six hundred of them are looked up when first asked for."""
        if not self._cities_added:
            self._cities_added = True
            blocked = QSignalBlocker(self)
            for city in QTimeZone.availableTimeZoneIds():
                name = bytes(city.data()).decode()
                if _is_place(name) and name not in self._zones:
                    self._add(name, place_words(name))
            blocked.unblock()

    def _add(self, zone: Zone, words: str) -> None:
        self._zones.append(zone)
        self.addItem(words)


def distance_here(local: dt.datetime) -> dt.timedelta:
    """Return this computer's distance from UTC at a local time."""
    return local.astimezone().utcoffset() or dt.timedelta()


def place_here() -> str:
    """Return the place whose clock this computer goes by, `Europe/Berlin`; "" if it only has a distance."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if _is_place(name) and is_known(name) else ""


def _distance_at(local: dt.datetime, place: str) -> dt.timedelta:
    """Return how far a place is from UTC at a local time, for one that Qt knows and Python doesn't."""
    day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    return dt.timedelta(seconds=QDateTime(day, time, QTimeZone(place.encode())).offsetFromUtc())


def place_words(place: str) -> str:
    """Return a place as the choice names it: `America/New York`."""
    return place.replace("_", " ")


def zone_words(zone: dt.timezone) -> str:
    """Return a fixed zone as UTC+01:00."""
    return f"UTC{offset_text(zone.utcoffset(None)).replace('-', '−')}"


def _is_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "SystemV/"))
