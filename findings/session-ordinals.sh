#!/usr/bin/env bash
# Guess: a library that writes out ordinals gives what the heading of a session prints ("quatre-vingtième
# session", "الدورة الحادية والعشرون"), in the languages that it lists.
# Seen (num2words 0.5.14): in French the ordinal is made from the cardinal with its s, "quatre-vingtsième", which is
# no word, for the eightieth of anything. In Arabic the ordinals over twenty are a cardinal with "و"
# as a word of its own, never with an article. Chinese has a module that raises for every number.
# So the ordinals of sessions are data that a linguist writes, and no library is asked for them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet num2words==0.5.14

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import sys

from num2words import num2words

print("num2words", importlib.metadata.version("num2words"))
SEEN = {
    ("fr", 79): "soixante-dix-neuvième",
    ("fr", 80): "quatre-vingtsième",  # the French word is quatre-vingtième
    ("fr", 81): "quatre-vingt-unième",
    ("ar", 21): "إحدى و عشرون",  # the twenty-first session is الحادية والعشرون
    ("zh", 21): "NotImplementedError",
}
changed = False
for (language, number), seen in SEEN.items():
    try:
        ordinal = num2words(number, lang=language, to="ordinal")
    except NotImplementedError as fault:
        ordinal = type(fault).__name__
    print(f"{language} {number}: {ordinal}")
    changed |= ordinal != seen
sys.exit(changed)
PYTHON
