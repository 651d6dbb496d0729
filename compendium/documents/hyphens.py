"""Hyphens at the ends of lines: of the text, or set where a line divides a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=.$)")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 80  # letters of a word
_SOFT = "\u00ad"
_TYPESET = "\u2010"  # which programs set that divide words; in texts it is rare


class Hyphens:
    """What tells the hyphens of a document apart: the words within its lines.

    >>> hyphens = Hyphens(["the inter-", "national well-", "being, an international well-being"])
    >>> hyphens.divides("the inter-", "national"), hyphens.divides("well-", "being")
    (True, False)
    """

    def __init__(self, lines: Iterable[str]) -> None:
        held = list(lines)
        self._words = {word.casefold() for line in held for word in _WORD.findall(line)}
        self._typeset = any(_TYPESET in line[:-1] for line in held)

    def divides(self, text: str, line: str) -> bool:
        """Whether the last sign of a line is a hyphen that only divides a word over two lines."""
        first, last = _FIRST.match(line), _LAST.search(text[-_LONGEST:])
        if first is None or last is None or not first[0][0].islower():
            return False
        if text.endswith(_SOFT) or (text.endswith(_TYPESET) and not self._typeset):
            return True
        whole, hyphened = f"{last[0]}{first[0]}", f"{last[0]}-{first[0]}"
        known = whole.casefold() in self._words and hyphened.casefold() not in self._words
        return text.endswith("-") and known
