"""Gatherings in outline: what a new document needs to know of those recorded, and no text of them.

Only the heads of files are parsed, so that an import costs the same however much is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from compendium.findings import Finding
from compendium.model.bodies import Body
from compendium.model.gatherings import Gathering
from compendium.reading.folder import read_file, shown, yaml_files
from compendium.reading.nodes import parse
from compendium.reading.pieces import cut


@dataclass(frozen=True, slots=True)
class Outline:
    """The file of a gathering, and when and where it was held, without what it adopted."""

    path: Path
    gathering: Gathering


def read_outlines(root: Path, bodies: Iterable[Body]) -> tuple[Outline, ...]:
    """The gatherings of some bodies, those apart whose files have faults in these fields."""
    paths = (path for body in bodies for path in yaml_files(root / body.key))
    outlines = (_read_outline(path) for path in paths)
    return tuple(outline for outline in outlines if outline is not None)


def _read_outline(path: Path) -> Outline | None:
    text = read_file(path)
    if isinstance(text, Finding):
        return None
    pieces = cut(text)
    value = parse(pieces.head if pieces else text, f"{shown(path)} (head)").value
    if not isinstance(value, dict):
        return None
    fields = {name: value[name] for name in Gathering.model_fields if name in value}
    try:
        return Outline(path, Gathering.model_validate(fields))
    except ValidationError:
        return None
