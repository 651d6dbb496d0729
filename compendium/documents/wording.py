"""The English words by which United Nations documents name their parts, as their readers need."""

from __future__ import annotations

import re

from compendium.model.gatherings import RecordKind

RECORD_KINDS = {kind.value.capitalize(): kind for kind in RecordKind}
RECOMMENDATIONS = "Recommendations"  # the section of a report that holds them
RECOMMENDATION = "Recommendation"  # the heading of a single one

# The sentence that announces what follows is no recommendation itself.
LEAD_IN = re.compile(r"\brecommendations\b.*\bbelow[.:]$")

_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80}


def ordinal_in(word: str) -> int | None:
    """The number that an ordinal word says, up to the eighty-ninth.

    >>> ordinal_in("Thirteenth"), ordinal_in("Twenty-first"), ordinal_in("Plenary")
    (13, 21, None)
    """
    tens, _, unit = word.lower().rpartition("-")
    if not tens and unit.endswith("ieth"):
        return _TENS.get(unit.removesuffix("ieth"))
    if unit not in _UNITS:
        return None
    number = _UNITS.index(unit) + 1
    if not tens:
        return number
    whole = _TENS.get(tens.removesuffix("y"))
    return whole + number if whole and number < 10 else None  # noqa: PLR2004 - one digit
