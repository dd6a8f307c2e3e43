"""Arithmetic in amounts, held against Python's own reading of the same expression."""

import ast
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.amounts import read_written
from planner.model.arithmetic import DividedByZero, NotArithmetic, reckoned, tokens_of

NUMBERS = st.one_of(
    st.integers(0, 10**6).map(str),
    st.decimals(0, 10**4, places=2).map(lambda number: f"{number:f}"),
)


@st.composite
def grown(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    left, right = draw(inner), draw(inner)
    space = draw(st.sampled_from(["", " "]))
    text = f"{left}{space}{draw(st.sampled_from('+-*/'))}{space}{right}"
    return f"({text})" if draw(st.booleans()) else text


EXPRESSIONS = st.recursive(NUMBERS, grown, max_leaves=8)


def exactly(node: ast.expr) -> Fraction:
    """Return what Python's syntax tree of an expression comes to, in fractions."""
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    assert isinstance(node, ast.BinOp)
    left, right = exactly(node.left), exactly(node.right)
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    return left * right if isinstance(node.op, ast.Mult) else left / right


def plainly(text: str) -> Fraction:
    return reckoned(
        tokens_of(text), Fraction, lambda before, after: None if before or after else (1, "")
    ).value


@settings(max_examples=400)
@given(EXPRESSIONS)
def test_an_expression_comes_to_what_python_makes_of_it(text: str) -> None:
    try:
        expected = exactly(ast.parse(text, mode="eval").body)
    except ZeroDivisionError:
        with pytest.raises(DividedByZero):
            plainly(text)
    else:
        assert plainly(text) == expected


@pytest.mark.parametrize(
    "text", ["(" * 30 + "1" + ")" * 30, "1 * * 2", "(3", "3)", "*3", "3**2", "%", "3;4", "@"]
)
def test_what_is_no_expression_is_refused(text: str) -> None:
    with pytest.raises(NotArithmetic):
        plainly(text)


@given(st.integers(1, 10**6), st.integers(1, 100))
def test_a_percentage_added_is_that_share_of_what_it_is_added_to(amount: int, share: int) -> None:
    assert read_written(f"{amount} + {share}%").amount * 100 == amount * (100 + share)
    assert read_written(f"{amount} * {share}%").amount * 100 == amount * share
