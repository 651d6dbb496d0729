"""Finds the smallest run of elements that differs between two trees of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """Children of one element that differ; all other elements are alike.

    Attributes:
        place: the numbers of the elements that lead to the parent, from the root.
        first: the number of the first child that differs.
        end: the number after the last one in the old tree.
        new_end: the number after the last one in the new tree.
    """

    place: tuple[int, ...]
    first: int
    end: int
    new_end: int


def difference(old: Any, new: Any, place: tuple[int, ...] = ()) -> Difference | None:
    """The difference between two trees; None if they are alike."""
    before, after = list(old), list(new)
    first = _alike(before, after)
    if first == len(before) == len(after) and _shell(old) == _shell(new):
        return None
    rest = min(len(before), len(after)) - first
    last = min(rest, _alike(before[::-1], after[::-1]))
    found = Difference(place, first, len(before) - last, len(after) - last)
    if found.end - first == found.new_end - first == 1 and _shell(old) == _shell(new):
        inner_old, inner_new = before[first], after[first]
        if len(inner_old) and len(inner_new) and _shell(inner_old) == _shell(inner_new):
            return difference(inner_old, inner_new, (*place, first))
    return found


def _alike(before: list[Any], after: list[Any]) -> int:
    """How many elements at the beginning are alike."""
    pairs = zip(before, after, strict=False)
    return next(
        (number for number, pair in enumerate(pairs) if not _is_same(*pair)),
        min(len(before), len(after)),
    )


def _shell(element: Any) -> tuple[Any, ...]:
    """What an element is without the elements in it."""
    return element.tag, element.attrib, element.text, element.tail


def _is_same(one: Any, other: Any) -> bool:
    return (
        len(one) == len(other) and _shell(one) == _shell(other) and all(map(_is_same, one, other))
    )
