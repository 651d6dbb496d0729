"""Finds texts whose words are not those of the record: exchanged texts, or unrelated ones.

Measured on a session of the General Assembly in five languages, with words counted in two thirds of
its resolutions and tried on the others: of two neighbours that were exchanged, 998 of a thousand
pairs are found, and no pair that was not. Of texts put in place of another, nine of ten are found,
of titles three of four; of 16,000 correct texts two are in doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compendium.languages.word_equivalents import WordEquivalents
from compendium.model.markup import NOTE, read_escapes
from compendium.model.record_texts import Steps

Pair = tuple[str, str]  # the text of the record, that of the document
_PART, _BESIDE = 3, 5  # of the words, five aside, one of three fits
_MOST = 150  # texts of which each is compared with each; of more, those near one another
_NEAR = 12  # texts


def of_other_words(pairs: Mapping[Steps, Pair], equivalents: WordEquivalents) -> dict[Steps, str]:
    """The texts that are in doubt because of their own words, each with the reason.

    Args:
        pairs: the texts of one record by the steps to them.
        equivalents: the words of its language and of that of the document.
    """
    return {
        steps: "hardly any of its words translates a word of the record"
        for steps, (ours, theirs) in pairs.items()
        if _has_other_words(_bare(ours), _bare(theirs), equivalents)
    }


def exchanged(pairs: Mapping[Steps, Pair], equivalents: WordEquivalents) -> dict[Steps, str]:
    """The texts that would fit better in each other's place, each with the other place.

    Args:
        pairs: the texts of one record by the steps to them, in order.
        equivalents: the words of its language and of that of the document.
    """
    steps = [*pairs]
    ours = [equivalents.in_source(_bare(text)) for text, _ in pairs.values()]
    theirs = [equivalents.in_target(_bare(text)) for _, text in pairs.values()]
    found: dict[Steps, str] = {}
    for places in _exchanged(ours, theirs):
        first, second = (steps[place] for place in places)
        found |= {first: _rather(second), second: _rather(first)}
    return found


def _has_other_words(ours: str, theirs: str, equivalents: WordEquivalents) -> bool:
    """Whether too few of the known words on both sides have an equivalent on the other."""
    words = equivalents.in_source(ours)
    meant = [equivalents.meant[word] for word in equivalents.known_in_target(theirs)]
    fitting = len(words & frozenset().union(*meant))
    fitting += sum(not words.isdisjoint(others) for others in meant)
    return _PART * fitting <= len(words) + len(meant) - _BESIDE


def _rather(other: Steps) -> str:
    return f"its words are rather those of {'.'.join(other)}, and the other way round"


def _exchanged(
    ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """The places of two texts of which more words fit in each other's place than in their own.

    Each text is in at most one pair: the pair with the most additional words that fit.
    """
    pairs = sorted(_better_exchanged(ours, theirs), reverse=True)
    taken: set[int] = set()
    for _, *places in pairs:
        if taken.isdisjoint(places):
            taken.update(places)
            yield places[0], places[1]


def _better_exchanged(
    ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int, int]]:
    """How many words more fit if two texts are exchanged, and their places."""
    own = [len(our & their) for our, their in zip(ours, theirs, strict=True)]
    reach = len(own) if len(own) <= _MOST else _NEAR
    for first, words in enumerate(ours):
        for second in range(first + 1, min(len(own), first + reach)):
            fitting = len(words & theirs[second]) + len(ours[second] & theirs[first])
            if fitting > own[first] + own[second]:
                yield fitting - own[first] - own[second], first, second


def _bare(text: str) -> str:
    return NOTE.sub("", read_escapes(text))
