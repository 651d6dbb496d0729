"""Doubts about texts that consist of several lines or paragraphs of a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from compendium.documents.blocks import NOTE_MARK, Block, Flow, Hand, Kind, ends
from compendium.documents.bullets import begins_with_dash
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.hyphens import Hyphens
from compendium.documents.notes_below import glued_figures
from compendium.documents.original import Original
from compendium.documents.printed import STRAY, PrintedText
from compendium.documents.raised_signs import notes_named_again
from compendium.model.record_texts import TITLE
from compendium.model.symbols import without_symbols
from compendium.model.units import PREAMBULAR_STEP, unit_steps

# A line at the edge of a page: its number, a symbol, the number of a job.
_EDGE = re.compile(
    r"(?:page |- )?\d{1,3}(?:\s?/\s?\d{1,3})?(?: -)?"
    r"|\d{2}-\d{4,6}\b.{0,20}"
    r"|[A-Z]{1,6}(?:/[\w.-]+)+",
    re.IGNORECASE,
)


def joined_lines(texts: Iterable[PrintedText], original: Original, hand: Hand) -> Iterator[Doubted]:
    """The doubts about joined texts: two paragraphs made one, or a hyphen or dash that may divide.

    Args:
        texts: those of all records.
        original: their lines, made tidy.
        hand: how the document is written.
    """
    lines = ["", *(line.text.strip() for line in original.lines)]
    placed = [text for text in texts if text.steps != STRAY and text.lines]
    yield from doubts_of_lines(placed, original)
    yield from notes_named_again(placed, original.lines)
    for text in placed:
        for word in glued_figures(text.text):
            yield Doubted(Doubt.DIVISION, text.line, word)
    several = [text for text in placed if len(text.lines) > 1]
    if original.flow is Flow.WHOLE:
        yield from (Doubted(Doubt.GOES_ON, one.line, lines[one.lines[1]]) for one in several)
        return
    yield from _broken(several, lines, hand)
    if original.counts != "page":
        yield from _over_gaps(several, original, hand)
    titles = {_letters(text.text) for text in placed if text.steps == TITLE}
    for text in placed:
        for place, line in enumerate(text.lines):
            if _EDGE.fullmatch(lines[line]) or (place and _is_head(lines[line], titles)):
                yield Doubted(Doubt.DIVISION, text.line, lines[line])
    if original.counts == "page":
        yield from _over_pages(several, original)
    else:  # if a note is complete
        yield from _after_notes(placed, lines, hand)


def doubts_of_lines(texts: Iterable[PrintedText], original: Original) -> Iterator[Doubted]:
    """The doubts that the format of a document raises about the lines of its texts."""
    for text in texts:
        for number in (*text.lines, *text.note_lines):
            for doubt, about in original.lines[number - 1].doubts:
                yield Doubted(doubt, text.line, about)


def _broken(texts: Sequence[PrintedText], lines: list[str], hand: Hand) -> Iterator[Doubted]:
    """The texts with a line that ends with a dash, or with a hyphen that may only divide a word."""
    if not texts:
        return
    hyphens = Hyphens(lines, hand.conjunctions)
    for text in texts:
        for before, after in pairwise(text.lines):
            if begins_with_dash(lines[after]):
                yield Doubted(Doubt.DIVISION, text.line, lines[after])
            if word := hyphens.doubtful(lines[before], lines[after]):
                yield Doubted(Doubt.HYPHEN, text.line, word)


def _over_gaps(texts: Iterable[PrintedText], original: Original, hand: Hand) -> Iterator[Doubted]:
    """The texts that continue after an empty line, and points of a list after a semicolon.

    A text continues after an empty line if it has not ended before it. This is in doubt in a
    preamble whose paragraphs begin with a small letter, as any line does.
    """
    lines = ["", *(line.text.strip() for line in original.lines)]
    for text in texts:
        small_begins = hand.small_preamble and text.steps[0] == PREAMBULAR_STEP
        is_point = len(unit_steps(text.steps)) > 1 and text.steps[0] != PREAMBULAR_STEP
        for before, after in pairwise(text.lines):
            ended = _ended(lines[before], hand)
            between = original.lines[before : after - 1]
            if between and not any(line.text.strip() or line.doubts for line in between):
                if ended or small_begins:
                    yield Doubted(Doubt.GOES_ON, text.line, lines[after])
            elif is_point and normalize("NFKC", lines[before]).endswith((";", "\u061b")):
                yield Doubted(Doubt.DIVISION, text.line, lines[after])


def _over_pages(texts: Iterable[PrintedText], original: Original) -> Iterator[Doubted]:
    """The texts joined from several paragraphs of pages.

    A text is not in doubt if it joins only one paragraph from each of two pages.
    """
    for text in texts:
        for before, line in pairwise(text.lines):
            same_page = original.lines[before - 1].place == original.lines[line - 1].place
            if same_page or line != text.lines[-1]:
                yield Doubted(Doubt.DIVISION, text.line, original.lines[line - 1].text)


def _after_notes(texts: Iterable[PrintedText], lines: list[str], hand: Hand) -> Iterator[Doubted]:
    """The texts with a line after a note that may belong to the note.

    The line does not belong to the note if the note has ended and the text before it has not.
    """
    for text in texts:
        for place, line in enumerate(text.lines):
            note = next((earlier for earlier in reversed(lines[:line]) if earlier), "")
            if not NOTE_MARK.pattern.match(note) or (place == 0 and text.mark):
                continue
            over = place and not _ended(lines[text.lines[place - 1]], hand)
            if not (_ended(note, hand) and (over or not place)):
                yield Doubted(Doubt.DIVISION, text.line, lines[line])


def _is_head(line: str, titles: Collection[str]) -> bool:
    """Whether a line is a title, with or without the symbol of its document, as on pages."""
    return _letters(without_symbols(line)) in titles


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _ended(line: str, hand: Hand) -> bool:
    return ends(Block(Kind.PLAIN, "", line), hand)
