"""The bodies whose records the compendium holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from compendium.model.gatherings import BodyKey
from compendium.model.value import Value


class GatheringKind(StrEnum):
    """How a body calls its gatherings; it decides the shape of their files."""

    MEETING = "meeting"
    SESSION = "session"


class Body(Value):
    """A body that gathers and adopts; its files stand in `sources/{key}/`.

    `part` is the letter of the part that holds its records in the compendium.
    """

    key: BodyKey
    name: str = Field(min_length=1)
    short_name: str = Field(min_length=1)
    gathers_in: GatheringKind
    part: Annotated[str, Field(pattern=r"^[A-Z]$")]


class Bodies(Value):
    """The file `bodies.yaml`."""

    bodies: tuple[Body, ...] = Field(min_length=1)
