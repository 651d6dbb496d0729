#!/usr/bin/env bash
# Guess: a PO file that polib reads and writes again holds what it held.
# Seen (polib 1.2.0): three things are gone without a word. The earlier source of an obsolete entry
# (`#~| msgid`, which `msgmerge --previous` writes and polib itself writes, too) is not read; a comment after
# the last entry is left out; in a file without header entry the comment of the first entry becomes
# that of the file. Whoever keeps the state of a translation in a comment loses it there.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet polib==1.2.0

"$folder/venv/bin/python" - <<'PYTHON'
import sys

import polib

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "a.1"\nmsgid "Light"\nmsgstr "Lumière"\n'
OBSOLETE = '#, fuzzy\n#~| msgid "Lamp"\n#~ msgctxt "a.2"\n#~ msgid "Lamps"\n#~ msgstr "Lampe"\n'

print("polib", polib.__version__)
obsolete = polib.pofile(HEADER + ENTRY + "\n" + OBSOLETE)[-1]
last = polib.pofile(HEADER + ENTRY + "\n# a last word\n")
first = polib.pofile("# state: reviewed\n" + ENTRY)
seen = {
    "earlier source of an obsolete entry": obsolete.previous_msgid,
    "comment after the last entry is kept": "a last word" in str(last),
    "comment of the first entry, no header": first[0].tcomment,
}
for what, value in seen.items():
    print(f"{what}: {value!r}")
sys.exit(list(seen.values()) != [None, False, ""])
PYTHON
