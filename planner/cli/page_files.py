"""What is said of a page that was written to a file."""

import sys
from pathlib import Path

from planner.model.rendered_page import RenderedPage
from planner.translation import _
from planner.wording.lists import semicolon_list


def tell_written(path: Path, page: RenderedPage) -> None:
    """Print the path; missing glyphs and shortened parts are told on stderr."""
    sys.stdout.write(f"{path}\n")
    if page.missing_glyphs:
        text = _("no font has {characters}").format(characters=" ".join(page.missing_glyphs))
        sys.stderr.write(f"{path}: {text}\n")
    if page.shortened:
        text = _("shortened: {parts}").format(parts=semicolon_list(page.shortened))
        sys.stderr.write(f"{path}: {text}\n")
