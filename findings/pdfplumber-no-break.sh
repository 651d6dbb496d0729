#!/usr/bin/env bash
# Guess: a no-break space that a PDF with a standard font has (code A0 of WinAnsiEncoding) is one for a reader of PDF,
# so that "29 June" is known not to be divided at the end of a line.
# Seen (pdfplumber 0.11.10, fpdf2 2.8.4): the characters of the page have an ordinary space in its place, although the
# file has A0, and `extract_words` makes two words. A line that was ended before "29" because "29 June" had no room in it
# looks as if it had been ended early, such as the last of a paragraph; texts taken from a PDF lose the no-break spaces.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pdfplumber==0.11.10 fpdf2==2.8.4

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import io
import sys

import pdfplumber
from fpdf import FPDF

print("pdfplumber", importlib.metadata.version("pdfplumber"))
written = FPDF()
written.set_compression(False)
written.add_page()
written.set_font("Times", size=12)
written.text(40, 40, "on 29\u00a0June of that year")
content = bytes(written.output())
with pdfplumber.open(io.BytesIO(content)) as pdf:
    page = pdf.pages[0]
    seen = {
        "file": b"29\xa0June" in content,
        "chars": "".join(char["text"] for char in page.chars),
        "extract_words": [word["text"] for word in page.extract_words()],
    }
SEEN = {
    "file": True,
    "chars": "on 29 June of that year",
    "extract_words": ["on", "29", "June", "of", "that", "year"],
}
for name, value in seen.items():
    print(f"{name:14} {ascii(value)}")
sys.exit(seen != SEEN)
PYTHON
