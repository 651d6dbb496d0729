"""Lines at the edges of pages that belong to no text: running heads and all kinds of numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from compendium.documents.blocks import NOTE_MARK
from compendium.documents.page_lines import Row
from compendium.model.markup import ASTERISK
from compendium.model.symbols import without_symbols

_BELOW = 2  # sizes between a line and the line above, if it is not part of that text
_LINES = 4  # sizes between the first line of a title and the symbol beside it
_OTHER_SIZE = 0.75  # points between two sizes that differ
_RECURS = 2  # a running head appears at the edge of at least this many left or right pages
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
    """The lines of the text, and the lines at the edges of pages that are not text.

    The latter are the numbers of pages and jobs; lines that recur on left or on right pages; the
    symbol of the document, alone or with words of its first page, which are its title, and the
    other lines of that title beside it; lines above a rule at the head of any page but the first;
    and the rule above the notes.

    Args:
        rows: the lines of all pages.
        is_text: a function that recognizes lines of text that differ only in figures.
    """
    seen: dict[tuple[int, str], int] = {}
    for row in rows:
        if row.at_edge:
            seen[_side(row)] = seen.get(_side(row), 0) + 1
    opening = _words(" ".join(row.text for row in rows if row.page == 1))
    kept: list[Row] = []
    heads: list[Row] = []
    beside = _title_lines(rows, opening)
    for row in rows:
        recurs = row.at_edge and seen[_side(row)] >= _RECURS and not is_text(row.text)
        own = row.at_edge and (_is_numbers(row.text) or _is_symbol_and_title(row, opening))
        framed = row.is_rule or (row.above_rule and row.page > 1)
        (heads if recurs or own or framed or row in beside else kept).append(row)
    return kept, heads


def page_feet(rows: Sequence[Row]) -> list[Row]:
    """The lines at the feet of pages that belong to no text, such as a remark of the printer.

    Space divides them from the lines above. Below notes they have no mark. Below text they have
    another size, or are beside it.

    Args:
        rows: the lines without running heads.
    """
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    text = [row for row in rows if row.size == body and not (row.at_edge or row.columns)]
    limit = max((row.right for row in text), default=0.0)
    feet: list[Row] = []
    opened = 0  # the page of which text was read
    for above, row in pairwise(rows):
        opened = opened if above.at_edge else above.page
        apart = feet[-1:] == [above] or row.foot - above.foot > _BELOW * above.size
        if not (apart and row.at_edge and row.page == opened == above.page):
            continue
        beside = abs(row.size - body) >= _OTHER_SIZE or row.left > limit
        below_notes = above.under_rule and not NOTE_MARK.pattern.match(row.text)
        if below_notes if row.under_rule else beside:
            feet.append(row)
    return feet


def _side(row: Row) -> tuple[int, str]:
    """Left or right, and the words of the line without its figures."""
    return row.page % 2, re.sub(r"\d+", "#", row.text)


def _is_numbers(text: str) -> bool:
    return bool(_NUMBERS.fullmatch(text))


def _is_symbol_and_title(row: Row, opening: str) -> bool:
    rest = without_symbols(row.text)
    return rest != row.text and row.page > 1 and (_is_numbers(rest) or _words(rest) in opening)


def _title_lines(rows: Sequence[Row], opening: str) -> set[Row]:
    """The lines of a title at the edge of a page, near one of its lines that has the symbol."""
    edges = [row for row in rows if row.at_edge and row.page > 1]
    symbols = [row for row in edges if _is_symbol_and_title(row, opening)]
    return {
        row
        for row in edges
        for symbol in symbols
        if row.page == symbol.page
        and abs(row.size - symbol.size) < _OTHER_SIZE
        and abs(row.foot - symbol.foot) < _LINES * row.size
        and row.bold == symbol.bold
        and _words(row.text) in opening
    }


def _words(text: str) -> str:
    return " ".join(text.replace("*", "").replace(ASTERISK, "").casefold().split())
