"""Reading XML that came from outside: nothing is fetched, expanded or let grow without limit."""

from __future__ import annotations

import xml.parsers.expat
from pathlib import Path
from typing import Any

from lxml import etree

from compendium.errors import InputError

_AGAIN = "have it sent again, as the program of the translator saved it"


def parse_xml(content: bytes, path: Path, *, remedy: str = _AGAIN) -> etree._Element:
    """Parse an XML document; the remedy is for one that is broken.

    A document type that only names its DTD is let pass, for TMX files carry one; it is never
    loaded. Declarations inside the document are refused: entities come that way.

    Raises:
        InputError: if it is not well formed, or declares something.
    """
    _refuse_declarations(content, path, remedy)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise InputError(f"{path}: no well-formed XML: {fault}", remedy=remedy) from None


def _refuse_declarations(content: bytes, path: Path, remedy: str) -> None:
    def refuse(_name: str, _system: str | None, _public: str | None, inside: int) -> None:
        if inside:
            raise InputError(
                f"{path}: it declares entities or elements of its own",
                remedy="take the declarations out of the file, or have it made anew",
            )

    parser = xml.parsers.expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the end of the document; it takes no keyword
    except xml.parsers.expat.ExpatError as fault:
        raise InputError(f"{path}: no well-formed XML: {fault}", remedy=remedy) from None


def line_of(element: etree._Element) -> int:
    """The line on which an element begins."""
    line: Any = element.sourceline  # the stubs do not say what it is
    return int(line or 0)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname
