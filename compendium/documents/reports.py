"""Reading the report of a gathering: its recommendations, numbered as in the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from unicodedata import normalize

from compendium.documents.account import Fate
from compendium.documents.blocks import (
    COLLATED,
    Block,
    Hand,
    Kind,
    blocks_of,
    ends,
    note_marks,
    settle_notes,
)
from compendium.documents.outline import FIRST_MARKS, followers, texts_of
from compendium.documents.printed import PrintedText
from compendium.model.roman import roman_or_figures

_ENDING, _STEM = 3, 8  # letters in which the forms of a word differ, and that all share
_GOING_ON = (";", ",", ":", "；", "，", "：", "؛", "،")  # noqa: RUF001 - of a list


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The names of the parts of a report in its language.

    `section` finds the heading of a section: its group `numeral` is the next of `numerals`, or the
    Roman numeral, and its group `title` is one of `recommendations` if recommendations follow.
    `single` finds the heading of one recommendation, with its number as a group. `lead_in` finds a
    text that only announces. `subheading` finds a heading within the section. `recommends` finds a
    sentence in which a body recommends something.
    """

    section: re.Pattern[str]
    recommendations: frozenset[str]
    single: re.Pattern[str]
    lead_in: re.Pattern[str]
    subheading: re.Pattern[str]
    numerals: tuple[str, ...] = ()
    recommends: re.Pattern[str] = re.compile(r"(?!)")

    def holds_recommendations(self, title: str) -> bool:
        """Whether a section with this title contains adopted texts; case is ignored."""
        return title.casefold() in {name.casefold() for name in self.recommendations}

    def numeral(self, count: int) -> str:
        """The numeral of a section, by its place."""
        return self.numerals[count - 1] if count <= len(self.numerals) else roman_or_figures(count)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """The recommendations of a report, and the texts among them that are not recommendations.

    `left` records where each line went that is not part of a text.
    """

    texts: tuple[PrintedText, ...]
    left_out: tuple[Block, ...]
    left: Mapping[int, Fate]


def recommendations_of(text: str, words: ReportWords) -> tuple[PrintedText, ...]:
    """Read the recommendations of a report: its numbered paragraphs, or those under headings."""
    return read_recommendations(text.split("\n"), words).texts


def read_recommendations(
    lines: Iterable[str],
    words: ReportWords,
    hand: Hand = COLLATED,
    headings: frozenset[str] = frozenset(),
) -> ReadReport:
    """Read the recommendations of a report, in any language.

    If single recommendations have headings, paragraphs between them only introduce them.

    Args:
        lines: the whole report.
        words: the names of its parts.
        hand: how it is written.
        headings: the lines that its format marks as headings.
    """

    def heading(line: str) -> Kind | None:
        known = line in headings or words.subheading.match(line) or words.single.fullmatch(line)
        return Kind.HEADING if known else None

    lines = list(lines)
    section = list(recommendations_section(lines, words))
    blocks, notes = settle_notes(blocks_of(section, heading, hand))
    cited = cites_recommendations(blocks, words)
    body = list(_under_headings(blocks, words, hand) if cited else _numbered(blocks, words, hand))
    taken = {block.line for block in body}
    left = [block for block in blocks if block.line not in taken]
    elsewhere = (number for number, line in enumerate(section, start=1) if not line)
    among = (block for block in left if block.kind is not Kind.HEADING)
    return ReadReport(
        texts_of(body, notes, titled=False),
        tuple(block for block in among if not words.lead_in.search(block.text)),
        dict.fromkeys(elsewhere, Fate.ELSEWHERE) | _fates(left, notes),
    )


def _fates(left: Iterable[Block], notes: Mapping[str, Block]) -> dict[int, Fate]:
    """Where the lines went that are not recommendations, with the lines of notes that they call."""
    fates: dict[int, Fate] = {}
    for block in left:
        fate = Fate.HEADING if block.kind is Kind.HEADING else Fate.INTRODUCTION
        named = (notes[mark] for mark in note_marks(block.text) if mark in notes)
        lines = (*block.lines, *(line for note in named for line in note.lines))
        fates |= dict.fromkeys(lines, fate)
    return fates


def cites_recommendations(blocks: Iterable[Block], words: ReportWords) -> bool:
    """Whether single recommendations have headings with separate numbers."""
    headings = (block.text for block in blocks if block.kind is Kind.HEADING)
    return any(words.single.fullmatch(text) for text in headings)


def doubtful_sections(lines: Iterable[str], words: ReportWords) -> Iterator[tuple[int, str]]:
    """The omitted sections with titles about recommendations, and omitted lines that recommend."""
    stems = [name.casefold()[: max(_STEM, len(name) - _ENDING)] for name in words.recommendations]
    lines = list(lines)
    read = recommendations_section(lines, words)  # a heading within it leads to texts taken
    for number, (line, within) in enumerate(zip(lines, read, strict=True), start=1):
        match = words.section.fullmatch(line.strip())
        if not within and words.recommends.search(line):
            yield number, line
        if match is None or within or words.holds_recommendations(match["title"]):
            continue
        if any(stem in match["title"].casefold() for stem in stems):
            yield number, line


def section_titles(lines: Iterable[str], words: ReportWords) -> list[str]:
    """The titles of all lines that look like the heading of a section, each once."""
    matches = (words.section.fullmatch(line.strip()) for line in lines)
    return list(dict.fromkeys(match["title"] for match in matches if match))


def recommendations_section(lines: Iterable[str], words: ReportWords) -> Iterator[str]:
    """The lines between the heading of that section and the heading of the next.

    All other lines are returned as empty lines, so that lines keep their numbers. If the first
    section appears again, the text before was a table of contents, and counting restarts.
    """
    count, inside, first = 1, False, ""
    for line in lines:
        match = words.section.fullmatch(line.strip())
        if match and match["numeral"] == words.numeral(1) and first.startswith(match["title"]):
            count = 1
        if match and inside and match["title"].rstrip().endswith(_GOING_ON):
            match = None  # an entry of a list
        if match and match["numeral"] == words.numeral(count):
            first = first or match["title"]
            count, inside = count + 1, words.holds_recommendations(match["title"])
            yield ""
        else:
            yield line if inside else ""


def _numbered(blocks: list[Block], words: ReportWords, hand: Hand) -> Iterator[Block]:
    """The blocks without lead-ins, which only announce, and without headings.

    A heading has no mark at its end, and its number or letter, if it has one, is not the next in
    the sequence of the text.
    """
    number, listed = "", frozenset[str]()  # the next number; the next marks of its list
    for block in blocks:
        is_next = block.mark == number if block.kind is Kind.NUMBER else block.mark in listed
        if block.kind is Kind.NUMBER:
            listed = frozenset()
        if block.kind is Kind.HEADING and ends(block, hand):
            yield replace(block, kind=Kind.STRAY)  # a heading does not end as a text does
            continue
        if block.kind is Kind.HEADING or not (is_next or ends(block, hand)):
            continue
        if block.kind is Kind.NUMBER:
            number = str(int(block.mark) + 1)
        elif block.mark:
            listed = (listed - FIRST_MARKS) | followers(block.mark)
        if normalize("NFKC", block.text).endswith(":"):
            listed |= FIRST_MARKS  # a colon announces a list
        if not words.lead_in.search(block.text):
            yield block


def _under_headings(blocks: list[Block], words: ReportWords, hand: Hand) -> Iterator[Block]:
    """The blocks under headings of single recommendations, the first with the heading's number.

    A list without an opening text has no place below that number, or below the one before.
    """
    inside, number = False, ""
    for block in blocks:
        match = words.single.fullmatch(block.text) if block.kind is Kind.HEADING else None
        if match:
            inside, number = True, match[1]
        elif block.kind in {Kind.HEADING, Kind.NUMBER}:
            inside = False
            if block.kind is Kind.HEADING and ends(block, hand):
                yield replace(block, kind=Kind.STRAY)  # a heading does not end as a text does
        elif inside and number and block.kind is Kind.PLAIN:
            yield replace(block, kind=Kind.NUMBER, mark=number)
            number = ""
        elif inside:
            yield replace(block, kind=Kind.STRAY) if number else block
