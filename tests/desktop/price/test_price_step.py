"""What the price step says while it is typed, and what it drafts."""

import datetime as dt
import threading
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.coaching.price_words.talk_track import talk_track
from planner.desktop.fields import RowsField
from planner.desktop.price.drafts import CHANGED, REPLACED
from planner.desktop.price.price_view_model import PriceViewModel, said_of
from planner.desktop.price.range_bar import RangeBar
from planner.desktop.price.step import NOTHING_YET
from planner.desktop.price.sticky_verdict import StickyVerdict
from planner.desktop.price.views import FigureList, LineSum, PriceSides, WrappedText
from planner.desktop.widgets.chart_view import ChartView
from planner.desktop.widgets.child_widget import part
from planner.model.case import Case, Cost, Problem
from planner.model.conversation import AgendaItem
from planner.model.plan import Plan, Preparation
from planner.model.price import Alternative, Driver, Price, PriceDiscussion, PriceLine, Pushback
from planner.model.pricing.simulation import Simulated, simulate
from planner.model.reflection import PriceRaised
from planner.model.terms import Cadence, DisclosureDiscussion, RaisedBy, Side
from tests.builders import a_plan
from tests.desktop.price.price_story import PriceStory
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP

Tell = Callable[..., PriceStory]

CLIENT = "Brightmoor"
WORKED_OUT_BY = "planner.desktop.price.step.said_of"


@pytest.fixture
def tell(stage: Stage) -> Tell:
    """Opens the price step of a plan with these fields."""

    def told(*others: Preparation, **fields: object) -> PriceStory:
        return PriceStory(stage, a_plan(**{"client.name": CLIENT, **fields}), *others)

    return told


def _priced(**fields: object) -> dict[str, object]:
    ours = PriceLine(label="Licence", likely=Decimal(79000), cadence=Cadence.YEAR)
    theirs = PriceLine(likely=Decimal(67000), cadence=Cadence.YEAR)
    return {
        "price.currency": "EUR",
        "price.term_months": 12,
        "price.ours": (ours,),
        "price.alternative": Alternative(name="Corvex", prices=(theirs,)),
        "price.drivers": (
            Driver(name="Line time", low=Decimal(14000), likely=Decimal(19000), high=Decimal(22000)),
            Driver(name="Overtime", likely=Decimal(15000), confirmed_by="Ines Marlow"),
            Driver(name="Training", likely=Decimal(3000), against_us=True),
        ),
        **fields,
    }


def test_with_nothing_entered_the_step_says_what_it_is_for(tell: Tell) -> None:
    story = tell()
    assert (story.headline, story.second) == ("", NOTHING_YET)
    assert part(story.form, PriceSides).isHidden()
    assert part(story.form, ChartView, "worthChart").isHidden()


def test_the_verdict_follows_every_key(tell: Tell) -> None:
    story = tell(**_priced())
    assert story.headline.startswith("€12,000 (18%) more a year, worth about €31,000. Even if only 44%")
    story.click(story.field_in("price.drivers", 1, "likely"))
    story.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    seen = []
    for digit in "21000":
        story.type(digit)
        seen.append(story.headline.partition("worth about ")[2].partition(". ")[0])
    assert seen[-3:] == ["€16,200", "€18,100", "€37,000"]
    story.close()


def test_what_the_drivers_come_to_follows_when_the_typing_pauses(tell: Tell) -> None:
    story = tell(**_priced())
    field = story.field_in("price.drivers", 1, "likely")
    story.click(field)
    story.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    story.type("9k")
    story.walk.wait_until(lambda: story.sums()[1] == "+ €9,000 a year")
    story.close()


def test_what_an_undo_takes_away_is_no_longer_spoken_of(tell: Tell) -> None:
    story = tell(**_priced())
    story.rows("price.drivers").add_row(3)
    story.type("Scrap")
    story.plan.document.edit("price.drivers[3].likely", Decimal(4000))
    story.undo()
    story.undo()
    story.undo()
    story.walk.wait_until(lambda: len(story.sums()) == 3 and story.sums()[2].startswith("− €3,000"))
    assert story.headline.startswith("€12,000 (18%) more a year, worth about €31,000.")
    story.close()


