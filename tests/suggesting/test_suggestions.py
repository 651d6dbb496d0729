"""What is suggested, for which paragraphs, and why; and how good it is, as the docs say."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.model.topics import Topic
from compendium.reading import Reading, read_sources
from compendium.suggesting.ranking import TopicRanker
from compendium.suggesting.samples import assigned_samples, samples_of
from compendium.suggesting.suggestions import Suggestion, suggest_topics

EXAMPLE = Path(__file__).parents[1] / "example/sources"
MEETING = "lk/02-2013.yaml"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The example, in which the second meeting has lost its topics."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "sources")
    path = folder / MEETING
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^ *topics: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    return folder


def suggest(sources: Path, gathering: str | None = None) -> list[Suggestion]:
    """The suggestions for sources without faults."""
    reading = read_sources(sources)
    return suggest_topics(reading, reading.corpus, gathering=gathering)


def test_every_unreached_unit_and_no_other(sources: Path) -> None:
    """Units without topics get suggestions, those with topics above, below or `[]` get none."""
    path = sources / MEETING
    text = path.read_text(encoding="utf-8")
    assert [one.located.unit.key for one in suggest(sources, "lk.2")] == [
        "lk.2.1",
        "lk.2.2",
        "lk.2.2.a",
        "lk.2.2.b",
        "lk.2.3",
    ]
    text = text.replace("    report: 1\n", "    report: 1\n    topics: []\n")
    text = text.replace("- letter: a\n", "- letter: a\n        topics: [keepers.training]\n")
    path.write_text(text, encoding="utf-8")
    assert [one.located.unit.key for one in suggest(sources, "lk.2")] == ["lk.2.2.b", "lk.2.3"]


def test_the_likeliest_topic_and_its_reason(sources: Path) -> None:
    """Fog signals are recognised, with the paragraph most alike among those that have the topic."""
    first = suggest(sources, "lk.2")[0]
    likely = first.likely[0]
    assert likely.topic.key == "fog-signals"
    assert likely.like is not None
    assert "fog-signals" in likely.like.unit.topics
    assert {"fog", "signals"} & set(likely.like.words)
    words = set(re.findall(r"\w+", first.located.unit.text.lower()))
    assert set(likely.like.words) <= words


def test_the_same_sources_give_the_same(sources: Path) -> None:
    """Suggestions do not change from run to run."""

    def told() -> list[tuple[str, list[str]]]:
        return [
            (one.located.unit.key, [likely.topic.key for likely in one.likely])
            for one in suggest(sources)
        ]

    assert told() == told()


def test_an_unknown_gathering_is_named(sources: Path) -> None:
    """A gathering that is not there is refused by its name."""
    with pytest.raises(InputError, match=r"lk\.99"):
        suggest(sources, "lk.99")


@pytest.fixture
def example() -> Reading:
    """The example as it is."""
    return read_sources(EXAMPLE)


def test_a_unit_is_read_in_its_context(example: Reading) -> None:
    """A subparagraph is judged with its chapeau, a paragraph with its list, none with a sibling."""
    texts = {
        sample.unit.key: sample.text for sample in samples_of(example.corpus.gatherings("lk")[1])
    }
    assert texts["lk.2.2.b"] == "States parties should offer to keepers: Leave ashore."
    assert texts["lk.2.2"].endswith("own language; Leave ashore.")
    assert "*" not in " ".join(texts.values())


def test_a_new_topic_is_found_by_its_heading(example: Reading) -> None:
    """A topic without any assignment is suggested where a text speaks of what its heading names."""
    topics = [*example.corpus.topics, Topic(key="buoys", heading="Buoys and beacons")]
    ranker = TopicRanker(assigned_samples(example.corpus), topics)
    assert (
        ranker.rank(["States parties should paint all buoys and beacons red."])[0][0].key == "buoys"
    )


def test_a_mere_reference_is_never_suggested(example: Reading) -> None:
    """A heading that only says where to look instead does not take part."""
    ranker = TopicRanker(assigned_samples(example.corpus), example.corpus.topics)
    assert "keepers" in {topic.key for topic in example.corpus.topics}
    assert "keepers" not in {topic.key for topic in ranker.topics}


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_topic(example: Reading, count: int) -> None:
    """With one topic or none there is nothing to learn, and nothing breaks."""
    topics = [topic for topic in example.corpus.topics if not topic.see][:count]
    assert TopicRanker([], topics).rank(["Fog"]) == [topics]


def test_topics_before_any_assignment(sources: Path) -> None:
    """A corpus without a single assignment gets suggestions from the headings alone."""
    for path in [*(sources / "lk").glob("*.yaml"), *(sources / "conf").glob("*.yaml")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^ *topics: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    first = next(one for one in suggest(sources) if one.located.unit.key == "lk.2.1")
    assert first.likely[0].topic.key == "fog-signals"
    assert first.likely[0].like is None


@pytest.mark.acceptance
def test_it_is_as_good_as_the_docs_say(root: Path) -> None:
    """Leaving out each meeting once, recall at 5 is 0.70 or more and the docs tell the same."""
    command = [sys.executable, "benchmarks/suggest.py", "--only-shipped"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    row = done.stdout.splitlines()[-1]
    measured = re.fullmatch(r"(\| .+ \| (0\.\d\d) \| (0\.\d\d) \|) [\d.]+ \|", row)
    assert measured
    assert float(measured[2]) >= 0.70
    assert float(measured[3]) >= 0.50
    assert measured[1] in (root / "docs/suggestions.md").read_text(encoding="utf-8")
