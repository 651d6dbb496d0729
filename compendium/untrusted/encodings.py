"""Decodes markup in any declared encoding; refuses what does not match its declaration."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import webencodings

from compendium.errors import InputError

_MARKS = (  # those of UTF-32 first: they begin like those of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_HEAD = 4096  # bytes in which a document declares its encoding
_XML = re.compile(rb"^\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"'>]*)[\"']", re.ASCII)
_HTML = re.compile(rb"<meta[^>]*?\scharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.ASCII | re.IGNORECASE)
_META = re.compile(
    rb"<meta[^>]*?content\s*=\s*[\"'][^\"']*charset\s*=\s*([^\s\"';>]+)", re.ASCII | re.IGNORECASE
)
_WIDE = "utf-16"  # a declaration that was read as single bytes cannot be in UTF-16
_REMEDY = "save it as UTF-8"


def decoded_xml(content: bytes, path: Path | str) -> str:
    """Decode an XML document by its byte order mark, by its declaration, or as UTF-8.

    Raises:
        InputError: if it declares an unknown encoding, or is not written in the one it declares.
    """
    return _decoded(content, path, (_XML,))


def decoded_page(content: bytes, path: Path) -> str:
    """Decode a web page by its byte order mark, by its declaration, or as UTF-8.

    Raises:
        InputError: if it declares an unknown encoding, or is not written in the one it declares.
    """
    return _decoded(content, path, (_XML, _HTML, _META))


def _decoded(content: bytes, path: Path | str, declarations: tuple[re.Pattern[bytes], ...]) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], codecs.lookup(name), name, path)
    for start, name in _UNMARKED:
        if content.startswith(start):
            return _strictly(content, codecs.lookup(name), name, path)
    head = content[:_HEAD]
    declared = next(filter(None, (pattern.search(head) for pattern in declarations)), None)
    if declared is None:
        return _strictly(content, codecs.lookup("utf-8"), "utf-8", path)
    name = declared[1].decode("ascii", "replace")
    encoding = webencodings.lookup(name)
    if encoding is not None and encoding.name.startswith(_WIDE):
        encoding = webencodings.UTF8
    if encoding is None or encoding.name == "x-user-defined":
        raise InputError(
            f"{path}: it declares the encoding {name[:40]!r}, which cannot be read",
            remedy=_REMEDY,
        )
    return _strictly(content, encoding.codec_info, encoding.name, path)


def _strictly(content: bytes, codec: codecs.CodecInfo, name: str, path: Path | str) -> str:
    try:
        return codec.decode(content, "strict")[0]
    except UnicodeDecodeError as fault:
        raise InputError(
            f"{path}: byte {fault.start} is not {name.upper()}", remedy=_REMEDY
        ) from None
