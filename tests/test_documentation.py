"""What the documentation names is there: files in backticks, links, the rooms of the tree."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGES = sorted(
    page.relative_to(CHECKOUT)
    for page in (*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md"))
    if page.name != "CHANGELOG.md"
)
ROOTS = ("", "planner", "planner/desktop", "tests")
_FILE = re.compile(r"`([\w./-]+\.(?:py|ui|md|j2|toml|qss|spec))`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")


def is_there(name: str) -> bool:
    """Whether a file is there: named from the checkout, from a package, or by its name alone."""
    if any((CHECKOUT / root / name).exists() for root in ROOTS):
        return True
    return any(CHECKOUT.glob(f"planner/**/{name}")) or any(CHECKOUT.glob(f"templates/{name}"))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_named_is_there(page: Path) -> None:
    named = _FILE.findall((CHECKOUT / page).read_text(encoding="utf-8"))
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    targets = [(CHECKOUT / page).parent / link for link in _LINK.findall(text)]
    assert [target for target in targets if not target.exists()] == []


def test_the_tree_of_rooms_is_the_tree_there_is() -> None:
    text = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tree = text[text.index("planner/\n") : text.index("```\n\n## Who")]
    rooms = set(re.findall(r"^ {2}(\w+)/ ", tree, re.MULTILINE))
    desktop = set(re.findall(r"^ {4}(\w+)/ ", tree, re.MULTILINE))
    assert rooms == packages("planner")
    assert desktop == packages("planner/desktop")


def packages(folder: str) -> set[str]:
    return {package.parent.name for package in (CHECKOUT / folder).glob("*/__init__.py")}
