"""The scripts of letters, by the names that Unicode gives these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 2  # of one, such as a name or an abbreviation, nothing can be told
# The codes of scripts (ISO 15924) and the first word of the names of their letters in Unicode.
SCRIPTS: Mapping[str, str] = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Arab": "ARABIC",
    "Hebr": "HEBREW",
    "Hans": "CJK",
    "Hant": "CJK",
}


@cache
def script_of(letter: str) -> str:
    """The script of a letter, with which its Unicode name begins.

    >>> script_of("я"), script_of("约")
    ('CYRILLIC', 'CJK')
    """
    return unicodedata.name(letter, "").partition(" ")[0]


def in_another_script(text: str, code: str) -> bool:
    """Whether a text has words, and not a letter of a script.

    >>> in_another_script("By night, at sea;", "Cyrl"), in_another_script("ЮНОДК (UNODC)", "Cyrl")
    (True, False)
    """
    own = SCRIPTS.get(code)
    words = _WORD.findall(text)
    if own is None or len(words) < _FEW_WORDS:
        return False
    return not any(script_of(letter) == own for letter in "".join(words))
