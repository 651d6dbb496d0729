"""Reports of meetings: their recommendations come back as they are recorded, from every format."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest
from weasyprint import HTML

from compendium.documents.word_comparison import comparable
from compendium.model.gatherings import Citation, Meeting
from compendium.model.units import Level, units_of
from compendium.reading import read_sources
from compendium.reading.nodes import parse
from support.importing_project import ROOT, Run, contents

PUBLISHED = ROOT / "sources" / "published"
NINTH = "CTOC-COP-WG.4-2019-6_report"
FOURTH = "CTOC-COP-WG.4-2011-8_report"
FORMATS = (".txt", ".html", ".docx", ".pdf")


# As the United Nations sets its documents: heads left and right, the numbers of pages and of the
# job at the foot, a large title on several lines.
STYLE = """
body { font: 10pt/12pt serif; text-align: justify } p { margin: 0 0 6pt }
h1 { font-size: 17pt; line-height: 19pt; width: 10cm }
@page { size: A4; margin: 30mm 30mm 25mm 40mm }
@page:left { @top-left { content: "SYMBOL" } @bottom-right { content: "V.24-19876" }
  @bottom-left { content: counter(page) "/" counter(pages) } }
@page:right { @top-right { content: "SYMBOL" } @bottom-left { content: "V.24-19876" }
  @bottom-right { content: counter(page) "/" counter(pages) } }
@page:first { @top-right { content: none } @bottom-left { content: "V.24-19876 (E) 111124 121124" }
  @bottom-right { content: none } }
