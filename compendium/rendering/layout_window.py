"""Chooses what is laid out again: from a page before a change to the first that is as before."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from compendium.rendering.patches.part_layout import Before, Laid, PageState, Place
from compendium.rendering.tree_difference import Difference

_FORCED = frozenset({"page", "left", "right", "recto", "verso"})
# Boxes that show a number, and the values of `content` that depend on what was before.
_NUMBERED = ("::marker", "::footnote-call", "::footnote-marker")
_COUNTED = frozenset({"counter()", "counters()", "quote"})
_SMALL = 0.3  # of all pages
_BODY = 1  # the number of the body in a page; the head before it has no box


def first_page(last: Laid, change: Difference) -> int | None:
    """The number of the page, from zero, before which nothing can differ; None if that is none.

    A page can end earlier because of what follows it, so it is the page before the one that holds
    the change, unless that one begins with a forced break.
    """
    if change.place[:1] != (_BODY,):
        return None
    place = (*change.place[1:], change.first)
    earlier = [
        number
        for number, state in enumerate(last.states[:-1])
        if number and state.is_clean and state.place[1:] < place
    ]
    while earlier and not _is_forced(last.states[earlier[-1]]):
        earlier.pop()
        if earlier:
            return earlier[-1]
    return earlier[-1] if earlier else None


class LayoutWindow:
    """A part of a changed page, from a page of the last layout on.

    Args:
        last: the last layout.
        change: how the page differs from the one that was laid out.
        first: the number of the first page that is laid out again, from zero.
    """

    def __init__(self, last: Laid, change: Difference, first: int) -> None:
        self._last, self.first = last, first
        self._state = last.states[first]
        self._ends = _ends(last, change)
        self._shown: set[str | None] = set()  # the ids of what is in the window

    @property
    def is_small(self) -> bool:
        """Whether it is likely to have much fewer pages than the whole."""
        return min(self._ends.values()) - self.first <= len(self._last.pages) * _SMALL

    def ends_at(self, state: PageState) -> bool:
        """Whether a page begins where one began in the last layout, behind the change."""
        return state.place in self._ends

    def rest(self, state: PageState) -> list[Any] | None:
        """The pages of the last layout that follow a state; None if no page began there."""
        number = self._ends.get(state.place)
        return None if number is None else self._last.pages[number:]

    def before(self) -> Before:
        """What the pages before the window left, and the pages of targets outside it."""
        context, targets = self._last.context, _targets(self._last)
        return Before(
            pages=self.first,
            state=self._state,
            strings=_latest(context.string_set, self.first),
            elements=_latest(context.running_elements, self.first),
            targets={name: targets[name] for name in targets if name not in self._shown},
        )

    def page(self, root: Any) -> str:
        """The HTML of a new page without what stands before and behind the window.

        Empty elements keep the places of those before it, for the boxes and for selectors.
        """
        page = ET.Element(root.tag, root.attrib)
        page.append(root[0])
        body = ET.SubElement(page, root[_BODY].tag, root[_BODY].attrib)
        self._fill(body, root[_BODY], self._path())
        return "<!DOCTYPE html>" + ET.tostring(page, encoding="unicode", method="html")

    def _path(self) -> Place:
        """The numbers of the elements, below the body, that lead to where the window begins."""
        element = self._last.html.etree_element[_BODY]
        box = self._last.root.children[0]
        path: list[int] = []
        for number in self._state.place[1:]:
            box = box.children[number]
            if number >= len(element) or box.element is not element[number]:
                break
            element = element[number]
            path.append(number)
        return tuple(path)

    def _fill(self, target: Any, source: Any, path: Place) -> None:
        """Copy the children of an element, those before the window without what is in them."""
        is_body = target.tag == "body"
        for number, child in enumerate(source):
            if path and number < path[0]:
                ET.SubElement(target, child.tag, child.attrib)
            elif len(path) > 1 and number == path[0]:
                self._fill(ET.SubElement(target, child.tag, child.attrib), child, path[1:])
            elif is_body and path and number > path[0] and self._is_behind(number, path[0]):
                ET.SubElement(target, child.tag, child.attrib)
            else:
                self._show(target, child)

    def _is_behind(self, number: int, window: int) -> bool:
        """Whether a part of the body is behind the window: all but the next, if it goes on."""
        return number > window + 1 or self._begins_anew(number)

    def _show(self, target: Any, child: Any) -> None:
        target.append(child)
        self._shown.update(part.get("id") for part in child.iter())

    def _begins_anew(self, number: int) -> bool:
        """Whether a part of the body began with a forced break."""
        return any(s.place[1:] == (number,) and _is_forced(s) for s in self._last.states)


def _ends(last: Laid, change: Difference) -> dict[Place, int]:
    """The pages of the last layout behind a change, by where they would begin now."""
    depth = len(change.place) - 1  # below the body
    end = (*change.place[1:], change.end)
    moved = change.new_end - change.end
    ends: dict[Place, int] = {(): len(last.pages)}
    for number, state in enumerate(last.states[:-1]):
        place = state.place[1:]
        if not state.is_clean or place < end:
            continue
        if place[:depth] == end[:-1]:
            place = (*place[:depth], place[depth] + moved, *place[depth + 1 :])
        ends.setdefault((0, *place), number)
    return ends


def counts(root: Any) -> bool:
    """Whether what a box shows depends on those before it: numbers of lists, notes, and others."""
    return any(_shows_count(box) for box in root.descendants())


def _shows_count(box: Any) -> bool:
    content = box.style["content"]
    if content in ("inhibit", "none"):
        return False
    if str(box.element_tag).endswith(_NUMBERED):
        return True
    return content != "normal" and any(part[0] in _COUNTED for part in content)


def _is_forced(state: PageState) -> bool:
    return state.beginning[1]["break"] in _FORCED


def _latest(store: Any, pages: int) -> dict[str, Any]:
    """The last value of each name on the first pages."""
    latest = {}
    for name, by_page in store.items():
        if numbers := [number for number, values in by_page.items() if number <= pages and values]:
            latest[name] = by_page[max(numbers)][-1]
    return latest


def _targets(last: Laid) -> dict[str, Any]:
    """The counters of the page on which each target stands."""
    targets: dict[str, Any] = {}
    for page, state in zip(last.pages, last.states[1:], strict=True):
        counters = state.beginning[3][1]
        for box in page.descendants():
            if name := box.style["anchor"]:
                targets.setdefault(name, counters)
    return targets
