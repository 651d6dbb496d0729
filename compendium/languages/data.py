"""The types of language data: frozen values, and patterns that are checked to compile."""

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
    """A frozen part of the data of a language; it refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")
