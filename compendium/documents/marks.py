"""The marks before paragraphs, subparagraphs and items, as each language writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compendium.documents.blocks import NOTE_MARK, Flow, Hand, Kind, Mark
from compendium.documents.tidying import tidy
from compendium.documents.words import load_words, report_words
from compendium.languages.language import Language

_QUOTES = "‘’'“”\""
_TATWEEL = "\u0640"
_BARE_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_STOPS = (".", ";", ":", "!", "?")


def hand_of(language: Language, flow: Flow) -> Hand:
    """How documents of a language are written."""
    final = language.writing.final_marks
    return Hand(
        marks=(NOTE_MARK, _number(language), *_items(language), *_letters(language)),
        flow=flow,
        clean=tidy(language),
        stops=(*_STOPS, *(final[stop] for stop in _STOPS if stop in final)),
        commas=(",", *filter(None, [final.get(",")])),
        conjunctions=tuple(sorted(language.writing.conjunctions, key=len, reverse=True)),
        small_preamble=load_words(language.code).small_preamble,
    )


def mark_of(line: str, hand: Hand) -> tuple[Kind, str]:
    """The kind of mark that a line begins with and what it says; plain where there is none."""
    for mark in hand.marks:
        found = mark.pattern.match(line)
        if found:
            return mark.kind, mark.says.get(found[1], found[1])
    return Kind.PLAIN, ""


def without_mark(line: str, hand: Hand) -> str:
    """A line without the mark that it begins with."""
    for mark in hand.marks:
        found = mark.pattern.match(line)
        if found:
            return line[found.end() :]
    return line


def mark_alone(printed: str, hand: Hand) -> tuple[Kind, str]:
    """The kind of a mark that stands by itself, and what it says; plain where it is none.

    >>> from compendium.languages.language import load_language
    >>> hand = hand_of(load_language("en"), Flow.FIXED)
    >>> [(kind.name, said) for kind, said in (mark_alone("(a)", hand), mark_alone("8 bis.", hand))]
    [('LETTER', 'a'), ('PLAIN', '')]
    """
    text = hand.clean(printed)
    if _BARE_NUMBER.fullmatch(text):
        return Kind.NUMBER, text
    for mark in hand.marks:
        found = mark.pattern.fullmatch(f"{text} ") or mark.pattern.fullmatch(text)
        if found and mark.kind is not Kind.NOTE:
            return mark.kind, mark.says.get(found[1], found[1])
    return Kind.PLAIN, ""


def marks_of_texts(language: Language) -> Callable[[str], frozenset[str]]:
    """What gives the marks within a text, with the numbers of single recommendations."""
    hand, single = hand_of(language, Flow.FIXED), report_words(language).single

    def within(text: str) -> frozenset[str]:
        return frozenset([*marks_within(text, hand), *single.findall(text)])

    return within


def marks_within(text: str, hand: Hand) -> Iterator[str]:
    """What the marks say that stand in a text, but not at its start.

    >>> from compendium.languages.language import load_language
    >>> list(marks_within("(a) Lamps; (b) logs", hand_of(load_language("en"), Flow.WHOLE)))
    ['b']
    """
    for mark in hand.marks:
        for found in mark.pattern.finditer(text, 1):
            if mark.kind is not Kind.NOTE and not text[found.start() - 1].isalnum():
                yield mark.says.get(found[1], found[1])


def _number(language: Language) -> Mark:
    """The number of a paragraph: `1.`, `1-`; before Chinese it needs no space."""
    own = language.marks.paragraph.format("").strip()
    stop = re.escape("".join(sorted({".", own, *("–" if own == "-" else "")})))
    after = r"(?:\s+|(?=[^\x00-\x7f]))"
    return Mark(Kind.NUMBER, re.compile(rf"(\d{{1,3}})\s?[{stop}]{after}"))


def _letters(language: Language) -> tuple[Mark, ...]:
    """The letter of a subparagraph: `(a)`, `a)`, `(أ)`; a Roman item looks like one."""
    bracket = r"[(\uff08]" if "(" in language.marks.subparagraph else r"[(\uff08]?"
    marks = [Mark(Kind.LETTER, re.compile(rf"{bracket}([a-z]{{1,5}})[)\uff09]\s*"))]
    typed = load_words(language.code).lookalikes
    typed = typed | {2 * letter: 2 * latin for letter, latin in typed.items()}
    if typed:
        marks.append(Mark(Kind.LETTER, _one_of(typed, bracket, r"[)\uff09]\s*"), typed))
    if language.letters:
        own = {native.replace(_TATWEEL, ""): letter for letter, native in language.letters.items()}
        own |= {native: letter for letter, native in language.letters.items()}
        own |= {
            f"{native}{gap}{native}": 2 * own[native] for native in list(own) for gap in ("", " ")
        }
        marks.append(Mark(Kind.LETTER, _one_of(own, bracket, r"[)\uff09]\s*"), own))
    return tuple(marks)


def _items(language: Language) -> tuple[Mark, ...]:
    """The mark of an item where it is no Latin numeral: `㈠`, `’1‘`."""
    own = {native: numeral for numeral, native in language.items.items()}
    if not own:
        return ()
    before, _, after = language.marks.item.partition("{0}")
    return (Mark(Kind.ITEM, _one_of(own, _around(before), rf"{_around(after)}\s*"), own),)


def _around(sign: str) -> str:
    """A sign beside a mark; quotation marks stand for one another."""
    return f"[{_QUOTES}]" if sign and sign in _QUOTES else re.escape(sign)


def _one_of(says: dict[str, str], before: str, after: str) -> re.Pattern[str]:
    longest_first = sorted(says, key=len, reverse=True)
    return re.compile(f"{before}({'|'.join(map(re.escape, longest_first))}){after}")
