"""Which commands there are, and what they take."""

import argparse
from enum import StrEnum
from pathlib import Path

from planner import __version__
from planner.cli.library_folder import LIBRARY_VARIABLE
from planner.model.terms import TouchChannel, TouchOutcome
from planner.translation import N_, _, ngettext
from planner.wording.document_kinds import DAY, DOCUMENT_NAMES
from planner.wording.lists import comma_list

_HELP_ON_VERSION = N_("show program's version number and exit")
_OF_ARGPARSE = (
    N_("usage:"),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    _HELP_ON_VERSION,
    N_("%(heading)s:"),
    N_("%(prog)s: error: %(message)s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("expected at least one argument"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""What argparse itself says to a person, of Python 3.11 to 3.13, for the catalogue."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; for wrong usage it exits with code 2 (SystemExit)."""
    _let_argparse_speak_through_our_catalogue()
    top = argparse.ArgumentParser(
        prog="front-foot",
        description=_("Plan a sales call on the front foot. Without a command, opens the window."),
        epilog=_(
            "ID is a plan's id or any unambiguous start of it; CLIENT is a client's id, an unambiguous start "
            "of it, or the whole name."
        ),
    )
    top.add_argument(
        "--version", action="version", version=f"front-foot {__version__}", help=_(_HELP_ON_VERSION)
    )
    top.add_argument(
        "--library",
        type=Path,
        metavar=_("DIR"),
        help=_("the library's folder (default: {variable}, or else your data folder)").format(
            variable=f"${LIBRARY_VARIABLE}"
        ),
    )
    top.add_argument(
        "--take-over",
        action="store_true",
        help=_(
            "open the library even though another computer says it has it open; only if it no longer does"
        ),
    )
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"))
    sampling = commands.add_parser("sample", help=_("add the sample client and plan"))
    sampling.add_argument(
        "--week", action="store_true", help=_("add the sample week instead: six clients and their calls")
    )
    _add_the_week(commands)
    _add_list_and_show(commands)
    importing = commands.add_parser(
        "import", help=_("bring in plan files and client files, each completely or not at all")
    )
    importing.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    _add_export(commands)
    checking = commands.add_parser("check", help=_("say where a plan is on the back foot, and what to do"))
    checking.add_argument("id", metavar=_("ID"))
    checking.add_argument(
        "--json", action="store_true", help=_("as JSON: rule, initiative, state, evidence, action, answered")
    )
    pricing = commands.add_parser("price", help=_("print what a plan's price comes to, figure by figure"))
    pricing.add_argument("id", metavar=_("ID"))
    pricing.add_argument("--json", action="store_true", help=_("as JSON, with the inputs of every figure"))
    commands.add_parser("verify", help=_("read every document of the library and name what is damaged"))
    commands.add_parser("backup", help=_("make a backup now and print its path"))
    restoring = commands.add_parser(
        "restore",
        help=_("put a backup in the library's place, or bring in another copy of it; makes a backup first"),
    )
    what = restoring.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar=_("FILE"))
    what.add_argument("--none", action="store_true", help=_("start afresh, even though there are backups"))
    commands.add_parser("schema", help=_("print the JSON Schema of a plan file"))
    return top


def _add_the_week(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    today = commands.add_parser("today", help=_("list what can't wait"))
    today.add_argument(
        "--json", action="store_true", help=_("as JSON: kind, client, text, due, plan, client_id")
    )
    clients = commands.add_parser("clients", help=_("list the clients, the Dream list first"))
    clients.add_argument(
        "--json",
        action="store_true",
        help=_(
            "as JSON: id, name, dream_rank, last_touch, next_touch, open_promises, plans, "
            "commitments_obtained"
        ),
    )
    clients.add_argument("--archived", action="store_true", help=_("list the archived ones instead"))
    client = commands.add_parser("client", help=_("say what is known of a client, and what happened so far"))
    client.add_argument("client", metavar=_("CLIENT"))
    client.add_argument(
        "--json", action="store_true", help=_("as JSON: every field, timeline, commitments_obtained")
    )
    touching = commands.add_parser("touch", help=_("note that you just reached out to a client"))
    touching.add_argument("client", metavar=_("CLIENT"))
    touching.add_argument("--channel", required=True, metavar=_("NAME"), help=_offered(TouchChannel))
    touching.add_argument(
        "--value", required=True, metavar=_("TEXT"), help=_("what of value they get from it")
    )
    touching.add_argument("--outcome", metavar=_("NAME"), help=_offered(TouchOutcome))
    touching.add_argument(
        "--next", metavar=_("DATE"), help=_("plan the next touch for this day, such as 2026-12-01")
    )


def _offered(choices: type[StrEnum]) -> str:
    names = [choice.value for choice in choices]
    return _("{list} or {item}").format(list=comma_list(names[:-1]), item=names[-1])


def _add_list_and_show(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser("list", help=_("list the plans, the next call first"))
    listing.add_argument("--json", action="store_true", help=_("as JSON: id, client, title, starts, state"))
    showing = commands.add_parser(
        "show", help=_("print a plan as a plan file, or a client, named as CLIENT, as a client file")
    )
    showing.add_argument("id", metavar=_("ID"))
    showing.add_argument("--json", action="store_true", help=_("the same: a plan file is JSON"))


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    exporting = commands.add_parser("export", help=_("write a plan's page, or that of a day, as PDF"))
    which = exporting.add_mutually_exclusive_group()
    which.add_argument("id", nargs="?", metavar=_("ID"))
    which.add_argument("--all", action="store_true", help=_("every plan"))
    exporting.add_argument(
        "--document",
        required=True,
        metavar=_("NAME"),
        help=_("{list} or {item}").format(list=comma_list(DOCUMENT_NAMES), item=DAY),
    )
    exporting.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        help=_("paper size (default: {paper})").format(paper="a4"),
    )
    exporting.add_argument(
        "--date",
        metavar=_("DATE"),
        help=_("the day of the document {name}, such as 2026-12-01 (default: today)").format(name=DAY),
    )
    exporting.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar=_("FILE"),
        help=_("the PDF to write; with --all, the folder"),
    )


def _let_argparse_speak_through_our_catalogue() -> None:
    # It asks the standard gettext, which knows only compiled files of one domain that all programs share. It
    # looks the names up whenever it speaks, so its texts follow the language installed here.
    vars(argparse).update(_=_of_argparse, ngettext=ngettext)


def _of_argparse(message: str) -> str:
    """Return a text of argparse in the language installed; the space or line break at its end stays."""
    text = message.rstrip()
    return _(text) + message[len(text) :]
