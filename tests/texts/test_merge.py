"""Catalogues follow the records by key, and no state outlives the source it was given for."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from compendium.texts.catalogue import read_catalogue, set_state, state_of, write_catalogue
from compendium.texts.states import State
from support.commands import run

MEETING, CATALOGUE = Path("sources/lk/01-2011.yaml"), Path("translations/fr/lk/01-2011.po")
KEY, SYMBOL = "lk.1.6", "CL/CONF/LK/2011/2"
TEXT = """  - number: 6
    report: 12
    topics: [logbooks, reporting]
    text: >-
      The Secretariat should report to the Conference on the use of the model logbook.
"""


def _change(old: str, new: str) -> None:
    """Change the record of the meeting, and collect it."""
    text = MEETING.read_text(encoding="utf-8")
    assert text.count(old) == 1
    MEETING.write_text(text.replace(old, new), encoding="utf-8")
    assert run("collect", "--output", "records.json") == 0


def _merge(*languages: str) -> object:
    return run("merge", "--records", "records.json", *languages)


def _entry() -> polib.POEntry:
    return next(one for one in read_catalogue(CATALOGUE) if one.msgctxt == KEY)


def _edit(state: State, *, fuzzy: bool = False) -> None:
    """Give the text a state, and perhaps the flag of a text to be looked at."""
    catalogue = read_catalogue(CATALOGUE)
    entry = next(one for one in catalogue if one.msgctxt == KEY)
    entry.tcomment = "asked the keeper"
    set_state(entry, state, SYMBOL if state is State.OFFICIAL else None)
    entry.flags = ["fuzzy"] if fuzzy else []
    write_catalogue(catalogue, CATALOGUE)


@pytest.mark.usefixtures("project")
def test_removed_text(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is removed becomes obsolete, though nothing else of its catalogue changed."""
    _change(TEXT, "")
    assert _merge("ar", "fr") == 0
    assert f"{CATALOGUE}: updated" in capsys.readouterr().out
    assert _entry().obsolete
    assert run("check", "--strict") == 0, capsys.readouterr().out
    capsys.readouterr()
    before = CATALOGUE.read_bytes()
    assert _merge("fr") == 0
    assert (capsys.readouterr().out, CATALOGUE.read_bytes()) == ("", before)


@pytest.mark.usefixtures("project")
def test_text_that_comes_back() -> None:
    """A text that was removed and comes back takes its translation and its state again."""
    _edit(State.REVIEWED)
    before = CATALOGUE.read_bytes()
    _change(TEXT, "")
    assert _merge("fr") == 0
    MEETING.write_text(MEETING.read_text(encoding="utf-8") + TEXT, encoding="utf-8")
    assert run("collect", "--output", "records.json") == 0
    assert _merge("fr") == 0
    assert CATALOGUE.read_bytes() == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("state", [State.OFFICIAL, State.REVIEWED])
def test_state_does_not_outlive_its_source(state: State) -> None:
    """A text whose source changed is unofficial once its flag is cleared, wherever that is done."""
    _edit(state)
    _change("use of the model logbook", "use of the logbook")
    assert _merge("fr") == 0
    entry = _entry()
    assert state_of(entry) == (State.FUZZY, None)
    entry.flags = []
    assert state_of(entry) == (State.UNOFFICIAL, None)
    was = f"official {SYMBOL}" if state is State.OFFICIAL else "reviewed"
    assert entry.tcomment == f"asked the keeper\nearlier state: {was}"
    set_state(entry, State.REVIEWED)
    assert entry.tcomment == "asked the keeper\nstate: reviewed"


@pytest.mark.usefixtures("project")
def test_source_that_changes_back() -> None:
    """A source that is again as before makes its translation sound, but not official again."""
    _edit(State.OFFICIAL)
    for old, new in (("use of the model", "use of the"), ("use of the", "use of the model")):
        _change(f"{old} logbook", f"{new} logbook")
        assert _merge("fr") == 0
    assert state_of(_entry()) == (State.UNOFFICIAL, None)


@pytest.mark.usefixtures("project")
def test_state_beside_a_flag_set_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """A state beside the flag `fuzzy` that another tool set is told, and merging withdraws it."""
    _edit(State.OFFICIAL, fuzzy=True)
    assert run("check") == 0
    said = capsys.readouterr().out
    assert f"C012 warning: a fuzzy text with the state 'official {SYMBOL}'" in said
    assert _merge("fr") == 0
    assert _entry().tcomment == f"asked the keeper\nearlier state: official {SYMBOL}"


def test_language_of_the_records(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The language of the records needs no catalogues, and no language gets any beside it."""
    (project / "translations/fr/edition.po").unlink()
    assert _merge("fr", "en") == 3
    assert "error: en is the language of the records" in capsys.readouterr().err
    assert not (project / "translations/en").exists()
    assert not (project / "translations/fr/edition.po").exists()


def test_broken_catalogue(project: Path) -> None:
    """A catalogue that cannot be read is never written over, nor is any other written then."""
    (project / "translations/fr/edition.po").unlink()
    broken = project / "translations/fr/topics.po"
    broken.write_text("msgid broken", encoding="utf-8")
    assert _merge("ar", "fr") == 3
    assert not (project / "translations/fr/edition.po").exists()
    assert broken.read_text(encoding="utf-8") == "msgid broken"


@pytest.mark.usefixtures("project")
def test_translations_follow_a_catalogue_that_is_named_anew(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where the days of a meeting are mended, its translations come along, in their states."""
    _edit(State.OFFICIAL)
    before = {entry.msgctxt: (entry.msgstr, state_of(entry)) for entry in read_catalogue(CATALOGUE)}
    MEETING.write_text(
        MEETING.read_text(encoding="utf-8").replace("2011-05-0", "2012-05-0"), "utf-8"
    )
    MEETING.rename(MEETING.with_name("01-2012.yaml"))
    assert run("collect", "--output", "records.json") == 0
    capsys.readouterr()
    assert _merge("fr") == 0
    renamed = CATALOGUE.with_name("01-2012.po")
    assert f"{renamed}: {len(before)} texts came from lk/01-2011.po" in capsys.readouterr().out
    after = {entry.msgctxt: (entry.msgstr, state_of(entry)) for entry in read_catalogue(renamed)}
    assert after == before
    assert list(read_catalogue(CATALOGUE)) == []


@pytest.mark.usefixtures("project")
def test_a_translation_elsewhere_replaces_none() -> None:
    """A translation in the wrong catalogue never replaces that in the right one; it is kept."""
    other = CATALOGUE.with_name("02-2013.po")
    text = other.read_text(encoding="utf-8")
    other.write_text(f'{text}msgctxt "{KEY}"\nmsgid "Other."\nmsgstr "Autre."\n', "utf-8")
    before = CATALOGUE.read_bytes()
    assert _merge("fr") == 0
    assert CATALOGUE.read_bytes() == before
    assert [entry.msgstr for entry in read_catalogue(other) if entry.obsolete] == ["Autre."]
