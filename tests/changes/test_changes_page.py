"""The page of a book on what is new in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compendium.changes.change import Changes
from compendium.changes.state_comparison import Snapshot, compare
from compendium.composing.changes_page import compose_news
from compendium.composing.inlines import EditionContext
from compendium.languages.language import load_language
from compendium.model.annexes import Annex, AnnexLine
from compendium.model.corpus import Corpus
from compendium.model.editions import Content, Edition
from compendium.model.news import News
from compendium.reading import Reading, read_sources
from compendium.reading.records import dump_records
from compendium.texts import states
from compendium.texts.keys import edition_key, map_texts
from compendium.texts.textset import TextSet, UnitState

EXAMPLE = Path(__file__).parents[1] / "example/sources"


def example() -> Corpus:
    """The records of the example."""
    return read_sources(EXAMPLE).corpus


def asking(since: dict[str, int]) -> tuple[Edition, EditionContext]:
    """The edition of the example with such a page, and what it is composed with."""
    corpus = example()
    news = News(since=since, heading="New", introduction=("Not there before.",), topics="Under:")
    edition = corpus.edition("compendium").model_copy(update={"new_since": news})
    english = load_language("en")
    texts = TextSet(language="en", source_language="en", corpus=corpus, states={})
    address, frame = "https://x.example/{symbol}", edition_key(edition)
    return edition, EditionContext(english, english, texts, edition.labels, address, frame)


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


WORDS = ("changed", "removed", "renamed", "moved", "listed", "unlisted", "errata")
# What the records said when the example was last published, and what they say now.
SINCE_THEN = (
    ("Polish every lens", "Clean every lens"),
    ("each week", "each month"),
    ("para. 8.", "para. 9."),
    ("Keepers, instruction of", "Keepers, training of"),
    ('"number": 3,\n     "report": 3', '"number": 3,\n     "report": 9'),
)


def reading() -> Reading:
    """The sources of the example."""
    return read_sources(EXAMPLE)


def since_then() -> tuple[Edition, EditionContext, Changes]:
    """The example with a page on what changed, and all that this page tells of."""
    now = reading()
    text = dump_records(example())
    for old, new in SINCE_THEN:
        assert new in text
        text = text.replace(new, old, 1)
    then = Corpus.model_validate_json(text)
    meetings = {meeting.ordinal: meeting for meeting in then.meetings}
    first, second = meetings[1], meetings[2]
    logs = first.paragraphs[3]
    paragraphs = (
        *first.paragraphs[:3],
        logs.model_copy(update={"topics": ("reporting",)}),
        *first.paragraphs[4:],
        logs.model_copy(update={"number": 7, "report": 13}),
    )
    gone = second.model_copy(update={"ordinal": 4})
    update = {"meetings": (first.model_copy(update={"paragraphs": paragraphs}), second, gone)}
    reworded = tuple(one.model_copy(update={"reason": "Why?"}) for one in now.errata)
    english = load_language("en")
    changes = compare(
        Snapshot("then", then.model_copy(update=update), reworded),
        Snapshot("now", example(), now.errata, now.documents),
        english,
    )
    edition, setting = asking({})
    assert edition.new_since is not None
    words = edition.new_since.model_copy(update={name: f"{name}:" for name in WORDS})
    told = edition.model_copy(update={"new_since": words, "published_from": "then.json"})
    return told, replace(setting, changes=changes), changes


def lines(blocks: Any) -> list[str]:
    """The text of each paragraph, in order, with plain spaces."""
    if isinstance(blocks, list):
        return [line for block in blocks for line in lines(block)]
    if not isinstance(blocks, dict):
        return []
    return (
        [text(blocks["c"]).replace("\N{NO-BREAK SPACE}", " ")]
        if blocks["t"] in {"Para", "Plain"}
        else lines(blocks["c"])
    )


def text(inlines: Any) -> str:
    """The plain text of inline elements."""
    if isinstance(inlines, list):
        return "".join(map(text, inlines))
    if not isinstance(inlines, dict):
        return ""
    return str(inlines["c"]) if inlines["t"] == "Str" else text(inlines.get("c", []))


def test_it_tells_what_changed_in_what_was_there_before() -> None:
    """Each kind of change stands under its words, part by part, with links where there is a text.

    A gathering that is new stands above; what is gone has nothing to lead to.
    """
    edition, setting, _ = since_then()
    blocks = compose_news(edition, setting)
    told = lines(blocks)
    assert told[:2] == ["Not there before.", "III. Third meeting, 4 November 2014"]
    assert told[2:] == [
        "changed:",
        "Part A I.2.a, I.3 and II.1; Part B V.PP.2",
        "removed:",
        "Part A I.7",
        "IV. Fourth meeting, 30 September to 2 October 2013",
        "renamed:",
        "Keepers, training of",
        "Keepers, instruction of",
        "moved:",
        "Logbooks",
        "listed: Part A I.4",
        "Reporting to the Conference",
        "unlisted: Part A I.4",
        "errata:",
        "CL/CONF/LK/2013/3",
        "Part A I.4",
    ]
    assert "#conf.5.pp.2" in links(blocks)
    assert "#lk.1.7" not in links(blocks)


def annexed(*texts: str) -> Corpus:
    """The example with an annex of some lines to the only record of its last session."""
    corpus = example()
    session = corpus.sessions[-1]
    lines_of = tuple(AnnexLine(text=line) for line in texts)
    annexes = (Annex(number=1, heading="Annex", lines=lines_of),) if texts else ()
    records = (session.records[0].model_copy(update={"annexes": annexes}),)
    changed = session.model_copy(update={"records": records})
    return corpus.model_copy(update={"sessions": (*corpus.sessions[:-1], changed)})


@pytest.mark.parametrize("now", [("1. Lamps.", "2. Wicks."), ("1. Lamps.",), ()])
def test_a_change_in_an_annex_is_told_at_its_record(now: tuple[str, ...]) -> None:
    """Whatever became of a line: it has no place of its own that a reader could be led to."""
    edition, setting, _ = since_then()
    before, after = annexed("1. Lamps.", "2. Wick."), annexed(*now)
    changes = compare(Snapshot("then", before), Snapshot("now", after), load_language("en"))
    assert "conf.5.annex.1.2" in {one.place for one in changes.texts or ()}
    texts = setting.texts.model_copy(update={"corpus": after})
    told = compose_news(edition, replace(setting, changes=changes, texts=texts))
    assert "changed:" in lines(told)
    assert "removed:" not in lines(told)
    assert links(told)[-1] == "#conf.5"


def test_it_tells_only_of_what_the_edition_holds() -> None:
    """Without records it leads to no text, without an index it names no topic."""
    edition, setting, _ = since_then()
    for content, told in ((Content.INDEX, {"renamed:", "moved:"}), (Content.RECORDS, {"changed:"})):
        alone = edition.model_copy(update={"holds": (content,)})
        found = set(lines(compose_news(alone, setting)))
        assert found & {"renamed:", "moved:", "changed:"} == told


def test_a_former_heading_stays_in_its_language() -> None:
    """In a translation, what stands nowhere any more is shown in the language of the records."""
    edition, setting, _ = since_then()
    keys: dict[str, UnitState] = {}

    def take(key: str, text: str) -> str:
        keys[key] = UnitState(state=states.State.UNOFFICIAL)
        return text

    texts = setting.texts.corpus.model_copy(update={"editions": (edition,)})
    map_texts(texts, take)
    french = setting.texts.model_copy(update={"language": "fr", "states": keys})
    translated = replace(setting, language=load_language("fr"), texts=french)
    assert "EN Keepers, instruction of" in lines(compose_news(edition, translated))
