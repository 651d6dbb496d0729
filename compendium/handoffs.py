"""What a command of the program writes for the next one, and reads."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from compendium.errors import InputError
from compendium.files import read_text, write_bytes
from compendium.proof import encoded, proven

Handoff = TypeVar("Handoff", bound=BaseModel)


def save_handoff(value: BaseModel, path: Path, text: str) -> None:
    """Write a value as JSON for another command, once it reads as that value.

    Raises:
        OutputError: if it does not, or the file cannot be written; the old file stays.
    """
    kind = type(value)
    write_bytes(path, proven(path, encoded(path, text), kind.model_validate_json, value))


def load_handoff(kind: type[Handoff], path: Path, *, by: str) -> Handoff:
    """Read what a command wrote as JSON.

    Args:
        kind: what the file holds.
        path: the file.
        by: the command that makes it, such as `compendium collect`.

    Raises:
        InputError: if the file is missing, is no JSON, or does not obey this version's schema.
    """
    try:
        return kind.model_validate_json(read_text(path))
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        where = " ".join(str(step) for step in first["loc"])
        said = f"{where}: {first['msg']}" if where else first["msg"]
        raise InputError(
            f"{path}: not what `{by}` of this version writes ({said})",
            remedy=f"make it again with `{by}`",
        ) from None
