"""Checks whether a text is in another language than its document, such as that of the record."""

from __future__ import annotations

import re

from compendium.documents.language_recognition import language_of
from compendium.documents.words import load_words
from compendium.languages.language import Language
from compendium.languages.scripts import in_another_script
from compendium.languages.small_words import language_of_a_part, other_language
from compendium.model.markup import NOTE, read_escapes
from compendium.model.symbols import without_symbols

# Addresses, quotations and titles of works, which may be in any language.
_QUOTED = re.compile(
    r"(?:https?://|www\.)\S+|“[^”]{0,400}”|«[^»]{0,400}»|”[^“]{0,400}“|\"[^\"]{0,400}\""
)
# A title in brackets, in the form of its work: most of its longer words have a capital letter.
_BRACKETED = re.compile(r"\([^()]{0,400}\)")
_NAME_WORD = re.compile(r"\b[^\W\d_]{4,}")
_EMPHASISED = re.compile(r"\*[^*]*\*")
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_MOST_ALIKE = 1  # long words that are alike in two languages
_SHORT = 40  # letters of a text that is too short to show its language


def is_foreign(text: str, language: Language, source: str) -> bool:
    """Whether a text, or a part of it, is in another language.

    Args:
        text: the text of the document.
        language: the language of the document.
        source: the code of the language of the record.
    """
    bare = _bare(text)
    if len(bare) > _SHORT and language_of(bare) == source:
        return True
    return _is_other(bare, language)


def is_foreign_note(ours: str, theirs: str, language: Language) -> bool:
    """Whether a note is in another language, except titles of works and words that never change.

    Args:
        ours: the note of the record.
        theirs: the note of the document.
        language: the language of the document.
    """
    bare = _of_note(theirs, language)
    return is_copied(ours, bare) or _is_other(bare, language)


def is_copied(ours: str, theirs: str) -> bool:
    """Whether all long words of a text, if there are several, are in that of the record.

    Names do not count, such as “Question de Montserrat”.

    >>> is_copied("Recalling its resolution 74/1 of 2019,", "Recalling resolution 74/1,")
    True
    """
    words = _LONG_WORD.findall(_bare(theirs))
    return len(words) > _MOST_ALIKE and {*words} <= {*_LONG_WORD.findall(_bare(ours))}


def without_same_titles(ours: str, theirs: str) -> tuple[str, str]:
    """Two texts without the emphasised words that are in both: titles that nobody translated.

    >>> without_same_titles("See *Lamps of Brass*, p. 1.", "Véase *Lamps of Brass*, pág. 1.")
    ('See , p. 1.', 'Véase , pág. 1.')
    """
    for title in {*_EMPHASISED.findall(ours)} & {*_EMPHASISED.findall(theirs)}:
        ours, theirs = ours.replace(title, ""), theirs.replace(title, "")
    return ours, theirs


def _is_other(text: str, language: Language) -> bool:
    if in_another_script(text, language.script) or other_language(text, language):
        return True
    return bool(language_of_a_part(_EMPHASISED.sub("", text), language))


def _of_note(text: str, language: Language) -> str:
    for pattern in load_words(language.code).untranslated:
        text = re.sub(pattern, "", text)
    return _EMPHASISED.sub("", _bare(text))


def _bare(text: str) -> str:
    quoted = _QUOTED.sub("", NOTE.sub("", read_escapes(text)))
    return without_symbols(_BRACKETED.sub(_without_title, quoted))


def _without_title(brackets: re.Match[str]) -> str:
    words = _NAME_WORD.findall(brackets[0])
    is_title = len(words) > 1 and sum(word[0].isupper() for word in words) > len(words) / 2
    return "" if is_title else brackets[0]
