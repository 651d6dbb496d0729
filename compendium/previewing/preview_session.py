"""Runs the preview: watches the files of a project, and shows the effect of each change."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from watchfiles import watch

from compendium.errors import ToolError, UserError
from compendium.kept import VARIABLE
from compendium.previewing.changed_paragraphs import changed_paragraphs
from compendium.previewing.edition_steps import Project, check_project
from compendium.previewing.loopback_server import LoopbackServer
from compendium.previewing.page_making import Outcome, Page, PageMaker
from compendium.previewing.picture_process import PictureProcess, Pictures
from compendium.previewing.shown_state import Board, findings_to_show

# In milliseconds: how long to wait for more files of one change, and for any change.
_MORE, _MOST, _ANY = 10, 200, 200
# Where builds keep results for later, too; see rules/kept.smk.
_KEPT = ".cache/kept"
_STOPPED = "Errors stop the page. The last page without errors is shown."


def run_preview(project: Project, port: int, announce: Callable[[str], None]) -> None:
    """Show an edition until an interrupt.

    Args:
        project: what is shown.
        port: the port to listen on; 0 for a free one.
        announce: a function that is called with the address, once it can be opened.

    Raises:
        InputError: if the port is not free, or the project is not one; see `check_project`.
    """
    check_project(project)
    os.environ.setdefault(VARIABLE, _KEPT)
    board = Board()
    with (
        TemporaryDirectory(prefix="compendium-preview-") as folder,
        PageMaker(project, Path(folder)) as maker,
        PictureProcess(project) as pictures,
        LoopbackServer(board, port) as server,
    ):
        announce(server.address)
        session = Session(board, maker, pictures)
        for _ in changes_of(project):
            session.refresh()


def changes_of(project: Project) -> Iterator[None]:
    """Yield at once, and then after each change of a file of the project."""
    begun = False
    while True:
        places = _places(project)
        for changes in watch(
            *places,
            debounce=_MOST,
            step=_MORE,
            rust_timeout=_ANY,
            yield_on_timeout=True,
        ):
            if changes or not begun:
                begun = True
                yield
            if _places(project) != places:  # a folder was added, removed or replaced
                begun = False
                break


def _places(project: Project) -> dict[Path, int]:
    """The folders to watch that exist, each with its number on the disk."""
    folders = (project.sources, project.translations, project.templates, project.config.parent)
    return {folder: folder.stat().st_ino for folder in folders if folder.is_dir()}


class Session:
    """Makes the page after each change, and keeps the last one that could be made."""

    def __init__(self, board: Board, maker: PageMaker, pictures: PictureProcess) -> None:
        self._board, self._maker, self._pictures = board, maker, pictures
        self._page: Page | None = None
        self._wanted: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Make the page from the files as they are, show it, and ask for its pictures."""
        gc.disable()  # what is kept for the next change would be looked through again and again
        try:
            self._make()
        finally:
            gc.enable()
            gc.collect()  # now that nobody waits

    def _make(self) -> None:
        try:
            outcome = self._maker.make()
        except Exception as fault:  # noqa: BLE001 - the next change may mend what it is
            message = f"an error in the program: {type(fault).__name__}: {fault}"
            outcome = Outcome(None, error=ToolError(message, remedy="report it"))
        findings = findings_to_show(outcome.findings, outcome.error)
        if outcome.page is None:
            self._board.show(findings=findings, is_current=False, note=_STOPPED)
        else:
            self._show(outcome.page, findings)

    def _show(self, page: Page, findings: tuple[object, ...]) -> None:
        shown, before = self._board.shown, self._page
        changed = changed_paragraphs(before.paragraphs, page.paragraphs) if before else ()
        is_new = before is None or before.html != page.html
        self._page = page
        self._wanted = changed or self._wanted
        self._board.show(
            number=shown.number + is_new,
            name=f"{page.language}/{page.edition}.html",
            html=page.html.encode(),
            changed=changed if is_new else shown.changed,
            is_current=True,
            findings=findings,
            note="The picture of the page of the book is being made.",
        )
        self._pictures.ask(page.file, self._wanted, partial(self._take, self._board.shown.number))

    def _take(self, number: int, pictures: Pictures, error: UserError | None) -> None:
        if error is not None:
            findings = (*findings_to_show((), error), *self._board.shown.findings)
            note = "There is no picture of the page of the book."
            self._board.show(findings=findings, note=note)
            return
        self._board.show(pictured=number, pictures=tuple(pictures), images=pictures, note="")
