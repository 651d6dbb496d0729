"""Reading a printed thematic index: its rows, each cell as printed.

The texts come from PDF files. A line is a row of cells separated by tabs. If the conversion merged
several rows of a topic, one cell contains their cells one after another; they are separated by
their sequence. Cells that cannot be separated need an erratum that corrects the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from compendium.collating.published_words import preambular_mark
from compendium.model.lines import lines_of
from compendium.model.symbols import symbols_in

# The printed index is recognised by words and marks of its layout, not by its content.
FEWEST_TABS = 2  # a line of the index table has at least three cells
SEVERAL = 2  # symbols in a line of merged rows
PART = re.compile(r"\bPart ([A-Z])\b(?!\.)")
LOCATOR = re.compile(r"\b(?P<roman>[IVXLC]+)\.[A-Za-z0-9]")
NUMBERED_RECORD = re.compile(r"\b[A-Z][a-z]+ [0-9]+/[0-9A-Z]+")
CONTINUED = re.compile(r"(?:<(?P<tag>[a-z]+)>|\*)\([^)]*\)(?:</(?P=tag)>|\*)\s*$")
TAG = re.compile(r"</?[a-z]+\b[^>]*>")

_ITEM = re.compile(r"\([ivx]+\)")


@dataclass(frozen=True, slots=True)
class CitedReport:
    """What separates merged rows: the section of a report's units, and its column.

    References to a report that is cited by recommendation are in the last column.
    """

    section: str
    by_recommendation: bool


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of a printed index, with normalised spaces and dashes; a missing cell is empty.

    `line` is the number of the line in the text.
    """

    part: str
    locators: str
    symbol: str
    record: str
    references: str
    heading: str = ""
    line: int = 0


_Locators = tuple[str, str]  # part and locators
_Places = tuple[str, str, str]  # symbol, record and references


@dataclass(slots=True)
class _Cells:
    """The cells of one line, by their content; references by column."""

    heading: str = ""
    continued: bool = False
    locators: str = ""
    symbols: list[str] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def read_index(text: str, reports: Mapping[str, CitedReport]) -> list[PrintedRow]:
    """Read the rows of an index; `reports` has every report that may be cited, by its symbol."""
    rows: list[PrintedRow] = []
    heading = part = ""
    for number, line in enumerate(lines_of(text), 1):
        if line.count("\t") < FEWEST_TABS:
            continue
        cells = _cells(line)
        if not (cells.symbols or cells.locators):
            continue  # the head of a table
        if cells.heading:
            heading, part = cells.heading, part if cells.continued else ""
        for row in _rows(cells, reports):
            part = row.part or part
            if row.locators or row.symbol:
                rows.append(replace(row, heading=heading, part=part, line=number))
    return rows


def normalise(cell: str) -> str:
    """A cell with plain spaces, en dashes between numbers, and no markup.

    >>> normalise("<u>IV.5</u> ,  IV.7-9")
    'IV.5, IV.7–9'
    """
    cell = " ".join(TAG.sub("", cell).split())
    cell = re.sub(r" +([,;])", r"\1", cell)
    return re.sub(r"(?<=[A-Za-z0-9)]) ?[-–] ?(?=[A-Za-z0-9(])", "–", cell)


def _cells(line: str) -> _Cells:
    cells = _Cells()
    for raw in line.split("\t"):
        cell = " ".join(TAG.sub("", raw).split())
        if not cell:
            continue
        if symbols := _symbols(cell):
            cells.symbols += symbols
        elif cells.symbols and NUMBERED_RECORD.match(cell):
            cells.records += NUMBERED_RECORD.findall(cell)
        elif PART.match(cell) or LOCATOR.match(cell):
            cells.locators = normalise(cell)
        elif cells.symbols:
            cells.references.append(normalise(cell))
        elif not cells.heading:
            cells.heading = TAG.sub("", CONTINUED.sub("", raw)).strip()
            cells.continued = bool(CONTINUED.search(raw))
    return cells


