"""Texts as the page sets them, and what several views say in the same words."""

import datetime as dt
import re
from collections.abc import Iterable

from planner.documents.words import LINE_BREAK
from planner.model.terms import Cadence
from planner.translation import N_, _, ngettext
from planner.wording import text as wording
from planner.wording.days import day
from planner.wording.lists import comma_list
from planner.wording.text import filled_lines

_BEFORE_A_UNIT = re.compile(r"(?<=\d) (?=[%€$£¥])")
_EACH = {
    None: "{money}",
    Cadence.ONE_OFF: N_("{money} once"),
    Cadence.MONTH: N_("{money} a month"),
    Cadence.QUARTER: N_("{money} a quarter"),
    Cadence.YEAR: N_("{money} a year"),
}


def lines(text: str) -> str:
    """Return a text with its line breaks as the page's LINE_BREAK; blank lines are left out."""
    return _BEFORE_A_UNIT.sub("\u00a0", LINE_BREAK.join(filled_lines(text)))


def sentence(text: str) -> str:
    """Return the text as `lines` sets it, with a full stop if it ends in a letter or a digit."""
    return wording.as_sentence(lines(text))


def quoted_lines(text: str) -> str:
    """Return the text as `lines` sets it, in quotation marks unless it begins with one; "" for blank."""
    text = lines(text)
    return text if not text or text[0] in '“„«"»‚‘' else wording.quoted(text)


def facts_line(facts: Iterable[str]) -> str:
    """Return the facts that are not blank, separated by commas: `a, b`."""
    return comma_list(fact for fact in facts if fact)


def minutes_text(minutes: int) -> str:
    """Return a number of minutes in words: `45 min`."""
    return ngettext("{count} min", "{count} min", minutes).format(count=minutes)


def months_text(months: int) -> str:
    """Return a term in words: `over 36 months`."""
    return ngettext("over {count} month", "over {count} months", months).format(count=months)


def with_sum(sum_typed: str, amount: str) -> str:
    """Return an amount after what it was typed as: `38*42*12 = 19,152`; `amount` alone where that is ""."""
    if not sum_typed:
        return amount
    return _("{sum} = {amount}").format(sum=wording.one_line(sum_typed), amount=amount)


def each_time(money: str, cadence: Cadence | None) -> str:
    """Return an amount with how often it falls due: `€12 a month`, `€12 once`; `money` alone for None."""
    return _(_EACH[cadence]).format(money=money)


def done_by(action: str, by: dt.date | None) -> str:
    """Return `action by 1 Dec 2026`; the action alone without a day, `by …` alone without an action."""
    if by is None:
        return action
    return (_("{action} by {day}") if action else _("by {day}")).format(action=action, day=day(by))
