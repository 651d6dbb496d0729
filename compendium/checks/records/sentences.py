"""How an adopted text starts and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.checks.records.text_check import Spot, TextCheck
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.model.markup import without_notes

_MARKS = ".;:,?!…"


def ending_check(language: Language) -> TextCheck:
    """The check that a text ends with a mark of punctuation; note marks do not count.

    A closing bracket or quotation mark may follow the mark, and then a word that joins the last
    two members of a list.

    >>> from compendium.languages.language import load_language
    >>> english, french = (ending_check(load_language(code)) for code in ("en", "fr"))
    >>> texts = ("Clean every lens;[^1]", "Clean every lens; and", "Clean every")
    >>> [len(list(english.find(text))) for text in texts]
    [0, 0, 1]
    >>> [len(list(french.find(text))) for text in ("Nettoyer ; et", "Nettoyer ; and")]
    [0, 1]
    """
    marks = re.escape(_MARKS + "".join(language.writing.final_marks.values()))
    space = " ?" if language.writing.final_marks else " "  # none follows a mark in Chinese
    words = "|".join(map(re.escape, language.writing.conjunctions))
    end = re.compile(rf"[{marks}][”’)*\]]*(?:{space}(?:{words}))?$")

    def find(text: str) -> Iterator[Spot]:
        if not end.search(without_notes(text).rstrip()):
            yield len(text) - 1, "the text ends without . ; : or ,"

    remedy = "check whether its end is missing; else end it as adopted"
    return TextCheck("T009", find, remedy, Severity.WARNING)


def bad_starts(text: str) -> Iterator[Spot]:
    """A numbered text that starts with a small letter.

    >>> len(list(bad_starts("states should"))), list(bad_starts("*Recalling* that"))
    (1, [])
    """
    if text.lstrip("*“‘([")[:1].islower():
        yield 0, "the text starts with a small letter"


STARTS = TextCheck(
    "T010", bad_starts, "check whether its start is missing; else write a capital", Severity.WARNING
)
