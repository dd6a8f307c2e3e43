"""`front-foot check`: where a plan is on the back foot, for scripts and to be read."""

import datetime as dt
import json
from pathlib import Path

from planner.coaching.check.thresholds import Thresholds
from planner.exchange.sample import sample_preparation
from planner.model.conversation import Question
from planner.model.fields import with_field
from planner.model.plan import AnsweredFinding
from planner.model.terms import Outcome, Side
from planner.store.check_settings import write_check_settings
from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import NOW, SAMPLE, FrontFoot
from tests.store.plans import another_plan_of

KEYS = {"rule", "initiative", "state", "evidence", "action", "answered"}


def kept(folder: Path, *preparations: object) -> None:
    library = Library.open(folder)
    library.add(preparations)  # type: ignore[arg-type]
    library.close()


def test_findings_are_told_as_json_and_are_no_error(front_foot: FrontFoot, folder: Path) -> None:
    known = (AnsweredFinding(rule="no-why-now", because="the lease is the next call's subject"),)
    plan = a_plan(**{"call.initiated_by": Side.THEM, "answers": known})
    kept(folder, plan)

    ended = front_foot("check", plan.plan.id[:8], "--json")
    found = {one["rule"]: one for one in json.loads(ended.out)}

    assert (ended.status, ended.err) == (0, "")
    assert all(set(one) == KEYS for one in found.values())
    assert found["came-to-us"]["initiative"] == "prospecting"
    assert found["came-to-us"]["state"] == "back"
    assert found["came-to-us"]["evidence"][0] == {"field": "plan.call.initiated_by", "value": "them"}
    assert found["came-to-us"]["action"]
    assert found["came-to-us"]["answered"] is None
    assert found["no-why-now"]["answered"] == "the lease is the next call's subject"


def test_the_sample_stands_on_the_front_foot(front_foot: FrontFoot) -> None:
    front_foot("sample")

    assert json.loads(front_foot("check", SAMPLE, "--json").out) == []
    read = front_foot("check", SAMPLE)
    assert read.status == 0
    assert read.out.count("▲") == 5
    assert "▲ Discovery: front (plan.case.why_now: " in read.out


def test_what_is_found_can_be_read(front_foot: FrontFoot, folder: Path) -> None:
    plan = a_plan(**{"call.initiated_by": Side.THEM})
    kept(folder, plan)

    read = front_foot("check", plan.plan.id).out

    assert "▼ Prospecting: back\n  They came to us, so the call starts on their subject.\n" in read
    assert "    plan.call.initiated_by: them\n    client.touches: blank\n    → Send " in read
    assert "■ Myself: flat" in read


def test_earlier_calls_of_the_client_are_known(front_foot: FrontFoot, folder: Path) -> None:
    last_week = NOW - dt.timedelta(days=7)
    earlier = a_plan(**{"call.starts": last_week, "reflection.outcome": Outcome.ADVANCE})
    now = another_plan_of(earlier)
    kept(folder, earlier, now)

    rules = {one["rule"] for one in json.loads(front_foot("check", now.plan.id, "--json").out)}

    assert {"never-disclosed", "not-in-their-words"} <= rules


def test_the_persons_own_thresholds_decide(front_foot: FrontFoot, folder: Path) -> None:
    sample = sample_preparation(NOW.date())
    kept(folder, with_field(sample, "plan.conversation.questions", (Question(text="Who waits?"),)))
    assert "few-questions" in front_foot("check", SAMPLE, "--json").out

    write_check_settings(folder, Thresholds(questions=1))
    assert json.loads(front_foot("check", SAMPLE, "--json").out) == []


def test_settings_that_cannot_be_read_are_told(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample")
    (folder / "check-settings.json").write_text('{"questions": 0}')

    ended = front_foot("check", SAMPLE)

    assert (ended.status, ended.out) == (1, "")
    assert "check-settings.json: questions: expected a whole number from 1 to 20, got 0" in ended.err


def test_the_check_only_reads(front_foot: FrontFoot, folder: Path) -> None:
    front_foot("sample")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    front_foot("check", SAMPLE)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_plan_that_is_not_there_is_told(front_foot: FrontFoot) -> None:
    front_foot("sample")
    ended = front_foot("check", "nowhere", "--json")
    assert (ended.status, ended.out) == (1, "")
    assert "nowhere" in ended.err
