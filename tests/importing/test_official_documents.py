"""Official documents in six languages and every format: what they say is what is recorded."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from compendium.checks.translations.fact_parity import FactCheck
from compendium.checks.translations.parity import check_marks
from compendium.languages.language import load_language
from compendium.model.units import units_of
from compendium.reading import read_sources
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.fact_differences import SourceFacts
from compendium.texts.states import State
from compendium.texts.textset import load_text_set
from support.importing_project import ROOT, run_in
from support.official_documents import BODIES, FORMATS, LANGUAGES, OTHERS, document, texts, write

EXAMPLE = ROOT / "tests" / "example" / "sources"
# Other bodies under the keys of the example, whose topics and edition serve here, too.
# The United Nations mark up resolutions alone.
WRITTEN = [(k, f) for k in ("resolution", "report") for f in FORMATS if (k, f) != ("report", "xml")]
CATALOGUES = {"resolution": "conf/12-2025", "report": "lk/02-2024"}
PREFIXES = {"resolution": "conf.12.7.", "report": "lk.2."}
# The report counts from 2, our record from 1.
OFFSET = {"resolution": 0, "report": 1}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every document in every format."""
    folder = tmp_path_factory.mktemp("official")
    for kind, form in WRITTEN:
        for code in LANGUAGES:
            write(code, kind, form, folder)
    return folder


