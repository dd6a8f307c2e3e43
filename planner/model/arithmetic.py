"""Arithmetic in an amount: `38*42*12`, `240*4.5%`, `(98k + 12k) * 3 €`, reckoned exactly.

A recursive descent over at most `LONGEST_SUM` characters; what the words between the numbers mean (suffixes,
currencies) says who asks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from planner.model.errors import PlannerError
from planner.translation import _

LONGEST_SUM = 200
_DEEPEST = 20

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<number>\d(?:[\d.,'٫٬]|\s(?=\d))*|[.,٫]\d+)
        |(?P<word>[BSbs]/\.?(?=\s*(?:[-+]?\d|$|\)))|[^\d\s.,'+\-*/()%٫٬=]+(?:\.[^\d\s.,'+\-*/()%٫٬=]+)*)
        |(?P<mark>[-+*/()%.])
    )""",
    re.VERBOSE,
)
_TIMES = frozenset("xXхХ")
"""The letter, Cyrillic too, where a sign for times is hard to type."""


class NotArithmetic(PlannerError):
    """Raised for a text that is no arithmetic."""


class DividedByZero(PlannerError):
    """Raised for a division by zero."""

    def __init__(self) -> None:
        super().__init__(_("nothing can be divided by 0"))


@dataclass(frozen=True)
class Token:
    """A number, a word (suffix or currency) or a mark; `apart` says whether a space stands before it."""

    kind: str
    text: str
    apart: bool


@dataclass(frozen=True)
class Reckoned:
    """What an expression comes to, the currency words in it, and what it is made of.

    `operators` are the marks between its operands, from left to right, each with whether it stands apart from
    them. `in_brackets`: it is nothing but one number in brackets, which is how accounts write a negative one.
    """

    value: Fraction
    currencies: tuple[str, ...]
    operators: tuple[tuple[str, bool], ...]
    in_brackets: bool


@dataclass(frozen=True)
class _Operand:
    value: Fraction
    percent: bool = False
    currencies: tuple[str, ...] = ()


