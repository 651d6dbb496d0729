"""Which words of one language stand for which of another, as data: `equivalents/en-es.csv`.

A line gives the beginning of a word, the beginnings of the words that stand for it, and in how
many of a hundred texts with the first one of the others stands. The files were counted in the
resolutions of a session of the General Assembly.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from compendium.languages.language import Language

_WORD = re.compile(r"(?:[^\W\d_]|[\u0640\u064b-\u0652])+")
_VOWELS = re.compile(r"[\u0640\u064b-\u0652]")  # of Arabic, and the stroke that draws a word out
_FEWEST, _LETTERS = 4, 6  # letters of a word that is compared, and how many of them are
# The same of other scripts: for words with many endings, and without vowels.
_OTHERS = {"Cyrl": (4, 5), "Arab": (3, 5)}
# The article, with a conjunction or a preposition before it.
_ARTICLE = re.compile(r"^[وف]?(?:ال|لل)")


@lru_cache(maxsize=1024)  # each text of a document is asked for by several comparisons
def word_beginnings(text: str, script: str) -> frozenset[str]:
    """The beginnings of the words of a text; in Chinese each two signs that stand together.

    Args:
        text: the text.
        script: the code of its script (ISO 15924).

    >>> sorted(word_beginnings("Recalling the lamps,", "Latn"))
    ['lamps', 'recall']
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    if script.startswith("Han"):
        return frozenset(word[n : n + 2] for word in words for n in range(len(word) - 1))
    if script == "Arab":
        words = [_ARTICLE.sub("", _without_vowels(word)) for word in words]
    fewest, letters = _OTHERS.get(script, (_FEWEST, _LETTERS))
    return frozenset(word[:letters] for word in words if len(word) >= fewest)


def _without_vowels(word: str) -> str:
    return _VOWELS.sub("", word)


@dataclass(frozen=True, slots=True)
class WordEquivalents:
    """The words of one language and those of another that stand for them.

    `shares` are the words of the first, each with the share of texts in which one of the other
    stands for it; `meant` are the words of the other, each with those that it may stand for.
    """

    source: str
    target: str
    shares: Mapping[str, float]
    meant: Mapping[str, frozenset[str]]

    def in_source(self, text: str) -> frozenset[str]:
        """The words of a text for which the other language has words that are known."""
        return frozenset(word for word in word_beginnings(text, self.source) if word in self.shares)

    def in_target(self, text: str) -> frozenset[str]:
        """The words of the first language for which words of a text of the other may stand."""
        return frozenset().union(*(self.meant[word] for word in self.known_in_target(text)))

    def known_in_target(self, text: str) -> frozenset[str]:
        """The words of a text of the other language that stand for words of the first."""
        return frozenset(word for word in word_beginnings(text, self.target) if word in self.meant)


def load_equivalents(source: Language, target: Language) -> WordEquivalents | None:
    """The equivalents of two languages; None where there is no file of them."""
    return _equivalents(f"{source.code}-{target.code}.csv", source.script, target.script)


@cache
def _equivalents(name: str, source: str, target: str) -> WordEquivalents | None:
    file = resources.files("compendium.languages") / "equivalents" / name
    if not file.is_file():
        return None
    _, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    meant: dict[str, set[str]] = defaultdict(set)
    for word, others, _ in rows:
        for other in others.split():
            meant[other].add(word)
    shares = {word: int(share) / 100 for word, _, share in rows}
    words = {word: frozenset(others) for word, others in meant.items()}
    return WordEquivalents(source, target, shares, words)
