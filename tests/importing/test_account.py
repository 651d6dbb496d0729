"""Nothing of a document is lost unseen, in any format: what is planted as a loss is an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from compendium.documents.account import Fate
from compendium.documents.adopted import read_adopted
from compendium.documents.akoma_ntoso import read_akoma_ntoso
from compendium.documents.content import DocumentContent
from compendium.documents.formats import read_original
from compendium.documents.original import Original
from compendium.documents.printed import PrintedText
from compendium.languages.language import load_language
from support.drawn_statements import document as statement
from support.importing_project import BODIES, ROOT, run_in
from support.official_documents import document, write

FORMATS = ("txt", "html", "docx", "pdf", "xml")
ENGLISH = load_language("en")
Loss = Callable[[list[PrintedText]], list[PrintedText]]


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Original]:
    """A resolution of our own as read from every format."""
    folder = tmp_path_factory.mktemp("account")
    return {form: read_original(write("en", "resolution", form, folder)) for form in FORMATS}


def adopted(original: Original) -> DocumentContent:
    """What the resolution adopted."""
    return read_adopted(original, ENGLISH, document("en", "resolution")["symbol"])


def without_paragraph(texts: list[PrintedText]) -> list[PrintedText]:
    """The texts without paragraph 2."""
    return [text for text in texts if text.steps != ("2",)]


def without_note(texts: list[PrintedText]) -> list[PrintedText]:
    """The texts, the first note of each empty."""
    return [replace(text, notes=tuple("" for _ in text.notes)) for text in texts]


def glued(texts: list[PrintedText]) -> list[PrintedText]:
    """The texts, the first subparagraph at the end of its paragraph."""
    place = next(place for place, text in enumerate(texts) if text.steps[-1] == "a")
    first, second = texts[place - 1 : place + 1]
    return [
        *texts[: place - 1],
        replace(first, text=f"{first.text} {second.text}"),
        *texts[place + 1 :],
    ]


def shortened(texts: list[PrintedText]) -> list[PrintedText]:
    """The texts, the last without its last word."""
    return [*texts[:-1], replace(texts[-1], text=texts[-1].text.rpartition(" ")[0])]


@pytest.mark.parametrize("form", FORMATS)
def test_balances(originals: dict[str, Original], form: str) -> None:
    """A document that is read whole has no fault, and none of its words went nowhere."""
    account = adopted(originals[form]).account
    assert account.faults == ()
    assert account.balances
    assert account.words[Fate.TEXT] > 100
    assert account.words[Fate.HEAD] > 5


@pytest.mark.parametrize("loss", [without_paragraph, without_note, glued, shortened])
@pytest.mark.parametrize("form", FORMATS)
def test_planted_loss(originals: dict[str, Original], form: str, loss: Loss) -> None:
    """A text, a note or a word that gets lost between the lines and the record is a fault."""
    read = adopted(originals[form])
    record = read.records[0]
    texts = tuple(loss(list(record.texts)))
    damaged = replace(read, records=(replace(record, texts=texts),))
    assert damaged.account.faults


@pytest.mark.parametrize("form", FORMATS)
def test_planted_loss_of_a_line(originals: dict[str, Original], form: str) -> None:
    """A line that a reader loses is missing beside what the file shows, and its words are named."""
    original = originals[form]
    text = document("en", "resolution")["preamble"][2]
    lines = tuple(line for line in original.lines if text[:30] not in line.text)
    assert len(lines) == len(original.lines) - 1
    faults = adopted(replace(original, lines=lines)).account.faults
    assert "villages" in faults[0].message or "Recognizing" in faults[0].message


def test_incomplete_document_makes_nothing_official(tmp_path: Path) -> None:
    """A draft of a document with a text of no place says that it is incomplete (I005)."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    drawn = (
        "<mainBody><paragraph><num>1.</num><list><intro><p>Urges that the States of the sea:</p>"
        "</intro><point><num>(a)</num><content><p>Keep the lamps.</p></content></point></list>"
        "</paragraph><paragraph><content><p>All of the wicks of the lamps.</p></content>"
        "</paragraph></mainBody>"
    )
    (tmp_path / "a.xml").write_bytes(statement(drawn))
    options = ("--body", "ga", "--place", "Oslo", "--ordinal", 12, "--first", "2020-01-01")
    said = run_in(tmp_path, "import", *options, "a.xml")
    assert said.code == 1
    assert "I005 error" in said.err
    draft = next((tmp_path / "sources/ga").glob("*.yaml")).read_text(encoding="utf-8")
    assert draft.splitlines()[1].startswith("# INCOMPLETE: ")


def test_note_is_read_once() -> None:
    """A raised figure that names a note again is accounted for, and so is one before a note."""
    drawn = (
        "<mainBody><paragraph><num>1.</num><content><p>Lamps,<authorialNote marker='2'>"
        "<p><sup>2</sup>See A.</p></authorialNote> wicks.<sup>2</sup></p></content></paragraph>"
        "</mainBody>"
    )
    original = read_akoma_ntoso(statement(drawn), Path("a.xml"))
    assert read_adopted(original, ENGLISH, "A/RES/12/1").account.faults == ()


def test_reports_balance() -> None:
    """The published reports are accounted for whole."""
    paths = sorted((ROOT / "sources/published").glob("CTOC-COP-WG.4-*_report.txt"))
    assert paths
    for path in paths:
        assert read_adopted(read_original(path), ENGLISH, None).account.balances, path.name


def test_account_as_a_page(tmp_path: Path) -> None:
    """`--account` shows every line of the document with where it went, in words and colour."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    drawn = (
        "<mainBody><paragraph class='H1'><heading>Of &lt;lamps&gt;</heading></paragraph><paragraph>"
        "<num>1.</num><content><p>Urges that the States of the sea keep the lamps.</p></content>"
        "</paragraph><paragraph><content><p>And so on, in the name of all.</p></content>"
        "</paragraph></mainBody>"
    )
    (tmp_path / "a.xml").write_bytes(statement(drawn))
    options = ("--body", "ga", "--place", "Oslo", "--ordinal", 12, "--first", "2020-01-01")
    said = run_in(tmp_path, "import", *options, "--account", "account.html", "--dry-run", "a.xml")
    assert "account.html: written" in said.out
    root = html.document_fromstring((tmp_path / "account.html").read_text(encoding="utf-8"))
    shown = [(item.find("b").text, item.find("span").text) for item in root.iterfind(".//ol/li")]
    assert shown == [
        ("before what was adopted", "A/RES/12/1"),
        ("number of a record", "12/1."),
        ("text title", "Lamps"),
        ("text formula", "The Assembly,"),
        ("text 1 heading 1", "Of <lamps>"),
        ("text 1", "1. Urges that the States of the sea keep the lamps."),
        ("nowhere stray", "And so on, in the name of all."),
    ]
    assert "Not everything is accounted for" in root.text_content()
