"""How headings are put in order: the data of a language, and the keys that ICU makes by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import Field

from compendium.languages.data import Data, Pattern
from compendium.languages.icu_collation import collation_keys

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


def sort_keys(sorting: Sorting, collation: str, headings: Sequence[str]) -> list[Any]:
    """The keys by which headings are sorted, in their order.

    Raises:
        ToolError: if PyICU is not installed.
    """
    texts = [sorting.key_text(heading) for heading in headings]
    if not sorting.strokes:
        return list(collation_keys({collation: texts})[collation])
    signs = sorted({sign for text in texts for sign in text})
    starts = [_GROUP + chr(_FIRST + number) for number in range(1, _MOST)]
    ties = sorting.ties or collation
    ordered = collation_keys({collation: [*signs, *starts]})[collation]
    tied = dict(zip(signs, collation_keys({ties: signs})[ties], strict=True))
    groups = ordered[len(signs) :]
    strokes = {
        sign: sorting.strokes.get(sign) or _strokes(key, groups)
        for sign, key in zip(signs, ordered, strict=False)
    }
    return [[(strokes[sign], tied[sign]) for sign in text] for text in texts]


def _strokes(key: bytes, groups: list[bytes]) -> int:
    """The strokes by which a sign is sorted; a mark or figure stands before all groups."""
    return sum(group <= key for group in groups)
