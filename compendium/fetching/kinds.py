"""What kind of file came: by its bytes; where they do not say, by what the server calls it."""

from __future__ import annotations

import io
import zipfile

from compendium.fetching.contents import ARCHIVE, PDF, is_page, is_xml
from compendium.fetching.errors import FetchError
from compendium.fetching.transfer import Received

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_KINDS = "documents are PDF, Word (.docx), XML, plain text or HTML"


def ending(received: Received, *, pages: bool) -> str:
    """The ending for the name of the file, which is of a kind that can be imported.

    A web page in place of a document most often says that there is none, so `pages` must allow it.

    Raises:
        FetchError: if it is nothing, no kind that is known, or a page that was not asked for.
    """
    content, kind = received.content, received.kind
    if not content:
        raise FetchError(f"{received.address}: the document is empty", remedy="try again later")
    if content.startswith(PDF):
        return "pdf"
    if content.startswith(ARCHIVE):
        return _word(received)
    if content.startswith(_OLD_WORD):
        raise FetchError(
            f"{received.address}: a Word file of the old form (.doc), which cannot be imported",
            remedy="open it in a word processor, and save it as .docx",
        )
    if is_page(content, kind):
        return _page(received, pages=pages)
    if is_xml(content, kind):
        return "xml"
    if kind == "text/plain" and b"\0" not in content:
        return "txt"
    called = f"what came as {kind}" if kind else "a file without a type"
    raise FetchError(f"{received.address}: {called} is no document", remedy=_KINDS)


def _word(received: Received) -> str:
    with zipfile.ZipFile(io.BytesIO(received.content)) as archive:
        if "word/document.xml" not in archive.namelist():
            raise FetchError(f"{received.address}: an archive, but no Word file", remedy=_KINDS)
    return "docx"


def _page(received: Received, *, pages: bool) -> str:
    if not pages:
        raise FetchError(
            f"{received.address}: a web page came in place of a document",
            remedy="open the address in a browser; where the page is the document, use --pages",
        )
    return "html"
