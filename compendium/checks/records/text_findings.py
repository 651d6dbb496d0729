"""Runs the checks of texts over every text of the sources, and finds the line of each fault."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Flag, auto
from itertools import accumulate

from pydantic import BaseModel

from compendium.checks.records.lookalike_letters import letter_check
from compendium.checks.records.pairs import BRACKETS, EMPHASIS, QUOTES
from compendium.checks.records.sentences import STARTS, ending_check
from compendium.checks.records.spacing import DOUBLE_SPACES, DOUBLE_STOPS, SPACES_BEFORE
from compendium.checks.records.stray_characters import INVISIBLE, STRAIGHT_QUOTES, STRAY_MARKS
from compendium.checks.records.text_check import TextCheck
from compendium.checks.sound_texts import SoundTexts
from compendium.findings import Finding, Place
from compendium.languages.language import Language, known_languages, load_language
from compendium.model.bodies import Bodies
from compendium.model.editions import Edition
from compendium.model.record_texts import RecordText, Role
from compendium.model.topics import Topics
from compendium.model.units import Level
from compendium.model.value import Way
from compendium.reading import Reading
from compendium.reading.places import located_texts
from compendium.reading.source_file import AnyFile

_WORD = re.compile(r"\S+")


class Kind(Flag):
    """The kind of a text, which decides what is checked."""

    ANY = auto()
    PASSAGE = auto()  # an adopted text: it ends with a mark of punctuation
    PARAGRAPH = auto()  # a numbered text: it starts with a capital


CHECKS: Mapping[Kind, Sequence[TextCheck]] = {
    Kind.ANY: (
        EMPHASIS,
        QUOTES,
        BRACKETS,
        DOUBLE_SPACES,
        SPACES_BEFORE,
        DOUBLE_STOPS,
        STRAY_MARKS,
        INVISIBLE,
        STRAIGHT_QUOTES,
    ),
    Kind.PARAGRAPH: (STARTS,),
}
# What depends on the language of the records.
OF_LANGUAGE: Mapping[Kind, Callable[[Language], TextCheck]] = {
    Kind.ANY: letter_check,
    Kind.PASSAGE: ending_check,
}
_NUMBERED = frozenset({Level.PARAGRAPH, Level.PREAMBULAR})


def check_texts(reading: Reading) -> Iterator[Finding]:
    """T001 to T011, T013: every text of records, notes, topics and editions."""
    languages = list(_language(reading))
    sound = SoundTexts("records", *(language.model_dump_json() for language in languages))
    of_language = [
        (kind, (check(language),)) for language in languages for kind, check in OF_LANGUAGE.items()
    ]
    for file, way, text, kind in _texts(reading):
        if sound.knows(str(kind.value), text):
            continue
        findings = [
            finding
            for asked, checks in (*of_language, *CHECKS.items())
            if asked in kind
            for check in checks
            for finding in _findings(file, way, text, check)
        ]
        if not findings:
            sound.add(str(kind.value), text)
        yield from findings
    sound.save()


def _language(reading: Reading) -> Iterator[Language]:
    """The language of the records, if the file of bodies says which it is."""
    for file in reading.of(Bodies):
        if file.value.language in known_languages():
            yield load_language(file.value.language)


def _findings(file: AnyFile, way: Way, text: str, check: TextCheck) -> Iterator[Finding]:
    faults = list(check.faults(text))
    lines = _lines(file, way, text, [fault.start for fault in faults]) if faults else []
    for fault, line in zip(faults, lines, strict=True):
        place = Place(file.nodes.file, line)
        message = f"{fault.message}: {_excerpt(text, fault.start)}"
        yield Finding(place, fault.code, message, fault.remedy, fault.severity)


def _texts(reading: Reading) -> Iterator[tuple[AnyFile, Way, str, Kind]]:
    for file in reading.gatherings:
        for text, way in located_texts(file):
            yield file, way, text.text, _kind(text)
            for mark, note in text.notes.items():
                yield file, (*way[:-1], "notes", str(mark)), note, Kind.ANY
    frames: tuple[AnyFile, ...] = (
        *reading.of(Edition),
        *reading.of(Topics),
        *reading.of(Bodies),
    )
    for frame in frames:
        for way, words in texts_below(frame.value):
            yield frame, way, words, Kind.ANY


def _kind(text: RecordText) -> Kind:
    if text.role is not Role.PASSAGE or text.unit is None:
        return Kind.ANY
    numbered = Kind.PARAGRAPH if text.unit.level in _NUMBERED else Kind.ANY
    return Kind.ANY | Kind.PASSAGE | numbered


def texts_below(value: object, way: Way = ()) -> Iterator[tuple[Way, str]]:
    """Every text below a value that is written in its file."""
    match value:
        case str():
            yield way, value
        case BaseModel():
            for name in type(value).model_fields:
                if name in value.model_fields_set:
                    yield from texts_below(getattr(value, name), (*way, name))
        case dict():
            for name, child in value.items():
                yield from texts_below(child, (*way, str(name)))
        case tuple():
            for number, child in enumerate(value):
                yield from texts_below(child, (*way, str(number)))


def _lines(file: AnyFile, way: Way, text: str, starts: list[int]) -> list[int]:
    """The lines of the file on which places of a text are, found by counting words."""
    typed = list(file.typed(*way))
    if len(typed) > 1 and typed[0][1].rstrip().endswith((">", ">-", "|", "|-")):
        typed = typed[1:]  # the line of the key holds no word of the text
    begun = [word.start() for word in _WORD.finditer(text)]
    ended = list(accumulate(len(line.split()) for _, line in typed))
    numbers = [*(number for number, _ in typed), file.place(*way).line]
    return [numbers[bisect_left(ended, bisect_right(begun, start))] for start in starts]


def _excerpt(text: str, start: int, reach: int = 18) -> str:
    """A few words around a place in a text."""
    first, last = max(0, start - reach), min(len(text), start + reach)
    before = "…" if first else ""
    after = "…" if last < len(text) else ""
    return f"{before}{text[first:last].strip()}{after}"
