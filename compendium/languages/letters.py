"""Finds letters and signs that a language does not use, and the ones that are meant.

The letters are data: those that all languages share are in `shared/letters.yaml`, those of one
language under `writing` in its own file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import Field

from compendium.languages.data import Data
from compendium.languages.language import Language
from compendium.languages.scripts import SCRIPTS, script_of
from compendium.model.characters import named
from compendium.reading.one_file import read_content

# Control, format and unassigned characters; other checks find these.
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = SCRIPTS["Latn"]
_NAMED = frozenset({*SCRIPTS.values(), "FULLWIDTH", "HALFWIDTH"})
_ALIKE = frozenset({_LATIN, "CYRILLIC", "GREEK"})


class Shared(Data):
    """The data that languages share: letters in names, signs, and characters confused with others.

    `alike` has groups of letters from several scripts that look the same.
    """

    names: str
    signs: str
    instead: dict[str, str] = Field(default_factory=dict)
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strange:
    """A letter or sign that a language does not use; `meant` is empty if it cannot be guessed."""

    start: int
    character: str
    meant: str
    language: str

    @property
    def message(self) -> str:
        """The message of a finding about it."""
        if self.meant:
            return f"{shown(self.character)} stands for {shown(self.meant)}"
        return f"{shown(self.character)} is no letter or sign of {self.language}"


def strange_letters(text: str, language: Language) -> Iterator[Strange]:
    """Find letters and signs that the language of a text does not use, each at its first place."""
    seen: set[str] = set()
    for match in _not_written(language).finditer(text):
        character = match.group()
        if character not in seen and not _is_left_out(character, language):
            seen.add(character)
            meant = meant_by(character, language)
            yield Strange(match.start(), character, meant, language.english_name)


def foreign_words(text: str, language: Language) -> Iterator[tuple[re.Match[str], str]]:
    """Find words in a script that the language does not use, or in two scripts.

    Latin letters are allowed everywhere, for symbols and names, except within a Cyrillic word,
    where they look like others. Each word comes with its strange letters.
    """
    script = SCRIPTS.get(language.script)
    for word in _WORD.finditer(text) if script else ():
        scripts = {script_of(letter) for letter in word.group()}
        strange = scripts & _NAMED - {script, _LATIN}
        if not strange and len(scripts & _ALIKE) > 1:
            strange = scripts & _ALIKE - {script}
        if strange:
            letters = dict.fromkeys(c for c in word.group() if script_of(c) in strange)
            yield word, "".join(letters)


def meant_by(character: str, language: Language) -> str:
    r"""The character that is meant by one that a language does not use; empty if unknown.

    >>> from compendium.languages.language import load_language
    >>> meant_by("\u06a9", load_language("ar")), meant_by("\u0430", load_language("fr"))
    ('\u0643', 'a')
    """
    replacement = language.writing.instead.get(character) or _twin(character, language)
    shared_or_own = replacement or _shared().instead.get(character)
    if shared_or_own:
        return shared_or_own
    figure = unicodedata.decimal(character, None)
    plain = unicodedata.normalize("NFKC", character) if figure is None else str(figure)
    # NFKC turns the form of an accent or Arabic mark alone into a space with that mark.
    written = not _not_written(language).search(plain)
    return plain if plain != character and plain.strip() and written else ""


def _twin(character: str, language: Language) -> str:
    """The letter of the language's own script that looks like one of another script."""
    script = SCRIPTS.get(language.script)
    if script_of(character) == script:
        return ""
    for group in _shared().alike:
        if character in group:
            return next((letter for letter in group if script_of(letter) == script), "")
    return ""


def _is_left_out(character: str, language: Language) -> bool:
    """Whether other checks cover a character, or the language has no data on its letters."""
    if unicodedata.category(character) in UNSEEN:
        return True
    has_data = language.writing.characters is not None
    in_own_script = script_of(character) == SCRIPTS.get(language.script)
    return not has_data and in_own_script and unicodedata.normalize("NFKC", character) == character


def shown(text: str) -> str:
    """A character, if it is visible alone, with its name; several characters without names.

    >>> shown("\u0643"), shown("\u2009"), shown("fi")
    ('\u0643 U+0643 (arabic letter kaf)', 'U+2009 (thin space)', 'fi')
    """
    if len(text) > 1:
        return text
    return named(text) if text.isspace() or unicodedata.combining(text) else f"{text} {named(text)}"


def _not_written(language: Language) -> re.Pattern[str]:
    """A pattern of characters that texts of the language never contain, quotation marks aside."""
    quotes = re.escape("".join((*language.quotes.outer, *language.quotes.inner)))
    return _outside(f"{language.writing.characters or ''}{quotes}")


@cache
def _outside(characters: str) -> re.Pattern[str]:
    return re.compile(rf"[^\n\t\x20-\x7e{_shared().names}{_shared().signs}{characters}]")


@cache
def _shared() -> Shared:
    file = resources.files("compendium.languages") / "shared" / "letters.yaml"
    return read_content(file.read_bytes(), file.name, Shared)
