"""Terms: a translation uses the agreed terms for those of its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compendium.checks.translated import TextFault
from compendium.findings import Severity
from compendium.languages.language import Language
from compendium.texts.facts import plain
from compendium.texts.terms import Term, bare, rendering_pattern, source_pattern


@dataclass(frozen=True, slots=True)
class _Rule:
    term: Term
    source: re.Pattern[str]
    rendering: re.Pattern[str]


class TermCheck:
    """The terms of one language, made ready to be looked for."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._language = language
        self._rules = [
            _Rule(term, source_pattern(term.term), rendering_pattern(rendering))
            for term in sorted(terms, key=lambda term: -len(term.term))
            if (rendering := term.renderings.get(language.code))
        ]

    def faults(self, source: str, text: str) -> Iterator[TextFault]:
        """W001, W002: a term of the source without its rendering in the translation.

        What a longer term covers is not looked for again: the Working Group's name has its own
        row, and holds "trafficking in persons".
        """
        source, text = plain(source), bare(plain(text))
        for rule in self._rules:
            if not rule.source.search(source):
                continue
            source = rule.source.sub("¤", source)
            if not rule.rendering.search(text):
                verified = self._language.code in rule.term.verified
                rendering = rule.term.renderings[self._language.code]
                term = rule.term.term.replace("|", " or ")
                yield TextFault(
                    "W001" if verified else "W002",
                    f"the source has {term}, whose rendering is not here",
                    f"use {rendering.replace('|', ' or ')}, or mend {rule.term.place}",
                    Severity.ERROR if verified else Severity.WARNING,
                )
