"""What was adopted: the recommendations of a report, or resolutions and decisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from compendium.documents.blocks import Block, Hand
from compendium.documents.marks import hand_of
from compendium.documents.original import Line, Original, Style
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.documents.reports import read_recommendations, recommendations_section
from compendium.documents.resolutions import read_records
from compendium.documents.words import report_words
from compendium.languages.language import Language
from compendium.model.gatherings import Citation

_WHOLLY_EMPHASISED = re.compile(r"\*([^*]+)\*")
_NUMBERED_TITLE = re.compile(r"(\d+/\d+)\s?[.–-]?\s+(\S.*)")
# The heading of a recommendation before its text in the same line, perhaps set off by emphasis.
_RUN_IN = re.compile(r"\*?([^.:：*]{1,60})\*?(?:[.:]\*?\s+|：\*?\s*)(\S.*)")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was read: recommendations and how they are cited, or records.

    `original` are the lines that the texts count; `unnumbered` are the records whose operative
    paragraphs bear no number; `annexes` the lines where annexes begin, which are left; `left_out`
    what stands among the texts and was taken for a heading or an introduction.
    """

    original: Original
    recommendations: tuple[PrintedText, ...] = ()
    cited_by: Citation = Citation.PARAGRAPHS
    records: tuple[PrintedRecord, ...] = ()
    unnumbered: tuple[PrintedRecord, ...] = ()
    annexes: tuple[int, ...] = ()
    left_out: tuple[Block, ...] = ()

    @property
    def holds_something(self) -> bool:
        """Whether anything was adopted that a number leads to."""
        return bool(self.records) or any(text.steps != STRAY for text in self.recommendations)


def read_adopted(original: Original, language: Language, symbol: str | None) -> Adopted:
    """Read what was adopted: records where the document has any, else recommendations.

    Args:
        original: the document.
        language: its language.
        symbol: its document symbol, which ends with the number of a resolution that it is alone.
    """
    hand = hand_of(language, original.flow)
    single = report_words(language).single
    lines = tuple(_prepared(original.lines, hand.clean, symbol, single))
    prepared = replace(original, lines=lines)
    read = read_records([line.text for line in lines], language, hand)
    if read is None:
        return _read_report(prepared, language, hand)
    return Adopted(
        prepared,
        records=read.records,
        unnumbered=read.unnumbered,
        annexes=read.annexes,
        left_out=read.left_out,
    )


def _prepared(
    lines: Sequence[Line],
    clean: Callable[[str], str],
    symbol: str | None,
    single: re.Pattern[str],
) -> Iterator[Line]:
    """Lines made tidy; a heading that goes on with its title or text stands in a line of its own.

    So do number and title of a resolution, and the heading of a recommendation and its text.
    """
    for line in lines:
        text = clean(line.text)
        whole = _WHOLLY_EMPHASISED.fullmatch(text)
        if whole or line.style is Style.HEADING:
            text = text.replace("*", "")
        titled, run_in = _NUMBERED_TITLE.fullmatch(text), _RUN_IN.fullmatch(text)
        if titled and symbol and symbol.endswith(f"/{titled[1]}"):
            yield replace(line, text=titled[1], style=Style.HEADING)
            yield replace(line, text=titled[2].replace("*", ""), style=Style.TEXT)
        elif run_in and single.fullmatch(run_in[1]):
            yield replace(line, text=run_in[1], style=Style.HEADING)
            yield replace(line, text=run_in[2], style=Style.TEXT)
        else:
            yield replace(line, text=text)


def _read_report(prepared: Original, language: Language, hand: Hand) -> Adopted:
    words = report_words(language)
    lines = [line.text for line in prepared.lines]
    headings = frozenset(line.text for line in prepared.lines if line.style is Style.HEADING)
    section = recommendations_section(lines, words)
    single = any(words.single.fullmatch(line) for line in section)
    read = read_recommendations(lines, words, hand, headings)
    return Adopted(
        prepared,
        recommendations=tuple(
            text if text.steps[0].isdigit() else replace(text, steps=STRAY) for text in read.texts
        ),
        cited_by=Citation.RECOMMENDATIONS if single else Citation.PARAGRAPHS,
        left_out=read.left_out,
    )
