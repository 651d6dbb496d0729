"""Checks the form of a text before it enters a catalogue: marks, emphasis, one paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.checks import EMPHASIS, Fault, check_marks
from compendium.model.markup import without_marks


def faults_of_form(source: str, text: str) -> Iterator[Fault]:
    """Find the faults that keep a text out; `compendium check` finds all others in the catalogue.

    >>> [fault.code for fault in faults_of_form("*Recalling* it,[^1]", "*Rappelant* * cela,")]
    ['P001', 'H007']
    """
    yield from check_marks(without_marks(source), without_marks(text))
    for fault in EMPHASIS.faults(text):
        yield Fault("H007", fault.message, "write *words* with both asterisks close to them")
    if "\n" in text and "\n" not in source:
        yield Fault("H010", "the translation has a line break", "write it in one paragraph")
