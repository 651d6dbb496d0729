"""Finds a text that a document has at two places where the record has two different texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from compendium.model.markup import NOTE
from compendium.model.record_texts import Steps

_FEWEST = 20  # letters of a text that is more than a name or a phrase
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_LETTERS = 3  # letters that one such character replaces


def repeated(pairs: Mapping[Steps, tuple[str, str]]) -> dict[Steps, Steps]:
    """The texts of a document that occur at two places, each with the other place.

    A text that the record also repeats is not included.

    Args:
        pairs: the text of the record and that of the document, by steps.

    >>> ours = ("Asks all States to trim wicks;", "Asks all States to sell oil;")
    >>> theirs = "Pide a los Estados que corten mechas;"
    >>> repeated({("1",): (ours[0], theirs), ("2",): (ours[1], theirs)})
    {('1',): ('2',), ('2',): ('1',)}
    >>> theirs = "销售灯油并修剪灯芯"
    >>> repeated({("1",): (ours[0], theirs), ("2",): (ours[1], theirs)})
    {('1',): ('2',), ('2',): ('1',)}
    """
    places: dict[str, list[Steps]] = defaultdict(list)
    for steps, (_, theirs) in pairs.items():
        if _letters(theirs) >= _FEWEST:
            places[_bare(theirs)].append(steps)
    repetitions: dict[Steps, Steps] = {}
    for alike in places.values():
        for steps in alike:
            others = [other for other in alike if _bare(pairs[other][0]) != _bare(pairs[steps][0])]
            repetitions |= {steps: others[0]} if others else {}
    return repetitions


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text)) + (_HAN_LETTERS - 1) * len(_HAN.findall(text))


def _bare(text: str) -> str:
    """The letters and figures of a text alone, without emphasis and stops."""
    return "".join(filter(str.isalnum, NOTE.sub("", text).casefold()))
