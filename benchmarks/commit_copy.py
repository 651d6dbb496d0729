"""A copy of a commit in a temporary folder, in which builds are measured."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from measuring import Measure, measure

PROJECT = Path(__file__).resolve().parents[1]


class Bench:
    """A copy of a commit, and the measures made in it.

    Args:
        folder: the folder for the copy.
        commit: the commit.
        language: the code of the language that is built.
        edition: the key of the edition that is changed.
        environment: the virtual environment that runs it; None means that of this program.
    """

    def __init__(
        self,
        folder: Path,
        commit: str,
        language: str,
        edition: str,
        environment: Path | None = None,
    ) -> None:
        self.folder = folder / "project"
        self.commit = commit
        self.edition = f"{language}/{edition}"
        self.log = folder / "output.txt"
        self.measures: dict[str, list[Measure]] = {}
        programs = environment / "bin" if environment else Path(sys.executable).parent
        path = f"{programs}:{os.environ['PATH']}"
        self.environment = os.environ | {"PATH": path, "PYTHONPATH": str(self.folder)}
        self.snakemake = ["snakemake", "--cores", "2", "--config", f"languages=[{language}]"]
        self.editions = [f"output/editions/{self.edition}.{medium}" for medium in ("html", "pdf")]

    def begin(self) -> None:
        """Restore the commit, with nothing built."""
        shutil.rmtree(self.folder, ignore_errors=True)
        extract_commit(PROJECT, self.commit, self.folder)

    def run(self, command: Sequence[str]) -> Measure:
        """Run a command in the copy to its end."""
        return measure(command, self.folder, self.environment, self.log)

    def take(self, name: str, command: Sequence[str]) -> None:
        """Measure a command under a name."""
        result = self.run(command)
        self.measures.setdefault(name, []).append(result)
        click.echo(f"  {name}: {result.seconds:.1f} s, {result.megabytes:.0f} MB", err=True)

    def changed(
        self,
        name: str,
        change: Callable[[Path], str],
        *,
        settings: Sequence[str] = (),
        targets: Sequence[str] = (),
    ) -> None:
        """Change a source and build again; the editions must then be newer than before.

        Args:
            name: the name of the measure.
            change: changes a source in a folder.
            settings: more settings of the build.
            targets: the files to build; none means the HTML page and the PDF files of the edition.
        """
        before = [(self.folder / edition).stat().st_mtime_ns for edition in self.editions]
        change(self.folder)
        self.take(name, [*self.snakemake, *settings, "--", *(targets or self.editions)])
        after = [(self.folder / edition).stat().st_mtime_ns for edition in self.editions]
        if not all(new > old for old, new in zip(before, after, strict=True)):
            raise click.ClickException(f"{name}: an edition was not made again")


def extract_commit(project: Path, commit: str, target: Path) -> None:
    """Write the files of a commit, and nothing else, to a folder."""
    command = ["git", "archive", "--format=tar", commit]
    archive = subprocess.run(command, cwd=project, capture_output=True, check=True).stdout
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-x", "-C", str(target)], input=archive, check=True)
