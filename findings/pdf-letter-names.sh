#!/usr/bin/env bash
# Guess: each word of a PDF is copied out with the characters that it was written with, since the file
# maps every glyph to its text.
# Seen (WeasyPrint 70.0, and pypdf 6.4.0 that reads it): a font shapes é and e with a combining acute to one glyph,
# and the glyph is named after the place where it is used first. One decomposed letter in the title of a French
# book decomposes every é that follows, and a search for "décision" finds none of them. Texts have to
# be brought to NFC before they are laid out; a check of each page alone does not see why it fails.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet weasyprint==70.0 pypdf==6.4.0 matplotlib==3.10.7

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import io
import sys
from pathlib import Path

import matplotlib
import pypdf
import weasyprint

for package in ("weasyprint", "pypdf"):
    print(package, importlib.metadata.version(package))
FONT = Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf").as_uri()  # a font of known glyphs
STYLE = f"<style>@font-face {{ font-family: known; src: url({FONT}) }} p {{ font-family: known }}</style>"
DECOMPOSED, COMPOSED = "de\u0301bat", "d\u00e9cision"


def words_of(*paragraphs: str) -> list[str]:
    """The words that are read from a page of paragraphs."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    pdf = weasyprint.HTML(string=f"<html lang=fr>{STYLE}<body>{body}").write_pdf()
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()


SEEN = {
    (COMPOSED,): [COMPOSED],
    (DECOMPOSED, COMPOSED): [DECOMPOSED, "de\u0301cision"],
    (COMPOSED, DECOMPOSED): [COMPOSED, "d\u00e9bat"],
}
changed = False
for written, seen in SEEN.items():
    read = words_of(*written)
    print(f"written {ascii(written)}, read {ascii(read)}")
    changed |= read != seen
sys.exit(changed)
PYTHON
