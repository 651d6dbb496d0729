"""Numbers the notes of a document and links each number to the text of its note.

This happens before Pandoc sees the document, because Pandoc gets it in parts, and the number of a
note depends on all notes before it. A document is what `compendium compose` writes: the content of
a note is paragraphs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

Element = dict[str, Any]
Blocks = list[Element]
# Writes a note: its number and its content become the elements that stand at its place.
_Write = Callable[[int, list[Element]], list[Element]]


def notes_beside_text(blocks: Blocks) -> None:
    """Put each note of a printed page beside its number; the styles move it to the page's foot."""

    def write(number: int, content: list[Element]) -> list[Element]:
        call, place = f"note-call-{number}", f"note-{number}"
        back = _link(f"{number} ", call, ["", ["note-back"], []])
        note = {"t": "Span", "c": [[place, ["footnote"], []], [back, *content]]}
        return [_link(str(number), place, [call, ["note-call"], []]), note]

    _number(blocks, write)


def notes_at_end(blocks: Blocks, heading: Callable[[], str]) -> None:
    """Put the notes of a page for the screen under a heading at its end.

    Args:
        blocks: the blocks of the document, which are changed.
        heading: gives the words of the heading; called only if there are notes.
    """
    items: list[Blocks] = []

    def write(number: int, content: list[Element]) -> list[Element]:
        call, place = f"fnref{number}", f"fn{number}"
        roles = [["role", "doc-backlink"], ["aria-label", str(number)]]
        back = _link("↩\N{VARIATION SELECTOR-15}", call, ["", ["footnote-back"], roles])
        text = {"t": "Para", "c": [*content, {"t": "Space"}, back]}
        items.append([{"t": "Div", "c": [[place, [], []], [text]]}])
        raised = {"t": "Superscript", "c": [_string(str(number))]}
        reference = [call, ["footnote-ref"], [["role", "doc-noteref"]]]
        return [{"t": "Link", "c": [reference, [raised], [f"#{place}", ""]]}]

    _number(blocks, write)
    if items:
        title = {"t": "Header", "c": [1, ["notes", [], []], [_string(heading())]]}
        style = [1, {"t": "DefaultStyle"}, {"t": "DefaultDelim"}]
        notes = {"t": "OrderedList", "c": [style, items]}
        attributes = ["", ["footnotes"], [["role", "doc-endnotes"]]]
        blocks.append({"t": "Div", "c": [attributes, [title, notes]]})


def _number(blocks: Blocks, write: _Write) -> None:
    """Replace the notes in the order of the text."""
    numbers = iter(range(1, 1_000_000))
    for block in blocks:
        if '"Note"' in json.dumps(block):  # much faster than a walk, and most blocks have none
            _replace(block["c"], numbers, write)


def _replace(value: Any, numbers: Iterator[int], write: _Write) -> None:
    if isinstance(value, dict):
        _replace(value.get("c"), numbers, write)
    elif isinstance(value, list):
        elements = []
        for part in value:
            if isinstance(part, dict) and part.get("t") == "Note":
                elements += write(next(numbers), _inlines(part["c"]))
            else:
                _replace(part, numbers, write)
                elements.append(part)
        value[:] = elements


def _inlines(paragraphs: Blocks) -> list[Element]:
    """The content of paragraphs as one text, with a line break between two of them."""
    breaks: list[list[Element]] = [[], *([{"t": "LineBreak"}] for _ in paragraphs[1:])]
    return [
        inline
        for line_break, paragraph in zip(breaks, paragraphs, strict=True)
        for inline in (*line_break, *paragraph["c"])
    ]


def _string(text: str) -> Element:
    return {"t": "Str", "c": text}


def _link(text: str, place: str, attributes: list[Any]) -> Element:
    return {"t": "Link", "c": [attributes, [_string(text)], [f"#{place}", ""]]}
