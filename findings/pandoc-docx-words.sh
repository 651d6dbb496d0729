#!/usr/bin/env bash
# Guess: Pandoc reads every word that Word shows in a paragraph, or warns of what it leaves out.
# Seen (Pandoc of pypandoc_binary 1.17): words within the elements below are left out without a word on
# any output, and the words on both sides of w:cr are joined. Word writes w:dir and w:bdo for embedded
# directions in Arabic and Hebrew, w:fldSimple for cross-references and document properties.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

"$folder/venv/bin/python" - "$folder" << 'PYTHON'
import subprocess
import sys
import zipfile
from pathlib import Path

import pypandoc

print("Pandoc", pypandoc.get_pandoc_version())
folder = Path(sys.argv[1])
run = "<w:r><w:t>{}</w:t></w:r>".format
words = run("words")
shown = {
    "w:fldSimple": f'<w:fldSimple w:instr="REF a">{words}</w:fldSimple>',
    "w:dir": f'<w:dir w:val="rtl">{words}</w:dir>',
    "w:bdo": f'<w:bdo w:val="ltr">{words}</w:bdo>',
    "w:customXml": f'<w:customXml w:element="a">{words}</w:customXml>',
    "w:ruby": f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('aid')}</w:rt>"
    f"<w:rubyBase>{words}</w:rubyBase></w:ruby></w:r>",
    "w:cr": "<w:r><w:t>wo</w:t><w:cr/><w:t>rds</w:t></w:r>",
}
pypandoc.convert_text("before PLACE after", "docx", "markdown", outputfile=str(folder / "a.docx"))
lost = {}
for name, markup in shown.items():
    with zipfile.ZipFile(folder / "a.docx") as source, zipfile.ZipFile(folder / "b.docx", "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/document.xml":
                text = content.decode().replace("PLACE", f"</w:t></w:r>{markup}<w:r><w:t>")
                content = text.encode()
            made.writestr(part, content)
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=docx", "--to=plain", str(folder / "b.docx")],
        capture_output=True,
        text=True,
        check=True,
    )
    lost[name] = "wo rds" not in done.stdout if name == "w:cr" else "words" not in done.stdout
    print(f"{name:12} {done.stdout.strip()!r} {done.stderr.strip()!r}")
print("lost or joined:", lost)
sys.exit(not all(lost.values()))
PYTHON
