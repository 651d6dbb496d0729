"""Letters that look right and are others: in records (T013), by the data of their language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.checks.text_fault import Fault, TextCheck
from compendium.languages.language import Language
from compendium.languages.letters import Strange, foreign_words, meant_by, shown, strange_letters
from compendium.model.markup import blanked

ADDRESS = re.compile(r"https?://\S+")
_TOLD = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹\ufffd")  # T006 and T007 tell of these
REMEDY = "write the letters and signs of the language"


def letter_check(language: Language) -> TextCheck:
    """The check of the letters of a text of record, in its language."""

    def find(text: str) -> Iterator[Fault]:
        text = ADDRESS.sub(lambda match: "X" * len(match.group()), blanked(text))
        words = [match for match, _ in foreign_words(text, language)]
        for match, letters in foreign_words(text, language):
            yield Fault(match.start(), foreign_message(match.group(), letters, language))
        for strange in strange_letters(text, language):
            if strange.character not in _TOLD and not within(strange, words):
                yield Fault(strange.start, strange.message)

    return TextCheck("T013", find, REMEDY)


def within(strange: Strange, found: list[re.Match[str]]) -> bool:
    """Whether a letter stands in what was found already."""
    return any(match.start() <= strange.start < match.end() for match in found)


def foreign_message(word: str, letters: str, language: Language) -> str:
    """What is said of a word with letters of another script, each by name and what is meant."""
    told = []
    for letter in letters:
        meant = meant_by(letter, language)
        told.append(shown(letter) + (f" for {shown(meant)}" if meant else ""))
    return f"in {word} stands {', '.join(told)}"
