"""The base of every value: frozen, strict about unknown fields."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that refuses fields its schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    # The names of the fields that hold texts to translate.
    translatable: ClassVar[frozenset[str]] = frozenset()
