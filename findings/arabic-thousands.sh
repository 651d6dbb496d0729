#!/usr/bin/env bash
# Guess: "65 459 100" in an Arabic sentence is read as that figure, whichever space parts its thousands.
# Seen (python-bidi 0.6.7, which does Unicode Standard Annex #9): between figures a plain space is white
# space, so each group is a number of its own and the eye meets 100 459 65; a no-break space (U+00A0) is
# a common separator and keeps the order; a narrow no-break space (U+202F)
# does so, too; a thin space (U+2009) does not. Official Arabic texts therefore store groups with
# plain spaces backwards, and whoever compares figures has to read both orders.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet python-bidi==0.6.7

"$folder/venv/bin/python" - <<'PYTHON'
import importlib.metadata
import sys

from bidi import get_display

print("python-bidi", importlib.metadata.version("python-bidi"))
SEEN = {"space": "100 459 65", "no-break": "65 459 100", "narrow": "65 459 100", "thin": "100 459 65"}
SPACES = {"space": " ", "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009"}
failed = False
for name, sign in SPACES.items():
    shown = get_display("مبلغ " + sign.join(["65", "459", "100"]) + " دولار")
    figures = " ".join(part for part in shown.replace(sign, " ").split() if part.isdigit())
    print(f"{name:9} U+{ord(sign):04X}  the eye meets {figures}")
    failed |= figures != SEEN[name]
sys.exit(failed)
PYTHON
