"""Spaces and stops that stand twice or in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.checks.records.text_check import Spot, TextCheck
from compendium.findings import Severity

_DOUBLE_SPACE = re.compile(r"[ \u00a0\t]{2,}")
_SPACE_BEFORE = re.compile(r"\s[,;:.!?)\]”](?!\w)")
_DOUBLE_STOP = re.compile(r"(?<!\.)\.\.(?!\.)|,[,;]|;[,;]|::")


def double_spaces(text: str) -> Iterator[Spot]:
    """Two spaces or more in a row.

    >>> [start for start, _ in double_spaces("two  spaces")]
    [3]
    """
    for match in _DOUBLE_SPACE.finditer(text):
        yield match.start(), "two spaces in a row"


def spaces_before(text: str) -> Iterator[Spot]:
    """A space before a mark that closes.

    >>> [start for start, _ in spaces_before("lamps , oil")]
    [5]
    """
    for match in _SPACE_BEFORE.finditer(text):
        yield match.start(), f"a space before {match.group()[1:]}"


def double_stops(text: str) -> Iterator[Spot]:
    """Two stops where one is meant; three full stops are an ellipsis.

    >>> [start for start, _ in double_stops("the end.. Then ...")]
    [7]
    """
    for match in _DOUBLE_STOP.finditer(text):
        yield match.start(), f"two punctuation marks, {match.group()}"


DOUBLE_SPACES = TextCheck("T004", double_spaces, "keep one space")
SPACES_BEFORE = TextCheck("T005", spaces_before, "delete the space", Severity.WARNING)
DOUBLE_STOPS = TextCheck("T011", double_stops, "keep one of them")
