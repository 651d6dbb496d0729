"""Checks files with programs of the system: soundness with qpdf, text with pdftotext."""

from __future__ import annotations

import shutil
from pathlib import Path

from compendium.untrusted.outside_programs import run_limited
from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.readers import WAIT, WORK, run_pdftotext

# The character that readers show for a letter without a shape or a name.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def check_soundness(path: Path) -> Outcome:
    """Check the soundness of a file with qpdf."""
    if shutil.which("qpdf") is None:
        return Outcome("soundness", skipped="qpdf is not installed")
    completed = run_limited(["qpdf", "--check", str(path)], b"", work=WORK, wait=WAIT)
    lines = (completed.stdout + completed.stderr).decode(errors="replace").strip().splitlines()
    return outcome("soundness", 1, [f"qpdf: {lines[-1]}"] if completed.returncode else [])


def check_text(path: Path, pages_with_text: list[bool]) -> Outcome:
    """Check with pdftotext that the text of every page with text can be extracted."""
    completed = run_pdftotext(path)
    if completed is None:
        return Outcome("text", skipped="pdftotext is not installed")
    if completed.returncode:
        return outcome(
            "text", 0, ["pdftotext: " + completed.stderr.decode(errors="replace").strip()]
        )
    pages = completed.stdout.decode().split("\f")
    faults = []
    for number, (shows, text) in enumerate(zip(pages_with_text, pages, strict=False), start=1):
        if shows and not text.strip():
            faults.append(f"page {number}: its text cannot be extracted")
        if REPLACEMENT in text:
            faults.append(f"page {number}: a letter has no name")
    return outcome("text", sum(len(page) for page in pages), faults)
