"""Proof that a file can be read again: what is about to be written is read back first.

A writer that allows what its reader forbids makes a file at which every command stops from then
on; one that escapes too little, a file that says something else. So no writer is trusted.
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
    """The content of a file, once its reader understood it as it is meant.

    Args:
        path: the file, for messages.
        content: what is to be written.
        read: what the reader of such files makes of a content; it may raise anything.
        meant: what it must make of this one.
        remedy: what to do if it does not, where that is known.

    Raises:
        OutputError: if it cannot be read, or reads as something else.
    """
    try:
        said = read(content)
    except Exception as fault:  # noqa: BLE001 - whatever it is, the file could not be read again
        told = " ".join(str(getattr(fault, "message", fault)).split())
        message = f"{path}: what was to be written cannot be read again: {told}"
        raise OutputError(message, remedy=remedy or _REMEDY) from None
    if said != meant:
        message = f"{path}: what was to be written would read as something else"
        raise OutputError(message, remedy=remedy or _REMEDY)
    return content


def proven_json(path: Path, content: object, text: str) -> bytes:
    """A text of JSON, once it read as its content; see `proven`.

    Raises:
        OutputError: if it does not.
    """
    return proven(path, encoded(path, text), json.loads, content)


def encoded(path: Path, text: str) -> bytes:
    r"""A text in UTF-8.

    >>> encoded(Path("a.txt"), "phare")
    b'phare'

    Raises:
        OutputError: if it holds half of a pair, which UTF-8 has no bytes for.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as fault:
        half = f"U+{ord(text[fault.start]):04X}"
        message = f"{path}: the text holds {half}, half of a character, which no file can hold"
        raise OutputError(message, remedy="find it in the sources, and delete it") from None
