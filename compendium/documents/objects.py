"""What stands within a text and is none: pictures, fields, and what is shown in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compendium.documents.doubted import Doubt
from compendium.documents.original import Line, is_formula, is_power

_TOUCHING = re.compile(r" ([.,;:!?)\]])")
OBJECT = "\ufdd8"  # stands where one was, while a document is read
OTHERWISE = "\ufdd9"  # stands before what is shown in another way than the file says
LOWERED = "\ufddb"  # stands after lowered figures
_SIGNS = {OBJECT: Doubt.OBJECT, OTHERWISE: Doubt.LOOK, LOWERED: Doubt.LOWERED}
_GONE = str.maketrans("", "", OTHERWISE + LOWERED)


def with_objects_told(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines without the signs for objects, which are doubts about them.

    If an object stands alone in a line, the doubt goes to the line before.

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
    """The sign after what is lowered: figures, or a part of a formula.

    >>> lowered("2") == LOWERED, lowered("n") == OBJECT
    (True, True)
    """
    return LOWERED if is_power(text.strip()) else OBJECT if is_formula(text) else ""


def _doubted(line: Line, doubts: Iterable[Doubt]) -> Line:
    return replace(line, doubts=(*line.doubts, *((doubt, line.text) for doubt in doubts)))
