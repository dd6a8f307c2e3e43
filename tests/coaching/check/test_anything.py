"""Whatever a plan holds, the check answers, and answers the same again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.check.standings import footing_of
from planner.coaching.check.suggestions import suggestions
from planner.model.fields import read_field
from planner.model.plan import Preparation
from planner.model.terms import Commitment, Footing
from tests.coaching.check.plans import TODAY
from tests.exchange.generated import preparations


@settings(max_examples=60, deadline=None)
@given(preparation=preparations(), earlier=st.lists(preparations(), max_size=3))
def test_the_check_answers_for_any_plan(preparation: Preparation, earlier: list[Preparation]) -> None:
    plans = [one.plan for one in earlier]
    past = History.before(preparation.plan, plans, today=TODAY)

    findings = check(preparation, past)

    assert findings == check(preparation, History.before(preparation.plan, plans[::-1], today=TODAY))
    for finding in findings:
        assert finding.state in {Footing.BACK, Footing.FLAT}
        assert finding.said
        assert finding.action
        for one in finding.evidence:
            of = {plan.id: plan for plan in plans}.get(one.of_plan)
            read_field(preparation if of is None else Preparation(plan=of), one.field)
    assert footing_of(preparation, plans, today=TODAY).count(":") in {1, 2, 3}
    assert all(suggestions(commitment, preparation, TODAY) for commitment in Commitment)
