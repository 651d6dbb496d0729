"""Checks that a text states the same symbols, numbers and months as that of the record.

A fact that is missing while another is in its place is a different fact, and so is a missing
symbol. A fact that is only missing, or only added, is mostly worded otherwise ("that year").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from compendium.languages.language import Language
from compendium.model.bounds import number_in
from compendium.model.roman import from_roman
from compendium.texts.fact_differences import Fact, FactComparison, FactDifference, SourceFacts

_SCALES = (10**3, 10**6, 10**9)  # of a range in which only the last number has the word
_THOUSAND = 1000
_LARGEST = 10**15  # of a figure that is compared
_DECADE = 10
_NAMES = frozenset({Fact.SYMBOL, Fact.PAIR})
_EXTRAS = frozenset({Fact.EXTRA, Fact.EXTRA_WORD})
_FIGURES = frozenset({Fact.NUMBER, Fact.WORD})
_LEAST_WORD = 11  # smaller numbers can be worded in too many ways
_TRANSLATED = re.compile(r"/[A-Z][a-z]{3,}$")  # the end of GB.344/Decisions
_TWO = re.compile(r"-(?=[A-Z][A-Z0-9.]*/)")  # within A/78/86-E/2023/83


@dataclass(frozen=True, slots=True)
class OtherFacts:
    """The differences: `other` are facts stated otherwise, `only_one` facts on one side only."""

    other: str = ""
    only_one: str = ""


class FactLikeness:
    """The comparison of the facts in texts, in the languages of record and document.

    Args:
        source: the language of the record.
        target: the language of the document.
    """

    def __init__(self, source: Language, target: Language) -> None:
        self._months = source.months
        self._comparison = FactComparison(SourceFacts(source), target)

    def compare(self, ours: str, theirs: str) -> OtherFacts:
        """The facts that a text of a document states otherwise than that of the record."""
        differences = [*_true(self._comparison.differences(ours, theirs))]
        kinds = {difference.kind for difference in differences}
        if Fact.NUMBER in kinds and kinds & _EXTRAS:  # one replaces the other
            return OtherFacts(other=self._said(differences))
        other = [difference for difference in differences if _is_otherwise(difference)]
        only_one = [d for d in differences if d not in other and d.kind is not Fact.EXTRA_WORD]
        return OtherFacts(self._said(other), self._said(only_one))

    def _said(self, differences: Iterable[FactDifference]) -> str:
        return "; ".join(map(self._message, differences))

    def _message(self, different: FactDifference) -> str:
        names = [different.missing, different.instead]
        if different.kind is Fact.MONTH:
            names = [tuple(self._months[int(month) - 1] for month in months) for months in names]
        missing, instead = (", ".join(words) for words in names)
        if not missing:
            return f"the record has no {instead}"
        return f"the record has {missing}" + (f", and it has {instead} instead" if instead else "")


def _is_otherwise(different: FactDifference) -> bool:
    """Whether another fact replaces one, or a symbol or resolution number is missing or added."""
    is_name = different.kind in _NAMES or any("/" in name for name in different.instead)
    return is_name or bool(different.missing and different.instead)


def _true(differences: Iterable[FactDifference]) -> Iterator[FactDifference]:
    """The differences without those of wording alone."""
    for difference in differences:
        if difference.kind is Fact.NUMERAL or _is_the_same_name(difference):
            continue
        kept = _without_same(difference) if difference.kind in _FIGURES else difference
        if kept.kind is Fact.WORD and not kept.instead:
            kept = replace(kept, missing=_large(kept.missing))
        if kept.kind is Fact.EXTRA_WORD:
            kept = replace(kept, instead=_large(kept.instead))
        if kept.missing or kept.instead:
            yield kept


def _large(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(number for number in words if int(number) >= _LEAST_WORD)


def _is_the_same_name(different: FactDifference) -> bool:
    """Whether a symbol or number occurs in another form: 33/65 in Arabic, 10/1 for X/1."""
    if different.kind not in _NAMES:
        return False
    name = different.missing[0]
    wanted = {_in_one_form(part) for part in _TWO.split(name)}
    return bool(_TRANSLATED.search(name)) or wanted <= {*map(_in_one_form, different.instead)}


def _in_one_form(name: str) -> tuple[str, ...]:
    """A symbol or number by its parts; the larger of two numbers first, as Arabic swaps them."""
    parts = [_in_figures(part) for part in name.split("/")]
    if len(parts) == 2 and all(map(str.isdigit, parts)):  # noqa: PLR2004
        parts.sort(key=lambda digits: (len(digits), digits))  # any number of digits
    return tuple(parts)


def _in_figures(part: str) -> str:
    try:
        return str(from_roman(part))
    except ValueError:
        return part


def _without_same(different: FactDifference) -> FactDifference:
    """The numbers without equal ones: 690 of a range in millions, 70 years for 7 decades."""
    missing, instead = list(different.missing), list(different.instead)
    factors = (_DECADE,) if different.kind is Fact.WORD else _SCALES
    for ours in different.missing:
        theirs = next((fact for fact in instead if _is_scaled(ours, fact, factors)), None)
        if theirs is not None:
            missing.remove(ours)
            instead.remove(theirs)
    return replace(different, missing=tuple(missing), instead=tuple(instead))


def _is_scaled(ours: str, theirs: str, factors: tuple[int, ...]) -> bool:
    """Whether one of two numbers is small, and the other that many thousands or millions."""
    values = [number_in(number, _LARGEST) for number in (ours, theirs)]
    small, large = sorted(value or 0 for value in values)
    return 0 < small < _THOUSAND and any(small * factor == large for factor in factors)
