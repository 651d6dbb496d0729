"""Letters, figures and signs with a meaning, by which two forms of a text are compared."""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import category, normalize

from compendium.documents.bullets import is_bullet
from compendium.model.markup import NOTE, read_escapes

# Except the figures of a power with a sign: 10⁻³.
_RAISED = re.compile(r"(?<![⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])(?<!\d[-−–])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")  # noqa: RUF001
_WORD = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\W_\u2e80-\u9fff\uf900-\ufaff]+")
_STRETCHED = "\u0640"  # a letter stretched to fill a line
_SAYING = frozenset("%‰§&@#\u066a")  # beside those of sums, currencies and units
_UNSAID = frozenset("\u2212↩↑⤴⏎↵")  # a minus, which is also written as a hyphen; links back
_SYMBOLS = frozenset({"Sm", "Sc", "So"})
_MOST_NAMED = 12  # words in a message


def signs(text: str) -> Counter[str]:
    """The letters, figures and signs of a text, in whatever form: how often each occurs.

    >>> signs("Nº 1") == signs("no. ¹"), signs("5 %") == signs("5")
    (True, False)
    """
    counted = Counter(normalize("NFKC", text.casefold()))
    for sign in [sign for sign in counted if not _says(sign)]:
        del counted[sign]
    return counted


def _says(sign: str) -> bool:
    """Whether a sign has a meaning; marks between words and bullets have none."""
    if sign.isalnum():
        return sign != _STRETCHED
    unsaid = sign in _UNSAID or is_bullet(sign)
    return sign in _SAYING or (category(sign) in _SYMBOLS and not unsaid)


def without_note_marks(text: str) -> str:
    """A text without the marks of its notes, `[^1]` or raised figures.

    >>> without_note_marks("the Convention[^1] and the Protocol²")
    'the Convention and the Protocol'
    """
    return without_raised(NOTE.sub("", read_escapes(text)))


def without_raised(text: str) -> str:
    """A text without its raised figures.

    >>> without_raised("the Protocol²")
    'the Protocol'
    """
    return _RAISED.sub("", text)


def lost_words(shown: str, found: str) -> str:
    """The words of a text that another lacks, for messages; its signs if no whole word is missing.

    >>> lost_words("Urges all States to light lamps", "Urges States to lamps")
    'all light'
    """
    left = Counter(_words(found))
    lost = []
    for word in _words(shown):
        if left[word]:
            left[word] -= 1
        else:
            lost.append(word)
    named = lost or [*(signs(shown) - signs(found)).elements()]
    return " ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])


def count_words(text: str) -> int:
    """The number of words in a text; each Chinese character counts as one."""
    return len(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKC", text))
