"""Texts that may be wrongly divided or joined, or whose role in a record is only inferred."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.marks import mark_of
from compendium.documents.outline import FIRST_MARKS, followers
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.documents.signs import without_note_marks
from compendium.model.annexes import ANNEX_STEP
from compendium.model.record_numbers import part_of
from compendium.model.record_texts import FORMULA, TITLE
from compendium.model.units import CLOSING_STEP, HEADING_STEP, PREAMBULAR_STEP, unit_steps

_GOES_ON = (",", ":", "،", "，", "：")  # noqa: RUF001 - the end of a formula
_IN_PREAMBLE = (",", ";", "،", "؛", "，", "；")  # noqa: RUF001 - the end of its paragraphs
_OUTSIDE = frozenset({TITLE, FORMULA, STRAY})
# The verb that opens a paragraph, after the end of another paragraph.
_OPENS_WITHIN = re.compile(r"[,;،；，] \*[^\W\d_a-z]")  # noqa: RUF001


def doubtful_divisions(records: Iterable[PrintedRecord], hand: Hand) -> Iterator[Doubted]:
    """The texts that lack an end, begin within a sentence, or contain the start of another.

    Args:
        records: the records read.
        hand: how the document is written.
    """
    for record in records:
        for text in record.texts:
            own = unit_steps(text.steps) == text.steps
            if own and text.steps not in _OUTSIDE and _is_doubtful(text, hand):
                yield Doubted(Doubt.DIVISION, text.line, text.text)


def cut_off(records: Iterable[PrintedRecord], hand: Hand) -> Iterator[Doubted]:
    """The last texts of records that have no end: the document may be cut off there.

    Args:
        records: the records read.
        hand: how the document is written.
    """
    outside = _OUTSIDE | {(ANNEX_STEP,)}
    for record in records:
        own = [text for text in record.texts if text.steps[:1] not in outside]
        for text in own[-1:]:
            if not ends(Block(Kind.PLAIN, "", without_note_marks(text.text)), hand):
                yield Doubted(Doubt.DIVISION, text.line, text.text)


def with_letters(records: Iterable[PrintedRecord], hand: Hand) -> Iterator[Doubted]:
    """The paragraphs that begin with a letter, as in `3. (a)`, if a list continues from it.

    Args:
        records: the records read.
        hand: how the document is written.
    """
    for record in records:
        steps = {text.steps for text in record.texts}
        for text in record.texts:
            kind, says = mark_of(text.text, hand)
            begins = kind in {Kind.LETTER, Kind.ITEM} and says in FIRST_MARKS
            if begins and any((*text.steps, after) in steps for after in followers(says)):
                yield Doubted(Doubt.DIVISION, text.line, f"{text.mark}{text.text}")


def inferred(
    records: Sequence[PrintedRecord], is_formula: Callable[[str], bool]
) -> Iterator[Doubted]:
    """Headings, formulas and words after a list that the document does not declare as such.

    Args:
        records: the records read.
        is_formula: recognizes an enacting formula by its words.
    """
    for record in records:
        first = first_without_formula(record)
        for text in dict.fromkeys([*filter(None, [first]), *_ended_in_preamble(record)]):
            yield Doubted(Doubt.PREAMBLE, text.line, text.text)
    for text in (text for record in records for text in record.texts):
        if HEADING_STEP in text.steps:
            yield Doubted(Doubt.HEADING, text.line, text.text)
        elif CLOSING_STEP in text.steps:
            yield Doubted(Doubt.PLACE, text.line, text.text)
        elif text.steps == FORMULA and not _is_formula(text.text, is_formula):
            yield Doubted(Doubt.FORMULA, text.line, text.text)


def doubtful_parts(records: Iterable[PrintedRecord]) -> Iterator[Doubted]:
    """The records that are parts of a resolution."""
    for record in records:
        if part_of(record.number):
            yield Doubted(Doubt.PART, record.line, record.number)


def _ended_in_preamble(record: PrintedRecord) -> Iterator[PrintedText]:
    """The preambular paragraphs with an end that is usual only before a list, but no list."""
    above = {text.steps[:-1] for text in record.texts}
    for text in record.texts:
        is_paragraph = text.steps[0] == PREAMBULAR_STEP and len(text.steps) == 2  # noqa: PLR2004
        ended = without_note_marks(text.text).rstrip("* ").endswith(_IN_PREAMBLE)
        if is_paragraph and text.steps not in above and not ended:
            yield text


def _is_formula(text: str, is_formula: Callable[[str], bool]) -> bool:
    """Whether a text is not a sentence, continues, and has the words of an enacting formula."""
    words = without_note_marks(text).rstrip("* ")
    return words.endswith(_GOES_ON) and is_formula(words)


def first_without_formula(record: PrintedRecord) -> PrintedText | None:
    """The first paragraph of a preamble that begins without an enacting formula."""
    steps = [text.steps for text in record.texts]
    first = (PREAMBULAR_STEP, "1")
    return record.texts[steps.index(first)] if first in steps and FORMULA not in steps else None


def _is_doubtful(text: PrintedText, hand: Hand) -> bool:
    words = without_note_marks(text.text)
    in_preamble = text.steps[0] == PREAMBULAR_STEP
    small = in_preamble and len(text.steps) == 2 and words[:1].islower()  # noqa: PLR2004
    ended = ends(Block(Kind.PLAIN, "", words), hand, commas=True)
    return (small and not hand.small_preamble) or not ended or bool(_OPENS_WITHIN.search(words))
