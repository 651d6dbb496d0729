"""Compares a printed index with the assignments: locators, references and our own cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compendium.collating.index_cells import OwnCells, both_columns, own_cells
from compendium.collating.index_printed import IndexRow, index_rows
from compendium.comparing.differences import Difference
from compendium.model.corpus import Corpus
from compendium.model.errata import Column
from compendium.model.published import Published
from compendium.model.units import Unit, record_key


def index_differences(document: Published, text: str, corpus: Corpus) -> list[Difference]:
    """Compare each row of a printed index with the assignments in the gatherings that it covers.

    If both columns of a row name the same units, and ours are others, that is one difference. If
    the columns disagree, each column that differs from ours is one. A wrong symbol, record or
    part, an extra row and a missing row are differences of the whole row.

    Args:
        document: the document, with the gatherings that it covers.
        text: its text, corrected by the errata of column `reading`.
        corpus: the records.
    """
    ours = _assigned(document, corpus)
    parts = {body.key: body.part for body in corpus.bodies}
    differences: list[Difference] = []
    seen: set[str] = set()
    rows = index_rows(document, text, corpus)
    in_parts = any(row.printed.part for row in rows)
    for row in rows:
        units = [] if row.place in seen else ours.get(row.place, [])
        part = parts[row.gathering.body] if row.gathering and in_parts else ""
        of_row = _row_differences(row, units, part)
        differences += [Difference(document.key, row.place, *cells) for cells in of_row]
        seen.add(row.place)
    return differences + [
        Difference(document.key, place, Column.ROW, "", own_cells(units).whole)
        for place, units in ours.items()
        if place not in seen
    ]


def _row_differences(
    row: IndexRow, units: Sequence[Unit], part: str
) -> Iterator[tuple[Column, str, str]]:
    """Yield column, printed and own cell of everything that differs in a row."""
    cells = own_cells(units)
    yield from _places(row, {unit.key for unit in units}, cells)
    if row.gathering and units:
        yield from _labels(row, cells, part)


def _places(row: IndexRow, keys: set[str], own: OwnCells) -> Iterator[tuple[Column, str, str]]:
    """Yield column, printed and own cell of the places that differ."""
    printed = row.printed
    if row.gathering is None or (row.columns_agree and row.located.units != keys):
        yield Column.ROW, both_columns(printed.locators, printed.references), own.whole
        return
    if row.located.units != keys or row.located.faults:
        yield Column.LOCATORS, printed.locators, own.locators
    if row.referred.units != keys or row.referred.faults:
        yield Column.REFERENCES, printed.references, own.references


def _labels(row: IndexRow, own: OwnCells, part: str) -> Iterator[tuple[Column, str, str]]:
    """Yield column, printed and own cell of symbol, record and part where they differ."""
    printed = row.printed
    for theirs, ourselves in (
        (printed.symbol, own.symbol),
        (printed.record, own.record),
        (printed.part, part),
    ):
        if theirs != ourselves:
            yield Column.ROW, theirs, ourselves


def _assigned(document: Published, corpus: Corpus) -> dict[str, Sequence[Unit]]:
    """The units of every row that the document should have, by place."""
    rows: dict[str, list[Unit]] = {}
    for unit in corpus.units():
        if unit.gathering.ordinal in document.covers.get(unit.gathering.body, ()):
            record = record_key(unit.gathering, unit.record)
            for topic in unit.topics:
                rows.setdefault(f"{topic}/{record}", []).append(unit)
    return dict(rows)
