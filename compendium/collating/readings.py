"""Readings: what is to be read where the conversion of a document broke its structure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from compendium.model.errata import Column, Erratum

_LINE = re.compile(r"line (\d{1,7})")


def apply_readings(text: str, errata: Sequence[Erratum]) -> tuple[str, tuple[Erratum, ...]]:
    """Mend a text as received by the errata of column `reading`; others are passed over.

    A reading whose place is `line N` looks for its fragment in that line of the text as received;
    any other place means a fragment that occurs once in the whole text.

    Returns:
        The text to read, and the idle readings: their fragment is not there, or not only once.
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
            # A reading may split a line in two; the list keeps the count of lines as received.
            lines[number] = lines[number].replace(erratum.printed, erratum.ours)
    return "\n".join(lines), tuple(idle)


def _line_of(lines: Sequence[str], erratum: Erratum) -> int | None:
    """The index of the one line that holds the fragment once, if there is just one."""
    if not erratum.printed:
        return None
    named = _LINE.fullmatch(erratum.place)
    candidates: Sequence[int] = range(len(lines))
    if named:
        candidates = [int(named[1]) - 1] if 0 < int(named[1]) <= len(lines) else []
    counts = {number: lines[number].count(erratum.printed) for number in candidates}
    if sum(counts.values()) != 1:
        return None
    return next(number for number, count in counts.items() if count)
