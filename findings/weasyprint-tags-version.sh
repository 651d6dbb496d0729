#!/usr/bin/env bash
# Guess: a tagged PDF for which no version is asked has the structure of the version in its first line, 1.7.
# Seen (WeasyPrint 70.0 with pydyf 0.13.0): the first line says 1.7, but the structure has the namespace of PDF 2.0
# (`/Namespaces`, `/NS`), which PDF 1.7 does not know. Asked for "1.7" by name, or for PDF/UA-1, it has none.
# Who makes tagged files without a variant names the version.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet weasyprint==70.0 pydyf==0.13.0 pikepdf==10.17.0

"$folder/venv/bin/python" - << 'PYTHON'
import io
import sys

import pikepdf
import weasyprint

print("WeasyPrint", weasyprint.__version__)
page = '<html lang="en"><title>Lamps</title><p>Keepers trim each lamp.</p></html>'
seen = {}
for options in ({}, {"pdf_version": "1.7"}, {"pdf_variant": "pdf/ua-1"}):
    content = weasyprint.HTML(string=page).write_pdf(pdf_tags=True, **options)
    pdf = pikepdf.open(io.BytesIO(content))
    root = pdf.Root.StructTreeRoot
    first = content.partition(b"\n")[0].decode()
    seen[str(options)] = (first, "/Namespaces" in root, "/NS" in root.K[0])
    print(f"{options!s:28} {first}, namespaces: {seen[str(options)][1:]}")
sys.exit(list(seen.values()) != [("%PDF-1.7", True, True), *[("%PDF-1.7", False, False)] * 2])
PYTHON
