"""Notes on the page of their calls, where the layout put one on the page after.

To keep two lines of a paragraph together at the end of a page, WeasyPrint may move the last note of
that page on to the next. A break before the paragraph that began there leaves the note its room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# What the templates call the place of a call and its note: `note-call-7` and `note-7`.
CALL, NOTE = "note-call-", "note-"

_UNIT = re.compile(r'<div id="([^"]+)" class="(?:preambular|paragraph|subparagraph|item)"')

Anchors = Mapping[str, tuple[float, ...]]


def break_for_note(pages: Sequence[Anchors], keys: Sequence[str]) -> str | None:
    """The key of the unit before which a page has to end, so that a note stays with its call.

    None where every note stands on the page of its call; else the break for the first that does
    not.

    Args:
        pages: for each page, the places (x, y) of its anchors by name.
        keys: the names of the anchors that are units.
    """
    number = min(_pages_without_their_note(pages), default=None)
    return None if number is None else _last_begun(pages[number], frozenset(keys))


def _pages_without_their_note(pages: Sequence[Anchors]) -> Iterator[int]:
    noted = {name: number for number, page in enumerate(pages) for name in page}
    for name, number in noted.items():
        if name.startswith(CALL) and noted.get(NOTE + name.removeprefix(CALL), number) != number:
            yield number


def _last_begun(page: Anchors, units: frozenset[str]) -> str | None:
    begun = [(place[1], name) for name, place in page.items() if name in units]
    return max(begun)[1] if begun else None


def units_in(html: str) -> list[str]:
    """The keys of the units of a page, each the id of a division of its level."""
    return _UNIT.findall(html)


def with_breaks(html: str, keys: Sequence[str]) -> str:
    """The page with a break before each of some units."""
    rules = "".join(f'[id="{key}"] {{ break-before: page }}\n' for key in keys)
    return html.replace("</head>", f"<style>\n{rules}</style>\n</head>", 1)


def anchors_of(document: Any) -> list[Anchors]:
    """The anchors of each page of a laid out document."""
    return [page.anchors for page in document.pages]
