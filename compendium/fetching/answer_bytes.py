"""Decompresses the bytes of a response, and checks that they are complete."""

from __future__ import annotations

import zlib

from compendium.errors import InputError
from compendium.fetching.fetch_errors import FetchError, PassingError
from compendium.untrusted.archives import part_names
from compendium.untrusted.kinds import Kind, kind_of
from compendium.untrusted.xml_markup import parse_xml

_XML = frozenset({"application/xml", "application/akn+xml", "text/xml"})
_PAGE = frozenset({"text/html", "application/xhtml+xml"})
_END = 2048  # bytes that contain the end mark of a PDF file and what some programs add after it
_GZIP = 16 + zlib.MAX_WBITS
_LATER = "try again later"


def unpacked(content: bytes, encoding: str, address: str, largest: int) -> bytes:
    """Decompress bytes that a server compressed although this was not requested.

    At most one byte more than the largest size is decompressed.

    Raises:
        FetchError: if the compression is unknown.
        PassingError: if the bytes are damaged or truncated.
    """
    if encoding in {"", "identity"}:
        return content
    if encoding not in {"gzip", "x-gzip"}:
        raise FetchError(
            f"{address}: its content is compressed in a way that was not requested ({encoding})",
            remedy="open the address in a browser, and save the document from there",
        )
    unpacker = zlib.decompressobj(_GZIP)
    try:
        decompressed = unpacker.decompress(content, largest + 1)
    except zlib.error as fault:
        raise PassingError(
            f"{address}: the compressed content is damaged ({fault})", remedy=_LATER
        ) from None
    if len(decompressed) <= largest and not unpacker.eof:
        raise PassingError(f"{address}: the compressed content is truncated", remedy=_LATER)
    return decompressed


def kind_as(content: bytes, called: str) -> Kind:
    """The kind of the bytes; if they do not show it, the kind that the server declares."""
    kind = kind_of(content)
    if kind is not Kind.OTHER:
        return kind
    if called in _PAGE:
        return Kind.PAGE
    return Kind.XML if called in _XML and content.lstrip().startswith(b"<") else kind


def check_whole(content: bytes, called: str, address: str) -> None:
    """Check that a file is complete, if its format shows its end.

    Raises:
        PassingError: if a PDF file, an archive or XML is truncated or damaged.
    """
    kind = kind_as(content, called)
    if kind is Kind.PDF and b"%%EOF" not in content[-_END:]:
        raise PassingError(f"{address}: a PDF file without its end", remedy=_LATER)
    if kind is Kind.ARCHIVE and part_names(content) is None:
        raise PassingError(f"{address}: an archive without its end", remedy=_LATER)
    if kind is Kind.XML:
        try:
            parse_xml(content, address)
        except InputError as fault:
            raise PassingError(fault.message, remedy=_LATER) from None
