import datetime as dt

import pytest

from planner.coaching.check.phrases import vague_phrase_in
from planner.coaching.check.verbs import says_what_is_done
from planner.model.ask import Action
from planner.model.plan import Preparation
from planner.model.terms import Footing
from tests.coaching.check.plans import JO, STARTS, TODAY, a_leading_plan, fires, found

THE_DAY = STARTS.date()
NAMES_OF_THINGS = (
    "books a follow-up meeting with finance for 4 December",
    "schedules the follow-up call",
    "sends information security the questionnaire",
    "schickt der Informationssicherheit den Fragebogen",
    "bucht den Folgetermin",
)
"""Steps that name somebody or something by words which otherwise promise nothing."""


def asking(actor: str = JO, action: str = "invites Sam", by: dt.date | None = THE_DAY) -> Preparation:
    return a_leading_plan(**{"ask.primary": Action(actor=actor, action=action, by=by)})


def falling_back_on(
    actor: str = JO, action: str = "sends the list", by: dt.date | None = THE_DAY
) -> Preparation:
    return a_leading_plan(**{"ask.fallback": Action(actor=actor, action=action, by=by)})


def test_no_commitment_fires_when_nothing_is_asked() -> None:
    finding = found("no-commitment", asking(action=""))

    assert finding is not None
    assert finding.state == Footing.FLAT
    assert [one.value for one in finding.evidence] == ["", "Explore"]


def test_no_commitment_rests_with_an_action() -> None:
    assert not fires("no-commitment", asking())


def test_no_commitment_boundary_is_an_actor_with_nothing_to_do() -> None:
    assert fires("no-commitment", asking(action=" "))
    assert not fires("no-commitment", asking(actor="", action="signs"))


@pytest.mark.parametrize("actor", ["we", "Ich", "us", "Dana", "Dana Reed", "me (Dana)", "Wir alle"])
def test_not_the_client_fires_when_it_is_one_of_us(actor: str) -> None:
    finding = found("not-the-client", asking(actor=actor))

    assert finding is not None
    assert finding.evidence[0].value == actor


@pytest.mark.parametrize("actor", [JO, "Jo & Sam", "Hartley", "the CFO", "Wirtz", "Einkauf", "عائشة"])
def test_not_the_client_rests_when_it_is_somebody_at_the_client(actor: str) -> None:
    assert not fires("not-the-client", asking(actor=actor))


def test_not_the_client_boundary_is_a_contact_together_with_us() -> None:
    assert fires("not-the-client", asking(actor=""))
    assert not fires("not-the-client", asking(actor="Hartley and Dana"))
    assert not fires("not-the-client", asking(actor="", action=""))


@pytest.mark.parametrize(
    ("action", "phrase"),
    [
        ("Follow up next week", "Follow up"),
        ("follows-up by phone", "follows up"),
        ("we stay in touch", "stay in touch"),
        ("Thinks about it until May", "Thinks about it"),
        ("send information", "send information"),
        ("touch base in Q2", "touch base"),
        ("keeps us in mind", "keeps us in mind"),
        ("send proposal", "send proposal"),
        ("wird sich melden", "sich melden"),
        ("meldet sich im Mai", "meldet sich"),
        ("In Kontakt bleiben", "In Kontakt bleiben"),
        ("Unterlagen schicken", "Unterlagen schicken"),
        ("Wollen DRÜBER nachdenken", "DRÜBER nachdenken"),
        ("denkt darüber nach", "denkt darüber nach"),
        ("Bei ihm nachfassen", "nachfassen"),
        ("lets us know.", "lets us know"),
        ("She will get back to us", "get back to us"),
        ("überlegt es sich", "überlegt es sich"),
        ("sends us information", "sends us information"),
        ("sends over some info", "sends over some info"),
        ("thinks about our offer", "thinks about our"),
        ("comes back to us.", "comes back to us"),
        ("we talk again soon", "talk again soon"),
        ("discusses it internally", "discusses it internally"),
        ("lässt es sich durch den Kopf gehen", "durch den Kopf gehen"),
        ("hakt nach", "hakt nach"),
        ("Kommt auf uns zurück", "Kommt auf uns zurück"),
        ("schickt uns Unterlagen", "schickt uns Unterlagen"),
        ("is open to a next meeting", "is open to a next"),
        ("agrees to consider our offer", "agrees to consider"),
        ("gives us feedback.", "gives us feedback"),
        ("wants to see a demo", "wants to see a demo"),
        ("reaches out after the holidays", "after the holidays"),
        ("gibt uns Bescheid", "gibt uns Bescheid"),
        ("schaut sich das an", "schaut sich das an"),
        ("klärt das intern", "klärt das intern"),
        ("follow up, call them in May", "follow up"),
        ("schedules a follow-up", "follow up"),
        ("sends information", "sends information"),
        ("wird das Thema intern weiter vorantreiben", "intern weiter vorantreiben"),
    ],
)
def test_vague_ask_fires_at_a_phrase_that_commits_nobody(action: str, phrase: str) -> None:
    finding = found("vague-ask", asking(action=action))

    assert finding is not None
    assert phrase in finding.said


