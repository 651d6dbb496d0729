"""Readings mend the text as received before anything is read from it."""

from __future__ import annotations

import pytest

from compendium.collating.readings import apply_readings
from compendium.model.errata import Column, Erratum, ErratumKind


def _reading(printed: str, ours: str, place: str = "", column: Column = Column.READING) -> Erratum:
    return Erratum(
        document="book",
        place=place or "first page",
        column=column,
        printed=printed,
        ours=ours,
        kind=ErratumKind.CONVERSION,
        reason="a test",
    )


def test_fragment_is_replaced_where_it_occurs() -> None:
    """A fragment that occurs once in the document is read as the erratum says."""
    assert apply_readings("one\ntwo\n", [_reading("tw", "t")]) == ("one\nto\n", ())


def test_line_names_one_of_several() -> None:
    """A place `line N` chooses that line where the fragment occurs in others as well."""
    text, idle = apply_readings("same\nsame\nsame", [_reading("same", "other", "line 2")])
    assert (text, idle) == ("same\nother\nsame", ())


@pytest.mark.parametrize(
    "reading",
    [
        _reading("absent", "present"),
        _reading("e", "i"),
        _reading("two", "2", "line 1"),
        _reading("two", "2", "line 9"),
        _reading("ee", "ii", "line 0"),
        _reading("", "anything"),
    ],
    ids=["absent", "twice", "another line", "no such line", "no line nought", "empty"],
)
def test_reading_that_fits_nowhere_is_idle(reading: Erratum) -> None:
    """A fragment that is missing or not unique changes nothing and is reported."""
    assert apply_readings("one\ntwo three", [reading]) == ("one\ntwo three", (reading,))


def test_lines_are_counted_as_received() -> None:
    """A reading that splits a line does not move the lines that later readings name."""
    readings = [_reading("a b", "a\nb", "line 1"), _reading("c", "d", "line 2")]
    assert apply_readings("a b\nc", readings) == ("a\nb\nd", ())


def test_other_columns_are_no_readings() -> None:
    """Errata of other columns neither change the text nor count as idle readings."""
    assert apply_readings("one", [_reading("one", "two", column=Column.TEXT)]) == ("one", ())
