"""The marks before paragraphs, subparagraphs and items, as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from compendium.documents.blocks import NOTE_MARK, Flow, Hand, Kind, Mark, emphasis_after_mark
from compendium.documents.lettering import letter_marks, one_of
from compendium.documents.tidying import tidy
from compendium.documents.words import load_words, report_words
from compendium.languages.language import Language

_QUOTES = "‘’'“”\""
_BARE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_STOPS = (".", ";", ":", "!", "?")
_WIDE = str.maketrans("()", "（）")  # noqa: RUF001 - brackets as wide as Chinese signs
# Numbers of paragraphs in the figures of other scripts: Arabic, Persian, and those of full width.
_FIGURES = {
    str(number).translate(figures): str(number)
    for figures in (
        {ord(str(figure)): zero + figure for figure in range(10)}
        for zero in (0x0660, 0x06F0, 0xFF10)
    )
    for number in range(1, 1000)
}


def hand_of(language: Language, flow: Flow, lines: Iterable[str] = ()) -> Hand:
    """How documents of a language are written, or the document with these lines."""
    final = language.writing.final_marks
    letters = letter_marks(language, lines)
    return Hand(
        marks=(NOTE_MARK, *_numbers(language), *_items(language), *letters),
        flow=flow,
        clean=tidy(language),
        stops=(*_STOPS, *(final[stop] for stop in _STOPS if stop in final)),
        commas=(",", *filter(None, [final.get(",")])),
        conjunctions=tuple(sorted(language.writing.conjunctions, key=len, reverse=True)),
        small_preamble=load_words(language.code).small_preamble,
    )


def mark_of(line: str, hand: Hand) -> tuple[Kind, str]:
    """The kind of mark that a line begins with and its meaning; plain if there is none."""
    line = emphasis_after_mark(line, hand)
    for mark in hand.marks:
        match = mark.pattern.match(line)
        if match:
            return mark.kind, mark.says.get(match[1], match[1])
    return Kind.PLAIN, ""


def without_mark(line: str, hand: Hand) -> str:
    """A line without the mark that it begins with."""
    line = emphasis_after_mark(line, hand)
    for mark in hand.marks:
        match = mark.pattern.match(line)
        if match:
            return line[match.end() :]
    return line


def mark_alone(printed: str, hand: Hand) -> tuple[Kind, str]:
    """The kind of a mark in a separate line, and its meaning; plain if it is no mark.

    >>> from compendium.languages.language import load_language
    >>> hand = hand_of(load_language("en"), Flow.FIXED)
    >>> [(kind.name, said) for kind, said in (mark_alone("(a)", hand), mark_alone("8 bis.", hand))]
    [('LETTER', 'a'), ('PLAIN', '')]
    """
    text = hand.clean(printed)
    if _BARE_NUMBER.fullmatch(text):
        return Kind.NUMBER, text
    for mark in hand.marks:
        match = mark.pattern.fullmatch(f"{text} ") or mark.pattern.fullmatch(text)
        if match and mark.kind is not Kind.NOTE:
            return mark.kind, mark.says.get(match[1], match[1])
    return Kind.PLAIN, ""


def marks_of_texts(language: Language) -> Callable[[str], frozenset[str]]:
    """Return a function that finds the marks within a text and the numbers of recommendations."""
    hand, single = hand_of(language, Flow.FIXED), report_words(language).single

    def within(text: str) -> frozenset[str]:
        return frozenset([*marks_within(text, hand), *single.findall(text)])

    return within


def marks_within(text: str, hand: Hand) -> Iterator[str]:
    """The meanings of the marks that are in a text, but not at its start.

    >>> from compendium.languages.language import load_language
    >>> list(marks_within("(a) Lamps; (b) logs", hand_of(load_language("en"), Flow.WHOLE)))
    ['b']
    """
    for mark in hand.marks:
        for match in mark.pattern.finditer(text, 1):
            if mark.kind is not Kind.NOTE and not text[match.start() - 1].isalnum():
                yield mark.says.get(match[1], match[1])


def _numbers(language: Language) -> Iterator[Mark]:
    """The number of a paragraph: `1.`, `1-`; before Chinese it needs no space."""
    own = language.marks.paragraph.format("").strip()
    stop = re.escape("".join(sorted({".", own, *("–—" if own == "-" else "")})))
    after = r"(?:\s+|(?=[^\x00-\x7f]))"
    yield Mark(Kind.NUMBER, re.compile(rf"(\d{{1,3}})\s?[{stop}]{after}"), _FIGURES)
    if language.script.startswith("Han"):  # only at the start of a line: 第1、第2段
        yield Mark(Kind.NUMBER, re.compile(r"\A(\d{1,3})\s?[、．]\s*(?!\d)"), _FIGURES)  # noqa: RUF001


def _items(language: Language) -> tuple[Mark, ...]:
    """The mark of an item that is not a Latin numeral: `㈠` or (一), `’1‘`."""
    own = {native: numeral for numeral, native in language.items.items()}
    if not own:
        return ()
    own |= {normalize("NFKC", native): numeral for native, numeral in own.items()}
    own |= {native.translate(_WIDE): numeral for native, numeral in own.items()}
    before, _, after = language.marks.item.partition("{0}")
    return (Mark(Kind.ITEM, one_of(own, _around(before), rf"{_around(after)}\s*"), own),)


def _around(sign: str) -> str:
    """A character beside a mark; quotation marks are interchangeable."""
    return f"[{_QUOTES}]" if sign and sign in _QUOTES else re.escape(sign)
