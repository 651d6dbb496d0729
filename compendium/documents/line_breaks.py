"""Lines into which a paragraph is broken by hand, in Word files and web pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from compendium.documents.doubted import Doubt
from compendium.documents.marks_alone import begins_entry

Piece = tuple[str, tuple[tuple[Doubt, str], ...]]  # a paragraph, and the doubts about it
_STOPS = (".", ";", ":", "!", "?", "\u061b", "\u061f", "\u3002")
_COMMAS = (",", "\u060c")
_AROUND = "*”“’‘»)\"' "  # characters that may follow a stop


def paragraphs_in(lines: Sequence[str]) -> Iterator[Piece]:
    """The paragraphs in the lines of one paragraph, if breaks replace the ends of paragraphs.

    A mark begins a paragraph, and an empty line ends one. Words after the last point of a list are
    a separate paragraph. Any other line after a stop continues the same paragraph, which is
    reported.

    >>> [text for text, _ in paragraphs_in(["1. Urges", "all:", "(a) To rest;", "as asked;"])]
    ['1. Urges all:', '(a) To rest;', 'as asked;']
    >>> list(paragraphs_in(["1. Urges all;", "Asks some."]))
    [('1. Urges all; Asks some.', ((<Doubt.GOES_ON: 2>, 'Asks some.'),))]
    """
    text, doubts = "", list[tuple[Doubt, str]]()
    for line in lines:
        whole = text.count("*") % 2 == 0  # emphasis does not continue across the break
        ended = whole and _ends(text, line)
        begins = not line or (whole and begins_entry(line)) or (ended and _is_point(text))
        if text.strip() and begins:
            yield text, tuple(doubts)
            text, doubts = line, []
            continue
        if text and line and ended:
            doubts.append((Doubt.GOES_ON, line))
        text = f"{text} {line}" if text and line else text or line
    if text.strip():
        yield text, tuple(doubts)


def _is_point(text: str) -> bool:
    """Whether a text begins with the mark of a list, not with the number of a paragraph."""
    return begins_entry(text) and not text.lstrip("* ")[:1].isdigit()


def _ends(text: str, following: str) -> bool:
    """Whether a text may have ended before the line that follows it.

    A comma ends one only before a capital letter, as in a preamble.
    """
    end = normalize("NFKC", text.rstrip(_AROUND))
    capital = following.lstrip("*").strip()[:1].isupper()
    return end.endswith(_STOPS) or (capital and end.endswith(_COMMAS))
