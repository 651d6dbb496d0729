"""Consistency: what the texts of one language say together, of length and of likeness."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from statistics import median

from compendium.checks.translations.translated_texts import Translation
from compendium.findings import Finding, Severity
from compendium.model.symbols import without_symbols

# Lengths are compared of texts of so many letters, where the language has so many such texts.
_LONG, _MANY = 60, 12
# How far a translation may be from the length that is usual in its language: the extremes are 0.61
# and 1.85 times that length, among our texts and the official ones of six resolutions.
_SHORTEST, _LONGEST = 0.6, 2.0
_NO_LETTERS = re.compile(r"[\W\d_]+")
# How alike two sources may be at most to have no business with one translation.
_ALIKE = 0.8
_COMPARED = 2_000  # letters of a source; no text of a record has many more


def check_consistency(texts: Sequence[Translation]) -> Iterator[Finding]:
    """P007, P009, P010: the texts of a language beside each other."""
    yield from _repetitions(texts)
    yield from _lengths(texts)
    yield from _strangers(texts)


def _groups(
    texts: Sequence[Translation],
    key: Callable[[Translation], str],
    of: Callable[[Translation], str],
) -> Iterator[Sequence[Translation]]:
    """Texts alike in one thing, the first of each kind in the other."""
    groups: defaultdict[str, dict[str, Translation]] = defaultdict(dict)
    for text in texts:
        groups[key(text)].setdefault(of(text), text)
    return (tuple(group.values()) for group in groups.values())


def _repetitions(texts: Sequence[Translation]) -> Iterator[Finding]:
    """P007: what says the same in the source says the same in the translation."""
    for first, *others in _groups(texts, lambda text: text.source, lambda text: text.text):
        for other in others:
            yield Finding(
                other.place,
                "P007",
                f"{first.key} has the same source but another translation",
                f"make the translations the same, or the sources different: {first.place}",
                Severity.WARNING,
            )


def _lengths(texts: Sequence[Translation]) -> Iterator[Finding]:
    """P009: a long text is about as long as its source makes expect."""
    letters = {text.key: (_letters(text.source), _letters(text.text)) for text in texts}
    ratios = {text: here / there for text, (there, here) in letters.items() if there >= _LONG}
    if len(ratios) < _MANY:
        return
    usual = median(ratios.values())
    for text in texts:
        ratio = ratios.get(text.key, usual) / usual
        if not _SHORTEST <= ratio <= _LONGEST:
            there, here = letters[text.key]
            wanted = round(there * usual)
            yield Finding(
                text.place,
                "P009",
                f"{text.key}: {here} letters, but about {wanted} are usual for its source",
                "check whether a part is missing, or was added",
                Severity.WARNING,
            )


def _letters(text: str) -> int:
    """The letters of a text without its document symbols, which are as long in every language."""
    return len(_NO_LETTERS.sub("", without_symbols(text)))


def _likeness(source: str, other: str) -> float:
    """How much two sources are alike, by their beginnings: all of them, but for very long ones."""
    return SequenceMatcher(None, source[:_COMPARED], other[:_COMPARED], autojunk=False).ratio()


def _strangers(texts: Sequence[Translation]) -> Iterator[Finding]:
    """P010: two texts that differ much in the source differ in the translation."""
    for first, *others in _groups(texts, lambda text: text.text, lambda text: text.source):
        for other in others:
            if min(_letters(first.source), _letters(other.source)) < _LONG:
                continue
            likeness = _likeness(first.source, other.source)
            if likeness < _ALIKE:
                yield Finding(
                    other.place,
                    "P010",
                    f"{other.key}: it has the translation of {first.key}, but another source",
                    f"check which of the two it belongs to: {first.place}",
                    Severity.WARNING,
                )
