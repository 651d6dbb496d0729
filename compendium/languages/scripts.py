"""Finds the scripts of letters from their names in Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 2  # a single word may be a name or an abbreviation
# Codes of scripts (ISO 15924), with the first word of the Unicode names of their letters.
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
    """The script of a letter, which is the first word of its Unicode name.

    >>> script_of("я"), script_of("约")
    ('CYRILLIC', 'CJK')
    """
    return unicodedata.name(letter, "").partition(" ")[0]


def in_another_script(text: str, code: str) -> bool:
    """Whether a text has words but no letter of a script.

    >>> in_another_script("By night, at sea;", "Cyrl"), in_another_script("ЮНОДК (UNODC)", "Cyrl")
    (True, False)
    """
    script = SCRIPTS.get(code)
    words = _WORD.findall(text)
    if script is None or len(words) < _FEW_WORDS:
        return False
    return not any(script_of(letter) == script for letter in "".join(words))
