"""The thresholds of the check are a person's to set, in a file that is read strictly."""

import stat
from pathlib import Path

import msgspec
import pytest

from planner.coaching.check.thresholds import Thresholds
from planner.platform.files import FileNotWritten
from planner.store.check_settings import (
    FILE_NAME,
    CheckSettingsNotRead,
    read_check_settings,
    write_check_settings,
)

CHANGED = Thresholds(outreach_days=14, questions=5, vague_phrases=("zu gegebener Zeit", "ping me"))


def test_without_a_file_the_usual_thresholds_hold(tmp_path: Path) -> None:
    assert read_check_settings(tmp_path) == Thresholds()
    assert read_check_settings(tmp_path / "nowhere") == Thresholds()
    assert (Thresholds().outreach_days, Thresholds().proof_months, Thresholds().questions) == (30, 24, 3)
    assert Thresholds().edited_days == 5


def test_what_was_set_comes_back_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    write_check_settings(tmp_path, CHANGED)

    assert read_check_settings(tmp_path) == CHANGED
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert set(msgspec.json.decode((tmp_path / FILE_NAME).read_bytes())) == {
        "outreach_days",
        "questions",
        "vague_phrases",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"outreach_days": "soon"}', 'outreach_days: expected a whole number, got "soon"'),
        ('{"outreach_days": 0}', "outreach_days: expected a whole number from 1 to 365, got 0"),
        ('{"questions": 2.5}', "questions: expected a whole number, got 2.5"),
        ('{"vague_phrases": [1]}', "vague_phrases[0]: expected text, got 1"),
        ('{"questions": null}', "questions: expected a whole number, got null"),
        ('{"questions": true}', "questions: expected a whole number, got true"),
        ('{"vague_phrases": [["a", null]]}', 'vague_phrases[0]: expected text, got ["a", null]'),
        ('{"vague_phrases": "ping"}', 'vague_phrases: expected a list, got "ping"'),
        ('{"outreach": 3}', "outreach: there is no such field"),
        ('{"": 3}', ": there is no such field"),
        ("[]", "expected an object with settings"),
        ('{"outreach_days": ', "it is not JSON"),
        ("\udcff", "it is not JSON"),
    ],
)
def test_a_file_that_says_something_else_is_told_and_left(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(text, errors="surrogateescape")

    with pytest.raises(CheckSettingsNotRead) as caught:
        read_check_settings(tmp_path)

    assert f"{path}: " in str(caught.value)
    assert told in str(caught.value)
    assert path.read_text(errors="surrogateescape") == text


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(CheckSettingsNotRead, match="directory"):
        read_check_settings(tmp_path)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_check_settings(tmp_path / "nowhere", CHANGED)


def test_a_phrase_kept_before_there_was_a_rule_for_characters_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"vague_phrases": ["have a\\u0000 think", "get\\u000bback"]}')
    assert read_check_settings(tmp_path).vague_phrases == ("have a think", "get\nback")
