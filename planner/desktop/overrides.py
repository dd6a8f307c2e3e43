"""What Qt calls of ours raises whole exceptions, also on Python 3.11."""

import functools
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject


def raise_whole_exceptions() -> None:
    """Have each class of ours made from now on raise whole exceptions from the methods that Qt calls.

    What is raised in C, as by `int("x")`, `[][0]` or a deleted widget, is on Python 3.11 a type and a text
    until something catches it. PySide takes the text for the exception: where we called Qt and Qt calls us,
    the process died instead of the error being told. Caught and raised again it is whole. From 3.12 on it is
    so at once, and this need not be called.
    """
    for base in QObject.__mro__[1:-1]:  # what all of Qt's classes derive from; QUndoCommand is no QObject
        base.__init_subclass__ = classmethod(_made)  # type: ignore[assignment, method-assign]


def _made(made: type[Any], /, **named: Any) -> None:
    qt = [base for base in made.__mro__ if base.__module__.startswith(("PySide6.", "Shiboken"))]
    super(qt[-1], made).__init_subclass__(**named)  # type: ignore[arg-type]
    for name, method in list(vars(made).items()):
        if isinstance(method, FunctionType) and name[0] != "_" and any(name in vars(base) for base in qt):
            setattr(made, name, _raising_whole(method))


def _raising_whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def raising_whole(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203 - being caught is what makes it whole
            raise

    return raising_whole
