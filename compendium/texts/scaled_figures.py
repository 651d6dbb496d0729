"""Figures with a word for thousands, millions or more after them, written out in full."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from compendium.languages.language import Language
from compendium.languages.writing import Writing

_MOST_FIGURES = 12  # of a figure before such a word

Scales = tuple[tuple[int, tuple[str, ...]], ...]


def in_full(text: str, language: Language) -> str:
    """A text in which "1.5 million", "150万" and "1,5 millones" are all 1500000.

    >>> from compendium.languages.language import load_language
    >>> in_full("$1.5 million in 2023", load_language("en"))
    '$1500000 in 2023'
    >>> in_full("10,6 ملايين", load_language("ar"))
    '10600000'
    >>> in_full("2023年7 400万人和1亿2000万美元", load_language("zh"))
    '2023年74000000人和120000000美元'
    """
    writing = language.writing
    if not writing.scales:
        return text
    one, several = _patterns(writing.thousands, tuple(writing.scales.items()))

    def value(match: re.Match[str]) -> str:
        whole = sum(_value(part, writing) for part in one.finditer(match.group()))
        return f"{whole} " if text[match.end() : match.end() + 1].isdigit() else str(whole)

    return several.sub(value, text)


def _value(match: re.Match[str], writing: Writing) -> int:
    figure = match["figure"]
    for sign in writing.thousands:
        figure = re.sub(rf"{re.escape(sign)}(?=[0-9]{{3}}(?![0-9]))", "", figure)
    factor = next(
        factor
        for factor, forms in writing.scales.items()
        if re.fullmatch("|".join(forms), match["scale"], re.IGNORECASE)
    )
    return int(Decimal(figure.replace(",", ".")) * factor)


@cache
def _patterns(
    thousands: tuple[str, ...], scales: Scales
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Finds one figure with its word, and several that make one number together."""
    apart = "|".join(map(re.escape, thousands)) or r"(?!)"
    figure = (
        rf"(?<![0-9])(?<![0-9][.,])(?:[0-9]{{1,3}}(?:(?:{apart})[0-9]{{3}})+(?![0-9])"
        rf"|[0-9]{{1,{_MOST_FIGURES}}})(?:[.,][0-9]{{1,6}})?"
    )
    scale = "|".join(form for _, forms in scales for form in forms)
    single = rf"(?:{figure})[ -]?(?:{scale})"
    named = rf"(?P<figure>{figure})[ -]?(?P<scale>{scale})"
    return re.compile(named, re.IGNORECASE), re.compile(rf"(?:{single})+", re.IGNORECASE)
