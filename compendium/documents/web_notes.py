"""Notes of a web page: which links call them, and which elements contain them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

_LABEL = re.compile(r"\s*([\[(]?)\s*(\d{1,3})\s*[\]).]?\s*")
_RAISED = re.compile(r"super|footnote|endnote|noteref", re.IGNORECASE)
_WHOLE = re.compile(r"mso-element\s*:\s*(?:footnote|endnote)\s*(?:;|$)|doc-(?:foot|end)note$")
_NAMED = re.compile(r"_?(?:ftn|edn|fn|en|footnote|endnote|note)[-_:.]?\d{1,3}", re.IGNORECASE)
_BLOCKS = ("li", "p", "div", "td", "dd", "aside", "blockquote")


@dataclass
class WebNotes:
    """The number of the note that each link calls, and the number of the note in each element.

    `back` are the arrows in notes that lead back to the text.
    """

    calls: dict[etree._Element, str] = field(default_factory=dict)
    notes: dict[etree._Element, str] = field(default_factory=dict)
    back: set[etree._Element] = field(default_factory=set)


def notes_of(root: etree._Element) -> WebNotes:
    """Find the notes of a page: targets further down of raised numbers, or numbers in brackets."""
    notes = WebNotes()
    places: dict[etree._Element, int] = {}
    targets: dict[str, etree._Element] = {}
    for place, element in enumerate(root.iter()):
        places[element] = place
        for name in ("id", "name"):
            targets.setdefault(element.get(name, ""), element)
    for link in root.iter("a"):
        label = _LABEL.fullmatch("".join(map(str, link.itertext())))
        target = targets.get(link.get("href", "#").removeprefix("#") or "#")
        if label is None or target is None:
            continue
        note = _whole_note(target)
        if not (_is_raised(link) or (label[1] and _opens(note, label[2]))):
            continue
        is_within = any(note is ancestor for ancestor in link.iterancestors())
        if places[target] > places[link] and not is_within:
            number = notes.notes.setdefault(note, label[2])
            if number == label[2]:
                notes.calls[link] = number
    links = (link for note in notes.notes for link in note.iter("a"))
    notes.back.update(link for link in links if _is_arrow(link))
    return notes


def without_label(text: str, number: str, raised: str) -> tuple[str, bool]:
    """The text of a note without the number before it, and whether that number was there.

    >>> without_label("[12] See above.", "12", "¹²"), without_label("See 12.", "12", "¹²")
    (('See above.', True), ('See 12.', False))
    """
    label = re.compile(
        rf"\s*[\[(\ufdd1]?(?:{number}|{raised})(?![\d⁰¹²³⁴⁵⁶⁷⁸⁹])[\])\ufdd2]?[.:]?\s*"
    )
    match = label.match(text)
    return (text[match.end() :], True) if match else (text, False)


def _opens(note: etree._Element, number: str) -> bool:
    """Whether a possible note begins with its number in brackets."""
    return bool(re.match(rf"\s*[\[(]{number}[\])]", "".join(map(str, note.itertext()))))


def _is_arrow(link: etree._Element) -> bool:
    says = "".join(map(str, link.itertext()))
    return link.get("href", "").startswith("#") and not any(map(str.isalnum, says))


def _is_raised(link: etree._Element) -> bool:
    """Whether a link, its parent or its content is raised, or declared as the call of a note."""
    parent = link.getparent()
    around: list[etree._Element] = [] if parent is None else [parent]
    elements = (*link.iter(), *around)
    return any(each.tag == "sup" or bool(_RAISED.search(_said(each))) for each in elements)


def _said(element: etree._Element) -> str:
    return " ".join(element.get(name, "") for name in ("class", "style", "role"))


def _whole_note(target: etree._Element) -> etree._Element:
    """The element that contains the whole note."""
    above = [target, *target.iterancestors()]
    for ancestor in above:
        if (
            ancestor.tag == "li"
            or (ancestor.tag != "a" and _NAMED.fullmatch(ancestor.get("id", "")))
            or _WHOLE.search(ancestor.get("style", ""))
            or _WHOLE.search(ancestor.get("role", ""))
        ):
            return ancestor
    return next((ancestor for ancestor in above if ancestor.tag in _BLOCKS), target)
