"""Aligns the texts of a document with a record, by the official numbers and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from compendium.documents.original import Original
from compendium.documents.printed import STRAY, PrintedText
from compendium.findings import Finding
from compendium.importing.annex_alignment import differing_annexes
from compendium.importing.gaps import beside_gaps
from compendium.importing.not_taken import NotTaken
from compendium.importing.record_likeness import unlike, unlike_notes
from compendium.importing.repeated_texts import repeated
from compendium.importing.slots import Slot
from compendium.importing.text_comparison import TextComparison
from compendium.model.markup import renumbered, without_emphasis
from compendium.model.record_texts import FORMULA, TITLE, Steps
from compendium.model.units import HEADING_STEP, PREAMBULAR_STEP, unit_steps

Within = Callable[[str], Collection[str]]
_MOST_ALIKE = 4  # words of a name that are alike in two languages
_SENTENCE = 2  # words in a sentence: no two languages have so many alike


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text with the key of its place, and the text of the record."""

    key: str
    text: str
    ours: str = ""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The texts that were aligned, and a finding for each text that was not.

    The findings are I009 to I012, I014, I038, I041 to I043 and I048 to I050.
    """

    texts: tuple[Aligned, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The content of a document for a record.

    Attributes:
        texts: in their order.
        original: the document, for messages.
        within: the meanings of the marks within a text.
        doubtful: the numbers of lines whose texts are in doubt.
        comparison: compares its texts with those of the record.
    """

    texts: Sequence[PrintedText]
    original: Original
    within: Within
    doubtful: Collection[int] = ()
    comparison: TextComparison | None = None


def align(slots: Mapping[Steps, Slot], said: Said, key: str) -> Alignment:
    """Give every text the place with its number; a text with no place or two becomes a finding.

    Preambular paragraphs have no printed number: they are aligned by count, and only if both sides
    have the same number of them; otherwise title and formula are in doubt, too. An annex is aligned
    line by line, and only if both sides have the same lines. A text is not taken if it contains the
    mark of a text that is missing after it, if it is beside a text that only one side has, or if it
    is in doubt itself.

    Args:
        slots: the texts of the record, by steps.
        said: the content of the document for the record.
        key: the key of the record, for messages.
    """
    return _Aligning(slots, said, key).alignment()


