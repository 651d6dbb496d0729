"""Notes below all texts whose marks are no raised figures: [1] as on typed pages, or a bare 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compendium.documents.original import Line, raised

_END = r"(?=[\s.,;:!?)”»，。；]|$)"  # noqa: RUF001 - of the mark of a note
_AFTER_WORD = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?”»)]))"
# A word or its stop with a figure at once, as where a raised figure lost its form.
_GLUED = re.compile(
    rf"(?:(?<=\s)|^)[(“«]?[^\W\d_]*(?:[^\W\d_]{{2}}[.,;:!?]|[a-zà-öø-ÿа-яё]{{3}})\d{{1,3}}{_END}"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How notes begin, and how a text calls one; `once` says that only the order tells a call."""

    note: re.Pattern[str]
    call: re.Pattern[str]
    once: bool


_FORMS = (
    _Form(re.compile(r"\s*\[(\d{1,3})\]\s+(?=\S)"), re.compile(r"\s?\[(\d{1,3})\]"), once=False),
    _Form(
        re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_])"),
        re.compile(rf"{_AFTER_WORD}(\d{{1,3}}){_END}"),
        once=True,
    ),
)


def with_raised_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose notes are raised, if lines that follow one another are these notes.

    They are where each of these begins with the next number from one, and the lines before call
    every number. After those in brackets come at most lines with figures, such as a day; bare ones
    are called once and in order.

    >>> lines = [Line("Lamps.[1]", 1), Line("Wicks [2] too.", 2), Line("[1] A.", 3)]
    >>> [line.text for line in with_raised_notes([*lines, Line("[2] B.", 4)])]
    ['Lamps.¹', 'Wicks² too.', '¹ A.', '² B.']
    >>> [line.text for line in with_raised_notes(lines)]
    ['Lamps.[1]', 'Wicks [2] too.', '[1] A.']
    >>> [line.text for line in with_raised_notes([Line("Lamps.1", 1), Line("1 A.", 2)])]
    ['Lamps.¹', '¹ A.']
    """
    for form in _FORMS:
        notes = list(_notes(lines, form))
        called = [
            call for line in lines[: min(notes, default=0)] for call in form.call.findall(line.text)
        ]
        numbers = [str(number) for number in range(1, len(notes) + 1)]
        after = [line.text for line in lines[max(notes, default=0) + 1 :] if line.text.strip()]
        at_end = all(any(map(str.isnumeric, text)) for text in after)
        in_brackets = not form.once and at_end and set(called) == set(numbers)
        if notes and (in_brackets or (form.once and called == numbers)):
            return tuple(_raised(lines, notes, form))
    return tuple(lines)


def glued_figures(text: str) -> list[str]:
    """The words of a text with a figure at once after them, which may be the mark of a note.

    >>> glued_figures("lamps1 of CO2, and wicks;2 see A/78/53/Add.1")
    ['lamps1', 'wicks;2']
    """
    return [match[0] for match in _GLUED.finditer(text)]


def _notes(lines: Sequence[Line], form: _Form) -> Iterator[int]:
    """The places of the last lines that begin with one, two and so on."""
    filled = [place for place, line in enumerate(lines) if line.text.strip()]
    numbers = [form.note.match(lines[place].text) for place in filled]
    ones = [count for count, match in enumerate(numbers) if match and match[1] == "1"]
    for number, count in enumerate(range(ones[-1], len(filled)) if ones else (), start=1):
        match = numbers[count]
        if match is None or match[1] != str(number):
            return
        yield filled[count]


def _raised(lines: Sequence[Line], notes: Sequence[int], form: _Form) -> Iterator[Line]:
    """The lines with the marks of notes raised, in the notes and in what stands before them."""
    own = frozenset(notes)
    for place, line in enumerate(lines):
        text = line.text
        if place in own:
            text = form.note.sub(lambda mark: f"{raised(mark[1])} ", text, count=1)
        elif place < notes[0]:
            text = form.call.sub(lambda call: raised(call[1]), text)
        yield replace(line, text=text)
