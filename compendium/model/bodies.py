"""The bodies whose records the compendium holds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from compendium.model.gatherings import BodyKey
from compendium.model.value import Flag, Value


class GatheringKind(StrEnum):
    """How a body calls its gatherings; it decides the shape of their files."""

    MEETING = "meeting"
    SESSION = "session"


class Body(Value):
    """A body that gathers and adopts; its files stand in `sources/{key}/`.

    `part` is the letter of the part that holds its records in the compendium.
    """

    translatable: ClassVar[frozenset[str]] = frozenset({"name", "short_name"})

    key: BodyKey = Field(
        description="The key with which all keys of its records begin; the name of its folder."
    )
    name: str = Field(min_length=1, description="The full name.")
    short_name: str = Field(min_length=1, description="The name in running text.")
    gathers_in: GatheringKind = Field(
        description="How it calls its gatherings, which decides the shape of their files."
    )
    segments: Flag = Field(
        default=False,
        description=(
            "Whether it adopts several records in a session, which segments then tell apart."
        ),
    )
    part: Annotated[str, Field(pattern=r"^[A-Z]$")] = Field(
        description="The letter of the part that holds its records."
    )


class Bodies(Value):
    """The file `bodies.yaml`."""

    language: str = Field(
        default="en", pattern=r"^[a-z]{2,3}$", description="The language of the records."
    )
    bodies: tuple[Body, ...] = Field(
        min_length=1, description="The bodies, in the order of the parts."
    )
