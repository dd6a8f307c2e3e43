"""Where the files that ship beside the code are found: forms and templates."""

import importlib.resources
from pathlib import Path


def resource_folder(name: str) -> Path:
    """Return the folder `forms` or `templates`: inside the installed package, else in the checkout."""
    packaged = Path(str(importlib.resources.files("planner"))) / name
    return packaged if packaged.is_dir() else packaged.parents[1] / name
