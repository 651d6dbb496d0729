"""Characters of a document that no record can contain, or that only its own fonts can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from compendium.documents.blocks import KEPT
from compendium.documents.original import Original
from compendium.findings import Finding
from compendium.model.characters import forbidden, named
from compendium.model.markup import unshield

_LOST = "\ufffd"
_UNKNOWN = frozenset({"Co", "Cn"})  # for private use, and not assigned


def strange_characters(original: Original) -> Iterator[Finding]:
    """I020: characters that no text may contain; I021: characters that have no meaning in a record.

    Each is reported once at a place, which is a page if lines have no places.
    """
    yield from dict.fromkeys(_strange(original))


def _strange(original: Original) -> Iterator[Finding]:
    for number, line in enumerate(original.lines, start=1):
        text = unshield("".join(line.texts)).replace(KEPT, "")
        messages = {fault.character: fault.message for fault in forbidden(text)}
        for message in messages.values():
            remedy = "write what the document shows there into a copy of it, and import that"
            yield original.finding("I020", number, message, remedy, error=True)
        for character in dict.fromkeys(text):
            if character not in messages and _stands_for_nothing(character):
                yield original.finding(
                    "I021",
                    number,
                    f"the character {named(character)}",
                    "see what the document shows there, and write that into the record",
                )


def _stands_for_nothing(character: str) -> bool:
    return character == _LOST or unicodedata.category(character) in _UNKNOWN
