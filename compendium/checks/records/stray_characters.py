"""Checks for characters that no adopted text has: left by conversion, invisible, of typewriters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from compendium.checks.records.text_check import Spot, TextCheck
from compendium.languages.letters import UNSEEN
from compendium.model.characters import named
from compendium.model.markup import ADDRESS, without_escapes

_STRAY = re.compile(r"\\|</?[A-Za-z][^>]*>|\]\(|_|[⁰¹²³⁴⁵⁶⁷⁸⁹]|&[a-z]+;|&#\d+;")
_STRAIGHT = re.compile(r"[\"'`]")
_REPLACEMENT = "\ufffd"


def stray_marks(text: str) -> Iterator[Spot]:
    r"""Backslashes, tags, link marks, underscores, superscript digits outside addresses.

    >>> [start for start, _ in stray_marks("the <u>lamp</u>")]
    [4, 11]
    """
    without = ADDRESS.sub(lambda match: " " * len(match.group()), without_escapes(text))
    for match in _STRAY.finditer(without):
        yield match.start(), f"a remainder of a conversion, {match.group()}"


def invisible_characters(text: str) -> Iterator[Spot]:
    r"""Characters that are invisible, or that stand for a lost one.

    >>> [message for _, message in invisible_characters("light\u00adhouse")]
    ['the invisible character U+00AD (soft hyphen)']
    """
    for place, character in enumerate(text):
        if character == _REPLACEMENT:
            yield place, "the sign U+FFFD for a character that was lost"
        elif unicodedata.category(character) in UNSEEN and character != "\n":
            yield place, f"the invisible character {named(character)}"


def straight_quotes(text: str) -> Iterator[Spot]:
    """Quotation marks and apostrophes of a typewriter.

    >>> [start for start, _ in straight_quotes("the keeper's lamp")]
    [10]
    """
    for match in _STRAIGHT.finditer(text):
        yield match.start(), f"a straight mark {match.group()}"


STRAY_MARKS = TextCheck("T006", stray_marks, "delete it; write note marks as [^1]")
INVISIBLE = TextCheck("T007", invisible_characters, "delete it, or write what was lost")
STRAIGHT_QUOTES = TextCheck("T008", straight_quotes, "write “ ” ‘ or ’")
