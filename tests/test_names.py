"""A name means one thing in the whole program."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def test_no_class_name_is_defined_twice() -> None:
    assert _defined_twice(_classes) == {}


def test_no_public_function_name_is_defined_in_two_modules() -> None:
    assert _defined_twice(_public_functions) == {}


def _defined_twice(names: Callable[[ast.Module], Iterator[str]]) -> dict[str, list[str]]:
    """Return each name that is defined more than once, with the files that do."""
    files: dict[str, list[str]] = {}
    for path in sorted((CHECKOUT / "planner").rglob("*.py")):
        for name in names(ast.parse(path.read_bytes())):
            files.setdefault(name, []).append(path.relative_to(CHECKOUT).as_posix())
    assert len(files) > 100, "the program was not found"
    return {name: defining for name, defining in files.items() if len(defining) > 1}


def _classes(module: ast.Module) -> Iterator[str]:
    return (node.name for node in ast.walk(module) if isinstance(node, ast.ClassDef))


def _public_functions(module: ast.Module) -> Iterator[str]:
    functions = (node for node in module.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return (function.name for function in functions if not function.name.startswith("_"))
