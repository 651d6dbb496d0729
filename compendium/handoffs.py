"""The JSON files that one command writes and the next one reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from compendium.errors import InputError
from compendium.files import read_text, write_bytes
from compendium.model.characters import forbidden
from compendium.proof import encoded, proven

Handoff = TypeVar("Handoff", bound=BaseModel)
# A character by its number, but for the halves of a pair.
_NUMBERED = re.compile(
    r"(?<!\\)((?:\\\\)*)\\u([0-9a-ce-f][0-9a-f]{3}|d[0-7][0-9a-f]{2})", re.IGNORECASE
)


def save_handoff(value: BaseModel, path: Path, text: str) -> None:
    """Write a value as JSON for another command, after a check that it reads back as that value.

    Raises:
        OutputError: if it does not, or if the file cannot be written; the old file stays.
    """
    kind = type(value)
    write_bytes(path, proven(path, encoded(path, text), kind.model_validate_json, value))


def load_handoff(kind: type[Handoff], path: Path, *, by: str) -> Handoff:
    """Read the JSON that a command wrote.

    Args:
        kind: the type of the value in the file.
        path: the file.
        by: the command that writes it, such as `compendium collect`.

    Raises:
        InputError: if the file is missing, is not JSON, does not match this version's schema, or
            contains a character that no text may contain.
    """
    text = read_text(path)
    try:
        value = kind.model_validate_json(text)
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        field = " ".join(str(step) for step in first["loc"])
        reason = f"{field}: {first['msg']}" if field else first["msg"]
        raise InputError(
            f"{path}: not what `{by}` of this version writes ({reason})",
            remedy=f"make it again with `{by}`",
        ) from None
    written_out = text
    if "\\u" in text:  # which no command writes for a character that may stand in a text
        written_out = _NUMBERED.sub(lambda number: number[1] + chr(int(number[2], 16)), text)
    if found := next(forbidden(written_out), None):
        raise InputError(f"{path}: {found.message}", remedy=f"make it again with `{by}`")
    return value
