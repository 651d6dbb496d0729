"""Finds texts of a document that lack words of the record, or contain additional words.

Two measures are added, each in units of its usual variation among correct texts: how much longer or
shorter a text is than the others of its document suggest, and how many of its words have no
equivalent on the other side. Measured on 16,000 correct texts of a session of the General Assembly
in five languages: one in a thousand is in doubt. Of the texts with more than 240 letters, three of
four are in doubt if a third was removed, and one of four if a third was added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import median

from compendium.importing.record_likeness import Pair, size
from compendium.languages.word_equivalents import WordEquivalents
from compendium.model.markup import NOTE, read_escapes
from compendium.model.record_texts import Steps

_LACKING, _BESIDES = -5.6, 6.4  # a text is in doubt from these sums on
_FEWEST = 80  # letters of a text that is long enough to predict the length of others
# The ratio of the lengths of texts, before any are counted, in other scripts and without vowels;
# how far that of a document may be from it, and how far only if the whole document lacks words.
_USUAL, _USUAL_ARABIC = 0.1, -0.23
_AROUND, _FAR = 0.14, 0.25
_FEWEST_LONG = 5  # texts needed to show this for a document
_MOST_MISSING = 0.8  # deviations that texts on another subject usually lack
_AS_IF = 4  # counted as so many texts with that ratio
_NARROW, _SHORT = 0.075, 1.6  # the variation of the ratio, and how much more in a short text
_UNEXPLAINED, _WORDS = 0.2, 50  # share of words with no equivalent, before any are counted
_LEAST = 0.25  # variance, if there are few words


@dataclass(frozen=True, slots=True)
class _Counted:
    """A text: its length relative to that of the record, its words with and without equivalents."""

    ratio: float
    letters: int
    missing: float  # words of the record without equivalent, beyond the usual, in deviations
    others: int  # words of the text without an equivalent
    words: int


def of_other_extent(pairs: Mapping[Steps, Pair], equivalents: WordEquivalents) -> dict[Steps, str]:
    """The texts in doubt, each with the reason.

    Args:
        pairs: the texts of one record by the steps to them.
        equivalents: the words of its language and of that of the document.
    """
    counted = {
        steps: _count(_bare(ours), _bare(theirs), equivalents)
        for steps, (ours, theirs) in pairs.items()
        if size(ours) and size(theirs)
    }
    expected = _USUAL_ARABIC if equivalents.target == "Arab" else _USUAL
    ratios = [one.ratio for one in counted.values() if one.letters >= _FEWEST]
    if len(ratios) >= _FEWEST_LONG and abs(median(ratios) - expected) > _FAR:
        return dict.fromkeys(counted, "all of the document is shorter or longer than the record")
    usual = median(ratios + [expected] * _AS_IF)
    usual = min(max(usual, expected - _AROUND), expected + _AROUND)
    return dict(_in_doubt(counted, usual))


def _in_doubt(counted: Mapping[Steps, _Counted], usual: float) -> Iterator[tuple[Steps, str]]:
    texts = [*counted.values()]
    missing = median([one.missing for one in texts if one.letters >= _FEWEST] + [0.0])
    missing = min(max(0, missing), _MOST_MISSING)
    share = _share_of_others(texts)
    for steps, one in counted.items():
        longer = (one.ratio - usual) / sqrt(_NARROW**2 + _SHORT / one.letters)
        beyond = one.others - share * one.words
        others = beyond / sqrt(one.words * share * (1 - share) + 2 * _LEAST)
        if longer - (one.missing - missing) < _LACKING:
            yield steps, "words of the record seem to be missing in it"
        elif longer + others > _BESIDES:
            yield steps, "it seems to have words that are not in the record"


def _share_of_others(texts: Sequence[_Counted]) -> float:
    others = sum(one.others for one in texts) + _UNEXPLAINED * _WORDS
    return others / (sum(one.words for one in texts) + _WORDS)


def _count(ours: str, theirs: str, equivalents: WordEquivalents) -> _Counted:
    words = equivalents.in_source(ours)
    known = [equivalents.meant[word] for word in equivalents.known_in_target(theirs)]
    shares = [equivalents.shares[word] for word in words]
    fitting = len(words & frozenset().union(*known))
    variance = sum(share * (1 - share) for share in shares) + _LEAST
    return _Counted(
        log(size(theirs) / size(ours)),
        size(ours),
        (sum(shares) - fitting) / sqrt(variance),
        sum(words.isdisjoint(meant) for meant in known),
        len(known),
    )


def _bare(text: str) -> str:
    return NOTE.sub("", read_escapes(text))
