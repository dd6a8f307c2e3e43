"""The sample of mutants is drawn the same way each time, and scored without mercy."""

from pathlib import Path

import pytest

from tests.mutation.mutants import (
    Edit,
    EquivalentMutant,
    Tried,
    edit_in,
    equivalent_mutants,
    function_of,
    sample,
    score_of,
)

NAMES = [f"planner.store.journal.xǁJournalǁappend__mutmut_{number}" for number in range(1, 40)]
DIFF = """--- planner/store/journal.py
+++ planner/store/journal.py
@@ -9,3 +9,3 @@
     for record in kept:
-        self._count(record)
+        self._count(None)
"""
EDIT = Edit("Journal.append", "self._count(record)", "self._count(None)")
KNOWN = EquivalentMutant(
    function="Journal.append",
    was="    self._count(record)",
    becomes="self._count(None)\n",
    reason="Nobody counts.",
)


def tried(number: int, *, is_killed: bool, edit: Edit | None = None) -> Tried:
    return Tried(
        f"mutant {number}", edit or Edit("append", "1", str(number)), "journal.py:1", DIFF, is_killed
    )


def test_a_seed_draws_the_same_sample_whatever_the_order() -> None:
    drawn = sample(NAMES, count=10, seed=7)

    assert drawn == sample(reversed(NAMES), count=10, seed=7)
    assert len(set(drawn)) == 10
    assert drawn != sample(NAMES, count=10, seed=8)


def test_a_smaller_sample_is_the_beginning_of_a_larger_one() -> None:
    assert sample(NAMES, count=30, seed=7)[:10] == sample(NAMES, count=10, seed=7)


def test_moving_a_function_to_another_module_changes_no_sample() -> None:
    moved = [name.replace("journal", "journal_file") for name in NAMES]

    drawn = sample(moved, count=10, seed=7)

    assert [name.replace("journal_file", "journal") for name in drawn] == sample(NAMES, count=10, seed=7)


def test_a_mutant_says_whose_it_is() -> None:
    assert function_of(NAMES[0]) == "Journal.append"
    assert function_of("planner.store.library_file.x__parts__mutmut_12") == "_parts"


def test_an_edit_is_the_lines_that_change_wherever_they_stand() -> None:
    assert edit_in(DIFF, "Journal.append") == EDIT
    assert edit_in(DIFF.replace("-9,3 +9,3", "-19,3 +19,3"), "Journal.append") == KNOWN.edit


def test_the_score_leaves_out_what_is_equivalent() -> None:
    mutants = [tried(number, is_killed=number > 1) for number in range(20)]

    score = score_of([*mutants, tried(20, is_killed=False, edit=EDIT)], [KNOWN])

    assert score.share == 18 / 20
    assert [mutant.name for mutant in score.survivors] == ["mutant 0", "mutant 1"]
    assert score.failures == []


@pytest.mark.parametrize(
    ("mutants", "failure"),
    [
        ([tried(number, is_killed=number > 2) for number in range(20)], "Less than 90% were killed"),
        ([tried(0, is_killed=True), tried(1, is_killed=False, edit=EDIT)], "More than 5% are listed"),
        ([tried(0, is_killed=True, edit=EDIT)], "listed as equivalent was killed"),
    ],
)
def test_a_sample_fails_with_the_reason(mutants: list[Tried], failure: str) -> None:
    (told,) = score_of(mutants, [KNOWN]).failures

    assert failure in told


def test_each_equivalent_mutant_is_listed_once_and_with_its_reason() -> None:
    listed = equivalent_mutants()

    assert len({mutant.edit for mutant in listed}) == len(listed)
    assert [mutant for mutant in listed if not mutant.reason.strip().endswith(".")] == []
    assert [mutant for mutant in listed if mutant.edit.was == mutant.edit.becomes] == []


def test_a_list_with_an_unknown_word_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "equivalent.toml"
    wrong.write_text('[[equivalent]]\nfunction = "f"\nwas = "1"\nbecomes = "2"\nwhy = "typo"\n')

    with pytest.raises(ValueError, match="why"):
        equivalent_mutants(wrong)
