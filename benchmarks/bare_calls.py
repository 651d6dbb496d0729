"""The bare calls of Pandoc and WeasyPrint with which a build is compared.

They read the very document and page of the build, and do nothing else: no records, no checks, no
index, no page for the screen.
"""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pypandoc
from commit_copy import Bench

PANDOC, WEASYPRINT = "bare `pandoc`, JSON to HTML", "bare `weasyprint`, HTML to PDF"
_WEASYPRINT = ["weasyprint", "--quiet", "--pdf-tags", "--pdf-version", "1.7"]


class BareCalls:
    """The bare calls on an edition in some languages, with the pages that they lay out.

    Args:
        folder: a folder for the pages, each of which is made once.
        edition: the key of the edition.
    """

    def __init__(self, folder: Path, edition: str) -> None:
        self._folder = folder
        self._edition = edition
        folder.mkdir()

    def take(self, bench: Bench, language: str) -> None:
        """Measure each bare call on the edition in one language, which must be built."""
        pandoc, weasyprint = self._prepare(bench, language)
        bench.take(PANDOC, pandoc)
        bench.take(WEASYPRINT, weasyprint)

    def take_all(self, bench: Bench, languages: list[str], names: dict[int, str]) -> None:
        """Measure those in all languages, with as many languages at a time as each name says."""
        folder = bench.folder / "bare"
        folder.mkdir(exist_ok=True)
        for language in languages:
            commands = map(shlex.join, self._prepare(bench, language))
            script = "\n".join(["set -e", *commands, ""])
            (folder / f"{language}.sh").write_text(script, encoding="utf-8")
        for count, name in names.items():
            together = f"printf '%s\\n' bare/*.sh | xargs -n 1 -P {count} sh"
            bench.take(name, ["bash", "-o", "pipefail", "-c", together])

    def _prepare(self, bench: Bench, language: str) -> tuple[list[str], list[str]]:
        document = f"output/work/{language}/{self._edition}.json"
        kept = self._folder / f"{language}.html"
        if not kept.exists():
            keep = ["compendium", "pdf", "--document", document, "--html", str(kept)]
            bench.run([*keep, "--output", f"bare.{language}.pdf"])
        page = f"templates/bare.{language}.html"  # beside its pictures and styles
        shutil.copy(kept, bench.folder / page)
        pandoc = [str(pypandoc.get_pandoc_path()), "--from=json", "--to=html5", "--standalone"]
        return (
            [*pandoc, f"--output=bare.{language}.html", document],
            [*_WEASYPRINT, page, f"bare.{language}.pdf"],
        )
