"""Reads a returned XLIFF 2 document from any translation tool.

A tool may split a text into segments, reorder them in the translation, and replace parts that must
not change by codes, with the original beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from compendium.errors import InputError
from compendium.exchange.returned import Returned, ReturnedRow, left_out
from compendium.exchange.stamp import Stamp, checksum, find_stamp
from compendium.exchange.xliff import NOTES, STAMP, XLIFF_STATES, qualified
from compendium.findings import Finding, Place
from compendium.texts.states import State
from compendium.untrusted.xml_markup import line_of, name_of

_CLAIMS = {
    "initial": None,
    "translated": State.UNOFFICIAL,
    "reviewed": State.REVIEWED,
    "final": State.REVIEWED,  # official needs the symbol of a document, which no tool asks for
}
_ORIGINALS = ("dataRef", "dataRefStart", "dataRefEnd")
_NUMBER = re.compile(r"[0-9]{1,6}")
_NO_DATA: Mapping[str, str] = {}


def read_xliff(root: etree._Element, path: Path) -> Returned:
    """Read a returned XLIFF document.

    Raises:
        InputError: if it has another version or contains no text.
    """
    if root.tag != qualified("xliff"):
        version = root.get("version", "without version")
        raise InputError(f"{path}: XLIFF {version}, not 2.0", remedy="export it as XLIFF 2.0")
    findings = list(_notes(root, path))
    rows = tuple(_read_unit(unit, path, findings) for unit in root.iter(qualified("unit")))
    if not rows:
        raise InputError(f"{path}: it contains no unit", remedy="export it again")
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    return Returned("XLIFF", source, target, rows, tuple(findings))


def _notes(root: etree._Element, path: Path) -> Iterator[Finding]:
    """Find the notes and comments that somebody added to the file."""
    for note in root.iter(qualified("note")):
        if note.get("category") not in NOTES and (note.text or "").strip():
            yield left_out(Place(str(path), line_of(note)), f"a note: {note.text}")
    for mark in root.iter(qualified("mrk")):
        if mark.get("type") == "comment" and mark.get("value"):
            yield left_out(Place(str(path), line_of(mark)), f"a comment: {mark.get('value')}")


def _read_unit(unit: etree._Element, path: Path, findings: list[Finding]) -> ReturnedRow:
    key = unit.get("id", "")
    place = Place(str(path), line_of(unit))
    stamp = _stamp(unit)
    parts = list(unit.iterchildren(qualified("segment"), qualified("ignorable")))
    findings += [
        Finding(place, code, f"{key}: {message}", remedy)
        for code, message, remedy in _faults(parts)
    ]
    data = {item.get("id", ""): _text(item, _NO_DATA) for item in unit.iter(qualified("data"))}
    source = _whole(parts, data, "source")
    if not data or stamp is None or checksum(source) != stamp.source:
        source = _whole(parts, _NO_DATA, "source")
        codes = [data[name] for target in _targets(parts) for name in _codes(target, data)]
        if codes:
            findings.append(left_out(place, f"{key}: codes of the tool: {' '.join(codes)}"))
        data = {}
    return ReturnedRow(
        place=place,
        key=key,
        source=source,
        target=_whole(parts, data, "target") if any(map(_is_translated, parts)) else "",
        stamp=stamp,
        claim=_claim(parts, stamp),
    )


def _targets(parts: Iterable[etree._Element]) -> list[etree._Element]:
    return [target for part in parts for target in part.iterchildren(qualified("target"))]


def _is_translated(part: etree._Element) -> bool:
    """Whether a segment has a translation; an empty one counts if its state says so."""
    target = part.find(qualified("target"))
    if part.tag != qualified("segment") or target is None:
        return False
    return bool(_text(target, _NO_DATA)) or part.get("state", "initial") != "initial"


def _faults(parts: list[etree._Element]) -> Iterator[tuple[str, str, str]]:
    """Find contradictions in a unit: code, message, remedy."""
    segments = [part for part in parts if part.tag == qualified("segment")]
    translated = [_is_translated(part) for part in segments]
    if any(translated) and not all(translated):
        yield "H011", "only a part is translated", "translate the rest of the unit"
    if len(_targets(parts)) > len({part for part in parts if len(_targets([part]))}):
        yield "H015", "a part has two translations", "delete one of the two"
    order = [_order(part, number) for number, part in enumerate(parts, start=1)]
    if sorted(order) != list(range(1, len(parts) + 1)):
        message = f"the numbers of its parts are not 1, 2, 3 and so on: {order}"
        yield "H015", message, "number the targets of the unit from 1, each number once"
    for state in {part.get("state", "initial") for part in segments} - _CLAIMS.keys():
        yield "H008", f"there is no state {state!r}", f"write one of: {', '.join(_CLAIMS)}"


def _order(part: etree._Element, number: int) -> int:
    """The place of a part in the translation: of its target, or else its own; 0 if unreadable."""
    target = part.find(qualified("target"))
    order = None if target is None else target.get("order")
    if order is None:
        return number
    return int(order) if _NUMBER.fullmatch(order) else 0


def _whole(parts: list[etree._Element], data: Mapping[str, str], name: str) -> str:
    """The text of a unit: its sources, or its targets in order, with the gaps of the source."""
    if name == "target":
        numbered = enumerate(parts, start=1)
        parts = [part for _, part in sorted(numbered, key=lambda pair: _order(pair[1], pair[0]))]
    texts = ((part.find(qualified(name)), part.find(qualified("source"))) for part in parts)
    return "".join(_text(source if text is None else text, data) for text, source in texts)


def _stamp(unit: etree._Element) -> Stamp | None:
    for note in unit.iter(qualified("note")):
        if note.get("category") == STAMP:
            return find_stamp(note.text or "")
    return None


def _claim(parts: Iterable[etree._Element], stamp: Stamp | None) -> State | None:
    """The lowest state of the segments, unless the text was handed over with it."""
    segments = [part for part in parts if part.tag == qualified("segment")]
    states = {segment.get("state", "initial") for segment in segments}
    if stamp is not None and states == {XLIFF_STATES[stamp.state]}:
        return None
    return next((claim for state, claim in _CLAIMS.items() if state in states), None)


def _text(element: etree._Element | None, data: Mapping[str, str]) -> str:
    """The text of a source or target, with the originals of its codes."""
    return "" if element is None else "".join(_pieces(element, data))


def _pieces(element: etree._Element, data: Mapping[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = name_of(child)
        if name == "cp":  # a character that XML cannot contain
            yield _character(child.get("hex", ""))
        yield data.get(child.get("dataRef" if name != "pc" else "dataRefStart", ""), "")
        if name in {"mrk", "pc"}:
            yield from _pieces(child, data)
        yield data.get(child.get("dataRefEnd", ""), "")
        yield child.tail or ""


def _codes(target: etree._Element, data: Mapping[str, str]) -> list[str]:
    """The names of the originals of the codes of a target."""
    names = (child.get(place, "") for child in target.iter() for place in _ORIGINALS)
    return [name for name in names if data.get(name, "").strip()]


def _character(code: str) -> str:
    try:
        character = chr(int(code, 16))
        character.encode()  # a surrogate cannot be encoded
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
    return character
