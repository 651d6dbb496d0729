"""Facts: every symbol, number, month and reference of a source stands in its translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.checks.fault import Fault
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.model.roman import to_roman
from compendium.texts.facts import Facts, Search, implied_numbers, plain, read_facts

_REMEDY = "compare the translation with the source, and correct it"


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

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """N001 to N007, in one pair of texts."""
        facts, search = self.source.of(source), Search(plain(text), self.target)
        search.take_names()
        yield from _names(facts, search)
        yield from _months(facts, search, self.source.language)
        yield from _references(facts, search)
        search.join_thousands(facts.numbers)
        yield from self._numbers(source, facts, search)

    def _numbers(self, source: str, facts: Facts, search: Search) -> Iterator[Fault]:
        """N003, N006, N007: what is missing in figures and in words, and what stands instead."""
        found, stated = search.numbers(), search.stated()
        figures, words = list(found - facts.numbers), _strange(stated, facts)
        if figures or words:
            known = _implied(source, facts, self.source.language)
            figures = sorted((n for n in figures if n not in known), key=_by_size)
            words = [n for n in words if n not in known]
        missing = list(facts.numbers - found)
        if not figures:  # else that is what stands instead, and no word is
            missing = [number for number in missing if _lacks(number, facts, found, search)]
        lost = _lost_words(facts, found, search)
        if missing:
            yield Fault("N003", f"the source has {_these(missing, figures)}", _REMEDY)
        if lost:
            said = f"the source has, in words, {_these(lost, [*figures, *words])}"
            yield Fault("N007", said, _REMEDY)
        elif figures and not missing:
            yield _extra(figures)
        if words and not lost:
            yield _extra([f"{n} in words" for n in words])


def _by_size(figures: str) -> tuple[int, str]:
    """What sorts numbers by their size, however many figures they have."""
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


def _these(missing: Sequence[str], extra: Sequence[str]) -> str:
    return f"{', '.join(missing)}{_instead(extra)}"


def _instead(extra: Sequence[str]) -> str:
    return f"; it has {', '.join(extra)} instead" if extra else ""


def _implied(source: str, facts: Facts, language: Language) -> set[str]:
    """The numbers that the source has in another form than in figures."""
    pairs = {part for pair in facts.pairs for part in pair.split("/")}
    return implied_numbers(source, language) | pairs


def _names(facts: Facts, search: Search) -> Iterator[Fault]:
    """Document symbols, and numbers of resolutions and decisions."""
    # The longest first: one symbol may begin with another.
    symbols = sorted(facts.symbols, key=len, reverse=True)
    missing = [s for s in symbols if search.take_symbol(s) < facts.symbols[s]]
    pairs = [pair for pair in facts.pairs if search.take_pair(pair) < facts.pairs[pair]]
    others = search.take_others()
    instead = _instead(others)
    for symbol in missing:
        yield Fault("N001", f"the source has the document symbol {symbol}{instead}", _REMEDY)
    for pair in pairs:
        yield Fault("N002", f"the source has the number {pair}{instead}", _REMEDY)
    if others and not missing and not pairs:
        yield _extra(others)


def _extra(found: Sequence[str]) -> Fault:
    return Fault(
        "N006",
        f"the source has no {', '.join(found)}",
        "check whether a word of the source means it; otherwise delete it",
        Severity.WARNING,
    )


def _months(facts: Facts, search: Search, source: Language) -> Iterator[Fault]:
    for month in sorted(facts.months, reverse=True):
        if search.take_month(month) < facts.months[month]:
            ours = search.language.months[month - 1]
            message = f"the source has {source.months[month - 1]}"
            yield Fault("N004", message, f"write the month: {ours}")


def _references(facts: Facts, search: Search) -> Iterator[Fault]:
    for letter in facts.letters:
        if search.has_letter(letter) < facts.letters[letter]:
            yield Fault("N005", f"the source has the reference ({letter})", _REMEDY)
    for number in facts.numerals:
        roman = to_roman(number)
        if search.has_numeral(number, roman) < facts.numerals[number]:
            yield Fault("N005", f"the source has the numeral {roman}", _REMEDY)
