"""Catalogues in the hands of PO tools: polib, msgattrib, msgmerge; states and keys stay."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import polib
import pytest

from compendium.texts.states import State
from support.translator_desk import LANGUAGES, Desk, call, write_xliff

pytestmark = pytest.mark.skipif(shutil.which("msgmerge") is None, reason="gettext is not installed")


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of gettext."""
    return subprocess.run(command, check=True, capture_output=True, text=True)


def catalogues(desk: Desk, language: str) -> list[Path]:
    """The catalogues of a language."""
    return sorted((desk.translations / language).rglob("*.po"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_passes_msgfmt(desk: Desk, language: str) -> None:
    """Catalogues pass `msgfmt -c`, after a file was taken back too; it misses only dates and names.

    Who translated what, and when, is told by the history of the files, not by their headers.
    """
    file = desk.hand_over("xliff", language)
    write_xliff(file, {desk.first(State.FUZZY, language): "5"})
    assert desk.take_back(file)[0] == 0
    for path in catalogues(desk, language):
        said = run("msgfmt", "-c", "-o", "/dev/null", path).stderr.splitlines()
        assert all(" missing in header" in line for line in said), said


@pytest.mark.parametrize("options", [["--no-wrap"], ["--width=60"], ["--no-obsolete"]])
def test_msgattrib_keeps_texts_and_states(desk: Desk, options: list[str]) -> None:
    """A catalogue that went through msgattrib holds every text in its state."""
    before = desk.texts()
    for path in catalogues(desk, "fr"):
        run("msgattrib", *options, "-o", path, path)
    assert desk.texts() == before


def test_msgmerge_keeps_texts_and_states(desk: Desk, tmp_path: Path) -> None:
    """A catalogue merged by msgmerge with its template holds every text in its state."""
    before = desk.texts()
    templates = tmp_path / "templates"
    assert call("units", "--records", str(desk.records), "--output", str(templates)) == 0
    for path in catalogues(desk, "fr"):
        name = path.relative_to(desk.translations / "fr").with_suffix(".pot")
        run("msgmerge", "--quiet", "--previous", "--update", "--backup=off", path, templates / name)
    assert desk.texts() == before


def test_polib_keeps_texts_and_states(desk: Desk) -> None:
    """A catalogue saved by polib with its own settings holds every text in its state."""
    before = desk.texts()
    for path in catalogues(desk, "fr"):
        polib.pofile(str(path)).save()
    assert desk.texts() == before


def test_files_are_taken_back_after_po_tools(desk: Desk) -> None:
    """A catalogue that a PO tool wrapped in its own way takes back no change from an old file."""
    file = desk.hand_over("xliff")
    for path in catalogues(desk, "fr"):
        run("msgattrib", "--width=50", "-o", path, path)
    before = desk.files()
    code, said = desk.take_back(file)
    assert (code, "0 of" in said) == (0, True)
    assert desk.files() == before


def test_a_text_taken_back_is_one_for_po_tools(desk: Desk) -> None:
    """A fuzzy text that was mended is translated for gettext too, with no previous source."""
    key = desk.first(State.FUZZY)
    file = desk.hand_over("xliff")
    write_xliff(file, {key: "Mis à jour"})
    assert desk.take_back(file)[0] == 0
    path = next(p for p in catalogues(desk, "fr") if f'"{key}"' in p.read_text(encoding="utf-8"))
    fuzzy = run("msgattrib", "--only-fuzzy", path).stdout
    assert f'msgctxt "{key}"' not in fuzzy
    assert "Mis à jour" in run("msgattrib", "--translated", path).stdout
