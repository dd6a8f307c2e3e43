"""Write the catalogue anew: make texts."""

from tests.texts.catalogue import FILE, catalogue

FILE.parent.mkdir(exist_ok=True)
FILE.write_text(catalogue(), encoding="utf-8")