@pytest.mark.parametrize(
    "action",
    [
        "sends one full day of WMS files so wk 1 of the plan is already done",
        "sends the proposal to the board",
        "lädt Nüßing und den Betriebsrat zu einem Termin „Mengengerüst“ ein",
        "schickt die Verbrauchsdaten von Januar bis September",
        "signs off the closed concerns list and names the first two houses",
        "lets us know who signs",
        "gets back to us with the signed agreement",
        "checks in with the works council and tells us their no",
        "meldet sich zum Werksrundgang an",
        "schickt Unterlagen der letzten drei Lieferungen",
        "paths_overlap the baseline and confirms the upper limit",
        "keeps the follower list up to date",
        "reaches out to the auditor and books the half day",
        "comes back to us with the signed agreement",
        "sends us information on the three lines we asked for",
        "kommt auf uns zu mit den Namen der Prüfer",
        "schickt uns Unterlagen der letzten drei Lieferungen",
        "gibt uns Bescheid, wer unterschreibt",
        "gives us feedback on the two drafts from her shift leads",
        "invites the CFO, who wants to see the line at work, to a walk",
        "names the day on which the line is open to us",
        "leitet das Angebot intern weiter an die Werksleitung",
        "lässt intern klären, wer unterschreibt, und nennt den Namen",
        "opens to us the three years of repair records",
        "considers our offer in the board and signs the minutes",
        "schaut sich das an der Linie 2 mit uns an und nennt drei Stellen",
        "reaches out to the auditor after the shift and books the half day",
        *NAMES_OF_THINGS,
    ],
)
def test_vague_ask_rests_at_a_real_step(action: str) -> None:
    assert not fires("vague-ask", asking(action=action))


@pytest.mark.parametrize("action", NAMES_OF_THINGS)
def test_the_name_of_a_thing_says_as_well_as_any_what_is_done(action: str) -> None:
    assert not fires("nothing-done", asking(action=action))


def test_vague_ask_boundary_is_whole_words_and_the_persons_own_phrases() -> None:
    assert fires("vague-ask", asking(action="Follow, up to Friday"))
    assert not fires("vague-ask", asking(action="unfollow upstream"))
    assert not fires("vague-ask", asking(action="Sam relances Jo"))
    assert fires("vague-ask", asking(action="Sam RELANCÉS Jo"), vague_phrases=("relances",))
    assert not fires("vague-ask", asking(action="invites Sam"), vague_phrases=("", " ", "*", "~", "~ Sam"))
    assert fires("vague-ask", asking(action="parks it"), vague_phrases=("park* it ~list",))
    assert not fires(
        "vague-ask", asking(action="reads the park it lists"), vague_phrases=("park* it ~list*",)
    )


def test_a_phrase_is_quoted_as_it_was_written() -> None:
    assert vague_phrase_in("Jo: “Wir — bleiben in Kontakt!”") == "bleiben in Kontakt"
    assert vague_phrase_in("") == ""


@pytest.mark.parametrize(
    "action",
    [
        "a decision on the pilot",
        "positive feedback",
        "next meeting",
        "a second call",
        "verbal yes",
        "ein Pilot",
    ],
)
def test_nothing_done_fires_where_no_verb_says_what_anybody_does(action: str) -> None:
    assert fires("nothing-done", asking(action=action))


@pytest.mark.parametrize(
    "action",
    [
        "invites Sam",
        "gives an hour with her remake list",
        "puts 98k/yr opex to Delphine w/ our page, me in the room, and gets a yes/no",
        "runs 20 sets (5 per script) through both offers",
        "a meeting is set for Friday by Jo, who confirms",
        "the CFO signs the order",
        "the team to agree on two dates",
        "lädt Nüßing ein",
        "telefoniert mit dem Ausgabeleiter",
        "den Termin bestätigen",
        "escalates to the board",
        "podpisuje listę",
        "署名する",
        "يوقع العقد",
    ],
)
def test_nothing_done_rests_with_a_verb_or_where_it_cannot_be_told(action: str) -> None:
    assert not fires("nothing-done", asking(action=action))


