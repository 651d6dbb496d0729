"""The settings of a build in `config/config.yaml`."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from compendium.model.bounds import MEGABYTES


class Delivery(StrEnum):
    """What a PDF file of an edition is for."""

    SCREEN = "screen"
    PRESS = "press"
    ARCHIVE = "archive"


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    for name, count in Counter(names).items():
        if count > 1:
            raise ValueError(f"{name} is named twice")
    return names


LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
EditionKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Once = AfterValidator(_each_once)


def _address(pattern: str) -> str:
    """Check that a pattern of addresses has no placeholders except {language} and {symbol}."""
    if "@" in pattern.partition("//")[2].partition("/")[0]:
        raise ValueError("no user or password is sent; take it out of the address")
    placeholders = {"{language}", "{symbol}"}
    unknown = [name for name in re.findall(r"\{[^{}]*\}|[{}]", pattern) if name not in placeholders]
    if unknown or "{symbol}" not in pattern:
        mistake = f"{unknown[0]} is unknown" if unknown else "{symbol} is missing"
        raise ValueError(
            f"{mistake}; write {{symbol}}, and {{language}} if it is part of the address"
        )
    try:
        urlsplit(pattern).port  # noqa: B018 - it raises where there is none
    except ValueError as fault:
        raise ValueError(f"no address: {fault}") from None
    return pattern


class Press(BaseModel):
    """What the printing house asks for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: Path = Field(description="The colour profile of the press, an ICC file for CMYK.")
    condition: str = Field(
        min_length=1,
        description="Its name in the registry of the International Color Consortium.",
    )
    leaf: float = Field(
        gt=0, lt=5, description="The thickness of one leaf of the paper, in millimetres."
    )


class Settings(BaseModel):
    """The settings that the commands read; the others are for the workflow."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    document_address: Annotated[str, AfterValidator(_address)] = Field(
        pattern=r"^https?://",
        description="Where an official document is read, with {language} and {symbol} to fill in.",
    )
    document_limit: float = Field(
        default=50,
        gt=0,
        le=MEGABYTES,
        description="The largest document that is fetched, in megabytes.",
    )
    accent: str = Field(
        pattern=r"^#[0-9a-fA-F]{6}$", description="The colour of the cover, headings and rules."
    )
    emblem: Path | None = Field(
        default=None, description="A picture for the cover, SVG or PNG, or null for none."
    )
    press: Press | None = Field(default=None, description="What the printing house asks for.")


class BuildSettings(Settings):
    """All settings, as a build needs them."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Settings of the build")

    languages: Annotated[tuple[LanguageCode, ...], Once] = Field(
        min_length=1, description="The languages to build, by their codes."
    )
    editions: Annotated[tuple[EditionKey, ...], Once] = Field(
        min_length=1,
        description="The editions to build: the keys of files in sources/editions/.",
    )
    deliveries: Annotated[tuple[Delivery, ...], Once] = Field(
        default=(Delivery.SCREEN,), description="The PDF files of an edition."
    )
    require: Literal["official", "reviewed", "unofficial"] | None = Field(
        default=None,
        description="The state that every text must reach, or null to build with what there is.",
    )

    @model_validator(mode="after")
    def _can_be_delivered(self) -> Self:
        if Delivery.SCREEN not in self.deliveries:
            raise ValueError("`deliveries` lacks screen, which is always made")
        if Delivery.PRESS in self.deliveries and self.press is None:
            raise ValueError("`deliveries` names press, and there is no setting `press`")
        return self
