"""A library of many calls looked back on, each plan as large as the sample and with amounts of its own."""

from decimal import Decimal
from pathlib import Path

import msgspec

from planner.exchange.sample import sample_preparation
from planner.model.plan import Preparation
from planner.model.price import Price
from planner.store.library import Library
from tests.bench.big_library import TODAY
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of

replace = msgspec.structs.replace


def fill(folder: Path, count: int) -> None:
    """Store so many: what a simulated rep did, in plans that hold everything else as well."""
    sample = sample_preparation(TODAY)
    library = Library.open(folder)
    library.add(
        [_full(sample, one, number) for number, one in enumerate(year_of(KNOWN_HABITS, 1, calls=count))]
    )
    library.close()


def _full(sample: Preparation, simulated: Preparation, number: int) -> Preparation:
    plan = simulated.plan
    full = replace(
        sample.plan,
        id=plan.id,
        client_id=plan.client_id,
        call=replace(sample.plan.call, commitment=plan.call.commitment, starts=plan.call.starts),
        conversation=replace(sample.plan.conversation, agenda=plan.conversation.agenda),
        price=_dearer(sample.plan.price, number % 97),
        fear=plan.fear,
        reflection=plan.reflection,
    )
    return Preparation(client=simulated.client, plan=full)


def _dearer(price: Price, by: int) -> Price:
    """Return the price with every line and driver so much dearer, so that no two are reckoned alike."""
    ours = tuple(replace(one, likely=(one.likely or Decimal(0)) + 100 * by) for one in price.ours)
    drivers = tuple(replace(one, likely=(one.likely or Decimal(0)) + by) for one in price.drivers)
    return replace(price, ours=ours, drivers=drivers)
