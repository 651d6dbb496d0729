"""The two parliamentary papers agree with those that the United Nations issued, errata apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from compendium.collating.index_printed import index_rows
from compendium.collating.index_rows import index_differences
from compendium.collating.readings import apply_readings
from compendium.collating.text_differences import text_differences
from compendium.model.errata import Column, Erratum
from compendium.model.published import Published
from compendium.reading import Reading, read_sources

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@pytest.fixture(scope="module")
def sources(built: Path) -> Reading:
    """The sources that the papers were built from."""
    return read_sources(built / "sources")


def published(sources: Reading, key: str) -> Published:
    """One of the published documents."""
    return next(document for document in sources.documents if document.key == key)


def page(built: Path, edition: str) -> html.HtmlElement:
    """The page of an edition, without the links that only a screen needs."""
    root = html.fromstring((built / f"output/editions/en/{edition}.html").read_bytes())
    for element in root.xpath("//*[contains(@class, 'permalink') or contains(@class, 'switch')]"):
        element.drop_tree()
    for mark in root.xpath("//a[contains(@class, 'footnote-ref')]"):
        number = mark.text_content().translate(SUPERSCRIPTS)
        mark.clear(keep_tail=True)
        mark.text = number
    return root


def words(element: html.HtmlElement) -> str:
    """The words of an element with single spaces."""
    return " ".join(element.text_content().split())


def lines_of_record(root: html.HtmlElement) -> Iterator[str]:
    """The consolidated record as lines, as the text of the published one was received."""
    units = "self::div[contains(' paragraph subparagraph item ', concat(' ', @class, ' '))]"
    for element in root.xpath(f"//main//*[self::h2[parent::section] or {units}]"):
        if element.tag == "h2":
            if "gathering" in element.getparent().get("class", ""):
                yield words(element)
        else:
            yield words(element.find("p"))
        if "gathering-remark" in (element.get("class") or ""):
            yield words(element)
    for number, note in enumerate(root.xpath("//section[@role='doc-endnotes']//li"), start=1):
        for back in note.xpath(".//a[@role='doc-backlink']"):
            back.drop_tree()
        yield f"{str(number).translate(SUPERSCRIPTS)} {words(note)}"


def lines_of_index(root: html.HtmlElement) -> Iterator[str]:
    """The index as lines of cells, as the text of the published one was received."""
    for row in root.xpath("//main//tbody/tr"):
        topic, symbol, paragraphs, locators = (words(cell) for cell in row)
        yield f'{topic}\t<a href="#">{symbol}</a>\t{paragraphs}\t{locators}'


def remarks(root: html.HtmlElement) -> Iterator[str]:
    """The remarks of gatherings that adopted nothing."""
    for element in root.xpath("//div[contains(@class, 'gathering-remark')]"):
        yield words(element)


def test_the_record_agrees_paragraph_by_paragraph(built: Path, sources: Reading) -> None:
    """Our consolidated record, read as the published one is, holds each text of the records."""
    root = page(built, "record-2019")
    lines: list[str] = []
    for line in lines_of_record(root):
        lines += ["", line]
        if line.startswith("III. "):
            lines += ["", *remarks(root)]
    found = text_differences(published(sources, "record-2019"), "\n".join(lines), sources.corpus)
    assert found == []


def known(sources: Reading, key: str) -> list[Erratum]:
    """The errata of one document that are differences of its text or its rows."""
    return [e for e in sources.errata if e.document == key and e.column is not Column.READING]


def test_the_index_agrees_row_by_row(built: Path, sources: Reading) -> None:
    """Our index paper, read as the published one is, holds each assignment and no other."""
    lines = "\n".join(lines_of_index(page(built, "index-2019")))
    document = published(sources, "index-2019")
    assert index_differences(document, lines, sources.corpus) == []
    rows = index_rows(document, lines, sources.corpus)
    assert len(rows) > 290


def test_the_published_papers_differ_in_errata_only(sources: Reading, built: Path) -> None:
    """The published papers differ from the records, and so from ours, where errata say it."""
    for key, differences in (("record-2019", text_differences), ("index-2019", index_differences)):
        document = published(sources, key)
        text = (built / "sources/published" / document.file).read_text(encoding="utf-8")
        own = [erratum for erratum in sources.errata if erratum.document == key]
        mended, idle = apply_readings(text, own)
        assert not idle
        found = differences(document, mended, sources.corpus)
        assert len(found) == len(known(sources, key))


@pytest.fixture(scope="module")
def printed(sources: Reading, built: Path) -> str:
    """The text of the published index paper, read as the errata say."""
    document = published(sources, "index-2019")
    text = (built / "sources/published" / document.file).read_text(encoding="utf-8")
    own = [erratum for erratum in sources.errata if erratum.document == document.key]
    return apply_readings(text, own)[0]


def headings_and_rows(sources: Reading, text: str) -> list[tuple[str, str]]:
    """The rows of a printed index in its order, each with its heading as printed and its place.

    A row that an erratum adds, drops or moves is left out.
    """
    moved = {erratum.place for erratum in known(sources, "index-2019")}
    rows = index_rows(published(sources, "index-2019"), text, sources.corpus)
    return [(row.printed.heading, row.place) for row in rows if row.place not in moved]


def test_the_index_reads_as_the_published_one(sources: Reading, built: Path, printed: str) -> None:
    """Row by row, topics bear the headings of the published paper and stand in its order."""
    ours = headings_and_rows(sources, "\n".join(lines_of_index(page(built, "index-2019"))))
    assert ours == headings_and_rows(sources, printed)
    assert len(ours) > 200


def test_its_columns_are_headed_as_the_published_ones(built: Path, printed: str) -> None:
    """The columns of the report stand below a heading that they have in common."""
    topic, report, place, document, paragraphs = re.findall(r"<i>(.*?)</i>", printed)[:5]
    heads = [words(cell) for cell in page(built, "index-2019").xpath("//main//thead//th")]
    assert heads == [topic, f"{report} {document}", f"{report} {paragraphs}", place]


@pytest.mark.parametrize("edition", ["record-2019", "index-2019"])
def test_a_paper_keeps_only_what_it_knew(built: Path, edition: str) -> None:
    """The records inside the archive file of a paper end with its last meeting."""
    with pikepdf.open(built / f"output/editions/en/{edition}.archive.pdf") as pdf:
        records = json.loads(pdf.attachments[f"{edition}.records.json"].get_file().read_bytes())
    assert [meeting["ordinal"] for meeting in records["meetings"]] == list(range(1, 9))
    assert not records["sessions"]