def test_nothing_done_quotes_up_to_forty_letters_and_marks_what_it_cuts() -> None:
    whole = "a decision on the pilot at the new plant"
    assert len(whole) == 40

    as_it_is = found("nothing-done", asking(action=whole))
    longer = found("nothing-done", asking(action=whole + "s"))

    assert as_it_is is not None
    assert as_it_is.said.startswith(f"“{whole}” does not say")
    assert longer is not None
    assert longer.said.startswith("“a decision on the pilot at the new…” does not say")
    assert longer.evidence[0].value == whole + "s"


def test_nothing_done_boundary_is_left_to_the_weightier_rules() -> None:
    assert not fires("nothing-done", asking(action=""))
    assert not fires("nothing-done", asking(action="good meeting"))
    assert not says_what_is_done("")


def test_no_date_fires_without_one() -> None:
    finding = found("no-date", asking(by=None))

    assert finding is not None
    assert finding.evidence[0].field == "plan.ask.primary.by"


def test_no_date_rests_with_one() -> None:
    assert not fires("no-date", asking())


def test_no_date_boundary_is_an_action_at_all() -> None:
    assert not fires("no-date", asking(action="", by=None))
    assert fires("no-date", asking(action="signs", by=None))


def test_date_gone_fires_for_a_day_before_the_call() -> None:
    finding = found("date-gone", asking(by=THE_DAY - dt.timedelta(days=3)))

    assert finding is not None
    assert [one.value for one in finding.evidence] == ["2026-11-28", "2026-12-01"]


def test_date_gone_rests_for_a_day_after_it() -> None:
    assert not fires("date-gone", asking(by=THE_DAY + dt.timedelta(days=1)))


def test_date_gone_boundary_is_the_day_of_the_call_or_today() -> None:
    assert not fires("date-gone", asking(by=THE_DAY))
    assert fires("date-gone", asking(by=THE_DAY - dt.timedelta(days=1)))
    assert fires("date-gone", falling_back_on(by=THE_DAY - dt.timedelta(days=1)))
    undated = {"call.starts": None, "ask.fallback": Action()}
    today, yesterday = (
        Action(actor=JO, action="signs", by=day) for day in (TODAY, TODAY - dt.timedelta(days=1))
    )
    assert not fires("date-gone", a_leading_plan(**undated, **{"ask.primary": today}))
    assert fires("date-gone", a_leading_plan(**undated, **{"ask.primary": yesterday}))


def test_date_gone_rests_where_nothing_is_to_be_done_by_then() -> None:
    gone = THE_DAY - dt.timedelta(days=1)

    assert not fires("date-gone", asking(action=" ", by=gone))
    assert not fires("date-gone", falling_back_on(action="", by=gone))


def test_no_fallback_fires_without_one() -> None:
    assert fires("no-fallback", a_leading_plan(**{"ask.fallback": Action()}))


def test_no_fallback_rests_with_one() -> None:
    assert not fires("no-fallback", a_leading_plan())


def test_no_fallback_boundary_is_an_actor_alone() -> None:
    assert fires("no-fallback", falling_back_on(action=" "))
    assert not fires("no-fallback", falling_back_on(actor="", action="signs"))


@pytest.mark.parametrize(
    ("spoilt", "path"),
    [
        ({"action": "stay in touch"}, "plan.ask.fallback.action"),
        ({"actor": ""}, "plan.ask.fallback.actor"),
        ({"actor": "Dana"}, "plan.ask.fallback.actor"),
        ({"by": None}, "plan.ask.fallback.by"),
    ],
)
def test_weak_fallback_fires_where_it_commits_nobody(spoilt: dict[str, object], path: str) -> None:
    finding = found("weak-fallback", falling_back_on(**spoilt))  # type: ignore[arg-type]

    assert finding is not None
    assert finding.evidence[0].field == path


def test_weak_fallback_knows_the_persons_own_phrases() -> None:
    assert not fires("weak-fallback", falling_back_on(action="relances Sam"))

    finding = found("weak-fallback", falling_back_on(action="relances Sam"), vague_phrases=("relances",))

    assert finding is not None
    assert finding.said == "The fallback is “relances”, which commits nobody."


def test_weak_fallback_rests_with_a_real_step() -> None:
    assert not fires("weak-fallback", falling_back_on())


def test_weak_fallback_boundary_is_no_fallback_at_all() -> None:
    assert not fires("weak-fallback", falling_back_on(actor="", action="", by=None))
    assert fires("weak-fallback", falling_back_on(actor="", action="signs", by=None))
