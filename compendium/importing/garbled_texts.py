"""Finds letters that the language of a text does not write: garbled, reversed, look-alike."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from compendium.languages.language import Language
from compendium.languages.letters import foreign_words, shown, strange_letters
from compendium.model.markup import NOTE, read_escapes
from compendium.model.symbols import without_symbols

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_STRESS = "\u0301"  # set on a vowel by hand
# UTF-8 that was read as Latin-1 or as Windows-1252: á as Ã¡, ’ as â€™, Ж as Ð–.
_MISREAD = re.compile(
    r"[ÂÃ][\u00a0-\u00bf]|â€|[ÐÑ][\u0080-\u00bf\u2010-\u203a]|[ØÙ][\u0080-\u00bf\u2010-\u203a]"
)
# A figure in place of a letter, as in So1icita and Genera1.
_SMALL = "a-zß-öø-ÿа-яё"
_FIGURE = re.compile(rf"\b\w?[{_SMALL}]{{3,}}[01]\b|\b\w?[{_SMALL}]*[{_SMALL}][01][{_SMALL}]+")
_EMPTY = re.compile(r"\(\s*\)")  # the bracket of a mark that was removed
# Words without spaces between them, and letters with spaces.
_RUN_ON = re.compile(r"[^\W\d_]{30,}")
_SPACED = re.compile(r"(?:\b[^\W\d_] ){3,}[^\W\d_]\b")
# A mark that begins a text only if the text was reversed.
_END_FIRST = re.compile(r"[\s_]*[.,;:!?)\]»،؛؟。，；：、！？）】]")  # noqa: RUF001
_WITH_SPACES = frozenset({"Latn", "Cyrl"})  # scripts
_SIMPLIFIED = "Hans"
_MOST_SHOWN = 40  # letters


def garbled(text: str, language: Language) -> str:
    """The garbled part of a text; empty if there is none.

    >>> from compendium.languages.language import load_language
    >>> garbled("mantengan las lÃ¡mparas", load_language("es"))
    'Ã¡ is a letter that was read in another encoding'
    >>> garbled("mantengan las lámparas", load_language("es"))
    ''
    """
    text = without_symbols(_ADDRESS.sub("", NOTE.sub("", read_escapes(text))).replace("*", ""), "§")
    if match := _MISREAD.search(text):
        return f"{match.group()} is a letter that was read in another encoding"
    for word, letters in foreign_words(text, language):
        if not all(map(_is_stressed, letters)):
            return f"in {word.group()} stands {shown(letters[0])}"
    for strange in strange_letters(text, language):
        is_letter = strange.character.isalpha() or not strange.meant
        if is_letter and strange.character != _STRESS:
            return strange.message
    if match := _FIGURE.search(text) or _EMPTY.search(text):
        return f"a letter or sign is lost or misread in {match.group()}"
    turned_round = language.writing.turned_round
    if turned_round and (match := re.search(turned_round, text)):
        return f"{match.group()} is no word: it may be turned round"
    return _not_as_written(text, language)


def _not_as_written(text: str, language: Language) -> str:
    """The part of a text with a beginning, spaces or signs that its language does not write."""
    if match := _END_FIRST.match(text):
        return f"it begins with {match.group().strip()}, which ends a text"
    if language.script in _WITH_SPACES and (match := _RUN_ON.search(text) or _SPACED.search(text)):
        return f"{match.group()[:_MOST_SHOWN]} is no word"
    if language.script == _SIMPLIFIED and (signs := [*filter(_is_traditional, text)]):
        return f"{signs[0]} is a sign that simplified Chinese does not write"
    return ""


def _is_traditional(sign: str) -> bool:
    """Whether only traditional Chinese has a character: Big5 contains it, and GB 2312 does not."""
    return "\u4e00" <= sign <= "\u9fff" and _has("big5", sign) and not _has("gb2312", sign)


@cache
def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _is_stressed(letter: str) -> bool:
    return _STRESS in unicodedata.normalize("NFD", letter)
