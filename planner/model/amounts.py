"""Amounts as people type them: `98k`, `98.000 €`, `(1,250.50)`, `CHF 12'500`, `١٬٢٥٠٫٥٠`, `38*42*12`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from planner.model.arithmetic import (
    LONGEST_SUM,
    DividedByZero,
    NotArithmetic,
    Reckoned,
    Token,
    reckoned,
    tokens_of,
)
from planner.model.currency_signs import currencies_of, is_code, is_sign, meant_by
from planner.model.errors import PlannerError
from planner.model.part import LARGEST_AMOUNT
from planner.model.plain_digits import DECIMAL_MARK, in_plain_digits
from planner.model.pricing.rounding import currency_digits, half_up
from planner.translation import _

_SCALES = {
    1_000: "k,tsd,thousand,thousands,tys,тыс,tis,千,천,हज़ार,ألف",
    10_000: "万,萬,만",
    100_000: "lakh,lakhs,lac,lacs,लाख",
    1_000_000: "m,mn,mio,mill,million,millions,millionen,mln,млн,مليون",
    10_000_000: "crore,crores,cr,करोड़",
    100_000_000: "億,亿,억",
    1_000_000_000: "b,bn,mrd,md,mdr,mia,mld,billion,billions,млрд,مليار",
}
_SUFFIXES = {word: factor for factor, words in _SCALES.items() for word in words.split(",")}
_GLUED = {**_SUFFIXES, "t": 1_000}
"""What may stand before a currency in one word with it: `k€`, `Mkr`, `TEUR`."""
_SPLITTING = sorted(_GLUED, key=len, reverse=True)
LONGEST = 60
_MOST_DECIMALS = 6
"""So many a number has that was reckoned and is no money: an exchange rate, a count."""
_NO_CENTS = re.compile(r"(?<=\d)[.,]\s?-{1,2}(?!\d)")
"""The dash of `98,-` and `12'500.–`: no cents."""
_ABBREVIATED = re.compile(r"(?<![^\W\d_])([^\W\d_][^\d\s.,'+\-*/()%]{0,3})\.(?=\d)")
_IN_TWO_WORDS = re.compile(r"(?<![^\W\d_])(F|\$)\s+(CFA|US|SU|CA|AU|NZ|HK)(?![^\W\d_])", re.IGNORECASE)
_DASHES = "–—"
"""Those that stand between the ends of a range."""
_PHONE = re.compile(r"(\+|00)\d{8,}")
_WESTERN = re.compile(r"\d{1,3}(\D\d{3})+")
_INDIAN = re.compile(r"\d{1,2}([, ٬'])(\d{2}\1)+\d{3}")


class NotAnAmount(PlannerError):
    """Raised for a text that cannot be read as an amount."""

    def __init__(self, text: str) -> None:
        super().__init__(_('expected a number, got "{text}"').format(text=text))


class AmountTooLarge(NotAnAmount):
    """Raised for an amount above 10^15 or below −10^15."""

    def __str__(self) -> str:
        return _("expected an amount of at most 10^15")


class AmountByZero(NotAnAmount):
    """Raised for arithmetic that divides by zero."""

    def __str__(self) -> str:
        return str(DividedByZero())


class LooksLikeSomethingElse(NotAnAmount):
    """Raised for a text such as `12/2026`, `2026-11-27`, `60-70k`: a day, a range, a phone number."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text

    def __str__(self) -> str:
        return _(
            '"{text}" looks like a day, a range or a phone number; put spaces around its signs to reckon it'
        ).format(text=self._text)


class AmbiguousCurrency(NotAnAmount):
    """Raised for a sign that several currencies share, none of them ours.

    `codes` are those currencies, the most traded first; `rest` is the text without the sign.
    """

    def __init__(self, text: str, sign: str, codes: tuple[str, ...]) -> None:
        super().__init__(text)
        without = re.sub(rf"(?<![^\W\d_]){re.escape(sign)}\.?", " ", text, count=1, flags=re.IGNORECASE)
        self.sign, self.codes, self.rest = sign, codes, " ".join(without.split())

    def __str__(self) -> str:
        first, second = (f"{code} {self.rest}" for code in self.codes[:2])
        return _("{sign} is used by several currencies; write {first} or {second}").format(
            sign=self.sign, first=first, second=second
        )


