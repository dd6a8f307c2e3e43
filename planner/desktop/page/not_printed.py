"""What is said where a page was not printed; it needs no printing of Qt's, which loads when it is wanted."""

from planner.desktop.widgets.message_bar import MessageBar
from planner.translation import _


def tell_not_printed(error: Exception, messages: MessageBar) -> None:
    """Warn in the message bar that the page was not printed, and why."""
    messages.warn(_("The page was not printed. {why}").format(why=error))
