"""The layout needs no network and passes over no warning."""

from __future__ import annotations

import gc
import io
import json
from pathlib import Path

import pikepdf
import pytest

from compendium.errors import InputError, ToolError
from compendium.model.symbols import check_symbol
from compendium.rendering.weasyprint import is_of_program, to_pdf

PAGE = "<!DOCTYPE html><html lang=en><title>Page</title><h1>Heading</h1><p>Text.</p>{}"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'


def test_page_becomes_a_tagged_pdf(tmp_path: Path) -> None:
    """A page of HTML becomes a tagged PDF with its title and language."""
    with pikepdf.open(io.BytesIO(to_pdf(PAGE.format(""), base=tmp_path))) as pdf:
        assert pdf.docinfo["/Title"] == "Page"
        assert pdf.Root.Lang == "en"
        assert pdf.Root.MarkInfo.Marked


def test_own_files_are_served(tmp_path: Path) -> None:
    """A picture below the folder of the templates is drawn."""
    (tmp_path / "dot.svg").write_text(DOT, encoding="utf-8")
    assert to_pdf(PAGE.format('<img src="dot.svg" alt="A dot">'), base=tmp_path)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/dot.svg", "https://example.invalid/dot.svg", "../outside.svg"],
)
def test_nothing_else_is_fetched(tmp_path: Path, address: str) -> None:
    """A picture from the network, or from outside the folder, ends the build and is named."""
    (tmp_path / "outside.svg").write_text(DOT, encoding="utf-8")
    base = tmp_path / "templates"
    base.mkdir()
    with pytest.raises(ToolError, match="reads its own files only") as raised:
        to_pdf(PAGE.format(f'<img src="{address}" alt="">'), base=base)
    assert address.rpartition("/")[2] in str(raised.value)


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ("<style>p { no-such-property: 1 }</style>", "no-such-property"),
        ('<img src="missing.svg" alt="">', "missing.svg"),
        ('<a href="#nowhere">link</a>', "nowhere"),
    ],
)
def test_warnings_are_faults(tmp_path: Path, fault: str, named: str) -> None:
    """What the layout warns of ends the build, with the warning."""
    with pytest.raises(ToolError, match=named):
        to_pdf(PAGE.format(fault), base=tmp_path)


def test_a_file_in_an_address_is_not_shown(tmp_path: Path) -> None:
    """A picture that stands in the page, and is none, is named without its content."""
    with pytest.raises(ToolError, match="data:…") as raised:
        to_pdf(
            PAGE.format(f'<img src="data:image/png;base64,{"QUJD" * 99}" alt="">'), base=tmp_path
        )
    assert "QUJDQUJD" not in str(raised.value)


def test_progress_is_told(tmp_path: Path) -> None:
    """Each step of the layout is told to whoever asks."""
    steps: list[str] = []
    to_pdf(PAGE.format(""), base=tmp_path, progress=steps.append)
    assert any("layout" in step for step in steps)


def test_collector_is_left_as_it_was(tmp_path: Path) -> None:
    """The garbage collector is on again after a layout, and after one that failed."""
    to_pdf(PAGE.format(""), base=tmp_path)
    with pytest.raises(ToolError):
        to_pdf(PAGE.format('<img src="missing.svg" alt="">'), base=tmp_path)
    assert gc.isenabled()


def test_same_page_same_bytes(tmp_path: Path) -> None:
    """The same page makes the same file, to the byte."""
    assert to_pdf(PAGE.format(""), base=tmp_path) == to_pdf(PAGE.format(""), base=tmp_path)


@pytest.mark.parametrize(
    "page",
    ["size: 0 0", "size: 1mm 90mm", "size: 90mm; margin: 44mm", "size: 99999mm 99999mm"],
)
def test_a_page_has_room_for_lines(tmp_path: Path, page: str) -> None:
    """A page that no line fits on, or that no press has, is refused with its size."""
    with pytest.raises(InputError, match=r"a page of \d+ by \d+ mm with room for"):
        to_pdf(PAGE.format(f"<style>@page {{ {page} }}</style>"), base=tmp_path)


def test_what_fails_in_writing_is_told(tmp_path: Path) -> None:
    """A style that can be laid out and not written is refused like one that cannot be laid out."""
    with pytest.raises(ToolError, match="cannot make the pages: ZeroDivisionError"):
        to_pdf(PAGE.format("<p style='font-size: 0.0001px'>Word</p>"), base=tmp_path)


def test_what_a_library_raises_is_no_fault_of_the_program() -> None:
    """A style at which the layout fails is told as such; what the program raises stays its own."""
    with pytest.raises(ValueError, match="Expecting") as of_library:
        json.loads("{")
    with pytest.raises(ValueError, match="symbol") as of_program:
        check_symbol("no symbol")
    assert not is_of_program(of_library.value)
    assert is_of_program(of_program.value)
