"""Only files that changed are verified again, and what is kept never hides a fault."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from compendium.verifying.finished_files import finished_files
from compendium.verifying.verapdf import VeraPDF
from compendium.verifying.verification import Verified, failures, verify
from support.example_editions import delivery

# The program that reads each PDF first, with a line in a file for each PDF that it reads.
QPDF = """#!/bin/sh
case $1 in --check) echo "$2" >> {log} ;; esac
[ -z "$NEW_QPDF" ] || echo "of another version"
exec {qpdf} "$@"
"""


@dataclass
class Desk:
    """Some finished files of a language, and the names of those that were read."""

    editions: Path
    log: Path
    kept: Path

    def verify(self) -> list[Verified]:
        """Verify the files."""
        return verify(finished_files(self.editions), processes=1)

    def read(self) -> list[str]:
        """The names of the PDF files that were read since the last call."""
        names = [Path(line).name for line in self.log.read_text(encoding="utf-8").splitlines()]
        self.log.write_text("", encoding="utf-8")
        return sorted(names)


@pytest.fixture
def desk(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Two PDF files and an HTML page, and a folder in which results are kept."""
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    for name in ("page", "archive", "cover"):
        path = delivery(editions, "en", name).path
        (tmp_path / "editions/en").mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / "editions/en" / path.name)
    log, program = tmp_path / "read.txt", tmp_path / "bin/qpdf"
    log.touch()
    program.parent.mkdir()
    program.write_text(QPDF.format(log=log, qpdf=qpdf), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("COMPENDIUM_KEPT", str(tmp_path / "kept"))
    return Desk(tmp_path / "editions", log, tmp_path / "kept")


ARCHIVE, COVER = "compendium.archive.pdf", "compendium.cover.pdf"


def test_only_what_changed_is_read_again(desk: Desk) -> None:
    """A second run reads no file, and reports the same; a changed file, or page, is read again."""
    first = desk.verify()
    assert failures(first) == []
    assert desk.read() == [ARCHIVE, COVER]
    assert (desk.verify(), desk.read()) == (first, [])
    with (desk.editions / "en" / COVER).open("ab") as file:
        file.write(b"\n")
    assert (desk.verify(), desk.read()) == (first, [COVER])
    with (desk.editions / "en/compendium.html").open("a", encoding="utf-8") as page:
        page.write("\n")
    assert (desk.verify(), desk.read()) == (first, [ARCHIVE])


def test_a_file_with_a_fault_is_read_every_time(desk: Desk) -> None:
    """A fault is found in each run, until it is mended; the sound files are read once."""
    (desk.editions / "en" / ARCHIVE).unlink()
    path = desk.editions / "en" / COVER
    sound = path.read_bytes()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = pikepdf.String("fi")
        pdf.save(path)
    for _ in range(2):
        assert failures(desk.verify()) == [(path, "identity", "the language is fi, not en")]
        assert desk.read() == [COVER]
    path.write_bytes(sound)
    assert failures(desk.verify()) == []


def test_another_version_of_a_reader_reads_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one version of qpdf or pdftotext found to be sound is read again by the next."""
    (desk.editions / "en" / ARCHIVE).unlink()
    first = desk.verify()
    monkeypatch.setenv("NEW_QPDF", "yes")
    assert (desk.verify(), desk.read()) == (first, [COVER, COVER])


@pytest.mark.parametrize("damage", ["torn", "foreign", "exchanged", "no folder"])
def test_damaged_results_change_nothing(desk: Desk, damage: str) -> None:
    """What is torn, foreign or under a wrong name in the folder is no result of anything."""
    (desk.editions / "en" / ARCHIVE).unlink()
    first = desk.verify()
    desk.read()
    for folder in desk.kept.iterdir():
        _damage(folder, damage)
    assert (desk.verify(), desk.read()) == (first, [COVER])


def _damage(folder: Path, kind: str) -> None:
    files = sorted(folder.iterdir())
    contents = [file.read_bytes() for file in files]
    match kind:
        case "torn":
            contents = [content[:-9] for content in contents]
        case "foreign":
            contents = [b'[{"check": "soundness", "looked_at": 9}]' for _ in files]
        case "exchanged":
            contents = contents[1:] + contents[:1]
        case _:
            shutil.rmtree(folder)
            folder.touch()
            return
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)


def test_verapdf_validates_only_what_changed(desk: Desk, vera: VeraPDF, tmp_path: Path) -> None:
    """A file that passed before does not start veraPDF again; one that changed does."""
    (desk.editions / "en" / COVER).unlink()
    java = tmp_path / "bin/java"
    java.write_text(f'#!/bin/sh\necho java >> {desk.log}\nexec {vera.java} "$@"\n')
    java.chmod(0o755)
    counting = VeraPDF(str(java), vera.folder)

    def validated() -> list[Verified]:
        return verify(finished_files(desk.editions), vera=counting, processes=1)

    first = validated()
    assert failures(first) == []
    assert desk.read() == [ARCHIVE, "java"]
    assert (validated(), desk.read()) == (first, [])
    with (desk.editions / "en" / ARCHIVE).open("ab") as file:
        file.write(b"\n")
    assert validated() != first  # a PDF/A ends with its last line
    assert desk.read() == [ARCHIVE, "java"]
