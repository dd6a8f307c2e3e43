"""Samples to look at and to try things on: one plan, or a week."""

import argparse
import sys

from planner.cli.plan_files import arrived
from planner.exchange.sample import sample_preparation
from planner.exchange.sample_week import sample_week
from planner.store.import_plan import ImportResult, import_plan
from planner.store.import_together import import_together
from planner.store.library import Library


def add_sample(library: Library, arguments: argparse.Namespace) -> int:
    """Add the sample client and plan, unless they are here, and print how they came in; return 0."""
    sample = sample_preparation(arguments.now().date())
    known = {summary.id for summary in library.summaries()}
    arrival = ImportResult.ALREADY_HERE if sample.plan.id in known else import_plan(library, sample)[1]
    sys.stdout.write(f"{arrived(sample.plan.id, arrival)}\n")
    return 0


def add_sample_week(library: Library, arguments: argparse.Namespace) -> int:
    """Add the clients of the sample week with their plans, and print how each client came in; return 0.

    A client who is here already is left, with all that is theirs.
    """
    now = arguments.now()
    week = sample_week(now.date(), now.tzinfo)
    results = import_together(library, week.clients_alone, week.preparations)
    for client_id, result in results.items():
        sys.stdout.write(f"{arrived(client_id, result)}\n")
    return 0
