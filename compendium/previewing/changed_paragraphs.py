"""Finds the paragraphs that differ between two composed documents of one edition, by their ids."""

from __future__ import annotations

from typing import Any, TypeAlias

from compendium.composing.pandoc_ast import Element

# What is in each paragraph, piece by piece, by its id.
Paragraphs: TypeAlias = dict[str, tuple[str, ...]]
_LISTS = frozenset({"OrderedList", "BulletList"})
_BLOCKS = frozenset({"Div", "Para", "Plain", "Header"})
# The number of a paragraph and the link to it follow from its place.
_OF_THE_PLACE = frozenset({"numeral", "permalink"})


def paragraphs_of(document: Element) -> Paragraphs:
    """What belongs to each id: what is within, or after a heading, unless it has an id itself.

    Metadata such as the title, and what stands before all ids, belong to the id "".
    """
    pieces: dict[str, list[str]] = {"": []}
    _gather(document["meta"], "", pieces)
    _gather_blocks(document["blocks"], "", pieces)
    return {identifier: tuple(gathered) for identifier, gathered in pieces.items()}


def changed_paragraphs(before: Paragraphs, after: Paragraphs) -> tuple[str, ...]:
    """The ids of what changed, in the order of the later document, but that of metadata last.

    Paragraphs that only got another number, because one was added or removed before them, are not
    listed. Where a paragraph was only removed, its place is: the paragraph that follows, or else
    the one before.
    """
    if before == after:
        return ()
    known = set(before.values())
    differing = [name for name, pieces in after.items() if pieces != before.get(name)]
    differing.sort(key=lambda name: not name)  # the others keep their order
    rewritten = [name for name in differing if after[name] not in known]
    return tuple(rewritten or differing[:1] or _before_removed(before, after))


def _before_removed(before: Paragraphs, after: Paragraphs) -> list[str]:
    """The last paragraph before the first one that is not there any more."""
    last = ""
    for identifier in before:
        if identifier not in after:
            break
        last = identifier
    return [last]


def _gather_blocks(blocks: list[Element], owner: str, pieces: dict[str, list[str]]) -> None:
    for block in blocks:
        kind, content = block["t"], block["c"]
        if kind in _LISTS:
            for item in content[1] if kind == "OrderedList" else content:
                _gather_blocks(item, owner, pieces)
            continue
        if kind not in _BLOCKS:
            _gather(content, owner, pieces)
            continue
        if kind in {"Div", "Header"}:
            *_, (identifier, classes, pairs), inside = content
            within = identifier or owner
            pieces.setdefault(within, []).extend([kind, *classes])
            _gather(pairs, within, pieces)
            owner = within if kind == "Header" else owner
        else:
            within, inside = owner, content
        _gather_within(kind, inside, within, pieces)


def _gather_within(kind: str, inside: Any, owner: str, pieces: dict[str, list[str]]) -> None:
    if kind == "Div":
        _gather_blocks(inside, owner, pieces)
    else:
        _gather(inside, owner, pieces)


def _gather(value: Any, owner: str, pieces: dict[str, list[str]]) -> None:
    """Add the pieces of what is not a block: inline elements, attributes, tables, metadata."""
    if isinstance(value, list):
        for part in value:
            _gather(part, owner, pieces)
    elif isinstance(value, dict):
        if value.get("t") in {"Span", "Link"} and _OF_THE_PLACE & set(value["c"][0][1]):
            return
        for name, part in value.items():
            pieces[owner].append(name)
            _gather(part, owner, pieces)
    else:
        pieces[owner].append(str(value))
