"""A document is in one catalogue, and everything that offers one follows it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from planner.cli import usage
from planner.documents.renderer import VIEWS
from planner.documents.templates import own_templates
from planner.wording.document_kinds import (
    DAY,
    DOCUMENT_NAMES,
    DOCUMENTS,
    FOR_THE_CLIENT,
    INSIGHTS,
    document_kind,
)

CHECKOUT = Path(__file__).parent.parent


def test_every_document_has_a_view_and_a_template_and_there_are_no_others() -> None:
    templates = {path.name.removesuffix(".xml.j2") for path in own_templates().glob("*.xml.j2")}

    assert tuple(VIEWS) == DOCUMENT_NAMES
    assert templates == {*DOCUMENT_NAMES, INSIGHTS, DAY}


def test_the_command_line_names_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        usage.parser().parse_args(["export", "--help"])
    _, _, options = " ".join(capsys.readouterr().out.split()).partition("options:")
    told = re.search(r"--document NAME (.*?) --paper", options)

    assert told is not None
    assert tuple(re.split(", | or ", told[1])) == (*DOCUMENT_NAMES, DAY)


def test_what_a_form_exports_is_a_document() -> None:
    named = {
        text.text
        for form in (CHECKOUT / "forms").rglob("*.ui")
        for text in ET.parse(form).iterfind(".//property[@name='document']/string")
    }

    assert named - {"printed"} <= set(DOCUMENT_NAMES)
    assert len(named) > 1


def test_the_readme_names_every_document() -> None:
    readme = (CHECKOUT / "README.md").read_text()
    line = next(line for line in readme.splitlines() if "export ID --document" in line)
    assert set(re.findall(r"[a-z-]+", line.partition("--document")[2])) >= set(DOCUMENT_NAMES)
    assert f"export --document {DAY} " in readme


def test_names_and_words_are_each_documents_own() -> None:
    for of_kind in ("name", "called", "menu", "in_file_name"):
        assert len({getattr(kind, of_kind) for kind in DOCUMENTS}) == len(DOCUMENTS)
    assert {document_kind(name).name for name in DOCUMENT_NAMES} == set(DOCUMENT_NAMES)
    assert {kind.in_file_name for kind in DOCUMENTS if kind.name in FOR_THE_CLIENT} == FOR_THE_CLIENT
