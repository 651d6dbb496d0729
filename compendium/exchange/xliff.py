"""Makes XLIFF 2.0: one `file` for each catalogue, one `unit` for each text, whose id is its key.

*Emphasis* and note marks [^1] stay plain text, as translators see them everywhere else. Format:
https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html
"""

from __future__ import annotations

from lxml import etree

from compendium.exchange.rows import Handover, Row
from compendium.texts.states import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
XLIFF_STATES = {
    State.MISSING: "initial",
    State.FUZZY: "initial",
    State.UNOFFICIAL: "translated",
    State.REVIEWED: "reviewed",
    State.OFFICIAL: "final",
}
STAMP = "handed-over"
NOTES = frozenset({"context", "symbol", "previous-source", STAMP})
_PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}


def qualified(name: str) -> str:
    """The name of an element with the namespace of XLIFF."""
    return f"{{{NAMESPACE}}}{name}"


def make_xliff(handover: Handover) -> bytes:
    """Make the XLIFF document of a handover."""
    root = etree.Element(
        qualified("xliff"),
        {"version": "2.0", "srcLang": handover.source.lang, "trgLang": handover.target.lang},
        nsmap={None: NAMESPACE},  # type: ignore[dict-item] # the stubs know no default namespace
    )
    for name, rows in handover.in_catalogues().items():
        identity = {"id": name.replace("/", "."), "original": f"{name}.po"}
        file = etree.SubElement(root, qualified("file"), identity | _PRESERVE)
        for row in rows:
            _add_unit(file, row, rtl=handover.target.direction == "rtl")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add_unit(file: etree._Element, row: Row, *, rtl: bool) -> None:
    attributes = {"id": row.key, "canResegment": "no"} | ({"trgDir": "rtl"} if rtl else {})
    unit = etree.SubElement(file, qualified("unit"), attributes)
    notes = etree.SubElement(unit, qualified("notes"))
    for line in row.context:
        etree.SubElement(notes, qualified("note"), {"category": "context"}).text = line
    if row.symbol:
        etree.SubElement(notes, qualified("note"), {"category": "symbol"}).text = row.symbol
    if row.previous:
        etree.SubElement(
            notes, qualified("note"), {"category": "previous-source"}
        ).text = row.previous
    etree.SubElement(notes, qualified("note"), {"category": STAMP, "priority": "10"}).text = str(
        row.stamp
    )
    segment = etree.SubElement(unit, qualified("segment"), {"state": XLIFF_STATES[row.state]})
    etree.SubElement(segment, qualified("source")).text = row.source
    if row.target:
        etree.SubElement(segment, qualified("target")).text = row.target
