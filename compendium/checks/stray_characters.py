"""Characters that no adopted text holds: remains of conversion, invisible ones, typewriter's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from compendium.checks.text_fault import Fault, TextCheck
from compendium.languages.letters import UNSEEN
from compendium.model.characters import named
from compendium.model.markup import without_escapes

_ADDRESS = re.compile(r"https?://\S+")
_STRAY = re.compile(r"\\|</?[A-Za-z][^>]*>|\]\(|_|[⁰¹²³⁴⁵⁶⁷⁸⁹]|&[a-z]+;|&#\d+;")
_STRAIGHT = re.compile(r"[\"'`]")
_REPLACEMENT = "\ufffd"


def stray_marks(text: str) -> Iterator[Fault]:
    r"""Backslashes, tags, link marks, underscores, superscript digits outside addresses.

    >>> [fault.start for fault in stray_marks("the <u>lamp</u>")]
    [4, 11]
    """
    without = _ADDRESS.sub(lambda match: " " * len(match.group()), without_escapes(text))
    for match in _STRAY.finditer(without):
        yield Fault(match.start(), f"a remainder of a conversion, {match.group()}")


def invisible_characters(text: str) -> Iterator[Fault]:
    r"""Characters that cannot be seen, or that stand for one that was lost.

    >>> [fault.message for fault in invisible_characters("light\u00adhouse")]
    ['the invisible character U+00AD (soft hyphen)']
    """
    for place, character in enumerate(text):
        if character == _REPLACEMENT:
            yield Fault(place, "the sign U+FFFD for a character that was lost")
        elif unicodedata.category(character) in UNSEEN and character != "\n":
            yield Fault(place, f"the invisible character {named(character)}")


def straight_quotes(text: str) -> Iterator[Fault]:
    """Quotation marks and apostrophes of a typewriter.

    >>> [fault.start for fault in straight_quotes("the keeper's lamp")]
    [10]
    """
    for match in _STRAIGHT.finditer(text):
        yield Fault(match.start(), f"a straight mark {match.group()}")


STRAY_MARKS = TextCheck("T006", stray_marks, "delete it; write note marks as [^1]")
INVISIBLE = TextCheck("T007", invisible_characters, "delete it, or write what was lost")
STRAIGHT_QUOTES = TextCheck("T008", straight_quotes, "write “ ” ‘ or ’")
