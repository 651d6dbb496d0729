#!/usr/bin/env bash
# Guess: /ViewerPreferences /Direction /R2L in a PDF only says on which side of a spread the first page
# lies; ISO 32000-1, table 150, gives it "no direct effect on the document's contents".
# Seen (pypdfium2 5.13.0 and the PDFium in it): the text that PDFium takes from a page, which Chromium and
# Edge search and copy, is turned round word by word, though all of it is Latin: a document symbol can
# no longer be found. pypdf 6.4.0 reads the same page as it is written. An Arabic book that shall be
# searched in a browser has to do without the entry.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pydyf==0.13.0 pypdfium2==5.13.0 pypdf==6.4.0

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import io
import sys

import pydyf
import pypdf
import pypdfium2

WORDS = "see CTOC/COP/2010/17, para. 8"
SEEN = {"": WORDS, "L2R": WORDS, "R2L": "8 .para /2010/17,COP/CTOC see"}


def page_of(direction: str) -> bytes:
    """A PDF of one page with a line of Latin letters."""
    pdf = pydyf.PDF()
    font = pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
    )
    line = pydyf.Stream()
    line.begin_text()
    line.set_font_size("F", 20)
    line.set_text_matrix(1, 0, 0, 1, 50, 90)
    line.show_text_string(WORDS)
    line.end_text()
    for entry in (font, line):
        pdf.add_object(entry)
    resources = pydyf.Dictionary({"Font": pydyf.Dictionary({"F": font.reference})})
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": pydyf.Array([0, 0, 400, 200])}
    pdf.add_page(pydyf.Dictionary(page | {"Contents": line.reference, "Resources": resources}))
    if direction:
        pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"Direction": f"/{direction}"})
    written = io.BytesIO()
    pdf.write(written)
    return written.getvalue()


for name in ("pydyf", "pypdfium2", "pypdf"):
    print(name, importlib.metadata.version(name))
failed = False
for direction, seen in SEEN.items():
    content = page_of(direction)
    taken = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    other = pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text()
    print(f"{direction or 'none':4}  PDFium: {taken!r}  pypdf: {other!r}")
    failed |= taken != seen or other != WORDS
sys.exit(failed)
PYTHON
