"""How the window looks: palette and style sheet, following the platform's light and dark."""

from pathlib import Path
from string import Template

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from planner.desktop.widgets.colours import DARK, LIGHT, Colours

_HERE = Path(__file__).parent
_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "input",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "page",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "problem",
    QPalette.ColorRole.ToolTipBase: "side",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "page",
    QPalette.ColorRole.Midlight: "hairline",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "hairline",
}
_GREYED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Theme(QObject):
    """The application's colours and style sheet, kept in step with the platform's colour scheme."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.colours = LIGHT
        self._apply(application.styleHints().colorScheme())
        application.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._apply(scheme)
        self.changed.emit()

    def _apply(self, scheme: Qt.ColorScheme) -> None:
        self.colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        self._application.setPalette(palette(self.colours))
        size = self._application.font().pointSizeF()
        self._application.setStyleSheet(style_sheet(self.colours, text_size=size))


def palette(colours: Colours) -> QPalette:
    """Return the colours as a Qt palette, which Fusion and our own painting draw from."""
    made = QPalette()
    for role, purpose in _ROLES.items():
        made.setColor(role, QColor(getattr(colours, purpose)))
    for role in _GREYED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made


def style_sheet(colours: Colours, *, text_size: float) -> str:
    """Return the style sheet in these colours; headings grow with the text's size in points."""
    sizes = {
        "title_size": f"{text_size * 1.6:.1f}pt",
        "verdict_size": f"{text_size * 1.25:.1f}pt",
        "subtitle_size": f"{text_size * 1.1:.1f}pt",
        "small_size": f"{text_size * 0.9:.1f}pt",
    }
    shade = "dark" if colours is DARK else "light"
    pictures = {name: (_HERE / f"{name}-{shade}.svg").as_posix() for name in ("arrow", "tick")}
    source = (_HERE / "style.qss").read_text(encoding="utf-8")
    return Template(source).substitute(msgspec.structs.asdict(colours), **sizes, **pictures)
