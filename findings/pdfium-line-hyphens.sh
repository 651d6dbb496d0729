#!/usr/bin/env bash
# Guess: a hyphen at the end of a line of a PDF is a hyphen in the text that PDFium gives, and the line ends there.
# Seen (pypdfium2 5.13.0): between letters the hyphen is U+FFFE, which is no character, in `get_text_range`, and
# U+0002 in `get_text_bounded`; the end of the line is not in the text. Between figures or after a slash it stays
# a hyphen with its line end. That the hyphen of "long-term" belongs to the word and that of "par-ties" to the line
# cannot be told any more; a reader has to take the characters one by one, where the code of both is 2.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypdfium2==5.13.0 reportlab==4.4.5

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import io
import sys

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

print("pypdfium2", importlib.metadata.version("pypdfium2"))
LINES = ["States par-", "ties and long-", "term work in 2020-", "2024"]
file = io.BytesIO()
canvas = Canvas(file)
text = canvas.beginText(72, 700)
text.textLines(LINES)
canvas.drawText(text)
canvas.save()
page = pypdfium2.PdfDocument(file.getvalue())[0].get_textpage()
SEEN = {
    "get_text_range": "States par\ufffeties and long\ufffeterm work in 2020-\r\n2024",
    "get_text_bounded": "States par\x02ties and long\x02term work in 2020-\r\n2024",
}
changed = False
for name, seen in SEEN.items():
    text = getattr(page, name)()
    print(f"{name:17} {ascii(text)}")
    changed |= text != seen
sys.exit(changed)
PYTHON
