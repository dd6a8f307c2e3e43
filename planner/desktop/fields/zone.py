"""The zone of a moment: this computer's, a distance from UTC, or that of a city."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from planner.desktop.fields.field import CalmCombo
from planner.translation import _

_HALVES = (-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765)
_DISTANCES = sorted({*(60 * hours for hours in range(-12, 15)), *_HALVES})

Zone = dt.timezone | str | None


class ZoneChoice(CalmCombo):
    """A choice of zone: this computer's first, then distances from UTC, then the world's cities.

    `here` says this computer's distance from UTC at a local time.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setIconSize(QSize(1, 1))  # there are none: no room for them, as in any other choice
        self.here: Callable[[dt.datetime], dt.timedelta] = distance_here
        self._zones: list[Zone] = []
        self._cities_added = False
        self._add(None, _("Your time zone"))
        for minutes in _DISTANCES:
            zone = dt.timezone(dt.timedelta(minutes=minutes))
            self._add(zone, zone_words(zone))
        self.currentIndexChanged.connect(self.changed)

    def at(self, local: dt.datetime) -> dt.datetime:
        """Return a local time, to the minute, as a moment in the zone chosen."""
        zone = self._zones[self.currentIndex()]
        if isinstance(zone, str):
            day, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
            there = QDateTime(day, time, QTimeZone(zone.encode()))
            distance = dt.timedelta(seconds=there.offsetFromUtc())
        else:
            distance = self.here(local) if zone is None else zone.utcoffset(None)
        return local.replace(tzinfo=dt.timezone(distance))

    def show_zone_of(self, moment: dt.datetime) -> None:
        """Choose the zone that the moment is written in, unless the one chosen says the same."""
        local = moment.replace(tzinfo=None)
        self.tell_distance_here(local)
        if self.at(local).utcoffset() == moment.utcoffset():
            return
        zone = dt.timezone(moment.utcoffset() or dt.timedelta())
        if self.here(local) == moment.utcoffset():
            self.setCurrentIndex(0)
            return
        if zone not in self._zones:
            self._add(zone, zone_words(zone))
        self.setCurrentIndex(self._zones.index(zone))

    def tell_distance_here(self, local: dt.datetime) -> None:
        """Show this computer's distance from UTC at a local time in the entry for its zone."""
        self.setItemText(
            0, _("Your time zone ({zone})").format(zone=zone_words(dt.timezone(self.here(local))))
        )

    def showPopup(self) -> None:
        """Offer the cities too; six hundred of them are looked up when first asked for."""
        if not self._cities_added:
            self._cities_added = True
            blocked = QSignalBlocker(self)
            for city in QTimeZone.availableTimeZoneIds():
                name = bytes(city.data()).decode()
                if "/" in name and not name.startswith(("Etc/", "SystemV/")):
                    self._add(name, name.replace("_", " "))
            blocked.unblock()
        super().showPopup()

    def _add(self, zone: Zone, words: str) -> None:
        self._zones.append(zone)
        self.addItem(words)


def distance_here(local: dt.datetime) -> dt.timedelta:
    """Return this computer's distance from UTC at a local time."""
    return local.astimezone().utcoffset() or dt.timedelta()


def zone_words(zone: dt.timezone) -> str:
    """Return a fixed zone as UTC+01:00."""
    minutes = round((zone.utcoffset(None)).total_seconds() / 60)
    hours, minutes_left = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02}:{minutes_left:02}"
