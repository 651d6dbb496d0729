"""Reads back what is about to be written, to prove that the file can be read again.

A writer that allows what its reader forbids makes a file at which every later command stops; one
that escapes too little makes a file with another meaning. So no writer is trusted.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from compendium.errors import OutputError

_REMEDY = "nothing was written, and an old file stays; report it with what was to be written"


def proven(
    path: Path, content: bytes, read: Callable[[bytes], object], meant: object, remedy: str = ""
) -> bytes:
    """Return the content of a file after a check that its reader understands it as intended.

    Args:
        path: the file, for messages.
        content: what is to be written.
        read: the reader of such files; it may raise any exception.
        meant: the value that it must return for this content.
        remedy: what to do if it does not, if that is known.

    Raises:
        OutputError: if the content cannot be read, or reads as another value.
    """
    try:
        value = read(content)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the file cannot be read again
        reason = " ".join(str(getattr(fault, "message", fault)).split())
        message = f"{path}: what was to be written cannot be read again: {reason}"
        raise OutputError(message, remedy=remedy or _REMEDY) from None
    if value != meant:
        message = f"{path}: what was to be written would read as something else"
        raise OutputError(message, remedy=remedy or _REMEDY)
    return content


def proven_json(path: Path, content: object, text: str) -> bytes:
    """Return JSON text as bytes after a check that it reads as its content; see `proven`.

    Raises:
        OutputError: if it does not.
    """
    return proven(path, encoded(path, text), json.loads, content)


def encoded(path: Path, text: str) -> bytes:
    r"""Encode a text in UTF-8.

    >>> encoded(Path("a.txt"), "phare")
    b'phare'

    Raises:
        OutputError: if it contains half of a surrogate pair, which UTF-8 cannot encode.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as fault:
        half = f"U+{ord(text[fault.start]):04X}"
        message = (
            f"{path}: the text contains {half}, half of a character, which no file can contain"
        )
        raise OutputError(message, remedy="find it in the sources, and delete it") from None
