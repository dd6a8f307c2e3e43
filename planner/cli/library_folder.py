"""Where the library lies."""

import os
from pathlib import Path

LIBRARY_VARIABLE = "FRONT_FOOT_LIBRARY"


def library_folder(given: Path | None) -> Path:
    """Return the library's folder: the one given, that of the environment, or the data folder."""
    if given is not None:
        return given
    if named := os.environ.get(LIBRARY_VARIABLE):
        return Path(named)
    import platformdirs  # noqa: PLC0415 -- 20 ms that most commands of a script do without

    return platformdirs.user_data_path("front-foot", appauthor=False)
