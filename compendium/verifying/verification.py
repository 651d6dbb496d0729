"""Runs all checks on all finished files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf

from compendium.untrusted.outside_programs import EndlessError
from compendium.verifying.attached_files import check_attachments
from compendium.verifying.check_outcomes import Outcome, Verified, outcome
from compendium.verifying.earlier_outcomes import EarlierOutcomes
from compendium.verifying.findable import check_findable
from compendium.verifying.finished_files import Finished
from compendium.verifying.fonts import check_fonts
from compendium.verifying.links import check_links, check_page_links
from compendium.verifying.page_contents import read_content
from compendium.verifying.page_texts import PageTexts
from compendium.verifying.printing import check_boxes, check_inks, check_intent
from compendium.verifying.readers import texts_by_reader, texts_unseen
from compendium.verifying.system_checks import check_soundness, check_text
from compendium.verifying.tagging import check_headings, check_identity, check_tagging
from compendium.verifying.verapdf import STANDARDS, VeraPDF, check_standards
from compendium.verifying.wholeness import check_wholeness

Progress = Callable[[str], None]
_READING = "reading"  # the check that a file is a complete PDF
# What libraries raise for objects that are missing, broken or of the wrong type.
_DAMAGE = (
    pikepdf.PdfError,
    EndlessError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def verify(
    files: Sequence[Finished],
    *,
    vera: VeraPDF | None = None,
    processes: int = 2,
    progress: Progress = lambda _: None,
) -> list[Verified]:
    """Run every check on every file to which it applies.

    Args:
        files: the finished files.
        vera: the validator of standards, or None if it is not installed.
        processes: the number of files to read, or languages to validate, at a time.
        progress: a function that is called with a few words after each language.
    """
    groups: dict[str, list[Finished]] = {}
    for file in files:
        groups.setdefault(file.language, []).append(file)
    earlier = EarlierOutcomes(vera)
    verified: list[Verified] = []
    with ProcessPoolExecutor(processes) as pool:
        checks = _Checks(pool, earlier)
        for file in files:
            checks.read(file)
        for group in groups.values():
            checks.validate(group, vera)
        for language, group in groups.items():
            verified += [checks.verified(file) for file in group]
            progress(f"{language}: verified {len(group)} files")
    return verified


class _Checks:
    """The checks of files, in a pool of processes unless their outcomes are known from earlier."""

    def __init__(self, pool: ProcessPoolExecutor, earlier: EarlierOutcomes) -> None:
        self._pool = pool
        self._earlier = earlier
        self._known: dict[Path, Verified] = {}
        self._reading: dict[Path, Future[Verified]] = {}
        self._validating: dict[Path, Future[dict[Path, Outcome]]] = {}

    def read(self, file: Finished) -> None:
        """Begin every check of a file but that of its standard, unless the outcomes are known."""
        outcomes = self._earlier.of_reading(file)
        if outcomes is None:
            self._reading[file.path] = self._pool.submit(verify_file, file)
        else:
            self._known[file.path] = _verified(file, outcomes)

    def validate(self, group: Sequence[Finished], vera: VeraPDF | None) -> None:
        """Begin the check of the standards of files that can be read, in one run of veraPDF."""
        promised = [file for file in group if file.delivery in STANDARDS]
        sound = [file for file in promised if _was_read(self._read(file))]
        waiting = [file for file in sound if self._earlier.of_standard(file) is None]
        if waiting:
            validation = self._pool.submit(check_standards, waiting, vera)
            self._validating |= {file.path: validation for file in waiting}

    def verified(self, file: Finished) -> Verified:
        """All outcomes of a file, with that of veraPDF at the end."""
        read = self._read(file)
        if file.path not in self._validating:
            standard = self._earlier.of_standard(file) if _was_read(read) else None
        elif standard := self._validating[file.path].result().get(file.path):
            self._earlier.keep_standard(file, standard)
        return replace(read, outcomes=(*read.outcomes, standard)) if standard else read

    def _read(self, file: Finished) -> Verified:
        if file.path not in self._known:
            self._known[file.path] = self._reading[file.path].result()
            self._earlier.keep_reading(file, self._known[file.path].outcomes)
        return self._known[file.path]


def verify_file(file: Finished) -> Verified:
    """Run every check on one file except that of its standard."""
    outcomes: Iterator[Outcome]
    if not file.path.is_file():  # reading a pipe would wait
        irregular = outcome(_READING, 0, ["is not a regular file"])
        return _verified(file, (irregular,))
    outcomes = map(check_page_links, [file.path]) if file.delivery == "page" else _check_pdf(file)
    return _verified(file, _as_far_as_read(outcomes))


def _verified(file: Finished, outcomes: Iterable[Outcome]) -> Verified:
    return Verified(file.path, file.delivery, file.language, tuple(outcomes))


def _as_far_as_read(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes of checks, up to the first check for which the file is too damaged."""
    try:
        yield from outcomes
    except _DAMAGE as fault:
        description = f"{type(fault).__name__}: {' '.join(str(fault).split())}"
        yield outcome(_READING, 0, [f"is damaged, and was not checked further: {description}"])


def _was_read(verified: Verified) -> bool:
    """Whether a file could be read; veraPDF would fail on others."""
    return all(outcome.check != _READING for outcome in verified.outcomes)


def _check_pdf(file: Finished) -> Iterator[Outcome]:
    yield check_soundness(file.path)
    try:
        pdf = pikepdf.open(file.path)
    except pikepdf.PdfError as fault:
        yield outcome(_READING, 0, [f"cannot be read: {fault}"])
        return
    with pdf:
        contents = [read_content(page) for page in pdf.pages]
        yield check_identity(pdf, file.language)
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
    if file.delivery in ("screen", "archive"):
        yield from _compare_with_page(file)


def _compare_with_page(file: Finished) -> Iterator[Outcome]:
    """Compare a PDF with the HTML page of its edition."""
    if not file.page.is_file():
        why = "there is no HTML page beside the PDF"
        yield Outcome("findable", skipped=why)
        yield Outcome("wholeness", skipped=why)
        return
    page, texts = PageTexts(file.page), texts_by_reader(file.path)
    yield check_findable(page, texts)
    yield check_wholeness(page, texts.values(), texts_unseen(file.path))


def failures(verified: Sequence[Verified]) -> list[tuple[Path, str, str]]:
    """Every fault, with its file and the check that found it."""
    return [
        (file.file, outcome.check, fault)
        for file in verified
        for outcome in file.outcomes
        for fault in outcome.faults
    ]
