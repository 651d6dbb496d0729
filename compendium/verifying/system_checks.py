"""Checks by programs of the system: qpdf for soundness, pdftotext for the text."""

from __future__ import annotations

import shutil
from pathlib import Path

from compendium.untrusted.outside_programs import run_limited
from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.readers import WAIT, WORK, run_pdftotext

# What a reader sees where a letter has no shape or no name.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def check_soundness(path: Path) -> Outcome:
    """The file is sound, as qpdf says."""
    if shutil.which("qpdf") is None:
        return Outcome("soundness", skipped="qpdf is not installed")
    done = run_limited(["qpdf", "--check", str(path)], b"", work=WORK, wait=WAIT)
    said = (done.stdout + done.stderr).decode(errors="replace").strip().splitlines()
    return outcome("soundness", 1, [f"qpdf: {said[-1]}"] if done.returncode else [])


def check_text(path: Path, pages_with_text: list[bool]) -> Outcome:
    """The text of every page that shows some can be taken out, as pdftotext does."""
    done = run_pdftotext(path)
    if done is None:
        return Outcome("text", skipped="pdftotext is not installed")
    if done.returncode:
        return outcome("text", 0, ["pdftotext: " + done.stderr.decode(errors="replace").strip()])
    pages = done.stdout.decode().split("\f")
    faults = []
    for number, (shows, text) in enumerate(zip(pages_with_text, pages, strict=False), start=1):
        if shows and not text.strip():
            faults.append(f"page {number}: its text cannot be extracted")
        if REPLACEMENT in text:
            faults.append(f"page {number}: a letter has no name")
    return outcome("text", sum(len(page) for page in pages), faults)
