"""What was read of a document, as the cases of several tests write it."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.documents.content import DocumentContent
from compendium.importing.doubts import doubts


def shown(adopted: DocumentContent) -> Iterator[str]:
    """What was read, line by line."""
    for text in adopted.recommendations:
        yield f"{'.'.join(text.steps)} {text.text}"
    for record in adopted.records:
        yield f"{record.kind} {record.number}"
        for text in record.texts:
            yield f"{'.'.join(text.steps)} {'# ' if text.heading else ''}{text.text}"
    for doubt in doubts(adopted):
        yield f"{doubt.code} line {doubt.place.line}: {doubt.message}"
