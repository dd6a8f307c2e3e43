"""A currency by its ISO code."""

from PySide6.QtCore import QLocale, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.desktop.fields.currencies import COMMON, known_currencies
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.desktop.widgets.popup_anchor import PopupAnchor
from planner.model.currency_signs import meant_by, settled
from planner.model.plain_digits import in_plain_digits
from planner.translation import _


class CurrencyField(TypedField):
    """A currency code, typed or picked from the common ones; blank is ""."""

    blank = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self._anchor = PopupAnchor(self)
        self.line.let_unfold(_("Choose a currency (Alt+Down)"))
        self.line.unfolded.connect(self.show_popup)

    def read_text(self, text: str) -> str:
        """Return the code in capitals; of a sign that of the locale's currency, else the one it usually is.

        Unreadable if no currency is called so, or several share a sign that usually is none of them.
        """
        code = text.strip().upper()
        if code in known_currencies():
            return code
        here = self.locale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        meant = meant_by(in_plain_digits(text), (here,))
        if len(meant) > 1:
            shared = _("{sign} is used by several currencies; write {first} or {second}")
            raise Unreadable(shared.format(sign=text.strip(), first=meant[0], second=meant[1]))
        if settled(meant) not in known_currencies():
            raise Unreadable(_("Expected a currency such as EUR, not “{text}”").format(text=text.strip()))
        return settled(meant)

    def shown_text(self, value: str) -> str:
        """Return the code."""
        return value

    @Slot()
    def show_popup(self) -> None:
        """Show the common currencies under the line."""
        if self._menu is None:
            self._menu = QMenu(self)
            for code in COMMON:
                self._menu.addAction(code)
            self._menu.triggered.connect(self._pick)
        self._menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        self._anchor.hold(self._menu)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        self.set_value(action.text())
        self._write(typing=False)
        self.line.setFocus()
