"""Pages from right to left: puts letters, placed as they are seen, into the order of reading.

On such a page the words are mirrored, so that the first comes at the left, as on other pages. The
characters of a line are put into the order of reading by the rules of Unicode for two directions
(https://www.unicode.org/reports/tr9/): numbers and words in Latin letters run from left to right
within the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from itertools import takewhile
from math import inf
from typing import Any
from unicodedata import bidirectional, category

_SAMPLE = 20  # a page with fewer letters does not show its direction
_LONG = 20  # figures of two numbers
_NOTES = 10  # times as many Latin letters as Arabic ones, on a page after such pages
_BESIDE = 0.4  # of the size: a mark is never farther from its letter
_ALEFS = "اأإآٱ"
_LAM = "ل"
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "{": "}", "}": "{"}
_STOPS = frozenset({"-", "–", "."})  # after the number of a paragraph
_OPENING = "([«{"

Char = dict[str, Any]


class _Run(Enum):
    """The role of a character in the direction of a line."""

    RIGHT = auto()
    LATIN = auto()
    NUMBER = auto()
    BETWEEN = auto()  # between the figures of one number: 12/7, 3.5
    HYPHEN = auto()  # perhaps between two numbers of a range
    NEUTRAL = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """A character of a line, or several in one glyph, and whether it is emphasis."""

    text: str
    strong: bool

    @property
    def run(self) -> _Run:
        """Its role in the direction of the line."""
        kinds = {bidirectional(letter) for letter in self.text} - {"NSM"}
        if kinds & {"R", "AL"}:
            return _Run.RIGHT
        if "L" in kinds:
            return _Run.LATIN
        if kinds & {"EN", "AN"}:
            return _Run.NUMBER
        if self.text in {"-", "–"}:
            return _Run.HYPHEN
        return _Run.BETWEEN if kinds == {"CS"} else _Run.NEUTRAL


def is_right_to_left(chars: Iterable[Char], *, before: bool) -> bool:
    """Whether most letters of a page run so; with few letters, the direction of the pages before.

    A page of notes after such pages may have more Latin letters than other pages.
    """
    kinds = Counter(bidirectional(letter) for char in chars for letter in char["text"])
    right, left = kinds["R"] + kinds["AL"], kinds["L"]
    if right + left < _SAMPLE:
        return before
    return right * (_NOTES if before else 1) > left


def settled(chars: Sequence[Char]) -> list[Char]:
    """The letters of a page with their marks above and below, and ligatures in order.

    A mark is set over its letter, but is a separate glyph, whose place in the line may be anywhere
    in the word. Some files name the two letters of a ligature in the order in which they are seen.
    """
    kept: list[Char] = []
    waiting: list[Char] = []
    for char in chars:
        if char["text"] and all(map(_is_mark, char["text"])):
            waiting.append(char)
            continue
        kept.append(_in_order(char))
        _set_marks(waiting, kept)
        waiting = []
    _set_marks(waiting, kept)
    return kept


def _in_order(char: Char) -> Char:
    """A glyph with its two letters in the order of reading."""
    text = char["text"]
    is_ligature = len(text) == 2 and text[0] in _ALEFS and text[1] == _LAM  # noqa: PLR2004
    return char | {"text": text[::-1] if is_ligature else text}


def _set_marks(marks: Sequence[Char], kept: Sequence[Char]) -> None:
    """Attach each mark to the letter after or before it, by direction; to the nearer if one is.

    In a file that writes letters as they are seen, the marks come before their letter.
    """
    for mark in marks:
        beside = [char for char in kept[-2:] if _distance(char, mark) < _BESIDE * char["size"]]
        if not beside:
            nearest = min(kept, key=partial(_distance, mark=mark), default=mark)
            nearest["text"] += "" if nearest is mark else mark["text"]
            continue
        seen = len(kept) > 1 and kept[-1]["x0"] > kept[-2]["x0"]
        beside[-1 if seen else 0]["text"] += mark["text"]


def mirrored(word: Char, width: float) -> Char:
    """A word at the position that it would have on a page from left to right."""
    return word | {"x0": width - word["x1"], "x1": width - word["x0"]}


def in_order(signs: Sequence[Sign], *, swapped: bool) -> Iterator[Sign]:
    """The characters of a line in the order of reading.

    Args:
        signs: the characters as seen, from left to right.
        swapped: whether brackets are named by their shape, so that an opening one must be turned.
    """
    for run in reversed(list(_runs(signs))):
        brackets = [sign.text for sign in run if sign.text in _BRACKETS]
        if len(run) == 1:
            turned = swapped and bool(brackets)
        else:  # a glyph has one name, which may be that of the bracket it is elsewhere
            turned = bool(brackets) and brackets[0] not in _OPENING
        for sign in run:
            yield replace(sign, text=_BRACKETS.get(sign.text, sign.text)) if turned else sign


def brackets_are_seen(lines: Iterable[Sequence[Sign]], *, before: bool) -> bool:
    """Whether brackets are named by their shape: read from right to left, closing ones come first.

    If a page does not show it, the pages before decide.
    """
    balance = 0
    for line in lines:
        text = "".join(sign.text for sign in in_order(line, swapped=False))
        first = next((letter for letter in text if letter in _BRACKETS), "")
        balance += 1 if first and first not in _OPENING else -1 if first else 0
    return balance > 0 or (before and balance == 0)


def _runs(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """The runs from left to right: a number, words in Latin letters, any other character.

    The mark of a note is read after the text that it touches, on either side of it.
    """
    place = 0
    while place < len(signs):
        end = place + 1
        kind = signs[place].run
        if kind in {_Run.LATIN, _Run.NUMBER} and not _is_raised(signs[place]):
            end = _end_of_run(signs, place)
        yield list(signs[place:end])
        place = end


def _end_of_run(signs: Sequence[Sign], start: int) -> int:
    """Where a run from left to right ends: after its last letter or figure."""
    latin, end = signs[start].run is _Run.LATIN, start + 1
    for place in range(start + 1, len(signs)):
        kind, waiting = signs[place].run, signs[end:place]
        if kind is _Run.RIGHT:
            break
        if kind is _Run.LATIN and (latin or not waiting):
            latin, end = True, place + 1
        elif kind is _Run.NUMBER:
            inside = _joins(signs, start, end, place)
            if not (latin or inside or not waiting) or _opens(signs, end, place):
                break
            end = place + 1
        elif kind is _Run.LATIN:
            break
    return _with_brackets(signs, start, end)


def _joins(signs: Sequence[Sign], start: int, end: int, place: int) -> bool:
    """Whether the characters between two numbers make them one: 12/7, and sometimes 14-16.

    After Arabic letters a hyphen does not, unless an edition states it. A range of numbers rises in
    either case.
    """
    if place - end != 1:
        return False
    if signs[end].run is _Run.BETWEEN:
        return True
    rest = takewhile(lambda sign: sign.run is _Run.NUMBER, signs[place:])
    first = "".join(sign.text for sign in signs[start:end])
    second = "".join(sign.text for sign in rest)
    numbers = first.isdecimal() and second.isdecimal() and len(first + second) < _LONG
    return signs[end].run is _Run.HYPHEN and numbers and int(first) < int(second)


def _with_brackets(signs: Sequence[Sign], start: int, end: int) -> int:
    """The end of a run with the brackets that close those it opens, whatever they are named.

    A bracket whose opening one is before the run ends the run: 42 (A/48/42).
    """
    while end < len(signs) and signs[end].text in _BRACKETS and _is_open(signs[start:end]):
        end += 1
    while _is_open(signs[start:end]):
        end -= 1
        if signs[end].text in _BRACKETS:
            while signs[end - 1].run not in {_Run.LATIN, _Run.NUMBER}:
                end -= 1
    return end


def _is_open(signs: Sequence[Sign]) -> bool:
    """Whether one bracket of a pair is missing."""
    return sum(sign.text in _BRACKETS for sign in signs) % 2 == 1


def _opens(signs: Sequence[Sign], end: int, place: int) -> bool:
    """Whether a number after words in Latin letters begins the line, as that of a note does."""
    between = "".join(sign.text for sign in signs[end:place])
    numbered = between.strip() in _STOPS and all(sign.run is _Run.NUMBER for sign in signs[place:])
    apart = any(map(str.isspace, between))
    return apart and (_is_raised(signs[place]) or (numbered and between[0].isspace()))


def _is_raised(sign: Sign) -> bool:
    return sign.text.isdigit() and not sign.text.isdecimal()


def _is_mark(letter: str) -> bool:
    return category(letter) == "Mn"


def _distance(char: Char, mark: Char) -> float:
    middle = (mark["x0"] + mark["x1"]) / 2
    apart = max(char["x0"] - middle, middle - char["x1"], 0.0)
    return float(apart if abs(char["bottom"] - mark["bottom"]) < char["size"] else inf)
