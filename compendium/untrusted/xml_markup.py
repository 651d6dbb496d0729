"""Reads XML from outside: fetches nothing, expands nothing, and lets nothing grow without limit."""

from __future__ import annotations

import xml.parsers.expat
from pathlib import Path
from typing import Any

from lxml import etree

from compendium.errors import InputError
from compendium.untrusted.encodings import decoded_xml
from compendium.untrusted.limits import check_markup

_AGAIN = "ask for it again, as the translator's program saved it"


def parse_xml(content: bytes, path: Path | str, *, remedy: str = _AGAIN) -> etree._Element:
    """Parse an XML document from a path or an address; `remedy` is for one that is not well formed.

    A document type that only names its DTD is accepted, because TMX files have one; the DTD is
    never loaded. Declarations inside the document are refused, because they can define entities.
    The tree has only elements, no comments, instructions or entities.

    Raises:
        InputError: if it is too large, not well formed, or declares something.
    """
    check_markup(content, path, remedy)
    text = decoded_xml(content, path).encode()
    _refuse_declarations(text, path, remedy)
    try:
        root = etree.fromstring(text, _careful_parser())
    except (etree.LxmlError, ValueError) as fault:
        raise _broken(fault, path, remedy) from None
    for entity in root.iter(etree.Entity):
        raise InputError(
            f"{path}:{entity.sourceline}: the entity {entity.text} is not defined",
            remedy="write the letter itself",
        )
    return root


def _careful_parser() -> etree.XMLParser:
    """A parser that loads nothing, and leaves out comments and instructions."""
    return etree.XMLParser(
        encoding="utf-8",  # whatever the document declares: it is decoded already
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_declarations(content: bytes, path: Path | str, remedy: str) -> None:
    def refuse(_name: str, _system: str | None, _public: str | None, inside: int) -> None:
        if inside:
            raise InputError(
                f"{path}: it declares entities or elements of its own",
                remedy="remove the declarations from the file, or ask for it again",
            )

    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the end of the document; it takes no keyword
    except xml.parsers.expat.ExpatError as fault:
        raise _broken(fault, path, remedy) from None


def _broken(fault: Exception, path: Path | str, remedy: str) -> InputError:
    return InputError(f"{path}: not well-formed XML: {fault}", remedy=remedy)


def line_of(element: etree._Element) -> int:
    """The line on which an element begins."""
    line: Any = element.sourceline  # the stubs do not give its type
    return int(line or 0)


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname
