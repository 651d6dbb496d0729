"""The settings of a build, read from `config/config.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from compendium.errors import InputError
from compendium.files import read_text


class Press(BaseModel):
    """What a printing press needs to know, and its paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: Path
    condition: str
    leaf: Annotated[float, Field(gt=0, lt=5)]


class Settings(BaseModel):
    """What the commands of the program take from the settings; the rest is the workflow's."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    document_address: str
    document_limit: Annotated[float, Field(gt=0)] = 50
    accent: str
    emblem: Path | None = None
    press: Press | None = None


def load_settings(path: Path) -> Settings:
    """Read the settings.

    Raises:
        InputError: if the file is missing, no YAML, or lacks a setting.
    """
    try:
        return Settings.model_validate(YAML(typ="safe", pure=True).load(read_text(path)))
    except (YAMLError, ValidationError) as fault:
        first = str(fault).replace("\n", " ")
        raise InputError(
            f"{path}: {first}", remedy="mend the setting; config/config.yaml explains each one"
        ) from None
