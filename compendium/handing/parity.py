"""What a translation must have in common with its source: note marks, emphasis, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NOTE_MARK = re.compile(r"\[\^[^\]]*\]")
_EMPHASIS = re.compile(r"\*[^*\s](?:[^*]*[^*\s])?\*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def faults_of_parity(source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """Code, message and remedy of each fault.

    >>> [code for code, *_ in faults_of_parity("*Recalling* it,[^1]", "Rappelant cela,")]
    ['H007', 'H008']
    """
    marks, given = (sorted(_NOTE_MARK.findall(text)) for text in (source, target))
    if marks != given:
        told = f"the source has the note marks {_list(marks)}, the translation {_list(given)}"
        yield "H007", told, "put each mark where its note belongs, once"
    emphasis, stars = len(_EMPHASIS.findall(source)), _EMPHASIS.findall(target)
    if len(stars) != emphasis or target.count("*") != 2 * len(stars):
        told = f"emphasis: {emphasis} in the source, {len(stars)} in the translation"
        yield "H008", told, "put as many words between asterisks, close to the words"
    places, kept = (sorted(_PLACEHOLDER.findall(text)) for text in (source, target))
    if places != kept:
        told = f"the source has the placeholders {_list(places)}, the translation {_list(kept)}"
        yield "H009", told, "keep what stands in braces as it is"
    if "\n" in target and "\n" not in source:
        yield "H012", "the translation has a line break", "write the text in one paragraph"


def _list(members: list[str]) -> str:
    return " ".join(members) or "none"
