"""What a machine lacks for a build is told before the layout, each with what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypandoc
import pytest
from click.testing import CliRunner, Result

from compendium.changes.earlier import earlier_state
from compendium.cli.ready_command import ready
from compendium.equipment import check_output
from compendium.errors import OutputError, ToolError
from compendium.git import DistrustError, NoAnswerError, git
from compendium.reading import read_sources
from compendium.rendering.pandoc import Look, to_html

NOBODY = 65534
NO_FONTS = '<?xml version="1.0"?>\n<fontconfig><dir>{folder}</dir></fontconfig>\n'


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose settings name nothing else, in a repository, its sources committed."""
    folder = tmp_path / "project"
    (folder / "config").mkdir(parents=True)
    shutil.copytree(root / "tests/example/sources", folder / "sources")
    (folder / "config/config.yaml").write_text(
        "languages: [en, zh]\neditions: [compendium]\ndeliveries: [screen]\naccent: '#1f5c86'\n"
        "document_address: https://example.org/{symbol}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "gitconfig").write_text("[user]\nname=E\nemail=e@example.org\n", encoding="utf-8")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Records"]):
        subprocess.run(["git", *words], check=True)
    return folder


def ask(*arguments: str) -> Result:
    """Ask whether a build can begin."""
    return CliRunner().invoke(ready, arguments, standalone_mode=False)


def test_a_machine_that_has_everything(project: Path) -> None:
    """Where nothing is lacking, nothing is said."""
    assert (project / "sources").is_dir()
    asked = ask()
    assert (asked.return_value, asked.output) == (0, "")


def test_fonts_are_there_by_name(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another font in the place of those that the languages name is no font: all are named."""
    config = tmp_path / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=project), encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    asked = ask("en", "zh")
    assert asked.return_value == 5
    first, remedy = asked.output.splitlines()
    assert first.endswith(": Noto Serif, Noto Sans, Noto Serif CJK SC, Noto Sans CJK SC")
    assert "apt-get install fonts-noto-core fonts-noto-cjk" in remedy


def test_programs_that_are_missing_are_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without fontconfig no build begins; without a reader of finished files one is warned."""
    assert project.is_dir()
    programs = tmp_path / "programs"
    programs.mkdir()
    git = shutil.which("git")
    assert git is not None
    (programs / "git").symlink_to(git)
    monkeypatch.setenv("PATH", str(programs))
    asked = ask()
    assert asked.return_value == 5
    assert "error: fc-list is not installed" in asked.output
    fonts = shutil.which("fc-list", path=os.defpath)
    assert fonts is not None
    (programs / "fc-list").symlink_to(fonts)
    asked = ask()
    assert asked.return_value == 0
    assert asked.output.startswith("warning: qpdf and pdftotext not installed: ")
    assert "apt-get install qpdf poppler-utils" in asked.output


def test_pandoc_that_does_not_run_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    """A Pandoc that is missing or broken ends a build, and a step by hand, as such."""
    assert project.is_dir()
    broken = tmp_path / "pandoc"
    broken.write_text("no program\n", encoding="utf-8")
    monkeypatch.setenv("PYPANDOC_PANDOC", str(broken))
    pypandoc.clean_pandocpath_cache()
    asked = ask()
    with pytest.raises(ToolError, match="Pandoc is not installed, or does not run"):
        to_html(tmp_path, Look(root / "templates/screen.html", (), ()), variables={}, options=[])
    pypandoc.clean_pandocpath_cache()
    assert asked.return_value == 5
    assert asked.output.startswith("error: Pandoc is not installed, or does not run\n")


def test_a_home_that_cannot_be_written_is_named(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where programs can keep nothing, one is told how to name another place, which then does."""
    (tmp_path / "home").write_text("no folder\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    asked = ask()
    assert asked.return_value == 4
    assert f"error: {tmp_path}/home/.cache: Not a directory" in asked.output
    assert 'XDG_CACHE_HOME="$PWD/.cache" make editions' in asked.output
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / ".cache"))
    assert ask().return_value == 0


def test_everything_is_told_at_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks two things learns of both."""
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/nowhere")
    config = project / "fonts.conf"
    config.write_text(NO_FONTS.format(folder=project / "sources"), encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    asked = ask()
    assert asked.return_value == 5
    assert asked.output.count("error: ") == 2


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user reaches."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.parametrize("place", ["editions", "logs/check.log"])
def test_what_another_owner_left_is_named(open_folder: Path, place: str) -> None:
    """What an earlier build as another user left, and this one cannot write, is named at first."""
    output = open_folder / "output"
    (output / "editions").mkdir(parents=True)
    (output / "logs").mkdir()
    (output / "logs/check.log").touch()
    for path in (output, *output.rglob("*")):
        path.chmod(0o777)
    check_output(output)
    (output / place).chmod(0o555)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(NOBODY)
    try:
        with pytest.raises(OutputError) as told:
            check_output(output)
    finally:
        if was_root:
            os.seteuid(0)
    assert told.value.message.startswith(f"{output / place}: it belongs to ")
    assert f"remove {output}" in told.value.remedy


def test_a_repository_that_git_does_not_trust(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git tells no date of a repository of another owner: that, and how to trust it, is said."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")  # Git's own tests do so
    asked = ask()
    assert asked.return_value == 5
    trust = f'git config --global --add safe.directory "{project}"'
    assert trust in asked.output
    reading = read_sources(project / "sources")
    with pytest.raises(DistrustError) as told:
        earlier_state("HEAD", reading, reading.corpus)
    assert told.value.remedy.startswith("git config --global --add safe.directory ")


def test_a_date_that_is_given_needs_no_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unpacked archive is built, with a word on its date; SOURCE_DATE_EPOCH gives it one."""
    shutil.rmtree(project / ".git")
    asked = ask()
    assert asked.return_value == 0
    assert asked.output.startswith("warning: Git does not know when these sources were last chan")
    assert "SOURCE_DATE_EPOCH=" in asked.output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    assert ask().output == ""


def test_git_that_waits_is_stopped(tmp_path: Path) -> None:
    """In a repository with a pipe for an object Git never ends, and a message says so."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "lamps.txt").write_text("Lamps", encoding="utf-8")
    name = git(tmp_path, "hash-object", "-w", "lamps.txt").stdout.decode().strip()
    held = tmp_path / ".git/objects" / name[:2] / name[2:]
    held.unlink()
    os.mkfifo(held)
    with pytest.raises(NoAnswerError) as refusal:
        git(tmp_path, "cat-file", "-p", name, seconds=0.5)
    assert "Git does not answer in" in refusal.value.message
    assert "git fsck" in refusal.value.remedy
