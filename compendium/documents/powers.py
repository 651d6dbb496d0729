"""Powers of ten, whose raised figures are not marks of notes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from compendium.documents.blocks import KEPT
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.printed import PrintedText

_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_IN_FIGURES = str.maketrans(_FIGURES, "0123456789")
_OF_TEN = r"(?:^|(?<=[\s(×·~≈=]))10"  # noqa: RUF001
_POWER = re.compile(rf"({_OF_TEN})([{_FIGURES}]+)")
_MARKED = re.compile(rf"{_OF_TEN}(?:[{_FIGURES}]+|\[\^\d+\])")
_NOT_OF_TEN = re.compile(rf"({_OF_TEN}{KEPT})|{KEPT}")


def with_powers_kept(text: str, notes: Container[str]) -> str:
    """A text with the figures of powers of ten protected, except those that call a note.

    Args:
        text: the text in the document.
        notes: the numbers of its notes.
    """

    def kept(power: re.Match[str]) -> str:
        named = power[2].translate(_IN_FIGURES) in notes
        return power[0] if named else f"{power[1]}{KEPT}{power[2]}"

    return _POWER.sub(kept, text)


def without_other_signs(text: str) -> str:
    """A text in which only powers of ten, among protected raised figures, stay protected.

    >>> without_other_signs("10\ufdda⁶ lamps\ufdda²") == "10\ufdda⁶ lamps²"
    True
    """
    return _NOT_OF_TEN.sub(lambda sign: sign[1] or "", text)


def powers_in(texts: Iterable[PrintedText], *, raised: bool) -> Iterator[Doubted]:
    """The marks of notes in texts that may be powers of ten, and the powers that may be marks.

    Args:
        texts: the texts of a record.
        raised: whether the format of the document shows which raised figures are marks
            of notes.
    """
    for text in texts:
        for found in _MARKED.finditer(text.text):
            if "[" in found[0]:
                yield Doubted(Doubt.DIVISION, text.line, found[0])
            elif not raised:
                yield Doubted(Doubt.RAISED, text.line, found[0])
