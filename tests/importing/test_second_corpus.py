"""Another body, another corpus: resolutions of the General Assembly, in whole editions.

The official texts are not part of the project; without them these tests are skipped.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from compendium.model.units import units_of
from compendium.reading import read_sources
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from compendium.texts.textset import load_text_set
from support.importing_project import (
    BODIES,
    LANGUAGES,
    NAMES,
    RESOLUTIONS,
    ROOT,
    Said,
    needs_resolutions,
    run_in,
)

pytestmark = [needs_resolutions, pytest.mark.acceptance]

# Each topic is assigned where a passage has the word.
TOPICS = {
    "awareness-raising": ("Awareness-raising", "awareness"),
    "children": ("Children", "children"),
    "data-collection": ("Data collection", "data"),
    "training": ("Training and specialization", "training"),
}


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Said]]:
    """The second corpus from the official resolutions, and what each import said."""
    folder = tmp_path_factory.mktemp("second")
    _lay_out(folder)
    said = {}
    for name in NAMES:
        file = RESOLUTIONS / f"A-RES-{name}.en.xml"
        said[f"{name}.en"] = run_in(folder, "import", file, "--place", "New York")
    for path in sorted((folder / "sources/ga").glob("*.yaml")):
        path.write_text(_with_topics(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert run_in(folder, "collect", "--output", "records.json").code == 0
    for language in LANGUAGES:
        if language == "en":
            continue
        for name in ("edition.po", "topics.po"):
            kept = folder / "translations" / language / name
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / "translations" / language / name, kept)
        assert run_in(folder, "merge", "--records", "records.json", language).code == 0
        for name in NAMES:
            file = RESOLUTIONS / f"A-RES-{name}.{language}.xml"
            said[f"{name}.{language}"] = run_in(folder, "import", "--language", language, file)
    return folder, said


def _lay_out(folder: Path) -> None:
    """Bodies, topics, an edition definition: all that an editor writes before importing."""
    sources = folder / "sources"
    (sources / "ga").mkdir(parents=True)
    (sources / "editions").mkdir()
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    yaml = YAML()
    topics = [{"key": key, "heading": heading} for key, (heading, _) in TOPICS.items()]
    yaml.dump({"topics": topics}, sources / "topics.yaml")
    edition = yaml.load(ROOT / "sources/editions/compendium.yaml")
    title = "General Assembly resolutions on trafficking in persons"
    edition |= {
        "title": title,
        "introduction": ["The resolutions of the General Assembly on trafficking in persons."],
        "body_introduction": ["The resolutions are in the order of the sessions."],
        "contents_remark": "The records were made from the official documents.",
        "parts": [{"letter": "A", "body": "ga", "heading": title, "running_head": title}],
    }
    yaml.dump(edition, sources / "editions/compendium.yaml")
    for name in ("config", "templates"):
        shutil.copytree(ROOT / name, folder / name)


def _with_topics(text: str) -> str:
    """The records as an editor leaves them: with topics on their passages."""
    passage = re.compile(r"^( +)text: >-\n((?:\1  .*\n)+)", re.MULTILINE)

    def assigned(found: re.Match[str]) -> str:
        words = found[2].lower()
        topics = [key for key, (_, word) in TOPICS.items() if word in words]
        return f"{found[1]}topics: [{', '.join(topics)}]\n{found[0]}"

    return passage.sub(assigned, text)


def test_every_resolution_is_recorded(corpus: tuple[Path, dict[str, Said]]) -> None:
    """Six resolutions in five sessions, with every paragraph, and nothing for `check` to fault."""
    folder, _ = corpus
    reading = read_sources(folder / "sources")
    counted = {
        record.number: (len(record.preamble), len(record.paragraphs))
        for session in reading.corpus.sessions
        for record in session.records
    }
    assert counted == {
        "75/158": (38, 52),
        "76/7": (0, 1),
        "76/186": (43, 28),
        "77/194": (39, 53),
        "78/228": (48, 33),
        "80/228": (49, 38),
    }
    said = run_in(folder, "check", "--sources", "sources", "--records-only")
    assert not [line for line in said.out.splitlines() if " error: " in line]


def test_lists_in_the_preamble_are_kept(corpus: tuple[Path, dict[str, Said]]) -> None:
    """The list (a) to (f) of a preambular paragraph has keys of its own."""
    reading = read_sources(corpus[0] / "sources")
    keys = [unit.key for unit in units_of(reading.corpus.gatherings("ga")[1])]
    assert [key for key in keys if re.fullmatch(r"ga\.76\.186\.pp\.\d+\.[a-z]", key)] == [
        f"ga.76.186.pp.10.{letter}" for letter in "abcdef"
    ]


def is_told(key: str, errors: str) -> bool:
    """Whether a text that is not taken is named, or the text whose note it is."""
    return any(f" {one}: " in errors for one in (key, key.partition(".note.")[0]))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_paragraph_is_aligned(
    corpus: tuple[Path, dict[str, Said]], name: str, language: str
) -> None:
    """Every text of a resolution has its official text, or the import says which has none."""
    folder, said = corpus
    session, number = name.split("-")
    year = {"75": 2020, "76": 2021, "77": 2022, "78": 2023, "80": 2025}[session]
    catalogue = read_catalogue(folder / f"translations/{language}/ga/{session}-{year}.po")
    symbol = f"A/RES/{session}/{number}"
    own = [entry for entry in catalogue if entry.msgctxt.startswith(f"ga.{session}.{number}.")]
    official = [entry for entry in own if state_of(entry) == (State.OFFICIAL, symbol)]
    left = [entry.msgctxt for entry in own if entry not in official]
    assert own
    reported = said[f"{name}.{language}"]
    assert reported.code == (1 if left else 0), reported.err
    assert not [key for key in left if not is_told(key, reported.err)]
    assert len(official) >= 0.97 * len(own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_editions_are_built(corpus: tuple[Path, dict[str, Said]], language: str) -> None:
    """An edition in each language, with its index: official text, but what the import held back."""
    folder, said_of_imports = corpus
    work = folder / "output" / language
    chain = [
        ["localise", "--records", "records.json", "--language", language],
        ["index", "--texts", work / "texts.json", "--edition", "compendium"],
        ["compose", "--texts", work / "texts.json", "--index", work / "index.json"],
        ["html", "--document", work / "document.json"],
    ]
    chain[2] += ["--edition", "compendium"]
    made = ("texts.json", "index.json", "document.json", "edition.html")
    for command, name in zip(chain, made, strict=True):
        said = run_in(folder, *command, "--output", work / name)
        assert said.code == 0, said.err
    texts = load_text_set(work / "texts.json")
    states = {key: one.state for key, one in texts.states.items() if key.startswith("ga.")}
    told = "".join(one.err for name, one in said_of_imports.items() if name.endswith(language))
    held_back = [key for key, state in states.items() if state is not State.OFFICIAL]
    assert not [key for key in held_back if not is_told(key, told)]
    page = (work / "edition.html").read_text(encoding="utf-8")
    keys = [unit.key for unit in texts.corpus.units()]
    assert len(keys) == 440
    assert all(f'id="{key}"' in page for key in keys)
    assert len(re.findall(r'href="#ga\.[^"]+"[^>]*class="[^"]*locator|class="locator"', page)) > 100


def test_index_cites_the_preamble(corpus: tuple[Path, dict[str, Said]]) -> None:
    """A list in the preamble is cited as PP 10 (e), before the operative paragraphs."""
    folder, _ = corpus
    texts, index = folder / "texts.json", folder / "index.json"
    run_in(folder, "localise", "--records", "records.json", "--language", "en", "--output", texts)
    run_in(folder, "index", "--texts", texts, "--edition", "compendium", "--output", index)
    topics = json.loads(index.read_text(encoding="utf-8"))["topics"]
    entries = {entry["symbol"]: entry for entry in topics[0]["parts"][0]["entries"]}
    entry = entries["A/RES/76/186"]
    assert entry["paragraphs"] == "PP 10 (e) and 38; 7 and 16"
    assert [run["first"] for run in entry["preambular"]] == [
        "LXXVI.186.PP.10.e",
        "LXXVI.186.PP.38",
    ]