def _symbols(cell: str) -> list[str]:
    """The symbols of a cell that contains nothing else."""
    symbols = [cell[start:end] for start, end in symbols_in(cell)]
    return symbols if symbols == cell.split() else []


def _rows(cells: _Cells, reports: Mapping[str, CitedReport]) -> Iterator[PrintedRow]:
    """Yield the rows of a line, without their heading."""
    if len(cells.symbols) < SEVERAL:
        part = PART.match(cells.locators)
        yield PrintedRow(
            part=part[1] if part else "",
            locators=PART.sub("", cells.locators).strip(),
            symbol="".join(cells.symbols),
            record=" ".join(cells.records),
            references=" ".join(cells.references),
        )
        return
    no_records = [""] * (len(cells.symbols) - len(cells.records))
    places = zip(
        cells.symbols, no_records + cells.records, _references(cells, reports), strict=False
    )
    for (part_letter, locators), place in _pair(
        split_locators(cells.locators), list(places), reports
    ):
        yield PrintedRow(part_letter, locators, *place)


def _pair(
    locators: Sequence[_Locators], places: Sequence[_Places], reports: Mapping[str, CitedReport]
) -> Iterator[tuple[_Locators, _Places]]:
    """Pair locators with symbols by their section, so that a missing cell shifts no other."""
    sections = [match["roman"] for _, text in locators if (match := LOCATOR.search(text))]
    cited = [reports[symbol].section if symbol in reports else "" for symbol, *_ in places]
    matcher = SequenceMatcher(None, sections, cited, autojunk=False)
    part = ""
    for _, left, left_end, right, right_end in matcher.get_opcodes():
        for locator, place in zip_longest(locators[left:left_end], places[right:right_end]):
            part = locator[0] if locator else part
            yield locator or (part, ""), place or ("", "", "")


def split_locators(cell: str) -> list[tuple[str, str]]:
    """Split merged locators, each with the part whose label precedes it.

    >>> split_locators("Part A II.3, II.5 and II.6 IV.1–3 Part B II.f")
    [('A', 'II.3, II.5 and II.6'), ('A', 'IV.1–3'), ('B', 'II.f')]
    """
    groups: list[tuple[str, str]] = []
    pieces = PART.split(cell)
    for part, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        start, roman = 0, ""
        for match in LOCATOR.finditer(piece):
            if roman and match["roman"] != roman:
                groups.append((part, piece[start : match.start()].strip()))
                start = match.start()
            roman = match["roman"]
        if roman:
            groups.append((part, piece[start:].strip()))
    return groups


def split_references(cell: str) -> list[str]:
    """Split merged references where only a space separates two that do not belong to one list.

    >>> split_references("10, 62 and 63 15 8 (g) (m) (iv) (i) PP 11 7")
    ['10, 62 and 63', '15', '8 (g)', '(m) (iv)', '(i)', 'PP 11', '7']
    """
    groups: list[str] = []
    before = ""
    for word in cell.split():
        if not before or _starts_group(before, word):
            groups.append(word)
        else:
            groups[-1] += f" {word}"
        before = word
    return groups


def _starts_group(before: str, word: str) -> bool:
    if not before.endswith(tuple("0123456789)")):
        return False
    if word.startswith("("):
        is_list_of_letters = not before.endswith(")")
        is_item = bool(_ITEM.fullmatch(word.rstrip(",;"))) and not _ITEM.search(before)
        return not (is_list_of_letters or is_item)
    return word[0].isdigit() or word.startswith(preambular_mark())


def _references(cells: _Cells, reports: Mapping[str, CitedReport]) -> list[str]:
    columns = [iter(split_references(cell)) for cell in cells.references]
    references = []
    for symbol in cells.symbols:
        last = symbol in reports and reports[symbol].by_recommendation
        references.append(next(columns[min(last, len(columns) - 1)], "") if columns else "")
    return references
