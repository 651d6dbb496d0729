"""Reads and writes `lock.yaml`, the list of fetched documents with addresses and checksums."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field
from ruamel.yaml import YAML

from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Value
from compendium.proof import encoded, proven
from compendium.reading.one_file import load_one, read_content

LOCK_FILE = "lock.yaml"
_HEAD = "# The official documents that `compendium fetch` got. Written by it, never by hand.\n"


class Locked(Value):
    """One fetched document: its file beside the list, and the file's properties when fetched."""

    symbol: DocumentSymbol
    language: str
    file: Annotated[str, Field(pattern=r"^[^/\\.][^/\\]*$")]
    address: str
    fetched: datetime
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]


class Lock(Value):
    """All fetched documents, sorted by symbol and language."""

    documents: tuple[Locked, ...] = ()

    def find(self, symbol: str, language: str) -> Locked | None:
        """The entry of one document in one language, if it was fetched."""
        for document in self.documents:
            if (document.symbol, document.language) == (symbol, language):
                return document
        return None

    def with_document(self, new: Locked) -> Lock:
        """The list with one entry added; it replaces an older entry for the same document."""
        others = [d for d in self.documents if (d.symbol, d.language) != (new.symbol, new.language)]
        documents = sorted([*others, new], key=lambda d: (d.symbol, d.language))
        return Lock(documents=tuple(documents))


def read_lock(folder: Path) -> Lock:
    """Read the list of a folder; it is empty if nothing was fetched yet.

    Raises:
        InputError: if the file exists and is not such a list.
    """
    path = folder / LOCK_FILE
    if not path.exists():
        return Lock()
    remedy = "restore the file from Git, or delete it and fetch again"
    return load_one(path, Lock, remedy=remedy)


def lock_content(lock: Lock, folder: Path) -> bytes:
    """Return the list as YAML after a check that it can be read back; bytes are reproducible.

    Raises:
        OutputError: if it cannot be read back.
    """
    path = folder / LOCK_FILE

    def read(content: bytes) -> Lock:
        return read_content(content, str(path), Lock)

    return proven(path, encoded(path, _lock_text(lock)), read, lock)


def _lock_text(lock: Lock) -> str:
    yaml = YAML(pure=True)  # keeps the order of the fields
    yaml.width = 4096  # an address stays on its line
    out = io.StringIO()
    yaml.dump(lock.model_dump(mode="json"), out)
    return _HEAD + out.getvalue()
