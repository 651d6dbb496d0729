"""Marks that open and close: emphasis, quotation marks, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.checks.records.text_check import Spot, TextCheck
from compendium.model.markup import NOTE_LIKE, without_escapes

_EMPHASIS = re.compile(r"\*[^*\s](?:[^*]*[^*\s])?\*")
_CLOSERS = {")": "(", "]": "["}


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """The text with each match blanked, so that all other places stay."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


def unbalanced_emphasis(text: str) -> Iterator[Spot]:
    """Asterisks that open or close nothing, or stand apart from their words.

    >>> [start for start, _ in unbalanced_emphasis("*Recalling* that * inter alia*")]
    [17]
    """
    star = _blank(_EMPHASIS, without_escapes(text)).find("*")
    if star >= 0:
        yield star, "an asterisk without a partner, or separate from its word"


def unbalanced_quotes(text: str) -> Iterator[Spot]:
    """Curly quotation marks without their fellows; an apostrophe is no quotation mark.

    >>> [start for start, _ in unbalanced_quotes("the keeper’s “lamp")]
    [13]
    """
    opened: int | None = None
    for place, character in enumerate(text):
        if character == "“":
            if opened is not None:
                yield place, "a quotation mark opens inside another"
            opened = place
        elif character == "”":
            if opened is None:
                yield place, "a closing quotation mark has no opening one"
            opened = None
    if opened is not None:
        yield opened, "a quotation mark is not closed"
    single = text.rfind("‘")
    if single >= 0 and "’" not in text[single:]:
        yield single, "a single quotation mark is not closed"


def unbalanced_brackets(text: str) -> Iterator[Spot]:
    """Round and square brackets without their fellows; note marks do not count.

    >>> [start for start, _ in unbalanced_brackets("see (a) and b)")]
    [13]
    """
    opened: list[tuple[str, int]] = []
    for place, character in enumerate(_blank(NOTE_LIKE, text)):
        if character in _CLOSERS.values():
            opened.append((character, place))
        elif character in _CLOSERS:
            if not opened or opened[-1][0] != _CLOSERS[character]:
                yield place, "a closing bracket has no opening one"
            else:
                opened.pop()
    for _, place in opened:
        yield place, "a bracket is not closed"


EMPHASIS = TextCheck(
    "T001", unbalanced_emphasis, "write *word* with both asterisks close to the word"
)
QUOTES = TextCheck("T002", unbalanced_quotes, "open with “ and close with ”")
BRACKETS = TextCheck("T003", unbalanced_brackets, "add or delete the bracket")
