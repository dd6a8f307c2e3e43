"""Sums kept beside amounts, `38*42*12` beside 19152: which of them still hold after an edit."""

from collections.abc import Iterable
from decimal import Decimal

import msgspec

from planner.model.amount_errors import AmbiguousAmount, AmbiguousCurrency
from planner.model.amounts import read_written
from planner.model.errors import FieldError, PlannerError
from planner.model.field_texts import place_after
from planner.model.fields import paths_overlap, read_field
from planner.model.over_theirs import over_theirs, share_over_theirs
from planner.model.plan import Plan, Preparation, absolute_path
from planner.model.price import PriceLine
from planner.model.pricing.exchange import code_of
from planner.model.text_at_path import TextAtPath, text_at, with_text
from planner.model.values import same_value

AS_TYPED = "as_typed"


def without_stale_sums(
    before: Preparation, after: Preparation, paths: tuple[str, ...]
) -> tuple[Preparation, tuple[str, ...]]:
    """Return `after` without the sums that no longer hold, and the paths changed thereby; () if none.

    The sum of a field at one of the form paths, which were edited, holds where it comes to the new amount;
    so does a new one within rows at such a path. Any other holds while the amount in its row stays, and the
    currency if the sum names one.
    """
    stale = tuple(typed.path for typed in after.plan.as_typed if not _holds(typed, before, after, paths))
    if not stale:
        return after, ()
    kept = tuple(typed for typed in after.plan.as_typed if typed.path not in stale)
    plan = msgspec.structs.replace(after.plan, as_typed=kept)
    return msgspec.structs.replace(after, plan=plan), (*stale, AS_TYPED)


def with_sums(plan: Plan, sums: Iterable[tuple[str, str]] = ()) -> Plan:
    """Return the plan with these sums beside the amounts at their form paths, and with no sum that is wrong.

    A sum is wrong where the amount is another one or blank; one that says a share over their price
    (`18 % more`) only where it is blank.
    """
    texts = plan.as_typed
    for path, text in sums:
        texts = with_text(texts, path, text)
    preparation = Preparation(plan=plan)
    right = tuple(typed for typed in texts if _is_right(typed, preparation))
    return plan if right == plan.as_typed else msgspec.structs.replace(plan, as_typed=right)


def _is_right(typed: TextAtPath, preparation: Preparation) -> bool:
    amount = _value(preparation, typed.path)
    if not isinstance(amount, Decimal):
        return False
    return share_over_theirs(typed.text) is not None or _comes_to(typed, preparation, amount)


def _holds(typed: TextAtPath, before: Preparation, after: Preparation, edited: tuple[str, ...]) -> bool:
    now = _value(after, typed.path)
    if not isinstance(now, Decimal):
        return False
    if typed.path in edited:
        return _comes_to(typed, after, now)
    there = place_after(after.plan, before.plan, typed.path)  # rows may have moved
    if there is None or text_at(before.plan.as_typed, there) != typed.text:
        return any(paths_overlap(typed.path, path) for path in edited) and _comes_to(typed, after, now)
    if not same_value(now, _value(before, there)):
        return False
    return _currency(before, there) == _currency(after, typed.path) or not _names_currency(typed.text)


def _comes_to(typed: TextAtPath, after: Preparation, amount: Decimal) -> bool:
    """Whether the text comes to the amount, in percent too, with either decimal mark, or by their price."""
    if (share := share_over_theirs(typed.text)) is not None:
        line = read_field(after, absolute_path(typed.path.rpartition(".")[0]))
        try:
            return isinstance(line, PriceLine) and over_theirs(share, after.plan.price, line)[0] == amount
        except PlannerError:
            return False
    readings = {
        reading for mark in ",." for reading in _readings(typed.text, mark, _currency(after, typed.path))
    }
    return bool(readings & {amount, amount * 100})


def _readings(text: str, mark: str, currency: str) -> tuple[Decimal, ...]:
    found: list[Decimal] = []
    for money in (True, False):
        try:
            found.append(read_written(text, mark, (currency,), money=money).amount)
        except AmbiguousAmount as ambiguous:
            found.extend(ambiguous.readings)
        except AmbiguousCurrency as ambiguous:
            found.extend(_readings(ambiguous.rest, mark, ""))
        except PlannerError:
            continue
    return tuple(found)


def _names_currency(text: str) -> bool:
    try:
        return bool(read_written(text, ".").currency)
    except AmbiguousCurrency:
        return True
    except PlannerError:
        return False


def _value(preparation: Preparation, path: str) -> object:
    """Return the value at the form path; None if there is none, or no such row."""
    try:
        return read_field(preparation, absolute_path(path))
    except FieldError:
        return None


def _currency(preparation: Preparation, path: str) -> str:
    """Return the code of the currency that an amount is in: its own, or else the price's."""
    own = _value(preparation, f"{path.rpartition('.')[0]}.currency")
    return code_of(str(own or preparation.plan.price.currency))
