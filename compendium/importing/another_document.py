"""Checks by the numbers in the texts whether a document is that of its record, in another language.

The numbers of resolutions are the same in every language. Measured on a session of the General
Assembly in five languages, a document names nineteen of twenty that its record names, and one that
was published under the symbol of another resolution one of five.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compendium.documents.original import Original
from compendium.documents.printed import PrintedText
from compendium.findings import Finding
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.record_numbers import NAMED
from compendium.model.units import record_key, units_of_record

_FEWEST = 4  # numbers that are enough for a comparison

Numbers = set[frozenset[str]]


def of_another_document(
    gathering: Meeting | Session,
    record: Record | None,
    printed: Sequence[PrintedText],
    original: Original,
) -> Finding | None:
    """The finding (I035) that the texts do not name the resolutions that those of the record name.

    Args:
        gathering: the meeting, or the session of the record.
        record: the record.
        printed: the texts of the document.
        original: the document, for messages.
    """
    units = [unit.passage for unit in units_of_record(gathering, record)]
    ours = _named(text for each in units for text in (each.text, *each.notes.values()))
    theirs = _named(text for each in printed for text in (each.text, *each.notes))
    shared = len(ours & theirs)
    if len(ours) < _FEWEST or 2 * shared >= len(ours):
        return None
    return original.finding(
        "I035",
        0,
        f"its texts are not those of {record_key(gathering, record)}, which name {len(ours)} "
        f"resolutions by number; of these it names {shared}; nothing of it is taken",
        "see whether the text of another document was published under this symbol",
        error=True,
    )


def _named(texts: Iterable[str]) -> Numbers:
    """The numbers of resolutions that texts name; Arabic may reverse one."""
    return {frozenset(number.split("/")) for text in texts for number in NAMED.findall(text)}
