"""The sources for one gathering: its file, and the errata of its documents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compendium.comparing.differences import Difference, as_difference
from compendium.errors import InputError
from compendium.model.errata import Column, Errata, Erratum
from compendium.model.gatherings import Meeting, Session
from compendium.model.published import Published, PublishedDocuments
from compendium.reading.folder import ERRATA, PUBLISHED
from compendium.reading.one_file import read_one


def read_recorded(path: Path, kind: type[Meeting | Session]) -> Meeting | Session:
    """Read the file of one gathering.

    Raises:
        InputError: if it has faults, or is another kind of file.
    """
    file, _ = read_one(path, kind)
    if file is None:
        raise InputError(
            f"{path}: it has faults, so nothing can be added to it or compared with it",
            remedy="run `compendium check`, and correct what it finds in this file",
        )
    return file.value


@dataclass(frozen=True, slots=True)
class Explained:
    """The published documents and the errata of the sources."""

    documents: tuple[Published, ...] = ()
    errata: tuple[Erratum, ...] = ()

    def of(self, symbol: str) -> list[Difference]:
        """The differences in text that the errata explain in the document with a symbol."""
        keys = {document.key: document.symbol for document in self.documents}
        return [
            Difference("", difference.place, difference.column, difference.printed, difference.ours)
            for difference in map(as_difference, self.errata)
            if difference.column is Column.TEXT and keys.get(difference.document) == symbol
        ]


def read_explained(sources: Path) -> Explained:
    """Read the errata; a file of these that is missing or has faults explains nothing."""
    documents = _read_if_there(sources / PUBLISHED, PublishedDocuments)
    errata = _read_if_there(sources / ERRATA, Errata)
    if not isinstance(documents, PublishedDocuments) or not isinstance(errata, Errata):
        return Explained()
    return Explained(documents.documents, errata.errata)


def _read_if_there(path: Path, model: type[PublishedDocuments | Errata]) -> object:
    file = read_one(path, model)[0] if path.exists() else None
    return file.value if file else None
