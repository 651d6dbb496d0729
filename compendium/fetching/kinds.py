"""What kind of file came: by its first bytes, then by what the server calls it."""

from __future__ import annotations

from compendium.fetching.errors import FetchError
from compendium.fetching.transfer import Received

_BEGINNINGS = {b"%PDF-": "pdf", b"PK\x03\x04": "docx", b"\xd0\xcf\x11\xe0": "doc"}
_KINDS = {
    "application/xml": "xml",
    "application/akn+xml": "xml",
    "text/xml": "xml",
    "text/plain": "txt",
    "text/html": "html",
    "application/xhtml+xml": "html",
}


def ending(received: Received, *, pages: bool) -> str:
    """The ending for the name of the file.

    A web page in place of a document most often says that there is none, so `pages` must allow it.

    Raises:
        FetchError: if it is nothing, no kind that is known, or a page that was not asked for.
    """
    if not received.content:
        raise FetchError(f"{received.address}: the document is empty", remedy="try again later")
    for beginning, found in _BEGINNINGS.items():
        if received.content.startswith(beginning):
            return found
    known = _KINDS.get(received.kind)
    if known is None:
        raise FetchError(
            f"{received.address}: {received.kind or 'a file without a type'} is no document",
            remedy="documents are PDF, Word, XML, plain text or HTML",
        )
    if known == "html" and not pages:
        raise FetchError(
            f"{received.address}: a web page came in place of a document",
            remedy="open the address in a browser; where the page is the document, use --pages",
        )
    return known
