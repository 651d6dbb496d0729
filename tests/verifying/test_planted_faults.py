"""A fault that is planted in a finished file is found and named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from compendium.verifying.finished_files import Finished
from compendium.verifying.verapdf import VeraPDF
from compendium.verifying.verification import failures, verify, verify_file
from support.example_editions import delivery


def first_font(pdf: pikepdf.Pdf) -> tuple[pikepdf.Object, str]:
    """The fonts of the pages, and the name of one that the third page uses."""
    fonts = pdf.pages[2].obj.Resources.Font
    return fonts, next(iter(fonts.keys()))


def remove_a_font(pdf: pikepdf.Pdf) -> None:
    """Take a font out that pages use."""
    fonts, name = first_font(pdf)
    del fonts[name]


def remove_a_font_file(pdf: pikepdf.Pdf) -> None:
    """Take the shapes of a font out, so that a reader puts others in their place."""
    fonts, name = first_font(pdf)
    descriptor = fonts[name].DescendantFonts[0].FontDescriptor
    for file in ("/FontFile2", "/FontFile3"):
        if file in descriptor:
            del descriptor[file]


def untag_a_page(pdf: pikepdf.Pdf) -> None:
    """Take the marks of structure out of a page."""
    page = pdf.pages[2]
    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(page)
        if str(instruction.operator) not in ("BDC", "BMC", "EMC")
    ]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def leave_a_page_out_of_the_structure(pdf: pikepdf.Pdf) -> None:
    """Let a page say no more where it stands in the structure."""
    del pdf.pages[2].obj["/StructParents"]


def take_a_text_from_its_element(pdf: pikepdf.Pdf) -> None:
    """Let the structure name another element for a text than the one that holds it."""
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[2 * 2 + 1]
    parents[0] = parents[1]


def say_the_wrong_language(pdf: pikepdf.Pdf) -> None:
    """Say that the document is in another language."""
    pdf.Root.Lang = pikepdf.String("fi")


def turn_the_direction(pdf: pikepdf.Pdf) -> None:
    """Say that the document is read from the other side."""
    pdf.Root.ViewerPreferences.Direction = pikepdf.Name.R2L


def let_a_link_dangle(pdf: pikepdf.Pdf) -> None:
    """Let a link lead to a place that is not there."""
    link = next(
        link
        for page in pdf.pages
        for link in page.obj.get("/Annots", pikepdf.Array())
        if "/Dest" in link
    )
    link.Dest = pikepdf.String("nowhere")


def unname_a_header_cell(pdf: pikepdf.Pdf) -> None:
    """Turn every header cell of the tables into a plain one."""
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/TH":
            entry.S = pikepdf.Name.TD


def remove_an_attachment(pdf: pikepdf.Pdf) -> None:
    """Take the records out."""
    del pdf.attachments["records.json"]


def shift_a_trim_box(pdf: pikepdf.Pdf) -> None:
    """Shift the trimmed page by two millimetres."""
    page = pdf.pages[1].obj
    page.TrimBox = pikepdf.Array([float(edge) + 5.67 for edge in page.TrimBox])


def remove_the_output_intent(pdf: pikepdf.Pdf) -> None:
    """Say no more for what printing the file is."""
    del pdf.Root["/OutputIntents"]


def paint_in_colours_of_the_screen(pdf: pikepdf.Pdf) -> None:
    """Add a red square."""
    pdf.pages[1].contents_add(pdf.make_stream(b"q 1 0 0 rg 0 0 9 9 re f Q"))


def print_black_with_all_inks(pdf: pikepdf.Pdf) -> None:
    """Let all texts of a page be printed with four inks."""
    page = pdf.pages[1]
    content = page.Contents
    streams = list(content) if isinstance(content, pikepdf.Array) else [content]
    for stream in streams:
        stream.write(stream.read_bytes().replace(b"0 0 0 1 k", b"0.6 0.5 0.5 1 k"))


Plant = Callable[[pikepdf.Pdf], None]


@pytest.mark.parametrize(
    ("plant", "name", "expected"),
    [
        (remove_a_font, "screen", ("fonts", "is used but missing")),
        (remove_a_font_file, "press", ("fonts", "is not embedded")),
        (untag_a_page, "screen", ("tagging", "page 3: ")),
        (
            leave_a_page_out_of_the_structure,
            "archive",
            ("tagging", "page 3 is not in the structure"),
        ),
        (take_a_text_from_its_element, "screen", ("tagging", "page 3: 1 texts outside all tags")),
        (say_the_wrong_language, "screen", ("identity", "the language is fi, not en")),
        (turn_the_direction, "screen", ("identity", "direction")),
        (let_a_link_dangle, "screen", ("links", "nowhere, which does not exist")),
        (unname_a_header_cell, "archive", ("structure", "a table has no header cell")),
        (remove_an_attachment, "archive", ("attachments", "records.json is not attached")),
        (shift_a_trim_box, "press", ("boxes", "page 2: the TrimBox is not in the middle")),
        (remove_the_output_intent, "press", ("output intent", "there are 0 output intents")),
        (paint_in_colours_of_the_screen, "press", ("inks", "page 2: a colour of the screen")),
        (print_black_with_all_inks, "press", ("inks", "page 2: black text of several inks")),
    ],
)
def test_a_planted_fault_is_found(
    editions: Path, tmp_path: Path, plant: Plant, name: str, expected: tuple[str, str]
) -> None:
    """The check that is there for the fault finds it, and says where or what it is."""
    whole = delivery(editions, "en", name)
    broken = Finished(tmp_path / whole.path.name, "en", name)
    with pikepdf.open(whole.path) as pdf:
        plant(pdf)
        pdf.save(broken.path)
    found = failures([verify_file(broken)])
    check, said = expected
    assert any(said in fault for _, by, fault in found if by == check), found


def test_a_dangling_link_of_a_page_is_found(editions: Path, tmp_path: Path) -> None:
    """A link of an HTML page to a place that is not there is named."""
    page = tmp_path / "page.html"
    text = delivery(editions, "en", "page").path.read_text(encoding="utf-8")
    page.write_text(text.replace('href="#', 'href="#no', 1), encoding="utf-8")
    found = failures([verify_file(Finished(page, "en", "page"))])
    assert [by for _, by, _ in found] == ["links"]


@pytest.mark.parametrize("kept", [100, 9_000])
def test_a_cut_file_is_found(editions: Path, tmp_path: Path, kept: int) -> None:
    """A file of which the end is missing is no sound file."""
    whole = delivery(editions, "en", "screen").path
    cut = tmp_path / whole.name
    shutil.copyfile(whole, cut)
    cut.write_bytes(whole.read_bytes()[:kept])
    found = failures([verify_file(Finished(cut, "en", "screen"))])
    assert "soundness" in {by for _, by, _ in found}


def break_the_structure(pdf: pikepdf.Pdf) -> None:
    """Let a number stand where the structure keeps its pages."""
    pdf.Root.StructTreeRoot.ParentTree = 7


def break_the_fonts(pdf: pikepdf.Pdf) -> None:
    """Let a number stand where a page keeps its fonts."""
    pdf.pages[2].obj.Resources.Font = 7


@pytest.mark.parametrize("damage", [break_the_structure, break_the_fonts])
def test_a_damaged_file_is_told(editions: Path, tmp_path: Path, damage: Plant) -> None:
    """A file too damaged for a check is a fault of that file, not of the program."""
    whole = delivery(editions, "en", "screen")
    broken = Finished(tmp_path / whole.path.name, "en", "screen")
    with pikepdf.open(whole.path) as pdf:
        damage(pdf)
        pdf.save(broken.path)
    assert "reading" in {by for _, by, _ in failures([verify_file(broken)])}


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir])
def test_an_empty_page_is_told(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """An HTML page without anything, or a folder in its place, is a fault of that page."""
    page = tmp_path / "page.html"
    make(page)
    assert [by for _, by, _ in failures([verify_file(Finished(page, "en", "page"))])] == ["reading"]


def test_a_cut_file_does_not_hide_the_others(editions: Path, tmp_path: Path, vera: VeraPDF) -> None:
    """A file that is no PDF is told; the others are validated by veraPDF all the same."""
    whole = delivery(editions, "en", "screen")
    cut = Finished(tmp_path / "cut.pdf", "en", "screen")
    cut.path.write_bytes(whole.path.read_bytes()[:100])
    of_cut, of_whole = verify([cut, whole], vera=vera)
    assert {by for _, by, _ in failures([of_cut])} == {"reading", "soundness"}
    assert failures([of_whole]) == []
    assert of_whole.outcomes[-1].check == "PDF/UA-1"


def beside(editions: Path, folder: Path, language: str, plant: Plant) -> Finished:
    """A screen edition with a fault, beside the HTML page of the same edition."""
    whole = delivery(editions, language, "screen")
    shutil.copyfile(whole.page, folder / whole.page.name)
    broken = Finished(folder / whole.path.name, language, "screen")
    with pikepdf.open(whole.path) as pdf:
        plant(pdf)
        pdf.save(broken.path)
    return broken


def lose_a_passage(pdf: pikepdf.Pdf) -> None:
    """Take some lines of text out of the middle of the page with the first paragraphs."""
    place = pikepdf.NameTree(pdf.Root.Names.Dests)["lk.1.1"]
    page = pikepdf.Page(place[0])
    instructions = list(pikepdf.parse_content_stream(page))
    shown = [at for at, one in enumerate(instructions) if str(one.operator) == "TJ"]
    middle = set(shown[len(shown) // 3 : 2 * len(shown) // 3])
    kept = [one for at, one in enumerate(instructions) if at not in middle]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_a_lost_passage_is_found(editions: Path, tmp_path: Path, language: str) -> None:
    """What stands on the HTML page and not in the PDF is told, with the name of its place."""
    broken = beside(editions, tmp_path, language, lose_a_passage)
    found = [fault for _, by, fault in failures([verify_file(broken)]) if by == "wholeness"]
    assert found
    assert all("missing from the PDF" in fault for fault in found)


def test_symbols_that_are_turned_round_are_found(editions: Path, tmp_path: Path) -> None:
    """A direction of pages that makes browsers lose every Arabic symbol is a fault of each kind."""
    broken = beside(editions, tmp_path, "ar", turn_the_direction)
    found = {by: fault for _, by, fault in failures([verify_file(broken)])}
    assert found["findable"].startswith("PDFium finds ")
    assert "identity" in found


def test_a_pdf_without_its_page_is_not_compared(editions: Path, tmp_path: Path) -> None:
    """Where no HTML page lies beside a PDF, the report says that its text was not compared."""
    alone = Finished(tmp_path / "alone.pdf", "en", "screen")
    shutil.copyfile(delivery(editions, "en", "screen").path, alone.path)
    outcomes = {one.check: one for one in verify_file(alone).outcomes}
    assert "no HTML page" in outcomes["wholeness"].skipped
    assert "no HTML page" in outcomes["findable"].skipped


def push_a_passage_off_the_page(pdf: pikepdf.Pdf) -> None:
    """Draw a page so high that its first lines stand above its upper edge."""
    pdf.pages[8].contents_add(pdf.make_stream(b"1 0 0 1 0 500 cm"), prepend=True)


def test_what_stands_beyond_an_edge_is_found(editions: Path, tmp_path: Path) -> None:
    """A text that is in the file and on no page of it is lost, too."""
    broken = beside(editions, tmp_path, "en", push_a_passage_off_the_page)
    found = [fault for _, by, fault in failures([verify_file(broken)]) if by == "wholeness"]
    assert any(fault.startswith("page 9: beyond its edges: ") for fault in found)
