"""The documents there are: the one list that renderer, menu, command line and file names follow."""

import msgspec

from planner.translation import N_

CALL_PLAN = "call-plan"
REFLECTION = "reflection"
INSIGHTS = "insights"
"""The document of many calls, which is no plan's: it has a page and a template, and a button of its own."""


class DocumentKind(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a plan.

    `name` is what the command line, the template and the view know it by, `called` what people call it;
    `menu` and `keys` are its entry in the menu, `in_file_name` what the name of its file says of it. What
    is for the client holds nothing of ours, nor does the name of its file.
    """

    name: str
    called: str
    menu: str
    keys: str = ""
    in_file_name: str = ""
    for_the_client: bool = False


DOCUMENTS = (
    DocumentKind(name=CALL_PLAN, called="call plan", menu=N_("&Export Call Plan as PDF…"), keys="Ctrl+E"),
    DocumentKind(
        name="agenda",
        called="agenda",
        menu=N_("Export A&genda for the Client…"),
        in_file_name="agenda",
        for_the_client=True,
    ),
    DocumentKind(
        name="price",
        called="price",
        menu=N_("Export Pr&ice for the Client…"),
        in_file_name="price",
        for_the_client=True,
    ),
    DocumentKind(
        name="price-workings",
        called="price workings",
        menu=N_("Export Price &Workings as PDF…"),
        in_file_name="price workings",
    ),
    DocumentKind(
        name=REFLECTION,
        called="look back",
        menu=N_("Export &Look Back as PDF…"),
        keys="Ctrl+Shift+E",
        in_file_name="look back",
    ),
    DocumentKind(
        name="dossier", called="dossier", menu=N_("Export Dossie&r as PDF…"), in_file_name="dossier"
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