class _Aligning:
    def __init__(self, slots: Mapping[Steps, Slot], said: Said, key: str) -> None:
        self._slots, self._said, self._key = slots, said, key
        self._times = Counter(text.steps for text in said.texts)
        self._lines = {text.steps: text.line for text in said.texts}
        self._counts = _preambular([text.steps for text in said.texts]), _preambular([*slots])
        self._findings: list[Finding] = []
        self._aligned: dict[Steps, list[Aligned]] = {}
        self._told: list[tuple[Steps, Finding]] = []  # about texts that are taken
        self._placed: set[Steps] = set()
        self._homeless: set[Steps] = set()
        self._not_taken = NotTaken(said.original)
        self._annexes = differing_annexes(slots, said.texts)

    def alignment(self) -> Alignment:
        if self._is_unsure:
            self._findings.append(self._preamble())
        for above, different in self._annexes.items():
            self._findings.append(self._not_taken.annex(self._key, above, different))
        for text in self._said.texts:
            if not self._is_left(text.steps):
                self._take(text)
        missing = [
            steps for steps in self._slots if steps not in self._placed and not self._is_left(steps)
        ]
        gone = {
            **dict(self._faulty()),
            **dict(self._unlike()),
            **dict(self._beside(missing)),
            **dict(self._glued(missing)),
        }
        notes = dict(self._faulty_notes())
        self._findings += [*gone.values(), *notes.values()]
        self._findings += [finding for steps, finding in self._told if steps not in gone]
        self._findings += [self._not_taken.missing(self._slots[steps]) for steps in missing]
        taken = (texts for steps, texts in self._aligned.items() if steps not in gone)
        own = (text for texts in taken for text in texts if text.key not in notes)
        return Alignment(tuple(own), tuple(self._findings))

    @property
    def _is_unsure(self) -> bool:
        theirs, ours = self._counts
        return theirs != ours

    def _is_left(self, steps: Steps) -> bool:
        """Whether a text belongs to a preamble or an annex that is not aligned."""
        in_preamble = self._is_unsure and steps[0] == PREAMBULAR_STEP
        return in_preamble or any(steps[: len(above)] == above for above in self._annexes)

    def _take(self, text: PrintedText) -> None:
        slot = self._slots.get(text.steps)
        if slot is None or self._times[text.steps] > 1 or text.steps == STRAY:
            self._findings.append(self._not_taken.homeless(text))
            self._homeless.add(text.steps)
            return
        texts = _with_notes(slot, text)
        if _is_source(slot, text) or self._is_foreign(slot, text):
            self._findings.append(self._not_taken.untranslated(slot, text))
        elif texts is None:
            self._findings.append(self._not_taken.notes_differ(slot, text))
        elif self._is_doubtful(text):
            self._findings.append(self._not_taken.doubtful(slot.key, text.line))
        else:
            self._aligned[text.steps] = texts
        self._placed.add(text.steps)

    def _is_foreign(self, slot: Slot, text: PrintedText) -> bool:
        """Whether a text is in the language of the record, or in another than its document."""
        comparison = self._said.comparison
        if comparison is None:
            return False
        is_copied = not _is_name(slot, text) and comparison.is_copied(slot.text, text.text)
        return is_copied or comparison.is_foreign(text.text)

    def _is_doubtful(self, text: PrintedText) -> bool:
        if self._is_unsure and text.steps in {TITLE, FORMULA}:
            return True  # a paragraph of the preamble may have been read as either
        lines = (text.line, *text.lines, *text.note_lines)
        return any(line in self._said.doubtful for line in lines)

    def _preamble(self) -> Finding:
        lines = [text.line for text in self._said.texts if text.steps[0] == PREAMBULAR_STEP]
        return self._not_taken.preamble(self._key, *self._counts, lines[0] if lines else 0)

    def _beside(self, missing: Collection[Steps]) -> Iterator[tuple[Steps, Finding]]:
        """The texts beside a text that only one side has."""
        printed = [text.steps for text in self._said.texts]
        only_one = {*missing, *self._homeless}
        for steps, gap in beside_gaps(self._slots, printed, only_one).items():
            if steps in self._aligned:
                slot = self._slots[steps]
                yield steps, self._not_taken.beside_gap(slot, self._lines[steps], gap)

    def _unlike(self) -> Iterator[tuple[Steps, Finding]]:
        """The texts whose length or numbers differ from those of the record."""
        pairs = {steps: (texts[0].ours, texts[0].text) for steps, texts in self._aligned.items()}
        copies = {
            steps: f"the document has the same text at {'.'.join(other)}, and the record another"
            for steps, other in repeated(pairs).items()
        }
        words = self._said.comparison.words(pairs) if self._said.comparison else {}
        for steps, what in {**words, **unlike(pairs), **copies}.items():
            key = self._slots[steps].key
            yield steps, self._not_taken.unlike(key, self._lines[steps], what)

    def _faulty(self) -> Iterator[tuple[Steps, Finding]]:
        """The texts that are garbled, or state other facts."""
        for steps, (text, *_) in self._aligned.items():
            if finding := self._fault(steps, text):
                yield steps, finding

    def _faulty_notes(self) -> Iterator[tuple[str, Finding]]:
        """The notes in doubt, by their keys; if one of several is in doubt, all notes of its text.

        The text itself is kept, because it is compared separately. Notes are in the order of their
        marks: one note alone has a slip, but several may be in each other's place.
        """
        pairs = {
            (*steps, note.key): (note.ours, note.text)
            for steps, (_, *notes) in self._aligned.items()
            for note in notes
        }
        comparison = self._said.comparison
        words = comparison.words_of_notes(pairs) if comparison else {}
        others = {**words, **unlike_notes(pairs)}
        sizes = {steps[-1]: what for steps, what in others.items()}
        for steps, (_, *notes) in self._aligned.items():
            line = self._lines[steps]
            faults = {note.key: self._fault_of_note(steps, note, sizes) for note in notes}
            is_shifted = sum(map(bool, faults.values())) > 1
            for key, fault in faults.items():
                if fault or is_shifted:
                    yield key, fault or self._not_taken.doubtful(key, line)

    def _fault_of_note(
        self, steps: Steps, note: Aligned, sizes: Mapping[str, str]
    ) -> Finding | None:
        """The fault of a note: its language, its letters, its facts, its length."""
        comparison, line = self._said.comparison, self._lines[steps]
        if comparison and comparison.is_foreign_note(note.ours, note.text):
            return self._not_taken.foreign_note(note.key, line)
        if note.key in sizes:
            return self._not_taken.unlike(note.key, line, sizes[note.key])
        return self._fault(steps, note)

    def _fault(self, steps: Steps, text: Aligned) -> Finding | None:
        """The fault in the letters or the facts of a text or note.

        A fact that only one side states is reported, but is not a fault.
        """
        comparison, line = self._said.comparison, self._lines[steps]
        if comparison is None:
            return None
        facts = comparison.facts(text.ours, text.text)
        unfinished = comparison.unfinished(text.ours, text.text)
        if what := comparison.garbled(text.text) or unfinished:
            return self._not_taken.garbled(text.key, line, what)
        body = comparison.other_body(text.ours, text.text) if steps == FORMULA else ""
        if other := facts.other or body:
            return self._not_taken.unlike(text.key, line, other)
        if facts.only_one:
            finding = self._not_taken.fact_of_one(text.key, line, facts.only_one)
            self._told.append((steps, finding))
        return None

    def _glued(self, missing: Collection[Steps]) -> Iterator[tuple[Steps, Finding]]:
        """The texts that contain the mark of a text that is missing after them."""
        before: Steps | None = None
        for steps in self._slots:
            if steps not in missing:
                before = steps
            elif unit_steps(steps) != steps:
                continue
            elif before and before in self._aligned:
                held = self._said.within(self._aligned[before][0].text)
                beside = before[:-1] == steps[:-1]  # in a list its mark may be misprinted
                if steps[-1] in held or (beside and held):
                    slot = self._slots[before]
                    yield before, self._not_taken.holds_another(slot, self._lines[before])


