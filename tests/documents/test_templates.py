"""A user's own templates: found first, sandboxed, and told where they are wrong."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.documents.errors import MarkupProblem, TemplateProblem
from planner.documents.markup import read_markup
from planner.documents.renderer import Renderer
from planner.model.errors import PlannerError
from tests.builders import a_plan
from tests.documents.reading import text_of


def _rendered(folder: Path, template: str) -> str:
    (folder / "call-plan.xml.j2").write_text(template, encoding="utf-8")
    return text_of(Renderer([folder]).render("call-plan", a_plan(**{"client.name": "A <b> & Co"})).pdf)


def test_a_users_template_comes_before_ours(tmp_path: Path) -> None:
    assert (
        _rendered(tmp_path, "<page><para>For {{ it.client }} alone</para></page>") == "For A <b> & Co alone"
    )


def test_a_folder_without_templates_leaves_ours(tmp_path: Path) -> None:
    page = Renderer([tmp_path]).render("call-plan", a_plan())
    assert "THE COMMITMENT WE ASK FOR" in text_of(page.pdf)


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ("<page>\n{% if it.client %}\n</page>", r"call-plan\.xml\.j2, line 3: .*endif"),
        ("<page>\n\n<para>{{ it.nothing_of_that_name }}</para></page>", r"line 3: .*nothing_of_that_name"),
        ("<page>\n<para>{{ it.client.__class__.__mro__ }}</para></page>", r"line 2: .*unsafe"),
        ("<page>\n{% include 'gone.j2' %}</page>", r"gone\.j2"),
        ("<page>\n<para>{{ 1 / 0 }}</para></page>", r"line 2: .*zero"),
        ("<page><para>unclosed</page>", r"call-plan\.xml\.j2: line 1 of the page: mismatched tag"),
        ("<page>\n<script/></page>", r"line 2 of the page: there is no element <script>"),
        ("<page><para colour='red'/></page>", r"<para> has no attribute colour"),
        ("<page><para style='loud'>x</para></page>", r'no style "loud"'),
        ("<page><table split='50 50'><tr><td/></tr></table></page>", r"holds 2 cells"),
        ("<page pages='two'></page>", r'pages of <page> is to be a number, not "two"'),
        ("<page pages='nan'></page>", r'pages of <page> is to be a number, not "nan"'),
        ("<page pages='inf'></page>", r'pages of <page> is to be a number, not "inf"'),
        ("<page><chart name='gone'/></page>", r'there is no chart "gone" here; there are: none'),
        ("<page><para>a<rule/></para></page>", r"<rule> cannot stand in text"),
        ("<page>\n<para lines='few'>x</para></page>", r"line 2 of the page: lines of <para> is to be like"),
        ("<page><item>x</item></page>", r"<item> cannot stand here"),
        ("<para>x</para>", r"a page begins with <page>"),
        ("", r"no element found"),
    ],
)
def test_a_wrong_template_is_named_with_the_place(tmp_path: Path, template: str, complaint: str) -> None:
    with pytest.raises(TemplateProblem, match=complaint) as caught:
        _rendered(tmp_path, template)
    assert isinstance(caught.value, PlannerError)


def test_a_list_in_a_users_template_is_cut_as_it_says_and_counts_what_is_left_out(tmp_path: Path) -> None:
    things = "{% for at in range(400) %}<item>Thing {{ at }}</item>{% endfor %}"
    template = f'<page whole="the dossier"><list noun="things" rows="10:7 20:3">{things}</list></page>'
    text = _rendered(tmp_path, template)
    assert "Thing 6 393 more things in the dossier" in text
    assert "Thing 7" not in text


def test_several_places_to_write_on_share_the_room_that_is_left(tmp_path: Path) -> None:
    template = '<page><lines least="3"/><para>Then</para><lines least="3"/></page>'
    (tmp_path / "call-plan.xml.j2").write_text(template, encoding="utf-8")
    (page,) = PdfReader(BytesIO(Renderer([tmp_path]).render("call-plan", a_plan()).pdf)).pages
    contents = page.get_contents()
    assert contents is not None
    ends = [float(operands[1]) for operands, operator in contents.operations if operator == b"l"]

    assert len(ends) > 30
    assert 30 < min(ends) < 60, "the last line ends the page, above its foot"


@pytest.mark.parametrize(
    "declaration",
    ['<!DOCTYPE page [<!ENTITY a "aaaaaaaa">]>', '<!DOCTYPE page SYSTEM "file:///etc/passwd">'],
)
def test_markup_declares_no_entities(declaration: str) -> None:
    with pytest.raises(MarkupProblem, match="declares no document type"):
        read_markup(f"{declaration}<page>&a;</page>")
