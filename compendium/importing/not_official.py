"""Finds whether a document calls itself unofficial: a draft, or an unofficial translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.documents.account import Fate
from compendium.documents.content import DocumentContent
from compendium.documents.printed import STRAY
from compendium.documents.words import known_words
from compendium.findings import Finding
from compendium.model.markup import read_escapes

NOT_OFFICIAL = "I052"
_AROUND = " \t*_[]()（）【】"  # noqa: RUF001 - brackets in Chinese
_BEYOND = frozenset({Fate.CLOSING, Fate.INTRODUCTION, Fate.HEADING, Fate.NOWHERE})
_MOST_SHOWN = 80  # characters of a line, in a message


def says_not_official(adopted: DocumentContent) -> Iterator[Finding]:
    """The finding that a document calls itself a draft or unofficial; None if it does not.

    The remark may be in any language, because the cover of a translation is not always translated.
    """
    patterns = [one for words in known_words().values() for one in words.not_official]
    for line, text in _of_itself(adopted):
        bare = " ".join(read_escapes(text).split()).strip(_AROUND)
        if any(re.match(pattern, bare, re.IGNORECASE) for pattern in patterns):
            yield adopted.original.finding(
                NOT_OFFICIAL,
                line,
                f"the document says that it is not the official text: {bare[:_MOST_SHOWN]}",
                "get the document as it was issued after its adoption",
            )
            return


def _of_itself(adopted: DocumentContent) -> Iterator[tuple[int, str]]:
    """The lines about the document itself, not about adopted texts: edges, masthead and closing."""
    yield from ((0, line) for head in adopted.original.heads for line in head.splitlines())
    of_records = (text for record in adopted.records for text in record.texts)
    texts = [*adopted.recommendations, *of_records]
    taken = {line for text in texts for line in (text.line, *text.lines)}
    first = min((text.line for text in texts if text.steps != STRAY), default=0)
    for number, line in enumerate(adopted.original.lines, start=1):
        is_before = number < first and number not in taken
        if is_before or adopted.left.get(number) in _BEYOND:
            yield number, line.text
