"""The clock of a call: how long each item of the agenda has taken, by moments handed in.

The moments are those of the wall clock. A monotonic clock would not do: it stands still while the computer
sleeps under Linux and macOS and goes on under Windows, so it can neither count a sleep nor notice it. What
the wall clock gets wrong, that somebody sets it, is told by the beats: from one to the next hardly any time
passes, so a leap forwards is asked about and a leap backwards counts nothing.
"""

import datetime as dt

import msgspec

from planner.translation import _, ngettext

_MINUTES_SAID, _HOURS_SAID = 90, 48
"""Below so many a length is said in minutes, and below so many in hours."""

GAP_SECONDS = 300
"""From so many seconds between two beats on the computer slept: nothing else holds them up for so long."""


class CallClock(msgspec.Struct, frozen=True):
    """The seconds spent on each item of the agenda, and the item that is led now.

    The clock runs on that item since the moment `since`, or is paused if that is None. A clock that was
    paused because it was not told the time for long, from `gap_from` to `gap_to`, waits for an answer: was
    that part of the call? Until then it was not.
    """

    spent: tuple[float, ...]
    item: int = 0
    since: dt.datetime | None = None
    gap_from: dt.datetime | None = None
    gap_to: dt.datetime | None = None

    @property
    def running(self) -> bool:
        """Whether the clock runs; it is paused otherwise."""
        return self.since is not None

    @property
    def gap(self) -> float | None:
        """The seconds of the gap that is to be asked about; None if there is none."""
        if self.gap_from is None or self.gap_to is None:
            return None
        return (self.gap_to - self.gap_from).total_seconds()

    def beat(self, now: dt.datetime) -> "CallClock":
        """Return the clock told the time, as it must be many times a minute: the time until now counted.

        If it was not told for 300 seconds or more it is paused at the moment it was told last, with a `gap`.
        A paused clock is returned as it is.
        """
        if self.since is None:
            return self
        if (now - self.since).total_seconds() >= GAP_SECONDS:
            return msgspec.structs.replace(self, since=None, gap_from=self.since, gap_to=now)
        return self._settled(now)

    def with_gap_counted(self, now: dt.datetime) -> "CallClock":
        """Return the clock running on, with the gap and the time since counted to the item led now.

        As it is if there is no gap.
        """
        if self.gap_from is None:
            return self
        running = msgspec.structs.replace(self, since=self.gap_from, gap_from=None, gap_to=None)
        return running._settled(now)  # noqa: SLF001 - a value of its own kind

    def without_gap(self) -> "CallClock":
        """Return the clock paused where the gap began, with nothing left to ask; as it is without a gap."""
        return msgspec.structs.replace(self, gap_from=None, gap_to=None)

    def started(self, now: dt.datetime) -> "CallClock":
        """Return the clock running on its item from now on; as it is if it runs already.

        A gap not answered for is no part of the call.
        """
        return self if self.running else msgspec.structs.replace(self.without_gap(), since=now)

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
        """Return the whole minutes the call has taken; None if the clock rests and has counted no time."""
        total = self.total(now)
        return int(total // 60) if total or self.running else None

    def minutes_on(self, item: int, now: dt.datetime) -> int | None:
        """Return the minutes an item has taken, rounded, at least one; None if it has taken no time."""
        spent = self.spent_on(item, now)
        return max(1, round(spent / 60)) if spent > 0 else None

    def _settled(self, now: dt.datetime) -> "CallClock":
        """Return the clock with the time since it last moved counted; never less, whatever `now` says.

        Set back, it counts on from the time it is then.
        """
        if self.since is None:
            return self
        passed = max((now - self.since).total_seconds(), 0)
        spent = (*self.spent[: self.item], self.spent[self.item] + passed, *self.spent[self.item + 1 :])
        return msgspec.structs.replace(self, spent=spent, since=now)


def clock_text(seconds: float) -> str:
    """Return `4:05`, or `1:04:05` from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def rough_length(seconds: float) -> str:
    """Return a length as one says it: `40 min`, from 90 minutes on `9 h`, from two days on `3 days`."""
    minutes = round(seconds / 60)
    hours = round(seconds / 3600)
    if minutes < _MINUTES_SAID:
        return _("{minutes} min").format(minutes=minutes)
    if hours < _HOURS_SAID:
        return _("{hours} h").format(hours=hours)
    return ngettext("{count} day", "{count} days", round(seconds / 86_400)).format(
        count=round(seconds / 86_400)
    )


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
