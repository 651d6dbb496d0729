#!/usr/bin/env bash
# Guess: `--embed-resources` replaces the addresses of what a page embeds, and leaves the rest of the page as it is.
# Seen (Pandoc 3.9, of pypandoc_binary 1.17): it writes every element anew. An attribute with an empty value loses it
# (`content=""` becomes `content`), though there is nothing to embed. To HTML that is the same; a page that was
# well-formed XML is none any more, and XML parsers refuse it.
# A template leaves out an element whose value would be empty.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

"$folder/venv/bin/python" - "$folder/page.html" << 'PYTHON'
import sys
from pathlib import Path

import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
template = Path(sys.argv[1])
template.write_text('<meta name="keywords" content="$keywords$" />\n$body$\n')
seen = []
for options in ([], ["--embed-resources"]):
    page = pypandoc.convert_text(
        "Lamps", "html5", format="markdown", extra_args=["--standalone", f"--template={template}", *options]
    )
    seen.append(page.splitlines()[0])
    print(options, seen[-1])
sys.exit(seen != ['<meta name="keywords" content="" />', '<meta name="keywords" content />'])
PYTHON
