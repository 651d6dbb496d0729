"""A printed index against the assignments of a small corpus: every kind of difference."""

import pytest

from compendium.collating.index_printed import index_rows
from compendium.collating.index_rows import index_differences
from compendium.comparing.differences import Difference
from compendium.model.bodies import Bodies
from compendium.model.corpus import Corpus
from compendium.model.errata import Column
from compendium.model.gatherings import Meeting, Session
from compendium.model.published import Published
from compendium.model.topics import Topics

BODIES = {
    "bodies": [
        {"key": "ag", "name": "Group", "short_name": "G", "gathers_in": "meeting", "part": "A"},
        {"key": "gc", "name": "Council", "short_name": "C", "gathers_in": "session", "part": "B"},
    ]
}
TOPICS = {
    "topics": [
        {
            "key": "ports",
            "heading": "Ports",
            "former": [{"document": "old-index", "heading": "Harbours"}],
        },
        {"key": "roads", "heading": "Roads"},
    ]
}
AGREEING = (
    "Ports→Part A→→→→",
    "→I.1 and I.3→AG/2001/3→→2 and 4→",
    "→II.2→AG/2002/5→→→2",
    "→Part B→→→→",
    "→II.1→GC/2002/9→Resolution 2/1→1→",
    "Roads→Part A→→→→",
    "→I.2.a–c→AG/2001/3→→3 (a)–(c)→",
)


