"""Compares the facts of a text with those of its translation: the missing and the other ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from compendium.languages.language import Language
from compendium.model.roman import to_roman
from compendium.texts.facts import Facts, Search, implied_numbers, in_plain_signs, read_facts


class Fact(Enum):
    """The kinds of facts."""

    SYMBOL = auto()  # a document symbol
    PAIR = auto()  # the number of a resolution, 55/25
    NUMBER = auto()  # a number in figures
    WORD = auto()  # a number in words
    MONTH = auto()  # the number of one
    LETTER = auto()  # of a subparagraph that is referred to
    NUMERAL = auto()  # a Roman one
    EXTRA = auto()  # what only the translation has
    EXTRA_WORD = auto()  # the same in words


@dataclass(frozen=True, slots=True)
class FactDifference:
    """The facts of one kind that are missing in a translation, and those it has instead.

    Of the two kinds of extras, `missing` is empty.
    """

    kind: Fact
    missing: tuple[str, ...]
    instead: tuple[str, ...] = ()


class SourceFacts:
    """The facts of the texts of the records; each text is read once for all languages."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._facts: dict[str, Facts] = {}

    def of(self, text: str) -> Facts:
        """The facts of a text."""
        if text not in self._facts:
            self._facts[text] = read_facts(text, self.language)
        return self._facts[text]


@dataclass(frozen=True, slots=True)
class FactComparison:
    """The comparison of facts between the language of the records and another."""

    source: SourceFacts
    target: Language

    def differences(self, source: str, text: str) -> Iterator[FactDifference]:
        """What a text lacks, and what it has instead."""
        facts, search = self.source.of(source), Search(in_plain_signs(text), self.target)
        search.take_names()
        yield from _names(facts, search)
        yield from _months(facts, search)
        yield from _references(facts, search)
        search.join_thousands(facts.numbers)
        yield from self._numbers(source, facts, search)

    def _numbers(self, source: str, facts: Facts, search: Search) -> Iterator[FactDifference]:
        """What is missing in figures and in words, and what stands instead."""
        found, stated = search.numbers(), search.stated()
        figures, words = list(found - facts.numbers), _strange(stated, facts)
        if figures or words:
            known = _implied(source, facts, self.source.language)
            figures = sorted((n for n in figures if n not in known), key=_by_size)
            words = [n for n in words if n not in known]
        missing = list(facts.numbers - found)
        if not figures:  # otherwise these are what it has instead, not the words
            missing = [number for number in missing if _lacks(number, facts, found, search)]
        lost = _lost_words(facts, found, search)
        if missing:
            yield FactDifference(Fact.NUMBER, tuple(missing), tuple(figures))
        if lost:
            yield FactDifference(Fact.WORD, tuple(lost), (*figures, *words))
        elif figures and not missing:
            yield FactDifference(Fact.EXTRA, (), tuple(figures))
        if words and not lost:
            yield FactDifference(Fact.EXTRA_WORD, (), tuple(words))


def _by_size(figures: str) -> tuple[int, str]:
    """The key that sorts numbers by size, however many figures they have."""
    significant = figures.lstrip("0")
    return len(significant), significant


def _lacks(number: str, facts: Facts, found: Counter[str], search: Search) -> bool:
    words = search.words_for(number, cited=number in facts.cited)
    return facts.numbers[number] > found[number] + words


def _lost_words(facts: Facts, found: Counter[str], search: Search) -> list[str]:
    """The numbers in words that stand in the translation neither in words nor in figures."""
    if not search.language.writing.numbers.forms:
        return []
    wanted = {n: count + facts.numbers[str(n)] for n, count in facts.words.items()}
    return [str(n) for n, count in wanted.items() if found[str(n)] + search.says(n) < count]


def _strange(stated: Counter[int], facts: Facts) -> list[str]:
    """The numbers in words of a translation that the source has neither in words nor in figures."""
    strange = sorted(stated.keys() - facts.words.keys())
    return [str(n) for n in strange if str(n) not in facts.numbers]


def _implied(source: str, facts: Facts, language: Language) -> set[str]:
    """The numbers that the source has in another form than in figures."""
    pairs = {part for pair in facts.pairs for part in pair.split("/")}
    return implied_numbers(source, language) | pairs


def _names(facts: Facts, search: Search) -> Iterator[FactDifference]:
    """Document symbols, and numbers of resolutions and decisions."""
    # The longest first: one symbol may begin with another.
    symbols = sorted(facts.symbols, key=len, reverse=True)
    missing = [s for s in symbols if search.take_symbol(s) < facts.symbols[s]]
    pairs = [pair for pair in facts.pairs if search.take_pair(pair) < facts.pairs[pair]]
    others = tuple(search.take_others())
    for symbol in missing:
        yield FactDifference(Fact.SYMBOL, (symbol,), others)
    for pair in pairs:
        yield FactDifference(Fact.PAIR, (pair,), others)
    if others and not missing and not pairs:
        yield FactDifference(Fact.EXTRA, (), others)


def _months(facts: Facts, search: Search) -> Iterator[FactDifference]:
    missing = [
        month
        for month in sorted(facts.months, reverse=True)
        if search.take_month(month) < facts.months[month]
    ]
    others = [n for n in range(12, 0, -1) if n not in facts.months and search.take_month(n)]
    for month in missing:
        yield FactDifference(Fact.MONTH, (str(month),), tuple(map(str, others)))


def _references(facts: Facts, search: Search) -> Iterator[FactDifference]:
    for letter in facts.letters:
        if search.has_letter(letter) < facts.letters[letter]:
            yield FactDifference(Fact.LETTER, (letter,))
    for number in facts.numerals:
        roman = to_roman(number)
        if search.has_numeral(number, roman) < facts.numerals[number]:
            yield FactDifference(Fact.NUMERAL, (roman,))
