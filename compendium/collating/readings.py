"""Readings: corrections where the conversion of a document broke its structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compendium.model.errata import Column, Erratum

_LINE = re.compile(r"line (\d{1,7})")


def apply_readings(text: str, errata: Sequence[Erratum]) -> tuple[str, tuple[Erratum, ...]]:
    """Correct a text as received by the errata of column `reading`; other errata are ignored.

    A reading with the place `line N` replaces its fragment in that line of the text as received;
    with any other place, the fragment must occur exactly once in the whole text.

    Returns:
        The corrected text, and the idle readings, whose fragment is missing or not unique.
    """
    lines = text.split("\n")
    idle = []
    for erratum in errata:
        if erratum.column is not Column.READING:
            continue
        number = _line_of(lines, erratum)
        if number is None:
            idle.append(erratum)
        else:
            # A reading may split a line in two; the list keeps the line numbers as received.
            lines[number] = lines[number].replace(erratum.printed, erratum.ours)
    return "\n".join(lines), tuple(idle)


def _line_of(lines: Sequence[str], erratum: Erratum) -> int | None:
    """The index of the line that contains the fragment, if it occurs exactly once."""
    if not erratum.printed:
        return None
    line_place = _LINE.fullmatch(erratum.place)
    candidates: Sequence[int] = range(len(lines))
    if line_place:
        candidates = [int(line_place[1]) - 1] if 0 < int(line_place[1]) <= len(lines) else []
    counts = {number: lines[number].count(erratum.printed) for number in candidates}
    if sum(counts.values()) != 1:
        return None
    return next(number for number, count in counts.items() if count)
