"""The bytes of an answer: unpacked where the server packed them, and whole."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from compendium.fetching.errors import FetchError, PassingError

PDF, ARCHIVE = b"%PDF-", b"PK\x03\x04"
_XML = frozenset({"application/xml", "application/akn+xml", "text/xml"})
_PAGE = frozenset({"text/html", "application/xhtml+xml"})
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body")
_END = 2048  # bytes in which the end of a PDF file stands, with what some programs add to it
_GZIP = 16 + zlib.MAX_WBITS
_LATER = "try again later"


def unpacked(content: bytes, encoding: str, address: str, largest: int) -> bytes:
    """The bytes without the packing that a server put on though nobody asked for it.

    No more is unpacked than one byte over the largest size.

    Raises:
        FetchError: if the packing is not known.
        PassingError: if it is damaged or cut off.
    """
    if encoding in {"", "identity"}:
        return content
    if encoding not in {"gzip", "x-gzip"}:
        raise FetchError(
            f"{address}: its bytes are packed in a way that nobody asked for ({encoding})",
            remedy="open the address in a browser, and save the document from there",
        )
    unpacker = zlib.decompressobj(_GZIP)
    try:
        found = unpacker.decompress(content, largest + 1)
    except zlib.error as fault:
        raise PassingError(
            f"{address}: the packed bytes are damaged ({fault})", remedy=_LATER
        ) from None
    if len(found) <= largest and not unpacker.eof:
        raise PassingError(f"{address}: the packed bytes are cut off", remedy=_LATER)
    return found


def is_page(content: bytes, kind: str) -> bool:
    """Whether the bytes are those of a web page, whatever the server calls them."""
    start = _start(content).lower()
    if start.startswith((b"<?xml", b"<!--")):
        return b"<html" in content[:4096].lower()
    return start.startswith(_PAGE_STARTS) or kind in _PAGE


def is_xml(content: bytes, kind: str) -> bool:
    """Whether the bytes are XML that is no web page."""
    start = _start(content)
    found = start.startswith(b"<?xml") or (kind in _XML and start.startswith(b"<"))
    return found and not is_page(content, kind)


def check_whole(content: bytes, kind: str, address: str) -> None:
    """See that a file whose form shows its end has come to it.

    Raises:
        PassingError: if a PDF file, an archive or XML is cut off or damaged.
    """
    fault = ""
    if content.startswith(PDF):
        fault = "" if b"%%EOF" in content[-_END:] else "a PDF file without its end"
    elif content.startswith(ARCHIVE):
        try:
            zipfile.ZipFile(io.BytesIO(content)).close()
        except zipfile.BadZipFile:
            fault = "an archive without its end"
    elif is_xml(content, kind):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            etree.fromstring(content, parser)
        except etree.XMLSyntaxError as said:
            fault = f"XML that is cut off or damaged ({said.msg})"
    if fault:
        raise PassingError(f"{address}: {fault}", remedy=_LATER)


def _start(content: bytes) -> bytes:
    return content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
