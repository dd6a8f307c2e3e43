"""`docs/front-foot-check.md` says what the code does, rule by rule."""

import inspect
import re
from pathlib import Path

import msgspec

from planner.coaching.check.checking import RULES
from planner.coaching.check.thresholds import Thresholds
from planner.model.fields import field_type
from planner.model.terms import Initiative

PAGE = Path(__file__).parents[3] / "docs" / "front-foot-check.md"


def rows(head: str) -> list[list[str]]:
    """The rows of the table whose first head is this, without head and rule."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"| {head} |"))
    table = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


def test_the_page_lists_every_rule_in_order_and_no_stranger() -> None:
    assert [row[0].strip("`") for row in rows("Rule")] == [rule.id for rule in RULES]


def test_each_rule_is_in_its_initiative() -> None:
    assert [row[1] for row in rows("Rule")] == [rule.initiative for rule in RULES]
    assert {rule.initiative for rule in RULES} == set(Initiative)


def test_each_rule_leaves_one_where_the_page_says() -> None:
    for row, rule in zip(rows("Rule"), RULES, strict=True):
        source = inspect.getsource(rule.look)
        states = [state for state in ("back", "flat") if re.search(rf"\b{state}\(", source)]
        assert row[2] == " or ".join(states), rule.id


def test_each_rule_fires_when_the_page_says() -> None:
    for row, rule in zip(rows("Rule"), RULES, strict=True):
        assert row[3] == " ".join(rule.decides.split())


def test_each_rule_has_a_reason_and_something_to_do() -> None:
    assert [row[0] for row in rows("Rule") if not (row[4].endswith(".") and row[5].endswith("."))] == []


def test_the_page_knows_every_threshold() -> None:
    told = {row[0].strip("`"): row[1:4] for row in rows("Setting")}
    assert list(told) == list(Thresholds.__struct_fields__)
    for name, (usual, least, most) in told.items():
        kind = field_type(Thresholds, name).type
        if isinstance(kind, msgspec.inspect.IntType):
            assert (int(usual), int(least), int(most)) == (getattr(Thresholds(), name), kind.ge, kind.le)
        else:
            assert (usual, getattr(Thresholds(), name)) == ("none", ())
