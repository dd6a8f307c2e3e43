import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.fields import leaf_fields
from planner.model.plan import Preparation
from planner.store.whole_records import encoded
from tests.exchange.files import complaints
from tests.exchange.generated import preparations

PATHS = [field.path for field in leaf_fields(Preparation)]

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.text("0123456789.,-+eE€T:Z k", max_size=24)
    | st.datetimes().map(lambda when: f"{when.isoformat()}+23:59"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


def nested(path: str, value: Any) -> dict[str, Any]:
    """The value as the JSON object that holds it at the path."""
    name, _, rest = path.partition(".")
    inner = nested(rest, value) if rest else value
    return {name.removesuffix("[]"): [inner]} if name.endswith("[]") else {name: inner}


@settings(max_examples=100, deadline=None)
@given(path=st.sampled_from(PATHS), depth=st.integers(1, 4), value=anything)
@example(path="plan.call.starts", depth=4, value="2026-12-01T10:00-23:59")
@example(path="plan.price.floor", depth=4, value="-9999999999999999999999999999")
def test_whatever_stands_in_a_field_is_complained_of_or_kept(path: str, depth: int, value: Any) -> None:
    shortened = ".".join(path.split(".")[:depth])
    document = {"format": "front-foot-plan", "schema": 1, "client": {}, "plan": {}} | nested(shortened, value)
    data = json.dumps(document).encode()

    if not complaints(data):
        preparation = preparation_in(data, "plan.json")
        assert preparation_in(plan_file(preparation), "plan.json") == preparation
        assert encoded(preparation.plan)
        assert encoded(preparation.client)


@settings(max_examples=40, deadline=None)
@given(preparation=preparations(), data=st.data())
def test_a_file_cut_off_anywhere_is_refused(preparation: Preparation, data: st.DataObject) -> None:
    whole = plan_file(preparation)
    end = data.draw(st.integers(0, len(whole) - 3))

    assert len(complaints(whole[:end])) == 1