def test_both_prices_stand_side_by_side_with_their_totals(tell: Tell) -> None:
    ours, theirs = tell(**_priced()).sides
    assert ours == ("Our price", "€79,000 a year", "Licence €79,000 a year")
    assert theirs[:2] == ("Next best alternative: Corvex", "€67,000 a year")


def test_each_driver_says_what_it_comes_to_and_whose_figure_it_is(tell: Tell) -> None:
    assert tell(**_priced()).sums() == [
        "+ €19,000 a year (€14,000 to €22,000) · our estimate",
        "+ €15,000 a year",
        "− €3,000 a year · our estimate",
    ]


def test_a_driver_has_room_for_its_words_and_stacks_where_there_is_little(tell: Tell) -> None:
    story = tell(**_priced())
    frame = story.rows("price.drivers").frames[1]
    name = story.field_in("price.drivers", 1, "name")
    story.walk.wait_until(lambda: frame.height() < 9 * name.height())
    figures = [story.field_in("price.drivers", 1, name) for name in ("low", "likely", "high", "cadence")]
    assert len({figure.mapTo(frame, QPoint(0, 0)).y() for figure in figures}) == 1
    for words in ("name", "formula", "source", "confirmed_by", "confirmed_on"):
        field = story.field_in("price.drivers", 1, words)
        typed = field.findChild(QLineEdit) or field
        example = str(typed.property("placeholderText") or "")
        assert typed.width() >= typed.fontMetrics().horizontalAdvance(example), f"{words}: {example}"
    story.walk.window.resize(680, 700)
    story.walk.wait_until(
        lambda: figures[0].mapTo(frame, QPoint(0, 0)).y() < figures[3].mapTo(frame, QPoint(0, 0)).y()
    )


def test_ranges_are_pictured_on_one_scale(tell: Tell) -> None:
    frames = tell(**_priced()).rows("price.drivers").frames
    bars = [part(frame, RangeBar) for frame in frames]
    assert [bar.isHidden() for bar in bars] == [False, True, True], "a single figure has no range"
    assert bars[0].shares == pytest.approx((14 / 22, 19 / 22, 1))


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        (
            {"price.drivers": (Driver(name="A", low=Decimal(9), likely=Decimal(5)),)},
            "low likely high cadence currency",
            "Low: 9 is more than likely, 5.",
        ),
        (
            {"price.drivers": (Driver(name="A", likely=Decimal(9), currency="USD"),)},
            "low likely high cadence currency",
            "USD",
        ),
        ({"price.rate": Decimal(-1)}, "price.rate", "−100"),
        (
            {"price.drivers": (Driver(likely=Decimal(9), formula="10% of our price"),)},
            ". name formula source basis kind units start_month months ramp_months",
            "raws on our own price",
        ),
        (
            {"price.drivers": tuple(Driver(name=f"{n}", likely=Decimal(9), basis="hours") for n in "AB")},
            ". name formula source basis kind units start_month months ramp_months",
            "counted twice",
        ),
        (
            {"price.drivers": (Driver(name="Hours", likely=Decimal(9)), Driver(name="hours"))},
            ". name formula source basis kind units start_month months ramp_months",
            "The driver has the same name as driver 1; one value may be counted twice.",
        ),
        (
            {"price.drivers": (Driver(likely=Decimal(9)),) * 2},
            ". name formula source basis kind units start_month months ramp_months",
            "Is the same as driver 1; one value may be counted twice.",
        ),
        (
            {"price.ours": (PriceLine(likely=Decimal(9), currency="CHF"),)},
            ". label low likely high cadence currency units start_month months",
            "CHF",
        ),
        (
            {"price.term_months": None},
            "price.currency price.term_months price.unit",
            "The term is blank; 12 months are taken.",
        ),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_the_rest_goes_on(
    tell: Tell, fields: dict[str, object], place: str, words: str
) -> None:
    story = tell(**_priced(**fields))
    told = [note for about, note in story.notes().items() if about == place]
    assert any(words in note for note in told), story.notes()
    story.click(story.field("price.disclosure.when"))
    story.type("minute 30")
    assert story.price.disclosure.when == "minute 30"
    story.close()


