"""Amounts as people type them: `98k`, `98.000 €`, `(1,250.50)`, `CHF 12'500`, `١٬٢٥٠٫٥٠`, `38*42*12`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from planner.model.amount_errors import (
    AmbiguousAmount,
    AmbiguousCurrency,
    AmountByZero,
    AmountTooLarge,
    LooksLikeSomethingElse,
    NotAnAmount,
)
from planner.model.amount_lookalikes import looks_like_something_else
from planner.model.amount_words import words_around
from planner.model.arithmetic import (
    LONGEST_SUM,
    DividedByZero,
    NotArithmetic,
    Reckoned,
    Token,
    reckoned,
    tokens_of,
)
from planner.model.currency_signs import is_sign, meant_by
from planner.model.errors import PlannerError
from planner.model.part import LARGEST_AMOUNT
from planner.model.plain_digits import DECIMAL_MARK, in_plain_digits
from planner.model.pricing.rounding import currency_digits, half_up

LONGEST = 60
_MOST_DECIMALS = 6
"""So many a number has that was reckoned and is no money: an exchange rate, a count."""
_NO_CENTS = re.compile(r"(?<=\d)[.,]\s?-{1,2}(?!\d)")
"""The dash of `98,-` and `12'500.–`: no cents."""
_ABBREVIATED = re.compile(r"(?<![^\W\d_])([^\W\d_][^\d\s.,'+\-*/()%]{0,3})\.(?=\d)")
_IN_TWO_WORDS = re.compile(r"(?<![^\W\d_])(F|\$)\s+(CFA|US|SU|CA|AU|NZ|HK)(?![^\W\d_])", re.IGNORECASE)
_WESTERN = re.compile(r"\d{1,3}(\D\d{3})+")
_INDIAN = re.compile(r"\d{1,2}([, ٬'])(\d{2}\1)+\d{3}")


@dataclass(frozen=True)
class AmountAsRead:
    """An amount and the code of the currency written with it, "" if none.

    `from_sum`: it was reckoned from arithmetic; `rounded`: what that came to had more digits.
    """

    amount: Decimal
    currency: str = ""
    from_sum: bool = False
    rounded: bool = False


def read_amount(text: str, decimal_mark: str | None = None, ours: Sequence[str] = ()) -> tuple[Decimal, str]:
    """Return the amount, or what arithmetic comes to, and the code of its currency ("" if none was written).

    `decimal_mark`, "." or "," by the reader's locale, decides between two possible readings; None raises
    AmbiguousAmount for them. `ours` are the codes for which a shared sign is taken, the price's own or the
    locale's; a sign like `$` that none of them has raises AmbiguousCurrency. NotAnAmount for any other text,
    "" among them, AmountTooLarge beyond 10^15.
    """
    read = read_written(text, decimal_mark, ours)
    return read.amount, read.currency


def read_written(
    text: str, decimal_mark: str | None = None, ours: Sequence[str] = (), *, money: bool = True
) -> AmountAsRead:
    """Return the amount as `read_amount` does, and whether it was reckoned and rounded; the same errors.

    What arithmetic comes to is rounded half up: where it is `money`, to the digits of its currency (of the
    first of `ours` if none was written), two at least, else to six decimals.
    """
    expression, _equals, result = in_plain_digits(text[: LONGEST_SUM + 1]).removeprefix("=").partition("=")
    expression = expression.strip()
    if len(text) > LONGEST_SUM or (len(text) > LONGEST and not re.search(r"[-+*/(]", expression[1:])):
        raise NotAnAmount(text)
    reading = _WrittenAmount(text, expression, tuple(ours), money=money).read(decimal_mark)
    if result and not _says_the_same(result, reading, decimal_mark, ours):
        raise NotAnAmount(text)
    return reading


def _says_the_same(result: str, reading: AmountAsRead, decimal_mark: str | None, ours: Sequence[str]) -> bool:
    try:
        amount, currency = read_amount(result, decimal_mark, (reading.currency, *ours))
    except AmbiguousAmount as ambiguous:
        return reading.amount in ambiguous.readings
    except PlannerError:
        return False
    return amount == reading.amount and currency in {"", reading.currency}


class _WrittenAmount:
    """One text being read; `text` is quoted in what is said of it, `plain` is what is read."""

    def __init__(self, text: str, plain: str, ours: tuple[str, ...], *, money: bool) -> None:
        self._text, self._ours, self._money = text, ours, money
        self._plain = _tidied(plain)

    def read(self, decimal_mark: str | None) -> AmountAsRead:
        tokens = self._tokens()
        readings = {mark: found for mark in ",." if (found := self._with_mark(tokens, mark)) is not None}
        if not readings:
            raise NotAnAmount(self._text)
        currency = self._currency(next(iter(readings.values())).currencies)
        results = {mark: self._result(found, currency) for mark, found in readings.items()}
        amounts = list(dict.fromkeys(result.amount for result in results.values()))
        if any(abs(amount) > LARGEST_AMOUNT for amount in amounts):
            raise AmountTooLarge(self._text)
        if len(amounts) == 1:
            return next(iter(results.values()))
        if decimal_mark is None:
            raise AmbiguousAmount(self._text, (amounts[0], amounts[1]))
        return results[decimal_mark]

    def _tokens(self) -> tuple[Token, ...]:
        try:
            return tokens_of(self._plain)
        except NotArithmetic:
            raise NotAnAmount(self._text) from None

    def _with_mark(self, tokens: tuple[Token, ...], mark: str) -> Reckoned | None:
        """Return what the text comes to with that decimal mark; None if it cannot be read so."""
        try:
            found = reckoned(tokens, partial(_number, mark=mark), partial(words_around, ours=self._ours))
        except NotArithmetic:
            return None
        except DividedByZero:
            raise AmountByZero(self._text) from None
        if looks_like_something_else(self._text, self._plain, tokens, found):
            raise LooksLikeSomethingElse(self._text)
        return found

    def _result(self, found: Reckoned, currency: str) -> AmountAsRead:
        value = -abs(found.value) if found.in_brackets else found.value
        if not found.operators:
            return AmountAsRead(_exact(value), currency)
        own = currency or next(iter(self._ours), "")
        amount = half_up(value, max(currency_digits(own), 2) if self._money else _MOST_DECIMALS)
        return AmountAsRead(_exact(Fraction(amount)), currency, from_sum=True, rounded=amount != value)

    def _currency(self, words: tuple[str, ...]) -> str:
        """Return the code of the currency that all the words name; "" without any."""
        codes = {meant_by(word, self._ours): word for word in words}
        if len(codes) > 1:
            raise NotAnAmount(self._text)
        for meant, word in codes.items():
            if len(meant) > 1:
                raise AmbiguousCurrency(self._plain, word, meant)
            return meant[0]
        return ""


def _tidied(plain: str) -> str:
    text = _IN_TWO_WORDS.sub(r"\1\2", _NO_CENTS.sub("", plain))
    return _ABBREVIATED.sub(lambda found: f"{found[1]} " if is_sign(found[1]) else found[0], text)


def _exact(value: Fraction) -> Decimal:
    """Return a fraction whose denominator has only twos and fives as the decimal it is."""
    digits, denominator = 0, value.denominator
    while 10**digits % denominator:
        digits += 1
    scaled = value.numerator * 10**digits // denominator
    return Decimal((int(scaled < 0), tuple(map(int, str(abs(scaled)))), -digits))


def _number(digits: str, mark: str) -> Fraction | None:
    """Return what the digits mean with that decimal mark, "," or "."; None if nothing."""
    if DECIMAL_MARK in digits:
        mark = DECIMAL_MARK
    whole, _mark, fraction = digits.partition(mark)
    if not re.fullmatch(r"\d*", fraction):
        return None
    separators = set(re.findall(r"\D", whole))
    if len(separators) > 1 or (separators and whole.startswith("0")):
        return None
    if separators and not (_WESTERN.fullmatch(whole) or _INDIAN.fullmatch(whole)):
        return None
    return Fraction(int(re.sub(r"\D", "", whole + fraction) or 0), 10 ** len(fraction))
