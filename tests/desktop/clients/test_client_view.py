"""What a client's page says, in words."""

import datetime as dt

from planner.desktop.clients.client_view import client_view, so_far_in_words
from planner.model.client import Client, Contact, Promise
from planner.model.plan import Plan
from planner.model.reflection import PriceRaised, Reflection
from planner.model.terms import BuyingRole, Outcome, RaisedBy, Side, Stance
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import NOW

TODAY = NOW.date()
TARN = Client(id="tarn", name="Tarn Valley Water")


def held(days_ago: int, **price: object) -> Plan:
    on = TODAY - dt.timedelta(days=days_ago)
    plan = a_plan(**{"call.title": "Metering", "call.day": on}).plan
    raised = PriceRaised(**price)  # type: ignore[arg-type]
    reflection = Reflection(held_on=on, outcome=Outcome.CONTINUATION, price=raised)
    return Plan(id=plan.id, client_id="tarn", call=plan.call, reflection=reflection)


def test_a_new_client_says_what_is_not_known_yet() -> None:
    view = client_view(Client(id="new"), (), NOW, None)
    assert view.name == "(no name yet)"
    assert view.standing == view.price_said == ""
    assert (view.happened, view.coming, view.people, view.promises, view.facts) == ((), (), (), (), ())
    assert view.nobody_decides


def test_the_place_on_the_dream_list_stands_with_its_reason() -> None:
    dream = Client(id="tarn", name="Tarn", dream_client=True, why_dream="forty stations,\nby hand")
    assert client_view(dream, (), NOW, 3).standing == "No. 3 on the Dream list: forty stations, · by hand"
    assert client_view(dream, (), NOW, None).standing == "Dream Client: forty stations, · by hand"


def test_the_sales_conversation_is_said_in_a_sentence() -> None:
    view = client_view(TARN, (held(4),), NOW, None)
    assert so_far_in_words(view.so_far).startswith("Obtained: Time. Next: ")
    assert so_far_in_words(client_view(TARN, (), NOW, None).so_far).startswith("Nothing obtained yet.")


def test_the_price_is_said_when_by_whom_and_how_they_took_it() -> None:
    once = held(4, raised_by=RaisedBy.US, minute=20, reaction="wrote it down")
    view = client_view(TARN, (once,), NOW, None)
    assert view.price_said == "Price said once, by us, on Wed 25 Nov, minute 20: wrote it down"
    again = client_view(TARN, (once, held(1, raised_by=RaisedBy.THEM)), NOW, None)
    assert again.price_said == "Price said 2 times, last, by them, on Sat 28 Nov"


def test_what_happened_leads_to_its_plan_or_touch() -> None:
    touch = Touch(id="t1", done_on=TODAY, value_offered="The levy")
    plan = held(4)
    view = client_view(Client(id="tarn", touches=(touch,)), (plan,), NOW, None)
    assert [entry.key for entry in view.happened] == ["touch:t1", f"plan:{plan.id}", f"plan:{plan.id}"]
    assert [entry.kind for entry in view.happened] == ["Touch", "Review", "Call"]


def test_a_planned_touch_that_is_over_says_for_how_long() -> None:
    touch = Touch(id="t1", planned_on=TODAY - dt.timedelta(days=2), value_offered="The levy")
    (entry,) = client_view(Client(id="tarn", touches=(touch,)), (), NOW, None).coming
    assert (entry.chip, entry.asks) == ("2 days over", True)


def test_people_say_role_influence_stance_and_the_last_contact() -> None:
    mara = Contact(id="mara", name="Mara", buying_role=BuyingRole.USER, influence=4, stance=Stance.SUPPORTER)
    touch = Touch(id="t1", done_on=TODAY, with_whom="Mara", with_whom_id="mara", value_offered="The levy")
    client = Client(id="tarn", contacts=(mara,), touches=(touch,))
    (person,) = client_view(client, (), NOW, None).people
    assert person.detail == "user, influence 4, supporter · Sun 29 Nov"


def test_promises_say_whose_they_are_and_which_wait_longest_come_first() -> None:
    promises = (
        Promise(text="Reference", by=Side.US, due=TODAY),
        Promise(text="Stop list", by=Side.THEM, due=TODAY - dt.timedelta(days=1)),
        Promise(text="Some day"),
        Promise(text="Kept", kept_on=TODAY),
    )
    view = client_view(Client(id="tarn", promises=promises), (), NOW, None)
    assert [(entry.text, entry.detail, entry.chip) for entry in view.promises] == [
        ("Stop list", "theirs, due Sat 28 Nov", "1 day over"),
        ("Reference", "ours, due Sun 29 Nov", "today"),
        ("Some day", "no date", ""),
    ]
    assert [entry.key for entry in view.promises] == ["promise:1", "promise:0", "promise:2"]


def test_facts_are_short_lines_of_what_is_known() -> None:
    client = Client(
        id="tarn", industry="Water", headquarters="Hull", zone="Europe/London", price_expectation="under 50"
    )
    assert client_view(client, (), NOW, None).facts == (
        "Water, Hull",
        "What they think it should cost: “under 50”",
        "Time zone: London",
    )
