"""JSON Schemas of the sources and settings, from their models, for completion in editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from compendium.model.bodies import Bodies
from compendium.model.editions import Edition
from compendium.model.errata import Errata
from compendium.model.gatherings import Meeting, Session
from compendium.model.published import PublishedDocuments
from compendium.model.topics import Topics
from compendium.settings import BuildSettings

# Name of the schema, as the first line of each source file gives it: the model of that file.
MODELS: Mapping[str, type[BaseModel]] = {
    "bodies": Bodies,
    "edition": Edition,
    "errata": Errata,
    "meeting": Meeting,
    "published": PublishedDocuments,
    "session": Session,
    "settings": BuildSettings,
    "topics": Topics,
}


def schema_texts() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    return {f"{name}.schema.json": _schema_text(model) for name, model in MODELS.items()}


def stale_schemas(folder: Path) -> list[str]:
    """The names of schemas in a folder that are missing or not as the model would make them."""
    return [
        name
        for name, text in schema_texts().items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()
    ]


def _schema_text(model: type[BaseModel]) -> str:
    schema = {"$schema": GenerateJsonSchema.schema_dialect, **model.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
