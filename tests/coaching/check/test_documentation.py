"""`docs/front-foot-check.md` says what the code does, rule by rule."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import msgspec

from planner.coaching.check.checking import RULES, check
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.exchange.plan_file import read_plan_file
from planner.model.ask import Action
from planner.model.case import Problem, Proof
from planner.model.client import Client, Promise
from planner.model.fields import field_type, read_field
from planner.model.plan import Plan, Preparation
from planner.model.price import Driver
from planner.model.reflection import QuestionAsked
from planner.model.terms import Initiative, Side
from planner.model.touch import Touch
from tests.coaching.check.plans import JO, LEADING, STARTS, TODAY, a_held_call, a_leading_plan, days_ago

PAGE = Path(__file__).parents[3] / "docs" / "front-foot-check.md"
SAMPLES = Path(__file__).parents[2] / "data" / "plans"
BLANK = Preparation(client=Client(id="client"), plan=Plan(id="plan", client_id="client"))

SPOILT: tuple[Mapping[str, object], ...] = (
    {"client.touches": (Touch(done_on=days_ago(3), from_=Side.THEM, note="A quote"),), "call.starts": None},
    {"client.touches": (Touch(planned_on=days_ago(3)),)},
    {"case.proof": (Proof(result="Halved", date=days_ago(2_000)),)},
    {"ask.primary": Action(actor=JO, action="a decision on the pilot", by=days_ago(1))},
    {"ask.fallback": Action(actor=JO, action="stays in touch", by=STARTS.date())},
    {"client.promises": (Promise(text="The floor plan", by=Side.US, due=days_ago(3)),)},
    {"client.promises": (Promise(text="The floor plan", by=Side.THEM, due=days_ago(3)),)},
)
SPOILT_BEFORE: tuple[Mapping[str, object], ...] = (
    {"reflection.price.raised_by": None, "reflection.differently": "Say the price by minute 25"},
    {"reflection.held_on": None, "reflection.outcome": None},
    {"reflection.questions": (QuestionAsked(question="Who waits?", asked=True, answer="“All of us.”"),)},
)


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


def spoilt_plans() -> Iterator[tuple[Preparation, Sequence[Plan]]]:
    """Plans on which every rule fires at least once, in each way it can, with the client's earlier ones."""
    for path in LEADING:
        blank = read_field(BLANK, path if path.startswith("client.") else f"plan.{path}")
        yield a_leading_plan(**{path: blank}), ()
    for file in sorted(SAMPLES.glob("*.json")):
        yield read_plan_file(file), ()
    for fields in SPOILT:
        yield a_leading_plan(**fields), ()
    for fields in SPOILT_BEFORE:
        yield (
            a_leading_plan(**{"case.problems": (Problem(problem="The line stops"),)}),
            [a_held_call(20, **fields)],
        )
    yield (
        a_leading_plan(**{"price.drivers": (Driver(name="Fewer stops", low=Decimal(1)),)}),
        [a_held_call(20)],
    )


def states_seen() -> Mapping[str, set[str]]:
    """Where each rule leaves one, by its id, over all of these plans."""
    states = defaultdict[str, set[str]](set)
    for preparation, earlier in spoilt_plans():
        for finding in check(preparation, History(earlier, today=TODAY), Thresholds()):
            states[finding.rule].add(finding.state)
    return states


def test_the_page_lists_every_rule_in_order_and_no_stranger() -> None:
    assert [row[0].strip("`") for row in rows("Rule")] == [rule.id for rule in RULES]


def test_each_rule_is_in_its_initiative() -> None:
    assert [row[1] for row in rows("Rule")] == [rule.initiative for rule in RULES]
    assert {rule.initiative for rule in RULES} == set(Initiative)


def test_each_rule_leaves_one_where_the_page_says() -> None:
    states = states_seen()
    for row, rule in zip(rows("Rule"), RULES, strict=True):
        assert row[2] == " or ".join(sorted(states[rule.id])), rule.id


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
