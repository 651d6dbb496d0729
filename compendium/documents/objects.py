"""Objects within a text that are not text: pictures, fields, and text shown in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compendium.documents.doubted import Doubt
from compendium.documents.original import Line, is_formula, is_power

_TOUCHING = re.compile(r" ([.,;:!?)\]])")
OBJECT = "\ufdd8"  # marks the place of an object while a document is read
OTHERWISE = "\ufdd9"  # precedes text that is shown in another way than the file states
LOWERED = "\ufddb"  # follows lowered figures
_SIGNS = {OBJECT: Doubt.OBJECT, OTHERWISE: Doubt.LOOK, LOWERED: Doubt.LOWERED}
_GONE = str.maketrans("", "", OTHERWISE + LOWERED)


def with_objects_told(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines without the placeholders for objects, which become doubts about the lines.

    If an object is alone in a line, the doubt is attached to the line before.

    >>> [line] = with_objects_told([Line("Lamps", 1), Line("\ufdd8", 2)])
    >>> [(doubt.name, text) for doubt, text in line.doubts]
    [('OBJECT', 'Lamps')]
    """
    marked: list[Line] = []
    for line in lines:
        doubts = [doubt for sign, doubt in _SIGNS.items() if sign in line.text]
        if not doubts:
            marked.append(line)
            continue
        text = " ".join(line.text.replace(OBJECT, " ").translate(_GONE).split())
        if text.replace("*", "").strip():
            marked.append(_doubted(replace(line, text=_TOUCHING.sub(r"\1", text)), doubts))
        elif marked:
            marked[-1] = _doubted(marked[-1], doubts)
    return tuple(marked)


def lowered(text: str) -> str:
    """The placeholder after a lowered text: figures, or a part of a formula.

    >>> lowered("2") == LOWERED, lowered("n") == OBJECT
    (True, True)
    """
    return LOWERED if is_power(text.strip()) else OBJECT if is_formula(text) else ""


def _doubted(line: Line, doubts: Iterable[Doubt]) -> Line:
    return replace(line, doubts=(*line.doubts, *((doubt, line.text) for doubt in doubts)))
