"""The list of fetched documents, `lock.yaml`: what came from where, when and unchanged since."""

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
    """One fetched document: its file beside the list, and what that file was when it came."""

    symbol: DocumentSymbol
    language: str
    file: Annotated[str, Field(pattern=r"^[^/\\.][^/\\]*$")]
    address: str
    fetched: datetime
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=0)]


class Lock(Value):
    """All fetched documents, in order of symbol and language."""

    documents: tuple[Locked, ...] = ()

    def find(self, symbol: str, language: str) -> Locked | None:
        """The entry of one document in one language, if it was fetched."""
        for document in self.documents:
            if (document.symbol, document.language) == (symbol, language):
                return document
        return None

    def with_document(self, new: Locked) -> Lock:
        """The list with one entry added, or put in the place of an older one."""
        others = [d for d in self.documents if (d.symbol, d.language) != (new.symbol, new.language)]
        documents = sorted([*others, new], key=lambda d: (d.symbol, d.language))
        return Lock(documents=tuple(documents))


def read_lock(folder: Path) -> Lock:
    """Read the list of a folder; an empty one where nothing was fetched yet.

    Raises:
        InputError: if the file is there and is no such list.
    """
    path = folder / LOCK_FILE
    if not path.exists():
        return Lock()
    remedy = "restore the file from Git, or delete it and fetch again"
    return load_one(path, Lock, remedy=remedy)


def lock_content(lock: Lock, folder: Path) -> bytes:
    """The list as YAML, once it reads as this list; the same list always gives the same bytes.

    Raises:
        OutputError: if it does not.
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
