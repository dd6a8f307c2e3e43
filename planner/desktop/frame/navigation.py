"""The places of the window: a command and an entry of the sidebar each, and a page made when gone to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.desktop.frame.page_area import PageArea
from planner.desktop.frame.place_signs import PlaceSign
from planner.desktop.widgets.action import action


class SidebarPlace:
    """A place of the window: what it is called, its command, and its page once there is one."""

    def __init__(self, title: str, row: int, command: QAction, page: Callable[[], QWidget | None]) -> None:
        self.title = title
        self.row = row
        """Where it stands in the sidebar, from 0."""
        self.command = command
        self._page = page

    @property
    def page(self) -> QWidget | None:
        """The page of the place; None before it is first gone to."""
        return self._page()


class Navigation(QObject):
    """Leads from place to place, by the sidebar and by a command each, and marks where one is.

    Going to a place saves and closes the open plan first; if it cannot be saved, it stays open.
    """

    def __init__(self, area: PageArea, *, leave: Callable[[QWidget | None], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._area, self._leave = area, leave
        self._made: dict[str, QWidget] = {}
        self._behind: dict[QWidget, SidebarPlace] = {}
        self.places: list[SidebarPlace] = []
        """Every place, in the order of the sidebar."""
        area.sidebar.places.gone_to.connect(self._go_to_row)
        area.turned.connect(self._show_here)

    def add_page(
        self, text: str, title: str, sign: PlaceSign, make: Callable[[], QWidget], keys: str
    ) -> SidebarPlace:
        """Add a place whose page `make` makes, a child of the area's stack, when it is first gone to.

        `text` is its entry in the Go menu, `keys` its shortcut. A page that `Refreshes` does so each time
        it is gone to, and one that `TakesFocus` is asked to.
        """
        command = action(self, text, partial(self._go, title, make), keys)
        return self.add(title, sign, command, partial(self._made.get, title))

    def add_made(self, text: str, title: str, sign: PlaceSign, page: QWidget, keys: str) -> SidebarPlace:
        """Add a place as `add_page` does, whose page is there already."""
        self._made[title] = page
        return self.add_page(text, title, sign, lambda: page, keys)

    def add(
        self, title: str, sign: PlaceSign, command: QAction, page: Callable[[], QWidget | None]
    ) -> SidebarPlace:
        """Add a place that has its own command and page; `page` returns None while there is none."""
        place = SidebarPlace(title, self._area.sidebar.places.add(title, sign), command, page)
        self.places.append(place)
        self._show_here()
        return place

    def tell_count(self, place: SidebarPlace, count: int | None) -> None:
        """Show beside a place how much waits there; None shows nothing."""
        self._area.sidebar.places.show_count(place.row, count)

    def count_as(self, place: SidebarPlace, page: QWidget) -> None:
        """Mark `place` while the page is shown too, such as that of one client behind the list of all."""
        self._behind[page] = place

    def count_no_more(self, page: QWidget) -> None:
        """Forget a page that was counted as a place and is shown no more."""
        self._behind.pop(page, None)

    def place_of(self, page: QWidget | None) -> SidebarPlace | None:
        """Return the place that a page is of; None for a page that is of no place, and for None."""
        if page is None:
            return None
        by_itself = (place for place in self.places if place.page is page)
        return next(by_itself, None) or self._behind.get(page)

    def _go(self, title: str, make: Callable[[], QWidget]) -> None:
        page = self._made.get(title)
        if not self._leave(page):
            return
        if page is None:
            page = self._made[title] = make()
        if self._area.page is not page and self._area.messages.tells:  # a warning stays
            self._area.messages.dismiss()
        self._area.go_to(page)

    def _go_to_row(self, row: int) -> None:
        self.places[row].command.trigger()

    def _show_here(self) -> None:
        place = self.place_of(self._area.page)
        self._area.sidebar.places.show_here(-1 if place is None else place.row)
