"""What a text must have before a catalogue takes it: the marks of its source, in one paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.checks.pairs import unbalanced_emphasis
from compendium.checks.parity import marks
from compendium.checks.translation_fault import TextFault
from compendium.model.markup import without_marks


def faults_of_form(source: str, text: str) -> Iterator[TextFault]:
    """What keeps a text out; all else is for `compendium check`, once it is in its catalogue.

    >>> [fault.code for fault in faults_of_form("*Recalling* it,[^1]", "*Rappelant* * cela,")]
    ['P001', 'H007']
    """
    yield from marks(without_marks(source), without_marks(text))
    for fault in unbalanced_emphasis(text):
        yield TextFault("H007", fault.message, "write *words* with both asterisks close to them")
    if "\n" in text and "\n" not in source:
        yield TextFault("H010", "the translation has a line break", "write it in one paragraph")
