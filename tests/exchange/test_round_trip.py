"""What goes out comes back: nothing is lost, and what one changes is all that changes."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from compendium.texts.states import State
from support.translator_desk import FORMS, KEPT, LANGUAGES, WRITERS, Desk, translate

SOFFICE = shutil.which("soffice")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_an_untouched_file_changes_nothing(desk: Desk, form: str, language: str) -> None:
    """Taking back a file as it was handed over changes no text and writes no file."""
    before = desk.files()
    code, said = desk.take_back(desk.hand_over(form, language))
    assert (code, "0 of" in said) == (0, True), said
    assert desk.files() == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_the_texts_themselves_come_back(desk: Desk, form: str, language: str) -> None:
    """The texts in the file are those of the catalogue: into empty catalogues they all return."""
    file = desk.hand_over(form, language)
    before = desk.texts(language)
    keys = {key for key, (_, state) in before.items() if state is not State.FUZZY}
    desk.edit(keys, lambda entry: setattr(entry, "msgstr", ""), language)
    strip_stamps(file, form)
    code, said = desk.take_back(file)
    assert code == 0, said
    after = desk.texts(language)
    assert {key: text for key, (text, _) in after.items()} == {
        key: text for key, (text, _) in before.items()
    }


def strip_stamps(file: Path, form: str) -> None:
    """Take the stamps out, as a tool does that knows them not."""
    if form == "docx":
        WRITERS["docx"](file, KeyNames(), 0)
        return
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("handed-over", "dropped"), encoding="utf-8")


class KeyNames(dict[str, str]):
    """Each key under itself."""

    def __contains__(self, key: object) -> bool:
        return key != "Key"

    def __missing__(self, key: str) -> str:
        return key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_one_change_changes_one_text(desk: Desk, form: str, language: str) -> None:
    """A text changed in the file is changed in its catalogue, and no other text or state is."""
    key = desk.first(State.REVIEWED, language)
    before, files = desk.texts(language), desk.files()
    file = desk.hand_over(form, language)
    new = before[key][0] + " «\u00a0x\u00a0»"
    WRITERS[form](file, {key: new})
    code, said = desk.take_back(file)
    assert code == 0, said
    assert f"{key}: unofficial\n" in said
    assert desk.texts(language) == before | {key: (new, State.UNOFFICIAL)}
    assert sum(desk.files()[path] != content for path, content in files.items()) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("seed", range(4))
def test_any_changes_come_back(desk: Desk, form: str, seed: int) -> None:
    """Whichever texts are changed, the catalogues then hold these, and the others as before."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    language = chance.choice(LANGUAGES)
    before = desk.texts(language)
    known = [key for key, (_, state) in before.items() if form != "tmx" or shown(state)]
    keys = chance.sample(known, k=chance.randint(2, 12))
    sources = {key: entry.msgid for key, entry in desk.entries(language).items()}
    texts = {key: translate(sources[key], language, chance) + "…" for key in keys}
    file = desk.hand_over(form, language)
    WRITERS[form](file, texts)
    code, said = desk.take_back(file)
    assert code == 0, said
    wanted = {key: (text, State.UNOFFICIAL) for key, text in texts.items()}
    assert desk.texts(language) == before | wanted
    assert desk.take_back(file)[1].splitlines()[-1].split(": ")[1].startswith("0 of")


def shown(state: State) -> bool:
    """Whether a text of that state is in the memory."""
    return state not in {State.FUZZY, State.MISSING}


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    """The file as LibreOffice Writer opens and saves it."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", folder, file],
        check=True,
        capture_output=True,
        timeout=120,
        env=os.environ | {"HOME": str(folder)},
    )
    saved = folder / file.name
    assert saved.read_bytes() != file.read_bytes()
    return saved


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", ["ar", pytest.param("fr", marks=pytest.mark.acceptance)])
def test_libreoffice_saves_the_word_file(
    desk: Desk, language: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Opened and saved by LibreOffice, the file changes nothing; with one change, one text."""
    folder = tmp_path_factory.mktemp("office")
    key = desk.first(State.UNOFFICIAL, language)
    before = desk.texts(language)
    saved = saved_by_libreoffice(desk.hand_over("docx", language), folder)
    code, said = desk.take_back(saved)
    assert (code, "0 of" in said, "warning" in said) == (0, True, False), said
    new = before[key][0] + " 1\u202f000"
    WRITERS["docx"](saved, {key: new})
    again = folder / "again"
    again.mkdir()
    code, said = desk.take_back(saved_by_libreoffice(saved, again))
    assert code == 0, said
    assert desk.texts(language) == before | {key: (new, State.UNOFFICIAL)}


def test_the_texts_are_hard_to_carry(desk: Desk) -> None:
    """The texts of these tests hold what they are to prove: marks, no-break spaces, markup."""
    french = "".join(text for text, _ in desk.texts("fr").values())
    for sign in ("\u00a0", "\u202f", "\u2011", "\u00ad", "«", "<b>", "*", "[^1]", '"'):
        assert sign in french
    assert {state for _, state in desk.texts("fr").values()} == set(State)
    assert KEPT.search(french)
