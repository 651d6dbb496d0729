"""What the preview shows after an edit, a fault, and an edit that is undone."""

from __future__ import annotations

from compendium.previewing.page_making import PageMaker
from compendium.previewing.picture_process import PictureProcess
from compendium.previewing.preview_session import Session
from compendium.previewing.shown_state import Board
from support.edited_project import Desk

RECORD = "sources/lk/01-2011.yaml"


def test_what_is_shown(desk: Desk, maker: PageMaker) -> None:
    """A fault leaves the page; what is corrected or undone shows the page that was there before."""
    board = Board()
    with PictureProcess(desk.project) as pictures:
        session = Session(board, maker, pictures)
        session.refresh()
        first = board.shown
        assert (first.number, first.changed, first.is_current) == (1, (), True)
        desk.edit(RECORD, "ten years", "twelve years")
        session.refresh()
        edited = board.shown
        assert (edited.number, edited.changed) == (2, ("lk.1.4",))
        desk.edit(RECORD, "ordinal: 1", "ordinal: [1")
        session.refresh()
        broken = board.shown
        assert (broken.number, broken.html, broken.is_current) == (2, edited.html, False)
        assert [(finding["code"], finding["line"]) for finding in broken.findings] == [("F003", 4)]
        desk.edit(RECORD, "ordinal: [1", "ordinal: 1")
        session.refresh()
        assert (board.shown.number, board.shown.changed) == (2, ("lk.1.4",))
        assert (board.shown.is_current, board.shown.findings) == (True, first.findings)
        desk.undo()
        session.refresh()
        assert (board.shown.number, board.shown.html) == (3, first.html)
