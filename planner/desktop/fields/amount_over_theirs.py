"""Our price as a text says it by theirs, reckoned from what stands beside it in the plan."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from planner.model.amounts import AmountAsRead
from planner.model.over_theirs import TheirsUnknown, over_theirs, share_over_theirs
from planner.model.price import Price, PriceLine
from planner.model.terms import Cadence
from planner.model.values import same_value


def read_over_theirs(text: str, read: Callable[[str], object]) -> AmountAsRead | None:
    """Return our price as the text says it by theirs, None if it says none; TheirsUnknown without theirs.

    `read` gives `price`, and `cadence` and `units` of our line.
    """
    share = share_over_theirs(text)
    return None if share is None else _reckoned_from(share, read)


def moved_with_theirs(text: str, before: Decimal, read: Callable[[str], object]) -> AmountAsRead | None:
    """Return what our price, said by the text, would be now.

    None if that is what it was before, if theirs is not known now, or if the text says nothing by theirs.
    """
    try:
        now = read_over_theirs(text, read)
    except TheirsUnknown:
        return None
    return None if now is None or same_value(now.amount, before) else now


def _reckoned_from(share: Fraction, read: Callable[[str], object]) -> AmountAsRead:
    price, cadence, units = (read(name) for name in ("price", "cadence", "units"))
    assert isinstance(price, Price)
    assert isinstance(cadence, Cadence)
    assert units is None or isinstance(units, Decimal)
    amount, currency = over_theirs(share, price, PriceLine(cadence=cadence, units=units))
    return AmountAsRead(amount, currency, from_sum=True)
