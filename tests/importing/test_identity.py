"""Whose document it is: from its title, its pages, the editor, and the record beside it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypandoc
import pytest

from compendium.documents.blocks import Flow
from compendium.documents.document_facts import DocumentFacts, read_facts
from compendium.documents.original import Line, Original
from support.cases import Case, read_cases
from support.importing_project import Run, contents

TITLES = read_cases(Path(__file__).with_name("titles.md"))
REPORT = "I. Recommendations\n1. States should report on trafficking to the Conference.\n"
PAGE = """\
<p>Report on the meeting of the Working Group on Trafficking in Persons held in Vienna on
8 October 2024</p><p>I. Recommendations</p><p>1. States should report to the Conference.</p>
"""
RUSSIAN = """\
CTOC/COP/WG.4/2019/6
Доклад о работе совещания Рабочей группы по {}, проведенного в Вене {} сентября 2019 года
I. Рекомендации
Рекомендация 1
Государствам-участникам следует сотрудничать с теми, кто оказывает помощь жертвам торговли людьми.
"""  # noqa: RUF001 - it is Russian
OURS = "торговле людьми"
HEADER = """\
<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:p><w:r><w:t>CTOC/COP/</w:t></w:r><w:r><w:t>WG.4/2024/9</w:t></w:r></w:p></w:hdr>
"""


class Terminal(io.StringIO):
    """A terminal at which somebody has typed the answers."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def shown(facts: DocumentFacts) -> Iterator[str]:
    """What was read, line by line."""
    days = " to ".join(map(str, facts.dates or ()))
    said = {
        "body": facts.body,
        "ordinal": facts.ordinal,
        "place": facts.place,
        "days": days,
        "adopted": facts.adopted,
    }
    yield from (f"{name}: {value}" for name, value in said.items() if value)


@pytest.mark.parametrize("case", TITLES, ids=[f"{c.language.code}: {c.title}" for c in TITLES])
def test_title(case: Case) -> None:
    """A title says the body, and when and where it met."""
    original = Original("a.txt", (Line(case.given, 1),), Flow.BROKEN)
    facts = read_facts(original, case.language, Path("a.txt"))
    assert "\n".join(shown(facts)) == case.wanted


def test_the_symbol_may_stand_in_the_header_of_the_pages(project: Path, run: Run) -> None:
    """A Word file whose symbol stands at the head of its pages alone says it."""
    file = project / "report.docx"
    pypandoc.convert_text(PAGE, "docx", format="html", outputfile=str(file))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/header1.xml", HEADER)
    assert run("import", file).code == 0
    made = (project / "sources/wg4/14-2024.yaml").read_text(encoding="utf-8")
    assert "symbol: CTOC/COP/WG.4/2024/9" in made


def test_all_that_is_missing_is_told_at_once(project: Path, run: Run) -> None:
    """Where nobody can answer, one message names every option that is needed."""
    file = project / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    said = run("import", file)
    assert said.code == 3
    assert "it does not say: the key of the body; its document symbol; the first day" in said.err
    assert "give --body, --symbol, --first, --ordinal, --place" in said.err


def test_a_terminal_is_asked_for_all_that_is_missing(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal each is asked for, and again where the answer cannot be read."""
    file = project / "report.txt"
    file.write_text(REPORT, encoding="utf-8")
    answers = ["wg5", "wg4", "CTOC/COP/WG.4/2024/9", "8 October", "2024-10-08", "", "Vienna"]
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers) + "\n"))
    said = run("import", file)
    assert said.code == 0, said.err
    assert "choose among: wg4, cop" in said.err
    made = (project / "sources/wg4/14-2024.yaml").read_text(encoding="utf-8")
    assert "symbol: CTOC/COP/WG.4/2024/9" in made
    assert "first: 2024-10-08\n  last: 2024-10-08" in made


@pytest.mark.parametrize(
    ("said", "options", "reason"),
    [
        (("оружию", "9–11"), (), "of the Рабочей группы по оружию, and the record is of the"),
        ((OURS, "9–10"), (), "of 2019-09-09 to 2019-09-10, and the record is of 2019-09-09 to"),
        ((OURS, "9–11"), ("--symbol", "CTOC/COP/WG.4/2018/3"), "symbol CTOC/COP/WG.4/2019/6"),
        ((OURS, "9–11"), ("--body", "cop"), "of cop, and the record is of wg4"),
    ],
    ids=["body", "days", "symbol", "given body"],
)
def test_a_translation_that_contradicts_the_record_is_refused(
    project: Path, run: Run, said: tuple[str, str], options: tuple[str, ...], reason: str
) -> None:
    """No text is taken from a document that says another body, other days or another symbol."""
    file = project / "report.txt"
    file.write_text(RUSSIAN.format(*said), encoding="utf-8")
    before = contents(project / "translations")
    refused = run("import", "--language", "ru", *options, file)
    assert refused.code == 3
    assert reason in refused.err
    assert contents(project / "translations") == before


def test_a_translation_that_agrees_is_taken(project: Path, run: Run) -> None:
    """The name may stand in another case; a symbol that only the file's name says is told.

    The one text is that of its number, and beside those that are missing.
    """
    file = project / "CTOC-COP-WG.4-2019-6.txt"
    file.write_text(RUSSIAN.format(OURS, "9–11").partition("\n")[2], encoding="utf-8")
    said = run("import", "--language", "ru", file)
    assert said.err.count("I042 error: wg4.9.") == 1
    assert "I001 warning: the document does not print its symbol" in said.err
