#!/usr/bin/env bash
# Guess: the text of a paragraph in python-docx is what Word shows: inserted words with it, deleted
# ones without.
# Seen (python-docx 1.2.0): of everything that wraps a run only a hyperlink is opened. Inserted and moved
# words, content controls, simple fields, smart tags and embedded directions are not in `Paragraph.text`,
# without a word, while hidden words are. "Calls not upon" becomes "Calls upon", a good sentence of the
# opposite meaning. Whoever compares a file with tracked changes has to walk the XML.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet python-docx==1.2.0

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import sys

from docx import Document
from docx.oxml import parse_xml

print("python-docx", importlib.metadata.version("python-docx"))
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="Reviser" w:date="2024-01-01T00:00:00Z"'
RUN = '<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return RUN.format(words=words, properties=properties)


INNER = run("not ")
# How the word between "Calls " and "upon" stands, and whether it is in the text.
SEEN = {
    f'<w:hyperlink w:anchor="a">{INNER}</w:hyperlink>': True,
    run("not ", "<w:rPr><w:vanish/></w:rPr>"): True,
    f"<w:ins {BY}>{INNER}</w:ins>": False,
    f"<w:moveTo {BY}>{INNER}</w:moveTo>": False,
    f"<w:sdt><w:sdtContent>{INNER}</w:sdtContent></w:sdt>": False,
    f'<w:fldSimple w:instr=" REF a ">{INNER}</w:fldSimple>': False,
    f'<w:smartTag w:uri="u" w:element="e">{INNER}</w:smartTag>': False,
    f'<w:dir w:val="ltr">{INNER}</w:dir>': False,
}
changed = False
for markup, seen in SEEN.items():
    document = Document()
    old = document.add_paragraph()._p
    new = parse_xml(f"<w:p {NAMESPACE}>{run('Calls ')}{markup}{run('upon')}</w:p>")
    old.getparent().replace(old, new)
    text = document.paragraphs[-1].text
    print(f"{markup[: markup.find('>') + 1]:70} {text!r}")
    changed |= text != ("Calls not upon" if seen else "Calls upon")
sys.exit(changed)
PYTHON
