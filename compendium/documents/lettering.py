"""The letters before subparagraphs: those of the language, or those that a document uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from compendium.documents.blocks import Kind, Mark
from compendium.documents.words import load_words
from compendium.languages.language import Language
from compendium.model.list_letters import ALPHABET

_PLACE = "_"  # in a series, in place of a letter that lists omit
_TATWEEL = "\u0640"
_AFTER = r"[)\uff09]\s*"
_INVISIBLE = re.compile(r"[\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # and strokes
_MARKED = re.compile(r"[*\s]*[(\uff08]?(\w{1,2})\*?[)\uff09]")


def letter_marks(language: Language, lines: Iterable[str]) -> tuple[Mark, ...]:
    """The letters of subparagraphs: `(a)`, `a)`, `(أ)`; a Roman item looks like one.

    Args:
        language: the language.
        lines: the lines of the document, whose lists may use the letters of a series
            instead.
    """
    bracket = r"[(\uff08]" if "(" in language.marks.subparagraph else r"[(\uff08]?"
    marks = [Mark(Kind.LETTER, re.compile(rf"{bracket}([a-z]{{1,5}}){_AFTER}"))]
    if not bracket.endswith("?"):  # without the first bracket, only at the start of a line
        marks.append(Mark(Kind.LETTER, re.compile(r"\A([a-z]|[ivx]{1,5})\)\s+")))
    words = load_words(language.code)
    latin = dict(zip(ALPHABET, ALPHABET, strict=True)) | words.lookalikes
    usual = _own(language.letters) if language.letters else latin
    instead = _instead(words.series, lines, usual)
    if instead:
        marks.insert(0, _mark(instead, bracket))
    elif own := _own(language.letters) or words.lookalikes:
        marks.append(_mark(own, bracket))
    return tuple(marks)


def _instead(
    series: Iterable[str], lines: Iterable[str], usual: Mapping[str, str]
) -> dict[str, str]:
    """The letters of a series, if more lines are in sequence by them than by the usual letters."""
    lines = list(lines)
    best, most = dict[str, str](), _follow(lines, usual) if lines else 0
    for letters in map(str.split, series):
        says = dict(zip(letters, ALPHABET, strict=False))
        says.pop(_PLACE, None)
        if (count := _follow(lines, says)) > most:
            best, most = says, count
    return best


def _mark(own: Mapping[str, str], bracket: str) -> Mark:
    """The pattern of letters, single or doubled, with or without the stroke that stretches them."""
    doubled = {
        f"{letter}{gap}{letter}": 2 * latin for letter, latin in own.items() for gap in ("", " ")
    }
    says = {**own, **doubled}
    says |= {letter.replace(_TATWEEL, ""): latin for letter, latin in says.items()}
    return Mark(Kind.LETTER, one_of(says, bracket, _AFTER), says)


def one_of(says: Mapping[str, str], before: str, after: str) -> re.Pattern[str]:
    """The pattern of one of several marks between two patterns."""
    longest_first = sorted(says, key=len, reverse=True)
    return re.compile(f"{before}({'|'.join(map(re.escape, longest_first))}){after}")


def _own(letters: Mapping[str, str]) -> dict[str, str]:
    return {native: letter for letter, native in letters.items()}


def _follow(lines: Iterable[str], series: Mapping[str, str]) -> int:
    """How often a line begins with the letter after that of the line before."""
    latin_letters = {letter.replace(_TATWEEL, ""): latin for letter, latin in series.items()}
    matches = filter(None, (_MARKED.match(_INVISIBLE.sub("", line)) for line in lines))
    places = [ALPHABET.find(latin_letters.get(mark[1], "?")) for mark in matches]
    return sum(second == first + 1 for first, second in pairwise([-1, *places]) if second >= 0)
