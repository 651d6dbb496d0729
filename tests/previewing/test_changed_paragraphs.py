"""Which paragraphs of a document changed, by their ids."""

from __future__ import annotations

import pytest

from compendium.composing.pandoc_ast import (
    Blocks,
    Element,
    attributes,
    bullet_list,
    div,
    document,
    header,
    link,
    meta_string,
    ordered_list,
    para,
    span,
    string,
)
from compendium.previewing.changed_paragraphs import changed_paragraphs, paragraphs_of


def numbered(*texts: str) -> Element:
    """A document with a heading, an introduction, and paragraphs that are numbered from one.

    The words after a slash are points below the paragraph.
    """
    items: list[Blocks] = []
    for number, words in enumerate(texts, start=1):
        text, *points = words.split("/")
        content: Blocks = [
            para(
                [
                    span([string(f"{number}. ")], attributes(classes=["numeral"])),
                    string(text),
                    link([string(f"I.{number}")], f"#p{number}", attributes(classes=["permalink"])),
                ]
            )
        ]
        if points:
            below = [
                [div([para([string(point)])], attributes(f"p{number}.{letter}"))]
                for letter, point in zip("abc", points, strict=False)
            ]
            content.append(ordered_list(below))
        items.append([div(content, attributes(f"p{number}", ["paragraph"]))])
    blocks = [
        header(1, [string("Part")], attributes("part")),
        para([string("Introduction")]),
        ordered_list(items),
    ]
    return document({"title": meta_string("Title")}, blocks)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        pytest.param("one two", "one two", "", id="nothing"),
        pytest.param("one two", "one too", "p2", id="a word"),
        pytest.param("one two", "won too", "p1 p2", id="two paragraphs"),
        pytest.param("one two", "one new two", "p2", id="inserted"),
        pytest.param("one two", "one two three", "p3", id="added"),
        pytest.param("one two three", "one three", "p2", id="removed"),
        pytest.param("one two", "one", "p1", id="the last removed"),
        pytest.param("one two/a/b", "one two/a/c", "p2.b", id="a point"),
        pytest.param("one two", "one two/a", "p2.a", id="the first point"),
    ],
)
def test_changed(before: str, after: str, changed: str) -> None:
    """What was rewritten is found, not what only moved; a removed paragraph leaves its place."""
    pair = (paragraphs_of(numbered(*words.split())) for words in (before, after))
    assert " ".join(changed_paragraphs(*pair)) == changed


def test_what_follows_a_heading_belongs_to_it() -> None:
    """A paragraph without an id is shown at the heading before it, such as an introduction."""
    before, after = numbered("one"), numbered("one")
    after["blocks"][1] = para([string("Preface")])
    assert changed_paragraphs(paragraphs_of(before), paragraphs_of(after)) == ("part",)


def test_a_table_or_list_counts() -> None:
    """What a document has besides paragraphs is compared, too."""
    before, after = numbered("one"), numbered("one")
    before["blocks"].append(bullet_list([[para([string("a")])]]))
    after["blocks"].append(bullet_list([[para([string("b")])]]))
    assert changed_paragraphs(paragraphs_of(before), paragraphs_of(after)) == ("part",)


def test_metadata_come_last() -> None:
    """A changed title has the empty id, after the paragraphs."""
    before, after = numbered("one"), numbered("won")
    after["meta"]["title"] = meta_string("Tide")
    assert changed_paragraphs(paragraphs_of(before), paragraphs_of(after)) == ("p1", "")
