"""Which commands there are, and what they take."""

import argparse
from pathlib import Path

from planner import __version__
from planner.cli.library_folder import LIBRARY_VARIABLE
from planner.wording.document_kinds import DOCUMENT_NAMES


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; wrong usage leaves with exit code 2."""
    top = argparse.ArgumentParser(
        prog="front-foot",
        description="Plan a sales call on the front foot. Without a command, opens the window.",
        epilog="ID is a plan's id or any unambiguous start of it.",
    )
    top.add_argument("--version", action="version", version=f"front-foot {__version__}")
    top.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help=f"the library's folder (default: ${LIBRARY_VARIABLE}, or else your data folder)",
    )
    top.add_argument(
        "--take-over",
        action="store_true",
        help="open the library although another computer says it has it open; only if it does not any more",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("sample", help="add the sample client and plan")
    _add_list_and_show(commands)
    importing = commands.add_parser("import", help="bring in plan files; all or nothing of each")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_export(commands)
    checking = commands.add_parser("check", help="say where a plan is on the back foot, and what to do")
    checking.add_argument("id", metavar="ID")
    checking.add_argument(
        "--json", action="store_true", help="as JSON: rule, initiative, state, evidence, action, answered"
    )
    pricing = commands.add_parser("price", help="print what a plan's price comes to, figure by figure")
    pricing.add_argument("id", metavar="ID")
    pricing.add_argument("--json", action="store_true", help="as JSON, with the inputs of every figure")
    commands.add_parser("verify", help="read every document of the library and name what is damaged")
    commands.add_parser("backup", help="make a backup now and print its path")
    restoring = commands.add_parser(
        "restore",
        help="put a backup in the library's place, or bring in another copy of it; after a backup of now",
    )
    what = restoring.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE")
    what.add_argument("--none", action="store_true", help="begin anew, although there are backups")
    commands.add_parser("schema", help="print the JSON Schema of a plan file")
    return top


def _add_list_and_show(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    listing = commands.add_parser("list", help="list the plans, the next call first")
    listing.add_argument("--json", action="store_true", help="as JSON: id, client, title, starts, state")
    showing = commands.add_parser("show", help="print a plan as a plan file")
    showing.add_argument("id", metavar="ID")
    showing.add_argument("--json", action="store_true", help="the same: a plan file is JSON")


def _add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    exporting = commands.add_parser("export", help="write a plan's page as PDF")
    which = exporting.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar="ID")
    which.add_argument("--all", action="store_true", help="every plan")
    exporting.add_argument(
        "--document",
        required=True,
        metavar="NAME",
        help=f"{', '.join(DOCUMENT_NAMES[:-1])} or {DOCUMENT_NAMES[-1]}",
    )
    exporting.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="what it is printed on (default: a4)"
    )
    exporting.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="the PDF to write; with --all, the folder"
    )
