"""Runs WeasyPrint, which turns an HTML page with its print styles into PDF, without network."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from weasyprint import HTML, Document
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from compendium.errors import ToolError
from compendium.files import real_path
from compendium.rendering.deliveries import write_screen
from compendium.rendering.last_layout import LastLayout
from compendium.rendering.long_notes import refuse_long_notes
from compendium.rendering.patches.han import han_lines
from compendium.rendering.patches.kept_notes import kept_notes
from compendium.rendering.patches.page_sizes import possible_pages
from compendium.rendering.patches.well_formed import well_formed

_DATA = re.compile(r"(?<=data:)[^\s'\")]{40,}")  # a whole file as an address
Progress = Callable[[str], None]
Written = TypeVar("Written")


def to_pdf(html: str, *, base: Path, progress: Progress | None = None) -> bytes:
    """Lay out a page and return the bytes of the PDF for the screen; see `lay_out`."""
    return lay_out(html, base=base, write=write_screen, progress=progress)


def lay_out(
    html: str,
    *,
    base: Path,
    write: Callable[[Document], Written],
    progress: Progress | None = None,
    last: LastLayout | None = None,
) -> Written:
    """Lay out a page once, and write it as often as needed.

    Args:
        html: the page, with its styles inside.
        base: the folder of relative addresses; nothing outside it is served.
        write: a function that makes the files from the laid out document.
        progress: a function that is called with a few words at each step of the layout.
        last: the last layout, of which the pages that did not change are taken; for pictures of
            pages, not for finished files, whose structure needs all pages of one layout.

    Raises:
        InputError: if a note is longer than its page, or a page has no size for a book.
        ToolError: if WeasyPrint fails or warns, such as of a missing file, or if the page
            refers to an address that must not be fetched.
    """
    patches = (well_formed(), han_lines(), kept_notes(), possible_pages())
    with ExitStack() as stack, _listening(progress) as warnings, _without_collector():
        for layout_patch in patches:
            stack.enter_context(layout_patch)
        with _faults_named():
            document = last.render(html) if last else _render(html, base)
            refuse_long_notes(document)
            written = write(document)
    _refuse_warnings(warnings)
    return written


def last_layout(base: Path) -> LastLayout:
    """A memory for `lay_out` in a process that lays out a page again and again.

    Args:
        base: the folder of relative addresses; nothing outside it is served.
    """
    return LastLayout(base, Local(base))


def _refuse_warnings(warnings: Sequence[str]) -> None:
    """Refuse a page of which WeasyPrint warned: what it left out would be missing on paper."""
    if warnings:
        raise ToolError(
            "WeasyPrint warned:\n"
            + "\n".join(f"  {_DATA.sub('…', warning)}" for warning in dict.fromkeys(warnings)),
            remedy="correct the template or the style sheet",
        )


def _render(html: str, base: Path) -> Document:
    address = f"{real_path(base).as_uri()}/"
    return HTML(string=html, base_url=address, url_fetcher=Local(base)).render()


@contextmanager
def _faults_named() -> Iterator[None]:
    """Say of a fault within WeasyPrint what to do; it can appear in layout and in writing."""
    try:
        yield
    except FatalURLFetchingError as refusal:  # not an Exception, so that no library ignores it
        raise ToolError(
            str(refusal), remedy="put the file into the folder of the templates, or remove it"
        ) from None
    except Exception as fault:
        if is_of_program(fault):
            raise
        raise ToolError(
            f"WeasyPrint cannot make the pages: {type(fault).__name__}: {fault}",
            remedy="correct the template or the style sheet, such as the last change in it",
        ) from None


def is_of_program(fault: Exception) -> bool:
    """Whether an exception was raised by the program itself, not by a library that it calls."""
    raised = fault.__traceback__
    assert raised is not None
    while raised.tb_next is not None:
        raised = raised.tb_next
    module = str(raised.tb_frame.f_globals.get("__name__"))
    return module.partition(".")[0] == __name__.partition(".")[0]


class Local(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Serves data addresses and the files below one folder, and refuses everything else."""

    def __init__(self, base: Path) -> None:
        super().__init__(allowed_protocols={"file", "data"})
        self._base = real_path(base)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Fetch an address, if that is allowed."""
        parts = urlsplit(url)
        inside = parts.scheme == "file" and real_path(Path(unquote(parts.path))).is_relative_to(
            self._base
        )
        if not inside and parts.scheme != "data":
            raise FatalURLFetchingError(f"{url}: the build reads its own files only")
        return super().fetch(url, headers)


@contextmanager
def _listening(progress: Progress | None) -> Iterator[list[str]]:
    """Collect WeasyPrint's warnings, and pass on its progress."""
    warnings: list[str] = []
    collector = _Collector(warnings.append, logging.WARNING)
    progress_handler = _Collector(progress or (lambda _: None), logging.INFO)
    logger, steps = logging.getLogger("weasyprint"), logging.getLogger("weasyprint.progress")
    level = steps.level
    logger.addHandler(collector)
    steps.addHandler(progress_handler)
    steps.setLevel(logging.INFO)
    try:
        yield warnings
    finally:
        logger.removeHandler(collector)
        steps.removeHandler(progress_handler)
        steps.setLevel(level)


class _Collector(logging.Handler):
    def __init__(self, take: Callable[[str], None], level: int) -> None:
        super().__init__(level)
        self._take = take

    def emit(self, record: logging.LogRecord) -> None:
        self._take(record.getMessage())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Lay out without the garbage collector, which frees nothing and takes time (5 to 18 %)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
