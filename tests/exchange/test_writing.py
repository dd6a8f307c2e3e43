import json
from decimal import Decimal

from hypothesis import given, settings

from planner.exchange.plan_file import plan_file, preparation_in
from planner.model.fields import leaf_fields
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.exchange.generated import preparations


@settings(max_examples=150, deadline=None)
@given(preparations())
def test_a_written_plan_reads_back_equal(preparation: Preparation) -> None:
    assert preparation_in(plan_file(preparation), "plan.json") == preparation


def test_every_field_is_written_blank_or_not() -> None:
    written = json.loads(plan_file(a_plan()))

    def paths(value: object, path: str) -> list[str]:
        if isinstance(value, dict):
            return [
                found for name, inner in value.items() for found in paths(inner, f"{path}.{name}".lstrip("."))
            ]
        return [path]

    expected = {field.path.partition("[]")[0] for field in leaf_fields(Preparation)} - {"plan.client_id"}
    assert set(paths({name: written[name] for name in ("client", "plan")}, "")) == expected


def test_an_amount_with_three_decimals_is_written_so_that_it_means_one_thing() -> None:
    preparation = a_plan(**{"price.floor": Decimal("98.125")})

    assert '"floor": "98.1250"' in plan_file(preparation).decode()


def test_a_field_is_named_as_in_paths() -> None:
    assert '"from": "CHF"' in plan_file(a_plan(**{"price.exchange.from": "CHF"})).decode()


def test_a_plan_file_is_readable_by_people() -> None:
    written = plan_file(a_plan(**{"client.name": "Łódź & Söhne <株式会社>"})).decode()

    assert '\n  "client": {\n' in written
    assert '"name": "Łódź & Söhne <株式会社>"' in written
