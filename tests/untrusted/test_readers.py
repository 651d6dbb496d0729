"""Every reader refuses at once what is no file to read, and YAML that never ends."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.checks.translations.terms import read_terms
from compendium.documents.formats import read_original
from compendium.errors import UserError
from compendium.exchange.file_recognition import read_returned
from compendium.fetching.lock import LOCK_FILE, read_lock
from compendium.files import read_text, write_text
from compendium.findings import Finding
from compendium.reading.folder import read_file
from compendium.reading.one_file import load_settings
from compendium.rendering.emblem import emblem_address
from compendium.rendering.inks import Profile
from compendium.texts.catalogue_files import read_catalogue_file
from compendium.texts.order import read_order


def _found(found: object) -> str:
    """What the findings of a reader say."""
    findings = found if isinstance(found, list) else [found]
    return " ".join(one.message for one in findings if isinstance(one, Finding))


READERS: dict[str, Callable[[Path], object]] = {
    "a document": read_original,
    "a file that came back": read_returned,
    "what a command wrote": read_text,
    "a source": read_file,
    "a catalogue": lambda path: read_catalogue_file(path, "wg4/01-2009"),
    "terms": lambda path: read_terms(path)[1],
    "the order of topics": read_order,
    "settings": load_settings,
    "a colour profile": Profile,
    "an emblem": emblem_address,
    "the list of what was fetched": lambda path: read_lock(path.parent),
}
LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("bcdefghijklm", "cdefghijklmn", strict=True)
)
BY_MODEL = (read_order, load_settings, READERS["the list of what was fetched"])
YAML = {
    "nested lists": "topics: " + "[" * 20_000,
    "nested lines": "".join(" " * depth + "a:\n" for depth in range(2_000)),
    "aliases of aliases": LAUGHS,
    "an alias of itself": "topics: &a [*a]\n",
    "tags of a language": "topics: !!python/object/apply:os.getcwd []\n",
    "several documents": "topics: []\n---\ntopics: []\n",
    "merge keys": "a: &a {b: c}\nd:\n  <<: *a\n",
    "a key twice": "topics: []\ntopics: []\n",
    "half a letter": 'collation: "\\ud800"\n',
    "control characters": "collation: a\x1bb\n",
    "binary": "collation: !!binary AAAA\n",
    "huge numbers": "topics: " + "9" * 5_000 + "\n",
}


@pytest.mark.parametrize("reader", READERS)
def test_no_reader_waits(tmp_path: Path, reader: str) -> None:
    """A pipe that nobody writes to, and a folder, are refused by name."""
    path = tmp_path / LOCK_FILE
    for make in (os.mkfifo, os.mkdir):
        make(path)
        try:
            said = _found(READERS[reader](path))
        except UserError as refused:
            said = refused.message
        assert "not a regular file" in said or "a folder" in said, said
        path.unlink() if path.is_fifo() else path.rmdir()


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize(
    "reader", ["the order of topics", "settings", "the list of what was fetched"]
)
def test_yaml_is_read_one_way(tmp_path: Path, reader: str, name: str) -> None:
    """What YAML can do beyond plain values is refused with file and remedy, whoever reads it."""
    path = tmp_path / LOCK_FILE
    path.write_text(YAML[name], encoding="utf-8", errors="surrogatepass")
    with pytest.raises(UserError, match=LOCK_FILE) as refused:
        READERS[reader](path)
    assert refused.value.remedy
    assert len(refused.value.message) < 1000


def test_a_link_that_leads_nowhere_is_written_over(tmp_path: Path) -> None:
    """Where a result is to be written and a link to itself stands, the result stands then."""
    link = tmp_path / "result.json"
    link.symlink_to(link.name)
    write_text(link, "{}")
    assert read_text(link) == "{}"
