"""Reads a returned Word file from any word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from compendium.errors import InputError
from compendium.exchange.returned import Returned, ReturnedRow, claimed, left_out
from compendium.exchange.stamp import find_stamp
from compendium.exchange.word import INSTRUCTIONS, TITLE
from compendium.findings import Finding, Place, Severity
from compendium.texts.states import State

_HEADS = {
    "key": re.compile(r"Key$"),
    "source": re.compile(r"Source\b.*\[([A-Za-z0-9-]+)\]$"),
    "target": re.compile(r"Translation\b.*\[([A-Za-z0-9-]+)\]$"),
    "state": re.compile(r"State$"),
}
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    qn("w:softHyphen"): "\N{SOFT HYPHEN}",
}
_NOT_TEXT = {
    qn(f"w:{name}"): description
    for description, names in {
        "tracked changes": ("ins", "del", "moveFrom", "moveTo"),
        "a footnote of the word processor": ("footnoteReference", "endnoteReference"),
        "a picture, box or symbol": ("drawing", "pict", "object", "sym"),
        "a table": ("tbl",),
        "words above words": ("ruby",),
        "another document": ("altChunk", "subDoc"),
    }.items()
    for name in names
} | {"{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "an equation"}
_HEADING = re.compile(rf"{TITLE}.*|[a-z0-9-]+(?:/[0-9]+-[0-9]+)?")
_STATES = {state.value: state for state in State}


@dataclass(frozen=True, slots=True)
class _Columns:
    """The position of each column, and the languages in the header row."""

    places: dict[str, int]
    source_tag: str
    target_tag: str


def read_word(content: etree._Element, path: Path) -> Returned:
    """Read the text of a returned Word file; its rows are numbered through all tables.

    Raises:
        InputError: if it has no table of texts, or one without its header row or a column, or if
            the languages of its tables differ.
    """
    tables = list(_tables(content))
    if not tables:
        raise InputError(f"{path}: it contains no table of texts", remedy="ask for it again")
    rows: list[ReturnedRow] = []
    findings = [
        left_out(Place(str(path)), f"outside the tables: {text}") for text in _beside(content)
    ]
    languages: set[tuple[str, str]] = set()
    count = 0
    for number, table in enumerate(tables, start=1):
        head, *body = table.iter(qn("w:tr"))
        columns = _columns(head, f"{path}: table {number}")
        languages.add((columns.source_tag, columns.target_tag))
        for row in body:
            if next(row.iterancestors(qn("w:tbl"))) is table:
                count += 1
                rows.extend(_read_row(row, columns, Place(str(path), count), findings))
    if len(languages) != 1:
        raise InputError(f"{path}: its tables are of several languages", remedy="send one each")
    source, target = languages.pop()
    return Returned("Word", source, target, tuple(rows), tuple(findings))


def _tables(content: etree._Element) -> Iterator[etree._Element]:
    """The tables of a document, without tables within tables."""
    for table in content.iter(qn("w:tbl")):
        if next(table.iterancestors(qn("w:tbl")), None) is None:
            yield table


def _beside(content: etree._Element) -> Iterator[str]:
    """Texts that somebody wrote outside the tables: paragraphs that the handover did not have."""
    for paragraph in content.iter(qn("w:p")):
        if next(paragraph.iterancestors(qn("w:tbl")), None) is None:
            text = "".join(_pieces(paragraph)).strip()
            if text and not (text in INSTRUCTIONS or _HEADING.fullmatch(text)):
                yield text


def _columns(head: etree._Element, where: str) -> _Columns:
    places: dict[str, int] = {}
    tags: dict[str, str] = {}
    for place, cell in enumerate(head.iterchildren(qn("w:tc"))):
        label = " ".join(_text(cell).split())
        for name, pattern in _HEADS.items():
            if match := pattern.match(label):
                places[name] = place
                tags[name] = match[1] if match.groups() else ""
    missing = [name for name in _HEADS if name not in places]
    if missing:
        raise InputError(
            f"{where}: no column of the {', '.join(missing)} in its first row",
            remedy="restore the header row as it was handed over: Key, Source, Translation, State",
        )
    return _Columns(places, tags["source"], tags["target"])


def _read_row(
    row: etree._Element, columns: _Columns, place: Place, findings: list[Finding]
) -> Iterator[ReturnedRow]:
    cells = list(row.iterchildren(qn("w:tc")))
    if len(cells) <= max(columns.places.values()):
        raise InputError(
            f"{place.file}: row {place.line} has {len(cells)} cells",
            remedy="undo the merging of cells, or delete the row",
        )
    texts = {name: _text(cells[position]) for name, position in columns.places.items()}
    if not any(text.strip() for text in texts.values()):
        return  # an empty row
    words = texts["key"].split()
    key = words[0] if words else ""
    findings += _not_taken_back(row, cells[columns.places["target"]], key, place)
    stamp = find_stamp(texts["key"])
    yield ReturnedRow(
        place=place,
        key=key,
        source=texts["source"],
        target=texts["target"],
        stamp=stamp,
        claim=claimed(_state(key, texts["state"], place, findings), stamp),
    )


def _not_taken_back(
    row: etree._Element, target: etree._Element, key: str, place: Place
) -> Iterator[Finding]:
    """Report the contents of a row that cannot be taken back, and comments."""
    for content in _beyond_text(row, target):
        message = f"{key}: {content} in the row"
        remedy = "accept or reject what is tracked; write everything as plain text"
        yield Finding(place, "H009", message, remedy)
    if next(row.iter(qn("w:commentReference")), None) is not None:
        message = f"{key}: a comment of the word processor"
        remedy = "read it in the file; comments are not taken back"
        yield Finding(place, "H012", message, remedy, Severity.WARNING)


def _state(key: str, cell: str, place: Place, findings: list[Finding]) -> State | None:
    word = cell.strip().casefold()
    if word and word not in _STATES:
        findings.append(
            Finding(
                place,
                "H008",
                f"{key}: there is no state {cell.strip()!r}",
                f"write one of: {', '.join(_STATES)}",
            )
        )
    return _STATES.get(word)


def _beyond_text(row: etree._Element, target: etree._Element) -> list[str]:
    """The contents of a row that plain text cannot express."""
    properties = row.find(qn("w:trPr"))
    marks = [] if properties is None else list(properties.iter(qn("w:ins"), qn("w:del")))
    elements = [*marks, *target.iter(*_NOT_TEXT)]
    return list(dict.fromkeys(_NOT_TEXT[str(element.tag)] for element in elements))


def _text(cell: etree._Element) -> str:
    """The text of a cell, a line for each paragraph."""
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iter(qn("w:p")))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(qn("w:t"), *_CHARACTERS):
        if element.tag == qn("w:t"):
            yield element.text or ""
        elif next(element.iterancestors(qn("w:r")), None) is not None:  # not a tab stop of a style
            yield _CHARACTERS[str(element.tag)]
