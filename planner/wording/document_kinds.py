"""The documents there are: the one list that renderer, menu, command line and file names follow."""

import msgspec

from planner.translation import N_

CALL_PLAN = "call-plan"
REFLECTION = "reflection"
INSIGHTS = "insights"
"""The document of many calls, which is no plan's: it has a page and a template, and a button of its own."""
DAY = "day"
"""The document of one day's calls, which is no plan's either; a command prints it."""


class DocumentKind(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a plan.

    `name` is what the command line, the template and the view know it by, `called` what people call it;
    `menu` and `keys` are its entry in the menu, `in_file_name` what the name of its file says of it. What
    is for the client holds nothing of ours, nor does the name of its file. Where `called`, `menu` and
    `in_file_name` are shown, they are translated.
    """

    name: str
    called: str
    menu: str
    keys: str = ""
    in_file_name: str = ""
    for_the_client: bool = False


DOCUMENTS = (
    DocumentKind(name=CALL_PLAN, called=N_("Call plan"), menu=N_("&Export Call Plan as PDF…"), keys="Ctrl+E"),
    DocumentKind(
        name="agenda",
        called=N_("Agenda"),
        menu=N_("Export A&genda for the Client…"),
        in_file_name=N_("agenda"),
        for_the_client=True,
    ),
    DocumentKind(
        name="price",
        called=N_("Price"),
        menu=N_("Export Pr&ice for the Client…"),
        in_file_name=N_("price"),
        for_the_client=True,
    ),
    DocumentKind(
        name="price-workings",
        called=N_("Price workings"),
        menu=N_("Export Price &Workings as PDF…"),
        in_file_name=N_("price workings"),
    ),
    DocumentKind(
        name=REFLECTION,
        called=N_("Reflection"),
        menu=N_("Export &Reflection as PDF…"),
        keys="Ctrl+Shift+E",
        in_file_name=N_("reflection"),
    ),
    DocumentKind(
        name="dossier", called=N_("Dossier"), menu=N_("Export &Dossier as PDF…"), in_file_name=N_("dossier")
    ),
)
"""The documents in the order of the menu."""

DOCUMENT_NAMES = tuple(kind.name for kind in DOCUMENTS)

FOR_THE_CLIENT = frozenset(kind.name for kind in DOCUMENTS if kind.for_the_client)
"""The names of the documents that a client is given."""

_KINDS = {kind.name: kind for kind in DOCUMENTS}


def document_kind(name: str) -> DocumentKind:
    """Return the document of that name; KeyError if there is none."""
    return _KINDS[name]
