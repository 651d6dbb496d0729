"""How an adopted text starts and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.checks.records.text_check import Spot, TextCheck
from compendium.findings import Severity
from compendium.model.markup import without_notes

# A stop, then what may close after it, then a word that joins the last two of a list.
_END = re.compile(r"[.;:,?!…][”’)*\]]*(?: (?:and|or|and/or))?$")


def bad_endings(text: str) -> Iterator[Spot]:
    """A text that ends without a mark of punctuation; note marks do not count.

    >>> list(bad_endings("Clean every lens;[^1]")), len(list(bad_endings("Clean every")))
    ([], 1)
    """
    if not _END.search(without_notes(text).rstrip()):
        yield len(text) - 1, "the text ends without . ; : or ,"


def bad_starts(text: str) -> Iterator[Spot]:
    """A numbered text that starts with a small letter.

    >>> len(list(bad_starts("states should"))), list(bad_starts("*Recalling* that"))
    (1, [])
    """
    if text.lstrip("*“‘([")[:1].islower():
        yield 0, "the text starts with a small letter"


ENDINGS = TextCheck(
    "T009",
    bad_endings,
    "check whether its end is missing; else end it as adopted",
    Severity.WARNING,
)
STARTS = TextCheck(
    "T010", bad_starts, "check whether its start is missing; else write a capital", Severity.WARNING
)
