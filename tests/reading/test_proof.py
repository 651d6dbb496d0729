"""Whatever is about to be written is read back first: no writer makes what its reader refuses."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from compendium.errors import OutputError
from compendium.files import write_text
from compendium.importing.draft_files import GatheringFile
from compendium.languages.language import load_language
from compendium.model.gatherings import Meeting
from compendium.proof import proven, proven_json
from compendium.reading import read_sources
from compendium.texts.catalogue import new_catalogue, write_catalogue
from compendium.texts.order import TopicOrder, write_order

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


@pytest.mark.parametrize("text", ["[1, 2", "[1, 3]", '{"a": 1, "a": 1}'])
def test_what_reads_as_something_else_is_not_written(tmp_path: Path, text: str) -> None:
    """A content that cannot be read, or that says something else, ends in one message."""
    with pytest.raises(OutputError, match=r"a\.json: what was to be written"):
        proven_json(tmp_path / "a.json", [1, 2], text)


def test_what_reads_as_it_is_meant_is_given_back() -> None:
    """A content that its reader understands as it is meant stays as it is."""
    content = b'[1,\n "\xc3\xa9"]'
    assert proven(Path("a"), content, json.loads, [1, "é"]) is content


@pytest.mark.parametrize("character", ["\x07", "\x85", "\u2028", "\ufffe"])
def test_no_record_is_written_that_cannot_be_read(character: str) -> None:
    """A draft with a character that no record can hold is refused, with the name of its file."""
    corpus = read_sources(EXAMPLE).corpus
    fields = corpus.meetings[0].model_dump()
    fields["paragraphs"] = [{"number": 1, "report": 7, "text": f"Keep a log{character}book."}]
    file = GatheringFile(Path("new.yaml"), None)
    draft = Meeting.model_validate(fields)
    with pytest.raises(OutputError, match=r"new\.yaml: .*cannot be read again"):
        file.take(draft, ())


@pytest.mark.parametrize("text", ["a\u2028b", "a\vb", "a\x1eb", "e\u0301"])
def test_no_catalogue_is_written_that_says_something_else(tmp_path: Path, text: str) -> None:
    """A catalogue that would not give back its texts is refused, and the old file stays."""
    path = tmp_path / "a.po"
    path.write_text("old", encoding="utf-8")
    catalogue = new_catalogue("a", "fr")
    catalogue.append(polib.POEntry(msgctxt="lk.1.1", msgid="A text", msgstr=text))
    with pytest.raises(OutputError, match=r"a\.po: what was to be written"):
        write_catalogue(catalogue, path)
    assert path.read_text(encoding="utf-8") == "old"


def test_no_order_is_written_that_says_something_else(tmp_path: Path) -> None:
    """An order of topics with a key that YAML takes for something else is refused."""
    order = TopicOrder(collation="fr", state="proposed", topics=("keepers", "2013"))
    with pytest.raises(OutputError, match="cannot be read again"):
        write_order(order, load_language("fr"), tmp_path / "topics-order.yaml")
    assert not list(tmp_path.iterdir())


def test_half_a_character_is_named(tmp_path: Path) -> None:
    """A text with half of a pair, which no encoding has bytes for, is refused by its name."""
    with pytest.raises(OutputError, match=r"U\+D83D, half of a character"):
        write_text(tmp_path / "a.html", "<p>\ud83d</p>")
    assert not list(tmp_path.iterdir())
