"""What a line of Today offers is carried out, and nothing where that is not there any more."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.week.acts import (
    with_differently_dropped,
    with_happened,
    with_intention_taken_up,
    with_promise_due,
    with_promise_kept,
    with_touch_done,
    with_touch_moved,
    with_touch_planned,
)
from planner.model.call import Call
from planner.model.client import Client, Promise
from planner.model.plan import Intention, Plan
from planner.model.reflection import IntentionKept, Reflection
from planner.model.terms import Happened, Side, TouchChannel, TouchOutcome, TouchValue
from planner.model.text_at_path import TextAtPath
from planner.model.touch import Touch

TODAY = dt.date(2026, 11, 27)
TOMORROW = dt.date(2026, 11, 28)
NOW = dt.datetime(2026, 11, 27, 13, 10, tzinfo=dt.UTC)
SHEET = Promise(text="Film thickness sheet", by=Side.US, due=TODAY)
STOPS = Promise(text="Stop list", by=Side.THEM, due=TODAY)
LEVY = Touch(id="levy", planned_on=TODAY, value_offered="The furnace levy", note="letter lies ready")
CLIENT = Client(
    promises=(STOPS, SHEET),
    touches=(Touch(id="first", done_on=TODAY), LEVY),
    unread=(
        TextAtPath(path="promises[0].due", text="soonish"),
        TextAtPath(path="promises[1].due", text="Tuesdayish"),
        TextAtPath(path="touches[1].done_on", text="yesterdayish"),
        TextAtPath(path="touches[1].planned_on", text="next weekish"),
    ),
)


def unread_paths(client: Client) -> list[str]:
    return [kept.path for kept in client.unread]


class TestPromises:
    def test_one_is_kept_on_the_day(self) -> None:
        kept = with_promise_kept(CLIENT, SHEET, TODAY)

        assert kept.promises == (STOPS, replace(SHEET, kept_on=TODAY))
        assert kept.unread == CLIENT.unread

    def test_one_gets_another_day_and_the_text_nobody_could_read_goes(self) -> None:
        moved = with_promise_due(CLIENT, SHEET, TOMORROW)

        assert moved.promises == (STOPS, replace(SHEET, due=TOMORROW))
        assert unread_paths(moved) == ["promises[0].due", "touches[1].done_on", "touches[1].planned_on"]

    def test_what_was_promised_twice_is_kept_at_once_and_what_is_due_later_stays(self) -> None:
        again = Promise(text="film thickness sheet.", by=Side.US, due=TODAY - dt.timedelta(days=3))
        next_month = replace(SHEET, due=dt.date(2026, 12, 27))
        client = Client(promises=(again, SHEET, next_month))

        kept = with_promise_kept(client, again, TODAY)
        moved = with_promise_due(client, again, TOMORROW)

        assert [promise.kept_on for promise in kept.promises] == [TODAY, TODAY, None]
        assert [promise.due for promise in moved.promises] == [TOMORROW, TOMORROW, next_month.due]

    def test_what_is_not_there_any_more_changes_nothing(self) -> None:
        gone, done = replace(SHEET, text="Another sheet"), replace(SHEET, kept_on=TODAY)

        assert with_promise_kept(CLIENT, gone, TODAY) is CLIENT
        assert with_promise_due(CLIENT, gone, TOMORROW) is CLIENT
        assert with_promise_due(CLIENT, SHEET, TODAY) is CLIENT
        already = Client(promises=(done,))
        assert with_promise_kept(already, done, TODAY) is already


class TestTouches:
    def test_one_is_done_at_the_moment_with_its_outcome(self) -> None:
        done = with_touch_done(CLIENT, "levy", NOW, TouchOutcome.SPOKE, "Rings back on Monday")

        assert done.touches[1] == replace(
            LEVY, done_at=NOW, outcome=TouchOutcome.SPOKE, note="Rings back on Monday"
        )
        assert done.touches[1].is_done
        assert unread_paths(done) == ["promises[0].due", "promises[1].due", "touches[1].planned_on"]

    def test_without_a_note_its_own_stays(self) -> None:
        assert with_touch_done(CLIENT, "levy", NOW).touches[1].note == "letter lies ready"

    def test_one_is_moved_to_a_day(self) -> None:
        moved = with_touch_moved(CLIENT, "levy", TOMORROW)

        assert moved.touches == (CLIENT.touches[0], replace(LEVY, planned_on=TOMORROW))
        assert "touches[1].planned_on" not in unread_paths(moved)

    def test_one_is_planned_last_in_the_list(self) -> None:
        planned = with_touch_planned(
            CLIENT,
            TOMORROW,
            channel=TouchChannel.PHONE,
            value_offered="A proof",
            value_kind=TouchValue.PROOF,
            touch_id="new",
        )

        assert planned.touches[:2] == CLIENT.touches
        assert planned.touches[2] == Touch(
            id="new",
            planned_on=TOMORROW,
            channel=TouchChannel.PHONE,
            value_offered="A proof",
            value_kind=TouchValue.PROOF,
        )
        assert planned.unread == CLIENT.unread

    def test_without_an_id_given_each_gets_its_own(self) -> None:
        twice = with_touch_planned(with_touch_planned(Client(), TODAY), TODAY)

        assert len({touch.id for touch in twice.touches} - {""}) == 2

    @pytest.mark.parametrize("touch_id", ["gone", "", "first"])
    def test_one_that_is_gone_or_done_changes_nothing(self, touch_id: str) -> None:
        assert with_touch_done(CLIENT, touch_id, NOW) is CLIENT
        assert with_touch_moved(CLIENT, touch_id, TOMORROW) is CLIENT

    def test_one_moved_to_its_own_day_changes_nothing(self) -> None:
        assert with_touch_moved(CLIENT, "levy", TODAY) is CLIENT


class TestCalls:
    def test_what_became_of_one_is_said_and_taken_back(self) -> None:
        plan = Plan(call=Call(title="Second talk"))

        said = with_happened(plan, Happened.NOBODY_CAME)

        assert said.call == Call(title="Second talk", happened=Happened.NOBODY_CAME)
        assert with_happened(said, None) == plan
        assert with_happened(said, Happened.NOBODY_CAME) is said


class TestIntentions:
    REVIEWED = Plan(
        intentions=(Intention(text="Say the price early"), Intention(text="Bring Ruth")),
        reflection=Reflection(
            differently="Ask for the budget first",
            intentions=(
                IntentionKept(text="Say the price early"),
                IntentionKept(text="Bring Ruth", kept=True),
            ),
        ),
    )

    def test_one_is_dropped_with_a_reason(self) -> None:
        dropped = with_differently_dropped(self.REVIEWED, " They have no budget ")

        assert dropped.reflection.differently_dropped == "They have no budget"
        assert with_differently_dropped(dropped, "Again") is dropped

    def test_one_brought_into_the_call_and_not_kept_is_dropped_by_its_text(self) -> None:
        dropped = with_differently_dropped(self.REVIEWED, "Known by now", "say the price early.")

        assert dropped.intentions[0] == Intention(text="Say the price early", dropped_because="Known by now")
        assert dropped.reflection == self.REVIEWED.reflection

    def test_one_meant_again_is_dropped_in_both_places(self) -> None:
        again = Reflection(
            differently="Say the price early", intentions=(IntentionKept("Say the price early", kept=False),)
        )

        dropped = with_differently_dropped(replace(self.REVIEWED, reflection=again), "Known by now")

        assert dropped.reflection.differently_dropped == "Known by now"
        assert dropped.intentions[0].dropped_because == "Known by now"

    def test_one_of_which_the_review_alone_knows_is_dropped_too(self) -> None:
        dropped = with_differently_dropped(
            replace(self.REVIEWED, intentions=()), "Known by now", "Say the price early"
        )

        assert dropped.intentions == (Intention(text="Say the price early", dropped_because="Known by now"),)

    @pytest.mark.parametrize(
        ("reason", "text"), [(" ", ""), ("Kept already", "Bring Ruth"), ("Never meant", "Sing")]
    )
    def test_nothing_is_dropped_without_a_reason_or_where_nothing_was_meant(
        self, reason: str, text: str
    ) -> None:
        assert with_differently_dropped(self.REVIEWED, reason, text) is self.REVIEWED
        blank = Plan()
        assert with_differently_dropped(blank, "Because") is blank

    def test_one_is_taken_up_by_the_next_plan_once(self) -> None:
        plan = Plan(intentions=(Intention(text="Bring Ruth"),))

        taken_up = with_intention_taken_up(plan, "Ask for the budget first", TODAY)

        assert taken_up.intentions == (
            Intention(text="Bring Ruth"),
            Intention(text="Ask for the budget first", since=TODAY),
        )
        assert with_intention_taken_up(taken_up, "ask for the budget first.", TODAY) is taken_up
        assert with_intention_taken_up(plan, " ", TODAY) is plan


@pytest.mark.parametrize(
    ("outcome", "left"),
    [
        (TouchOutcome.MEETING_AGREED, ["one", "else"]),
        (TouchOutcome.NO, ["one", "else"]),
        (TouchOutcome.SPOKE, ["one", "two", "three", "else"]),
        (None, ["one", "two", "three", "else"]),
    ],
)
def test_an_outcome_that_ends_a_sequence_takes_the_rest_of_it_away(
    outcome: TouchOutcome | None, left: list[str]
) -> None:
    laid_out = (Touch(id=name, planned_on=TODAY, sequence_id="s1") for name in ("one", "two", "three"))
    unread = (
        TextAtPath(path="touches[1].planned_on", text="soon"),
        TextAtPath(path="touches[3].done_on", text="laterish"),
    )
    client = Client(touches=(*laid_out, Touch(id="else", planned_on=TOMORROW)), unread=unread)

    after = with_touch_done(client, "one", NOW, outcome)

    assert [touch.id for touch in after.touches] == left
    assert f"touches[{len(left) - 1}].done_on" in unread_paths(after)
    assert ("touches[1].planned_on" in unread_paths(after)) == (len(left) == 4)
