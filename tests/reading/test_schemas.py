"""The JSON Schemas are those of the model, explain every field, and accept the sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from compendium.cli.main import main
from compendium.reading.nodes import parse
from compendium.reading.schemas import MODELS, schema_texts, stale_schemas

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "sources" / "schema"
FILES = sorted(
    path
    for root in (ROOT / "sources", ROOT / "tests" / "example" / "sources")
    for path in root.rglob("*.yaml")
)
FILES.append(ROOT / "config" / "config.yaml")


def test_current() -> None:
    """The schemas in the sources are as the model makes them: else run `compendium schema`."""
    assert stale_schemas(SCHEMAS) == []
    assert {path.name for path in SCHEMAS.iterdir()} == set(schema_texts())


def test_check_fails_when_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`schema --check` names each schema that is out of date, and writes nothing."""
    with pytest.raises(SystemExit):
        main(["schema", "--output", str(tmp_path)])
    (tmp_path / "topics.schema.json").write_text("{}")
    with pytest.raises(SystemExit) as stop:
        main(["schema", "--output", str(tmp_path), "--check"])
    assert stop.value.code == 1
    assert capsys.readouterr().out == (
        f"{tmp_path}/topics.schema.json: out of date; write it again with `compendium schema`\n"
    )
    assert (tmp_path / "topics.schema.json").read_text() == "{}"


def _referred(schema: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """The definition that stands for a field, where its description would say the same."""
    definition: dict[str, Any] = schema["$defs"][facts["$ref"].rpartition("/")[2]]
    return definition


@pytest.mark.parametrize("name", MODELS)
def test_every_field_is_explained(name: str) -> None:
    """An editor's completion explains each field of each file."""
    schema = json.loads(schema_texts()[f"{name}.schema.json"])
    for model in (schema, *schema.get("$defs", {}).values()):
        for field, facts in model.get("properties", {}).items():
            explained = facts.get("description") or _referred(schema, facts)["description"]
            assert explained, f"{model['title']}.{field}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_name_their_schema_and_obey_it(path: Path) -> None:
    """Each source file names its schema in its first line, and the schema accepts it."""
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    mark = "# yaml-language-server: $schema="
    assert first.startswith(mark)
    schema = path.parent / first.removeprefix(mark)
    assert schema.resolve().parent == SCHEMAS
    plain = json.loads(json.dumps(parse(text, path.name).value))
    jsonschema.validate(plain, json.loads(schema.read_text(encoding="utf-8")))
