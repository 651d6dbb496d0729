"""Determines the kind of a fetched file by its bytes, or else by the type the server declares."""

from __future__ import annotations

from compendium.fetching.answer_bytes import kind_as
from compendium.fetching.fetch_errors import FetchError
from compendium.fetching.transfer import Received
from compendium.untrusted.archives import part_names
from compendium.untrusted.kinds import Kind

_KINDS = "documents are PDF, Word (.docx), XML, plain text or HTML"
_LONGEST = 100  # letters of the server's type in a message
_ENDINGS = {Kind.PDF: "pdf", Kind.XML: "xml"}


def ending(received: Received, *, pages: bool) -> str:
    """The file ending for a received document, which must be of a kind that can be imported.

    A web page instead of a document usually means that there is none, so `pages` must allow it.

    Raises:
        FetchError: if it is empty, of an unknown kind, or a page that `pages` does not allow.
    """
    content, called = received.content, received.kind
    if not content.strip():
        raise FetchError(f"{received.address}: the document is empty", remedy="try again later")
    kind = kind_as(content, called)
    if kind is Kind.ARCHIVE:
        return _word(received)
    if kind is Kind.PAGE:
        return _page(received, pages=pages)
    if kind is Kind.OTHER and called == "text/plain" and b"\0" not in content:
        return "txt"
    if kind not in _ENDINGS:
        described = f"a file of type {called[:_LONGEST]}" if called else "a file without a type"
        kind_name = f" ({kind.value.name})" if kind.value.remedy else ""
        remedy = kind.value.remedy or _KINDS
        message = f"{received.address}: {described} is not a document{kind_name}"
        raise FetchError(message, remedy=remedy)
    return _ENDINGS[kind]


def _word(received: Received) -> str:
    if "word/document.xml" not in (part_names(received.content) or ()):
        raise FetchError(f"{received.address}: an archive, but not a Word file", remedy=_KINDS)
    return "docx"


def _page(received: Received, *, pages: bool) -> str:
    if not pages:
        raise FetchError(
            f"{received.address}: the address returned a web page instead of a document",
            remedy="open the address in a browser; if the page is the document, use --pages",
        )
    return "html"
