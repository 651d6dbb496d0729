"""Whether a build can begin: each obstacle at its file and line, with what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from compendium.cli.main import main

SOURCES = ("sources/editions", "sources/published/documents.yaml", "config", "README.md")


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is looked at before a build, in a folder to change."""
    for name in SOURCES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    return tmp_path


def ready(*arguments: str) -> object:
    """Ask, and give the exit code."""
    with pytest.raises(SystemExit) as stop:
        main(["ready", *arguments])
    return stop.value.code


def change(path: Path, old: str, new: str) -> int:
    """Change the first place where a file says something, and give its line."""
    before, found, after = path.read_text(encoding="utf-8").partition(old)
    assert found
    path.write_text(before + new + after, encoding="utf-8")
    return before.count("\n") + 1


def test_a_project_is_ready(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is in the way, nothing is said, and the folder to write into is there."""
    assert ready("en", "fr") == 0
    assert capsys.readouterr() == ("", "")
    assert list((project / "output").iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("languages: [ar", "languages: [1", ("F007 error: entry 1 (in languages)", "quotes")),
        ("languages: [ar", "languages: [xx", ("F008 error: 'languages' names xx", "ar, en")),
        ("languages: [ar", "languages: [zh", ("zh is named twice", "correct")),
        ("[compendium, ", "[compendum, ", ("F001 error: 'editions' names compendum", "compendium")),
        ("document_address: https", "document_address: ftp", ("F008 error", "https?://")),
        ("document_limit: 50", "document_limit: 0", ("F008 error: 'document_limit'", "correct")),
        ('accent: "#1f5c86"', "accent: blue", ("F008 error: 'accent' is 'blue'", "#[0-9a-fA-F]")),
        ("emblem: null", "emblm: null", ("F005 error: 'emblm' is not a field", "'emblem'")),
        ("emblem: null", "emblem: no.svg", ("F001 error: no.svg: no such file", "SVG or PNG")),
        ("emblem: null", "emblem: README.md", ("F008 error: README.md: not a", "SVG or PNG")),
        ("emblem: null", f"emblem: {'x' * 5000}", ("F001 error: xxx", "SVG or PNG")),
        ("[compendium, ", f"[{'x' * 300}, ", ("F001 error: 'editions' names xxx", "compendium")),
        ("deliveries: [screen", "deliveries: [paper", ("F008 error", "'screen'")),
        ("  profile: config", "  profile: nowhere", ("no such file", "ICC")),
        ("require: null", "require: perfect", ("F008 error: 'require' is 'perfect'", "'official'")),
        ("require: null", "require: @", ("F003 error: broken YAML", "quotes")),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: tuple[str, str]
) -> None:
    """A setting that is wrong, or names what is not there, is said with file, line and remedy."""
    line = change(project / "config/config.yaml", old, new)
    assert ready() == 1
    message, what_to_do = capsys.readouterr().err.splitlines()
    assert message.startswith(f"config/config.yaml:{line}: ")
    assert said[0] in message
    assert said[1] in what_to_do


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('accent: "#1f5c86"', "", "F006 error: 'accent' is missing"),
        ("deliveries: [screen, ", "deliveries: [", "`deliveries` lacks screen"),
        ("press:\n", "prss:\n", "'prss' is not a field here"),
    ],
)
def test_what_is_missing_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    """What is not there has no line; its name says where it belongs."""
    change(project / "config/config.yaml", old, new)
    assert ready() == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "words", "said"),
    [
        ("published/documents.yaml", ("documents:", "documents: ["), "F003 error: broken YAML"),
        ("editions/index-2019.yaml", ("design: paper", "design: poster"), "F008 error: 'design'"),
        ("editions/index-2019.yaml", ("{wg4: 8}", "{wg4: x}"), "F007 error: 'wg4' (in as_of)"),
    ],
)
def test_what_the_workflow_reads_itself_is_read_before(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    words: tuple[str, str],
    said: str,
) -> None:
    """A source that decides what is built is checked before the workflow reads it."""
    change(project / "sources" / file, *words)
    assert ready() == 1
    err = capsys.readouterr().err
    assert f"sources/{file}:" in err
    assert said in err


def test_a_command_refuses_a_wrong_setting(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever runs a step by hand learns of a wrong setting in the same words."""
    line = change(project / "config/config.yaml", 'accent: "#1f5c86"', "accent: blue")
    with pytest.raises(SystemExit) as stop:
        main(["html", "--document", "none.json", "--output", "page.html"])
    assert stop.value.code == 3
    assert f"config/config.yaml:{line}: 'accent' is 'blue'" in capsys.readouterr().err


def test_an_unknown_language_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A language without data is refused with the list of the known ones."""
    assert ready("en", "xx") == 3
    assert "there is no language 'xx'" in capsys.readouterr().err
    assert not (project / "output").exists()


def test_a_place_that_cannot_be_written_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build that could write nothing does not begin."""
    (project / "output").write_text("a file", encoding="utf-8")
    assert ready() == 4
    said = capsys.readouterr().err
    assert said == "error: output: File exists\n  what to do: move the file of that name away\n"
