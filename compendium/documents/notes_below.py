"""Notes after all texts, with marks that are not raised: [1] as on typed pages, or a bare 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compendium.documents.original import Line, raised

_END = r"(?=[\s.,;:!?)”»，。；]|$)"  # noqa: RUF001 - of the mark of a note
_STOPS = (".", "!", "?", "。", "؟")
_AFTER_WORD = r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?”»)]))"
# A word or its stop directly followed by a figure, as when a raised figure lost its form.
_GLUED = re.compile(
    rf"(?:(?<=\s)|^)[(“«]?[^\W\d_]*(?:[^\W\d_]{{2}}[.,;:!?]|[a-zà-öø-ÿа-яё]{{3}})\d{{1,3}}{_END}"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How notes begin, and how a text calls one; `once` means that only the order shows a call."""

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


def with_raised_notes(lines: Sequence[Line], *, broken: bool = False) -> tuple[Line, ...]:
    """Lines with raised notes, if consecutive lines are the notes.

    They are notes if each of these lines begins with the next number from one, and the lines before
    call every number. After notes in brackets, only lines with figures may follow, such as a date.
    Bare numbers are called once and in order.

    Args:
        lines: the lines of the document.
        broken: whether a paragraph may have several lines. Then a note in brackets below an empty
            line goes on in those directly below it, as long as they do not end with a stop.

    >>> lines = [Line("Lamps.[1]", 1), Line("Wicks [2] too.", 2), Line("[1] A.", 3)]
    >>> [line.text for line in with_raised_notes([*lines, Line("[2] B.", 4)])]
    ['Lamps.¹', 'Wicks² too.', '¹ A.', '² B.']
    >>> [line.text for line in with_raised_notes(lines)]
    ['Lamps.[1]', 'Wicks [2] too.', '[1] A.']
    >>> [line.text for line in with_raised_notes([Line("Lamps.1", 1), Line("1 A.", 2)])]
    ['Lamps.¹', '¹ A.']
    """
    for form in _FORMS:
        notes = list(_notes(lines, form, broken=broken and not form.once))
        if not notes:
            continue
        before = lines[: notes[0].start]
        called = [call for line in before for call in form.call.findall(line.text)]
        numbers = [str(number) for number in range(1, len(notes) + 1)]
        after = [line.text for line in lines[notes[-1].stop :] if line.text.strip()]
        at_end = all(any(map(str.isnumeric, text)) for text in after)
        in_brackets = not form.once and at_end and set(called) == set(numbers)
        if in_brackets or (form.once and called == numbers):
            return tuple(_raised(lines, notes, form))
    return tuple(lines)


def glued_figures(text: str) -> list[str]:
    """The words of a text directly followed by a figure, which may be the mark of a note.

    >>> glued_figures("lamps1 of CO2, and wicks;2 see A/78/53/Add.1")
    ['lamps1', 'wicks;2']
    """
    return [match[0] for match in _GLUED.finditer(text)]


def _notes(lines: Sequence[Line], form: _Form, *, broken: bool) -> Iterator[range]:
    """The lines of each of the last notes that begin with one, two and so on."""
    numbers = [form.note.match(line.text) for line in lines]
    ones = [place for place, match in enumerate(numbers) if match and match[1] == "1"]
    place, number = (ones[-1] if ones else len(lines)), 1
    while place < len(lines):
        match = numbers[place]
        if match is None or match[1] != str(number):
            return
        end = place + 1
        if broken and not lines[place - 1].text.strip():
            end = _end_of_note(lines, end)
        yield range(place, end)
        filled = (later for later in range(end, len(lines)) if lines[later].text.strip())
        place, number = next(filled, len(lines)), number + 1


def _raised(lines: Sequence[Line], notes: Sequence[range], form: _Form) -> Iterator[Line]:
    """The lines with the marks of notes raised, in the text before the notes and in whole notes."""
    for line in lines[: notes[0].start]:
        yield replace(line, text=form.call.sub(lambda call: raised(call[1]), line.text))
    end = notes[0].start
    for note in notes:
        yield from lines[end : note.start]
        text = " ".join(line.text.strip() for line in lines[note.start : note.stop])
        text = form.note.sub(lambda mark: f"{raised(mark[1])} ", text, count=1)
        doubts = tuple(doubt for line in lines[note.start : note.stop] for doubt in line.doubts)
        yield replace(lines[note.start], text=text, doubts=doubts)
        end = note.stop
    yield from lines[end:]


def _end_of_note(lines: Sequence[Line], end: int) -> int:
    """The end of a note that continues in the lines directly below until one ends with a stop."""
    while end < len(lines) and lines[end].text.strip():
        if lines[end - 1].text.rstrip().endswith(_STOPS):
            break
        end += 1
    return end
