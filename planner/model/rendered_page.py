"""A document as it prints."""

import msgspec


class RenderedPage(msgspec.Struct, frozen=True):
    """A document as PDF. What no font could print and what was cut visibly is named in words."""

    pdf: bytes
    pages: int
    missing_glyphs: tuple[str, ...] = ()
    shortened: tuple[str, ...] = ()
