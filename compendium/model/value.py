"""The base of every value, frozen and strict about unknown fields, and strict plain types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from compendium.model.bounds import FIRST_YEAR, LAST_YEAR

# The fields and places in lists that lead from a value to one below it: ("notes", "1").
Way: TypeAlias = tuple[str, ...]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _as_written(day: object) -> object:
    """A day in the form 2019-09-09. Numbers, which would count seconds, and times are refused."""
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


# A file says what it means: `yes` is not taken for true.
Flag = Annotated[bool, Field(strict=True)]
Day = Annotated[date, BeforeValidator(_as_written), AfterValidator(_in_our_time)]
Text = Annotated[str, Field(min_length=1)]


class Value(BaseModel):
    """A frozen value that refuses fields its schema does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    # The names of the fields that hold texts to translate.
    translatable: ClassVar[frozenset[str]] = frozenset()


V = TypeVar("V", bound=Value)


def with_texts(value: V, texts: Mapping[Way, str]) -> V:
    """A copy of a value with new texts at some places; a way leads to each."""
    below: dict[str, Any] = {}
    for way, text in texts.items():
        above = below
        for step in way[:-1]:
            above = above.setdefault(step, {})
        above[way[-1]] = text
    replaced: V = _replaced(value, below)
    return replaced


def _replaced(value: Any, texts: Any) -> Any:
    if isinstance(texts, str):
        return texts
    if isinstance(value, Mapping):
        steps = {key: texts.get(str(key)) for key in value}
        return {k: v if steps[k] is None else _replaced(v, steps[k]) for k, v in value.items()}
    if isinstance(value, tuple):
        members = enumerate(value)
        return tuple(_replaced(v, texts[str(n)]) if str(n) in texts else v for n, v in members)
    update = {name: _replaced(getattr(value, name), below) for name, below in texts.items()}
    return value.model_copy(update=update)
