"""Terms: a translation uses the agreed terms for those of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compendium.checks.fault import Fault
from compendium.checks.translations.terms import Term, bare, rendering_pattern, source_pattern
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.texts.facts import in_plain_signs


class Terms:
    """The agreed terms, and those in each text of the records, found once for all languages."""

    def __init__(self, terms: Iterable[Term]) -> None:
        longest_first = sorted(terms, key=lambda term: -len(term.term))
        self._patterns = [(term, source_pattern(term.term)) for term in longest_first]
        self._found: dict[str, tuple[Term, ...]] = {}

    def within(self, source: str) -> tuple[Term, ...]:
        """The terms of a text; words that a longer term covers are not counted again.

        The Working Group's name has a row of its own; it contains "trafficking in persons".
        """
        if source not in self._found:
            self._found[source] = tuple(self._find(in_plain_signs(source)))
        return self._found[source]

    def fingerprint(self, language: Language) -> str:
        """All that decides whether a translation into a language uses the agreed terms."""
        code = language.code
        terms = ((term.term, term.renderings.get(code)) for term, _ in self._patterns)
        return repr([*terms])

    def _find(self, source: str) -> Iterator[Term]:
        for term, pattern in self._patterns:
            source, count = pattern.subn("¤", source)
            if count:
                yield term


class TermCheck:
    """The terms of one language, compiled for searching."""

    def __init__(self, terms: Terms, language: Language) -> None:
        self._terms, self._code = terms, language.code
        self._patterns: dict[str, re.Pattern[str]] = {}

    def faults(self, source: str, text: str) -> Iterator[Fault]:
        """W001, W002: a term of the source without its rendering in the translation."""
        text = bare(in_plain_signs(text))
        for term in self._terms.within(source):
            rendering = term.renderings.get(self._code)
            if rendering and not self._pattern(rendering).search(text):
                verified = self._code in term.verified
                words = term.term.replace("|", " or ")
                yield Fault(
                    "W001" if verified else "W002",
                    f"the source has {words}, but the translation has no agreed rendering of it",
                    f"use {rendering.replace('|', ' or ')}, or correct {term.place}",
                    Severity.ERROR if verified else Severity.WARNING,
                )

    def _pattern(self, rendering: str) -> re.Pattern[str]:
        if rendering not in self._patterns:
            self._patterns[rendering] = rendering_pattern(rendering)
        return self._patterns[rendering]
