"""Remembers the HTML of parts, so that Pandoc writes only those that a change concerns.

A process remembers what it wrote, for a preview that writes a page again and again; the commands of
a build share what is kept on disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compendium.kept import kept
from compendium.rendering.page_parts import Part

_LIMIT = 100_000_000  # bytes on disk; the parts of six languages take 15 million
_MOST_IN_MEMORY = 300  # parts; a large book has fewer
# In the address of what Pandoc embeds, such as a picture, whose file may change.
_EMBEDDED = "data:"

_latest: dict[str, list[str]] = {}


class WrittenParts:
    """The HTML of parts that were made in one way."""

    def __init__(self, made_with: str) -> None:
        """Look for parts that depend on this, besides their text."""
        self._made_with = hashlib.sha256(made_with.encode()).hexdigest()
        self._kept = kept("parts", limit=_LIMIT)

    def load(self, part: Part) -> list[str] | None:
        """The HTML of the pieces of a part; None if it must be written."""
        key = self._made_with + part.digest
        texts: object = _latest.get(key)
        if texts is None:
            texts = self._kept.load(key)
        if not isinstance(texts, list) or len(texts) != len(part.pieces):
            return None
        return _remember(key, [str(text) for text in texts])

    def save(self, part: Part, texts: Sequence[str]) -> None:
        """Remember the HTML of the pieces of a part."""
        if not any(_EMBEDDED in text for text in texts):
            key = self._made_with + part.digest
            self._kept.save(_remember(key, list(texts)), key)


def _remember(key: str, texts: list[str]) -> list[str]:
    """Put a part behind the others in memory, of which the first is the one used least lately."""
    _latest.pop(key, None)
    _latest[key] = texts
    while len(_latest) > _MOST_IN_MEMORY:
        _latest.pop(next(iter(_latest)), None)
    return texts