ReadNumber = Callable[[str], Fraction | None]
"""Returns what a number's digits and marks mean, None if nothing."""
ReadWords = Callable[[str, tuple[str, ...]], tuple[int, str] | None]
"""Returns factor and currency word of the word before a number ("" if none) and the words after it.

None if they mean nothing there.
"""


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in plain digits; NotArithmetic if part of it is none. `3 x 4` is `3*4`."""
    tokens: list[Token] = []
    end, text = 0, text.rstrip()
    while end < len(text):
        match = _TOKEN.match(text, end)
        if match is None or match.lastgroup is None:
            raise NotArithmetic(text)
        found = match[match.lastgroup]
        tokens.append(Token(match.lastgroup, found, match.start(match.lastgroup) > end))
        end = match.end()
    return tuple(_with_times(tokens))


def _with_times(tokens: list[Token]) -> list[Token]:
    """Return the tokens with an `x` between two operands as the mark it stands for."""
    for at in range(1, len(tokens) - 1):
        before, here, after = tokens[at - 1 : at + 2]
        if here.text in _TIMES and before.text not in "+-*/(" and after.text not in "+-*/)%":
            tokens[at] = Token("mark", "*", here.apart)
    return tokens


def reckoned(tokens: tuple[Token, ...], read_number: ReadNumber, read_words: ReadWords) -> Reckoned:
    """Return what the tokens come to, exactly; NotArithmetic or DividedByZero if nothing.

    `p%` is p hundredths; added to or taken from an amount it is that share of it, as on a pocket calculator:
    `200 + 10%` is 220. A share alone, `10%`, and money times money are NotArithmetic.
    """
    return _Parser(tokens, read_number, read_words).whole()


class _Parser:
    def __init__(self, tokens: tuple[Token, ...], read_number: ReadNumber, read_words: ReadWords) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0
        self._read_number, self._read_words = read_number, read_words
        self._operators: list[tuple[str, bool]] = []
        self._signs = self._brackets = 0

    def whole(self) -> Reckoned:
        result = self._sum()
        if self._minus_at_the_end():
            result = self._with_words(-result.value, "", result)
        if self._at < len(self._tokens) or result.percent or (self._signs > 1 and not self._operators):
            raise self._no()
        value = result.value
        return Reckoned(
            value,
            result.currencies,
            tuple(self._operators),
            in_brackets=bool(self._brackets) and not self._operators and not self._signs,
        )

    def _minus_at_the_end(self) -> bool:
        """Take the minus of `1250-`, and of nothing else."""
        if self._peek() != "-" or self._operators or self._signs or self._brackets:
            return False
        self._signs += 1
        self._at += 1
        return True

    def _sum(self) -> _Operand:
        left = self._product()
        while (mark := self._peek()) in {"+", "-"} and self._operand_follows():
            self._operator()
            right = self._product()
            share = right.value * left.value if right.percent and not left.percent else right.value
            left = _Operand(
                left.value + (share if mark == "+" else -share),
                left.percent and right.percent,
                (*left.currencies, *right.currencies),
            )
        return left

    def _product(self) -> _Operand:
        left = self._signed()
        while (mark := self._peek()) in {"*", "/"}:
            self._operator()
            right = self._signed()
            if left.currencies and right.currencies:
                raise self._no()  # money times money is no money
            if mark == "/" and not right.value:
                raise DividedByZero
            value = left.value * right.value if mark == "*" else left.value / right.value
            left = _Operand(value, currencies=(*left.currencies, *right.currencies))
        return left

    def _signed(self) -> _Operand:
        sign = ""
        if self._peek() in {"+", "-"}:
            sign = self._take().text
            self._signs += 1
        operand = self._operand()
        if sign != "-":
            return operand
        return _Operand(-operand.value, operand.percent, operand.currencies)

    def _operand(self) -> _Operand:
        before, sign = self._word(), ""
        if before and self._peek() in {"+", "-"}:  # `€ -5`
            sign = self._take().text
            self._signs += 1
        if self._peek() == "(":
            inner = self._bracketed()
            operand = self._with_words(inner.value, before, inner)
        else:
            operand = self._with_words(self._number(), before, None)
        return _Operand(-operand.value, operand.percent, operand.currencies) if sign == "-" else operand

    def _with_words(self, value: Fraction, before: str, inner: _Operand | None) -> _Operand:
        percent = self._percent()
        read = self._read_words(before, self._words_after())
        if read is None or (percent and read[0] != 1):
            raise self._no()
        factor, currency = read
        held = (*(inner.currencies if inner else ()), *([currency] if currency else []))
        if inner is not None and inner.currencies and currency:
            raise self._no()
        was_percent = inner is not None and inner.percent
        return _Operand(value * factor / (100 if percent else 1), percent or was_percent, held)

    def _bracketed(self) -> _Operand:
        self._at += 1
        self._depth += 1
        self._brackets += 1
        if self._depth > _DEEPEST:
            raise self._no()
        inner = self._sum()
        if self._peek() != ")":
            raise self._no()
        self._at += 1
        self._depth -= 1
        return inner

    def _number(self) -> Fraction:
        if self._at >= len(self._tokens) or self._tokens[self._at].kind != "number":
            raise self._no()
        written = self._take().text
        value = self._read_number(written)
        if value is None or (written[-1] in ".," and self._peek() not in {"", ")"}):
            raise self._no()
        return value

    def _percent(self) -> bool:
        if self._peek() != "%":
            return False
        self._at += 1
        return True

    def _word(self) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at].kind == "word":
            word = self._take().text
            self._dot()
            return word
        return ""

    def _words_after(self) -> tuple[str, ...]:
        words = []
        while word := self._word():
            words.append(word)
        return tuple(words)

    def _dot(self) -> None:
        """Take the full stop of an abbreviation: `Mio.`, `Rs.`."""
        if self._peek() == ".":
            self._at += 1

    def _operator(self) -> None:
        apart = self._take().apart and self._at < len(self._tokens) and self._tokens[self._at].apart
        self._operators.append((self._tokens[self._at - 1].text, apart))

    def _operand_follows(self) -> bool:
        """Whether the mark here is followed by more than a currency: the minus of `1250-€` is a sign."""
        return any(token.kind == "number" for token in self._tokens[self._at + 1 :])

    def _peek(self) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at].kind == "mark":
            return self._tokens[self._at].text
        return ""

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _no(self) -> NotArithmetic:
        return NotArithmetic("".join(token.text for token in self._tokens))
