"""The collected records are complete, always the same, and refuse to be read when spoiled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.reading import read_sources
from compendium.reading.records import dump_records, load_records

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


def test_round_trip(tmp_path: Path) -> None:
    """What is collected is read back as it was in the sources, nothing lost."""
    corpus = read_sources(EXAMPLE).corpus
    (tmp_path / "records.json").write_text(dump_records(corpus), encoding="utf-8")
    assert load_records(tmp_path / "records.json") == corpus


def test_always_the_same() -> None:
    """Two collections of the same sources give the same text."""
    first, second = read_sources(EXAMPLE).corpus, read_sources(EXAMPLE).corpus
    assert second is not None
    assert dump_records(first) == dump_records(second)


def _other_version() -> str:
    corpus = read_sources(EXAMPLE).corpus
    plain = json.loads(dump_records(corpus))
    plain["meetings"][0]["paragraphs"][0]["colour"] = "red"
    return json.dumps(plain)


def _without_bodies() -> str:
    corpus = read_sources(EXAMPLE).corpus
    return json.dumps(json.loads(dump_records(corpus)) | {"bodies": []})


def _with_null() -> str:
    plain = json.loads(dump_records(read_sources(EXAMPLE).corpus))
    plain["meetings"][0]["paragraphs"][0]["text"] = "Keep\0 lamps."
    return json.dumps(plain)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (_with_null(), "the character U+0000 (null), which is not allowed in a text"),
        ("", "not what `compendium collect` of this version writes (Invalid JSON"),
        ("{}", "not what `compendium collect` of this version writes (bodies: Field required)"),
        (_other_version(), "(meetings 0 paragraphs 0 colour: Extra inputs are not permitted)"),
        (_without_bodies(), "lk.1 is of a body that is not there)"),
    ],
    ids=["null", "empty", "nothing", "other version", "without bodies"],
)
def test_spoiled_records(content: str, said: str, tmp_path: Path) -> None:
    """Records that are cut off or of another version say so, and how to make them again."""
    path = tmp_path / "records.json"
    path.write_text(content)
    with pytest.raises(InputError) as error:
        load_records(path)
    assert str(path) in error.value.message
    assert said in error.value.message
    assert error.value.remedy == "make it again with `compendium collect`"


def test_missing_records(tmp_path: Path) -> None:
    """Missing records are named."""
    with pytest.raises(InputError, match=r"records\.json: no such file"):
        load_records(tmp_path / "records.json")
