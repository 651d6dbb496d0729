"""Errata: known differences between a published document and our records."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from compendium.model.value import Value


class ErratumKind(StrEnum):
    """Why a published document differs from our records."""

    SLIP = "slip"  # the publisher's own fault, printed so
    CONVERSION = "conversion"  # the text we hold lost or moved what the page shows
    EDITORIAL = "editorial"  # a later or earlier editorial choice, no fault
    RESTORED = "restored"  # lost in this text, taken from another publication


class Column(StrEnum):
    """What of the document is compared."""

    READING = "reading"  # the text as received; applied before anything is read from it
    TEXT = "text"  # the text of a unit
    LOCATORS = "locators"  # the index column of places in the compendium
    REFERENCES = "references"  # the index columns of places in the report
    ROW = "row"  # a whole row of the index, both columns alike


class Erratum(Value):
    """One difference, its kind and the reason for it.

    `place` is a unit's key (`wg4.5.8`), an index row (`corruption/wg4.4`), or, for a reading, the
    line of the text as received; `printed` and `ours` are as `compendium collate` prints them,
    and either may be empty where the other side has nothing.
    """

    document: str = Field(description="The key of the published document.")
    place: str = Field(
        description=(
            "A unit's key (with #note.1, #title ...), a row of the index (topic/gathering), or "
            "line N for a reading."
        ),
    )
    column: Column = Field(description="What of the document is compared.")
    printed: str = Field(
        default="",
        description=(
            "What the document prints, as the collation shows it; empty where it has nothing."
        ),
    )
    ours: str = Field(
        default="",
        description=(
            "What our records have, as the collation shows it; empty where they have nothing."
        ),
    )
    kind: ErratumKind = Field(description="Why the document differs.")
    reason: Annotated[str, Field(min_length=1)] = Field(
        description="In a sentence: how we know who is right."
    )


class Errata(Value):
    """The file `errata.yaml`."""

    errata: tuple[Erratum, ...] = Field(default=(), description="The known differences.")
