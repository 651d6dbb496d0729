"""All checks of all finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pikepdf

from compendium.errors import InputError
from compendium.languages.language import load_language
from compendium.verifying.attachments import check_attachments
from compendium.verifying.contents import read_content
from compendium.verifying.files import Finished
from compendium.verifying.fonts import check_fonts
from compendium.verifying.links import check_links, check_page_links
from compendium.verifying.outcomes import Outcome, Verified, outcome
from compendium.verifying.printing import check_boxes, check_inks, check_intent
from compendium.verifying.programs import check_soundness, check_text
from compendium.verifying.tagging import check_headings, check_identity, check_tagging
from compendium.verifying.verapdf import VeraPDF, check_standard

Progress = Callable[[str], None]


def verify(
    files: Sequence[Finished],
    *,
    vera: VeraPDF | None = None,
    processes: int = 2,
    progress: Progress = lambda _: None,
) -> list[Verified]:
    """Run every check on every file that it concerns.

    Args:
        files: the finished files.
        vera: the validator of standards, or none where it cannot be had.
        processes: how many files are read at a time.
        progress: called with the name of each file that was read.
    """
    verified = []
    with ProcessPoolExecutor(processes) as pool:
        for result in pool.map(partial(verify_file, vera=vera), files):
            progress(str(result.file))
            verified.append(result)
    return verified


def verify_file(file: Finished, vera: VeraPDF | None = None) -> Verified:
    """Run every check on one file."""
    outcomes: Iterator[Outcome]
    if file.delivery == "page":
        outcomes = iter([check_page_links(file.path)])
    else:
        outcomes = _check_pdf(file, vera)
    return Verified(file.path, file.delivery, file.language, tuple(outcomes))


def _check_pdf(file: Finished, vera: VeraPDF | None) -> Iterator[Outcome]:
    yield check_soundness(file.path)
    try:
        pdf = pikepdf.open(file.path)
    except pikepdf.PdfError as fault:
        yield outcome("reading", 0, [f"cannot be read: {fault}"])
        return
    with pdf:
        contents = [read_content(page) for page in pdf.pages]
        yield check_identity(pdf, file.language, right_to_left=_is_right_to_left(file.language))
        yield check_fonts(pdf, contents)
        yield check_links(pdf)
        if file.delivery in ("screen", "archive"):
            yield check_tagging(pdf, contents)
            yield check_headings(pdf)
        if file.delivery in ("press", "cover"):
            yield check_boxes(pdf)
            yield check_inks(pdf, contents)
            yield check_intent(pdf)
        if file.delivery == "archive":
            yield check_attachments(pdf)
    yield check_text(file.path, [bool(content.shown) for content in contents])
    yield from check_standard(file.path, file.delivery, vera)


def _is_right_to_left(language: str) -> bool:
    try:
        return load_language(language).direction == "rtl"
    except InputError:
        return False


def failures(verified: Sequence[Verified]) -> list[tuple[Path, str, str]]:
    """Every fault: its file, the check that found it, and what it is."""
    return [
        (file.file, one.check, fault)
        for file in verified
        for one in file.outcomes
        for fault in one.faults
    ]
