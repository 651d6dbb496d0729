"""Reads the dates of a gathering from text in a language."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from compendium.languages.language import Language, load_language

_NUMBER = r"(?<!\d)(?:\d{4}|\d{1,2})(?!\d)"
_JOINT = r"[^\d]{0,16}"  # between day, month and year, such as "de", "to the", "年" or a dash

_FIGURE = r"[\d〇零○一二三四五六七八九十]"  # noqa: RUF001 - zeros
_PLACE = r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}[,،，]\s?"  # noqa: RUF001 - commas


def days_in(text: str, language: Language) -> tuple[date, date] | None:
    """The first and the last day that a text names, or None if it names none or more than two.

    >>> english = load_language("en")
    >>> [day.isoformat() for day in days_in("from 30 December 2024 to 2 January 2025", english)]
    ['2024-12-30', '2025-01-02']
    >>> [day.isoformat() for day in days_in("2019年9月9日至11日", load_language("zh"))]
    ['2019-09-09', '2019-09-11']
    """
    parts, together = _patterns(language.code)
    match = together.search(text)
    if match is None:
        return None
    days: list[int] = []
    months: list[int] = []
    years: list[int] = []
    for part in parts.finditer(match.group()):
        if part["month"]:
            months.append(_months(language.code)[part["month"].casefold()])
        else:
            (years if len(part["number"]) > 2 else days).append(int(part["number"]))  # noqa: PLR2004
    if not (months and years) or not max(len(months), len(years)) <= len(days) <= 2:  # noqa: PLR2004
        return None
    try:
        first = date(years[0], months[0], days[0])
        last = date(years[-1], months[-1], days[-1])
        return (first if first <= last else first.replace(year=first.year - 1)), last
    except ValueError:
        return None


def is_day(text: str, language: Language) -> bool:
    """Whether a text is one day and no more, perhaps with a place before it.

    >>> english = load_language("en")
    >>> [is_day(text, english) for text in ("16 December 2020", "New York, 3 May 2021.")]
    [True, True]
    >>> is_day("New York, le 1er mai 2021", load_language("fr"))
    True
    >>> is_day("On 16 December 2020 all lamps were lit", english)
    False
    >>> is_day("二〇二〇年十二月十六日", load_language("zh"))
    True
    """
    return bool(_day(language.code).fullmatch(text.strip()))


@cache
def _day(code: str) -> re.Pattern[str]:
    """One day as a language writes it, or with the month first; what follows the year may lack."""
    language = load_language(code)
    names = "|".join(map(re.escape, sorted(_months(code), key=len, reverse=True)))
    first, _, last = language.dates.day.partition("{y}")
    parts = {
        "{d}": rf"{_FIGURE}{{1,3}}(?:{_endings(language)}|[ºª°])?",
        "{m}": rf"(?:{names}|{_FIGURE}{{1,3}}\s?月)",
        "{y}": rf"{_FIGURE}{{4}}",
    }
    after = f"(?:{last})?" if last else ""
    own = re.sub(r" +", r"\\s*", f"{first}{{y}}{after}")
    for name, pattern in parts.items():
        own = own.replace(name, pattern)
    month_first = rf"{parts['{m}']}\s+{parts['{d}']},?\s+{parts['{y}']}"
    article = f"(?:{language.day_article} )?" if language.day_article else ""
    return re.compile(rf"(?:{_PLACE}{article})?(?:{own}|{month_first})\W*", re.IGNORECASE)


def _endings(language: Language) -> str:
    """What may follow the figures of an ordinal, as in 1er and 22nd, as alternatives."""
    forms = [form for by_form in language.ordinals_in_figures.values() for form in by_form.values()]
    endings = {form.rpartition("{0}")[2] for form in forms}
    endings.add((language.first_day or "").lstrip("1"))
    return "|".join(re.escape(ending) for ending in sorted(endings, key=len, reverse=True))


@cache
def _months(code: str) -> dict[str, int]:
    """The numbers of the months by name, and by each half of a double name."""
    return {
        name.casefold(): number
        for number, names in enumerate(load_language(code).months, start=1)
        for name in (names, *names.split("/"))
    }


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a day, month or year, and of several that belong together."""
    names = "|".join(map(re.escape, sorted(_months(code), key=len, reverse=True)))
    part = re.compile(rf"(?P<month>{names})|(?P<number>{_NUMBER})", re.IGNORECASE)
    bare = f"(?:{names}|{_NUMBER})"
    return part, re.compile(rf"{bare}(?:{_JOINT}{bare})+", re.IGNORECASE)
