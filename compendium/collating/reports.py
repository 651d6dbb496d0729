"""Reading the report of a gathering: the recommendations in it, numbered as it numbers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.collating.blocks import Block, Kind, blocks_of, ends, settle_notes
from compendium.collating.outline import texts_of
from compendium.collating.printed import PrintedText
from compendium.collating.wording import LEAD_IN, RECOMMENDATION, RECOMMENDATIONS
from compendium.model.roman import to_roman

_LETTERED = re.compile(r"[A-Z]\. \S")
_NUMBERED = re.compile(rf"{RECOMMENDATION} (\d+)")


def recommendations_of(text: str) -> tuple[PrintedText, ...]:
    """Read the recommendations of a report: its numbered paragraphs, or those under headings.

    Where single recommendations have headings, paragraphs between them only introduce them.
    """
    lines = list(_recommendations_section(text))

    def heading(line: str) -> Kind | None:
        return Kind.HEADING if _LETTERED.match(line) or _NUMBERED.fullmatch(line) else None

    blocks, notes = settle_notes(blocks_of(lines, heading))
    if any(_NUMBERED.fullmatch(block.text) for block in blocks if block.kind is Kind.HEADING):
        body = list(_under_headings(blocks))
    else:
        body = list(_numbered(blocks))
    return texts_of(body, notes, titled=False)


def _recommendations_section(text: str) -> Iterator[str]:
    """The lines between the heading of that section and the heading of the next."""
    count, inside = 1, False
    for line in text.split("\n"):
        numeral, _, title = line.strip().partition(". ")
        if title and numeral == to_roman(count):
            count, inside = count + 1, title == RECOMMENDATIONS
        elif inside:
            yield line


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    """The blocks without lead-ins, which only announce, and without headings.

    A heading has no mark at its end, and its number, if it has one, is not the next of the text.
    """
    following = ""
    for block in blocks:
        is_next = block.kind is Kind.NUMBER and block.mark == following
        if block.kind is Kind.HEADING or not (is_next or ends(block)):
            continue
        if block.kind is Kind.NUMBER:
            following = str(int(block.mark) + 1)
        if not LEAD_IN.search(block.text):
            yield block


def _under_headings(blocks: list[Block]) -> Iterator[Block]:
    """The blocks under headings of single recommendations, the first with the heading's number."""
    inside, number = False, ""
    for block in blocks:
        found = _NUMBERED.fullmatch(block.text) if block.kind is Kind.HEADING else None
        if found:
            inside, number = True, found[1]
        elif block.kind in {Kind.HEADING, Kind.NUMBER}:
            inside = False
        elif inside and number and block.kind is Kind.PLAIN:
            yield Block(Kind.NUMBER, number, block.text)
            number = ""
        elif inside:
            yield block
