#!/usr/bin/env bash
# Guess: Pandoc reads an OpenDocument text as it reads one of Word, with the numbers that the author gave its lists.
# Seen (Pandoc of pypandoc_binary 1.17): a list that starts at 7 starts at 1; an item with its number written
# out gets another; a `text:numbered-paragraph` is not there at all; nor are dates, variables, the words in
# `text:meta` and the base of a ruby, all without a warning. Tracked changes are read as accepted.
# A resolution cannot be read from .odt with the numbers that it was adopted with.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

"$folder/venv/bin/python" - "$folder/a.odt" << 'PYTHON'
import subprocess
import sys
import zipfile

import pypandoc

print("Pandoc", pypandoc.get_pandoc_version())
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = f'xmlns:office="{URN}:office:1.0" xmlns:text="{URN}:text:1.0"'
PARTS = "<office:font-face-decls/>{styles}<office:automatic-styles/>{rest}"
MANIFEST = (
    f'<m:manifest xmlns:m="{URN}:manifest:1.0" m:version="1.2">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    '<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/></m:manifest>'
)


def as_plain(body: str, path: str) -> str:
    """What Pandoc reads of the body of an OpenDocument text."""
    styles = PARTS.format(styles="<office:styles/>", rest="<office:master-styles/>")
    content = PARTS.format(
        styles="", rest=f"<office:body><office:text>{body}</office:text></office:body>"
    )
    with zipfile.ZipFile(path, "w") as odt:
        odt.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        odt.writestr("META-INF/manifest.xml", MANIFEST)
        for name, inner in (("styles", styles), ("content", content)):
            root = f"office:document-{name}"
            odt.writestr(f"{name}.xml", f'<{root} {NAMES} office:version="1.2">{inner}</{root}>')
    command = [pypandoc.get_pandoc_path(), "--fail-if-warnings", "--to=plain", path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


SEEN = {
    '<text:list><text:list-item text:start-value="7"><text:p>Urges</text:p></text:list-item></text:list>': "1.  Urges",
    "<text:list><text:list-item><text:number>5.</text:number><text:p>Urges</text:p></text:list-item></text:list>": (
        "1.  Urges"
    ),
    '<text:numbered-paragraph text:level="1"><text:number>3.</text:number><text:p>Urges</text:p>'
    "</text:numbered-paragraph>": "",
    "<text:p>of <text:date>12 May</text:date>, <text:meta>Vienna</text:meta></text:p>": "of ,",
    '<text:p>number <text:sequence text:name="t">3</text:sequence></text:p>': "number 3",
}
changed = False
for body, seen in SEEN.items():
    text = as_plain(body, sys.argv[1])
    print(f"{text!r:14} from {body}")
    changed |= text != seen
sys.exit(changed)
PYTHON
