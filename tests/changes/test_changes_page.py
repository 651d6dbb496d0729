"""The page of a book on what is new in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from compendium.composing.changes_page import compose_news
from compendium.composing.texts import Setting
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition, News
from compendium.reading import read_sources
from compendium.texts.keys import map_texts
from compendium.texts.textset import TextSet

EXAMPLE = Path(__file__).parents[1] / "example/sources"


def example() -> Corpus:
    """The records of the example."""
    corpus = read_sources(EXAMPLE).corpus
    assert corpus is not None
    return corpus


def asking(since: dict[str, int]) -> tuple[Edition, Setting]:
    """The edition of the example with such a page, and what it is composed with."""
    corpus = example()
    news = News(since=since, heading="New", introduction=("Not there before.",), topics="Under:")
    edition = corpus.edition("compendium").model_copy(update={"new_since": news})
    english = load_language("en")
    texts = TextSet(language="en", source_language="en", corpus=corpus, states={})
    return edition, Setting(english, english, texts, edition.labels, "https://x.example/{symbol}")


def links(blocks: list[dict[str, Any]]) -> list[str]:
    """Where the links lead, in their order."""
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if value.get("t") == "Link":
                found.append(value["c"][2][0])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(blocks)
    return found


def test_it_leads_to_gatherings_places_and_topics() -> None:
    """The page links each new gathering, its range of places, and the topics that list it."""
    edition, setting = asking({"lk": 1})
    found = links(compose_news(edition, setting))
    assert found[:3] == ["#lk.2", "#lk.2.1", "#lk.2.3"]
    assert "#topic.fog-signals" in found
    assert found[-1] == "#lk.3"
    assert not [target for target in found if target.startswith("#conf")]


def test_without_the_field_there_is_no_page() -> None:
    """An edition that does not ask for the page, or has nothing new, holds none."""
    edition, setting = asking({"lk": 3})
    assert compose_news(edition, setting) == []
    assert compose_news(example().edition("compendium"), setting) == []


def test_its_words_are_translated() -> None:
    """The words of the page have keys, so that catalogues hold them."""
    edition, _ = asking({"lk": 1})
    keys: list[str] = []

    def take(key: str, text: str) -> str:
        keys.append(key)
        return text

    map_texts(example().model_copy(update={"editions": (edition,)}), take)
    own = {key for key in keys if ".new_since." in key}
    assert own == {
        "edition.compendium.new_since.heading",
        "edition.compendium.new_since.introduction.1",
        "edition.compendium.new_since.topics",
    }
