"""Makes the sort keys of headings with ICU and the sorting data of a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import Field

from compendium.languages.data import Data, Pattern
from compendium.languages.icu_collation import collation_keys

# In the data of ICU (CLDR), a label opens the group of signs with each number of strokes: U+FDD0
# U+2801 for one stroke. https://www.unicode.org/reports/tr35/tr35-collation.html
_GROUP, _FIRST, _MOST = "\ufdd0", 0x2800, 64


class Sorting(Data):
    """How headings are sorted: the ICU collation, and the parts of headings to ignore.

    `strokes` corrects the strokes of signs that the collation counts in another form; `ties` is
    the collation for signs with equal strokes. Both are for an order by strokes alone.
    """

    collation: str | None = None
    ignore: Pattern | None = None
    strokes: dict[str, int] = Field(default_factory=dict)
    ties: str | None = None

    def key_text(self, heading: str) -> str:
        """The part of a heading by which it is sorted."""
        return re.sub(self.ignore, "", heading) if self.ignore else heading


def sort_keys(sorting: Sorting, collation: str, headings: Sequence[str]) -> list[Any]:
    """The sort keys of headings, in the same order as the headings.

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
    """The number of strokes of a sign; 0 for a mark or figure, which precedes all groups."""
    return sum(group <= key for group in groups)
