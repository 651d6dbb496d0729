"""What stands within a text and is none: pictures, formulas, fields that are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compendium.documents.doubted import Doubt
from compendium.documents.original import Line

_TOUCHING = re.compile(r" ([.,;:!?)\]])")
OBJECT = "\ufdd8"  # stands where one was, while a document is read


def with_objects_told(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines without the signs for objects, which are doubts about them.

    One that is alone in its line is told of the line before.

    >>> [line] = with_objects_told([Line("Lamps", 1), Line("\ufdd8", 2)])
    >>> [(doubt.name, text) for doubt, text in line.doubts]
    [('OBJECT', 'Lamps')]
    """
    told: list[Line] = []
    for line in lines:
        if OBJECT not in line.text:
            told.append(line)
            continue
        text = " ".join(line.text.replace(OBJECT, " ").split())
        if text.replace("*", "").strip():
            told.append(_doubted(replace(line, text=_TOUCHING.sub(r"\1", text))))
        elif told:
            told[-1] = _doubted(told[-1])
    return tuple(told)


def _doubted(line: Line) -> Line:
    return replace(line, doubts=(*line.doubts, (Doubt.OBJECT, line.text)))
