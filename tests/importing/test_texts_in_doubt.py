"""No text that may be joined, shortened or misplaced becomes official, whatever the others do.

The texts and the cases stand in `texts_in_doubt.yaml`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
import pytest
from ruamel.yaml import YAML

from compendium.texts.catalogue import state_of
from compendium.texts.states import State
from support.importing_project import BODIES, Run, run_in
from support.word_files import paragraph, word_file
from support.word_files import run as word_run

HELD: dict[str, Any] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("texts_in_doubt.yaml").read_text(encoding="utf-8")
)
TEXTS: dict[str, str] = HELD["texts"]
INSERTED = '<w:ins w:id="1"><w:r><w:t xml:space="preserve">todas </w:t></w:r></w:ins>'
ALL = frozenset({"title", "formula", "pp.1", "1", "1.a", "1.b", "1.c", "2", "3"})


def official(project: Path, run: Run, text: str, code: str) -> tuple[str, frozenset[str]]:
    """What is said of a text in another language, and which texts of the record are official."""
    path = project / "report.txt"
    path.write_text(TEXTS["en"], encoding="utf-8")
    assert run("import", path).code == 0
    path.write_text(text, encoding="utf-8")
    said = run("import", "--language", code, path)
    return said.err, official_keys(project, code)


def official_keys(project: Path, code: str) -> frozenset[str]:
    """Which texts of the record are official."""
    found = (project / f"translations/{code}/cop").glob("*.po")
    entries = [entry for path in found for entry in polib.pofile(str(path))]
    keys = [entry.msgctxt or "" for entry in entries if state_of(entry)[0] is State.OFFICIAL]
    return frozenset(key.removeprefix("cop.12.") for key in keys) & ALL


@pytest.mark.parametrize("code", ["es", "ru"])
def test_a_whole_text(code: str, project: Path, run: Run) -> None:
    """A document that agrees with the record becomes official, every text of it."""
    assert official(project, run, TEXTS[code], code) == ("", ALL)


@pytest.mark.parametrize(
    ("words", "code", "is_taken"),
    [
        ("un informe sobre 25 lámparas de la costa", "I049", True),
        ("un informe sobre las lÃ¡mparas de la costa", "I050", False),
    ],
)
def test_a_finding_says_whether_the_text_is_taken(
    words: str, code: str, project: Path, run: Run, *, is_taken: bool
) -> None:
    """A fact that the document alone has is told; a garbled text is told and not taken."""
    text = TEXTS["es"].replace("un informe sobre las lámparas de la costa", words)
    said, keys = official(project, run, text, "es")
    assert f" {code} " in said
    assert ("2" in keys) is is_taken


@pytest.mark.parametrize(
    ("options", "taken"),
    [((), frozenset()), (("--changes", "accept"), ALL), (("--changes", "reject"), ALL)],
)
def test_tracked_changes(
    options: tuple[str, ...], taken: frozenset[str], project: Path, run: Run
) -> None:
    """Nothing of a file with tracked changes is official until a person says how to read it."""
    (project / "report.txt").write_text(TEXTS["en"], encoding="utf-8")
    assert run("import", project / "report.txt").code == 0
    lines = [paragraph(line) for line in TEXTS["es"].splitlines()]
    lines[5] = paragraph("1. Pide a los Estados que mantengan ", INSERTED, "sus lámparas:")
    (project / "report.docx").write_bytes(word_file("".join(lines)))
    said = run("import", "--language", "es", *options, project / "report.docx")
    assert ("I051 error" in said.err) is (not options)
    assert official_keys(project, "es") == taken


@pytest.mark.parametrize("hidden", ["<w:vanish/>", "<w:strike/>"])
@pytest.mark.parametrize(("options", "taken"), [((), frozenset()), (("--changes", "accept"), ALL)])
def test_words_that_are_not_shown(
    hidden: str, options: tuple[str, ...], taken: frozenset[str], project: Path, run: Run
) -> None:
    """Nothing of a file with hidden words is official until a person says what counts."""
    (project / "report.txt").write_text(TEXTS["en"], encoding="utf-8")
    assert run("import", project / "report.txt").code == 0
    lines = [paragraph(line) for line in TEXTS["es"].splitlines()]
    words = word_run("todas ", hidden)
    lines[5] = paragraph("1. Pide a los Estados que mantengan ", words, "sus lámparas:")
    (project / "report.docx").write_bytes(word_file("".join(lines)))
    said = run("import", "--language", "es", *options, project / "report.docx")
    assert ("I060 error" in said.err) is (not options)
    assert official_keys(project, "es") == taken


def test_an_annex_left_out(project: Path, run: Run) -> None:
    """With a translation, an annex that is left out is an error, though its texts are official."""
    text = f"{TEXTS['es']}Anexo\nReglas\n"
    said, taken = official(project, run, text, "es")
    assert " I008 error: " in said
    assert taken == ALL


def test_a_document_that_says_it_is_not_official(project: Path, run: Run) -> None:
    """Nothing of a document that calls itself an unofficial translation becomes official."""
    said, taken = official(project, run, f"Traducción no oficial\n{TEXTS['es']}", "es")
    assert "I052 error" in said
    assert taken == frozenset()


def test_a_draft_of_a_record_from_an_unofficial_document(project: Path, run: Run) -> None:
    """A record may be drafted from an unedited document: a warning says what it is."""
    path = project / "report.txt"
    path.write_text(f"Advance unedited version\n{TEXTS['en']}", encoding="utf-8")
    said = run("import", path)
    assert said.code == 0
    assert "I052 warning" in said.err


def test_the_title_of_another_body(tmp_path: Path) -> None:
    """A document whose title names another body is refused, though the body is not translated."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    path = tmp_path / "lamps.txt"
    for language, text in HELD["titled"].items():
        path.write_text(text, encoding="utf-8")
        given = ("--place", "New York", "--ordinal", "75") if language == "en" else ()
        said = run_in(tmp_path, "import", path, "--language", language, *given)
    assert "it is a document of the Security Council, and the record is of the General" in said.err
    assert not list((tmp_path / "translations").rglob("*.po"))


@pytest.mark.parametrize("case", HELD["cases"], ids=lambda case: case["case"])
def test_what_is_in_doubt_is_not_taken(case: dict[str, Any], project: Path, run: Run) -> None:
    """A text that may be joined, or stands beside one that is lost, is told and not official."""
    text = TEXTS[case["language"]]
    assert case["from"] in text
    changed = text.replace(case["from"], case["to"])
    said, taken = official(project, run, changed, case["language"])
    assert taken == ALL - frozenset(case["left"])
    assert " error: " in said
