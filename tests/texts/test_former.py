"""An edition that gives a published document again prints its words, in its order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.gatherings import FormerRemark
from compendium.model.topics import FormerPrint
from compendium.reading import read_sources
from compendium.texts.order import TopicOrder, in_order
from compendium.texts.states import State
from compendium.texts.text_units import text_units
from compendium.texts.textset import TextSet, UnitState, source_set
from support.importing_project import run_in

PAPER = "paper-2013"
FORMER = {
    "keepers.training": FormerPrint(document=PAPER, after="logbooks"),
    "keepers.welfare": FormerPrint(document=PAPER, heading="Welfare of keepers", after="reporting"),
}


@pytest.fixture(scope="module")
def corpus(root: Path) -> Corpus:
    """The example with a topic or two that the paper of 2013 printed otherwise, and a remark."""
    found = read_sources(root / "tests" / "example" / "sources").corpus
    paper = found.edition("compendium").model_copy(update={"key": "paper", "as_printed_in": PAPER})
    remark = FormerRemark(document=PAPER, remark="They are pending.")
    update = {
        "topics": tuple(
            topic.model_copy(update={"former": (FORMER[topic.key],)})
            if topic.key in FORMER
            else topic
            for topic in found.topics
        ),
        "meetings": (
            *found.meetings[:2],
            found.meetings[2].model_copy(update={"former": (remark,)}),
        ),
        "editions": (*found.editions, paper),
    }
    return found.model_copy(update=update)


def shown(texts: TextSet, edition: Edition) -> tuple[list[str], str | None]:
    """The headings that an edition shows, and its remark on the third meeting."""
    known = texts.for_edition(edition).corpus
    return [topic.heading for topic in known.topics], known.meetings[2].remark


def test_it_prints_former_words_in_their_order(corpus: Corpus) -> None:
    """Topics stand where the document has them and as it calls them; another edition is as ever."""
    texts = source_set(corpus, "en")
    assert shown(texts, corpus.edition("paper")) == (
        [
            "Fog signals",
            "Keepers",
            "Lamps, maintenance of",
            "Logbooks",
            "Keepers, training of",
            "Reporting to the Conference",
            "Welfare of keepers",
        ],
        "They are pending.",
    )
    headings, remark = shown(texts, corpus.edition("compendium"))
    assert headings == [topic.heading for topic in corpus.topics]
    assert remark == corpus.meetings[2].remark


def test_former_words_are_translated_as_texts_of_their_own(corpus: Corpus) -> None:
    """What an edition prints of them has keys; its state is that of the words that are printed."""
    units = {unit.key: unit for unit in text_units(corpus, load_language("en"))}
    heading, remark = f"topic.keepers.welfare.former.{PAPER}", f"lk.3.remark.former.{PAPER}"
    assert units[heading].text == "Welfare of keepers"
    assert units[remark].catalogue == "lk/03-2014"
    states = {key: UnitState(state=State.REVIEWED) for key in units}
    states |= {key: UnitState(state=State.MISSING) for key in (heading, remark)}
    texts = TextSet(language="fr", source_language="en", corpus=corpus, states=states)
    lacking = [
        [key for key, unit in texts.for_edition(edition).states.items() if unit.state == "missing"]
        for edition in (corpus.edition("paper"), corpus.edition("compendium"))
    ]
    assert lacking == [["lk.3.remark", "topic.keepers.welfare"], []]


def test_a_language_has_an_order_of_its_own_for_them(corpus: Corpus) -> None:
    """Where the former words belong, the order of the language says, not that of the records."""
    keys = ("logbooks", *(topic.key for topic in corpus.topics if topic.key != "logbooks"))
    order = TopicOrder(
        collation="fr",
        state="proposed",
        topics=keys,
        former={PAPER: {"keepers.welfare": "logbooks"}},
    )
    ordered = corpus.model_copy(update={"topics": in_order(corpus.topics, order)})
    headings, _ = shown(source_set(ordered, "en"), corpus.edition("paper"))
    assert headings[:3] == ["Logbooks", "Welfare of keepers", "Fog signals"]
    assert headings.index("Keepers, training of") == 4


def test_an_unknown_document_is_refused(root: Path, tmp_path: Path) -> None:
    """An edition can give again only a document that is known."""
    sources = shutil.copytree(root / "tests/example/sources", tmp_path / "sources")
    definition = sources / "editions" / "compendium.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace("year:", "as_printed_in: paper-2012\nyear:"), "utf-8")
    said = run_in(tmp_path, "check", "--records-only")
    assert said.code == 1
    assert "compendium.yaml:10: R011 error: there is no document paper-2012" in said.out
