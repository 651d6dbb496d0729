"""The facts of a text, which no translation may change: symbols, numbers, months, letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from compendium.languages.language import Language
from compendium.languages.numbers import NumberWord, counted, read_numbers
from compendium.model.bounds import number_in
from compendium.model.markup import read_escapes, unshield, without_notes
from compendium.model.roman import from_roman, is_roman
from compendium.model.symbols import symbols_in, without_symbols
from compendium.texts.scaled_figures import in_full

_LARGEST = 10**15  # of the figures for which words or groups are looked for
_PAIR = re.compile(r"(?<![0-9/])[0-9]+/[0-9]+(?![0-9/])")
# A symbol that joins on to letters of another script, and is not the end of GC(67)/RES/13.
_OTHER_SYMBOL = re.compile(
    r"(?<![A-Za-z0-9/.)])[A-Z][A-Z.]*(?:/[A-Z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)*/[0-9]+(?:/[A-Za-z0-9.]+)*"
)
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_SPACE = re.compile(r"[\u00a0\u202f\u2009]")
_NUMBER = re.compile(r"[0-9]+")
_LETTER = re.compile(r"(?<!\w)\(([a-z]|[ivx]{2,4})\)")
_ROMAN = re.compile(r"(?<![\w.])(?:[IVX]{2,}|[VX])(?![\w/])")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a text, each with how often it occurs.

    `cited` are the numbers of articles, paragraphs and the like, for which an ordinal may stand
    (article premier, 第三十二条) and no other word; `words` are the numbers in words.
    """

    symbols: Counter[str]
    pairs: Counter[str]
    months: Counter[int]
    numbers: Counter[str]
    letters: Counter[str]
    numerals: Counter[int]
    cited: frozenset[str]
    words: Counter[int]


def in_plain_signs(text: str) -> str:
    """A text without marks of notes and emphasis, its digits, spaces and hyphens made plain.

    >>> in_plain_signs("*Recalling*[^1] the year ٢٠٢٢")
    'Recalling the year 2022'
    """
    text = unshield(without_notes(read_escapes(text)).replace("*", ""))
    text = text.replace("\N{NON-BREAKING HYPHEN}", "-")
    text = _FOREIGN_DIGIT.sub(lambda match: str(int(match.group())), text)
    return _SPACE.sub(" ", text)


def read_facts(text: str, language: Language) -> Facts:
    """The facts of a text in the language of the records."""
    text = in_plain_signs(text)
    symbols = Counter(text[start:end] for start, end in reversed(symbols_in(text)))
    text = without_symbols(text, "¤")
    pairs = Counter(_PAIR.findall(text))
    text = _PAIR.sub("¤", text)
    months: Counter[int] = Counter()
    for number, name in enumerate(language.months, start=1):
        found, text = _take(_dated(name), text)
        months[number] += found
    for sign in language.writing.thousands:
        text = re.sub(rf"(?<=[0-9]){re.escape(sign)}(?=[0-9]{{3}}(?![0-9]))", "", text)
    text = in_full(text, language)
    return Facts(
        symbols=symbols,
        pairs=pairs,
        months=+months,
        numbers=Counter(_NUMBER.findall(text)),
        letters=Counter(_LETTER.findall(text)),
        numerals=Counter(from_roman(found) for found in _ROMAN.findall(text) if is_roman(found)),
        cited=_cited(text, language),
        words=counted(w for w in read_numbers(text, language.writing.numbers) if w.stated),
    )


def _cited(text: str, language: Language) -> frozenset[str]:
    words = "|".join(language.writing.citing)
    found = re.findall(rf"\b(?:{words}) ([0-9]+)", text) if words else ()
    return frozenset(found)


@cache
def _dated(month: str) -> re.Pattern[str]:
    """A month beside a day or a year: "may" and "march" are other words, too."""
    name = re.escape(month)
    return re.compile(rf"(?<=[0-9] ){name}\b|\b{name}(?= [0-9])")


def _take(pattern: re.Pattern[str], text: str) -> tuple[int, str]:
    """Count the matches and put a sign in their place, so that nothing counts them again."""
    rest, count = pattern.subn(" ¤ ", text)
    return count, rest