def _with_notes(slot: Slot, text: PrintedText) -> list[Aligned] | None:
    """The text with the record's own numbers of notes, and its notes; None if they differ."""
    marks = slot.marks
    if len(marks) != len(text.notes) or not all(text.notes):
        return None
    # The title and formula of the record have no emphasis.
    said = without_emphasis(text.text) if text.steps in {TITLE, FORMULA} else text.text
    written = renumbered(said, marks)
    pairs = zip(marks, text.notes, strict=True)
    notes = [Aligned(slot.note_key(n), note, slot.notes[n]) for n, note in pairs if n in slot.notes]
    return [Aligned(slot.key, written, slot.text), *notes]


def _preambular(steps: Sequence[Steps]) -> int:
    return sum(step[0] == PREAMBULAR_STEP and len(step) == 2 for step in steps)  # noqa: PLR2004


def _is_source(slot: Slot, text: PrintedText) -> bool:
    """Whether a text is that of the record itself; names and symbols are the same everywhere."""
    words = re.findall(r"[^\W\d_]{2,}", slot.text)
    if len(text.steps) == 1 and text.steps[0].isdigit():
        least = 1
    else:
        least = _MOST_ALIKE if _is_name(slot, text) else _SENTENCE
    return text.text == slot.text and len(words) >= least


def _is_name(slot: Slot, text: PrintedText) -> bool:
    return slot.heading or text.steps == TITLE or HEADING_STEP in text.steps
