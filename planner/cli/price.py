"""What a plan's price comes to: every figure, so that any number on a page can be traced."""

import argparse
import sys

from planner.cli.price_json import price_as_json
from planner.cli.price_table import price_as_table
from planner.model.plan import Preparation, absolute_path
from planner.model.pricing.figures import figures
from planner.model.pricing.price_problems import price_problems
from planner.store.library import Library


def price(library: Library, arguments: argparse.Namespace) -> int:
    """Print the figures, as JSON or as a table; return 1 if a field has a problem, each told on stderr."""
    preparation = library.preparation(library.find(arguments.id))
    plan = preparation.plan
    priced = figures(plan.price, plan.case)
    sys.stdout.write((price_as_json if arguments.json else price_as_table)(preparation, priced))
    for problem in priced.problems:
        sys.stderr.write(f"{plan.id}: {absolute_path(problem.path)}: {problem.message}\n")
    return 1 if priced.problems else 0


def told_of(preparation: Preparation, name: str) -> str:
    """Return a line for each problem of the plan's price or case's costs, `name` in front; "" for none."""
    plan = preparation.plan
    return "".join(
        f"{name}: {absolute_path(problem.path)}: {problem.message}\n"
        for problem in price_problems(plan.price, plan.case)
    )
