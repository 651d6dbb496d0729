"""The base of every value, frozen and strict about unknown fields, and strict plain types."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from compendium.model.bounds import FIRST_YEAR, LAST_YEAR

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _as_written(day: object) -> object:
    """A day as it is written, 2019-09-09: no number, which would count seconds, and no time."""
    if isinstance(day, str) and not _DAY.fullmatch(day.strip()):
        raise PydanticKnownError("date_parsing", {"error": "not of the form 2019-09-09"})
    if isinstance(day, str) or type(day) is date:
        return day
    raise PydanticKnownError("date_type")


def _in_our_time(day: date) -> date:
    """A day on which a body can have met."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"the year {day.year} is none from {FIRST_YEAR} to {LAST_YEAR}")
    return day


# A file says what it means: yes is no true.
Flag = Annotated[bool, Field(strict=True)]
Day = Annotated[date, BeforeValidator(_as_written), AfterValidator(_in_our_time)]
Text = Annotated[str, Field(min_length=1)]


class Value(BaseModel):
    """A frozen value that refuses fields its schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    # The names of the fields that hold texts to translate.
    translatable: ClassVar[frozenset[str]] = frozenset()
