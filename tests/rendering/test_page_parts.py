"""A long document is written in parts, and its notes are numbered before it is cut."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from compendium.composing.pandoc_ast import (
    Blocks,
    Element,
    attributes,
    div,
    document,
    header,
    note,
    ordered_list,
    para,
    string,
)
from compendium.errors import ToolError
from compendium.rendering import page_parts, written_parts
from compendium.rendering.note_links import notes_at_end, notes_beside_text
from compendium.rendering.page_parts import PageParts
from compendium.rendering.pandoc import Look, to_html

TEMPLATE = '<html lang="en"><title>t</title><nav>$toc$</nav>$body$</html>'
LEAVE_OUT = 'function Div(d) if d.classes:includes("left-out") then return {} end end'


def noted(words: str, *notes: str) -> list[Element]:
    """Some words with notes behind them."""
    return [string(words), *(note([para([string(text)])]) for text in notes)]


def heading(level: int, key: str, *notes: str) -> Element:
    """A heading, perhaps with notes."""
    return header(level, noted(f"Heading {key}", *notes), attributes(key))


def blocks() -> Blocks:
    """Sections in sections, headings in divisions, lists, notes, and what is left out."""
    left_out = div([para([string("left out")])], attributes(classes=["left-out"]))
    return [
        para([string("before")]),
        heading(1, "a"),
        left_out,
        heading(2, "a.1", "of a heading"),
        *(para(noted(f"text {number}", f"of text {number}")) for number in range(9)),
        left_out,
        heading(3, "a.1.1"),
        ordered_list([[para(noted("item", "of an item", "second"))], [para([string("item")])]]),
        heading(1, "b"),
        div([heading(2, "b.1"), div([para(noted("in", "within"))], attributes())], attributes()),
        div([heading(2, "b.2"), left_out], attributes(classes=["topic"])),
        div([div([heading(2, "b.3")], attributes()), left_out, left_out], attributes()),
        left_out,
        para(noted("after", "the last")),
        left_out,
    ]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """A look that shows contents and leaves something out."""
    (tmp_path / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "page.lua").write_text(LEAVE_OUT, encoding="utf-8")
    return Look(tmp_path / "page.html", (), (tmp_path / "page.lua",))


@pytest.fixture
def composed(tmp_path: Path) -> Path:
    """A file with the document."""
    path = tmp_path / "document.json"
    path.write_text(json.dumps(document({}, blocks())), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "place_notes", [notes_beside_text, partial(notes_at_end, heading=lambda: "Notes of the text")]
)
def test_a_page_in_parts_is_the_same(
    composed: Path,
    look: Look,
    monkeypatch: pytest.MonkeyPatch,
    place_notes: Callable[[Blocks], None],
) -> None:
    """A page that is written in parts has the bytes of one that is written at once."""
    options = ["--table-of-contents", "--shift-heading-level-by=1"]
    look = replace(look, place_notes=place_notes)
    whole = to_html(composed, look, variables={}, options=options)
    monkeypatch.setattr(page_parts, "PART_SIZE", 800)
    in_parts = to_html(composed, look, variables={}, options=options)
    assert whole == in_parts
    assert "left out" not in whole
    assert whole.count("of text 8") == 1


def test_parts_have_a_limited_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """No part is larger than the limit and the marks between its pieces, unless one block is."""
    monkeypatch.setattr(page_parts, "PART_SIZE", 1000)
    parts = [part.blocks() for part in PageParts(blocks()).parts]
    assert len(parts) > 2
    assert max(map(len, parts)) < 2000
    assert "Header" not in "".join(parts)


@pytest.mark.parametrize("size", [800, 100_000])
def test_a_picture_in_a_part_is_embedded(
    composed: Path, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """A file that a part shows is in the page, as in a page that is written at once."""
    monkeypatch.setattr(page_parts, "PART_SIZE", size)
    picture = tmp_path / "lamp.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    look.filters[0].write_text(
        "function Para(p)\n"
        f"  if pandoc.utils.stringify(p):match('text 8') then\n"
        f"    p.content:insert(pandoc.Image('lamp', '{picture}'))\n"
        "    return p\n"
        "  end\nend",
        encoding="utf-8",
    )
    page = to_html(composed, look, variables={}, options=[])
    assert page.count("<svg") + page.count("data:image/svg+xml") == 1
    assert str(picture) not in page


def test_a_lost_part_is_a_fault(
    composed: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A filter that removes the place of a part ends the build, so that no text is lost."""
    monkeypatch.setattr(page_parts, "PART_SIZE", 800)
    look.filters[0].write_text(
        "function Pandoc(d)\n"
        "  if PANDOC_WRITER_OPTIONS.template then d.blocks:remove(1) end\n"
        "  return d\nend",
        encoding="utf-8",
    )
    with pytest.raises(ToolError, match="a part of the text is not in the page"):
        to_html(composed, look, variables={}, options=[])


