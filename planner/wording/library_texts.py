"""What a library says of itself, as people read it."""

from planner.model.library_values import BroughtIn
from planner.translation import _, ngettext
from planner.wording.lists import semicolon_list, sentences


def brought_in_text(brought_in: BroughtIn) -> str:
    """Return what became of a copy that was brought in, in sentences."""
    came = [*_plans(brought_in), *_clients(brought_in)] or [_("Everything in it is here already.")]
    if brought_in.unread:
        text = _("Not brought in, because it cannot be read: {documents}.")
        came.append(text.format(documents=semicolon_list(brought_in.unread)))
    if brought_in.put_away:
        came.append(_("The copy is kept as {name}.").format(name=brought_in.put_away[0].name))
    if brought_in.problem:
        came.append(brought_in.problem)
    return sentences([_("Brought in {name}.").format(name=brought_in.name), *came])


def _clients(brought_in: BroughtIn) -> list[str]:
    """Return a sentence about the clients that came without a plan, and one about those that differed."""
    fates = (
        (
            brought_in.clients_added,
            ngettext(
                "{count:,} client without a plan that was only there is here now.",
                "{count:,} clients without a plan that were only there are here now.",
                brought_in.clients_added,
            ),
        ),
        (
            brought_in.clients_united,
            ngettext(
                "{count:,} client has what was known here and there.",
                "{count:,} clients have what was known here and there.",
                brought_in.clients_united,
            ),
        ),
    )
    return [text.format(count=count) for count, text in fates if count]


def _plans(brought_in: BroughtIn) -> list[str]:
    """Return a sentence about the plans of each fate, none about none."""
    fates = (
        (
            brought_in.added,
            ngettext(
                "{count:,} plan that was only there is here now.",
                "{count:,} plans that were only there are here now.",
                brought_in.added,
            ),
        ),
        (
            brought_in.taken,
            ngettext(
                "{count:,} plan stands as it is there; how it was here is among the earlier versions.",
                "{count:,} plans stand as they are there; how they were here is among the earlier versions.",
                brought_in.taken,
            ),
        ),
        (
            brought_in.kept,
            ngettext(
                "{count:,} plan stands as it is here; how it was there is among the earlier versions.",
                "{count:,} plans stand as they are here; how they were there is among the earlier versions.",
                brought_in.kept,
            ),
        ),
    )
    return [text.format(count=count) for count, text in fates if count]
