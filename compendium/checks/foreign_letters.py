"""How findings describe letters that look right but belong to another script."""

from __future__ import annotations

import re

from compendium.languages.language import Language
from compendium.languages.letters import Strange, meant_by, shown

REMEDY = "write the letters and signs of the language"


def within(strange: Strange, words: list[re.Match[str]]) -> bool:
    """Whether a letter is in one of the words already found."""
    return any(match.start() <= strange.start < match.end() for match in words)


def foreign_message(word: str, letters: str, language: Language) -> str:
    """The message on a word with letters of another script: each by name, and what is meant."""
    names = []
    for letter in letters:
        meant = meant_by(letter, language)
        names.append(shown(letter) + (f" for {shown(meant)}" if meant else ""))
    return f"in {word} stands {', '.join(names)}"
