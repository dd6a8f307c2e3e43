"""Plan files and client files, in and out."""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from planner.cli.clients_meant import NoSuchClient, client_meant
from planner.cli.price import told_of
from planner.coaching.week.touch_changes import doubtful_days
from planner.exchange.plan_file import client_file, plan_file, read_client_or_plan_file
from planner.model.client import Client
from planner.model.errors import PlannerError
from planner.model.mentions import undecided
from planner.model.names import name_key
from planner.model.plan import Preparation
from planner.store.errors import IdTaken, NoSuchPlan
from planner.store.import_plan import ImportResult, import_client, import_plan
from planner.store.library import Library
from planner.translation import _
from planner.wording.contacts_apart import who_is_meant
from planner.wording.places import zone_remark


def show(library: Library, arguments: argparse.Namespace) -> int:
    """Print the plan as a plan file, or, where the id is no plan's, the client as a client file; return 0.

    AmbiguousId or AmbiguousClient if several are meant; NoSuchPlan if nothing is.
    """
    try:
        shown = plan_file(library.preparation(library.find(arguments.id)))
    except NoSuchPlan as missing:
        try:
            shown = client_file(library.client(client_meant(library, arguments.id).id))
        except NoSuchClient:
            raise missing from None
    sys.stdout.write(shown.decode())
    return 0


def import_files(library: Library, arguments: argparse.Namespace) -> int:
    """Bring each file in, completely or not at all, and print how it came in; return 1 if one could not be.

    Told on stderr is what is wrong with a file, and what a person should look at in one that came in.
    """
    failed = 0
    for path in arguments.files:
        try:
            sys.stdout.write(f"{path}: {_taken_in(library, path, arguments.now().date())}\n")
        except PlannerError as error:
            failed = 1
            sys.stderr.write(f"{error}\n")
    return failed


def arrived(arrived_id: str, result: str) -> str:
    """Return the id of a plan or client with how it came in, `result`, an ImportResult, in words."""
    return _("{plan} {arrival}").format(plan=arrived_id, arrival=_(result))


def _taken_in(library: Library, path: Path, today: dt.date) -> str:
    """Bring a file in and return what to say of it."""
    content = read_client_or_plan_file(path)
    try:
        arrival = (
            import_client(library, content) if isinstance(content, Client) else import_plan(library, content)
        )
    except IdTaken as clash:
        raise PlannerError(f"{path}: {clash}") from clash
    if isinstance(content, Preparation):
        _tell_remarks(content, path)
    if arrival[1] is not ImportResult.ALREADY_HERE:
        client = content if isinstance(content, Client) else content.client
        for field, remark in _about_client(library, client, today):
            sys.stderr.write(f"{path}: client.{field}: {remark}\n")
    return arrived(*arrival)


def _about_client(library: Library, client: Client, today: dt.date) -> Iterator[tuple[str, str]]:
    """Yield what a person should look at in a client that came in, each with its field."""
    if not client.name.strip():
        yield "name", _("is blank, so lists show this client without a name")
    elif _called_so(library, client.name) > 1:
        yield "name", _("another client is called so; lists show what tells them apart")
    yield from doubtful_days(client, today)


def _called_so(library: Library, name: str) -> int:
    """Return how many clients bear the name, the archived ones left out."""
    return sum(
        name_key(client.name) == name_key(name)
        for client in library.client_summaries()
        if not client.archived
    )


def _tell_remarks(preparation: Preparation, path: Path) -> None:
    if remark := zone_remark(preparation.plan.call.starts):
        sys.stderr.write(f"{path}: plan.call.starts: {remark}\n")
    for mention, called in undecided(preparation):
        sys.stderr.write(f"{path}: {mention.path}: {who_is_meant(mention, called)}\n")
    sys.stderr.write(told_of(preparation, str(path)))
