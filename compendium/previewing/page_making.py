"""Makes the HTML page of an edition from its sources again and again, in one process."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from compendium.checks import check_reading
from compendium.errors import FindingsError, UserError
from compendium.files import write_text
from compendium.findings import Finding
from compendium.previewing.changed_paragraphs import Paragraphs, paragraphs_of
from compendium.previewing.edition_steps import Composed, Project, compose, page_html, stops
from compendium.reading import Reading, read_sources


@dataclass(frozen=True, slots=True)
class Page:
    """The page of an edition, its composed document, and what is in each paragraph of it."""

    edition: str
    language: str
    html: str
    file: Path
    paragraphs: Paragraphs


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change led to: the page, unless something stops it, and what is wrong.

    `error` is that of a step, which has no place in a source, such as one of a template.
    """

    page: Page | None
    findings: tuple[Finding, ...] = ()
    error: UserError | None = None


class PageMaker:
    """Makes pages; the checks of the records run while Pandoc, another program, writes a page."""

    def __init__(self, project: Project, folder: Path) -> None:
        """Prepare to make pages.

        Args:
            project: what the pages are made from.
            folder: a folder for the composed documents, of which the last two are kept.
        """
        self._project, self._folder = project, folder
        self._count = 0
        self._beside = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._beside.shutdown(cancel_futures=True)

    def make(self) -> Outcome:
        """Make the page from the sources as they are now; no fault of a file is raised."""
        try:
            reading = read_sources(self._project.sources)
        except UserError as fault:
            return Outcome(None, error=fault)
        if not reading.is_whole:
            return Outcome(None, check_reading(reading))
        return self._checked(reading)

    def _checked(self, reading: Reading) -> Outcome:
        """The page of sources that can be read, unless they have other errors."""
        composed: Composed | None = None
        findings: tuple[Finding, ...] = ()
        error: UserError | None = None
        page: Page | None = None
        try:
            composed = compose(self._project, reading)
            findings = composed.findings
            writing = self._beside.submit(self._write, composed)
        except FindingsError as fault:
            findings = tuple(fault.findings)
        except UserError as fault:
            error = fault
        findings = tuple(sorted({*check_reading(reading), *findings}))
        if composed is not None:
            paragraphs = paragraphs_of(composed.document)
            try:
                file, html = writing.result()
                page = Page(composed.edition, composed.language, html, file, paragraphs)
            except UserError as fault:
                error = fault
        if stops(findings):  # an error in the sources explains that of a step
            return Outcome(None, findings)
        return Outcome(page, findings, error)

    def _write(self, composed: Composed) -> tuple[Path, str]:
        """Write the composed document, and the page from it."""
        self._count += 1
        file = self._folder / f"document-{self._count}.json"
        (self._folder / f"document-{self._count - 2}.json").unlink(missing_ok=True)
        text = json.dumps(composed.document, ensure_ascii=False, separators=(",", ":"))
        write_text(file, f"{text}\n")
        return file, page_html(self._project, file, composed.language)