def test_a_problem_mended_is_told_no_more(tell: Tell) -> None:
    wrong = Driver(name="A", low=Decimal(9), likely=Decimal(5), confirmed_by="Ines")
    story = tell(**_priced(**{"price.drivers": (wrong,)}))
    assert story.headline == "One of the figures cannot be used yet."
    story.click(story.field_in("price.drivers", 0, "likely"))
    story.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    story.type("20k")
    assert story.headline.startswith("€12,000 (18%) more a year, worth about €20,000.")
    story.walk.wait_until(lambda: "low likely high cadence currency" not in story.notes())
    story.close()


def test_the_verdict_stays_in_sight_further_down(tell: Tell) -> None:
    story = tell(**_priced())
    strip = story.walk.window.findChild(StickyVerdict)
    assert strip is not None
    assert strip.isHidden()
    story.plan.walk.loaded_pages[-1].verticalScrollBar().setValue(900)
    story.walk.wait_until(strip.isVisible)
    assert strip.words.text().replace("\u00a0", " ") == story.headline
    story.plan.walk.loaded_pages[-1].scroll_to_top()
    story.walk.wait_until(strip.isHidden)


def test_a_chart_that_appears_above_does_not_push_away_what_is_typed_in(tell: Tell) -> None:
    story = tell(**_priced(**{"price.drivers": (Driver(name="Line time"),)}))
    field = story.field_in("price.drivers", 0, "likely")
    story.click(field)
    before = story.place_of(field)
    story.type("19k")
    story.walk.wait_until(part(story.form, ChartView, "worthChart").isVisible)
    story.walk.wait_until(lambda: abs(story.place_of(field) - before) <= 1)
    story.close()


def test_charts_say_themselves_in_words(tell: Tell) -> None:
    story = tell(**_priced())
    for name in ("worthChart", "breakEvenChart"):
        chart = part(story.form, ChartView, name)
        assert not chart.isHidden()
        assert chart.accessibleDescription()


def test_more_figures_are_worked_out_when_they_are_looked_at(tell: Tell) -> None:
    story = tell(**_priced(**{"price.term_months": 36}))
    listed = part(story.form, FigureList)
    assert listed.figures() == {}
    story.open_details()
    shown = listed.figures()
    assert shown["Half of the claim"] == "they gain €2,000"
    assert "Net present value, at 10% a year" in shown
    story.walk.wait_until(lambda: "10,000 runs" in story.words("simulationWords"))
    assert "seed 1" in story.words("simulationWords")
    for name in ("tornadoChart", "cashFlowChart"):
        assert part(story.form, ChartView, name).accessibleDescription()


