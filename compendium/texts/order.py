"""The order of topics in a language: reviewed data, proposed by ICU.

What an index is sorted by is for a linguist to decide: accents, articles, strokes. So the order
stands in a file of its own beside the catalogues, and is never computed during a build.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from compendium.files import read_text, write_bytes
from compendium.languages.language import Language
from compendium.languages.sorting import sort_keys
from compendium.model.topics import FormerPrint, Topic
from compendium.model.value import Value
from compendium.proof import encoded, proven
from compendium.reading.one_file import load_one, read_content
from compendium.texts.textset import TextSet

ORDER_FILE = "topics-order.yaml"
_HEAD = (
    "# The order of the topics in {language}, proposed by ICU{counted}.",
    "# A reviser moves lines and then writes `state: reviewed`.",
)


class TopicOrder(Value):
    """The topics of the index in the order of one language.

    `collation` names the ICU collation it was proposed by, such as `zh-u-co-stroke`. `former`
    gives, by published document, the topics that its words put elsewhere, each with the topic
    before it.
    """

    collation: str
    state: Literal["proposed", "reviewed"]
    topics: tuple[str, ...] = Field(min_length=1)
    former: dict[str, dict[str, str]] = Field(default_factory=dict)


def read_order(path: Path) -> TopicOrder:
    """Read the order of topics of one language.

    Raises:
        InputError: if the file is missing or not of that form.
    """
    return load_one(path, TopicOrder, remedy="correct the file, or run `compendium order` again")


def in_order(topics: Sequence[Topic], order: TopicOrder) -> tuple[Topic, ...]:
    """The topics in that order. Topics that it does not name come last, in their present order.

    Their former places, too, are those of the language.
    """
    places = {key: place for place, key in enumerate(order.topics)}
    moved = (topic.model_copy(update={"former": _former(topic, order)}) for topic in topics)
    return tuple(sorted(moved, key=lambda topic: places.get(topic.key, len(places))))


def with_topics_in_order(text_set: TextSet, path: Path) -> TextSet:
    """Put the topics of a text set into the order of a file, if the file exists.

    Raises:
        InputError: if the file is not of that form.
    """
    if not path.exists():
        return text_set
    topics = in_order(text_set.corpus.topics, read_order(path))
    corpus = text_set.corpus.model_copy(update={"topics": topics})
    return text_set.model_copy(update={"corpus": corpus})


def _former(topic: Topic, order: TopicOrder) -> tuple[FormerPrint, ...]:
    headings = {former.document: former.heading for former in topic.former}
    return tuple(
        FormerPrint(document=document, heading=headings.get(document), after=after)
        for document in dict.fromkeys([*headings, *order.former])
        for after in [order.former.get(document, {}).get(topic.key)]
        if headings.get(document) or after
    )


def propose_order(headings: Iterable[tuple[str, str]], language: Language) -> TopicOrder:
    """Propose an order by the ICU collation of a language, such as `es` or `zh-u-co-stroke`.

    Args:
        headings: key and heading of each topic.
        language: whose data says by what collation, and what in a heading does not count.

    Raises:
        ToolError: if PyICU is not installed.
    """
    collation = language.sorting.collation or language.code
    listed = list(headings)
    keys = sort_keys(language.sorting, collation, [heading for _, heading in listed])
    ordered = sorted(zip(keys, listed, strict=True), key=lambda pair: pair[0])
    return TopicOrder(
        collation=collation, state="proposed", topics=tuple(key for _, (key, _) in ordered)
    )


def hand_made(path: Path, before: TopicOrder, proposed: TopicOrder) -> str | None:
    """What a person may have written in a file of a proposed order; None if nothing.

    Args:
        path: the file.
        before: the order in it.
        proposed: the order that would be proposed now.
    """
    both = frozenset(before.topics) & frozenset(proposed.topics)
    pairs = zip(
        *([key for key in order.topics if key in both] for order in (before, proposed)), strict=True
    )
    moved = next((ours for ours, theirs in pairs if ours != theirs), None)
    if moved is not None:
        return (
            f"its order differs from the proposed one, first at {moved}: "
            "lines were moved, or headings changed"
        )
    lines = read_text(path).split("\n")
    remarks = [number for number, line in enumerate(lines, start=1) if "#" in line]
    has_remark = len(remarks) > len(_HEAD)
    return f"somebody wrote a remark in line {remarks[len(_HEAD)]}" if has_remark else None


def write_order(order: TopicOrder, language: Language, path: Path) -> None:
    """Write the order of topics of one language, with a remark on how it was made."""
    ignored = language.sorting.ignore
    counted = f" without what {ignored} finds" if ignored else ""
    if language.sorting.strokes:
        counted += ", with the strokes of its data"
    topics = "".join(f"  - {key}\n" for key in order.topics)
    former = "former:\n" if order.former else ""
    for document, moved in order.former.items():
        former += f"  {document}:\n" + "".join(f"    {key}: {at}\n" for key, at in moved.items())
    text = (
        f"{_HEAD[0].format(language=language.english_name, counted=counted)}\n{_HEAD[1]}\n"
        f"collation: {order.collation}\nstate: {order.state}\ntopics:\n{topics}{former}"
    )

    def read(content: bytes) -> TopicOrder:
        return read_content(content, str(path), TopicOrder)

    write_bytes(path, proven(path, encoded(path, text), read, order))
