"""Records which structure element WeasyPrint makes from which box while it writes a PDF.

WeasyPrint gives a box the role of its HTML element and keeps no relation between the two. There is
no hook, so its function is wrapped; `rendering.structure_tags` completes the structure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

from compendium.rendering.patches.replacing import patch, replaced

ELEMENTS = patch(
    tags,
    "_build_box_tree",
    "box parent pdf page_number nums annotations tags",
    "it gives a box the role of its element and says no more of it",
)

# After these, a line may end without a space.
_NO_SPACE_AFTER = "/-\u2010\u2013\u2014"
WORD_JOINER = "\u2060"  # added after hyphens by the filter for print
NOTE_CALL = "note-call"  # the class in the templates
# Classes of letters: wide ones, which have no spaces between words; those that are always read from
# the left; those that are always read from the right.
_WIDE, _LEFT_TO_RIGHT, _RIGHT_TO_LEFT = {"W", "F"}, {"L", "EN"}, {"R", "AL"}


@dataclass(slots=True)
class Tagging:
    """The boxes of the elements of a structure, and the texts of its marked content.

    Attributes:
        boxes: the box of each element, by the number of its object in the PDF.
        words: the words of texts that are not drawn as they are read, by page (from zero) and
            number of marked content.
        apart: the texts in Latin letters and the marks of notes in a right-to-left document, by
            page and number of marked content.
    """

    boxes: dict[int, Any] = field(default_factory=dict)
    words: dict[tuple[int, int], str] = field(default_factory=dict)
    apart: set[tuple[int, int]] = field(default_factory=set)


@contextmanager
def follow_tagging(*, right_to_left: bool) -> Iterator[Tagging]:
    """Record what is tagged within this context.

    Args:
        right_to_left: whether the document runs from right to left; then programs that extract
            text reverse much that is drawn in reading order.
    """
    following = _Following(right_to_left=right_to_left)
    with replaced(ELEMENTS, following.instead_of):
        yield following.seen


class _Pages:
    """A PDF whose pages are all there; pydyf lists them again for each element."""

    def __init__(self, pdf: Any) -> None:
        self.page_references = pdf.page_references
        self.add_object = pdf.add_object


class _Following:
    """Wraps the function that makes elements from boxes."""

    def __init__(self, *, right_to_left: bool) -> None:
        self.seen = Tagging()
        self._right_to_left = right_to_left
        self._spaces: set[int] = set()
        self._pages: _Pages | None = None

    def instead_of(self, original: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def build(box: Any, parent: Any, pdf: Any, *others: Any) -> Iterator[Any]:
            page, _, _, marks = others
            inner = box._box if isinstance(box, AbsolutePlaceholder) else box  # noqa: SLF001
            self._note(inner, page, marks)
            for element in original(box, parent, self._with_pages(pdf), *others):
                self.seen.boxes.setdefault(element.number, inner)
                yield element

        return build

    def _with_pages(self, pdf: Any) -> _Pages:
        if self._pages is None:
            self._pages = _Pages(pdf)
        return self._pages

    def _note(self, box: Any, page: int, marks: Any) -> None:
        """Record the texts of a box that are not drawn as they are read."""
        self._spaces.update(id(text) for text in _before_a_space(box))
        is_call = _is_call(box)
        for text in _texts(box):
            space = " " if id(text) in self._spaces else ""
            if space or _is_hidden(text) or _is_turned(text.text, self._right_to_left):
                self.seen.words[page, marks[text]["mcid"]] = without_joiners(text.text) + space
            if self._right_to_left and (_is_latin(text) or is_call) and not _is_hidden(text):
                self.seen.apart.add((page, marks[text]["mcid"]))


def without_joiners(text: str) -> str:
    """A text without word joiners, which only keep lines from ending in a hyphen."""
    return text.replace(WORD_JOINER, "")


def _is_hidden(box: Any) -> bool:
    """Whether a text takes space but is not drawn: it is for screen readers."""
    return bool(box.style["visibility"] != "visible")


def _is_turned(text: str, right_to_left: bool) -> bool:  # noqa: FBT001 - within this module
    """Whether letters are drawn in another order than reading order, or seem to be."""
    classes = {unicodedata.bidirectional(letter) for letter in text}
    return not classes <= _LEFT_TO_RIGHT if right_to_left else bool(classes & _RIGHT_TO_LEFT)


def _is_latin(box: Any) -> bool:
    """Whether a text has letters that are read from the left, and none from the right."""
    classes = {unicodedata.bidirectional(letter) for letter in box.text}
    return "L" in classes and not classes & _RIGHT_TO_LEFT


def _is_call(box: Any) -> bool:
    """Whether a box is the raised number that refers to a note."""
    return box.element is not None and NOTE_CALL in box.element.get("class", "").split()


def _texts(box: Any) -> Iterator[Any]:
    """The texts directly in a box."""
    for child in getattr(box, "children", ()):
        leaves = child.children if isinstance(child, LineBox) else [child]
        yield from (leaf for leaf in leaves if isinstance(leaf, TextBox))


def _before_a_space(box: Any) -> Iterator[Any]:
    """The last text of each line of a box whose final space was dropped."""
    lines = [
        [leaf for leaf in child.descendants() if isinstance(leaf, TextBox)]
        for child in getattr(box, "children", ())
        if isinstance(child, LineBox)
    ]
    for texts, following in pairwise([line for line in lines if line]):
        last, first = texts[-1].text[-1:], following[0].text[:1]
        if (
            last not in _NO_SPACE_AFTER
            and not {unicodedata.east_asian_width(letter) for letter in last + first} & _WIDE
        ):
            yield texts[-1]