def test_a_simulation_of_a_price_without_a_surplus_any_more_says_nothing(
    tell: Tell, monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    gate, begun = threading.Event(), []

    def slow(price: Price, case: Case, *, stopped: Callable[[], bool]) -> Simulated | None:
        begun.append(price)
        gate.wait(60)
        return simulate(price, case, stopped=stopped)

    monkeypatch.setattr("planner.desktop.price.more.simulate", slow)
    story = tell(**_priced())
    story.open_details()
    story.walk.wait_until(lambda: len(begun) == 1)
    story.plan.document.edit("price.ours", ())
    gate.set()
    story.walk.wait_until(lambda: stage.at_rest(story.plan.walk))
    assert story.words("simulationWords") == ""
    story.undo()
    story.walk.wait_until(lambda: "10,000 runs" in story.words("simulationWords"))
    assert begun[1] is begun[0], "the very price it was before"
    story.close()


def test_no_line_ends_between_a_minus_and_its_currency(qapp: QApplication) -> None:
    assert qapp
    words = WrappedText()
    words.say("one in ten is below −€38,200, or −5")
    assert words.text() == "one in ten is below −\u2060€38,200, or −5"


def test_a_talk_track_is_drafted_on_request_and_taken_back_by_one_undo(tell: Tell) -> None:
    story = tell(**_priced())
    story.open_details()
    story.click(story.button("draftTalkTrackButton"))
    assert story.price.talk_track == talk_track(story.price)
    story.undo()
    assert story.price.talk_track == ""
    story.close()


def test_a_text_of_ones_own_comes_back_by_one_click(tell: Tell) -> None:
    story = tell(**_priced(**{"price.talk_track": "Say 79. Stop."}))
    story.open_details()
    story.click(story.button("draftTalkTrackButton"))
    story.walk.wait_until(lambda: story.words("talkTrackNote") == REPLACED)
    story.click(story.button("restoreTalkTrackButton"))
    assert story.price.talk_track == "Say 79. Stop."
    story.walk.wait_until(lambda: not story.words("talkTrackNote"))
    assert story.button("restoreTalkTrackButton").isHidden()
    story.close()


def test_figures_changed_since_the_draft_are_told_and_nothing_is_rewritten(tell: Tell) -> None:
    story = tell(**_priced())
    story.open_details()
    story.click(story.button("draftTalkTrackButton"))
    drafted = story.price.talk_track
    story.plan.document.edit("price.drivers[0].likely", Decimal(20000))
    story.walk.wait_until(lambda: story.words("talkTrackNote") == CHANGED)
    assert story.price.talk_track == drafted
    story.close()


def test_answers_to_the_usual_reactions_are_filled_in_and_ones_own_are_kept(tell: Tell) -> None:
    own = Pushback(reaction="Corvex is cheaper", answer="So it is.")
    story = tell(
        **_priced(
            **{
                "price.pushback": (own,),
                "case.problems": (Problem(cost=Cost(amount=Decimal(30000), per=Cadence.MONTH)),),
            }
        )
    )
    story.open_details()
    story.click(story.button("draftPushbackButton"))
    assert len(story.price.pushback) == 5
    assert story.price.pushback[0] == own
    assert "€30,000 a month" in story.price.pushback[-1].answer
    story.walk.wait_until(lambda: not story.button("draftPushbackButton").isEnabled())
    story.undo()
    assert [one.answer for one in story.price.pushback] == ["So it is."]
    story.close()


def test_the_moment_is_chosen_from_the_agenda_in_one_step(tell: Tell) -> None:
    agenda = (AgendaItem(minutes=5, topic="Opening"), AgendaItem(minutes=20, topic="Profit & loss"))
    story = tell(**{"conversation.agenda": agenda})
    button = story.button("chooseMomentButton")
    story.walk.wait_until(lambda: button.menu() is not None and len(button.menu().actions()) == 2)
    button.menu().actions()[1].trigger()
    disclosure = story.price.disclosure
    assert (disclosure.when, disclosure.discussion) == (
        "minute 5, Profit & loss",
        DisclosureDiscussion.THIS_CALL,
    )
    story.undo()
    assert story.price.disclosure.when == ""
    story.close()


def test_without_an_agenda_there_is_nothing_to_choose_from(tell: Tell) -> None:
    story = tell()
    story.walk.wait_until(story.button("chooseMomentButton").isHidden)


def test_what_earlier_calls_said_of_the_price_is_read_beside(tell: Tell) -> None:
    earlier = a_plan(
        **{
            "client.name": "Earlier",
            "price.discussions": (
                PriceDiscussion(
                    date=dt.date(2026, 10, 2), who_raised_it=Side.THEM, their_reaction="Six figures?"
                ),
            ),
            "reflection.held_on": dt.date(2026, 10, 20),
            "reflection.price": PriceRaised(raised_by=RaisedBy.US, minute=12),
        }
    )
    story = tell(earlier, **{"client.id": earlier.client.id, **_priced()})
    story.walk.wait_until(lambda: len(story.earlier()) == 2)
    assert story.earlier()[0] == "2 Oct 2026 · they raised it · Six figures?"


def test_the_step_is_walked_by_keyboard_alone(tell: Tell) -> None:
    story = tell(**_priced())
    story.open_details()
    reached = set()
    for _ in range(400):
        story.press(Qt.Key.Key_Tab)
        reached.add(story.form.focusWidget().objectName())
        if "draftPushbackButton" in reached:
            break
    assert {"draftTalkTrackButton", "draftPushbackButton", "priceTalkTrack"} <= reached
    story.press(Qt.Key.Key_Return)
    assert len(story.price.pushback) == 5
    story.close()


def test_what_is_said_among_the_questions_is_worked_out_beside_the_building(
    monkeypatch: pytest.MonkeyPatch, stage: Stage
) -> None:
    """A step that is opened for the first time works out on the GUI thread what is seen, and no more."""
    on_gui_thread: list[bool] = []

    def noted(plan: Plan, locale: str) -> PriceViewModel:
        on_gui_thread.append(threading.current_thread() is threading.main_thread())
        return said_of(plan, locale)

    monkeypatch.setattr(WORKED_OUT_BY, noted)
    page = stage.open(a_plan(**{"client.name": CLIENT, **_priced()}))
    page.open(CLIENT)
    plan = page.window.open
    assert plan is not None
    plan.walk.go_to(STEP["price"])
    price = plan.walk.page_of(STEP["price"])
    assert price is not None
    assert not price.form.is_complete
    assert part(price.form, PriceSides).theirs.total.text().replace("\u00a0", " ") == "€67,000 a year"
    assert part(price.form, ChartView, "worthChart").isVisible()
    page.walk.wait_until(lambda: price.form.is_complete and stage.at_rest(plan.walk))
    assert on_gui_thread == [False]
    sums = [part(frame, LineSum).text() for frame in part(price.form, RowsField, "priceDrivers").frames]
    assert all(sums)
    page.close()


def test_a_driver_added_and_undone_from_another_step_within_the_delay(tell: Tell, stage: Stage) -> None:
    """What was being worked out is of a plan with a driver more than the step has rows."""
    story = tell(**_priced())
    story.rows("price.drivers").add_row(3)
    story.plan.walk.go_to(STEP["case"])
    story.undo()
    story.walk.wait_until(lambda: stage.at_rest(story.plan.walk))
    story.plan.walk.go_to(STEP["price"])
    assert story.sums() == [
        "+ €19,000 a year (€14,000 to €22,000) · our estimate",
        "+ €15,000 a year",
        "− €3,000 a year · our estimate",
    ]
    story.close()


@pytest.mark.parametrize("undone_in", ["price", "case"])
def test_what_is_worked_out_of_a_plan_that_has_changed_since_is_not_shown(
    tell: Tell, monkeypatch: pytest.MonkeyPatch, stage: Stage, undone_in: str
) -> None:
    """The same with the work begun already; the thread is held up until the driver is gone."""
    gate, begun = threading.Event(), []

    def slow(plan: Plan, locale: str) -> PriceViewModel:
        if threading.current_thread() is not threading.main_thread():  # which looks at once, in sight
            begun.append(len(plan.price.drivers))
            gate.wait(60)
        return said_of(plan, locale)

    story = tell(**_priced())
    monkeypatch.setattr(WORKED_OUT_BY, slow)
    story.rows("price.drivers").add_row(3)
    story.walk.wait_until(lambda: begun == [4])
    story.plan.walk.go_to(STEP[undone_in])
    story.undo()
    gate.set()
    story.walk.wait_until(lambda: stage.at_rest(story.plan.walk))
    story.plan.walk.go_to(STEP["price"])
    assert len(story.sums()) == 3
    assert story.sums()[2] == "− €3,000 a year · our estimate"
    story.close()
