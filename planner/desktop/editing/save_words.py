"""Whether what is shown is saved, in words."""

from planner.desktop.editing.document import PlanDocument, SaveState
from planner.translation import _, ngettext


def save_in_words(document: PlanDocument, unread: int) -> str:
    """Return whether the document is saved, or why not; `unread` counts the answers that cannot be read."""
    if document.save_state is SaveState.FAILED:
        return _("Not saved: {why} Trying again.").format(why=document.save_error)
    if document.save_state is not SaveState.SAVED:
        return _("Saving…")
    if unread:
        pattern = ngettext(
            "Saved, except one answer that could not be read",
            "Saved, except {count} answers that could not be read",
            unread,
        )
        return pattern.format(count=unread)
    return _("✓ Saved")
