"""A document as it prints."""

import msgspec


class RenderedPage(msgspec.Struct, frozen=True):
    """A document as a PDF file, with its number of pages.

    `missing_glyphs` are the characters that no font could print; `shortened` names what was left out or cut.
    """

    pdf: bytes
    pages: int
    missing_glyphs: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
