"""Numbers of paragraphs typed in an unusual form, read if they continue the sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from unicodedata import normalize

from compendium.documents.blocks import Flow, Hand, Kind
from compendium.documents.doubted import Doubt
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_alone, mark_of
from compendium.documents.numbered_parts import next_line, numbered_parts
from compendium.documents.original import Line, Original, Style

_STOP = re.compile(r"(\d{1,3})(?:,\s+|[，、]\s*|\.(?=[^\W\d_])|\s?[-–—:;]\s+)(?=\S)")  # noqa: RUF001
_LIKE_ONE = re.compile(r"(l)\.\s+(?=\S)")
_BRACKETS = re.compile(r"(?:[(（](\d{1,3})[)）]|(\d{1,3})[)）]|([①-⑳]))\s*(?=\S)")  # noqa: RUF001
_BARE = re.compile(r"(\d{1,3})\s+(?=[^\W\d_])")
_ALONE = re.compile(r"[(（]?(\d{1,3})\s?[.)）,–-]")  # noqa: RUF001
_FIGURES_ALONE = re.compile(r"(\d{1,3})")
_AFTER_END = ";؛；"  # noqa: RUF001 - the end of a paragraph that is not the last


class Form(Enum):
    """How the number of a paragraph is typed."""

    USUAL = auto()
    STOP = auto()  # 2, Rests; 2.Rests; 2 - Rests
    BRACKETS = auto()  # (2), 2), ②
    BARE = auto()  # 2 Rests
    ALONE = auto()  # in a separate line


_BY_PLACE = frozenset({Form.BRACKETS, Form.BARE})  # forms that are numbers only between others


@dataclass(frozen=True, slots=True)
class Typed:
    """A number before a text: its line from zero, its form, its value, and the text after it."""

    place: int
    form: Form
    says: int
    rest: str


def with_usual_numbers(original: Original, hand: Hand, headings: Headings) -> Original:
    """A document with the numbers of its paragraphs in the usual form of its language.

    A number in another form is read if it continues the sequence, which is reported. The same
    applies to a number in a separate line.

    Args:
        original: the document, made tidy.
        hand: how it is written.
        headings: recognizes its headings.
    """
    lines = list(_with_marks(original.lines, hand))
    shown = original.shown
    for part in numbered_parts(lines, headings):
        numbers = list(_numbers(lines, part, original.flow, hand))
        for typed, counts_on in _counted(numbers):
            line = lines[typed.place]
            if not counts_on:
                lines[typed.place] = line.in_doubt(Doubt.DIVISION)
                continue
            text = f"{typed.says}. {typed.rest}"
            shown = _exchanged(shown, line.text, text)
            made = f"{typed.says}. " if line.made and line.text.startswith(line.made) else line.made
            lines[typed.place] = replace(line.in_doubt(Doubt.PLACE), text=text, made=made)
            if typed.form is Form.ALONE:
                lines[next_line(lines, typed.place)] = replace(
                    line, text="", made="", doubts=((Doubt.PLACE, line.text),)
                )
    return replace(original, lines=tuple(lines), shown=shown)


def _exchanged(shown: str, printed: str, usual: str) -> str:
    """The text that a file shows, with an unusual number in its usual form."""
    if not (_LIKE_ONE.match(printed) or "①" <= printed[:1] <= "⑳"):
        return shown
    return shown.replace(printed, usual, 1)


def _with_marks(lines: Sequence[Line], hand: Hand) -> Iterator[Line]:
    """Lines in which no letter or item is in a separate line before its text."""
    before: Line | None = None
    for line in lines:
        if before is None:
            if mark_alone(line.text, hand)[0] in {Kind.LETTER, Kind.ITEM} and line.text.strip():
                before = line
            else:
                yield line
        elif not line.text.strip():
            yield line
        elif mark_of(line.text, hand)[0] is Kind.PLAIN and line.style is Style.TEXT:
            joined = f"{before.text.strip()} {line.text}"
            doubts = (*before.doubts, *line.doubts)
            yield replace(before, text=joined, doubts=doubts)
            before = None
        else:
            yield before
            yield line
            before = None
    if before is not None:
        yield before


def _numbers(lines: Sequence[Line], part: range, flow: Flow, hand: Hand) -> Iterator[Typed]:
    """The numbers before texts, in order."""
    for place in part:
        line = lines[place]
        kind, says = mark_of(line.text, hand)
        if kind is Kind.NUMBER:
            yield Typed(place, Form.USUAL, int(says), "")
        elif line.style is Style.TEXT and kind is Kind.PLAIN:
            following = next_line(lines, place)
            after = lines[following].text if following in part else ""
            plain = bool(after) and mark_of(after, hand)[0] is Kind.PLAIN
            if typed := _typed(place, line.text, after if plain else "", flow):
                yield typed


def _typed(place: int, text: str, after: str, flow: Flow) -> Typed | None:
    """The number that a text begins with in an unusual form; `after` is the text after it."""
    alone = _ALONE.fullmatch(text) or (
        _FIGURES_ALONE.fullmatch(text) if flow is not Flow.BROKEN else None
    )
    if alone:
        return Typed(place, Form.ALONE, int(alone[1]), after) if after else None
    if _LIKE_ONE.match(text):
        return Typed(place, Form.STOP, 1, _LIKE_ONE.sub("", text, count=1))
    patterns = {Form.STOP: _STOP, Form.BRACKETS: _BRACKETS, Form.BARE: _BARE}
    for form, pattern in patterns.items():
        if match := pattern.match(text):
            figures = next(filter(None, match.groups()))
            return Typed(place, form, int(normalize("NFKC", figures)), text[match.end() :])
    return None


def _counted(numbers: Sequence[Typed]) -> Iterator[tuple[Typed, bool]]:
    """The unusual numbers that come next in sequence, and whether they are certainly numbers.

    Numbers are certain if they continue from the usual number before them to the one after them.
    Numbers in brackets are also certain if there are no others, and so are numbers with another
    stop after the last.
    """
    after = _usual_after(numbers)
    last = place = 0
    while place < len(numbers):
        number = numbers[place]
        if number.form is Form.USUAL or number.says != last + 1:
            last = number.says if number.form is Form.USUAL else last
            place += 1
            continue
        end = place + 1
        while end < len(numbers) and _goes_on(numbers[end - 1], numbers[end]):
            end += 1
        run = numbers[place:end]
        sure = _is_sure(run, last, after[end - 1])
        if sure or not any(typed.form in _BY_PLACE for typed in run):
            yield from ((typed, sure) for typed in run)
        last, place = (run[-1].says if sure else last), end


def _usual_after(numbers: Sequence[Typed]) -> list[int]:
    """The value of the next usual number after each; zero if there is none."""
    after = [0]
    for number in reversed(numbers[1:]):
        after.append(number.says if number.form is Form.USUAL else after[-1])
    return after[::-1]


def _is_sure(run: Sequence[Typed], last: int, following: int) -> bool:
    """Whether unusual numbers in sequence are certain, given the usual number after them."""
    if following:
        return following == run[-1].says + 1
    forms = {typed.form for typed in run}
    alone = last == 0 and len(run) > 1 and Form.BARE not in forms
    return alone or not forms & _BY_PLACE


def _goes_on(before: Typed, after: Typed) -> bool:
    return after.form is not Form.USUAL and after.says == before.says + 1