"""


def page(name: str) -> str:
    """The text of a report as a web page, a paragraph for each line."""
    text = (PUBLISHED / f"{name}.txt").read_text(encoding="utf-8")
    lines = [re.sub(r"^- ", "", line) for line in text.splitlines() if line.strip()]
    tags = ["h1" if line.startswith("Report on the meeting") else "p" for line in lines]
    body = "".join(
        f"<{tag}>{html.escape(line)}</{tag}>\n" for tag, line in zip(tags, lines, strict=True)
    )
    style = STYLE.replace("SYMBOL", name.removesuffix("_report").replace("-", "/"))
    return f'<!doctype html><html lang="en"><style>{style}</style><body>{body}</body></html>'


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """A report in a format, made of its text."""
    folder = tmp_path_factory.mktemp("documents")

    def made(name: str, form: str) -> Path:
        path = folder / f"{name}{form}"
        if form == ".txt":
            return PUBLISHED / path.name
        if path.exists():
            return path
        if form == ".html":
            path.write_text(page(name), encoding="utf-8")
        elif form == ".docx":
            pypandoc.convert_text(page(name), "docx", format="html", outputfile=str(path))
        else:
            HTML(string=page(name)).write_pdf(path)
        return path

    return made


def meeting(path: Path) -> Meeting:
    """The meeting in a file."""
    return Meeting.model_validate(parse(path.read_text(encoding="utf-8"), path.name).value)


def difference(ours: Meeting, imported: Meeting) -> list[str]:
    """The keys of the units whose words differ."""
    pairs = zip(units_of(ours), units_of(imported), strict=True)
    return [one.key for one, other in pairs if comparable(one.text) != comparable(other.text)]


@pytest.mark.parametrize("form", FORMATS)
def test_ninth_meeting(
    project: Path, run: Run, document: Callable[[str, str], Path], form: str
) -> None:
    """The ninth meeting, taken away, comes back: 39 of 39 recommendations, word by word."""
    file = project / "sources/wg4/09-2019.yaml"
    ours = meeting(file)
    file.unlink()
    said = run("import", document(NINTH, form))
    assert said.code == 0, said.err
    imported = meeting(file)
    assert imported.model_copy(update={"paragraphs": ()}) == ours.model_copy(
        update={"paragraphs": ()}
    )
    assert imported.report is not None
    assert imported.report.cited_by is Citation.RECOMMENDATIONS
    assert [(p.number, p.report) for p in imported.paragraphs] == [(n, n) for n in range(1, 40)]
    assert difference(ours, imported) == []


@pytest.mark.parametrize("form", FORMATS)
def test_fourth_meeting(
    project: Path, run: Run, document: Callable[[str, str], Path], form: str
) -> None:
    """The fourth meeting comes back: 76 units down to items, with the numbers of the report."""
    file = project / "sources/wg4/04-2011.yaml"
    ours = meeting(file)
    file.unlink()
    assert run("import", document(FOURTH, form)).code == 0
    imported = meeting(file)
    units, theirs = list(units_of(ours)), list(units_of(imported))
    assert len(theirs) == 76
    assert [unit.key for unit in theirs] == [unit.key for unit in units]
    assert [unit.report_steps for unit in theirs] == [unit.report_steps for unit in units]
    assert {unit.level for unit in theirs} >= {Level.ITEM, Level.SUBPARAGRAPH}
    assert imported.report == ours.report
    assert difference(ours, imported) == ["wg4.4.3"]  # an erratum: intelligence-gathering


def test_draft_is_sound(project: Path, run: Run) -> None:
    """A draft has nothing that `check` calls an error, and its lines are as long as others."""
    file = project / "sources/wg4/04-2011.yaml"
    file.unlink()
    run("import", PUBLISHED / f"{FOURTH}.txt")
    reading = read_sources(project / "sources")
    assert not reading.findings
    assert all(len(line) <= 100 for line in file.read_text(encoding="utf-8").splitlines())
    assert file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema/")
    assert '"' not in "".join(unit.text for unit in units_of(meeting(file)))


@pytest.mark.parametrize("name", [NINTH, FOURTH])
def test_a_record_is_never_overwritten(project: Path, run: Run, name: str) -> None:
    """A second import changes nothing; what only errata tell apart is no difference."""
    before = contents(project)
    said = run("import", PUBLISHED / f"{name}.txt")
    assert said.code == 0
    assert " 0 differences" in said.out
    assert contents(project) == before


def test_a_difference_is_shown(project: Path, run: Run) -> None:
    """Where a record says other than the document, the unit is named and the exit code is 1."""
    file = project / "sources/wg4/09-2019.yaml"
    changed = file.read_text(encoding="utf-8").replace("front-line responders", "responders", 1)
    file.write_text(changed, encoding="utf-8")
    said = run("import", PUBLISHED / f"{NINTH}.txt")
    assert said.code == 1
    assert "wg4.9.13\n" in said.out
    assert "front-line responders" in said.out
    assert file.read_text(encoding="utf-8") == changed


def test_dry_run_writes_nothing(project: Path, run: Run) -> None:
    """--dry-run says what would be written, and writes nothing."""
    (project / "sources/wg4/09-2019.yaml").unlink()
    before = contents(project)
    said = run("import", "--dry-run", PUBLISHED / f"{NINTH}.txt")
    assert said.code == 0
    assert "wg4.9 would be written, 39 units" in said.out
    assert contents(project) == before


def test_doubts_are_told_at_their_line(run: Run, tmp_path: Path) -> None:
    """A number lost, a note without text: each is a finding at the line of the document."""
    text = (PUBLISHED / f"{FOURTH}.txt").read_text(encoding="utf-8")
    text = text.replace(
        "- 8. States parties should make better", "- 9. States parties should make¹ "
    )
    faulty = tmp_path / f"{FOURTH}.txt"
    faulty.write_text(text, encoding="utf-8")
    line = next(n for n, said in enumerate(text.splitlines(), 1) if "should make¹" in said)
    said = run("import", "--dry-run", faulty)
    assert f"{faulty}:{line}: I004 warning: 9 stands after 7" in said.err
    assert f"{faulty}:{line}: I006 warning: 9: the note is not found: 1" in said.err


def test_options_go_before_the_document(project: Path, run: Run) -> None:
    """What the editor says is taken: ordinal, symbol, days, place, what is cited."""
    said = run(
        "import", "--ordinal", 14, "--symbol", "CTOC/COP/WG.4/2024/9", "--first", "2024-07-01",
        "--last", "2024-07-03", "--place", "Doha", "--cited-by", "paragraphs", "--body", "wg4",
        PUBLISHED / f"{NINTH}.txt",
    )  # fmt: skip
    assert said.code == 0, said.err
    made = meeting(project / "sources/wg4/14-2024.yaml")
    assert (made.ordinal, made.place, str(made.dates.last)) == (14, "Doha", "2024-07-03")
    assert made.report is not None
    assert (made.report.symbol, made.report.cited_by) == ("CTOC/COP/WG.4/2024/9", "paragraphs")
