"""Two clients one knew, whose numbers one had, and whom one never called: then they fill in a form.

The source tells it against itself: waiting to be found is what a rep calls being patient. Here is what
Today and the check say of it.
"""

import datetime as dt

import pytest

from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.today import in_today_order, lines_of
from planner.coaching.week.today_line import TodayKind
from planner.model.client import Client, Contact
from planner.model.client_summary import ClientSummary
from planner.model.plan import Preparation
from planner.model.terms import BuyingRole, Footing, Initiative, Side, TouchChannel
from planner.model.touch import Touch
from tests.builders import a_plan

CAME = dt.datetime(2026, 11, 30, 16, 40, tzinfo=dt.UTC)
FORM = Touch(
    id="form", from_=Side.THEM, done_at=CAME, channel=TouchChannel.OTHER, note="Please send us an offer"
)
USUAL = Thresholds()


def a_dream(rank: int, name: str) -> Client:
    """A Dream Client with its place, a person who decides and her number, and never a touch of ours."""
    decides = Contact(
        id="d", name="Anna Berg", title="COO", buying_role=BuyingRole.ECONOMIC, phone="+44 20 7946 0000"
    )
    return Client(
        id=f"dream-{rank}",
        name=name,
        dream_client=True,
        dream_rank=rank,
        why_dream="96 tyre stops a year",
        contacts=(decides,),
        touches=(FORM,),
    )


TWO = (a_dream(4, "Brightmoor Foods"), a_dream(9, "Tarn Valley Water"))


def at_a_glance(client: Client) -> ClientSummary:
    return ClientSummary(
        id=client.id,
        name=client.name,
        dream_client=True,
        dream_rank=client.dream_rank,
        why_dream=client.why_dream,
        touches=client.touches,
    )


def a_call_with(client: Client, **fields: object) -> Preparation:
    """The plan that the inquiry makes: they asked for the call, and nothing else is written yet."""
    asked = a_plan(**{"call.initiated_by": Side.THEM} | fields).plan
    return Preparation(client=client, plan=asked)


def said_of_prospecting(preparation: Preparation, now: dt.datetime) -> dict[str, tuple[Footing, str]]:
    """What the check says of prospecting, by rule, but for the reason to meet."""
    past = History.before(preparation.plan, [preparation.plan], today=now.date(), now=now)
    return {
        finding.rule: (finding.state, finding.said.replace("\u00a0", " "))
        for finding in check(preparation, past)
        if finding.initiative is Initiative.PROSPECTING and finding.rule != "no-reason-to-meet"
    }


@pytest.mark.parametrize("client", TWO, ids=["no. 4", "no. 9"])
def test_within_a_day_the_check_says_that_they_came_to_us_and_that_we_knew_them(client: Client) -> None:
    said = said_of_prospecting(a_call_with(client), CAME + dt.timedelta(hours=3))
    assert said == {
        "came-to-us": (
            Footing.BACK,
            f"They came to us first. They were no. {client.dream_rank} on your Dream list: you knew them.",
        )
    }


@pytest.mark.parametrize("client", TWO, ids=["no. 4", "no. 9"])
def test_after_a_day_it_says_how_long_they_have_waited_and_says_it_once(client: Client) -> None:
    said = said_of_prospecting(a_call_with(client), CAME + dt.timedelta(hours=25))
    knew = f"They were no. {client.dream_rank} on your Dream list: you knew them."
    assert said == {"inquiry-waiting": (Footing.BACK, f"They have waited since 30 Nov 2026. {knew}")}


def test_with_the_call_fixed_it_still_starts_on_their_subject() -> None:
    coming = {"call.starts": CAME + dt.timedelta(days=3)}
    said = said_of_prospecting(a_call_with(TWO[0], **coming), CAME + dt.timedelta(hours=25))
    assert said["came-to-us"][0] is Footing.BACK
    assert "inquiry-waiting" not in said


def test_something_of_value_before_the_call_gives_us_the_lead_back() -> None:
    ours = Touch(
        id="ours",
        done_at=CAME + dt.timedelta(hours=2),
        channel=TouchChannel.E_MAIL,
        value_offered="What a stop costs the ten yards like theirs",
    )
    client = Client(id="dream-4", name="Brightmoor Foods", dream_client=True, touches=(FORM, ours))
    coming = {"call.starts": CAME + dt.timedelta(days=3)}
    assert said_of_prospecting(a_call_with(client, **coming), CAME + dt.timedelta(hours=25)) == {}


def test_today_offers_the_call_to_make_and_says_where_they_stood() -> None:
    now = CAME + dt.timedelta(hours=25)
    lines = [line for client in TWO for line in lines_of(at_a_glance(client), (), now, USUAL)]
    assert [(line.kind, line.client, line.dream_rank) for line in in_today_order(lines, now)] == [
        (TodayKind.INQUIRY, "Brightmoor Foods", 4),
        (TodayKind.INQUIRY, "Tarn Valley Water", 9),
    ]
    assert {(line.moment, line.touch_id, line.text) for line in lines} == {
        (CAME, "form", "Please send us an offer")
    }


def test_the_month_before_today_had_them_as_quiet() -> None:
    never_reached = [at_a_glance(Client(id=client.id, name=client.name)) for client in TWO]
    lines = [line for client in never_reached for line in lines_of(client, (), CAME, USUAL)]
    assert [line.kind for line in lines] == [TodayKind.QUIET, TodayKind.QUIET]
