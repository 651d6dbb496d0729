"""The tracked changes of a Word file: as if accepted, as if rejected, or refused."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from lxml import etree

from compendium.documents.word_styles import WORD
from compendium.errors import InputError

PUT_IN = (f"{WORD}ins", f"{WORD}moveTo")
TAKEN_OUT = (f"{WORD}del", f"{WORD}moveFrom")


class Changes(StrEnum):
    """What to do with tracked changes; `ASSUME` accepts them if nobody decided."""

    ASSUME = "assume"
    ACCEPT = "accept"
    REJECT = "reject"
    REFUSE = "refuse"


def settle_changes(root: etree._Element, changes: Changes, path: Path) -> None:
    """Accept or reject the tracked changes of a part.

    A paragraph whose end was deleted continues with the next one.

    Raises:
        InputError: if they are to be refused.
    """
    if changes is Changes.REFUSE:
        raise InputError(
            f"{path}: changes are tracked in it",
            remedy="get the document as it was issued, or say --changes accept or --changes reject",
        )
    put_in, taken_out = PUT_IN, TAKEN_OUT
    if changes is Changes.REJECT:
        put_in, taken_out = taken_out, put_in
    for paragraph in list(root.iter(f"{WORD}p")):
        ends = (paragraph.find(f"{WORD}pPr/{WORD}rPr/{name}") for name in taken_out)
        if any(end is not None for end in ends):
            _join_with_next(paragraph)
    for gone in list(root.iter(*taken_out)):
        remove(gone)
    for deleted in list(root.iter(f"{WORD}delText")) if changes is Changes.REJECT else ():
        deleted.tag = f"{WORD}t"
    for kept in list(root.iter(*put_in)):
        unwrap(kept)


def _join_with_next(paragraph: etree._Element) -> None:
    following = paragraph.getnext()
    if following is None or following.tag != f"{WORD}p":
        return
    place = 1 if following.find(f"{WORD}pPr") is not None else 0
    following[place:place] = [child for child in paragraph if child.tag != f"{WORD}pPr"]
    remove(paragraph)


def unwrap(element: etree._Element) -> None:
    """Replace an element by its contents, without its properties."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    kept = [child for child in element if not str(child.tag).endswith("Pr")]
    parent[place : place + 1] = kept


def remove(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
