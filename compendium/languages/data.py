"""What the data of a language is made of: frozen values, and patterns that are known to compile."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def _check_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as fault:
        raise ValueError(f"{text!r} is no regular expression: {fault}") from None
    return text


def _check_set(text: str) -> str:
    _check_pattern(f"[^ {text}]")
    return text


Pattern = Annotated[str, AfterValidator(_check_pattern)]
CharacterSet = Annotated[str, AfterValidator(_check_set)]


class Data(BaseModel):
    """A frozen part of the data of a language, which refuses what its form does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")
