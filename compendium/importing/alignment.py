"""Aligning the text of a document with a record, by the official numbers and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from compendium.documents.comparison import opening
from compendium.documents.original import Original
from compendium.documents.printed import FORMULA, STRAY, TITLE, PrintedText
from compendium.findings import Finding
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import NOTE, without_emphasis
from compendium.model.units import PREAMBULAR_STEP, record_key, unit_steps, units_of_record
from compendium.texts.keys import note_key

Steps = tuple[str, ...]
Within = Callable[[str], Collection[str]]
_MOST_ALIKE = 4  # words of a name that two languages have alike


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the record that waits for its official text: its key, its text, its notes."""

    key: str
    text: str
    notes: tuple[int, ...]

    @property
    def marks(self) -> list[int]:
        """The numbers of the notes, in the order of their marks."""
        return [int(number) for number in NOTE.findall(self.text)]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text with the key it belongs to."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The texts that found their place, and a finding for each that did not.

    The findings are I009 to I012, I014 and I038.
    """

    texts: tuple[Aligned, ...]
    findings: tuple[Finding, ...]


def slots_of(gathering: Meeting | Session, record: Record | None) -> dict[Steps, Slot]:
    """The texts of a record by the steps that its official document prints."""
    slots: dict[Steps, Slot] = {}
    key = record_key(gathering, record)
    if record is not None:
        of_title = {int(number) for number in NOTE.findall(record.title)}
        slots[TITLE] = Slot(f"{key}.title", record.title, ())
        if record.formula is not None:
            notes = tuple(number for number in record.notes if number not in of_title)
            slots[FORMULA] = Slot(f"{key}.formula", record.formula, notes)
    for unit in units_of_record(gathering, record):
        notes = tuple(unit.passage.notes)
        slots[unit.report_steps] = Slot(unit.key, unit.text, notes)
        for about, text in unit.framed:
            key = ".".join((unit.key, *about))
            slots[(*unit.report_steps, *about)] = Slot(key, text, ())
    return slots


def align(
    slots: Mapping[Steps, Slot],
    printed: Sequence[PrintedText],
    original: Original,
    key: str,
    within: Within,
) -> Alignment:
    """Give every text the place with its number; what has none, or two, is a finding.

    Preambular paragraphs have no printed number: they are aligned by count, and only where both
    sides have as many. A text that holds the mark of one that is missing after it is not taken:
    the two were glued together.

    Args:
        slots: the texts of the record, by steps.
        printed: the texts of the document.
        original: the document, for messages.
        key: the key of the record, for messages.
        within: what the marks say that stand within a text.
    """
    findings: list[Finding] = []
    unsure = _preamble_differs(slots, printed)
    if unsure:
        findings.append(_preamble(slots, printed, original, key))
    times = Counter(text.steps for text in printed)
    aligned: dict[Steps, list[Aligned]] = {}
    placed: set[Steps] = set()
    for text in printed:
        slot = slots.get(text.steps)
        if unsure and text.steps[0] == PREAMBULAR_STEP:
            continue
        if slot is None or times[text.steps] > 1 or text.steps == STRAY:
            findings.append(_homeless(text, original))
            continue
        texts = _with_notes(slot, text)
        if _is_source(slot, text):
            findings.append(_untranslated(slot, text, original))
        elif texts is None:
            findings.append(_notes_differ(slot, text, original))
        else:
            aligned[text.steps] = texts
        placed.add(text.steps)
    missing = [
        steps
        for steps in slots
        if steps not in placed and not (unsure and steps[0] == PREAMBULAR_STEP)
    ]
    glued = _glued(slots, missing, aligned, within)
    lines = {text.steps: text.line for text in printed}
    findings += [_holds_another(slots[steps], lines[steps], original) for steps in glued]
    findings += [_missing(slots[steps], original) for steps in missing]
    taken = (texts for steps, texts in aligned.items() if steps not in glued)
    return Alignment(tuple(text for texts in taken for text in texts), tuple(findings))


def _glued(
    slots: Mapping[Steps, Slot],
    missing: Collection[Steps],
    aligned: Mapping[Steps, Sequence[Aligned]],
    within: Within,
) -> list[Steps]:
    """The texts that hold the mark of a text that is missing after them."""
    glued: dict[Steps, None] = {}
    before: Steps | None = None
    for steps in slots:
        if steps not in missing:
            before = steps
        elif unit_steps(steps) != steps:
            continue
        elif before and before in aligned:
            held = within(aligned[before][0].text)
            beside = before[:-1] == steps[:-1]  # in a list its mark may be misprinted
            if steps[-1] in held or (beside and held):
                glued[before] = None
    return list(glued)


def _with_notes(slot: Slot, text: PrintedText) -> list[Aligned] | None:
    """The text with the record's own numbers of notes, and its notes; None if they differ."""
    marks = slot.marks
    if len(marks) != len(text.notes) or not all(text.notes):
        return None
    own = iter(marks)
    # The record's own title and formula have no emphasis.
    said = without_emphasis(text.text) if text.steps in {TITLE, FORMULA} else text.text
    written = NOTE.sub(lambda _: f"[^{next(own)}]", said)
    pairs = zip(marks, text.notes, strict=True)
    notes = [Aligned(note_key(slot.key, n), note) for n, note in pairs if n in slot.notes]
    return [Aligned(slot.key, written), *notes]


