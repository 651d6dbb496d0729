"""Checks that paragraphs, letters, items and preambular paragraphs count without gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compendium.findings import Finding, Place
from compendium.model.gatherings import Meeting, Record
from compendium.model.list_letters import letter_number, letter_of
from compendium.model.passages import Item, Paragraph, Passage, PreambularParagraph, Subparagraph
from compendium.model.roman import from_roman, roman_or_figures
from compendium.model.value import Way
from compendium.reading import Reading
from compendium.reading.places import located_records
from compendium.reading.source_file import AnyFile


@dataclass(frozen=True, slots=True)
class _Series:
    """How one level counts: its code, its name, the mark of a number."""

    code: str
    name: str
    mark: Callable[[int], str]


def _letter_mark(number: int) -> str:
    return f"({letter_of(number)})"


_PARAGRAPHS = _Series("S001", "paragraph", str)
_LETTERS = _Series("S002", "subparagraph", _letter_mark)
_NUMBERS = _Series("S002", "subparagraph", lambda number: f"({number})")
_ITEMS = _Series("S003", "item", lambda number: f"({roman_or_figures(number).lower()})")
_PREAMBLE = _Series("S004", "preambular paragraph", str)


def check_numbering(reading: Reading) -> Iterator[Finding]:
    """S001 to S004: each level counts from one, one by one."""
    for file in reading.gatherings:
        if isinstance(file.value, Meeting):
            yield from _check(file, ("paragraphs",), file.value.paragraphs)
        for _, record, way in located_records(file):
            yield from _check_record(file, way, record)


def _check_record(file: AnyFile, way: Way, record: Record) -> Iterator[Finding]:
    yield from _check(file, (*way, "preamble"), record.preamble)
    yield from _check(file, (*way, "paragraphs"), record.paragraphs)
    yield from _check(file, (*way, "subparagraphs"), record.subparagraphs)


def _check(file: AnyFile, way: Way, passages: Sequence[Passage]) -> Iterator[Finding]:
    """One list of passages, and the lists below each of them."""
    earlier: list[int] = []
    for place, passage in enumerate(passages):
        series, number, below = _counted(passage)
        here = (*way, str(place))
        if number is None:
            yield _unknown_mark(file.place(*here), passage)
            number = (earlier[-1] if earlier else 0) + 1
        else:
            yield from _follows(series, earlier, number, file.place(*here))
        earlier.append(number)
        for name, children in below:
            yield from _check(file, (*here, name), children)


def _counted(
    passage: Passage,
) -> tuple[_Series, int | None, tuple[tuple[str, Sequence[Passage]], ...]]:
    match passage:
        case Paragraph(number=number, subparagraphs=subparagraphs):
            return _PARAGRAPHS, number, (("subparagraphs", subparagraphs),)
        case Subparagraph(letter=letter, items=items) if letter.isdigit():
            return _NUMBERS, int(letter), (("items", items),)
        case Subparagraph(letter=letter, items=items):
            return _LETTERS, letter_number(letter), (("items", items),)
        case Item(item=mark):
            return _ITEMS, from_roman(mark), ()
        case PreambularParagraph(number=number, subparagraphs=subparagraphs):
            return _PREAMBLE, number, (("subparagraphs", subparagraphs),)
        case _:
            raise TypeError(f"nothing counts {type(passage).__name__}")


def _follows(
    series: _Series, earlier: Sequence[int], number: int, place: Place
) -> Iterator[Finding]:
    expected = (earlier[-1] if earlier else 0) + 1
    if number == expected:
        return
    name, mark = series.name, series.mark(number)
    if number in earlier:
        message = f"{name} {mark} occurs twice"
    elif number > expected:
        message = f"{name} {mark} is where {series.mark(expected)} is expected"
    else:
        message = f"{name} {mark} follows {series.mark(earlier[-1])}"
    yield Finding(place, series.code, message, f"count {name}s one by one from {series.mark(1)}")


def _unknown_mark(place: Place, passage: Passage) -> Finding:
    assert isinstance(passage, Subparagraph)  # all other levels have numbers
    return Finding(
        place,
        _LETTERS.code,
        f"({passage.letter}) is not a letter of a subparagraph",
        "write a to z, then aa, bb and so on",
    )
