"""The lines before the number of a resolution: its masthead, or words that may be adopted."""

from __future__ import annotations

from compendium.documents.blocks import Hand, Kind
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_of
from compendium.languages.days import is_day
from compendium.model.markup import ASTERISK

_FEWEST = 12  # letters of a sentence; an abbreviation has fewer


def may_be_adopted(line: str, hand: Hand, headings: Headings) -> bool:
    """Whether a line before the number of a resolution may be one of its texts.

    Otherwise the line belongs to the masthead. A text has a number or a letter, ends as a sentence
    does, or is an enacting formula. A note to the masthead begins with an asterisk.
    """
    words = line.strip().strip("*")
    if words.startswith(ASTERISK) or is_day(words, headings.language):
        return False
    if mark_of(line, hand)[0] in {Kind.NUMBER, Kind.LETTER, Kind.ITEM}:
        return True
    sentence = words.endswith(tuple(stop for stop in hand.stops if stop not in {":", "："}))  # noqa: RUF001
    is_long = sum(map(str.isalpha, words)) >= _FEWEST
    return (sentence and is_long) or opens_resolution(line, hand, headings)


def opens_resolution(line: str, hand: Hand, headings: Headings) -> bool:
    """Whether a line is an enacting formula, with the comma at its end."""
    words = line.strip().rstrip("*")
    return words.endswith(hand.commas) and headings.is_formula(words)
