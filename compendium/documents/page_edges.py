"""Lines from the edges of pages that were left within a text when it was copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compendium.documents.blocks import Block, Flow, Hand, Kind, ends
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.original import Line, Original
from compendium.languages.days import is_day
from compendium.languages.language import Language

_PAGES = r"\d{1,3}\s?/\s?\d{1,3}"
_ADDRESS = r"(?:https?://|www\.)\S+"
# Text that appears only there, alone in its line.
_EDGE = re.compile(
    rf"(?:{_ADDRESS}|[A-Z]{{1,6}}(?:/[\w.()-]+)+)\s+{_PAGES}|{_PAGES}\s+{_ADDRESS}"
    r"|[-–—]\s\d{1,3}\s[-–—]"
)


def without_page_edges(
    original: Original, language: Language, hand: Hand, pages: Iterable[str]
) -> Original:
    """A document without the lines that appear only at the edges of pages, which is reported.

    An address or a date alone in a line that breaks a sentence is kept, and reported.

    Args:
        original: the document, made tidy.
        language: its language.
        hand: how it is written.
        pages: the forms in which its language counts pages: Page 2 of 3.
    """
    if original.counts == "page" or any(line.said for line in original.lines):
        return original
    lines = list(original.lines)
    counts = re.compile("|".join([f"(?:{form})" for form in pages]) or r"(?!)", re.IGNORECASE)
    edges: list[str] = []
    for place, line in enumerate(lines):
        text = line.text.strip()
        if _EDGE.fullmatch(text) or counts.fullmatch(text):
            edges.append(text)
            lines[place] = replace(line, text="", made="", doubts=((Doubt.EDGE, text),))
        elif original.flow is Flow.BROKEN and _breaks_sentence(lines, place, language, hand):
            lines[place] = replace(line, doubts=(*line.doubts, (Doubt.DIVISION, text)))
    return replace(original, lines=tuple(lines), heads=(*original.heads, *edges))


def edges_left_out(lines: Sequence[Line]) -> Iterator[Doubted]:
    """The doubts about the text left out of lines."""
    for number, line in enumerate(lines, start=1):
        yield from (Doubted(d, number, text) for d, text in line.doubts if d is Doubt.EDGE)


def _breaks_sentence(lines: Sequence[Line], place: int, language: Language, hand: Hand) -> bool:
    """Whether an address or a date is a separate line below a line that has not ended."""
    text = lines[place].text.strip()
    if not re.fullmatch(_ADDRESS, text) and not is_day(text, language):
        return False
    before = lines[place - 1].text.strip() if place else ""
    return bool(before) and not ends(Block(Kind.PLAIN, "", before), hand, commas=True)