class AmbiguousAmount(PlannerError):
    """Raised for a text that can be read as two amounts; `readings` are both, smaller first."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        small, large = sorted(readings)
        super().__init__(
            _('"{text}" can mean two amounts; write {small} or {large}').format(
                text=text, small=in_digits(small), large=in_digits(large)
            )
        )
        self.readings = (small, large)


def shortest(number: Decimal) -> str:
    """Return the number in plain digits without trailing zeros after the point: 3400.0 gives `3400`."""
    digits = f"{number:f}"
    return digits.rstrip("0").removesuffix(".") if "." in digits else digits


def money_digits(amount: Decimal) -> str:
    """Return an amount of money in digits: `98000` without a fraction, one decimal as two: `1250.50`.

    Three decimals get one more 0, so that nobody reads them as thousands: 1.234 gives `1.2340`.
    """
    digits = shortest(amount)
    return f"{digits}0" if len(digits.partition(".")[2]) in {1, 3} else digits


def in_digits(amount: Decimal) -> str:
    """Return the amount in the shortest digits that can be read in one way only.

    Three decimals get one more 0, because they could be read as thousands: 1.234 gives `1.2340`.
    """
    digits = shortest(amount)
    return f"{digits}0" if len(digits.partition(".")[2]) == 3 else digits


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
            found = reckoned(tokens, partial(_number, mark=mark), self._words)
        except NotArithmetic:
            return None
        except DividedByZero:
            raise AmountByZero(self._text) from None
        if _looks_like_something_else(found, tokens, self._plain) or self._has_dash_of_a_range(found):
            raise LooksLikeSomethingElse(self._text)
        return found

    def _has_dash_of_a_range(self, found: Reckoned) -> bool:
        only_minus = {mark for mark, _apart in found.operators} == {"-"}
        return only_minus and found.value < 0 and any(dash in self._text for dash in _DASHES)

    def _result(self, found: Reckoned, currency: str) -> AmountAsRead:
        value = -abs(found.value) if found.in_brackets else found.value
        if not found.operators:
            return AmountAsRead(_exact(value), currency)
        own = currency or next(iter(self._ours), "")
        amount = half_up(value, max(currency_digits(own), 2) if self._money else _MOST_DECIMALS)
        return AmountAsRead(_exact(Fraction(amount)), currency, from_sum=True, rounded=amount != value)

    def _words(self, before: str, after: tuple[str, ...]) -> tuple[int, str] | None:
        """Return what the words around a number say: a factor, and the currency word, "" if none."""
        factor, currency = 1, ""
        if before:
            scaled = self._scaled(before)
            if scaled is None or not scaled[1]:
                return None
            factor, currency = scaled
        for word in after:
            scaled = self._scaled(word)
            if (
                scaled is None
                or (currency and scaled[1])
                or (scaled[0] > 1 and (factor > 1 or (currency and not before)))
            ):
                return None
            factor, currency = factor * scaled[0], currency or scaled[1]
        return factor, currency

    def _scaled(self, word: str) -> tuple[int, str] | None:
        """Return the factor and the currency of one word: `Mio`, `€`, `k€`; None if it is neither."""
        if len(word) == 1 and any(code in self._ours for code in currencies_of(word)):
            return 1, word
        if (plain := word.rstrip(".").casefold()) in _SUFFIXES:
            return _SUFFIXES[plain], ""
        if is_sign(word) or is_code(word):
            return (1, word) if meant_by(word, self._ours) else None
        for suffix in _SPLITTING:
            rest = word[len(suffix) :].lstrip(".")
            if plain.startswith(suffix) and (is_sign(rest) or is_code(rest)):
                return _GLUED[suffix], rest
        return (1, word) if currencies_of(word) else None

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


def _looks_like_something_else(found: Reckoned, tokens: tuple[Token, ...], plain: str) -> bool:
    """Whether the text is rather a day, a range or a phone number: glued together, and odd as a sum."""
    if not found.operators:
        return _PHONE.fullmatch(plain) is not None
    marks = {mark for mark, _apart in found.operators}
    numbers = [token.text for token in tokens if token.kind == "number"]
    if any(len(number) > 1 and number[0] == "0" and number.isdigit() for number in numbers):
        return True
    if len(marks) > 1 or any(apart for _mark, apart in found.operators) or "(" in plain:
        return False
    alone = len(tokens) == 2 * len(numbers) - 1 and all(number.isdigit() for number in numbers)
    return (marks == {"-"} and found.value < 0) or (alone and marks <= {"-", "/"} and _like_a_day(numbers))


def _like_a_day(numbers: list[str]) -> bool:
    """Whether the numbers could be day, month and year, or a month and its year."""
    years = [number for number in numbers if re.fullmatch(r"(19|20)\d\d", number)]
    short = [int(number) for number in numbers if len(number) <= 2]
    if len(years) > 1 or len(years) + len(short) != len(numbers):
        return False
    if len(numbers) == 2:
        return numbers[1] in years and 1 <= short[0] <= 12
    return len(numbers) == 3 and all(1 <= part <= 31 for part in short[:2]) and min(short) <= 12


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
