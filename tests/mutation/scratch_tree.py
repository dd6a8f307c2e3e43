"""A copy of the checkout that mutmut works in: it lists the store's mutants there and tries them."""

import ast
import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

from tests.mutation.mutants import Edit, Tried, edit_in, function_of

CHECKOUT = Path(__file__).parents[2]
MUTATED = "planner/store"
TESTS = ("tests/store", "tests/cli")
"""The store's own, and the commands that reach what only they use."""
LEFT_OUT = ("tests/store/test_kill_storm.py",)
"""Kills writers at random moments: slow under mutmut, and its verdict need not be the same each time."""

_NOT_COPIED = shutil.ignore_patterns(".venv", ".git", "out", "build", "dist", "__pycache__", ".*_cache")
_KILLED = {1, 3, -11, -9}
"""How pytest ends after a red test or within itself, and a process that crashed."""
_TIMEOUTS = {-24, 24, 152}
_SURVIVED = {0, 5, 33}
"""Green, or no test comes near it."""


class NotJudged(Exception):
    """Whether a mutant survives could not be found out; says what mutmut said."""


class ScratchTree:
    """The copy, in an empty folder.

    The unmutated tests decide which tests a mutant needs: those that call its function, the fastest
    first. mutmut mutates functions and methods, not what is decorated nor what a module runs when it
    is imported.
    """

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self._temporary = folder / "tmp"
        self._temporary.mkdir()
        shutil.copytree(CHECKOUT, self.root, ignore=_NOT_COPIED)
        with (self.root / "pyproject.toml").open("a", encoding="utf-8") as settings:
            settings.write(_settings(sorted(path.name for path in self.root.iterdir())))

    def mutants(self) -> list[str]:
        """Return the names of all mutants of the store."""
        with contextlib.chdir(self.root):
            return [name for path in _sources() for name in _mutants_of(path)]

    def tried(self, names: Sequence[str], *, workers: int) -> list[Tried]:
        """Return what came of each mutant, in their order; NotJudged."""
        log = self.root / "mutmut.log"
        with log.open("wb") as out:
            command = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()", "run"]
            ended = subprocess.run(
                [*command, "--max-children", str(workers), *names],
                cwd=self.root,
                env=os.environ | {"PYTHONHASHSEED": "0", "TMPDIR": str(self._temporary)},
                stdout=out,
                stderr=out,
                check=False,
            )
        if ended.returncode:
            raise NotJudged(log.read_text(encoding="utf-8", errors="replace")[-4_000:])
        codes = dict(self._exit_codes())
        with contextlib.chdir(self.root):
            return [_tried(name, codes[name]) for name in names]

    def _exit_codes(self) -> Iterator[tuple[str, int | None]]:
        for path in sorted((self.root / "mutants" / MUTATED).glob("*.meta")):
            yield from msgspec.json.decode(path.read_bytes(), type=_Verdicts).exit_code_by_key.items()


class _Verdicts(msgspec.Struct):
    """What mutmut keeps of a module: how the tests of each mutant ended, None for those not tried."""

    exit_code_by_key: dict[str, int | None]


def _settings(copied: Sequence[str]) -> str:
    """Return mutmut's settings; a hang is given up after three times what the tests take, and more."""
    settings = {
        "source_paths": ["planner"],
        "only_mutate": [f"{MUTATED}/*.py"],
        "also_copy": [name for name in copied if name != "planner"],
        "pytest_add_cli_args": [
            *("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "tests.mutation.fastest_first"),
            *(f"--deselect={path}" for path in LEFT_OUT),
        ],
        "pytest_add_cli_args_test_selection": list(TESTS),
        # A test may start processes of its own, which must not grow from one in which tests have run.
        "process_isolation": "forkserver",
        "timeout_multiplier": 3.0,
        "timeout_constant": 10.0,
        "track_dependencies": False,
        "use_git_change_detection": False,
    }
    lines = (f"{name} = {msgspec.json.encode(value).decode()}\n" for name, value in settings.items())
    return "\n[tool.mutmut]\n" + "".join(lines)


def _sources() -> list[Path]:
    return sorted(Path(MUTATED).glob("*.py"))


def _mutants_of(path: Path) -> list[str]:
    mutated = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
    return [str(get_mutant_name(path, name)) for name in mutated.mutant_names]


def _tried(name: str, exit_code: int | None) -> Tried:
    if exit_code not in _KILLED | _TIMEOUTS | _SURVIVED:
        raise NotJudged(f"{name} ended with {exit_code}")
    path = Path(*name.rpartition(".")[0].split(".")).with_suffix(".py")
    diff = str(get_diff_for_mutant(name, path=path))
    edit = edit_in(diff, function_of(name))
    return Tried(name, edit, f"{path}:{_line_of(edit, path)}", diff, exit_code not in _SURVIVED)


def _line_of(edit: Edit, path: Path) -> int:
    """Return the line a mutation changes, or that of its function where the line occurs in no such form."""
    source = path.read_text(encoding="utf-8")
    *_, name = edit.function.split(".")
    changed = edit.was.partition("\n")[0]
    found = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
    ]
    lines = source.splitlines()
    for function in found:
        for line in range(function.lineno, (function.end_lineno or function.lineno) + 1):
            if lines[line - 1].strip() == changed:
                return line
    return found[0].lineno
