"""The text of a document in the form of records: plain spaces, curled quotes, marked emphasis."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

from compendium.languages.language import Language, with_no_break_spaces

_INVISIBLE = re.compile(r"\u00ad(?![\s*]*$)|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_TOUCHING_EMPHASIS = re.compile(r"(?<=\w)\*(\s*)\*(?=\w)")
# Between Chinese characters, and beside figures or Latin letters, where programs set space.
_NO_SPACE = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef⁰¹²³⁴⁵⁶⁷⁸⁹]) +(?=[*]?[\u3000-\u9fff\uff00-\uffef])"
    r"|(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[*]?[A-Za-z0-9])"
    r"|(?<=[A-Za-z0-9]) +(?=[*]?[\u3000-\u9fff\uff00-\uffef])"
)
# The stroke that stretches letters, typed as a dash: 1 ـ
_STROKE = re.compile(r"(?:(?<=[\d ])|(?<![^\n]))\u0640+(?=\s)")
_STRETCHED = re.compile(r"\u0640(?!\))")  # a letter drawn out to fill a line, but for the mark (هـ)
# The radicals of dictionaries, which PDF files use in place of characters that look the same.
_KANGXI = {chr(sign): normalize("NFKC", chr(sign)) for sign in range(0x2F00, 0x2FD6)}
_RADICAL = re.compile(r"[\u2e80-\u2fdf]")
# The forms of Arabic letters within words, which some programs write as separate characters.
_FORMS = {
    chr(sign): normalize("NFKC", chr(sign))
    for sign in (*range(0xFB50, 0xFBB2), *range(0xFE80, 0xFEFD))
}
_OPENING = re.compile(r"""(^|[\s(\[“‘«])(\*?)(["'])(?=\S)""")


def tidy(language: Language) -> Callable[[str], str]:
    r"""Return a function that turns a line of a document into a text of the records, in a language.

    >>> from compendium.languages.language import load_language
    >>> tidy(load_language("en"))('the  "*modi operandi*" of  States’')
    'the “*modi operandi*” of States’'
    """
    opening, closing = language.quotes.outer
    own = language.writing.instead.items()
    radicals = {sign: meant for sign, meant in own if _RADICAL.fullmatch(sign)}
    meant = str.maketrans(_KANGXI | _FORMS | radicals)
    signs = {'"': opening, "'": language.quotes.inner[0]}

    def tidied(text: str) -> str:
        text = _STROKE.sub("-", _INVISIBLE.sub("", text.translate(meant)))
        text = _STRETCHED.sub("", text)
        text = normalize("NFC", text).replace("\u2011", "-")
        text = _NO_SPACE.sub("", " ".join(text.split()))
        text = _OPENING.sub(lambda match: f"{match[1]}{match[2]}{signs[match[3]]}", text)
        text = text.replace('"', closing).replace("'", "’")
        return with_no_break_spaces(_TOUCHING_EMPHASIS.sub(r"\1", text), language)

    return tidied
