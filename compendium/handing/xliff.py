"""XLIFF 2.0: one `file` a catalogue, one `unit` a text, whose id is the key.

*Emphasis* and note marks [^1] stay plain text, as translators see them everywhere else. Format:
https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from compendium.errors import InputError
from compendium.findings import Finding, Place
from compendium.handing.returned import Returned, ReturnedRow
from compendium.handing.rows import Handover, Row
from compendium.handing.stamp import Stamp, find_stamp
from compendium.texts.states import State
from compendium.untrusted.markup import line_of, name_of

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
XLIFF_STATES = {
    State.MISSING: "initial",
    State.FUZZY: "initial",
    State.UNOFFICIAL: "translated",
    State.REVIEWED: "reviewed",
    State.OFFICIAL: "final",
}
_CLAIMS = {
    "translated": State.UNOFFICIAL,
    "reviewed": State.REVIEWED,
    "final": State.REVIEWED,  # official takes the symbol of a document, which no tool asks for
}
_STAMP = "handed-over"
_PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def make_xliff(handover: Handover) -> bytes:
    """The XLIFF document of a hand-over."""
    root = etree.Element(
        _q("xliff"),
        {"version": "2.0", "srcLang": handover.source.lang, "trgLang": handover.target.lang},
        nsmap={None: NAMESPACE},  # type: ignore[dict-item] # the stubs know no default namespace
    )
    for name, rows in handover.in_catalogues().items():
        identity = {"id": name.replace("/", "."), "original": f"{name}.po"}
        file = etree.SubElement(root, _q("file"), identity | _PRESERVE)
        for row in rows:
            _add_unit(file, row, rtl=handover.target.direction == "rtl")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_unit(file: etree._Element, row: Row, *, rtl: bool) -> None:
    attributes = {"id": row.key, "canResegment": "no"} | ({"trgDir": "rtl"} if rtl else {})
    unit = etree.SubElement(file, _q("unit"), attributes)
    notes = etree.SubElement(unit, _q("notes"))
    for line in row.context:
        etree.SubElement(notes, _q("note"), {"category": "context"}).text = line
    if row.symbol:
        etree.SubElement(notes, _q("note"), {"category": "symbol"}).text = row.symbol
    if row.previous:
        etree.SubElement(notes, _q("note"), {"category": "previous-source"}).text = row.previous
    etree.SubElement(notes, _q("note"), {"category": _STAMP, "priority": "10"}).text = str(
        row.stamp
    )
    segment = etree.SubElement(unit, _q("segment"), {"state": XLIFF_STATES[row.state]})
    etree.SubElement(segment, _q("source")).text = row.source
    if row.target:
        etree.SubElement(segment, _q("target")).text = row.target


def read_xliff(root: etree._Element, path: Path) -> Returned:
    """Read an XLIFF document that came back.

    Raises:
        InputError: if it is of another version, or holds no text.
    """
    if root.tag != _q("xliff"):
        version = root.get("version", "without version")
        raise InputError(
            f"{path}: XLIFF {version}, not 2.0", remedy="have it exported as XLIFF 2.0"
        )
    findings: list[Finding] = []
    rows = tuple(_read_unit(unit, path, findings) for unit in root.iter(_q("unit")))
    if not rows:
        raise InputError(f"{path}: it holds no unit", remedy="have it exported again")
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    return Returned("XLIFF", source, target, rows, tuple(findings))


def _read_unit(unit: etree._Element, path: Path, findings: list[Finding]) -> ReturnedRow:
    key = unit.get("id", "")
    place = Place(str(path), line_of(unit))
    stamp = _stamp(unit)
    segments = list(unit.iterchildren(_q("segment"), _q("ignorable")))
    sources = [_text(segment.find(_q("source"))) for segment in segments]
    targets = [segment.find(_q("target")) for segment in segments]
    translated = [
        target is not None
        for segment, target in zip(segments, targets, strict=True)
        if segment.tag == _q("segment")
    ]
    if any(translated) and not all(translated):
        findings.append(
            Finding(
                place, "H011", f"{key}: only a part is translated", "translate the rest of the unit"
            )
        )
    whole = "".join(
        source if target is None else _text(target)
        for source, target in zip(sources, targets, strict=True)
    )
    return ReturnedRow(
        place=place,
        key=key,
        source="".join(sources),
        target=whole if any(translated) else "",
        stamp=stamp,
        claim=_claim(unit, stamp),
    )


def _stamp(unit: etree._Element) -> Stamp | None:
    for note in unit.iter(_q("note")):
        if note.get("category") == _STAMP:
            return find_stamp(note.text or "")
    return None


def _claim(unit: etree._Element, stamp: Stamp | None) -> State | None:
    """The lowest state of the segments, unless it was handed over so."""
    states = {segment.get("state", "initial") for segment in unit.iterchildren(_q("segment"))}
    if stamp is not None and states == {XLIFF_STATES[stamp.state]}:
        return None
    for state in ("translated", "reviewed", "final"):
        if state in states and "initial" not in states:
            return _CLAIMS[state]
    return None


def _text(element: etree._Element | None) -> str:
    """The text of a source or target; codes that a tool put in stand for no text."""
    return "" if element is None else "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if name_of(child) == "cp":  # a character that XML cannot hold
            yield _character(child.get("hex", ""))
        elif name_of(child) in {"mrk", "pc"}:
            yield from _pieces(child)
        yield child.tail or ""


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\N{REPLACEMENT CHARACTER}"
