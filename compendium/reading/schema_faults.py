"""Faults of a schema, found by pydantic, as findings in plain words at file and line."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from types import UnionType
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from compendium.findings import Finding, Place
from compendium.model.value import Way
from compendium.reading.parsed_text import Nodes

# Kind of fault as pydantic names it: our words, our remedy.
_TYPES = {
    "string_type": ("should be text, but is {given}", "put it in quotes, if it is meant as text"),
    "int_type": ("should be a whole number, but is {given}", "write digits only, without quotes"),
    "int_parsing": ("should be a whole number, but is {given}", "write digits only"),
    "int_from_float": ("should be a whole number, but is {given}", "write digits only"),
    "tuple_type": ("should be a list, but is {given}", "write each entry after a dash"),
    "dict_type": ("should be lines `name: value`, but is {given}", "write `name: value`"),
    "model_type": ("should be lines `name: value`, but is {given}", "write `name: value`"),
    "date_type": ("should be a date, but is {given}", "write a date such as 2019-09-09"),
    "date_parsing": ("should be a date, but is {given}", "write a date such as 2019-09-09"),
    "date_from_datetime_parsing": (
        "should be a date, but is {given}",
        "write a date such as 2019-09-09",
    ),
    "date_from_datetime_inexact": (
        "should be a date, but is {given}",
        "write a date such as 2019-09-09",
    ),
    "bool_type": ("should be true or false, but is {given}", "write true or false"),
    "bool_parsing": ("should be true or false, but is {given}", "write true or false"),
}
# The same for values of the right type that are not as they must be.
_VALUES = {
    "value_error": ("is not as it must be: {error}", "correct the value"),
    "enum": ("is {given}, which is not one of the allowed values", "write one of {expected}"),
    "literal_error": ("is {given}, which is not one of the allowed values", "write {expected}"),
    "string_pattern_mismatch": (
        "is {given}, which does not have the required form",
        "write it in the form {pattern}",
    ),
    "string_too_short": ("is empty", "fill it in, or delete the line"),
    "too_short": ("is empty", "fill it in, or delete the line"),
    "less_than_equal": ("is {given}, but must be {le:.12g} or less", "correct the number"),
    "greater_than_equal": ("is {given}, but must be {ge:.12g} or more", "correct the number"),
}


def schema_findings(
    fault: ValidationError, model: type[BaseModel], nodes: Nodes
) -> tuple[Finding, ...]:
    """Every fault of one file, each at the line of the key or value concerned."""
    errors = fault.errors(include_url=False)
    return tuple(
        _finding(error, model, nodes) for error in errors if not _only_follows(error, errors)
    )


def _only_follows(error: ErrorDetails, errors: Sequence[ErrorDetails]) -> bool:
    """Whether a list counts as too short only because its entries have faults of their own."""
    way = error["loc"]
    return error["type"] == "too_short" and any(
        other is not error and other["loc"][: len(way)] == way for other in errors
    )


def _finding(error: ErrorDetails, model: type[BaseModel], nodes: Nodes) -> Finding:
    steps = tuple(step for step in error["loc"] if step != "[key]")
    way = tuple(map(str, steps))
    code, message, remedy = _words(error, model, way)
    named = _spoken(steps)
    place = Place(nodes.file, _line(way, nodes))
    return Finding(place, code, f"{named} {message}".strip(), remedy)


def _words(error: ErrorDetails, model: type[BaseModel], way: Way) -> tuple[str, str, str]:
    kind, given, facts = error["type"], _given(error["input"]), error.get("ctx", {})
    if kind == "extra_forbidden":
        return "F005", "is not a field here", _did_you_mean(model, way)
    if kind == "missing":
        return "F006", "is missing", f"add a line `{way[-1]}: ...`"
    if kind in _TYPES:
        message, remedy = _TYPES[kind]
        return "F007", message.format(given=given), remedy
    if kind == "value_error" and isinstance(error["input"], dict):
        return "F009", f"does not hold together: {facts['error']}", "complete or correct it"
    if kind in _VALUES:
        message, remedy = _VALUES[kind]
        return "F008", message.format(given=given, **facts), remedy.format(**facts)
    return "F008", f"is {given}: {error['msg'].lower()}", "correct the value"


def _given(value: object) -> str:
    """What stands there, in a word or an excerpt."""
    match value:
        case None:
            return "empty"
        case dict():
            return "a group of lines `name: value`"
        case list() | tuple():
            return "a list"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case _:
            text = str(value)
            return repr(text if len(text) <= 40 else text[:37] + "...")  # noqa: PLR2004


def _spoken(steps: Sequence[str | int]) -> str:
    """The way to a value as an editor would say it.

    >>> _spoken(("paragraphs", 2, "text"))
    "'text' (in paragraphs, entry 3)"
    """
    if not steps:
        return "the file"
    words = [step if isinstance(step, str) else f"entry {step + 1}" for step in steps]
    last = words.pop()
    named = last if last.startswith("entry ") else f"'{last}'"
    return f"{named} (in {', '.join(words)})" if words else named


def _line(way: Way, nodes: Nodes) -> int:
    for length in range(len(way), -1, -1):
        position = nodes.positions.get(way[:length])
        if position is not None:
            return position.key
    return 1


def _did_you_mean(model: type[BaseModel], way: Way) -> str:
    fields = _fields_at(model, way[:-1])
    close = get_close_matches(way[-1], fields, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"the fields here are {', '.join(fields)}" if fields else "delete the line"


def _fields_at(model: type[BaseModel], way: Way) -> list[str]:
    current: object = model
    for step in way:
        if step.isdigit():
            continue  # a list holds the model found already
        holder = _model_in(current)
        if holder is None or step not in holder.model_fields:
            return []
        current = holder.model_fields[step].annotation
    holder = _model_in(current)
    return list(holder.model_fields) if holder else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that a type is or holds: `Item`, `tuple[Item, ...]`, `Report | None`."""
    if isinstance(annotation, type) and not isinstance(annotation, UnionType):
        try:
            if issubclass(annotation, BaseModel):
                return annotation
        except TypeError:  # a generic such as tuple[Item, ...] is no class
            pass
    for part in get_args(annotation):
        model = _model_in(part)
        if model is not None:
            return model
    return None