@dataclass(slots=True)
class Search:
    """A translation in which facts are looked for; each that is found is taken out of it."""

    text: str
    language: Language
    whole: str = field(init=False)
    in_words: tuple[NumberWord, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.whole = self.text
        self.in_words = tuple(read_numbers(self.whole, self.language.writing.numbers))

    def take_symbol(self, symbol: str) -> int:
        """How often this document symbol occurs."""
        return self._take(rf"(?<![A-Za-z0-9/.]){re.escape(symbol)}(?![A-Za-z0-9/-])")

    def take_pair(self, pair: str) -> int:
        """How often this number, such as 55/25, occurs."""
        return self._take(rf"(?<![0-9/]){re.escape(pair)}(?![0-9/])")

    def take_others(self) -> list[str]:
        """The document symbols, and numbers such as 55/25, that are left."""
        others = [
            *_OTHER_SYMBOL.findall(self.text),
            *_PAIR.findall(_OTHER_SYMBOL.sub("", self.text)),
        ]
        self.text = _PAIR.sub(" ¤ ", _OTHER_SYMBOL.sub(" ¤ ", self.text))
        return others

    def take_month(self, month: int) -> int:
        """How often this month is named, in any of its forms."""
        patterns = self.language.writing.month_patterns
        name = self.language.months[month - 1]
        pattern = patterns[month - 1] if len(patterns) >= month else _whole(name)
        return self._take(pattern)

    def join_thousands(self, numbers: Iterable[str]) -> None:
        """Write these figures without the signs that separate their thousands.

        Among letters from right to left the groups of a figure that plain spaces part are stored
        in the order of the eye, 100 459 65 for 65,459,100, since each is a number of its own to the
        bidirectional algorithm (Unicode Standard Annex #9).
        """
        self.text = in_full(self.text, self.language)
        signs = "|".join(re.escape(sign) for sign in self.language.writing.thousands)
        for number in numbers:
            value = number_in(number, _LARGEST)
            groups = [] if value is None else f"{value:,}".split(",")
            if not groups[1:] or "".join(groups) != number:
                continue
            orders = [groups, groups[::-1]] if self.language.direction == "rtl" else [groups]
            forms = "|".join(f"(?:{signs})".join(order) for order in orders)
            self.text = re.sub(rf"(?<![0-9])(?:{forms})(?![0-9])", number, self.text)

    def take_names(self) -> None:
        """Take out the names that hold figures of their own."""
        for pattern in self.language.writing.with_figures:
            self._take(pattern)

    def has_letter(self, letter: str) -> int:
        """How often this mark of a subparagraph or item is named."""
        forms = {letter, *(self.language.letters.get(letter, ""),)} - {""}
        native = self.language.items.get(letter)
        closed = "|".join(rf"(?<![A-Za-z]){re.escape(form)}[)\uff09]" for form in sorted(forms))
        if native is not None:
            sign = re.escape(native)
            closed += f"|[’‘']{sign}[’‘']|[(\uff08]{sign}[)\uff09]"
            closed += f"|{sign}" if not native.isdigit() else ""
        return len(re.findall(closed, self.text))

    def has_numeral(self, number: int, roman: str) -> int:
        """How often a Roman numeral, a word for it or what else is written for it, stands here."""
        writing = self.language.writing
        forms = [rf"(?<![A-Za-z]){roman}(?![A-Za-z])", *writing.numerals.get(number, ())]
        words = sum(word.number == number for word in self.in_words)
        return words + len(re.findall("|".join(forms), self.text))

    def numbers(self) -> Counter[str]:
        """The figures that are left."""
        return Counter(_NUMBER.findall(self.text))

    def words_for(self, number: str, *, cited: bool = False) -> int:
        """How often a word for this figure occurs.

        Args:
            number: the figure.
            cited: whether it is that of an article or a paragraph, for which an ordinal may stand.
        """
        value = number_in(number, _LARGEST, least=0)
        if value is None:
            return 0
        words = [word for word in self.in_words if word.number == value]
        if cited:
            return sum(word.ordinal for word in words)
        return len(words) + self._others(value)

    def says(self, number: int) -> int:
        """How often a number that the source has in words stands here in words."""
        words = sum(word.stated and word.number == number for word in self.in_words)
        return words + self._others(number)

    def _others(self, number: int) -> int:
        forms = self.language.writing.number_words.get(number, ())
        return len(re.findall("|".join(forms), self.whole, re.IGNORECASE)) if forms else 0

    def stated(self) -> Counter[int]:
        """The numbers in words that a reader takes for numbers, without the vague ones."""
        vague = self.language.writing.numbers.vague
        return counted(w for w in self.in_words if w.stated and w.number not in vague)

    def _take(self, pattern: str) -> int:
        count, self.text = _take(_pattern(pattern), self.text)
        return count


def _whole(name: str) -> str:
    """A name as a whole word; scripts without capitals may join other words to it."""
    start = r"(?<!\d)" if name[0].isdigit() else ""
    edge = r"\b" if name.lower() != name.upper() else ""
    inner = re.escape(name).replace("/", "/ ?")  # a double name, with or without a space
    return f"{edge}{start}{inner}{edge}"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def implied_numbers(text: str, language: Language) -> set[str]:
    """The figures for which a text has a word, a month or a Roman numeral."""
    text = in_plain_signs(text)
    words = language.writing.number_words.items()
    numbers = {str(n) for n, forms in words if re.search("|".join(forms), text, re.IGNORECASE)}
    numbers |= {str(word.number) for word in read_numbers(text, language.writing.numbers)}
    numbers |= {str(n) for n, name in enumerate(language.months, 1) if name in text}
    numerals = (word for word in re.findall(r"[IVXivx]+", text) if is_roman(word))
    return numbers | {str(from_roman(word)) for word in numerals}
