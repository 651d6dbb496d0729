#!/usr/bin/env bash
# Guess: Pandoc keeps how Word numbers a list, or warns where its own lists cannot say it.
# Seen (Pandoc of pypandoc_binary 1.17): formats that are no Latin letters, Roman or Arabic numerals become a
# list of no particular style, without a word on any output; printed again, (أ) (ب) and (а) (б) are
# 1. 2. Such are the letters of subparagraphs in Arabic and Russian documents of international
# bodies; a text that refers to "subparagraph (ب)" then refers to nothing.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

"$folder/venv/bin/python" - "$folder" << 'PYTHON'
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pypandoc

print("Pandoc", pypandoc.get_pandoc_version())
folder = Path(sys.argv[1])
SEEN = {
    "decimal": "Decimal",
    "lowerLetter": "LowerAlpha",
    "lowerRoman": "LowerRoman",
    "arabicAlpha": "DefaultStyle",
    "arabicAbjad": "DefaultStyle",
    "russianLower": "DefaultStyle",
    "chineseCountingThousand": "DefaultStyle",
}
pypandoc.convert_text("1. one\n2. two\n", "docx", "markdown", outputfile=str(folder / "a.docx"))
failed = False
for numbers, seen in SEEN.items():
    with zipfile.ZipFile(folder / "a.docx") as source, zipfile.ZipFile(folder / "b.docx", "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if part == "word/numbering.xml":
                text = content.decode().replace('numFmt w:val="decimal"', f'numFmt w:val="{numbers}"')
                content = text.encode()
            made.writestr(part, content)
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=docx", "--to=json", str(folder / "b.docx")],
        capture_output=True,
        text=True,
        check=True,
    )
    read = json.loads(done.stdout)["blocks"][0]["c"][0][1]["t"]
    print(f"{numbers:24} {read:13} {done.stderr.strip()!r}")
    failed |= read != seen or bool(done.stderr.strip())
sys.exit(failed)
PYTHON
