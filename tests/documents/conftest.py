"""One renderer for all tests of documents: loading the fonts takes longer than most pages."""

import pytest

from planner.documents.renderer import Renderer


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer()
