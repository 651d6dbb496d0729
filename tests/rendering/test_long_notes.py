"""A note is whole on its page, or it is refused by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.rendering.weasyprint import to_pdf
from support.pdf_readers import by_pdftotext

PAGE = """<!DOCTYPE html><html lang=en><title>Notes</title><style>
@page {{ size: 300px 300px; margin: 20px }} body {{ margin: 0; font: 12px/15px Noto Sans }}
p {{ margin: 0 }} .footnote {{ float: footnote; footnote-policy: line; font-size: 10px }}
.footnote::footnote-call, .footnote::footnote-marker {{ content: none }}</style>
<p>{before}</p><p>called<a class=note-call id=note-call-1 href="#note-1">1</a><span class=footnote
id=note-1><a class=note-back href="#note-call-1">1 </a>{note}</span> from here</p>"""


def page(words: int) -> str:
    """A page with a note of some words, each with its number, behind some lines."""
    note = " ".join(f"w{number}" for number in range(words))
    return PAGE.format(before="before " * 60, note=note)


@pytest.mark.parametrize("words", [40, 120])
def test_a_note_that_has_room_is_whole(tmp_path: Path, words: int) -> None:
    """A note of some lines, and one that nearly fills its page, stand within the edges."""
    path = tmp_path / "page.pdf"
    path.write_bytes(to_pdf(page(words), base=tmp_path))
    seen = re.findall(r"\bw([0-9]+)", by_pdftotext(path))
    assert [int(number) for number in seen] == list(range(words))


@pytest.mark.parametrize("words", [240, 900])
def test_a_note_that_has_none_is_refused(tmp_path: Path, words: int) -> None:
    """A note that is longer than its page is named by its first words, with what to do."""
    with pytest.raises(
        InputError, match=r"page [23]: a note does not fit .*: 1 w0 w1 w2"
    ) as refused:
        to_pdf(page(words), base=tmp_path)
    assert "shorten it" in str(refused.value.remedy)
