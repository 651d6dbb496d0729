"""Letters and signs that a language does not write, and those that are meant by them.

Which letters these are is data: what all languages share in `shared/letters.yaml`, what one of them
holds besides under `writing` in its own file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import Field
from ruamel.yaml import YAML

from compendium.languages.data import Data
from compendium.languages.language import Language
from compendium.languages.scripts import SCRIPTS, script_of
from compendium.model.characters import named

# Control and format characters, and what is none: checks of their own find these.
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = SCRIPTS["Latn"]
_NAMED = frozenset({*SCRIPTS.values(), "FULLWIDTH", "HALFWIDTH"})
_ALIKE = frozenset({_LATIN, "CYRILLIC", "GREEK"})


class Shared(Data):
    """What the languages share: letters of names, signs, and what is taken for others.

    `alike` are groups of letters of several scripts that look the same.
    """

    names: str
    signs: str
    instead: dict[str, str] = Field(default_factory=dict)
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strange:
    """A letter or sign that a language does not write; `meant` is empty where nobody can say."""

    start: int
    character: str
    meant: str
    language: str

    @property
    def message(self) -> str:
        """What a finding says of it."""
        if self.meant:
            return f"{shown(self.character)} stands for {shown(self.meant)}"
        return f"{shown(self.character)} is no letter or sign of {self.language}"


def strange_letters(text: str, language: Language) -> Iterator[Strange]:
    """The letters and signs of a text that its language does not write, each at its first place."""
    seen: set[str] = set()
    for match in _not_written(language).finditer(text):
        character = match.group()
        if character not in seen and not _is_left_out(character, language):
            seen.add(character)
            meant = meant_by(character, language)
            yield Strange(match.start(), character, meant, language.english_name)


def foreign_words(text: str, language: Language) -> Iterator[tuple[re.Match[str], str]]:
    """The words with letters of a script that no text of the language holds, or of two scripts.

    Latin letters may stand anywhere, in symbols and names, but not within a Cyrillic word, where
    they look alike. Each word comes with its strange letters.
    """
    own = SCRIPTS.get(language.script)
    for word in _WORD.finditer(text) if own else ():
        scripts = {script_of(letter) for letter in word.group()}
        strange = scripts & _NAMED - {own, _LATIN}
        if not strange and len(scripts & _ALIKE) > 1:
            strange = scripts & _ALIKE - {own}
        if strange:
            letters = dict.fromkeys(one for one in word.group() if script_of(one) in strange)
            yield word, "".join(letters)


def meant_by(character: str, language: Language) -> str:
    r"""What is meant by a character that a language does not write; nothing where nobody can say.

    >>> from compendium.languages.language import load_language
    >>> meant_by("\u06a9", load_language("ar")), meant_by("\u0430", load_language("fr"))
    ('\u0643', 'a')
    """
    own = language.writing.instead.get(character) or _twin(character, language)
    found = own or _shared().instead.get(character)
    if found:
        return found
    figure = unicodedata.decimal(character, None)
    plain = unicodedata.normalize("NFKC", character) if figure is None else str(figure)
    # A form of an accent or of an Arabic mark alone is said as a space with that mark.
    written = not _not_written(language).search(plain)
    return plain if plain != character and plain.strip() and written else ""


def _twin(character: str, language: Language) -> str:
    """The letter of the language's own script that looks like one of another script."""
    own = SCRIPTS.get(language.script)
    if script_of(character) == own:
        return ""
    for group in _shared().alike:
        if character in group:
            return next((one for one in group if script_of(one) == own), "")
    return ""


def _is_left_out(character: str, language: Language) -> bool:
    """Whether other checks see to it, or the language has no data on its letters."""
    if unicodedata.category(character) in UNSEEN:
        return True
    known = language.writing.characters is not None
    own = script_of(character) == SCRIPTS.get(language.script)
    return not known and own and unicodedata.normalize("NFKC", character) == character


def shown(text: str) -> str:
    """A character itself, where it can be seen alone, and its name; of several no names.

    >>> shown("\u0643"), shown("\u2009"), shown("fi")
    ('\u0643 U+0643 (arabic letter kaf)', 'U+2009 (thin space)', 'fi')
    """
    if len(text) > 1:
        return text
    return named(text) if text.isspace() or unicodedata.combining(text) else f"{text} {named(text)}"


def _not_written(language: Language) -> re.Pattern[str]:
    """What a text of the language holds nowhere; its quotation marks it does."""
    quotes = re.escape("".join((*language.quotes.outer, *language.quotes.inner)))
    return _outside(f"{language.writing.characters or ''}{quotes}")


@cache
def _outside(characters: str) -> re.Pattern[str]:
    return re.compile(rf"[^\n\t\x20-\x7e{_shared().names}{_shared().signs}{characters}]")


@cache
def _shared() -> Shared:
    file = resources.files("compendium.languages") / "shared" / "letters.yaml"
    values: Mapping[str, object] = YAML(typ="safe", pure=True).load(file.read_bytes())
    return Shared.model_validate(values)
