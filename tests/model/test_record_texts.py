"""Every text of a record has one key in catalogues, and one place in errata and comparisons."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from compendium.checks import check_reading
from compendium.comparing.recorded_texts import recorded_texts
from compendium.model.gatherings import Session
from compendium.model.markup import NOTE_LIKE
from compendium.model.record_texts import text_key, text_place, texts_of
from compendium.model.value import with_texts
from compendium.reading import Reading, read_sources
from compendium.reading.places import located_texts
from compendium.texts.keys import map_texts

EXAMPLE = Path(__file__).parents[1] / "example/sources"
ERRATUM = """\
  - document: paper-2013
    place: {place}
    column: text
    printed: a word
    ours: another
    kind: slip
    reason: The paper has another word.
"""


def names(text: str) -> tuple[str, str]:
    """The key and the place that a text of the session names."""
    key, _, place = NOTE_LIKE.sub("", text).rstrip(":").partition(" = ")
    return key, place or key


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The example, in which one session has a text of every kind."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "sources")
    shutil.copy(Path(__file__).parent / "every-text.yaml", folder / "conf/05-2012.yaml")
    return folder


@pytest.fixture
def reading(sources: Path) -> Reading:
    """These sources, read."""
    return read_sources(sources)


@pytest.fixture
def session(reading: Reading) -> Session:
    """The session with a text of every kind."""
    return reading.corpus.sessions[-1]


def test_the_walk_gives_every_text(session: Session) -> None:
    """Each text comes once, with its key and its place, and so does each note."""
    texts = list(texts_of(session))
    given = {text.text: (text.key, text.place) for text in texts}
    assert given == {text: names(text) for text in given}
    notes = {note: text.note_key(n) for text in texts for n, note in text.notes.items()}
    assert notes == {note: names(note)[0] for note in notes}
    written = (Path(__file__).parent / "every-text.yaml").read_text(encoding="utf-8")
    assert len(given) + len(notes) == len(re.findall(r"conf\.5\.\S+(?: = \S+)?", written))


def test_catalogues_have_these_keys(reading: Reading, session: Session) -> None:
    """The texts to translate are those of the walk and their notes, in the order of the text."""
    keyed: dict[str, str] = {}
    map_texts(reading.corpus, keyed.setdefault)
    own = {key: text for key, text in keyed.items() if key.startswith("conf.5.")}
    assert own == {names(text)[0]: text for text in own.values()}
    assert [key for key in own if ".note." not in key] == [text.key for text in texts_of(session)]


def test_comparisons_have_places_that_errata_may_name(sources: Path, session: Session) -> None:
    """What a comparison calls a text or a note is the key of a text to the check of errata."""
    recorded = recorded_texts(session, session.records[0], as_reported=False)
    places = [text.place for text in recorded]
    assert places == [names(text.text)[1] for text in texts_of(session)]
    noted = [
        f"{text.place}#note.{count}"
        for text in recorded
        for count, _ in enumerate(text.notes, start=1)
    ]
    errata = "errata:\n" + "".join(ERRATUM.format(place=place) for place in places + noted)
    (sources / "errata.yaml").write_text(errata, encoding="utf-8")
    assert [f for f in check_reading(read_sources(sources)) if f.code == "R013"] == []


def test_a_place_is_the_line_of_its_text(sources: Path, reading: Reading) -> None:
    """The file has the text that a place names at the line of that place, or just below it."""
    lines = (sources / "conf/05-2012.yaml").read_text(encoding="utf-8").splitlines()
    (file,) = (file for file in reading.gatherings if file.nodes.file.endswith("05-2012.yaml"))
    for text, way in located_texts(file):
        assert text.text in lines[file.place(*way).line - 1], text.key


def test_a_text_is_replaced_where_it_stands(reading: Reading, session: Session) -> None:
    """Other texts at the ways of the walk change these texts and nothing else."""
    (file,) = (file for file in reading.gatherings if file.nodes.file.endswith("05-2012.yaml"))
    others = {way: f"{text.key} anew" for text, way in located_texts(file)}
    replaced = with_texts(session, others)
    assert [text.text for text in texts_of(replaced)] == list(others.values())
    ours = {way: text.text for text, way in located_texts(file)}
    assert with_texts(replaced, ours) == session


def test_steps_are_written_in_two_ways() -> None:
    """What no number leads to has a step of its own in a place, and a word in a key."""
    assert (text_key("cop.5", ("#title",)), text_place("cop.5", ("#title",))) == (
        "cop.5.title",
        "cop.5#title",
    )
