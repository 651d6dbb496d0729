"""The small project that every case works in a copy of, and the files that cases damage.

Documents are made by kept tools, files of the program's own forms by the program itself.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypandoc
from lxml import html
from PIL import Image

from compendium.cli.main import main
from compendium.fetching.lock import LOCK_FILE, Lock, Locked, lock_content
from fuzzing.cases import GIT

ROOT = Path(__file__).parents[3]
OWN = Path(__file__).parents[1] / "base"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n'
# What a build makes of the example, step by step, in the folder `made`.
STEPS = r"""
collect --output made/records.json
localise --records made/records.json --language fr --output made/texts.json
index --texts made/texts.json --edition compendium --output made/index.json
compose --texts made/texts.json --index made/index.json --edition compendium \
--output made/document.json
handover --records made/records.json --language fr --output made
units --records made/records.json --output made/templates
"""
# The finished files of the example, each in a folder of editions of its own.
FINISH = r"""
html --document made/document.json --output made/page/fr/page.html
pdf --document made/document.json --output made/book/fr/book.pdf \
--archive made/kept/fr/book.archive.pdf --attach made/records.json --attach made/index.json
"""
# Records of the papers in six languages, which translations are then imported for.
SIX = r"""
import six/RS-RES-12-7.en.txt --place Basel --output six/sources --translations six/translations
import six/RS-WG-2024-4.en.txt --place Basel --output six/sources --translations six/translations
"""
BODIES = """\
bodies:
  - {key: lk, name: Working Group on River Ferries, short_name: Working Group,
     gathers_in: meeting, part: A}
  - {key: conf, name: Conference of River States, short_name: Conference, gathers_in: session,
     segments: true, part: B}
"""


def make_base(folder: Path, finished: bool) -> None:  # noqa: FBT001 - a process passes it on
    """Make the project in a folder that is not there yet, with finished editions if need be."""
    folder.mkdir()
    for name in ("sources", "translations"):
        shutil.copytree(ROOT / "tests" / "example" / name, folder / name)
    shutil.copytree(OWN, folder / "made")
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "config" / "icc").mkdir(parents=True)
    _settings(folder / "config")
    _documents(folder / "made")
    _answers(folder / "made")
    if finished:
        _papers(folder / "six")
    _lock(folder / "sources" / "published")
    _commit(folder)
    with contextlib.chdir(folder):
        for line in (STEPS + FINISH + SIX if finished else STEPS).replace("\\\n", "").splitlines():
            if line:
                _run(line.split())
    _flatten(folder / "made" / "book" / "fr" / "book.pdf")
    _flatten(folder / "made" / "kept" / "fr" / "book.archive.pdf")


def _settings(config: Path) -> None:
    """The settings of the project with an emblem, and the pictures and profile that they name."""
    text = (ROOT / "config" / "config.yaml").read_text(encoding="utf-8")
    text = text.replace("emblem: null", "emblem: config/emblem.svg")
    text = text.replace("record-2019, index-2019", "").replace("compendium, ]", "compendium]")
    (config / "config.yaml").write_text(text, encoding="utf-8")
    nowhere = text.replace("https://undocs.org", "http://127.0.0.1:9")
    (config / "nowhere.yaml").write_text(nowhere, encoding="utf-8")
    (config / "served.yaml").write_text(nowhere, encoding="utf-8")
    (config / "emblem.svg").write_text(SVG, encoding="utf-8")
    Image.new("RGB", (9, 9), "navy").save(config / "emblem.png")
    for profile in (ROOT / "config" / "icc").glob("*.icc"):
        shutil.copy(profile, config / "icc" / profile.name)


def _documents(made: Path) -> None:
    """The report and its translation as Word, PDF and text besides."""
    for page in sorted(made.glob("*.html")):
        pypandoc.convert_file(str(page), "docx", outputfile=str(page.with_suffix(".docx")))
        text = html.fromstring(page.read_bytes()).text_content()
        page.with_suffix(".txt").write_text(text, encoding="utf-8")
    command = ["weasyprint", "--quiet", str(made / "report.html"), str(made / "report.pdf")]
    subprocess.run(command, check=True, capture_output=True)
    _flatten(made / "report.pdf")


def _papers(folder: Path) -> None:
    """A resolution and a report in six languages and every format, and two projects for them."""
    for name in ("sources", "empty"):
        for body in ("conf", "lk"):
            (folder / name / body).mkdir(parents=True)
        for part in ("topics.yaml", "editions/compendium.yaml"):
            (folder / name / "editions").mkdir(exist_ok=True)
            shutil.copy(ROOT / "tests" / "example" / "sources" / part, folder / name / part)
        (folder / name / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    sys.path.append(str(ROOT / "tests"))
    papers = importlib.import_module("support.official_documents")
    kinds = [(kind, form) for kind in ("resolution", "report") for form in papers.FORMATS]
    kinds.remove(("report", "xml"))
    for code in papers.LANGUAGES:
        for kind, form in kinds:
            _flatten(papers.write(code, kind, form, folder))


def _answers(made: Path) -> None:
    """What a server answers who has the report in every format."""
    kinds = {
        ".docx": "application/zip",
        ".html": "text/html; charset=utf-8",
        ".pdf": "application/pdf",
    }
    for path in sorted(made.glob("report.*")):
        body = path.read_bytes()
        kind = kinds.get(path.suffix, "text/plain; charset=utf-8")
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        (made / f"answer{path.suffix}.http").write_bytes(head.encode() + body)


def _flatten(path: Path) -> None:
    """Write a PDF anew with nothing compressed, so that damage reaches all of it."""
    if path.suffix != ".pdf" or not path.exists():
        return
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(
            path,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )


def _lock(published: Path) -> None:
    """The list of fetched documents, as if the one that is there had been fetched."""
    file = next(published.glob("*.txt"))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    fields = {
        "symbol": "CL/CONF/LK/2013/3",
        "language": "en",
        "file": file.name,
        "address": "http://127.0.0.1:9/en/CL/CONF/LK/2013/3",
        "fetched": datetime(2026, 1, 1, tzinfo=UTC),
        "sha256": digest,
        "size": file.stat().st_size,
    }
    lock = Lock(documents=(Locked.model_validate(fields),))
    (published / LOCK_FILE).write_bytes(lock_content(lock, published))


def _commit(folder: Path) -> None:
    """A repository, whose last commit is an earlier state of the records."""
    for line in ("init --quiet", "add sources", "commit --quiet -m Example"):
        subprocess.run([*GIT, *line.split()], cwd=folder, check=True, capture_output=True)
    shutil.rmtree(folder / ".git" / "hooks", ignore_errors=True)


def _run(arguments: list[str]) -> None:
    said = io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            main(arguments)
        except SystemExit as stop:
            code = stop.code
    if code:
        raise RuntimeError(f"{' '.join(arguments)} in {os.getcwd()}: {said.getvalue()}")
