"""Facts: every symbol, number, month and reference of a source stands in its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.checks.translated import TextFault
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.model.roman import to_roman
from compendium.texts.facts import Facts, Search, implied_numbers, plain, read_facts

_REMEDY = "compare with the source, and write what it has"


class SourceFacts:
    """The facts of the texts of the records, each read once for all languages."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._facts: dict[str, Facts] = {}

    def of(self, text: str) -> Facts:
        """The facts of a text."""
        if text not in self._facts:
            self._facts[text] = read_facts(text, self.language)
        return self._facts[text]


@dataclass(frozen=True, slots=True)
class FactCheck:
    """The comparison of facts between the language of the records and another."""

    source: SourceFacts
    target: Language

    def faults(self, source: str, text: str) -> Iterator[TextFault]:
        """N001 to N006, in one pair of texts."""
        facts, search = self.source.of(source), Search(plain(text), self.target)
        search.take_names()
        yield from _names(facts, search)
        yield from _months(facts, search, self.source.language)
        yield from _references(facts, search)
        yield from self._numbers(source, facts, search)

    def _numbers(self, source: str, facts: Facts, search: Search) -> Iterator[TextFault]:
        found = search.numbers()
        extra = list(found - facts.numbers)
        if extra:
            implied = _implied(source, facts, self.source.language, found)
            extra = sorted(found - facts.numbers - implied, key=int)
        missing = list(facts.numbers - found)
        if not extra:  # else that is what stands instead, and no word is
            missing = [number for number in missing if _lacks(number, facts, found, search)]
        instead = f"; it has {', '.join(extra)} instead" if extra else ""
        if missing:
            yield TextFault("N003", f"the source has {', '.join(missing)}{instead}", _REMEDY)
        elif extra:
            yield _extra(extra)


def _lacks(number: str, facts: Facts, found: Counter[str], search: Search) -> bool:
    words = 0 if number in facts.cited else search.words_for(number)
    return facts.numbers[number] > found[number] + words


def _implied(source: str, facts: Facts, language: Language, found: Counter[str]) -> Counter[str]:
    """The figures of a translation that the source has in another form, as often as they stand."""
    implied = implied_numbers(source, language)
    implied |= {part for pair in facts.pairs for part in pair.split("/")}
    return Counter({number: found[number] for number in implied})


def _names(facts: Facts, search: Search) -> Iterator[TextFault]:
    """Document symbols, and numbers of resolutions and decisions."""
    # The longest first: one symbol may begin with another.
    symbols = sorted(facts.symbols, key=len, reverse=True)
    missing = [s for s in symbols if search.take_symbol(s) < facts.symbols[s]]
    pairs = [pair for pair in facts.pairs if search.take_pair(pair) < facts.pairs[pair]]
    others = search.take_others()
    instead = f"; it has {', '.join(others)} instead" if others else ""
    for symbol in missing:
        yield TextFault("N001", f"the source has the document symbol {symbol}{instead}", _REMEDY)
    for pair in pairs:
        yield TextFault("N002", f"the source has the number {pair}{instead}", _REMEDY)
    if others and not missing and not pairs:
        yield _extra(others)


def _extra(found: Sequence[str]) -> TextFault:
    return TextFault(
        "N006",
        f"the source has no {', '.join(found)}",
        "see whether a word of the source stands for it; else delete it",
        Severity.WARNING,
    )


def _months(facts: Facts, search: Search, source: Language) -> Iterator[TextFault]:
    for month in sorted(facts.months, reverse=True):
        if search.take_month(month) < facts.months[month]:
            ours = search.language.months[month - 1]
            message = f"the source has {source.months[month - 1]}"
            yield TextFault("N004", message, f"write the month: {ours}")


def _references(facts: Facts, search: Search) -> Iterator[TextFault]:
    for letter in facts.letters:
        if search.has_letter(letter) < facts.letters[letter]:
            yield TextFault("N005", f"the source has the reference ({letter})", _REMEDY)
    for number in facts.numerals:
        roman = to_roman(number)
        if search.has_numeral(number, roman) < facts.numerals[number]:
            yield TextFault("N005", f"the source has the numeral {roman}", _REMEDY)
