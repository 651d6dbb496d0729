"""The account of a document: where each of its lines went, and whether anything was lost.

Every line with words is an adopted text, a note to one, the number of a record, or left out for a
reason from a closed list. The letters and figures of the file are those of its lines, and those of
the texts are those of the lines that they were made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from compendium.documents.original import Line, Original
from compendium.documents.printed import STRAY, PrintedText
from compendium.documents.signs import (
    count_words,
    lost_words,
    signs,
    without_note_marks,
    without_raised,
)
from compendium.documents.word_comparison import opening
from compendium.model.markup import NOTE
from compendium.model.record_texts import FORMULA, REMARK, TITLE
from compendium.model.units import PREAMBULAR_STEP, unit_steps

_WITHOUT_PARENT = frozenset({TITLE, FORMULA, REMARK, STRAY})


class Fate(StrEnum):
    """Where a line went: into an adopted text, or out of it for a reason."""

    TEXT = "text"
    NOTE = "note"
    NUMBER = "number of a record"
    HEADING = "heading"
    HEAD = "before what was adopted"
    INTRODUCTION = "introduction"
    CONTENTS = "list of contents"
    ELSEWHERE = "another section"
    CLOSING = "when and where it was adopted"
    ANNEX = "annex"
    ORNAMENT = "ornament"
    PAGE = "edge of a page"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line by its number from one, where it went, and the text that it belongs to, if any."""

    line: int
    fate: Fate
    text: PrintedText | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An error in the account: the number of the line, zero for the document, and what is wrong."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Account:
    """Where each line went, and every error; if there is no error, nothing is lost."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    words: Mapping[Fate, int]

    @property
    def balances(self) -> bool:
        """Whether everything that the document shows is accounted for."""
        return not self.faults and Fate.NOWHERE not in self.words


def account_of(
    original: Original, records: Sequence[Sequence[PrintedText]], left: Mapping[int, Fate]
) -> Account:
    """The account of a document.

    Args:
        original: its lines.
        records: the records taken, each text with the lines that it was made of.
        left: where the other lines went.
    """
    texts = [text for record in records for text in record]
    entries = tuple(_entries(original, texts, left))
    words: Counter[Fate] = Counter()
    for entry in entries:
        words[entry.fate] += sum(map(count_words, original.lines[entry.line - 1].texts))
    words[Fate.PAGE] = sum(map(count_words, original.heads))
    faults = [*_unread(original), *_nowhere(original, entries)]
    faults += [fault for record in records for fault in _changed(original, record)]
    return Account(entries, tuple(sorted(faults, key=lambda fault: fault.line)), words)


def _entries(
    original: Original, texts: Sequence[PrintedText], left: Mapping[int, Fate]
) -> Iterator[Entry]:
    of_text = {line: text for text in texts for line in text.lines}
    of_note = {line: text for text in texts for line in text.note_lines}
    for number, line in enumerate(original.lines, start=1):
        if not signs("".join(line.texts)):
            continue
        if number in of_text:
            text = of_text[number]
            yield Entry(number, Fate.NOWHERE if text.steps == STRAY else Fate.TEXT, text)
        elif number in of_note:
            yield Entry(number, Fate.NOTE, of_note[number])
        else:
            yield Entry(number, left.get(number, Fate.NOWHERE))


def _unread(original: Original) -> Iterator[Fault]:
    """The text that the file shows and its lines lack, or the other way round."""
    if not original.shown:
        return
    shown = original.shown
    if original.own_marks:
        shown = without_raised(shown)
    lines = (_from_file(line, own_marks=original.own_marks) for line in original.lines)
    read = "\n".join([*lines, *original.heads])
    if signs(shown) - signs(read):
        lost = lost_words(shown, read)
        yield Fault(0, f"the file shows what was not read: {lost}")
    elif signs(read) - signs(shown):
        more = lost_words(read, shown)
        yield Fault(0, f"more was read than the file shows: {more}")


def _from_file(line: Line, *, own_marks: bool) -> str:
    """The part of a line that is in the file."""
    said = line.said
    text = line.text.removeprefix(line.made)
    if said is None:
        return without_raised(text) if own_marks else text
    notes = (note for n, note in enumerate(said.notes, start=1) if n not in said.again)
    return " ".join([said.mark, NOTE.sub("", text), *said.again.values(), *said.figures, *notes])


def _nowhere(original: Original, entries: Sequence[Entry]) -> Iterator[Fault]:
    for entry in entries:
        if entry.fate is Fate.NOWHERE and entry.text is None:
            text = original.lines[entry.line - 1].text
            yield Fault(entry.line, f"this went nowhere: {opening(text)}")


def _changed(original: Original, texts: Sequence[PrintedText]) -> Iterator[Fault]:
    """Texts that differ from their lines, that share a number, or whose number leads nowhere."""
    steps = Counter(text.steps for text in texts)
    for text in texts:
        if steps[text.steps] > 1 and text.steps != STRAY:
            yield Fault(text.line, f"{' '.join(text.steps)} stands {steps[text.steps]} times")
        lines = [original.lines[line - 1] for line in text.lines]
        shown = " ".join(f"{line.said.mark if line.said else ''} {line.text}" for line in lines)
        if lost := _difference(shown, f"{text.mark} {text.text}"):
            yield Fault(text.line, f"the text taken is not that of the document: {lost}")
        if not _has_parent(text, steps):
            yield Fault(text.line, f"nothing has the number above {' '.join(text.steps)}")
        said = (line.said for line in lines if line.said)
        notes = [note for facts in said for note in facts.notes]
        notes += [original.lines[line - 1].text for line in text.note_lines]
        if lost := _difference(" ".join(notes), " ".join(text.notes)):
            yield Fault(text.line, f"the notes taken are not those of the document: {lost}")


def _difference(shown: str, taken: str) -> str:
    """The words that one of two texts lacks; empty if both have the same words."""
    shown, taken = without_note_marks(shown), without_note_marks(taken)
    if shown.split() == taken.split() or signs(shown) == signs(taken):
        return ""
    return lost_words(shown, taken) or lost_words(taken, shown)


def _has_parent(text: PrintedText, steps: Collection[tuple[str, ...]]) -> bool:
    own = unit_steps(text.steps)
    above = own[:-1] if own == text.steps else own
    return text.steps in _WITHOUT_PARENT or above in {(), (PREAMBULAR_STEP,)} or above in steps
