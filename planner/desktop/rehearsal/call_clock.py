"""The clock of a call: how long each item of the agenda has taken, by moments handed in."""

import datetime as dt

import msgspec

from planner.translation import _


class CallClock(msgspec.Struct, frozen=True):
    """The seconds spent on each item of the agenda, and the item that is led now.

    The clock runs on that item since the moment `since`, or is paused if that is None.
    """

    spent: tuple[float, ...]
    item: int = 0
    since: dt.datetime | None = None

    @property
    def running(self) -> bool:
        """Whether the clock runs; it is paused otherwise."""
        return self.since is not None

    def started(self, now: dt.datetime) -> "CallClock":
        """Return the clock running on its item from now on; as it is if it runs already."""
        return self if self.running else msgspec.structs.replace(self, since=now)

    def paused(self, now: dt.datetime) -> "CallClock":
        """Return the clock paused, with the time until now counted."""
        return msgspec.structs.replace(self._settled(now), since=None)

    def turned_to(self, item: int, now: dt.datetime) -> "CallClock":
        """Return the clock on another item, with the time until now counted to the one before."""
        return msgspec.structs.replace(self._settled(now), item=item)

    def spent_on(self, item: int, now: dt.datetime) -> float:
        """Return the seconds an item, counted from 0, has taken until now."""
        return self._settled(now).spent[item]

    def total(self, now: dt.datetime) -> float:
        """Return the seconds all items together have taken until now."""
        return sum(self._settled(now).spent)

    def minute(self, now: dt.datetime) -> int | None:
        """Return how many whole minutes the call has taken; None if the clock was never started."""
        total = self.total(now)
        return int(total // 60) if total or self.running else None

    def minutes_on(self, item: int, now: dt.datetime) -> int | None:
        """Return the minutes an item has taken, at least one; None if it has taken no time."""
        spent = self.spent_on(item, now)
        return max(1, round(spent / 60)) if spent > 0 else None

    def _settled(self, now: dt.datetime) -> "CallClock":
        """Return the clock with the time since it last moved counted; never less, whatever `now` says."""
        if self.since is None:
            return self
        passed = max((now - self.since).total_seconds(), 0)
        spent = (*self.spent[: self.item], self.spent[self.item] + passed, *self.spent[self.item + 1 :])
        return msgspec.structs.replace(self, spent=spent, since=max(now, self.since))


def clock_text(seconds: float) -> str:
    """Return `4:05`, or `1:04:05` from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def seconds_over(seconds: float, minutes: int | None) -> int:
    """Return by how many whole seconds the time spent is over the minutes planned; 0 without any."""
    return max(int(seconds) - minutes * 60, 0) if minutes else 0


def against_plan(seconds: float, minutes: int | None) -> str:
    """Return `4:05 of 5 min`, and once that is over `6:10 of 5 min · +1:10 over`; without minutes `4:05`."""
    if not minutes:
        return clock_text(seconds)
    if over := seconds_over(seconds, minutes):
        pattern = _("{spent} of {minutes} min · +{over} over")
        return pattern.format(spent=clock_text(seconds), minutes=minutes, over=clock_text(over))
    return _("{spent} of {minutes} min").format(spent=clock_text(seconds), minutes=minutes)