def paper(papers: Path, code: str, kind: str, form: str) -> Path:
    """A document by its language, kind and format."""
    return papers / f"{document(code, kind)['symbol'].replace('/', '-')}.{code}.{form}"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project that knows the two bodies and holds no gathering yet."""
    sources = tmp_path / "sources"
    for body in ("conf", "lk"):
        (sources / body).mkdir(parents=True)
    shutil.copytree(EXAMPLE / "editions", sources / "editions")
    shutil.copy(EXAMPLE / "topics.yaml", sources / "topics.yaml")
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    return tmp_path


def places(kind: str) -> dict[str, str]:
    """The key of each text by its place in the document."""
    found = {}
    for place in texts("en", kind):
        first, _, below = place.partition(".")
        own = place if first == "pp" else str(int(first) - OFFSET[kind]) + (below and f".{below}")
        found[place] = PREFIXES[kind] + own
    return found


def recorded(desk: Path, kind: str) -> dict[str, str]:
    """The texts of the record by their keys, without title and formula."""
    corpus = read_sources(desk / "sources").corpus
    body = CATALOGUES[kind].partition("/")[0]
    units = [unit for one in corpus.gatherings(body) for unit in units_of(one)]
    return {unit.key: unit.text for unit in units}


def words(text: str) -> str:
    """A text without emphasis, with plain spaces, and every kind of mark for an item alike."""
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()


@pytest.mark.parametrize(("kind", "form"), WRITTEN)
def test_records_in_english(desk: Path, papers: Path, kind: str, form: str) -> None:
    """Every text of the English document is recorded at its place, with nothing to doubt."""
    said = run_in(desk, "import", paper(papers, "en", kind, form), "--place", "Basel")
    assert said.code == 0, said.err
    assert set(re.findall(r"\b[A-Z]\d{3} (?:warning|error)", said.err)) <= {"I003 warning"}
    held = recorded(desk, kind)
    expected = {key: words(texts("en", kind)[place]) for place, key in places(kind).items()}
    assert {key: words(held[key]) for key in expected} == expected


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize(("kind", "form"), WRITTEN)
def test_official_in_five_languages(
    desk: Path, papers: Path, code: str, kind: str, form: str
) -> None:
    """Every text of another language is set as official beside its own key, and nothing else."""
    run_in(desk, "import", paper(papers, "en", kind, "txt"), "--place", "Basel")
    said = run_in(desk, "import", "--language", code, paper(papers, code, kind, form))
    assert said.code == 0, said.err
    assert ("I034 warning" in said.err) is ((code, form) == ("ar", "pdf"))
    symbol = document(code, kind)["symbol"]
    catalogue = read_catalogue(desk / f"translations/{code}/{CATALOGUES[kind]}.po")
    entries = {entry.msgctxt: entry for entry in catalogue}
    expected = {key: words(texts(code, kind)[place]) for place, key in places(kind).items()}
    assert {key: words(entries[key].msgstr) for key in expected} == expected
    own = [entry for key, entry in entries.items() if key.startswith(PREFIXES[kind])]
    assert {state_of(entry) for entry in own} == {(State.OFFICIAL, symbol)}
    notes = document(code, kind).get("notes", ())
    assert [words(e.msgstr) for key, e in entries.items() if ".note." in key] == list(notes)


@pytest.mark.parametrize("code", OTHERS)
def test_a_lost_paragraph_is_told(desk: Path, papers: Path, code: str) -> None:
    """Where a paragraph is missing, its unit and those beside it keep what they had."""
    run_in(desk, "import", paper(papers, "en", "resolution", "txt"), "--place", "Basel")
    whole = paper(papers, code, "resolution", "txt")
    lost = next(one for one in document(code, "resolution")["body"] if one["at"] == "1.b.ii")
    cut = desk / whole.name
    lines = whole.read_text(encoding="utf-8").splitlines()
    cut.write_text("\n".join(line for line in lines if lost["text"] not in line), encoding="utf-8")
    said = run_in(desk, "import", "--language", code, cut)
    assert said.code == 1
    assert "I009 error: conf.12.7.1.b.ii has no text in the document" in said.err
    entries = read_catalogue(desk / f"translations/{code}/conf/12-2025.po")
    missing = [entry.msgctxt for entry in entries if state_of(entry)[0] is not State.OFFICIAL]
    beside = ["conf.12.7.1.b.i", "conf.12.7.1.b.ii", "conf.12.7.1.c"]
    assert [key for key in missing if key.startswith("conf.12.7.")] == beside


@pytest.mark.parametrize("code", OTHERS)
def test_official_texts_agree_in_their_facts(code: str) -> None:
    """The checks of numbers, days, symbols and note marks have nothing to say of true versions."""
    check = FactCheck(SourceFacts(load_language("en")), load_language(code))
    for kind in CATALOGUES:
        ours, theirs = texts("en", kind), texts(code, kind)
        assert list(ours) == list(theirs)
        told = {place: [*check.faults(ours[place], theirs[place])] for place in ours}
        told |= {f"{p} marks": [*check_marks(ours[p], theirs[p])] for p in ours}
        assert {place: faults for place, faults in told.items() if faults} == {}


def test_an_edition_of_official_texts(desk: Path, papers: Path) -> None:
    """What was imported makes a page whose every record is official text, in five languages."""
    for kind in CATALOGUES:
        run_in(desk, "import", paper(papers, "en", kind, "txt"), "--place", "Basel")
    for name in ("config", "templates"):
        (desk / name).symlink_to(ROOT / name)
    assert run_in(desk, "collect", "--output", "records.json").code == 0
    for code in OTHERS:
        run_in(desk, "merge", "--records", "records.json", code)
        for kind in CATALOGUES:
            run_in(desk, "import", "--language", code, paper(papers, code, kind, "txt"))
        work = desk / "output" / code
        edition = ("--edition", "compendium", "--output")
        localise = ("localise", "--records", "records.json", "--language", code)
        index = ("index", "--texts", work / "texts.json", *edition, work / "index.json")
        compose = ("compose", "--texts", work / "texts.json", "--index", work / "index.json")
        assert run_in(desk, *localise, "--output", work / "texts.json").code == 0
        assert run_in(desk, *index).code == 0
        assert run_in(desk, *compose, *edition, work / "book.json").code == 0
        page = work / "book.html"
        assert run_in(desk, "html", "--document", work / "book.json", "--output", page).code == 0
        states = load_text_set(work / "texts.json").states
        own = {key: state.state for key, state in states.items() if key[:5] in {"conf.", "lk.2."}}
        assert set(own.values()) == {State.OFFICIAL}
        held = page.read_text(encoding="utf-8")
        keys = [*places("resolution").values(), *places("report").values()]
        assert [key for key in keys if f'id="{key}"' not in held] == []
