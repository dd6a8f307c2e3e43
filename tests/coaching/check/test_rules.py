"""Every rule is tested, told apart, and speaks like a respected coach."""

import ast
import re
from pathlib import Path

import pytest

from planner.coaching.check import commitment
from planner.coaching.check.checking import RULES

PROGRAM = Path(commitment.__file__).parent
COMBATIVE = (
    "attack|battle|beat|blame|bully|combat|conquer|crush|defeat|destroy|enemy|fight|force them|kill|opponent"
    "|overcome them|pressure|push them|target|trap|war|weapon|win against"
)
SCOLDING = (
    "bad|careless|fail|failed|failure|fault|foolish|forgot|lazy|mistake|must|never do|poor|shame|should have"
    "|sloppy|stupid|terrible|unprofessional|wrong|you always"
)


def names_of_tests() -> set[str]:
    names = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return names


def spoken() -> list[str]:
    """Every text that a rule can say, its placeholders left out."""
    texts = []
    for path in PROGRAM.glob("*.py"):
        if path.name in {"vague_phrases.py", "verbs.py", "reasons_of_ours.py"}:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts += [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        ]
    return [text for text in texts if " " in text.strip()]


@pytest.mark.parametrize("kind", ["fires", "rests", "boundary"])
def test_every_rule_is_seen_firing_resting_and_at_its_boundary(kind: str) -> None:
    names = names_of_tests()
    wanted = {one.id: f"test_{one.id.replace('-', '_')}_{kind}" for one in RULES}
    assert [rule for rule, start in wanted.items() if not any(name.startswith(start) for name in names)] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [one.id for one in RULES]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one) for one in ids)


def test_every_rule_says_when_it_fires() -> None:
    assert [one.id for one in RULES if not one.decides.endswith(".")] == []


def test_no_rule_is_combative_or_scolds() -> None:
    texts = spoken()
    assert len(texts) > 60
    unfit = re.compile(rf"\b({COMBATIVE}|{SCOLDING})\b", re.IGNORECASE)
    assert [text for text in texts if unfit.search(text)] == []
    assert [text for text in texts if "!" in text] == []
