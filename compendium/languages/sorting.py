"""How headings are put in order: the data of a language, and the keys that ICU makes by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import Field

from compendium.errors import ToolError
from compendium.languages.data import Data, Pattern

# What opens the group of signs of so many strokes in the data of ICU (CLDR): U+FDD0 U+2801 those
# of one. https://www.unicode.org/reports/tr35/tr35-collation.html
_GROUP, _FIRST, _MOST = "\ufdd0", 0x2800, 64


class Sorting(Data):
    """How headings are put in order: the ICU collation, and what in them does not count.

    `strokes` are the strokes of signs that the collation counts in another form of theirs, `ties`
    the collation for signs of as many strokes; both are for an order by strokes alone.
    """

    collation: str | None = None
    ignore: Pattern | None = None
    strokes: dict[str, int] = Field(default_factory=dict)
    ties: str | None = None

    def key_text(self, heading: str) -> str:
        """The part of a heading that it is sorted by."""
        return re.sub(self.ignore, "", heading) if self.ignore else heading


def sort_key(sorting: Sorting, collation: str) -> Callable[[str], Any]:
    """What gives a heading its key for sorting.

    Raises:
        ToolError: if PyICU is not installed.
    """
    try:
        import icu  # noqa: PLC0415 - optional: it needs ICU's own headers to install
    except ImportError:
        raise ToolError(
            "PyICU is not installed, so no order can be proposed",
            remedy="apt-get install libicu-dev pkg-config, then: pip install PyICU",
        ) from None

    def collator(tag: str) -> Any:
        return icu.Collator.createInstance(icu.Locale.forLanguageTag(tag))

    key = collator(collation).getSortKey
    if not sorting.strokes:
        return lambda heading: key(sorting.key_text(heading))
    tie = collator(sorting.ties or collation).getSortKey
    groups = [key(_GROUP + chr(_FIRST + number)) for number in range(1, _MOST)]

    def by_strokes(heading: str) -> list[tuple[int, bytes]]:
        signs = sorting.key_text(heading)
        return [(sorting.strokes.get(s) or _strokes(key(s), groups), tie(s)) for s in signs]

    return by_strokes


def _strokes(key: bytes, groups: list[bytes]) -> int:
    """The strokes by which a sign is sorted; a mark or figure stands before all groups."""
    return sum(group <= key for group in groups)
