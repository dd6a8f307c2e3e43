"""Reading a PDF back: its text, its fonts, the sizes its letters are printed in."""

import re
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """All text, runs of white space as one space."""
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Text without white space, for what a line break may part."""
    return re.sub(r"\s+", "", text)


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts of the first page by name, and whether each is embedded."""
    found = {}
    resources: Any = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]
    for font in resources["/Font"].values():
        described = font.get_object()
        descendants = described.get("/DescendantFonts")
        if descendants is not None:
            described = descendants.get_object()[0].get_object()
        descriptor = described.get("/FontDescriptor")
        embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
        found[str(described["/BaseFont"])] = embedded
    return found


def sizes_of(pdf: bytes) -> dict[float, int]:
    """How many characters are printed in each font size, over all pages."""
    sizes: dict[float, int] = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        size = 0.0
        contents = page.get_contents()
        assert contents is not None
        for operands, operator in contents.operations:
            if operator == b"Tf":
                size = float(operands[1])
            elif operator == b"TJ":
                count = sum(len(one) for one in operands[0] if not isinstance(one, int | float))
                sizes[size] = sizes.get(size, 0) + count
    return sizes
