"""Where in the agenda the price is said."""

from gettext import NullTranslations

import pytest

from planner.coaching.price_moment import Moment, item_of_price, moment_in
from planner.coaching.price_words.moments import moments
from planner.model.conversation import AgendaItem, Conversation
from planner.model.plan import Plan
from planner.model.price import PriceDisclosure
from planner.model.terms import DisclosureDiscussion
from planner.translation import installed
from tests.builders import a_plan

AGENDA = (
    AgendaItem(minutes=5, topic="Opening"),
    AgendaItem(minutes=15, topic="How changeovers run"),
    AgendaItem(minutes=10, topic="What it is worth"),
    AgendaItem(minutes=10, topic="Next step"),
)


def a_call(when: str, discussion: DisclosureDiscussion | None = None) -> Plan:
    disclosure = PriceDisclosure(discussion=discussion, when=when)
    return a_plan(**{"conversation.agenda": AGENDA, "price.disclosure": disclosure}).plan


@pytest.mark.parametrize(
    ("when", "item"),
    [
        ("minute 19", 1),
        ("minute 20", 2),
        ("min. 32, after the worries", 3),
        ("after 4 minutes", 0),
        ("Minute 40", 3),
        ("minute 41", None),
        ("item 3", 2),
        ("item 5", None),
        ("right after the changeovers", 1),
        ("when it fits", None),
        ("", None),
    ],
)
def test_the_plan_says_it_by_minute_number_or_words(when: str, item: int | None) -> None:
    assert item_of_price(a_call(when)) == item


def test_where_nothing_is_said_the_topic_tells() -> None:
    agenda = (*AGENDA, AgendaItem(topic="Price, said by us"))
    assert item_of_price(a_plan(**{"conversation.agenda": agenda}).plan) == 4


@pytest.mark.parametrize("discussion", [DisclosureDiscussion.EARLIER, DisclosureDiscussion.LATER])
def test_in_another_discussion_it_has_no_item(discussion: DisclosureDiscussion) -> None:
    assert item_of_price(a_call("minute 20", discussion)) is None


def test_the_minute_is_the_one_named() -> None:
    assert moment_in("min 32, before jobs", AGENDA).minute == 32
    assert moment_in("when it fits", AGENDA) == Moment()


@pytest.mark.parametrize(
    "when",
    [
        "at the end",
        "in the last 10 minutes",
        "at the end of the call",
        "am Ende des Gesprächs",
        "zum Schluss",
    ],
)
def test_the_end_is_the_last_item(when: str) -> None:
    assert moment_in(when, AGENDA).at_end
    assert item_of_price(a_call(when)) == 3


@pytest.mark.parametrize("when", ["at the end of item 2", "am Ende von Punkt 2", "at the end of the tour"])
def test_the_end_of_one_item_is_not_the_end_of_the_call(when: str) -> None:
    assert not moment_in(when, AGENDA).at_end


def test_a_topic_is_named_whole_and_not_what_comes_before_it() -> None:
    assert moment_in("with “Next step”", AGENDA).item == 3
    assert moment_in("before the next step", AGENDA).item is None
    assert moment_in("right with what it is worth", AGENDA).item == 2


class _Hungarian(NullTranslations):
    """How the suggestions name a moment where the number comes first and no English word is left."""

    def gettext(self, message: str) -> str:
        return {"minute {number}": "{number}. perc", "item {number}": "{number}. napirendi pont"}.get(
            message, message
        )


@pytest.mark.parametrize("agenda", [AGENDA, tuple(AgendaItem(topic=item.topic) for item in AGENDA)])
def test_a_suggested_moment_is_read_again_in_any_language(agenda: tuple[AgendaItem, ...]) -> None:
    with installed(_Hungarian()):
        offered = moments(Conversation(agenda=agenda))
        # cut to the moment alone: the topic behind it would be read as well
        read = [item_of_price(a_call(moment.split(",")[0])) for moment in offered]
    assert offered[2].startswith(("20. perc", "3. napirendi pont"))
    assert read == [0, 1, 2, 3]
