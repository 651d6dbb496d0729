"""Reads the content of PDF pages: shown text, its marks, fonts and colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_SHOWING = {"Tj", "TJ", "'", '"'}
_COLOURS = {"g", "rg", "k", "cs", "sc", "scn", "G", "RG", "K", "CS", "SC", "SCN"}

# An operator and its operands, such as ("k", (0, 0, 0, 1)).
Colour = tuple[str, tuple[object, ...]]


@dataclass(slots=True)
class Content:
    """The counted content of one page."""

    shown: int = 0
    unmarked: int = 0
    marks: set[int] = field(default_factory=set)
    fonts: set[str] = field(default_factory=set)
    colours: Counter[Colour] = field(default_factory=Counter)
    text_colours: Counter[Colour] = field(default_factory=Counter)


def read_content(page: pikepdf.Page) -> Content:
    """Read the content of a page, including the groups that it draws."""
    content = Content()
    _Reader(content, page.obj.get("/Resources", pikepdf.Dictionary()), marks=0).read(page.obj)
    return content


class _Reader:
    """Reads one stream of instructions, and the groups that it draws."""

    def __init__(self, content: Content, resources: Any, *, marks: int) -> None:
        self._content = content
        self._resources = resources
        self._marks = marks
        self._fill: Colour = ("g", (0.0,))
        self._stack: list[Colour] = []

    def read(self, drawn: Any) -> None:
        for operands, operator in _instructions(drawn):
            if operator in _SHOWING:
                self._show()
            elif operator in _COLOURS:
                self._colour(operator, operands)
            else:
                self._follow(operator, operands)

    def _show(self) -> None:
        self._content.shown += 1
        self._content.unmarked += not self._marks
        self._content.text_colours[self._fill] += 1

    def _colour(self, operator: str, operands: Sequence[Any]) -> None:
        colour = (operator, tuple(_plain(operand) for operand in operands))
        self._content.colours[colour] += 1
        if operator.islower():
            self._fill = colour

    def _follow(self, operator: str, operands: Sequence[Any]) -> None:
        match operator:
            case "BMC" | "BDC":
                self._marks += 1
                self._content.marks |= _number(operands)
            case "EMC":
                self._marks -= 1
            case "q":
                self._stack.append(self._fill)
            case "Q":
                self._fill = self._stack.pop()
            case "Tf":
                self._content.fonts.add(str(operands[0]))
            case "Do":
                self._draw(self._resources.XObject[str(operands[0])])

    def _draw(self, group: Any) -> None:
        if group.Subtype == "/Form":
            resources = group.get("/Resources", self._resources)
            _Reader(self._content, resources, marks=self._marks).read(group)


def _instructions(drawn: Any) -> Iterator[tuple[Sequence[Any], str]]:
    for instruction in pikepdf.parse_content_stream(drawn):
        yield list(instruction.operands), str(instruction.operator)


def _number(operands: Sequence[Any]) -> set[int]:
    """The number of a marked content, if it has one."""
    properties = operands[-1]
    return (
        {int(properties.MCID)}
        if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
        else set()
    )


def _plain(operand: Any) -> object:
    """A number as a float, a name as a string."""
    return str(operand) if isinstance(operand, pikepdf.Object) else float(operand)
