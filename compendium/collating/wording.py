"""The English words by which United Nations documents name their parts, as their readers need."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import get_month_names

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

_MONTHS = {name: number for number, name in get_month_names("wide", locale="en").items()}
_MONTH = "|".join(_MONTHS)
_DATES = re.compile(
    rf"(?P<day>\d{{1,2}})(?: (?P<month>{_MONTH}))?(?: (?:and|to) (?P<last>\d{{1,2}}))?"
    rf" ?(?P<last_month>{_MONTH})? (?P<year>\d{{4}})"
)


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


def dates_in(text: str) -> tuple[date, date] | None:
    """The first and the last day that a heading names.

    >>> [day.isoformat() for day in dates_in("28 June to 8 July 2004")]
    ['2004-06-28', '2004-07-08']
    """
    found = _DATES.fullmatch(text)
    if found is None or not (found["month"] or found["last_month"]):
        return None
    last_month = _MONTHS[found["last_month"] or found["month"]]
    first_month = _MONTHS[found["month"] or found["last_month"]]
    year = int(found["year"])
    try:
        first = date(year, first_month, int(found["day"]))
        return first, date(year, last_month, int(found["last"] or found["day"]))
    except ValueError:
        return None
