"""Finds texts that can hardly be those of the record in another language, by length and numbers.

Length and numbers show any text that was joined, cut or misplaced. Measured on a fourth of a
session of the General Assembly in five languages, 16,000 texts: two of a preamble that was divided
otherwise are found, and of the others about one in a thousand is in doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from unicodedata import digit

from compendium.languages.language import known_languages, load_language
from compendium.model.markup import NOTE, read_escapes
from compendium.model.record_numbers import NAMED
from compendium.model.record_texts import Steps
from compendium.model.units import PREAMBULAR_STEP

Pair = tuple[str, str]  # the text of the record, that of the document
_HAN = re.compile(r"[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]")
_HAN_LETTERS = 4  # letters that one such character replaces
_MARKUP = re.compile(r"[*\s]")
_ARABIC = r"[\u0621-\u064a]"
# A mark that ends a text of a list or a paragraph, perhaps with a conjunction after it.
_END = re.compile(r"[.;:,!?。；：，、！？؛،؟][\W_]*(?:[^\W\d_]{1,3})?[\W_]*$")  # noqa: RUF001
_LAST = 20  # letters at the end that may contain such a mark
_USUAL = (200, 210)  # letters of the record and of the document, before any are counted
_MOST, _LEAST = (1.6, 20), (0.62, 8)  # of the length expected, and letters more or less


def unlike(pairs: Mapping[Steps, Pair]) -> dict[Steps, str]:
    """The texts that are in doubt, each with the difference.

    Preambular paragraphs have no numbers: if two are in doubt, those between them are in doubt,
    too, and so are the one before and the one after.

    Args:
        pairs: the texts of one record by the steps to them, in order.
    """
    doubts = dict(_unlike(pairs))
    preamble = [steps for steps in pairs if steps[0] == PREAMBULAR_STEP]
    places = [place for place, steps in enumerate(preamble) if steps in doubts]
    if places:
        between = preamble[max(0, places[0] - 1) : places[-1] + 2]
        beside = "a paragraph of the preamble beside it is in doubt"
        doubts = dict.fromkeys(between, beside) | doubts
    return {**_cut_off(pairs), **doubts}


def unlike_notes(pairs: Mapping[Steps, Pair]) -> dict[Steps, str]:
    """The notes that are in doubt, each with the difference.

    Args:
        pairs: the notes of one record by the steps to them.
    """
    return dict(_unlike(pairs))


def _cut_off(pairs: Mapping[Steps, Pair]) -> dict[Steps, str]:
    """The last text, if it has no mark at its end and that of the record has one.

    In other texts a mark is sometimes forgotten. If a document is cut off, the last text lacks it.
    """
    for steps, pair in reversed([*pairs.items()]):
        ends = [bool(_END.search(_bare(text)[-_LAST:])) for text in pair]
        return {steps: "it has no end"} if ends == [True, False] else {}
    return {}


def _unlike(pairs: Mapping[Steps, Pair]) -> Iterator[tuple[Steps, str]]:
    sizes = {steps: (size(ours), size(theirs)) for steps, (ours, theirs) in pairs.items()}
    all_ours, all_theirs = (sum(size[side] for size in sizes.values()) for side in (0, 1))
    for steps, (ours, theirs) in sizes.items():
        others = all_theirs - theirs + _USUAL[1], all_ours - ours + _USUAL[0]
        expected = ours * others[0] / others[1]
        if theirs > _MOST[0] * expected + _MOST[1]:
            yield steps, "it is longer than the record suggests"
        elif theirs < _LEAST[0] * expected - _LEAST[1]:
            yield steps, "it is shorter than the record suggests"
        elif what := _other_numbers(*pairs[steps]):
            yield steps, what


def size(text: str) -> int:
    """The length of a text in letters."""
    letters = _MARKUP.sub("", _first_month().sub("", NOTE.sub("", read_escapes(text))))
    return len(letters) + (_HAN_LETTERS - 1) * len(_HAN.findall(letters))


@cache
def _first_month() -> re.Pattern[str]:
    """The first of the two names that a month has in Arabic: أيلول/سبتمبر, كانون الأول/ديسمبر."""
    languages = map(load_language, known_languages())
    doubled = (name for language in languages for name in language.months if "/" in name)
    seconds = {word for name in doubled for word in name.partition("/")[0].split()[1:]}
    second = "|".join(f" {re.escape(word)}" for word in sorted(seconds))
    return re.compile(rf"(?<!{_ARABIC}){_ARABIC}+(?:{second})?/(?={_ARABIC})")


def _other_numbers(ours: str, theirs: str) -> str:
    """The numbers of resolutions that only one of two texts names."""
    named, others = _named(ours), _named(theirs)
    if named != others:
        only = [
            ", ".join(map("/".join, one.elements())) for one in (named - others, others - named)
        ]
        first, second = (held or "no other" for held in only)
        return f"beside those in both, the record names {first}, and it names {second}"
    return ""


def _bare(text: str) -> str:
    return NOTE.sub("", read_escapes(text)).rstrip()


def _named(text: str) -> Counter[tuple[str, ...]]:
    """The numbers of resolutions, the larger part first, because Arabic may swap the parts."""
    matches = NAMED.findall(_in_figures(text))
    return Counter(tuple(sorted(number.split("/"), key=int, reverse=True)) for number in matches)


def _in_figures(text: str) -> str:
    """A text with the figures of every script as Latin figures."""
    return "".join(
        str(digit(sign)) if not sign.isascii() and sign.isdecimal() else sign for sign in text
    )
