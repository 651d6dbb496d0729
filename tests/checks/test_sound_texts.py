"""A build checks only texts that changed, and finds what it would find without that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.checks.records import text_findings
from compendium.checks.translations.text_sets import TranslationCheck
from support.commands import run

Capture = pytest.CaptureFixture[str]
Count = Callable[[], tuple[int, int]]
FAULTY = ("N001", "T005", "W002")


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, with faults in records and translations, in a build."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    for code in FAULTY:
        shutil.copytree(root / "tests/checks" / code, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMPENDIUM_KEPT", str(tmp_path / "kept"))
    return tmp_path


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Counts the checks of records, and of translations, since it was last asked."""
    counted: list[str] = []
    of_records, of_translations = text_findings._findings, TranslationCheck.faults

    def records(*arguments: object) -> object:
        counted.append("records")
        return of_records(*arguments)  # type: ignore[arg-type]

    def translations(*arguments: object) -> object:
        counted.append("translations")
        return of_translations(*arguments)  # type: ignore[arg-type]

    def asked() -> tuple[int, int]:
        numbers = counted.count("records"), counted.count("translations")
        counted.clear()
        return numbers

    monkeypatch.setattr(text_findings, "_findings", records)
    monkeypatch.setattr(TranslationCheck, "faults", translations)
    return asked


@pytest.mark.usefixtures("project")
def test_the_same_findings(count: Count, capsys: Capture) -> None:
    """With texts that are known to be sound a check prints what it prints without, each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COMPENDIUM_KEPT")
        code = run("check", "--all")
    printed, all_texts = capsys.readouterr(), count()
    assert all(code in printed.out for code in FAULTY)
    assert (run("check", "--all"), capsys.readouterr(), count()) == (code, printed, all_texts)
    assert (run("check", "--all"), capsys.readouterr()) == (code, printed)
    records, translations = count()
    assert 0 < records < all_texts[0] / 5
    assert 0 < translations < all_texts[1] / 5


def test_what_the_checks_depend_on_counts(project: Path, count: Count, capsys: Capture) -> None:
    """With other agreed terms each translation is checked again; one that lacks a term is found."""
    run("check", "--all")
    before, (_, all_translations) = capsys.readouterr().out, count()
    terms = project / "translations/terms.csv"
    with terms.open("a", encoding="utf-8") as file:
        file.write("lighthouse*,,zzz,,an invented glossary\n")
    run("check", "--all")
    after, (_, translations) = capsys.readouterr().out, count()
    assert translations > all_translations / 3
    assert after.count("W002") > before.count("W002")


def test_a_damaged_list_changes_nothing(project: Path, count: Count, capsys: Capture) -> None:
    """Where what is kept is damaged every text is checked, and the same is found."""
    run("check", "--all")
    printed, all_texts = capsys.readouterr(), count()
    for path in (project / "kept/sound").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    run("check", "--all")
    assert (capsys.readouterr(), count()) == (printed, all_texts)
