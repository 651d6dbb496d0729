"""The scripts of letters, by the names that Unicode gives these."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

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
