"""Makes messages safe for a terminal, whatever they quote."""

from __future__ import annotations

import re

_MOST_LINES = 10
_LONGEST_LINE, _MOST_LETTERS = 1000, 2000
# Control characters except the line feed, surrogates, other line separators, and the characters
# that change the direction of the text that follows.
_UNSHOWN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LIBRARY_PAGE = re.compile(r"\s*For further information visit \S+")


def printable(text: str) -> str:
    r"""A message without control characters, links to library manuals and endless lines.

    >>> printable("a.yaml: 'red\x1b[31m'")
    "a.yaml: 'red\\x1b[31m'"
    """
    shown = escaped(_LIBRARY_PAGE.sub("", text))
    lines = [_cut(line) for line in shown.split("\n")]
    most = _MOST_LINES if len(lines) <= _MOST_LINES else _MOST_LINES - 1
    while most > 1 and sum(map(len, lines[:most])) > _MOST_LETTERS:
        most -= 1
    left = [f"... and {len(lines) - most} lines more"] if most < len(lines) else []
    return "\n".join([*lines[:most], *left])


def escaped(text: str) -> str:
    r"""Escape the control characters in a text from outside, without shortening it.

    >>> escaped("red\x1b[31m")
    'red\\x1b[31m'
    """
    return _UNSHOWN.sub(_escaped, text)


def in_one_line(text: str) -> str:
    r"""Make a text, such as a file name, safe for one line of a message.

    >>> in_one_line("a.yaml\nerror: b")
    'a.yaml\\nerror: b'
    """
    return printable(text.replace("\n", "\\n"))


def _escaped(match: re.Match[str]) -> str:
    return " " if match[0] == "\t" else ascii(match[0])[1:-1]


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} ..."
