"""Finds numbers in words in a text, with the number words of a language as data."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from pydantic import Field

from compendium.languages.data import Data, Pattern

_HUNDRED, _TEN = 100, 10
_TENS = range(20, _HUNDRED, _TEN)
_WITHIN = re.compile(r"[\s-]?")  # between the words of one form: dix-sept, أحد عشر


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words within a text: its value, whether it is an ordinal, and whether it counts.

    A word that is not `stated` only looks like a number, as in "the first responders"; a word that
    is `alone` never forms a number together with another.
    """

    start: int
    end: int
    number: int
    ordinal: bool
    stated: bool = True
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    """The words that follow the first one of a form, its number, and whether it is an ordinal."""

    rest: tuple[str, ...]
    number: int
    ordinal: bool


class Numbers(Data):
    """The words for 1 to 19, for the tens and for a hundred, in every gender and case.

    The numbers between are composed of these: `between` is the separator of hundreds, tens and
    units; `units_first` means that units precede tens; `ordinal_tens` means that the tens of an
    ordinal are ordinals too (vigésimo primero); words that are `alone` are part of no other number.
    `prefixes` are joined to the front of a word (an article, a conjunction). `word` finds one word.
    `others` finds words, in lower case, that state no number in such a context. Numbers that are
    `vague` have so many other uses that an extra one in a translation is no fault.
    """

    cardinals: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    ordinals: dict[int, tuple[str, ...]] = Field(default_factory=dict)
    between: Pattern = r"[\s-]"
    units_first: bool = False
    ordinal_tens: bool = False
    alone: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    word: Pattern = r"\w+"
    others: tuple[Pattern, ...] = ()
    vague: tuple[int, ...] = (1, 2)

    @cached_property
    def forms(self) -> dict[str, list[_Form]]:
        """The forms by their first word, longest first."""
        forms: defaultdict[str, list[_Form]] = defaultdict(list)
        for ordinal, numbers in ((True, self.ordinals), (False, self.cardinals)):
            for number, texts in numbers.items():
                for text in texts:
                    first, *rest = re.findall(self.word, text)
                    for prefix in ("", *self.prefixes):
                        forms[prefix + first].append(_Form(tuple(rest), number, ordinal))
        for forms_of_word in forms.values():
            forms_of_word.sort(key=lambda form: -len(form.rest))
        return dict(forms)

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """Patterns of a word, of the separator in a number, and of words that state no number."""
        others = "|".join(self.others) or r"(?!)"
        between = f"{self.between}|"  # or nothing, as in 二十一
        return re.compile(self.word), re.compile(between), re.compile(others)


def read_numbers(text: str, numbers: Numbers) -> list[NumberWord]:
    """Find the numbers in words in a text, in the order of the text.

    >>> words = Numbers(cardinals={60: ("sixty",)}, ordinals={6: ("sixth",)}, others=("sixth man",))
    >>> numbers = read_numbers("The Sixty-sixth, after the sixth man", words)
    >>> [(word.number, word.stated) for word in numbers]
    [(66, True), (6, False)]
    """
    _, between, others = numbers.patterns
    text = text.lower()
    single = list(_single_numbers(text, numbers))
    spans = [match.span() for match in others.finditer(text)] if single else []
    starts = [start for start, _ in spans]
    number_words: list[NumberWord] = []
    for word in single:
        before = bisect_right(starts, word.start) - 1  # the spans do not overlap
        stated = before < 0 or word.end > spans[before][1]
        last = number_words[-1] if number_words else None
        if last and between.fullmatch(text[last.end : word.start]):
            number = _joined(last, word, numbers)
            if number:
                ordinal = last.ordinal or word.ordinal
                number_words[-1] = NumberWord(last.start, word.end, number, ordinal)
                continue
        number_words.append(replace(word, stated=stated))
    return number_words


def ordinal_of(word: str, numbers: Numbers) -> int | None:
    """The number of an ordinal in words, if a text is one and nothing else.

    >>> words = Numbers(cardinals={60: ("sixty",)}, ordinals={6: ("sixth",)})
    >>> ordinal_of("Sixty-sixth", words), ordinal_of("Sixty", words), ordinal_of("Plenary", words)
    (66, None, None)
    """
    number_words = read_numbers(word, numbers)
    if len(number_words) != 1:
        return None
    (ordinal,) = number_words
    is_whole = (ordinal.start, ordinal.end) == (0, len(word))
    return ordinal.number if ordinal.ordinal and is_whole else None


def _single_numbers(text: str, numbers: Numbers) -> Iterator[NumberWord]:
    """Find the numbers that have a form of their own; the longest form counts."""
    words = list(numbers.patterns[0].finditer(text))
    end_place = 0
    for place, word in enumerate(words):
        if place < end_place:
            continue
        for form in numbers.forms.get(word.group(), ()):
            end_place = place + 1 + len(form.rest)
            if _follows(form.rest, words[place:end_place], text):
                end = words[end_place - 1].end()
                alone = word.group() in numbers.alone
                yield NumberWord(word.start(), end, form.number, form.ordinal, alone=alone)
                break
        else:
            end_place = place + 1


def _follows(rest: tuple[str, ...], words: list[re.Match[str]], text: str) -> bool:
    """Whether the words after the first are the rest of a form, with at most a space or hyphen."""
    if tuple(word.group() for word in words[1:]) != rest:
        return False
    return all(_WITHIN.fullmatch(text[a.end() : b.start()]) for a, b in pairwise(words))


def _joined(first: NumberWord, second: NumberWord, numbers: Numbers) -> int:
    """The number that two words form together, or 0: one hundred, hundred and six, sixty-six."""
    if first.alone or second.alone:
        return 0
    rest = first.number % _HUNDRED
    after = rest and numbers.units_first  # three and twenty, the third after the hundredth
    if second.number == _HUNDRED and not after:
        return first.number * _HUNDRED if first.number < _TEN else 0
    higher, lower = (second, first) if after else (first, second)
    if (higher.ordinal or lower.ordinal) and higher.ordinal is not numbers.ordinal_tens:
        return 0
    fits = _fits(higher.number, rest) if after else _fits(rest, lower.number)
    return first.number + second.number if fits else 0


def _fits(higher: int, lower: int) -> bool:
    """Whether tens and units, or hundreds and lower numbers, form one number.

    >>> _fits(60, 6), _fits(60, 12), _fits(100, 66), _fits(6, 60), _fits(20, 80)
    (True, True, True, False, False)
    """
    if higher % _HUNDRED == 0:
        return lower < _HUNDRED
    return higher in _TENS and lower < 2 * _TEN and higher + lower < _HUNDRED  # soixante-douze


def counted(number_words: Iterable[NumberWord]) -> Counter[int]:
    """Count how often each number occurs."""
    return Counter(word.number for word in number_words)