def meeting(ordinal: int, *, cited_by: str, offset: int, topics: dict[str, list[str]]) -> Meeting:
    """A meeting of three paragraphs, the second with (a) to (c); topics by steps."""
    paragraphs = [
        {
            "number": n,
            "report": n + offset,
            "text": "Text.",
            "topics": topics.get(str(n), []),
            "subparagraphs": [
                {"letter": letter, "text": "Text.", "topics": topics.get(f"{n}.{letter}", [])}
                for letter in ("abc" if n == 2 else "")
            ],
        }
        for n in range(1, 4)
    ]
    return Meeting.model_validate(
        {
            "body": "ag",
            "ordinal": ordinal,
            "dates": {"first": "2001-01-01", "last": "2001-01-02"},
            "place": "Vienna",
            "report": {
                "symbol": {1: "AG/2001/3", 2: "AG/2002/5", 3: "AG/2003/7"}[ordinal],
                "cited_by": cited_by,
            },
            "paragraphs": paragraphs,
        }
    )


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Two bodies, three meetings and a session, with topics on six units."""
    roads = {f"2.{letter}": ["roads"] for letter in "abc"}
    return Corpus(
        bodies=Bodies.model_validate(BODIES).bodies,
        meetings=(
            meeting(
                1,
                cited_by="paragraphs",
                offset=1,
                topics={"1": ["ports"], "3": ["ports"], **roads},
            ),
            meeting(2, cited_by="recommendations", offset=0, topics={"2": ["ports"]}),
            meeting(3, cited_by="paragraphs", offset=0, topics={"1": ["roads"]}),
        ),
        sessions=(
            Session.model_validate(
                {
                    "body": "gc",
                    "ordinal": 2,
                    "dates": {"first": "2002-01-01", "last": "2002-01-02"},
                    "place": "Vienna",
                    "report": {"symbol": "GC/2002/9", "cited_by": "paragraphs"},
                    "records": [
                        {
                            "kind": "resolution",
                            "number": "2/1",
                            "title": "Ports",
                            "formula": "The Council,",
                            "paragraphs": [{"number": 1, "text": "*Asks*.", "topics": ["ports"]}],
                        }
                    ],
                }
            ),
        ),
        topics=Topics.model_validate(TOPICS).topics,
        editions=(),
    )


def published(key: str = "index") -> Published:
    """A published index of both bodies, up to the second meeting."""
    return Published(
        key=key,
        title="Index",
        form="index",
        file="index.txt",
        sha256="0" * 64,
        provenance="A test.",
        covers={"ag": (1, 2), "gc": (2,)},
    )


def compare(corpus: Corpus, *lines: str, key: str = "index") -> list[tuple[str, str, str, str]]:
    """Place, column, printed and ours of every difference of an index, cells parted by arrows."""
    text = "\n".join(line.replace("→", "\t") for line in lines)
    found = index_differences(published(key), text, corpus)
    return [(one.place, one.column, one.printed, one.ours) for one in sorted(found)]


def changed(old: str, new: str) -> list[str]:
    """The agreeing index with one fragment changed, once."""
    text = "\n".join(AGREEING)
    assert text.count(old) == 1
    return text.replace(old, new).split("\n")


def test_an_index_that_agrees_has_no_difference(corpus: Corpus) -> None:
    """Equal sets are no difference, and what the document does not cover is not missed."""
    assert compare(corpus, *AGREEING) == []


def test_other_forms_are_no_difference(corpus: Corpus) -> None:
    """Hyphens, missing blanks and other lists of the same places are no difference."""
    lines = changed("→I.2.a–c→AG/2001/3→→3 (a)–(c)→", "→I.2.a-c→AG/2001/3→→3 (a),(b), 3 (c)→")
    assert compare(corpus, *lines) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("I.1 and I.3", "I.1 and I.2", ("locators", "I.1 and I.2", "I.1 and I.3")),
        ("2 and 4", "1 and 4", ("references", "1 and 4", "2 and 4")),
        ("I.1 and I.3", "I.1, I.3 and I.3", ("locators", "I.1, I.3 and I.3", "I.1 and I.3")),
        ("I.1 and I.3", "I.1. I.3", ("locators", "I.1. I.3", "I.1 and I.3")),
        ("2 and 4→", "→", ("references", "", "2 and 4")),
        (
            "I.1 and I.3→AG/2001/3→→2 and 4",
            "I.1→AG/2001/3→→2",
            ("row", "I.1 | 2", "I.1 and I.3 | 2 and 4"),
        ),
        ("I.1 and I.3→AG/2001/3→→2", "I.1 and I.3→AG/2002/5→→2", ("row", "AG/2002/5", "AG/2001/3")),
    ],
)
def test_a_faulty_row_of_a_meeting(
    corpus: Corpus, old: str, new: str, expected: tuple[str, str, str]
) -> None:
    """Each fault of a row is one difference, in the column where it is."""
    assert compare(corpus, *changed(old, new)) == [("ports/ag.1", *expected)]


def test_both_columns_wrong_and_disagreeing(corpus: Corpus) -> None:
    """Where the columns disagree and neither is ours, both are differences."""
    lines = changed("I.1 and I.3→AG/2001/3→→2 and 4", "I.1→AG/2001/3→→4")
    assert compare(corpus, *lines) == [
        ("ports/ag.1", "locators", "I.1", "I.1 and I.3"),
        ("ports/ag.1", "references", "4", "2 and 4"),
    ]


def test_a_wrong_record(corpus: Corpus) -> None:
    """Another number of a resolution is a difference of the row."""
    assert compare(corpus, *changed("Resolution 2/1", "Resolution 2/2")) == [
        ("ports/gc.2", "row", "Resolution 2/2", "Resolution 2/1")
    ]


def test_a_row_under_the_wrong_part(corpus: Corpus) -> None:
    """A row of Part B printed under Part A is a difference of the row."""
    lines = [line for line in AGREEING if "Part B" not in line]
    assert compare(corpus, *lines) == [("ports/gc.2", "row", "A", "B")]


def test_a_missing_row_and_one_too_many(corpus: Corpus) -> None:
    """A row of ours that is not printed and a printed row that is not ours are both found."""
    lines = [line for line in AGREEING if "AG/2002/5" not in line]
    lines.append("→II.3→AG/2002/5→→→3")
    assert compare(corpus, *lines) == [
        ("ports/ag.2", "row", "", "II.2 | 2"),
        ("roads/ag.2", "row", "II.3 | 3", ""),
    ]


def test_a_row_printed_twice(corpus: Corpus) -> None:
    """The second of two rows for one place is a difference."""
    assert compare(corpus, *AGREEING, AGREEING[-1]) == [
        ("roads/ag.1", "row", "I.2.a–c | 3 (a)–(c)", "")
    ]


def test_an_unknown_topic(corpus: Corpus) -> None:
    """Rows under a heading that no topic has are found, and those of the topic are missed."""
    assert compare(corpus, *changed("Roads", "Bridges")) == [
        ("Bridges/AG/2001/3", "row", "I.2.a–c | 3 (a)–(c)", ""),
        ("roads/ag.1", "row", "", "I.2.a–c | 3 (a)–(c)"),
    ]


def test_a_former_heading_holds_for_its_document(corpus: Corpus) -> None:
    """A former heading leads to the topic in the document that printed it, in no other."""
    lines = changed("Ports", "Harbours")
    assert compare(corpus, *lines, key="old-index") == []
    assert compare(corpus, *lines)


def test_columns_that_disagree_are_found_without_assignments(corpus: Corpus) -> None:
    """Two planted rows whose columns disagree are found although no unit has any topic."""
    bare = corpus.model_copy(
        update={
            "meetings": tuple(
                meeting(n, cited_by=cited, offset=offset, topics={})
                for n, cited, offset in ((1, "paragraphs", 1), (2, "recommendations", 0))
            )
        }
    )
    lines = changed("3 (a)–(c)", "3 (a) and (b)")
    lines[2] = lines[2].replace("II.2", "II.3")
    text = "\n".join(line.replace("→", "\t") for line in lines)
    rows = index_rows(published(), text, bare)
    assert [row.place for row in rows if not row.columns_agree] == ["ports/ag.2", "roads/ag.1"]
    columns = {
        (one.place, one.column)
        for one in index_differences(published(), text, bare)
        if one.column is not Column.ROW
    }
    assert columns == {
        (place, column)
        for place in ("ports/ag.2", "roads/ag.1")
        for column in (Column.LOCATORS, Column.REFERENCES)
    }


def test_differences_name_their_document(corpus: Corpus) -> None:
    """A difference carries the key of the document it was found in."""
    [found] = index_differences(
        published("old-index"), "\n".join(changed("2/1", "2/2")).replace("→", "\t"), corpus
    )
    assert found == Difference(
        "old-index", "ports/gc.2", Column.ROW, "Resolution 2/2", "Resolution 2/1"
    )
