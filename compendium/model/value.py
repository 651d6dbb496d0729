"""The base of every value, frozen and strict about unknown fields; and a text that is not empty."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]


class Value(BaseModel):
    """A frozen value that refuses fields its schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    # The names of the fields that hold texts to translate.
    translatable: ClassVar[frozenset[str]] = frozenset()
