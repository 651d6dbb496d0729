"""The translations of this project hold what their languages write, and come back as they went."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from compendium.languages.language import load_language
from compendium.languages.letters import strange_letters
from compendium.model.corpus import Corpus
from compendium.reading import read_sources
from compendium.texts.order import ORDER_FILE, propose_order, read_order
from compendium.texts.text_units import text_units
from compendium.texts.textset import Languages, localise, read_entries
from support.translator_desk import call

TRANSLATED = ("ar", "es", "fr", "ru", "zh")


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    """The records of this project."""
    return read_sources(root / "sources").corpus


def test_no_letter_is_strange(root: Path, corpus: Corpus) -> None:
    """The records and translations have no letter that their languages do not write."""
    texts = {"en": [unit.text for unit in text_units(corpus, load_language("en"))]}
    for code in TRANSLATED:
        files = (root / "translations" / code).rglob("*.po")
        texts[code] = [entry.msgstr for file in files for entry in polib.pofile(str(file))]
    assert all(texts.values())
    strange = {
        (code, fault.message)
        for code, of_language in texts.items()
        for text in of_language
        for fault in strange_letters(text, load_language(code))
    }
    assert strange == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_proposed_orders_are_current(root: Path, corpus: Corpus, code: str) -> None:
    """An order of topics that nobody has reviewed is the one that ICU gives the headings of now."""
    folder = root / "translations" / code
    stored = read_order(folder / ORDER_FILE)
    if stored.state == "reviewed":
        pytest.skip(f"the order of {code} was reviewed: what a reviser decided stands")
    entries = read_entries(folder, text_units(corpus, load_language(corpus.language)))
    topics = localise(corpus, entries, Languages(corpus.language, code)).corpus.topics
    proposed = propose_order(((t.key, t.heading) for t in topics), load_language(code))
    assert stored.topics == proposed.topics


@pytest.mark.acceptance
@pytest.mark.parametrize("language", TRANSLATED)
def test_catalogues_go_out_and_come_back(
    root: Path, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each form of every catalogue, taken back untouched, changes nothing."""
    shutil.copytree(root / "translations" / language, tmp_path / "translations" / language)
    records = tmp_path / "records.json"
    places = ["--records", str(records), "--translations", str(tmp_path / "translations")]
    call("collect", "--sources", str(root / "sources"), "--output", str(records))
    assert call("merge", *places, language) == 0
    out = tmp_path / "out"
    assert call("handover", *places, "--language", language, "--output", str(out)) == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.po")}
    assert before
    for file in sorted(out.iterdir()):
        capsys.readouterr()
        assert call("takeback", str(file), *places[2:]) == 0
        assert "0 of" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.po")} == before
