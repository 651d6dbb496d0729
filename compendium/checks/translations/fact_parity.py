"""Facts: every symbol, number, month and reference of a source stands in its translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.checks.fault import Fault
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.texts.fact_differences import Fact, FactComparison, FactDifference, SourceFacts

_REMEDY = "compare the translation with the source, and correct it"
# The code of each kind, and what is said of it.
_SAID = {
    Fact.SYMBOL: ("N001", "the source has the document symbol {}"),
    Fact.PAIR: ("N002", "the source has the number {}"),
    Fact.NUMBER: ("N003", "the source has {}"),
    Fact.LETTER: ("N005", "the source has the reference ({})"),
    Fact.NUMERAL: ("N005", "the source has the numeral {}"),
    Fact.WORD: ("N007", "the source has, in words, {}"),
}


@dataclass(frozen=True, slots=True)
class FactCheck:
    """The comparison of facts between the language of the records and another."""

    source: SourceFacts
    target: Language

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """N001 to N007, in one pair of texts."""
        for different in FactComparison(self.source, self.target).differences(source, text):
            yield self._fault(different)

    def _fault(self, different: FactDifference) -> Fault:
        if different.kind is Fact.EXTRA:
            return _extra(different.instead)
        if different.kind is Fact.EXTRA_WORD:
            return _extra([f"{number} in words" for number in different.instead])
        if different.kind is Fact.MONTH:
            return self._month(int(different.missing[0]))
        code, wording = _SAID[different.kind]
        message = wording.format(", ".join(different.missing))
        return Fault(code, f"{message}{_instead(different.instead)}", _REMEDY)

    def _month(self, month: int) -> Fault:
        languages = (self.source.language, self.target)
        ours, theirs = (language.months[month - 1] for language in languages)
        return Fault("N004", f"the source has {ours}", f"write the month: {theirs}")


def _instead(extra: Sequence[str]) -> str:
    return f"; it has {', '.join(extra)} instead" if extra else ""


def _extra(facts: Sequence[str]) -> Fault:
    return Fault(
        "N006",
        f"the source has no {', '.join(facts)}",
        "check whether a word of the source means it; otherwise delete it",
        Severity.WARNING,
    )
