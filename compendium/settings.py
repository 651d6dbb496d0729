"""The settings of a build, read from `config/config.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from compendium.errors import InputError
from compendium.files import read_text


def _address(pattern: str) -> str:
    """A pattern of addresses with nothing to fill in but what a document has."""
    known = {"{language}", "{symbol}"}
    strange = [name for name in re.findall(r"\{[^{}]*\}|[{}]", pattern) if name not in known]
    if strange or "{symbol}" not in pattern:
        said = f"{strange[0]} is unknown" if strange else "{symbol} is missing"
        raise ValueError(f"{said}; write {{symbol}}, and {{language}} if it is part of the address")
    return pattern


class Press(BaseModel):
    """What a printing press needs to know, and its paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: Path
    condition: str
    leaf: Annotated[float, Field(gt=0, lt=5)]


class Settings(BaseModel):
    """What the commands of the program take from the settings; the rest is the workflow's."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    document_address: Annotated[str, AfterValidator(_address)]
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
        raise InputError(
            f"{path}: {_said(fault)}",
            remedy="mend the setting; config/config.yaml explains each one",
        ) from None


def _said(fault: YAMLError | ValidationError) -> str:
    if isinstance(fault, YAMLError):
        return str(fault).replace("\n", " ")
    first = fault.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}"
