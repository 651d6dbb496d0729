"""What stands at the edges of pages and belongs to no text: running heads, numbers of all kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from compendium.documents.blocks import NOTE_MARK
from compendium.documents.page_lines import Row
from compendium.model.markup import ASTERISK
from compendium.model.symbols import without_symbols

_BELOW = 2  # sizes between a line and that above it, where it is no part of a note
_RECURS = 2  # left or right pages on which a line at the edge must stand to be a running head
_NUMBERS = re.compile(
    r"""(?:
        \d{1,3}(?:\ ?/\ ?\d{1,3})?            # the page, of how many
        | (?:[A-Z]{1,3}\.)?\d{2}-\d{4,6}      # the number of the job: V.24-19876, 21-18933
        | \([A-Z]{1,2}\)                      # its language
        | \d{6}(?=\ \d{6}|$)                  # its days: 111124 121124
        | [*\ufdd0]\d{5,}[*\ufdd0]                    # its bar code
        | [-–—\ ]
    )+""",
    re.VERBOSE,
)


def without_running_heads(
    rows: Sequence[Row], is_text: Callable[[str], bool]
) -> tuple[list[Row], list[Row]]:
    """The lines of the text, and those at the edges of pages that are none.

    These are numbers of pages and jobs, what stands on left or on right pages again and again, and
    the symbol of the document, alone or with words of its first page, which are its title; what
    stands above a rule at the head of a page but the first; the rule above the notes, and what
    space divides from these at the foot of a page.

    Args:
        rows: the lines of all pages.
        is_text: what knows the lines that are text though they are much alike, but for figures.
    """
    seen: dict[tuple[int, str], int] = {}
    for row in rows:
        if row.at_edge:
            seen[_side(row)] = seen.get(_side(row), 0) + 1
    opening = _words(" ".join(row.text for row in rows if row.page == 1))
    kept: list[Row] = []
    heads: list[Row] = []
    feet = _below_notes(rows)
    for row in rows:
        recurs = row.at_edge and seen[_side(row)] >= _RECURS and not is_text(row.text)
        own = row.at_edge and (_is_numbers(row.text) or _is_symbol_and_title(row, opening))
        framed = row.is_rule or (row.above_rule and row.page > 1)
        (heads if recurs or own or framed or row in feet else kept).append(row)
    return kept, heads


def _below_notes(rows: Sequence[Row]) -> set[Row]:
    """What stands at the foot of pages below their notes, and is no part of these."""
    feet: set[Row] = set()
    for above, row in pairwise(rows):
        if row.page != above.page or not (row.at_edge and above.under_rule):
            continue
        apart = above in feet or row.foot - above.foot > _BELOW * above.size
        if apart and not NOTE_MARK.pattern.match(row.text):
            feet.add(row)
    return feet


def _side(row: Row) -> tuple[int, str]:
    """Left or right, and what the line says but for its figures."""
    return row.page % 2, re.sub(r"\d+", "#", row.text)


def _is_numbers(text: str) -> bool:
    return bool(_NUMBERS.fullmatch(text))


def _is_symbol_and_title(row: Row, opening: str) -> bool:
    rest = without_symbols(row.text)
    return rest != row.text and row.page > 1 and (_is_numbers(rest) or _words(rest) in opening)


def _words(text: str) -> str:
    return " ".join(text.replace("*", "").replace(ASTERISK, "").casefold().split())
