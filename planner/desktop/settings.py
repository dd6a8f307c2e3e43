"""Settings of the window: what it remembers between two runs."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from planner.desktop.ports import A4, PAPERS


class Settings:
    """What the window remembers between two runs; what is missing or damaged reads as its default.

    Each property may be set: it is stored then.
    """

    def __init__(self, stored: QSettings) -> None:
        self._stored = stored

    @property
    def geometry(self) -> QByteArray:
        """The main window's place and size, as Qt saves them; empty at first."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._stored.setValue("window/geometry", geometry)

    @property
    def divider(self) -> QByteArray:
        """Where form and page meet, as Qt saves it; empty at first."""
        return self._bytes("preview/divider")

    @divider.setter
    def divider(self, divider: QByteArray) -> None:
        self._stored.setValue("preview/divider", divider)

    @property
    def preview_shown(self) -> bool:
        """Whether the page is shown beside the form; it is at first."""
        return self._stored.value("preview/shown", "true") != "false"

    @preview_shown.setter
    def preview_shown(self, shown: bool) -> None:
        self._stored.setValue("preview/shown", "true" if shown else "false")

    @property
    def paper(self) -> str:
        """The paper chosen last, a key of PAPERS; A4 at first."""
        paper = self._stored.value("page/paper", A4)
        return paper if isinstance(paper, str) and paper in PAPERS else A4

    @paper.setter
    def paper(self, paper: str) -> None:
        self._stored.setValue("page/paper", paper)

    @property
    def currency(self) -> str:
        """The ISO code of the currency that new prices begin with; "" where none was chosen."""
        code = self._stored.value("price/currency", "")
        return code if isinstance(code, str) and len(code) == 3 and code.isalpha() else ""

    @currency.setter
    def currency(self, code: str) -> None:
        self._stored.setValue("price/currency", code)

    @property
    def export_folder(self) -> Path:
        """The folder exported to last, or the home folder."""
        folder = self._stored.value("export/folder", "")
        return Path(folder) if isinstance(folder, str) and folder and Path(folder).is_dir() else Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._stored.setValue("export/folder", str(folder))

    @property
    def open_exported(self) -> bool:
        """Whether an exported page is opened afterwards without asking; it is not at first."""
        return self._stored.value("export/open", "false") == "true"

    @open_exported.setter
    def open_exported(self, wanted: bool) -> None:
        self._stored.setValue("export/open", "true" if wanted else "false")

    def save(self) -> None:
        """Write what changed to the file now."""
        self._stored.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._stored.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
