#!/usr/bin/env bash
# Guess: where a text has a figure in square brackets of its own, Pandoc writes the marks of notes in plain text so that
# both can be told apart, as it escapes brackets in Markdown.
# Seen (Pandoc 3.9, of pypandoc_binary 1.17): the writer `plain` gives a note and a figure in brackets the same form,
# and the notes at the end, wrapped over several lines, have no indent. Which "[1]" calls a note can only be told by
# what else the text says: a reader has to find notes for every number, or for none.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

"$folder/venv/bin/python" - << 'PYTHON'
import sys

import pypandoc

print("pandoc", pypandoc.get_pandoc_version())
MARKDOWN = "Recalling \\[1\\] lamps,[^1] and wicks.\n\n[^1]: See the list of lamps of the coast."
seen = pypandoc.convert_text(MARKDOWN, "plain", format="markdown", extra_args=["--columns=24"])
SEEN = "Recalling [1] lamps,[1]\nand wicks.\n\n[1] See the list of\nlamps of the coast.\n"
print(ascii(seen.replace("\r", "")))
sys.exit(seen.replace("\r", "") != SEEN)
PYTHON