def _preambular(steps: Sequence[Steps]) -> int:
    return sum(step[0] == PREAMBULAR_STEP and len(step) == 2 for step in steps)  # noqa: PLR2004


def _preamble_differs(slots: Mapping[Steps, Slot], printed: Sequence[PrintedText]) -> bool:
    return _preambular([*slots]) != _preambular([text.steps for text in printed])


def _preamble(
    slots: Mapping[Steps, Slot], printed: Sequence[PrintedText], original: Original, key: str
) -> Finding:
    theirs = [text for text in printed if text.steps[0] == PREAMBULAR_STEP]
    return original.finding(
        "I011",
        theirs[0].line if theirs else 0,
        f"{key}: {_preambular([text.steps for text in theirs])} preambular paragraphs, the record "
        f"has {_preambular([*slots])}; none of them is taken",
        "find the one that is divided or lost, and translate the preamble by hand or mend the file",
        error=True,
    )


def _is_source(slot: Slot, text: PrintedText) -> bool:
    """Whether a text is that of the record itself; names and symbols are the same everywhere."""
    words = re.findall(r"[^\W\d_]{2,}", slot.text)
    return text.text == slot.text and len(words) >= _MOST_ALIKE


def _untranslated(slot: Slot, text: PrintedText, original: Original) -> Finding:
    return original.finding(
        "I038",
        text.line,
        f"{slot.key}: the text is that of the record, word for word; it is not taken",
        "see whether this paragraph of the document is in its language",
        error=True,
    )


def _homeless(text: PrintedText, original: Original) -> Finding:
    return original.finding(
        "I010",
        text.line,
        f"no one place in the record for {' '.join(text.steps)}: {opening(text.text)}",
        "compare numbers and marks with the record; nothing was taken for it",
        error=True,
    )


def _missing(slot: Slot, original: Original) -> Finding:
    return original.finding(
        "I009",
        0,
        f"{slot.key} has no text in the document: {opening(slot.text)}",
        "compare the document with the record; the text is left as it was",
        error=True,
    )


def _holds_another(slot: Slot, line: int, original: Original) -> Finding:
    return original.finding(
        "I014",
        line,
        f"{slot.key}: within the text stands the mark of one that is missing; it is not taken",
        "see where the next paragraph begins in the document, and take the texts by hand",
        error=True,
    )


def _notes_differ(slot: Slot, text: PrintedText, original: Original) -> Finding:
    return original.finding(
        "I012",
        text.line,
        f"{slot.key}: {len([note for note in text.notes if note])} notes, the record has "
        f"{len(slot.marks)}; the text is not taken",
        "compare the notes with the record, and take the text by hand",
        error=True,
    )
