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
from compendium.verifying.verapdf import VeraPDF, check_standards

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
        processes: how many languages are looked at at a time.
        progress: called with a few words after the files of each language.
    """
    groups: dict[str, list[Finished]] = {}
    for file in files:
        groups.setdefault(file.language, []).append(file)
    verified: list[Verified] = []
    with ProcessPoolExecutor(processes) as pool:
        for results in pool.map(partial(verify_together, vera=vera), groups.values()):
            verified += results
            progress(f"{results[0].language}: verified {len(results)} files")
    return verified


def verify_together(files: Sequence[Finished], vera: VeraPDF | None = None) -> list[Verified]:
    """Run every check on some files, one after the other, and veraPDF on all of them at once."""
    standards = check_standards(files, vera)
    return [_verify_file(file, standards.get(file.path)) for file in files]


def _verify_file(file: Finished, standard: Outcome | None) -> Verified:
    outcomes: Iterator[Outcome]
    if file.delivery == "page":
        outcomes = iter([check_page_links(file.path)])
    else:
        outcomes = _check_pdf(file, standard)
    return Verified(file.path, file.delivery, file.language, tuple(outcomes))


def _check_pdf(file: Finished, standard: Outcome | None) -> Iterator[Outcome]:
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
    if standard is not None:
        yield standard


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
