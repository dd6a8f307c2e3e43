"""What every test runs in, whoever's computer it is: a home, a language, a zone and fonts of its own."""

import os
import time
from collections.abc import MutableMapping
from pathlib import Path

import pymupdf_fonts

FAMILY = "FiraGO"
_FACES = ("figo", "figbo", "figit", "figbi")
_SYMBOLS = ("symbol1", "symbol2", "math")

_OF_THE_PERSON = ("LC_", "QT_", "FRONT_FOOT_", "XDG_")
_MEANT = {"QT_QPA_PLATFORM", "QT_SCALE_FACTOR"}
"""Whoever runs the tests may choose these."""

ZONE = "IST-5:30"
"""Half an hour off everybody else, and written so that no list of zones is needed."""

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def settle_in(folder: Path, environment: MutableMapping[str, str] = os.environ) -> None:
    """Make a home in the folder, and point the environment there: for this process and those it starts."""
    for name in list(environment):
        if name.startswith(_OF_THE_PERSON) and name not in _MEANT:
            del environment[name]
    environment.update(HOME=str(folder), LANG="C.UTF-8", LANGUAGE="en", TZ=ZONE)
    environment.update({name: str(_made(folder / place)) for name, place in _PLACES.items()})
    environment["FONTCONFIG_FILE"] = str(_fonts_in(folder))
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if environment is os.environ and hasattr(time, "tzset"):
        time.tzset()


_PLACES = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _fonts_in(folder: Path) -> Path:
    """Return a fontconfig file that knows the fonts of the page and no other."""
    fonts = _made(folder / "fonts")
    for name in (*_FACES, *_SYMBOLS):
        (fonts / f"{name}.ttf").write_bytes(pymupdf_fonts.fontbuffers[name]())
    config = folder / "fonts.conf"
    text = _FONTCONFIG.format(fonts=fonts, cache=_made(folder / ".cache" / "fontconfig"))
    config.write_text(text, encoding="utf-8")
    return config


def own_faces() -> list[bytes]:
    """Return the font files of the family: regular, bold, italic, and both."""
    return [pymupdf_fonts.fontbuffers[name]() for name in _FACES]
