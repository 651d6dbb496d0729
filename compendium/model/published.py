"""The published documents that the records are compared with."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from compendium.model.bounds import Ordinal
from compendium.model.gatherings import BodyKey
from compendium.model.symbols import DocumentSymbol
from compendium.model.value import Value


class DocumentForm(StrEnum):
    """How a published document is laid out, which decides who reads it."""

    BOOK = "book"  # the compendium: sections of two parts, then an index in two columns of places
    RECORD = "record"  # the consolidated record: sections I, II ... of one body
    INDEX = "index"  # the index paper: topic, document, paragraphs, locators
    REPORT = "report"  # the report of one gathering


class Published(Value):
    """One document as received, its provenance and what it covers.

    `covers` gives, for each body, the ordinals of the gatherings whose units it prints;
    `sha256` is that of the file beside the manifest.
    """

    key: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")] = Field(
        description="A short key for the document."
    )
    title: str = Field(description="Its title.")
    symbol: DocumentSymbol | None = Field(
        default=None, description="Its document symbol, where it has one."
    )
    form: DocumentForm = Field(description="How it is laid out.")
    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._ -]*$")] = Field(
        description="The plain name of its text beside the manifest."
    )
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="The checksum of that file."
    )
    provenance: str = Field(description="Who published it when, and how its text was got.")
    covers: dict[BodyKey, Annotated[tuple[Ordinal, ...], Field(min_length=1)]] = Field(
        min_length=1, description="For each body, the ordinals of the gatherings that it prints."
    )


class PublishedDocuments(Value):
    """The file `published/documents.yaml`."""

    documents: tuple[Published, ...] = Field(default=(), description="The documents.")