def many(word: str = "word") -> Blocks:
    """Headings with many paragraphs; a word of one of the first can be chosen."""
    paragraphs = [[para([string(f"{a} and {b}")]) for b in range(12)] for a in range(6)]
    paragraphs[0][5] = para([string(word)])
    return [block for a, some in enumerate(paragraphs) for block in (heading(1, f"h{a}"), *some)]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of parts that a build keeps, with small parts."""
    monkeypatch.setattr(page_parts, "PART_SIZE", 1200)
    monkeypatch.setattr(page_parts, "_USUAL_SIZE", 600)
    monkeypatch.setattr(written_parts, "_latest", {})
    monkeypatch.setenv("COMPENDIUM_KEPT", str(tmp_path / "kept"))
    return tmp_path / "kept/parts"


def page_of(composed: Path, look: Look, text: Blocks) -> str:
    """The page of a document with this text."""
    composed.write_text(json.dumps(document({}, text)), encoding="utf-8")
    return to_html(composed, look, variables={}, options=[])


def test_a_change_writes_the_parts_that_it_changes(
    composed: Path, look: Look, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a word was changed, one or two parts are written again, and the page is a clean one."""
    page_of(composed, look, many())
    before = set(kept.iterdir())
    changed = page_of(composed, look, many("another, much longer word"))
    assert len(before) > 4
    assert 1 <= len(set(kept.iterdir()) - before) <= 2
    monkeypatch.delenv("COMPENDIUM_KEPT")
    written_parts._latest.clear()
    assert changed == page_of(composed, look, many("another, much longer word"))


def test_a_part_is_kept_with_its_filters(composed: Path, look: Look, kept: Path) -> None:
    """When a filter changes, no part is taken from before."""
    page_of(composed, look, many())
    assert [*kept.iterdir()] != []
    look.filters[0].write_text(
        "function Str(s) return pandoc.Str(s.text:upper()) end", encoding="utf-8"
    )
    page = page_of(composed, look, many())
    assert "and" not in page
    assert page.count("AND") > 50


def test_a_torn_part_is_written_again(composed: Path, look: Look, kept: Path) -> None:
    """Parts that are torn or foreign change nothing on the page."""
    clean = page_of(composed, look, many())
    assert len([*kept.iterdir()]) > 4
    for number, path in enumerate(sorted(kept.iterdir())):
        content = path.read_bytes()
        path.write_bytes(content[: len(content) * number // 10] if number % 2 else b"[]")
    written_parts._latest.clear()
    assert page_of(composed, look, many()) == clean


LARGE = """
import re, resource, sys
from pathlib import Path
from compendium.rendering.pandoc import Look, to_html

folder = Path(sys.argv[1])
look = Look(folder / "page.html", (), (folder / "page.lua",))
page = to_html(folder / "document.json", look, variables={}, options=["--table-of-contents"])
assert page.count("<p>") == int(sys.argv[2])
# not getrusage, which counts what the process had before it became this program
own = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""


@pytest.mark.acceptance
def test_memory_does_not_grow_with_the_book(look: Look, composed: Path) -> None:
    """A document as large as ten books is written in less than 400 MB."""
    words = [string("words of a paragraph and"), {"t": "Space"}] * 40
    text = [heading(1, "first")]
    for number in range(100):
        text += [heading(2, f"h{number}"), *(para(words) for _ in range(40))]
    composed.write_text(json.dumps(document({}, text)), encoding="utf-8")
    assert composed.stat().st_size > 10_000_000
    completed = subprocess.run(
        [sys.executable, "-c", LARGE, str(look.template.parent), "4000"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(completed.stdout) < 400


def test_notes_are_numbered_in_order() -> None:
    """Notes in headings, texts and lists have their numbers in the order of the text."""
    document_blocks = blocks()
    notes_at_end(document_blocks, heading=lambda: "Notes")
    *_, notes = document_blocks
    _, listed = notes["c"][1]
    texts = [item[0]["c"][1][0]["c"][0]["c"] for item in listed["c"][1]]
    assert texts == [
        "of a heading",
        *(f"of text {number}" for number in range(9)),
        *("of an item", "second", "within", "the last"),
    ]


def test_paragraphs_of_a_note_stay_apart() -> None:
    """A note of two paragraphs has a line break between them on a printed page."""
    text = para([note([para([string("one")]), para([string("two")])])])
    notes_beside_text([text])
    _, beside = text["c"]
    assert beside["c"][1][1:] == [string("one"), {"t": "LineBreak"}, string("two")]


def test_a_page_without_notes_needs_no_heading() -> None:
    """The heading of the notes is not asked for where there are none."""

    def missing() -> str:
        raise AssertionError

    plain = [para([string("text")])]
    notes_at_end(plain, heading=missing)
    assert plain == [para([string("text")])]
