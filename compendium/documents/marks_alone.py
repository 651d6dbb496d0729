"""Marks of paragraphs in any language, recognized by their form: in pages and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compendium.documents.bullets import begins_with_bullet, begins_with_dash
from compendium.documents.original import Line

_LETTER = r"(?:[^\W\d_]{1,2}|[ivx]{1,5}|هـ|[一二三四五六七八九十]{1,3})"
_MARK = rf"\d{{1,3}}\s?[.\-–)]|[(\uff08]?{_LETTER}[)\uff09]|[\u3220-\u3229\u2460-\u2473]"
_MARKED = re.compile(rf"[*\s]*(?:{_MARK})\*?\s*\S")
_MARK_ALONE = re.compile(rf"[*\s]*(?:{_MARK})[*\s]*")


def begins_with_mark(text: str) -> bool:
    """Whether a text begins with characters that look like the mark of a paragraph.

    >>> [begins_with_mark(text) for text in ("12. Urges", "(a) To", "(xviii) To", "(十一) 灯")]
    [True, True, True, True]
    >>> [begins_with_mark(text) for text in ("Urges (a)", "2020 was", "(oil) burns")]
    [False, False, False]
    """
    return bool(_MARKED.match(text))


def is_mark_alone(text: str) -> bool:
    """Whether a text is only such a mark.

    >>> is_mark_alone("12."), is_mark_alone("Article 2")
    (True, False)
    """
    return bool(_MARK_ALONE.fullmatch(text))


def begins_entry(text: str) -> bool:
    """Whether a text begins with such a mark, or with the bullet or dash of a list without marks.

    >>> begins_entry("(a) To"), begins_entry("– to"), begins_entry("to")
    (True, True, False)
    """
    return begins_with_mark(text) or begins_with_bullet(text) or begins_with_dash(text)


def marks_joined(cells: Sequence[Line]) -> Iterator[Line]:
    """The cells of a row of a table; a mark in a separate cell is put before the text in the next.

    >>> [line.text for line in marks_joined([Line("1.", 1), Line("Urges", 2), Line("a", 3)])]
    ['1. Urges', 'a']
    """
    before: Line | None = None
    for cell in cells:
        if before is not None:
            yield replace(before, text=f"{before.text.rstrip()} {cell.text.lstrip()}")
            before = None
        elif not cell.made and is_mark_alone(cell.text):
            before = cell
        else:
            yield cell
    if before is not None:
        yield before
