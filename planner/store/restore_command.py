"""What to type to put back, or bring in, what a message speaks of."""

import shlex
from pathlib import Path


def restore_command(folder: Path, what: Path | str) -> str:
    """Return the shell command that restores `what`, a file or an option, into the library in the folder.

    The folder is named even where it is the usual one: without it the command would change that one.
    """
    return f"front-foot --library {shlex.quote(str(folder))} restore {shlex.quote(str(what))}"
