#!/usr/bin/env bash
# Guess: Babel joins a Spanish list with "e" before a word that begins with the sound i, and with "u"
# before one with o, as the language demands ("padres e hijos", "siete u ocho").
# Seen (Babel 2.18.0): always "y" and "o". The patterns of CLDR that Babel reads have no such rule; ICU
# adds it in code. The word before the last in a list has to be chosen by the program that prints it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet babel==2.18.0

"$folder/venv/bin/python" - << 'PYTHON'
import sys

import babel
from babel.lists import format_list

print("Babel", babel.__version__)
SEEN = {
    ("standard", "Francia", "Italia"): "Francia y Italia",
    ("standard", "padres", "hijos"): "padres y hijos",
    ("or", "siete", "ocho"): "siete o ocho",
}
failed = False
for (style, *words), seen in SEEN.items():
    made = format_list(words, style=style, locale="es")
    print(f"{style:9} {made}")
    failed |= made != seen
sys.exit(failed)
PYTHON
