"""What an edition must print, piece by piece, from its records and its index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from compendium.composing.index import COLUMNS
from compendium.indexing.entries import Entry, ThematicIndex
from compendium.indexing.locators import LocatorRun, write_run
from compendium.languages.forms import (
    count_through,
    join,
    mark,
    part_letter,
    record_name,
    section_heading,
)
from compendium.languages.language import Language
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition, Part
from compendium.model.gatherings import Meeting, Session
from compendium.model.markup import without_marks
from compendium.model.units import record_key, units_of

# A document symbol, loosely: capitals, parts between strokes, a number at the end.
_SYMBOL = re.compile(r"\b[A-Z]+/[A-Za-z0-9./-]*[0-9]")
_CALL = re.compile(r"\[\^([0-9]+)\]")


@dataclass(frozen=True)
class Piece:
    """A stretch of expected text: what kind it is, its key, its words."""

    kind: str
    key: str
    text: str


@dataclass
class Expected:
    """The texts of an edition, in order."""

    corpus: Corpus
    edition: Edition
    index: ThematicIndex
    language: Language
    notes: list[str] = field(default_factory=list)

    def introduction(self) -> list[Piece]:
        """The introduction."""
        return [
            Piece("heading", "introduction", self.edition.introduction_heading),
            *(
                Piece("text", "introduction", self._fill(text))
                for text in self.edition.introduction
            ),
        ]

    def parts(self) -> list[Piece]:
        """The body: its opening, then part after part. Notes are counted on the way."""
        self.notes.clear()
        pieces = [Piece("heading", "compendium", self.edition.body_heading)]
        pieces += [
            Piece("text", "compendium", self._fill(text)) for text in self.edition.body_introduction
        ]
        for part in self.edition.parts:
            pieces += self._part(part)
        return pieces

    def heading(self, part: Part) -> str:
        """The heading of a part."""
        return self.language.part_heading.format(
            letter=part_letter(part.letter, self.language), heading=self._fill(part.heading)
        )

    def _fill(self, text: str) -> str:
        counts = {
            part.body: count_through(self.corpus.gatherings(part.body)[-1], self.language)
            for part in self.edition.parts
        }
        return text.format(**counts)

    def _part(self, part: Part) -> Iterator[Piece]:
        yield Piece("heading", f"part.{part.letter.lower()}", self.heading(part))
        if part.remark:
            yield Piece("remark", f"part.{part.letter.lower()}", part.remark)
        for gathering in self.corpus.gatherings(part.body):
            yield Piece("heading", gathering.key, section_heading(gathering, self.language))
            if isinstance(gathering, Session):
                yield from self._records(gathering)
            else:
                if gathering.remark:
                    yield Piece("remark", gathering.key, gathering.remark)
                yield from self._units(gathering, None)

    def _records(self, session: Session) -> Iterator[Piece]:
        for record in session.records:
            key = record_key(session, record)
            title = f"{record_name(record, self.language)} {record.title}"
            yield Piece("heading", f"{key}.title", title)
            if record.formula is not None:
                yield Piece("formula", f"{key}.formula", self._called(record.formula, record.notes))
            yield from self._units(session, record.number)

    def _units(self, gathering: Meeting | Session, record: str | None) -> Iterator[Piece]:
        for unit in units_of(gathering):
            if record in (None, unit.record.number if unit.record else None):
                text = self._called(unit.text, unit.passage.notes)
                yield Piece("unit", unit.key, f"{mark(unit, self.language)} {text}")

    def _called(self, text: str, notes: dict[int, str]) -> str:
        """A text without marks of emphasis, its notes counted through the book."""

        def count(call: re.Match[str]) -> str:
            self.notes.append(_plain(notes[int(call[1])]))
            return f"[^{len(self.notes)}]"

        return _CALL.sub(count, _plain(text))

    def contents(self) -> list[tuple[str, str]]:
        """The lines of the contents: heading and key, in order."""
        keys = {"introduction", "compendium", "index"}
        keys |= {gathering.key for gathering in (*self.corpus.meetings, *self.corpus.sessions)}
        pieces = [*self.introduction(), *self.parts(), *self.thematic_index()]
        return [
            (piece.text, piece.key)
            for piece in pieces
            if piece.kind == "heading" and (piece.key in keys or piece.key.startswith("part."))
        ]

    def thematic_index(self) -> list[Piece]:
        """The thematic index: topic by topic, line by line."""
        words = self.edition.index
        pieces = [Piece("heading", "index", words.heading)]
        pieces += [Piece("text", "index", text) for text in words.introduction]
        pieces += [Piece("text", "index", words.columns[column]) for column in COLUMNS]
        headings = {topic.key: topic.heading for topic in self.index.topics}
        for topic in self.index.topics:
            key = f"topic.{topic.key}"
            pieces.append(Piece("heading", key, topic.heading))
            pieces += _references(key, words.see, topic.see, headings)
            for part in topic.parts:
                label = words.part_label.format(letter=part_letter(part.letter, self.language))
                pieces.append(Piece("label", key, label))
                kind = f"entry of part {part.letter}"
                pieces += [Piece(kind, key, self.entry(entry)) for entry in part.entries]
            pieces += _references(key, words.see_also, topic.see_also, headings)
            if topic.remark:
                pieces.append(Piece("remark", key, _plain(topic.remark)))
        return pieces

    def entry(self, entry: Entry) -> str:
        """One line of the index, column after column."""
        between = self.language.references.after_preambular
        locators = between.join(
            join([write_run(run, self.language) for run in runs], self.language)
            for runs in (entry.preambular, entry.locators)
            if runs
        )
        columns = (entry.symbol, entry.record, entry.paragraphs, entry.recommendations)
        return " ".join(filter(None, (locators, *columns)))

    def targets(self) -> list[tuple[str, str]]:
        """Every link of the index inside the book, in order: its words and the key it leads to."""
        targets = []
        headings = {topic.key: topic.heading for topic in self.index.topics}
        for topic in self.index.topics:
            targets += [(headings[other], f"topic.{other}") for other in topic.see]
            for part in topic.parts:
                for entry in part.entries:
                    for run in (*entry.preambular, *entry.locators):
                        targets += _ends(run)
            targets += [(headings[other], f"topic.{other}") for other in topic.see_also]
        return targets

    def addresses(self, pattern: str) -> list[str]:
        """The official address of every document symbol in the texts, notes and entries."""
        pieces = [*self.introduction(), *self.parts(), *self.thematic_index()]
        texts = [*(piece.text for piece in pieces), *self.notes]
        return [
            pattern.format(language=self.language.code, symbol=symbol)
            for text in texts
            for symbol in _SYMBOL.findall(text)
        ]


def _references(
    key: str, label: str, others: Iterable[str], headings: Mapping[str, str]
) -> Iterator[Piece]:
    """The topics that a topic refers to, on one line."""
    if listed := "; ".join(headings[other] for other in others):
        yield Piece("reference", key, f"{label} {listed}")


def _ends(run: LocatorRun) -> Iterator[tuple[str, str]]:
    yield run.first, run.first_key
    if run.last is not None and run.last_key is not None:
        yield run.last, run.last_key


def _plain(text: str) -> str:
    return without_marks(text).replace("*", "")
