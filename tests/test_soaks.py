"""Every heavy test belongs to one target of the Makefile, and every target has one."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
MARK = re.compile(r"mark\.soak\b(?:\(name=\"(\w+)\"\))?")
MAKEFILE = (CHECKOUT / "Makefile").read_text(encoding="utf-8")


def soaks_in_makefile() -> list[str]:
    return re.search(r"^SOAKS := (.*)$", MAKEFILE, re.MULTILINE)[1].split()  # type: ignore[index]


def recipe_of(target: str) -> str:
    return re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)[1]  # type: ignore[index]


def marks() -> list[str]:
    """The name each soak mark gives, "" where it gives none."""
    files = sorted(one for one in CHECKOUT.glob("tests/**/*.py") if one != Path(__file__))
    return [found for one in files for found in MARK.findall(one.read_text(encoding="utf-8"))]


def test_every_soak_has_its_target_and_every_target_its_soak() -> None:
    assert set(marks()) == set(soaks_in_makefile())
    assert len(set(soaks_in_makefile())) == len(soaks_in_makefile())


def test_all_soaks_are_run_by_make_soak() -> None:
    assert "$(SOAKS) monkey mutation" in recipe_of("soak")


@pytest.mark.parametrize("package", ["monkey", "mutation"])
def test_a_soak_that_is_no_test_is_a_program_with_its_own_target(package: str) -> None:
    assert f"-m tests.{package}" in recipe_of(f"soak-{package}")
    assert (CHECKOUT / "tests" / package / "__main__.py").exists()
