"""Checks that the files inside an edition for the archive are present and complete."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import pikepdf

from compendium.rendering.attachments import MANIFEST
from compendium.verifying.check_outcomes import Outcome, outcome


def check_attachments(pdf: pikepdf.Pdf) -> Outcome:
    """Check that the manifest and each file that it names are attached, with the right bytes."""
    return outcome("attachments", len(pdf.attachments), _missing(pdf))


def _missing(pdf: pikepdf.Pdf) -> Iterator[str]:
    if MANIFEST not in pdf.attachments:
        yield f"{MANIFEST} is not attached"
        return
    manifest_files = json.loads(pdf.attachments[MANIFEST].get_file().read_bytes())["files"]
    if not manifest_files:
        yield f"{MANIFEST} names no file"
    for name, about in manifest_files.items():
        if name not in pdf.attachments:
            yield f"{name} is not attached"
        elif (
            hashlib.sha256(pdf.attachments[name].get_file().read_bytes()).hexdigest()
            != about["sha256"]
        ):
            yield f"{name} is not the file that {MANIFEST} names"
    bound = len(pdf.Root.get("/AF", pikepdf.Array()))
    if bound != len(pdf.attachments):
        yield f"{bound} of {len(pdf.attachments)} attached files belong to the document"
