"""Checks records for letters that look right but are others (T013), by the data of the language."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.checks.foreign_letters import REMEDY, foreign_message, within
from compendium.checks.records.text_check import Spot, TextCheck
from compendium.languages.language import Language
from compendium.languages.letters import foreign_words, strange_letters
from compendium.model.markup import ADDRESS, blanked

_TOLD = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹\ufffd")  # T006 and T007 report these


def letter_check(language: Language) -> TextCheck:
    """The check of the letters of a text of record, in its language."""

    def find(text: str) -> Iterator[Spot]:
        text = ADDRESS.sub(lambda match: "X" * len(match.group()), blanked(text))
        words = [match for match, _ in foreign_words(text, language)]
        for match, letters in foreign_words(text, language):
            yield match.start(), foreign_message(match.group(), letters, language)
        for strange in strange_letters(text, language):
            if strange.character not in _TOLD and not within(strange, words):
                yield strange.start, strange.message

    return TextCheck("T013", find, REMEDY)
