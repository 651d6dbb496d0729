"""The lines of a text as editors, YAML and catalogues count them."""

from __future__ import annotations

import re

_END = re.compile(r"\r\n?")
_WITH_ENDS = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def lines_of(text: str) -> list[str]:
    r"""The lines of a text, without their ends.

    `str.splitlines` also divides a text at seven other characters, among them U+2028.

    >>> lines_of("one\u2028two\r\nthree\n")
    ['one\u2028two', 'three']
    """
    return [line.rstrip("\r\n") for line in lines_with_ends(text)]


def lines_with_ends(text: str) -> list[str]:
    r"""The lines of a text as they stand, which together are the text.

    >>> lines_with_ends("one\r\n\ntwo")
    ['one\r\n', '\n', 'two']
    """
    return _WITH_ENDS.findall(text)


def with_plain_ends(text: str) -> str:
    r"""The text with the line ends of Windows and of old Macintoshes as those of Unix.

    >>> with_plain_ends("one\r\ntwo\rthree\n")
    'one\ntwo\nthree\n'
    """
    return _END.sub("\n", text)
