"""Joins lines to a text: a hyphen at the end of a line is kept, or only divides a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=.$)")
_LONGEST = 80  # letters of a word
_SOFT = "\u00ad"
_TYPESET = "\u2010"  # set by programs to divide words; rare in texts
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uff00-\uffef].|.[\u2e80-\u9fff\uff00-\uffef]")
_HOLDS = re.compile(r"\S[-\u2010—]$|/$")  # keeps the next word attached


class Hyphens:
    """Distinguishes the hyphens of a document by the words within its lines.

    >>> hyphens = Hyphens(["the inter-", "national well-", "being, an international well-being"])
    >>> hyphens.joined("the inter-", "national"), hyphens.joined("well-", "being")
    ('the international', 'well-being')
    """

    def __init__(self, lines: Iterable[str], conjunctions: Collection[str] = ()) -> None:
        listed = list(lines)
        self._words = {word.casefold() for line in listed for word in _WORD.findall(line)}
        self._typeset = any(_TYPESET in line[:-1] for line in listed)
        self._conjunctions = conjunctions

    def joined(self, text: str, line: str) -> str:
        """Two lines as one text; a hyphen or a slash at the end of a line is part of the text.

        If the text has the whole word elsewhere, the hyphen only divides it.
        """
        return "".join(self.pieces(text, line))

    def pieces(self, text: str, line: str) -> tuple[str, str, str]:
        """Two lines as they appear in one text, and the text between them."""
        if self._divides(text, line):
            return text[:-1], "", line
        keeps_hyphen = _HOLDS.search(text[-2:]) and (text[-1] == "/" or not self._hangs(line))
        return text, "" if keeps_hyphen else _gap(text, line), line

    def doubtful(self, text: str, line: str) -> str:
        """The hyphenated word at the end of a line, if the hyphen may belong to it or divide it."""
        first, last = _parts(text, line)
        known = self._is_known(first, last) or self._hangs(line)
        return f"{last}-{first}" if first and text.endswith("-") and not known else ""

    def _hangs(self, line: str) -> bool:
        """Whether a hyphen before a line replaces the end of a word: short- and long-term."""
        return line.split(" ", maxsplit=1)[0] in self._conjunctions

    def _divides(self, text: str, line: str) -> bool:
        """Whether the last character of a line is a hyphen that only divides a word."""
        first, last = _parts(text, line)
        if not first:
            return False
        if text.endswith(_SOFT) or (text.endswith(_TYPESET) and not self._typeset):
            return True
        whole = f"{last}{first}".casefold() in self._words
        return text.endswith("-") and whole and not self._has(f"{last}-{first}")

    def _is_known(self, first: str, last: str) -> bool:
        """Whether the text has a word elsewhere in one of two forms, and not in the other."""
        return self._has(f"{last}{first}") != self._has(f"{last}-{first}")

    def _has(self, word: str) -> bool:
        return word.casefold() in self._words


def _gap(text: str, line: str) -> str:
    """The text between two lines: a space, except beside characters that need none.

    >>> _gap("the Convention", "and"), _gap("公约将于", "2012年")
    (' ', '')
    """
    return "" if _UNSPACED.fullmatch(text[-1:] + line[:1]) else " "


def _parts(text: str, line: str) -> tuple[str, str]:
    """The first word of a line and the last word before it, if a hyphen may divide one word."""
    first, last = _WORD.match(line), _LAST.search(text[-_LONGEST:])
    if first is None or last is None or not first[0][0].islower():
        return "", ""
    return first[0], last[0]
