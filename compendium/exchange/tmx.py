"""TMX 1.4: the translation memory, with one `tu` for each translated text and its key as tuid.

Format: https://www.gala-global.org/tmx-14b
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from compendium import __version__
from compendium.errors import InputError
from compendium.exchange.returned import Returned, ReturnedRow, claimed, left_out
from compendium.exchange.rows import Handover, Row
from compendium.exchange.stamp import checksum, find_stamp
from compendium.findings import Finding, Place
from compendium.texts.states import State
from compendium.untrusted.xml_markup import line_of, name_of

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The content of these is code, not text, unless the source matches its stamp only with it.
_CODES = ("bpt", "ept", "it", "ph", "ut")
_STATES = {state.value: state for state in State}


def make_tmx(handover: Handover) -> bytes:
    """Make the translation memory of translated rows; a fuzzy row has no place in it."""
    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "compendium",
            "creationtoolversion": __version__,
            "segtype": "paragraph",
            "o-tmf": "PO",
            "adminlang": "en",
            "srclang": handover.source.lang,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for row in handover.rows:
        _add_tu(body, row, handover)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_tu(body: etree._Element, row: Row, handover: Handover) -> None:
    tu = etree.SubElement(body, "tu", {"tuid": row.key})
    etree.SubElement(tu, "prop", {"type": "x-state"}).text = row.state
    if row.symbol:
        etree.SubElement(tu, "prop", {"type": "x-symbol"}).text = row.symbol
    etree.SubElement(tu, "prop", {"type": "x-catalogue"}).text = row.catalogue
    etree.SubElement(tu, "prop", {"type": "x-handed-over"}).text = str(row.stamp)
    for language, text in ((handover.source, row.source), (handover.target, row.target)):
        tuv = etree.SubElement(tu, "tuv", {_LANG: language.lang})
        etree.SubElement(tuv, "seg").text = text


def read_tmx(root: etree._Element, path: Path) -> Returned:
    """Read a returned translation memory.

    Raises:
        InputError: if it has no texts, no source language, or several other languages.
    """
    header = root.find("header")
    source = "" if header is None else header.get("srclang", "")
    units = list(root.iter("tu"))
    tags = {_tag(tuv) for unit in units for tuv in unit.iterchildren("tuv")}
    others = {tag for tag in tags if not _same(tag, source)}
    if len(others) != 1:
        raise InputError(
            f"{path}: translations into one language are expected beside {source or 'the source'}; "
            f"found: {', '.join(sorted(others)) or 'none'}",
            remedy="export it with the source and one language",
        )
    findings = [
        left_out(Place(str(path), line_of(note)), f"a note: {note.text}")
        for note in root.iter("note")
        if (note.text or "").strip()
    ]
    rows = tuple(_read_tu(unit, source, path, findings) for unit in units)
    return Returned("TMX", source, others.pop(), rows, tuple(findings))


def _read_tu(unit: etree._Element, source: str, path: Path, findings: list[Finding]) -> ReturnedRow:
    props = {prop.get("type"): prop.text or "" for prop in unit.iterchildren("prop")}
    key, place = unit.get("tuid", ""), Place(str(path), line_of(unit))
    segments = _segments(unit, source)
    stamp = find_stamp(props.get("x-handed-over", ""))
    texts = {
        is_source: [_text(seg, codes=True) for seg in segments[is_source]] for is_source in segments
    }
    if stamp is None or checksum("".join(texts[True])) != stamp.source:
        texts = {
            is_source: [_text(seg, codes=False) for seg in segments[is_source]]
            for is_source in segments
        }
        codes = [code for seg in segments[False] for code in _codes(seg)]
        if codes:
            findings.append(left_out(place, f"{key}: codes of the tool: {' '.join(codes)}"))
    if any(len(set(versions)) > 1 for versions in texts.values()):
        message, remedy = f"{key}: a part has two translations", "delete one of the two"
        findings.append(Finding(place, "H015", message, remedy))
    return ReturnedRow(
        place=place,
        key=key,
        source=next(iter(texts[True]), None),
        target=next(iter(texts[False]), ""),
        stamp=stamp,
        claim=claimed(_STATES.get(props.get("x-state", "")), stamp),
    )


def _segments(unit: etree._Element, source: str) -> dict[bool, list[etree._Element]]:
    """The segments of a unit, by whether they are in the source language."""
    segments: dict[bool, list[etree._Element]] = {True: [], False: []}
    for tuv in unit.iterchildren("tuv"):
        segments[_same(_tag(tuv), source)] += tuv.iterchildren("seg")
    return segments


def _tag(tuv: etree._Element) -> str:
    return tuv.get(_LANG) or tuv.get("lang") or ""


def _same(tag: str, other: str) -> bool:
    """Whether two tags mean the same language; tools write EN-US for en."""
    return tag.casefold().partition("-")[0] == other.casefold().partition("-")[0]


def _text(seg: etree._Element, *, codes: bool) -> str:
    """The text of a segment, with or without the content of its codes."""
    return "".join(_pieces(seg, codes=codes))


def _pieces(element: etree._Element, *, codes: bool) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if codes or name_of(child) not in _CODES:
            yield from _pieces(child, codes=codes)
        yield child.tail or ""


def _codes(seg: etree._Element) -> list[str]:
    """The content of the codes of a segment."""
    texts = (_text(code, codes=True) for code in seg.iter(*_CODES))
    return [text for text in texts if text.strip()]
