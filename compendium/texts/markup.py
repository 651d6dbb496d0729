"""Marks within a text: words that stay in another language, `[Treaty Series]{lang=en}`.

The form is that of Pandoc's spans: https://pandoc.org/MANUAL.html#extension-bracketed_spans
"""

from __future__ import annotations

import re

FOREIGN = re.compile(r"\[(?P<foreign>[^\[\]]+)\]\{lang=(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\}")


def without_marks(text: str) -> str:
    """A text with the words that stay in another language, but without their marks.

    >>> without_marks("see [*Treaty Series*]{lang=en}, vol. 1")
    'see *Treaty Series*, vol. 1'
    """
    return FOREIGN.sub(r"\g<foreign>", text)


def blanked(text: str, sign: str = "X") -> str:
    """A text with signs in place of the words that stay in another language, as long as it was.

    >>> blanked("[Oslo]{lang=no}, 1")
    'XXXXXXXXXXXXXXX, 1'
    """
    return FOREIGN.sub(lambda match: sign * len(match.group()), text)
