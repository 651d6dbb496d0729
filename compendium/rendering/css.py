"""Writes data as values of a style sheet, so that they cannot be anything else."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Characters that could end the string, the style element around it, or the page.
_MEANING = re.compile(r"[\x00-\x1f\x7f\"'\\<>&{};]")


def css_string(text: str) -> str:
    r"""A text as a string of a style sheet, safe within a `style` element, too.

    >>> print(css_string("Noto Serif")), print(css_string('a"b</style>'))
    "Noto Serif"
    "a\22 b\3c /style\3e "
    (None, None)
    """
    return '"' + _MEANING.sub(lambda match: f"\\{ord(match.group()):x} ", text) + '"'


def font_families(names: Sequence[str], generic: str) -> str:
    """Font families in order of preference, then a generic one.

    >>> font_families(["Noto Serif"], "serif")
    '"Noto Serif", serif'
    """
    return ", ".join([*map(css_string, names), generic])
